"""Engagement templates as data: what an audit, a tax or an advisory engagement is made of, before anyone plans it.

Days are counted from the period end (negative: before it), so that a template fits every year. The caller reads the
file (TOML); this module reads its contents.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final

from engagedesk.domain.states import ServiceLine
from engagedesk.errors import UserError

_DAYS_LIMIT: Final = 1500
_HOURS_LIMIT: Final = 20_000
_TEXT_LIMIT: Final = 200
_LIST_LIMIT: Final = 200


class ReviewLevel(StrEnum):
    """Who reviews, from the first to the last."""

    DETAILED = "detailed"
    MANAGER = "manager"
    PARTNER = "partner"
    EQR = "eqr"


@dataclass(frozen=True, slots=True)
class TemplateTask:
    name: str
    estimate_s: int
    role: str = ""
    """Who usually does it (an engagement role); "" = anyone."""
    after: tuple[str, ...] = ()
    """Names of tasks that end before this one starts, in any phase."""


@dataclass(frozen=True, slots=True)
class TemplateDeliverable:
    name: str
    due_day: int
    """Days after the period end."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    name: str
    level: ReviewLevel
    due_day: int
    """Days after the period end."""


@dataclass(frozen=True, slots=True)
class TemplatePhase:
    """One phase; both days are inclusive and count from the period end."""

    name: str
    first_day: int
    last_day: int
    tasks: tuple[TemplateTask, ...]
    deliverables: tuple[TemplateDeliverable, ...]
    checkpoints: tuple[Checkpoint, ...]

    @property
    def estimate_s(self) -> int:
        return sum(task.estimate_s for task in self.tasks)

    def dates(self, period_end: date) -> tuple[date, date]:
        """Return the first and last date of the phase for a period end."""
        return day_from(period_end, self.first_day), day_from(period_end, self.last_day)


@dataclass(frozen=True, slots=True)
class EngagementTemplate:
    key: str
    name: str
    service_line: ServiceLine
    phases: tuple[TemplatePhase, ...]

    @property
    def estimate_s(self) -> int:
        return sum(phase.estimate_s for phase in self.phases)


def day_from(period_end: date, days: int) -> date:
    """Return the date so many days after a period end."""
    try:
        return period_end + timedelta(days=days)
    except OverflowError as error:
        raise UserError("day.out_of_range", day=period_end.isoformat()) from error


def template_from_data(data: Mapping[str, Any]) -> EngagementTemplate:
    """Read a template from the data of its file; ``UserError`` names the place of what is wrong."""
    key, name = _text(data, "key", place="template"), _text(data, "name", place="template")
    line = _text(data, "service_line", place="template")
    if line not in set(ServiceLine):
        raise UserError("template.bad_value", place="template", field="service_line")
    phases = tuple(_phase(item) for item in _tables(data, "phase", place=key))
    if not phases:
        raise UserError("template.bad_value", place=key, field="phase")
    tasks = [task.name for phase in phases for task in phase.tasks]
    for phase in phases:
        for task in phase.tasks:
            unknown = [other for other in task.after if other not in tasks or other == task.name]
            if unknown:
                raise UserError("template.unknown_task", place=task.name, field=unknown[0])
    for names in (tasks, [phase.name for phase in phases]):
        if len(set(names)) != len(names):
            raise UserError("template.twice", place=key, field=next(n for n in names if names.count(n) > 1))
    return EngagementTemplate(key, name, ServiceLine(line), phases)


def _phase(data: Mapping[str, Any]) -> TemplatePhase:
    name = _text(data, "name", place="phase")
    first, last = _whole(data, "first_day", place=name), _whole(data, "last_day", place=name)
    if last < first:
        raise UserError("template.bad_value", place=name, field="last_day")
    return TemplatePhase(
        name,
        first,
        last,
        tuple(_task(item, place=name) for item in _tables(data, "task", place=name)),
        tuple(
            TemplateDeliverable(_text(item, "name", place=name), _whole(item, "due_day", place=name))
            for item in _tables(data, "deliverable", place=name)
        ),
        tuple(_checkpoint(item, place=name) for item in _tables(data, "checkpoint", place=name)),
    )


def _task(data: Mapping[str, Any], *, place: str) -> TemplateTask:
    name = _text(data, "name", place=place)
    hours = data.get("hours")
    if isinstance(hours, bool) or not isinstance(hours, int | float) or not 0 <= hours <= _HOURS_LIMIT:
        raise UserError("template.bad_value", place=name, field="hours")
    after = data.get("after", [])
    if not isinstance(after, list) or not all(isinstance(other, str) for other in after):
        raise UserError("template.bad_value", place=name, field="after")
    role = data.get("role", "")
    if not isinstance(role, str) or len(role) > _TEXT_LIMIT:
        raise UserError("template.bad_value", place=name, field="role")
    return TemplateTask(name, round(hours * 3600), role, tuple(after))


def _checkpoint(data: Mapping[str, Any], *, place: str) -> Checkpoint:
    name = _text(data, "name", place=place)
    level = data.get("level")
    if level not in set(ReviewLevel):
        raise UserError("template.bad_value", place=name, field="level")
    return Checkpoint(name, ReviewLevel(level), _whole(data, "due_day", place=name))


def _text(data: Mapping[str, Any], name: str, *, place: str) -> str:
    value = data.get(name)
    if not isinstance(value, str) or not value.strip() or len(value) > _TEXT_LIMIT:
        raise UserError("template.bad_value", place=place, field=name)
    return value.strip()


def _whole(data: Mapping[str, Any], name: str, *, place: str) -> int:
    value = data.get(name)
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > _DAYS_LIMIT:
        raise UserError("template.bad_value", place=place, field=name)
    return value


def _tables(data: Mapping[str, Any], name: str, *, place: str) -> list[Mapping[str, Any]]:
    value = data.get(name, [])
    if not isinstance(value, list) or len(value) > _LIST_LIMIT or not all(isinstance(v, Mapping) for v in value):
        raise UserError("template.bad_value", place=place, field=name)
    return value
