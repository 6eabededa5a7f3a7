"""Words for what the write funnel, undo and commands refuse."""

from __future__ import annotations

from typing import Final

from engagedesk.wording.text import ErrorText

WORDS: Final[dict[str, ErrorText]] = {
    "record.gone": ErrorText(
        "It is no longer there", "What you wanted to change has been deleted meanwhile.", "Refresh and look again."
    ),
    "record.changed_meanwhile": ErrorText(
        "It has changed meanwhile", "Somebody or something changed it after you opened it.", "Look again, then repeat."
    ),
    "record.refused": ErrorText("This cannot be stored", "{action}: {constraint}."),
    "undo.nothing": ErrorText("There is nothing to undo"),
    "redo.nothing": ErrorText("There is nothing to redo"),
    "undo.changed_since": ErrorText(
        "“{label}” can no longer be undone",
        "{count} of its rows changed since ({kind}).",
        "Undo the later change first, or edit by hand.",
    ),
    "undo.bulk_delete": ErrorText(
        "“{label}” cannot be undone", "The rows were removed in bulk.", "Import the file again."
    ),
    "phase.of_other": ErrorText("The phase belongs to another engagement", hint="Choose one of this engagement."),
    "text.required": ErrorText("A text is missing", "{field} must not be empty."),
    "text.too_long": ErrorText("The text is too long", "{field} has {length} letters; {limit} are possible."),
    "target.taken": ErrorText("The name is taken", "There is a target “{name}” already.", "Choose another name."),
    "person.me_exists": ErrorText("The store has an owner already"),
    "attachment.too_large": ErrorText("The file is too large", "{size} bytes; {limit} are possible."),
    "store.set_up": ErrorText("The store is set up already"),
    "import.already_undone": ErrorText(
        "The import was undone before", hint="Import the file again if you want it back."
    ),
    "import.record_purged": ErrorText(
        "The import can no longer be undone", "Its record was purged.", "Delete the rows by hand."
    ),
    "import.store_changed": ErrorText(
        "The store changed while the import was prepared", "Nothing was imported.", "Import the file again."
    ),
    "import.mapping.unknown": ErrorText(
        "There is no mapping of this name", "“{name}” was not saved.", "Choose a saved one, or none."
    ),
    "import.several_users": ErrorText("The file holds time of {count} persons", "All of it is taken as yours."),
    "import.row.code_of_other_client": ErrorText(
        "Code {code} belongs to another client", "The row names {client}; the time went to the code's own engagement."
    ),
    "import.row.no_time": ErrorText("The row has no time"),
    "import.row.unknown_engagement": ErrorText("No engagement fits", "“{engagement}” is not in the store."),
    "import.row.clock_twice": ErrorText(
        "The clock showed {clock} twice on this day", "The first was taken unless the end says otherwise."
    ),
    "import.row.clock_gone": ErrorText(
        "The clock never showed {clock} on this day", "The time after the change was taken."
    ),
}
