"""Words for the errors that only the command line and the hand-over to a window can meet."""

from __future__ import annotations

from typing import Final

from engagedesk.wording.text import ErrorText

_LIST: Final = "List them with: engagedesk entry list --from D --to D"

WORDS: Final[dict[str, ErrorText]] = {
    "usage": ErrorText("This is not how it is used", "{problem}", "{usage}"),
    "bug": ErrorText(
        "This is a fault of EngageDesk", "What was asked is not done, nothing else is lost", "Report: {report}"
    ),
    "interrupted": ErrorText("Interrupted", "What was acknowledged before stays"),
    "output.failed": ErrorText("The output cannot be written", "{why}", "What was asked is done"),
    "argument.not_text": ErrorText(
        "An argument cannot be read", "“{text}” is not text in this terminal's encoding", "Type it again as UTF-8"
    ),
    "option.not_a_number": ErrorText(
        "This is no number that fits", "{option} is “{text}”", "Give a whole number from {least} to {most}"
    ),
    "passphrase.needed": ErrorText(
        "The passphrase is needed",
        "There is no terminal to ask at, and the keyring does not open this store",
        "Give --passphrase-file FILE",
    ),
    "passphrase.new_needed": ErrorText(
        "The new passphrase is needed", "There is no terminal to ask at", "Give --new-passphrase-file FILE"
    ),
    "passphrase.differ": ErrorText("The two passphrases differ", "Nothing was changed", "Type the same one twice"),
    "passphrase.file_too_long": ErrorText(
        "This is no passphrase file", "{file} is far too long", "Name a file that holds the passphrase alone"
    ),
    "file.not_read": ErrorText("The file cannot be read", "{file}: {why}", "Check its name and its rights"),
    "file.not_written": ErrorText("The file cannot be written", "{file}: {why}", "Check its folder and its rights"),
    "file.exists": ErrorText("There is such a file already", "{file} is not overwritten", "Name a new file"),
    "file.disk_full": ErrorText("The disk is full", "{file} could not be written", "Free some space and try again"),
    "sheet.needs_file": ErrorText("A workbook cannot be printed", "XLSX is not text", "Name its file with -o FILE"),
    "window.lost": ErrorText(
        "The window closed before it answered",
        "Whether the command was done is not known",
        "Look with a listing before doing it again",
    ),
    "command.not_here": ErrorText("This version does not do that", "{command}", "Install a newer EngageDesk"),
    "store.locked": ErrorText(
        "The store is locked", "Its window is locked, and locked it answers nothing", "Unlock the window first"
    ),
    "import.kind_unreadable": ErrorText(
        "This cannot be imported yet", "Files of the kind “{kind}”", "Engagements, time and recorded time can be"
    ),
    "moment.unreadable": ErrorText(
        "This is no time", "“{text}”", "Write HH:MM by the local clock, or 2026-11-17T09:30+00:00"
    ),
    "moment.no_offset": ErrorText(
        "The time has no offset", "“{text}” could be many instants", "Add one: 2026-11-17T09:30+00:00, or write HH:MM"
    ),
    "moment.twice": ErrorText(
        "This time happened twice", "The clocks went back over {text}", "Write one of: {candidates}"
    ),
    "moment.skipped": ErrorText(
        "This time never happened", "The clocks went forward over {text}, to {change}", "Give a time that was"
    ),
    "moment.bad_day": ErrorText("This is no day", "“{text}”", "Write an ISO date: 2026-11-17"),
    "moment.days_backwards": ErrorText("The days are the wrong way round", "{first} is after {last}", "Swap them"),
    "id.unreadable": ErrorText("This is no id", "“{id}”", "An id is 36 letters and digits, as the lists print it"),
    "id.too_short": ErrorText("Too little of the id", "“{id}”", "Give at least its first {least} letters"),
    "id.several": ErrorText("Several ids begin like this", "“{id}” is: {candidates}", "Give more of it"),
    "id.no_entry": ErrorText("There is no such entry", "{id}", _LIST),
    "id.no_import": ErrorText("There is no such import", "{id}", "List them with: engagedesk import list"),
    "id.no_record": ErrorText("There is no such record", "{id}", "Take the id from a list"),
    "engagement.unknown": ErrorText(
        "There is no such engagement", "“{text}” is no code and no name", "List them with: engagedesk engagement list"
    ),
    "engagement.several": ErrorText(
        "Several engagements are called this", "“{text}” is: {candidates}", "Give a charge code"
    ),
    "entry.nothing_to_edit": ErrorText("Nothing to change", "No option says what", "Give --start, --end or --text"),
}
