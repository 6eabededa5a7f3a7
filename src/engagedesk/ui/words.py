"""The words for states, service lines, gates and fee arrangements, translated; and their tones and icons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from engagedesk.domain.person import EngagementRole
from engagedesk.domain.states import (
    CodeStanding,
    EngagementState,
    EntryState,
    FeeArrangement,
    GateKind,
    GateState,
    PhaseState,
    ServiceLine,
)
from engagedesk.services.queries.rows import HistoryRow, RecentTarget
from engagedesk.ui.format import hm, locale, moment
from engagedesk.ui.theme import Icon, Tone

tr = QCoreApplication.translate


def target_details(targets: Sequence[RecentTarget]) -> list[str]:
    """Return each target's detail; its code stands with it where another one reads the same."""
    read = [(target.label, target.detail) for target in targets]
    return [
        "  ".join(part for part in (target.detail, target.code) if part)
        if read.count((target.label, target.detail)) > 1
        else target.detail
        for target in targets
    ]


def entry_state(state: EntryState) -> tuple[str, Tone, Icon]:
    """Return the word, the tone and the narrow icon of an entry's state."""
    return {
        EntryState.DRAFT: (tr("State", "Draft"), Tone.SECOND, Icon.DASHED),
        EntryState.READY: (tr("State", "Ready"), Tone.OK, Icon.CHECK),
        EntryState.SUBMITTED: (tr("State", "Submitted"), Tone.INFO, Icon.SORT_UP),
        EntryState.POSTED: (tr("State", "Posted"), Tone.SECOND, Icon.LOCK),
        EntryState.RETURNED: (tr("State", "Returned"), Tone.DANGER, Icon.UNDO),
    }[state]


def engagement_state(state: EngagementState) -> tuple[str, Tone, Icon]:
    return {
        EngagementState.PROPOSED: (tr("State", "Proposed"), Tone.SECOND, Icon.DASHED),
        EngagementState.PLANNED: (tr("State", "Planned"), Tone.INFO, Icon.CALENDAR),
        EngagementState.ACTIVE: (tr("State", "Active"), Tone.OK, Icon.CHECK),
        EngagementState.ON_HOLD: (tr("State", "On hold"), Tone.WARN, Icon.AWAY),
        EngagementState.CLOSED: (tr("State", "Closed"), Tone.SECOND, Icon.LOCK),
        EngagementState.ARCHIVED: (tr("State", "Archived"), Tone.SECOND, Icon.HISTORY),
    }[state]


def code_standing(standing: CodeStanding) -> tuple[str, Tone]:
    return {
        CodeStanding.OPEN: (tr("Code", "Open"), Tone.OK),
        CodeStanding.CLOSED: (tr("Code", "Closed"), Tone.WARN),
        CodeStanding.NOT_YET_VALID: (tr("Code", "Not yet valid"), Tone.WARN),
        CodeStanding.EXPIRED: (tr("Code", "Expired"), Tone.WARN),
        CodeStanding.MISSING: (tr("Code", "Missing"), Tone.WARN),
    }[standing]


def service_line(line: ServiceLine) -> str:
    return {
        ServiceLine.AUDIT: tr("Service", "Audit"),
        ServiceLine.TAX: tr("Service", "Tax"),
        ServiceLine.ADVISORY: tr("Service", "Advisory"),
    }[line]


def fee_arrangement(fee: FeeArrangement) -> str:
    return {
        FeeArrangement.TIME_AND_MATERIALS: tr("Fee", "Time and materials"),
        FeeArrangement.CAPPED: tr("Fee", "Capped"),
        FeeArrangement.FIXED: tr("Fee", "Fixed"),
        FeeArrangement.RETAINER: tr("Fee", "Retainer"),
        FeeArrangement.MILESTONES: tr("Fee", "Milestones"),
    }[fee]


def gate(kind: GateKind) -> str:
    return {
        GateKind.ACCEPTANCE: tr("Gate", "Acceptance"),
        GateKind.CONTINUANCE: tr("Gate", "Continuance"),
        GateKind.INDEPENDENCE: tr("Gate", "Independence"),
        GateKind.ENGAGEMENT_LETTER: tr("Gate", "Engagement letter"),
        GateKind.PRE_APPROVAL: tr("Gate", "Pre-approval"),
        GateKind.OVERDUE_FEES: tr("Gate", "Overdue fees"),
    }[kind]


def gate_state(state: GateState) -> tuple[str, Tone, Icon]:
    return {
        GateState.OPEN: (tr("Gate", "open"), Tone.WARN, Icon.WARNING),
        GateState.SETTLED: (tr("Gate", "settled"), Tone.OK, Icon.CHARGEABLE),
        GateState.NOT_NEEDED: (tr("Gate", "not needed"), Tone.OK, Icon.CHARGEABLE),
    }[state]


def phase_state(state: PhaseState) -> str:
    return {
        PhaseState.PLANNED: tr("Phase", "Planned"),
        PhaseState.ACTIVE: tr("Phase", "Active"),
        PhaseState.DONE: tr("Phase", "Done"),
    }[state]


def command_words(label: str) -> str:
    """Return what undo and history call a command, with a capital; a label without a text stays as it is."""
    words = tr("Commands", label)
    return words[:1].upper() + words[1:]


ROLES: Final = tuple(EngagementRole)


def role_word(role: EngagementRole) -> str:
    return {
        EngagementRole.PARTNER: tr("Role", "Partner"),
        EngagementRole.EQR: tr("Role", "EQR"),
        EngagementRole.DIRECTOR: tr("Role", "Director"),
        EngagementRole.MANAGER: tr("Role", "Manager"),
        EngagementRole.REVIEWER: tr("Role", "Reviewer"),
        EngagementRole.IN_CHARGE: tr("Role", "In-charge"),
        EngagementRole.SENIOR: tr("Role", "Senior"),
        EngagementRole.ASSOCIATE: tr("Role", "Associate"),
        EngagementRole.SPECIALIST: tr("Role", "Specialist"),
        EngagementRole.COORDINATOR: tr("Role", "Coordinator"),
        EngagementRole.PMO: tr("Role", "PMO"),
    }[role]


def change_title(change: HistoryRow) -> str:
    """Return what changed: the field's name, or what was done where no single field says it."""
    if not change.field:
        return command_words(re.sub(r"(?<!^)(?=[A-Z])", " ", change.command).lower())
    known = {
        "start_utc": tr("History", "Start"),
        "end_utc": tr("History", "End"),
        "seconds": tr("History", "Hours"),
        "work_day": tr("History", "Day"),
        "code_id": tr("History", "Code"),
        "task_id": tr("History", "Task"),
        "phase_id": tr("History", "Phase"),
        "engagement_id": tr("History", "Engagement"),
        "narrative": tr("History", "Narrative"),
        "activity": tr("History", "Activity"),
        "state": tr("History", "State"),
        "chargeable": tr("History", "Chargeable"),
        "zone": tr("History", "Time zone"),
        "note": tr("History", "Note"),
        "name": tr("History", "Name"),
        "title": tr("History", "Title"),
    }
    plain = change.field.removesuffix("_utc").removesuffix("_id").removesuffix("_s").replace("_", " ")
    return known.get(change.field, plain.capitalize())


def change_value(change: HistoryRow, value: str, zone: str) -> str:
    """Return one side of a change as a person reads it: instants in a zone, lengths as hours and minutes."""
    number = value.removeprefix("-")
    if change.field.endswith("_utc") and number.isdecimal():
        return moment(int(value), zone)
    if change.field == "seconds" and number.isdecimal():
        return hm(int(value))
    return {"True": tr("History", "yes"), "False": tr("History", "no")}.get(value, value)


def counted(count: int, one: str, many: str, **more: str) -> str:
    """Return ``one`` or ``many`` with ``{n}`` filled, and what else they name; both are translated already."""
    return (one if count == 1 else many).format(n=locale().toString(count), **more)
