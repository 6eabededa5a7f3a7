"""People: the grade a person holds over time, apart from the role they have on an engagement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final


@dataclass(frozen=True, slots=True, order=True)
class GradeHeld:
    """A grade from a date on, until the next one."""

    valid_from: date
    grade: str


def grade_on(history: Iterable[GradeHeld], day: date) -> str | None:
    """Return the grade held on a day; None before the first."""
    held = max((step for step in history if step.valid_from <= day), default=None)
    return held.grade if held else None


class EngagementRole(StrEnum):
    """What a person does on one engagement, whatever their grade."""

    PARTNER = "partner"
    EQR = "eqr"
    DIRECTOR = "director"
    MANAGER = "manager"
    REVIEWER = "reviewer"
    IN_CHARGE = "in_charge"
    SENIOR = "senior"
    ASSOCIATE = "associate"
    SPECIALIST = "specialist"
    COORDINATOR = "coordinator"
    PMO = "pmo"


_ROLE_TITLES: Final = {EngagementRole.PMO: "PMO", EngagementRole.EQR: "EQR", EngagementRole.IN_CHARGE: "In-charge"}


def role_title(role: str) -> str:
    """Return how a role is written on a team and on a task; a role that is none of the usual stays as it is."""
    if role not in set(EngagementRole):
        return role
    return _ROLE_TITLES.get(EngagementRole(role), role.replace("_", " ").capitalize())
