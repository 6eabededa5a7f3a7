"""What was typed, as a command with its options. Imports nothing of the program, so that ``--help`` is immediate.

Global options may stand anywhere, and a quick-entry line is taken as it is typed: words that begin with a dash belong
to it. Both are settled before argparse sees the rest: exactly the known long options count as options, everything
else is text, and ``--`` ends the options.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NoReturn

PROGRAM: Final = "engagedesk"

WINDOW_COMMANDS: Final = frozenset({"shots"})
WINDOW_FLAGS: Final = frozenset({"--smoke", "--toggle-timer"})

_DESCRIPTION: Final = "Time on client engagements, in one encrypted store. Without a command, the window opens."
_EPILOG: Final = """\
a quick-entry line (TEXT, unquoted is fine):  [day] [when] target [, narrative] [#activity]
  day   today, yesterday, mon..sun (the last one), 2026-11-17
  when  9:30-11   -30 -10 (30 to 10 minutes ago)   -30 (until now)   +10 (10 minutes from the day's last end)
        1.5h   90m   1:30   now (timer only)
  e.g.  entry add 9:00-10:30 Harrowgate walkthroughs, sales cycle #fieldwork

T is HH:MM by the local clock, or ISO 8601 with an offset. D is an ISO date. W is an ISO week, 2026-W47.
exit status: 0 done, 2 usage, 3 cannot be done, 4 the store, 5 a sync target, 70 our bug
"""


class UsageProblem(Exception):
    """The command line is not one; ``usage`` is the line that shows how it would be."""

    def __init__(self, message: str, usage: str) -> None:
        super().__init__(message)
        self.message = message
        self.usage = usage


class HelpWanted(Exception):
    """Not an error: the text of the help that was asked for."""

    def __init__(self, text: str) -> None:
        super().__init__("help")
        self.text = text


@dataclass(frozen=True, slots=True)
class Line:
    """A command line with the global options taken out. ``command`` None = open the window."""

    profile: str | None
    passphrase_file: str | None
    json: bool
    rest: tuple[str, ...]
    missing_value: str | None = None
    """A global option at the very end, without its value."""

    @property
    def for_window(self) -> bool:
        """Say whether the window's program must run it: no command, ``shots``, or a flag of the window."""
        if not self.rest:
            return self.missing_value is None
        return self.rest[0] in WINDOW_COMMANDS or self.rest[0] in WINDOW_FLAGS


@dataclass(frozen=True, slots=True)
class Parsed:
    """A command ("timer start", "window") and its options. ``text`` is a quick-entry line; None = none was given."""

    command: str
    options: argparse.Namespace
    text: str | None = None


def split_globals(argv: Sequence[str]) -> Line:
    """Take the global options out, wherever they stand before a ``--``."""
    values: dict[str, str] = {}
    rest: list[str] = []
    json, missing = False, None
    position = 0
    while position < len(argv):
        word = argv[position]
        name, has_value, value = word.partition("=")
        if word == "--":
            rest += argv[position:]
            break
        if word == "--json":
            json = True
        elif name in ("--profile", "--passphrase-file"):
            if not has_value:
                position += 1
                if position >= len(argv):
                    missing = name
                    break
                value = argv[position]
            values[name] = value
        else:
            rest.append(word)
        position += 1
    return Line(values.get("--profile"), values.get("--passphrase-file"), json, tuple(rest), missing)


_TEXT_COMMANDS: Final[dict[tuple[str, str], frozenset[str]]] = {
    ("timer", "start"): frozenset(),
    ("timer", "switch"): frozenset(),
    ("entry", "add"): frozenset({"--date"}),
}
_EDIT_OPTIONS: Final = frozenset({"--start", "--end", "--reason"})


def parse(line: Line) -> Parsed:
    """Return the command; ``UsageProblem`` where there is none like it, ``HelpWanted`` where help was asked for."""
    if not line.rest and line.missing_value is None:
        # The window's own start does not wait for the words of all commands.
        return Parsed("window", argparse.Namespace(smoke=False, toggle_timer=False), None)
    parser = _parser()
    if line.missing_value is not None:
        parser.error(f"{line.missing_value} needs a value")
    words, text = _text_taken_out(line.rest)
    options = parser.parse_args(words)
    command = getattr(options, "command", None)
    if command is None and not hasattr(options, "group"):
        command = "window"
    if command is None:
        raise UsageProblem("a command is missing", _one_line(options.group.format_usage()))
    if command in ("timer start", "timer switch", "entry add") and not (text or "").strip():
        raise UsageProblem("TEXT is missing", f"{PROGRAM} {command} TEXT")
    if command == "import":
        command = _import_command(options)
    return Parsed(command, options, text)


def _text_taken_out(rest: Sequence[str]) -> tuple[list[str], str | None]:
    """Return the words for argparse, and the quick-entry line that was among them."""
    pair = (rest[0], rest[1]) if len(rest) > 1 else ("", "")
    known = _TEXT_COMMANDS.get(pair)
    if known is not None:
        options, text = _sort_words(rest[2:], known)
        return [*pair, *options], " ".join(text)
    if pair == ("entry", "edit"):
        return _edit_text(rest)
    return list(rest), None


def _sort_words(words: Sequence[str], known: frozenset[str]) -> tuple[list[str], list[str]]:
    options: list[str] = []
    text: list[str] = []
    position = 0
    while position < len(words):
        word = words[position]
        if word == "--":
            text += words[position + 1 :]
            break
        if word == "--help" or (word == "-h" and len(words) == 1):
            options.append(word)
        elif word in known:
            position += 1
            # Joined by "=", so that argparse takes a value that begins with a dash; without one it says so.
            options.append(f"{word}={words[position]}" if position < len(words) else word)
        elif word.partition("=")[0] in known:
            options.append(word)
        else:
            text.append(word)
        position += 1
    return options, text


def _edit_text(rest: Sequence[str]) -> tuple[list[str], str | None]:
    """Take ``--text`` with all words up to the next known option out of an ``entry edit``."""
    words: list[str] = []
    text: list[str] | None = None
    position = 0
    while position < len(rest):
        word = rest[position]
        if word == "--text" and text is None:
            text = []
            position += 1
            while position < len(rest) and rest[position].partition("=")[0] not in _EDIT_OPTIONS:
                text.append(rest[position])
                position += 1
            if not text:
                raise UsageProblem("--text needs words", f"{PROGRAM} entry edit ID --text TEXT")
            continue
        if word.startswith("--text=") and text is None:
            text = [word.removeprefix("--text=")]
        elif word in _EDIT_OPTIONS and position + 1 < len(rest):
            position += 1
            words.append(f"{word}={rest[position]}")
        else:
            words.append(word)
        position += 1
    return words, None if text is None else " ".join(text)


def _import_command(options: argparse.Namespace) -> str:
    if options.file == "list":
        if options.batch is not None:
            raise UsageProblem("import list takes nothing more", f"{PROGRAM} import list")
        return "import list"
    if options.file == "undo":
        if options.batch is None:
            raise UsageProblem("BATCH is missing", f"{PROGRAM} import undo BATCH")
        return "import undo"
    if options.batch is not None:
        raise UsageProblem("one file at a time", f"{PROGRAM} import FILE")
    return "import"


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageProblem(message, _one_line(self.format_usage()))

    def print_help(self, file: object = None) -> None:  # noqa: ARG002  # argparse's signature
        raise HelpWanted(self.format_help())


def _one_line(usage: str) -> str:
    return " ".join(usage.removeprefix("usage: ").split())


def _parser() -> _Parser:
    parser = _Parser(
        prog=PROGRAM,
        description=_DESCRIPTION,
        epilog=_EPILOG,
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    # Taken out before argparse sees the line; declared here for the help.
    parser.add_argument("--profile", metavar="DIR", help="folder with the store (default: the platform's data folder)")
    parser.add_argument("--passphrase-file", metavar="FILE", help="file that holds the passphrase")
    parser.add_argument("--json", action="store_true", help="print exactly one JSON document")
    parser.add_argument("--version", action="store_const", dest="command", const="version", help="print the version")
    parser.add_argument("--smoke", action="store_true", help="start everything once, then exit")
    parser.add_argument("--toggle-timer", action="store_true", help="start or stop the timer")
    commands = parser.add_subparsers(metavar="COMMAND", title="commands")

    def group(name: str, about: str) -> argparse._SubParsersAction[_Parser]:
        made = commands.add_parser(name, help=about, description=about, allow_abbrev=False)
        made.set_defaults(group=made)
        return made.add_subparsers(metavar="COMMAND")

    def command(inside: argparse._SubParsersAction[_Parser], name: str, about: str, *, path: str = "") -> _Parser:
        made = inside.add_parser(name, help=about, description=about, allow_abbrev=False)
        made.set_defaults(command=path or name)
        return made

    _add_store(commands, command)
    _add_time(group, command)
    _add_engagements(group, command)
    _add_plan(group, command)
    one = command(commands, "import", "bring in a file, list imports, take one back")
    one.usage = f"{PROGRAM} import FILE [options]\n       {PROGRAM} import list\n       {PROGRAM} import undo BATCH"
    one.add_argument("file", metavar="FILE")
    one.add_argument("batch", metavar="BATCH", nargs="?")
    kinds = ("engagements", "time", "recorded", "expenses", "plan", "calendar")
    one.add_argument("--as", dest="kind", choices=kinds, help="what the file holds, where it does not say so itself")
    one.add_argument("--mapping", metavar="NAME", help="a saved mapping of its columns")
    one.add_argument("--date-order", choices=("mdy", "dmy", "ymd"), help="how its dates are written")
    one.add_argument("--dry-run", action="store_true", help="say what would be done and change nothing")
    one = command(commands, "history", "who changed a record, when, and why")
    one.add_argument("id", metavar="ID")
    one = command(commands, "shots", "every page as PNG, drawn off screen")
    one.add_argument("folder", metavar="DIR")
    return parser


def _add_store(commands, command) -> None:  # type: ignore[no-untyped-def]  # argparse's types are private
    one = command(commands, "init", "make a new encrypted store")
    one.add_argument("--no-keyring", action="store_true", help="open with the passphrase only")
    one.add_argument("--recovery-key-file", metavar="FILE", help="write the recovery key here instead of showing it")
    one = command(commands, "demo", "fill an empty store with the sample portfolio")
    one.add_argument("--seed", metavar="N")
    one.add_argument("--entries", metavar="N", help="lines in all")
    one.add_argument("--until", metavar="DATE", help="the portfolio's today")
    command(commands, "check", "check the file, its schema and the audit log; always JSON")
    one = command(commands, "backup", "write a verified backup")
    one.add_argument("folder", metavar="DIR", nargs="?", help="where to (default: beside the profile)")
    one = command(commands, "restore", "restore a backup into a new profile")
    one.add_argument("file", metavar="FILE")
    one.add_argument("--to", metavar="DIR", required=True, dest="folder")
    one = command(commands, "salvage", "bring what is whole of a damaged store into a new profile")
    one.add_argument("--to", metavar="DIR", required=True, dest="folder")
    one = command(commands, "export", "write everything as CSV and JSON")
    one.add_argument("folder", metavar="DIR")
    made = commands.add_parser("passphrase", help="change the passphrase", allow_abbrev=False)
    made.set_defaults(group=made)
    one = command(made.add_subparsers(metavar="COMMAND"), "change", "change the passphrase", path="passphrase change")
    one.add_argument("--new-passphrase-file", metavar="FILE", help="file that holds the new one")


def _add_time(group, command) -> None:  # type: ignore[no-untyped-def]  # argparse's types are private
    timer = group("timer", "start, switch and stop the timer")
    for name, about in (("start", "start the timer; a running one stops"), ("switch", "switch the running timer")):
        one = command(timer, name, about, path=f"timer {name}")
        one.usage = f"{PROGRAM} timer {name} TEXT"
    one = command(timer, "stop", "stop the timer", path="timer stop")
    one.add_argument("--at", metavar="T", help="when it ended (default: now)")
    command(timer, "status", "what is running", path="timer status")

    entry = group("entry", "add, list, edit and delete time entries")
    one = command(entry, "add", "add an entry", path="entry add")
    one.usage = f"{PROGRAM} entry add TEXT [--date D]"
    one.add_argument("--date", metavar="D", help="the day, where TEXT names none")
    one = command(entry, "list", "list entries, oldest first", path="entry list")
    one.add_argument("--from", dest="first", metavar="D", help="first work day (default: today)")
    one.add_argument("--to", dest="last", metavar="D", help="last work day, included (default: today)")
    one = command(entry, "edit", "edit an entry", path="entry edit")
    one.usage = f"{PROGRAM} entry edit ID [--start T] [--end T] [--text TEXT] [--reason R]"
    one.add_argument("id", metavar="ID")
    one.add_argument("--start", metavar="T")
    one.add_argument("--end", metavar="T")
    one.add_argument("--reason", metavar="R", default="")
    one = command(entry, "delete", "delete an entry", path="entry delete")
    one.add_argument("id", metavar="ID")
    one.add_argument("--reason", metavar="R", default="")

    one = command(entry, "reverse", "take posted time back by a reversing entry", path="entry reverse")
    one.add_argument("id", metavar="ID")
    one.add_argument("--reason", metavar="R", required=True)
    away = group("away", "time away from a running timer: what it was")
    command(away, "list", "times away that wait for an answer", path="away list")
    for name, about in (
        ("keep", "count it all on the entry that ran"),
        ("discard", "leave it unallocated"),
        ("split", "split it over codes and breaks"),
    ):
        one = command(away, name, about, path=f"away {name}")
        if name == "split":
            one.add_argument("parts", metavar="PART", nargs="+", help='"25m Northgate", "break", "rest of the words"')
            one.add_argument("--id", metavar="ID", help="which one (default: the only one)")
        else:
            one.add_argument("id", metavar="ID", nargs="?", help="which one (default: the only one)")
        one.add_argument("--continue", dest="goes_on", action="store_true", help="let the timer go on from the return")

    week = group("week", "look at a week, submit it, write its timesheet")
    for name, about in (
        ("show", "the grid and its checks"),
        ("submit", "hand the week in"),
        ("recall", "take a submitted week back"),
        ("sheet", "the timesheet for the firm's own system"),
    ):
        one = command(week, name, about, path=f"week {name}")
        one.add_argument("week", metavar="W", nargs="?", help="ISO week, 2026-W47 (default: this week)")
    one.add_argument("--format", choices=("csv", "xlsx", "tsv"), help="default: by FILE's ending, else csv")
    one.add_argument("-o", "--output", metavar="FILE", help="default: standard output")
    one = command(week, "tick", "which lines are typed into the firm's own system", path="week tick")
    one.add_argument("week", metavar="W", help="ISO week, 2026-W47")
    one.add_argument("lines", metavar="LINE", nargs="*", type=int, help="number of a line, as listed without any")
    one.add_argument("--all", action="store_true", help="every line")
    one.add_argument("--off", action="store_true", help="take the ticks off")
    one = command(week, "return", "note that the firm sent submitted time back", path="week return")
    one.add_argument("week", metavar="W", help="ISO week, 2026-W47")
    one.add_argument("entries", metavar="ENTRY", nargs="*", help="default: all that is submitted")
    one.add_argument("--reason", metavar="R", required=True, help="the firm's reason")
    one = command(week, "reconcile", "the week beside what the firm's system holds", path="week reconcile")
    one.add_argument("week", metavar="W", nargs="?", help="ISO week, 2026-W47 (default: this week)")
    one.add_argument("--settle", metavar="N", type=int, nargs="+", help="do what is proposed for these differences")
    one.add_argument("--post", action="store_true", help="mark all that agrees and is posted there as posted")
    one.add_argument("--accept", metavar="N", type=int, help="accept this difference; say why with --note")
    one.add_argument("--note", metavar="TEXT", default="", help="why a difference is all right")


def _add_engagements(group, command) -> None:  # type: ignore[no-untyped-def]  # argparse's types are private
    engagement = group("engagement", "list and show engagements")
    one = command(engagement, "list", "list engagements", path="engagement list")
    one.add_argument("--all", action="store_true", help="closed and archived ones too")
    one = command(engagement, "show", "show one engagement", path="engagement show")
    one.add_argument("code", metavar="CODE", nargs="+", help="a charge code, or the client's or engagement's name")


def _add_plan(group, command) -> None:  # type: ignore[no-untyped-def]  # argparse's types are private
    plan = group("plan", "what stands where, and what does not fit")
    one = command(plan, "show", "every engagement's plan, or one's", path="plan show")
    one.add_argument("code", metavar="CODE", nargs="*", help="a charge code, or the client's or engagement's name")
    one.add_argument("--all", action="store_true", help="what is done too")
    one.add_argument("--critical", action="store_true", help="only what has no slack")
    one = command(plan, "conflicts", "overload, leave, broken links, deadlines, owners, gates", path="plan conflicts")
    one.add_argument("code", metavar="CODE", nargs="*", help="a charge code, or the client's or engagement's name")
    one = command(plan, "export", "write it as XML, ICS, CSV or XLSX, by FILE's ending", path="plan export")
    one.add_argument("file", metavar="FILE")
    one.add_argument("--engagement", metavar="CODE", action="append", help="only this one; may be given again")
    one.add_argument("--real-names", action="store_true", help="clients by name also where they have a code name")
    days = group("calendar", "leave, holidays and long days")
    command(days, "list", "what is entered", path="calendar list")
    one = command(days, "leave", "enter leave", path="calendar leave")
    one.add_argument("first", metavar="FROM", help="first day, ISO")
    one.add_argument("last", metavar="TO", nargs="?", help="last day, inclusive (default: one day)")
    one.add_argument("--person", metavar="NAME", help="whose (default: your own)")
    one.add_argument("--name", metavar="TEXT", default="", help="what for")
    one = command(days, "country", "whose public holidays count", path="calendar country")
    one.add_argument("country", metavar="COUNTRY", help='two letters, for example GB or DE; "" = none')
    one.add_argument("part", metavar="PART", nargs="?", help="a part of it, for example ENG or BY")
    one.add_argument("--person", metavar="NAME", help="somebody who works elsewhere (default: the firm)")
    one = command(days, "remove", "take days back", path="calendar remove")
    one.add_argument("id", metavar="ID", help="an id as listed, or its beginning")
