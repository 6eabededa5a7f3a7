from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from engagedesk.errors import UserError
from engagedesk.interchange.cells import BrokenStream, from_wire
from engagedesk.interchange.files import open_foreign
from engagedesk.interchange.limits import DEFAULT_LIMITS, Limits
from engagedesk.interchange.reading import ReadCancelled, read_table
from tests.interchange.foreign_files import (
    TOGGL,
    records,
    sheet_xml,
    text_file,
    text_row,
    toggl_row,
    workbook_parts,
    zip_file,
)

ON_POSIX = sys.platform != "win32"


def small_file(tmp_path: Path) -> Path:
    return text_file(tmp_path / "t.csv", TOGGL, records(TOGGL, toggl_row()))


def run_instead(tmp_path: Path, program: str, limits: Limits = DEFAULT_LIMITS) -> str:
    """Read a good file with another program in the child's place; return the code of the refusal."""
    with pytest.raises(UserError) as caught:
        read_table(small_file(tmp_path), pick_sheet=lambda _: 0, limits=limits, command=[sys.executable, "-c", program])
    return caught.value.code


def test_a_child_that_is_killed_is_an_error_in_words(tmp_path: Path) -> None:
    assert run_instead(tmp_path, "import os; os.abort()") == "import.child.died"


def test_a_child_that_says_nothing_is_ended(tmp_path: Path) -> None:
    silent = "import sys, threading; threading.Event().wait()"
    assert run_instead(tmp_path, silent, Limits(stall_s=0.3)) == "import.child.too_slow"


def test_a_child_that_only_reports_progress_is_ended_too(tmp_path: Path) -> None:
    program = (
        "import sys, struct, threading\n"
        "while True:\n"
        " sys.stdout.buffer.write(struct.pack('>cI', b'P', 5) + b'[1,9]'); sys.stdout.flush()\n"
        " threading.Event().wait(0.05)\n"
    )
    assert run_instead(tmp_path, program, Limits(total_s=0.5)) == "import.child.too_slow"


@pytest.mark.parametrize(
    "frames",
    [
        "b'X' + struct.pack('>I', 2) + b'[]'",
        "b'R' + struct.pack('>I', 2**31) + b'[]'",
        "b'R' + struct.pack('>I', 9) + b'[[1,'",
        "b'R' + struct.pack('>I', 3) + b'[7]'",
        "b'Z' + struct.pack('>I', 2) + b'[]'",
    ],
)
def test_a_child_that_sends_nonsense_is_not_believed(tmp_path: Path, frames: str) -> None:
    program = f"import sys, struct; sys.stdout.buffer.write({frames})"
    assert run_instead(tmp_path, program) == "import.child.died"


def test_a_child_that_sends_too_much_is_ended(tmp_path: Path) -> None:
    program = (
        "import sys, struct\n"
        "while True: sys.stdout.buffer.write(b'R' + struct.pack('>I', 1_000_002) + b'[' + b' ' * 1_000_000 + b']')\n"
    )
    assert run_instead(tmp_path, program, Limits(output_bytes=5_000_000)) == "import.file.too_much"


def test_cells_of_an_unknown_shape_are_refused() -> None:
    for cell in (["x", 1], ["d", 5], {"a": 1}, []):
        with pytest.raises((BrokenStream, ValueError)):
            from_wire([cell])


@pytest.mark.skipif(not ON_POSIX, reason="limits on a process exist on POSIX only")
def test_a_file_that_needs_more_memory_than_allowed_is_refused(tmp_path: Path) -> None:
    strings = "".join(f"<si><t>{n:030d}</t></si>" for n in range(500_000))
    parts = workbook_parts(sheet_xml(text_row(1, ["Client", "Title"])), shared_xml=f"<sst>{strings}</sst>")
    path = zip_file(tmp_path / "m.xlsx", parts)
    with pytest.raises(UserError) as caught:
        open_foreign(path, limits=replace(DEFAULT_LIMITS, memory_bytes=40 << 20))
    assert caught.value.code in {"import.file.too_much", "import.child.died"}


@pytest.mark.skipif(not ON_POSIX, reason="limits on a process exist on POSIX only")
def test_the_child_can_open_neither_file_nor_socket_nor_write(tmp_path: Path) -> None:
    program = (
        "import json, os, sys, socket, struct\n"
        "from engagedesk.interchange import child\n"
        "os.dup(0), os.dup(1)\n"
        "child._limit(child.Order(**json.loads(sys.argv[1])))\n"
        "def blocked(attempt):\n"
        "    try: attempt()\n"
        "    except OSError: return True\n"
        "    return False\n"
        "tries = [lambda: open('/etc/hostname'), socket.socket, lambda: os.open('x', os.O_CREAT | os.O_RDWR)]\n"
        "body = json.dumps(['all blocked' if all(map(blocked, tries)) else 'a way out', {}]).encode()\n"
        "sys.stdout.buffer.write(b'E' + struct.pack('>I', len(body)) + body)\n"
    )
    assert run_instead(tmp_path, program) == "all blocked"


def test_cancelling_ends_the_reading_and_keeps_nothing(tmp_path: Path) -> None:
    path = text_file(tmp_path / "t.csv", TOGGL, records(TOGGL, *[toggl_row()] * 5000))
    with pytest.raises(ReadCancelled):
        open_foreign(path, cancelled=lambda: True)


def test_progress_is_told_on_the_calling_thread(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    path = text_file(tmp_path / "t.csv", TOGGL, records(TOGGL, *[toggl_row()] * 5000))
    read = open_foreign(path, on_progress=lambda done, total: heard.append((done, total)))
    assert len(read.rows) == 5000
    assert heard
    assert all(0 <= done <= total == path.stat().st_size for done, total in heard)


def test_reading_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = small_file(tmp_path)
    before = path.read_bytes()
    read = open_foreign(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
    assert read.modified_utc == int(path.stat().st_mtime)
