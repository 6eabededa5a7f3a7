"""Which function does which command of an open store."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from engagedesk.cli import engagements, entries, imports, setup, timer, weeks
from engagedesk.cli.call import Call, Reply
from engagedesk.services.store_thread import Priority

Handler = Callable[[Call], Reply]

HANDLERS: Final[Mapping[str, Handler]] = {
    "timer start": timer.start,
    "timer switch": timer.switch,
    "timer stop": timer.stop,
    "timer status": timer.status,
    "entry add": entries.add,
    "entry list": entries.list_,
    "entry edit": entries.edit,
    "entry delete": entries.delete,
    "week show": weeks.show,
    "week submit": weeks.submit,
    "week recall": weeks.recall,
    "week sheet": weeks.sheet,
    "engagement list": engagements.list_,
    "engagement show": engagements.show,
    "import": imports.import_,
    "import list": imports.list_,
    "import undo": imports.undo,
    "history": entries.history,
    "check": setup.check,
    "backup": setup.backup,
    "passphrase change": setup.change_passphrase,
}

_JOBS: Final = frozenset({"check", "demo", "import", "import undo", "export"})


def priority_of(command: str) -> Priority:
    """Return who a command gives way to in a window's store thread."""
    if command.startswith("timer "):
        return Priority.TIMER
    return Priority.JOB if command in _JOBS else Priority.COMMAND
