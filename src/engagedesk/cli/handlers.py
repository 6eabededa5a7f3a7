"""Which function does which command of an open store; each part is imported only for its own commands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from engagedesk.cli.call import Call, Reply
from engagedesk.services.store_thread import Priority

Handler = Callable[[Call], Reply]


def handler_for(command: str) -> Handler | None:
    """Return what does a command ("timer start"); None where nothing here does."""
    match command.split(maxsplit=1)[0]:
        case "timer":
            from engagedesk.cli import timer

            return {
                "timer start": timer.start,
                "timer switch": timer.switch,
                "timer stop": timer.stop,
                "timer status": timer.status,
            }.get(command)
        case "entry" | "history":
            from engagedesk.cli import entries

            return {
                "entry add": entries.add,
                "entry list": entries.list_,
                "entry edit": entries.edit,
                "entry delete": entries.delete,
                "entry reverse": entries.reverse,
                "history": entries.history,
            }.get(command)
        case "week" if command in {"week tick", "week return", "week reconcile"}:
            from engagedesk.cli import handing_in

            return {
                "week tick": handing_in.tick,
                "week return": handing_in.return_,
                "week reconcile": handing_in.reconcile,
            }.get(command)
        case "away":
            from engagedesk.cli import away

            return {
                "away list": away.list_,
                "away keep": away.keep,
                "away discard": away.discard,
                "away split": away.split,
            }.get(command)
        case "week":
            from engagedesk.cli import weeks

            return {
                "week show": weeks.show,
                "week submit": weeks.submit,
                "week recall": weeks.recall,
                "week sheet": weeks.sheet,
            }.get(command)
        case "engagement":
            from engagedesk.cli import engagements

            return {"engagement list": engagements.list_, "engagement show": engagements.show}.get(command)
        case "plan" if command == "plan export":
            from engagedesk.cli import exchange

            return exchange.export
        case "plan" | "calendar":
            from engagedesk.cli import plan

            return {
                "plan show": plan.show,
                "plan conflicts": plan.conflicts,
                "calendar list": plan.list_days,
                "calendar leave": plan.leave,
                "calendar country": plan.country,
                "calendar remove": plan.remove,
            }.get(command)
        case "import":
            from engagedesk.cli import imports

            return {"import": imports.import_, "import list": imports.list_, "import undo": imports.undo}.get(command)
        case "demo" | "export":
            from engagedesk.cli import sample

            return {"demo": sample.fill, "export": sample.export}.get(command)
        case "check" | "backup" | "passphrase":
            from engagedesk.cli import setup

            return {
                "check": setup.check,
                "backup": setup.backup,
                "passphrase change": setup.change_passphrase,
            }.get(command)
        case _:
            return None


_JOBS: Final = frozenset({"check", "demo", "import", "import undo", "export"})


def priority_of(command: str) -> Priority:
    """Return who a command gives way to in a window's store thread."""
    if command.startswith("timer "):
        return Priority.TIMER
    return Priority.JOB if command in _JOBS else Priority.COMMAND
