from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagedesk.cli.arguments import HelpWanted, Parsed, UsageProblem, parse, split_globals


def read(*words: str) -> Parsed:
    return parse(split_globals(words))


@pytest.mark.parametrize(
    "words",
    [
        ("--profile", "P", "--json", "timer", "status"),
        ("timer", "--json", "status", "--profile=P"),
        ("timer", "status", "--profile", "P", "--json"),
    ],
)
def test_global_options_are_valid_anywhere(words: tuple[str, ...]) -> None:
    line = split_globals(words)
    assert (line.profile, line.json, line.rest) == ("P", True, ("timer", "status"))
    assert parse(line).command == "timer status"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (("entry", "add", "-30", "Harrowgate", "calls"), "-30 Harrowgate calls"),
        (("entry", "add", "-30", "-10", "harrow", "x"), "-30 -10 harrow x"),
        (("entry", "add", "-30 -10 harrow x"), "-30 -10 harrow x"),
        (("timer", "start", "-5", "harrow", "--", "--json", "is", "a", "word"), "-5 harrow --json is a word"),
        (("timer", "switch", "-x", "--unknown", "#review"), "-x --unknown #review"),
        (("timer", "start", "--at", "home"), "--at home"),
    ],
)
def test_a_quick_entry_line_is_all_remaining_words_with_their_dashes(words: tuple[str, ...], text: str) -> None:
    assert read(*words).text == text


def test_known_long_options_count_also_after_the_text() -> None:
    line = split_globals(("entry", "add", "1.5h", "harrow", "--date", "2026-11-17", "calls", "--json"))
    parsed = parse(line)
    assert (parsed.text, parsed.options.date, line.json) == ("1.5h harrow calls", "2026-11-17", True)


def test_after_two_dashes_everything_is_text() -> None:
    line = split_globals(("entry", "add", "--", "1h", "harrow", "--json", "--date"))
    assert not line.json
    assert parse(line).text == "1h harrow --json --date"


def test_the_text_of_an_edit_runs_to_the_next_option() -> None:
    parsed = read("entry", "edit", "ID", "--text", "-30", "harrow,", "new", "words", "--reason", "-typo-")
    assert (parsed.text, parsed.options.id, parsed.options.reason) == ("-30 harrow, new words", "ID", "-typo-")


@given(st.lists(st.text(min_size=1, max_size=8).filter(lambda w: w.strip()), min_size=1, max_size=6))
def test_whatever_follows_two_dashes_arrives_as_it_was(words: list[str]) -> None:
    assert read("entry", "add", "--", *words).text == " ".join(words)


@pytest.mark.parametrize(
    "words",
    [
        ("bogus",),
        ("timer",),
        ("timer", "bogus"),
        ("timer", "start"),
        ("entry", "add", "--date", "2026-11-17"),
        ("entry", "add", "1h harrow", "--date"),
        ("entry", "edit", "ID", "--text"),
        ("restore", "FILE"),
        ("import",),
        ("import", "undo"),
        ("import", "one", "two"),
        ("import", "F", "--as", "poems"),
        ("week", "sheet", "2026-W47", "--format", "pdf"),
        ("timer", "status", "--profile"),
        ("timer", "stat"),
        ("timer", "stop", "--a", "9:00"),
    ],
)
def test_what_is_no_command_is_a_usage_problem(words: tuple[str, ...]) -> None:
    with pytest.raises(UsageProblem) as caught:
        read(*words)
    assert caught.value.usage.startswith("engagedesk")


def test_help_is_shown_for_the_program_and_for_one_command() -> None:
    with pytest.raises(HelpWanted, match="help") as whole:
        read("--help")
    assert "quick-entry line" in whole.value.text
    with pytest.raises(HelpWanted) as one:
        read("entry", "add", "--help")
    assert "entry add TEXT" in one.value.text


@pytest.mark.parametrize("words", [(), ("--json",), ("--profile", "P"), ("--smoke",), ("--toggle-timer",)])
def test_without_a_command_the_window_is_meant(words: tuple[str, ...]) -> None:
    line = split_globals(words)
    assert line.for_window
    assert parse(line).command == "window"


def test_help_and_the_reading_of_arguments_import_no_part_of_the_program_below() -> None:
    code = (
        "import sys; sys.argv = ['engagedesk', '--help']\n"
        "from engagedesk.__main__ import main\n"
        "main()\n"
        "heavy = {'PySide6', 'sqlalchemy', 'openpyxl', 'alembic', 'cryptography'} & set(sys.modules)\n"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "COMMAND" in done.stdout


def test_a_command_imports_neither_qt_nor_what_reads_and_upgrades_files() -> None:
    code = (
        "import sys, engagedesk.cli.main, engagedesk.services.opening\n"
        "from engagedesk.cli.handlers import handler_for\n"
        "handler_for('timer start'), handler_for('entry list'), handler_for('week show')\n"
        "heavy = {'PySide6', 'openpyxl', 'alembic', 'keyring', 'pyqtgraph'} & set(sys.modules)\n"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
