"""Rows of the store as JSON documents; the keys are the contract with scripts."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Final

from engagedesk.cli.layout import stamp
from engagedesk.domain.ids import format_id
from engagedesk.services.queries.rows import EngagementPage, EngagementRow, EntryRow, HistoryRow


def entry(row: EntryRow) -> dict[str, Any]:
    return {
        "id": format_id(row.id),
        "day": row.work_day.isoformat(),
        "engagement": row.label or None,
        "code": row.code,
        "task": row.task,
        "start_utc": None if row.start_utc is None else stamp(row.start_utc),
        "end_utc": None if row.end_utc is None else stamp(row.end_utc),
        "zone": row.zone,
        "seconds": row.seconds,
        "chargeable": row.chargeable,
        "narrative": row.narrative,
        "state": row.state.value,
        "source": row.source.value,
    }


def engagement(row: EngagementRow) -> dict[str, Any]:
    return {
        "id": format_id(row.id),
        "client": row.client,
        "engagement": row.title,
        "service_line": row.service_line.value,
        "state": row.state.value,
        "codes": list(row.codes),
        "closed_codes": list(row.closed_codes),
        "phase": row.phase,
        "role": row.my_role,
        "fee": row.fee.value,
        "fee_minor": row.fee_minor,
        "fee_cap_minor": row.fee_cap_minor,
        "currency": row.currency,
        "next_date": _day(row.next_date),
        "next_date_what": row.next_date_what,
        "open_gates": [gate.value for gate in row.open_gates],
        "own_week_s": row.own_week_s,
        "own_total_s": row.own_total_s,
        "team_total_s": row.team_total_s,
        "awaiting_code_s": row.awaiting_code_s,
        "note": row.note,
    }


def engagement_page(page: EngagementPage) -> dict[str, Any]:
    return {
        **engagement(page.row),
        "period_end": _day(page.period_end),
        "starts": _day(page.starts),
        "ends": _day(page.ends),
        "contract": page.contract,
        "local_currency": page.local_currency,
        "priority": page.priority,
        "extract_date": _day(page.extract_date),
        "gates": [{"kind": g.kind.value, "state": g.state.value, "on": _day(g.on), "note": g.note} for g in page.gates],
        "phases": [
            {"name": p.name, "starts": _day(p.starts), "ends": _day(p.ends), "state": p.state.value, "own_s": p.own_s}
            for p in page.phases
        ],
        "team": [
            {"name": t.name, "grade": t.grade, "role": t.role, "me": t.is_me, "seconds": t.seconds} for t in page.team
        ],
        "code_details": [
            {
                "code": c.code,
                "activity": c.activity,
                "valid_from": _day(c.valid_from),
                "valid_to": _day(c.valid_to),
                "standing": c.standing.value,
                "chargeable": c.chargeable,
                "billable": c.billable,
                "own_s": c.own_s,
                "team_s": c.team_s,
            }
            for c in page.codes
        ],
        "entries": [entry(row) for row in page.my_entries],
    }


def change(row: HistoryRow) -> dict[str, Any]:
    return {
        "when": stamp(row.at_utc),
        "who": row.who,
        "command": row.command,
        "field": row.field,
        "old": value(row.field, row.old),
        "new": value(row.field, row.new),
        "reason": row.reason,
    }


def value(field: str, text: str) -> str:
    """Return a stored value as a person reads it: instants as ISO 8601, ids in their canonical form."""
    if field.endswith("_utc") and text.lstrip("-").isdigit():
        return stamp(int(text))
    if field.endswith("_id") and _HEX_ID.fullmatch(text):
        return format_id(bytes.fromhex(text))
    return text


_HEX_ID: Final = re.compile(r"[0-9a-f]{32}", re.ASCII)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
