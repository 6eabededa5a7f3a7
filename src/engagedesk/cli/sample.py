"""``demo`` and ``export``."""

from __future__ import annotations

from engagedesk.cli import moments
from engagedesk.cli.call import Call, Reply
from engagedesk.cli.layout import counted
from engagedesk.errors import UserError
from engagedesk.services import demo
from engagedesk.services.exporting import export_everything


def fill(call: Call) -> Reply:
    """Fill an empty store with the sample portfolio."""
    options = call.options
    seed = 1 if options.seed is None else _whole(options.seed, "--seed")
    entries = None if options.entries is None else _whole(options.entries, "--entries")
    today = call.place().today
    until = today if options.until is None else moments.day_named(options.until, today=today)
    filled = call.door.do(
        lambda workspace: demo.fill(workspace, until=until, now_utc=call.now_utc, seed=seed, entries=entries)
    )
    document = {
        "entries": filled.entries,
        "recorded": filled.recorded,
        "lines": filled.lines,
        "engagements": filled.engagements,
        "clients": filled.clients,
        "first_day": filled.first_day.isoformat(),
        "last_day": filled.last_day.isoformat(),
    }
    text = (
        f"The sample portfolio: {counted(filled.engagements, 'engagement')} of {counted(filled.clients, 'client')}, "
        f"{counted(filled.entries, 'entry', 'entries')} of your own and {counted(filled.recorded, 'line')} "
        f"of the team's extract, {filled.first_day} to {filled.last_day}.\n"
    )
    return Reply(document, text)


def export(call: Call) -> Reply:
    """Write everything as CSV and JSON, while the store thread goes on."""
    folder = call.path(call.options.folder)
    store = call.door.do(lambda workspace: workspace.store)
    with call.door.reading():
        done = export_everything(store, folder, now_utc=call.now_utc, on_progress=call.progress)
    document = {"folder": str(folder), "files": list(done.files), "rows": done.rows}
    text = f"{folder}\n{counted(done.rows, 'row')} in {counted(len(done.files), 'file')}, readable by you alone.\n"
    return Reply(document, text)


def _whole(text: str, option: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 12):
        raise UserError("demo.number", option=option, text=text[:40])
    return int(text)
