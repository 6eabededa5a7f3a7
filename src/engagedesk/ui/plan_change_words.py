"""What an import would change in the plan, in words: which thing, which of its facts, from what to what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from engagedesk.domain.civil import Civil, day_of, second_of_day
from engagedesk.services.importing.planning import FieldChange, ImportPlan, Preview
from engagedesk.ui.controllers.messages import sentences, words_for
from engagedesk.ui.format import day_short, hm, locale
from engagedesk.ui.words import tr

SHOWN_CHANGES = 3
SHOWN_NAMES = 8
SHOWN_PLACES = 2


def named(row: Preview) -> str:
    """Return a row as "Task: Walkthroughs"."""
    words = thing_word(row.thing)
    return tr("PlanImport", "{thing}: {name}").format(thing=words, name=row.text) if words else row.text


def thing_word(thing: str) -> str:
    return {
        "engagement": tr("PlanImport", "Engagement"),
        "person": tr("PlanImport", "Person"),
        "phase": tr("PlanImport", "Phase"),
        "task": tr("PlanImport", "Task"),
        "milestone": tr("PlanImport", "Milestone"),
        "deliverable": tr("PlanImport", "Deliverable"),
        "plan_link": tr("PlanImport", "Link"),
        "booking": tr("PlanImport", "Booking"),
        "work_pattern": tr("PlanImport", "Working week"),
        "baseline": tr("PlanImport", "Baseline"),
        "leave": tr("PlanImport", "Leave"),
        "holiday": tr("PlanImport", "Holiday"),
        "overtime": tr("PlanImport", "Long days"),
        "blackout": tr("PlanImport", "Closed days"),
    }.get(thing, "")


def field_words(field: str) -> str:
    return {
        "name": tr("PlanImport", "Name"),
        "phase_id": tr("PlanImport", "Phase"),
        "owner_id": tr("PlanImport", "Owner"),
        "starts_civil": tr("PlanImport", "Start"),
        "ends_civil": tr("PlanImport", "Finish"),
        "starts": tr("PlanImport", "First day"),
        "ends": tr("PlanImport", "Last day"),
        "due": tr("PlanImport", "Due"),
        "deadline": tr("PlanImport", "Deadline"),
        "earliest": tr("PlanImport", "Not before"),
        "started_on": tr("PlanImport", "Started"),
        "done_on": tr("PlanImport", "Done"),
        "estimate_s": tr("PlanImport", "Work"),
        "remaining_s": tr("PlanImport", "Work left"),
        "duration_s": tr("PlanImport", "Duration"),
        "basis": tr("PlanImport", "Basis"),
        "demand_percent": tr("PlanImport", "Share of time"),
        "progress_percent": tr("PlanImport", "Progress"),
        "percent": tr("PlanImport", "Share of time"),
        "role": tr("PlanImport", "Role"),
        "pinned": tr("PlanImport", "Pinned"),
        "state": tr("PlanImport", "State"),
        "note": tr("PlanImport", "Note"),
        "lag_s": tr("PlanImport", "Lag"),
        "week": tr("PlanImport", "Working week"),
        "day_s": tr("PlanImport", "Hours of a day"),
        "valid_to": tr("PlanImport", "Until"),
        "country": tr("PlanImport", "Country"),
        "subdivision": tr("PlanImport", "Region"),
    }.get(field, field)


def change_words(row: Preview) -> str:
    """Return "Start: 2 Nov 08:00 → 3 Nov 09:00; Progress: 0 % → 50 %"; "" for a row that changes nothing."""
    if row.what == "gone":
        return tr("PlanImport", "It stays: time may be booked on it")
    parts = [_change(change) for change in row.changes[:SHOWN_CHANGES]]
    more = len(row.changes) - SHOWN_CHANGES
    if more > 0:
        parts.append(tr("PlanImport", "{n} more").format(n=locale().toString(more)))
    return "; ".join(parts)


def _change(change: FieldChange) -> str:
    words = tr("PlanImport", "{field}: {old} → {new}")
    old, new = (_value(change.field, value) for value in (change.old, change.new))
    return words.format(field=field_words(change.field), old=old, new=new)


def _value(field: str, value: object) -> str:
    if value in (None, "") or value == {}:
        return tr("PlanImport", "none")
    if isinstance(value, bool):
        return tr("PlanImport", "yes") if value else tr("PlanImport", "no")
    if isinstance(value, int) and field.endswith("_civil"):
        at = Civil(value)
        clock = f"{second_of_day(at) // 3600:02d}:{second_of_day(at) // 60 % 60:02d}"
        return tr("PlanImport", "{day} {clock}").format(day=day_short(day_of(at)), clock=clock)
    if isinstance(value, int) and field.endswith("_s"):
        return hm(value) if value >= 0 else f"−{hm(-value)}"
    if isinstance(value, int):
        return tr("PlanImport", "{n} %").format(n=locale().toString(value))
    if isinstance(value, date):
        return day_short(value)
    return str(value.value).replace("_", " ") if isinstance(value, StrEnum) else str(value)


def noticed(plan: ImportPlan) -> tuple[str, ...]:
    """Return what to know of a plan as a whole: what stays where the file has it, and what was not taken over."""
    found = []
    for remark in plan.placed_otherwise[:SHOWN_PLACES]:
        said = words_for(remark.as_error())
        found.append(sentences(said.title, said.detail))
    more = len(plan.placed_otherwise) - SHOWN_PLACES
    if more > 0:
        found.append(tr("PlanImport", "{n} more dates stay as the file has them.").format(n=locale().toString(more)))
    if plan.not_modelled:
        found.append(tr("PlanImport", "Not taken over: {names}").format(names=_counts(plan.not_modelled)))
    return tuple(found)


def _counts(counts: Sequence[tuple[str, int]]) -> str:
    names = [f"{name} × {locale().toString(count)}" for name, count in counts[:SHOWN_NAMES]]
    return ", ".join(names) + ("…" if len(counts) > SHOWN_NAMES else "")
