"""Charge codes from a firm's own list."""

from __future__ import annotations

from typing import Any

from engagedesk.domain.quick_match import fold
from engagedesk.interchange.rows import CodeImportRow
from engagedesk.services.importing.engagements import EngagementRows
from engagedesk.services.importing.planning import Desk, said_by


class CodeRows:
    """Adds codes to the engagements that rows name, and brings known codes up to date."""

    def __init__(self, desk: Desk, engagements: EngagementRows) -> None:
        self._desk = desk
        self._engagements = engagements

    def listed(self, row: CodeImportRow) -> None:
        """Take one code of the list."""
        desk = self._desk
        said = said_by(row)
        key, earlier, same = desk.seen_before(row.source_key, said)
        if same:
            desk.report(row.line, "unchanged", row.code)
            return
        values = _stated(row)
        there = desk.known.codes.get(fold(row.code))
        code_id = earlier or (None if there is None else there[0])
        if code_id is not None:
            desk.update("charge_code", code_id, values)
            desk.note(key, "charge_code", code_id, said=said)
            desk.report(row.line, "updated", row.code)
            return
        engagement = self._engagements.find(client=row.client, title=row.engagement, code="")
        if engagement is None and row.client:
            # A list that names clients and engagements beside its codes may be the first that a store sees.
            client = self._engagements.client(row.client)
            engagement = self._engagements.engagement(client, row.engagement, client_name=row.client)
        if engagement is None:
            desk.reject(row.line, "import.row.unknown_engagement", engagement=row.engagement or row.client or row.code)
            return
        code_id = self._engagements.add_code(engagement, row.code, **values)
        desk.note(key, "charge_code", code_id, said=said)
        desk.report(row.line, "created", row.code)


def _stated(row: CodeImportRow) -> dict[str, Any]:
    said: dict[str, Any] = {}
    if row.activity or row.name:
        said["activity"] = row.activity or row.name
    for name, value in (("valid_from", row.valid_from), ("valid_to", row.valid_to)):
        if value is not None:
            said[name] = value
    if row.open is not None:
        said["closed"] = not row.open
    for name, flag in (("chargeable", row.chargeable), ("billable", row.billable)):
        if flag is not None:
            said[name] = flag
    return said
