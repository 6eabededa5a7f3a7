"""``plan export FILE``, and what ``import`` says of plans and calendars."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from engagedesk import wording
from engagedesk.cli.call import Call, Reply
from engagedesk.cli.layout import counted
from engagedesk.domain.civil import clock
from engagedesk.errors import UserError
from engagedesk.interchange.rows import Remark
from engagedesk.services.importing.planning import FieldChange, ImportPlan
from engagedesk.services.plan_exchange import PlanWords, format_of, plan_document, write_plan
from engagedesk.services.queries.engagements import engagements
from engagedesk.services.workspace import Workspace

_PLACES: Final = frozenset({"starts_civil", "ends_civil"})
_THINGS: Final = {
    "plan_link": "link", "work_pattern": "working week", "calendar_event": "days", "blackout": "closed days",
}  # fmt: skip


def export(call: Call) -> Reply:
    """Write the plan of the live engagements, or of those that are named."""
    from engagedesk.cli.engagements import meant

    options = call.options
    path = call.path(options.file)
    format_of(path)
    today = call.place().today
    words = PlanWords()

    def work(workspace: Workspace) -> Any:
        every = workspace.read(engagements, today=today, states=None)
        chosen = [bytes(meant(workspace, name, every)) for name in options.engagement or ()]
        return workspace.read(
            plan_document, chosen, today=today, real_names=bool(options.real_names), title=words.title
        )

    done = write_plan(call.door.do(work), path, now_utc=call.now_utc, words=words)
    document = {
        "file": str(path),
        "engagements": done.engagements,
        "items": done.items,
        "links": done.links,
        "bookings": done.bookings,
        "unwritten": [{"what": code, "count": count} for code, count in done.unwritten],
    }
    text = f"{path}: {counted(done.engagements, 'engagement')}, {counted(done.items, 'item')}.\n"
    if done.unwritten:
        text += "Not in this kind of file:\n"
        text += "".join(f"  {left_out(code)}: {count:,}\n" for code, count in done.unwritten)
    return Reply(document, text)


def left_out(code: str) -> str:
    return wording.describe(UserError(f"exchange.left.{code}")).title


def plan_facts(plan: ImportPlan) -> dict[str, Any]:
    """Return what ``--json`` says of a plan beside the counts of every import."""
    return {
        "changes": [
            {"line": one.line, "what": one.thing, "name": one.text, "field": change.field,
             "old": value_text(change.field, change.old), "new": value_text(change.field, change.new)}
            for one in plan.preview
            for change in one.changes
        ],
        "gone": [{"what": one.thing, "name": one.text} for one in plan.preview if one.what == "gone"],
        "placed_otherwise": [wording.describe(one.as_error()).line() for one in plan.placed_otherwise],
        "not_modelled": [{"what": name, "count": count} for name, count in plan.not_modelled],
    }  # fmt: skip


def plan_text(plan: ImportPlan) -> str:
    """Return what else a person should know before a plan comes in."""
    text = _listed("Not in the file any more; stays", (one.text for one in plan.preview if one.what == "gone"))
    text += _listed("Stays as the file has it", (_line(one) for one in plan.placed_otherwise))
    return text + _listed("Not taken over", (f"{name} × {count:,}" for name, count in plan.not_modelled))


def _line(remark: Remark) -> str:
    return wording.describe(remark.as_error()).line()


def _listed(title: str, lines: Iterable[str]) -> str:
    body = "".join(f"  {line}\n" for line in lines)
    return f"{title}:\n{body}" if body else ""


def thing(name: str) -> str:
    """Return what a row is about in plain words."""
    return _THINGS.get(name, name.replace("_", " "))


def change_text(change: FieldChange) -> str:
    """Return ``start 2026-11-02 09:00 -> 2026-11-03 09:00``."""
    name = {"starts_civil": "start", "ends_civil": "finish"}.get(change.field, change.field)
    name = name.removesuffix("_id").removesuffix("_s").removesuffix("_percent").replace("_", " ")
    return f"{name} {value_text(change.field, change.old)} -> {value_text(change.field, change.new)}"


def value_text(field: str, value: object) -> str:
    """Return a value as the terminal shows it; "-" for none."""
    if value is None or value == "":
        return "-"
    if field in _PLACES and isinstance(value, int):
        return clock(value).isoformat(" ", "minutes")  # type: ignore[arg-type]  # places are whole seconds
    if field.endswith("_s") and isinstance(value, int):
        sign, size = ("-", -value) if value < 0 else ("", value)
        return f"{sign}{size // 3600}:{size // 60 % 60:02d} h"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value)
