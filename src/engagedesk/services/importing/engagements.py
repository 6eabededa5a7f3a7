"""Clients, engagements and their codes, as imports find or create them."""

from __future__ import annotations

from typing import Any

from engagedesk.domain.engagement import CodeChoice, CodeRule, short_name
from engagedesk.domain.ids import CodeId
from engagedesk.domain.quick_match import fold
from engagedesk.domain.states import FeeArrangement, PhaseState, ServiceLine
from engagedesk.domain.templates import EngagementTemplate
from engagedesk.interchange.rows import EngagementImportRow
from engagedesk.services.importing.planning import ENGAGEMENT_DEFAULTS, Desk, said_by, service_line_of
from engagedesk.services.templates import template_for

PALETTE = 11
GENERAL = "General"


class EngagementRows:
    """Finds clients and engagements by name or code, and plans those that are missing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def client(self, name: str, *, code_name: str = "") -> bytes:
        """Return the client of this name, planned where the store has none."""
        known = self._desk.known
        found = known.clients.get(fold(name)) or (known.clients.get(fold(code_name)) if code_name else None)
        if found is not None:
            return found
        used = {index: known.colours.count(index) for index in range(PALETTE)}
        colour = min(used, key=lambda index: (used[index], index))
        short = short_name(name)
        client = self._desk.create(
            "client",
            name=name,
            code_name=code_name,
            short_name=short,
            colour=colour,
            code_name_everywhere=False,
            preferences={},
            note="",
        )
        known.colours.append(colour)
        known.client_names.append(name)
        for one in (short, code_name, name):
            if one:
                known.clients.setdefault(fold(one), client)
        known.clients[fold(name)] = client
        self._desk.plan.new_names.append(name)
        return client

    def engagement(self, client: bytes, title: str, *, client_name: str) -> bytes:
        """Return the client's engagement of this title; of an empty title, its only one; planned where missing."""
        known = self._desk.known
        there = known.of_client.get(client, [])
        if not title and len(there) == 1:
            return there[0]
        found = known.engagements.get((client, fold(title or GENERAL)))
        if found is not None:
            return found
        wanted = title or GENERAL
        return self._create(client, wanted, client_name=client_name, service_line=service_line_of(wanted))

    def find(self, *, client: str, title: str, code: str) -> bytes | None:
        """Return the engagement that a row names by code, or by client and title; None where the store has none."""
        known = self._desk.known
        if code:
            owner = known.codes.get(fold(code))
            if owner is not None and owner[1] is not None:
                return owner[1]
        if client:
            client_id = known.clients.get(fold(client))
            if client_id is not None:
                there = known.of_client.get(client_id, [])
                if title:
                    found = known.engagements.get((client_id, fold(title)))
                    if found is not None:
                        return found
                return there[0] if len(there) == 1 else None
        if title:
            fitting = [one for (_, name), one in known.engagements.items() if name == fold(title)]
            return fitting[0] if len(fitting) == 1 else None
        return None

    def add_code(self, engagement: bytes | None, code: str, **values: Any) -> bytes:
        """Plan a charge code of an engagement."""
        known = self._desk.known
        columns = {
            "activity": "",
            "valid_from": None,
            "valid_to": None,
            "closed": False,
            "closed_on": None,
            "chargeable": True,
            "billable": True,
            "non_client": None,
            "position": len(known.choices[engagement]) if engagement is not None else 0,
            **values,
        }
        code_id = self._desk.create("charge_code", engagement_id=engagement, code=code, **columns)
        known.codes[fold(code)] = (code_id, engagement, bool(columns["chargeable"]))
        if engagement is not None:
            rule = CodeRule(columns["valid_from"], columns["valid_to"], not columns["closed"])
            known.choices[engagement].append(CodeChoice(CodeId(code_id), code, str(columns["activity"]), rule))
        return code_id

    def listed(self, row: EngagementImportRow) -> None:
        """Take one engagement of the firm's list."""
        desk = self._desk
        said = said_by(row)
        key, earlier, same = desk.seen_before(row.source_key, said)
        label = f"{row.client} · {row.title}"
        if same:
            desk.report(row.line, "unchanged", label)
            return
        engagement = earlier or next(
            (owner[1] for code in row.codes if (owner := desk.known.codes.get(fold(code))) and owner[1]), None
        )
        if engagement is None:
            client_id = desk.known.clients.get(fold(row.client))
            if client_id is not None:
                engagement = desk.known.engagements.get((client_id, fold(row.title)))
        stated = _stated(row)
        if engagement is None:
            client = self.client(row.client, code_name=row.code_name)
            engagement = self._create(
                client,
                row.title or GENERAL,
                client_name=row.client,
                service_line=row.service_line or service_line_of(f"{row.title} {row.engagement_type}"),
                **stated,
            )
            self._add_plan(engagement, row)
            what = "created"
        else:
            if row.service_line is not None:
                stated["service_line"] = row.service_line
            desk.update("engagement", engagement, stated)
            what = "updated"
        for code in row.codes:
            if fold(code) not in desk.known.codes:
                self.add_code(engagement, code)
        desk.note(key, "engagement", engagement, said=said)
        desk.report(row.line, what, label)

    def _create(
        self, client: bytes, title: str, *, client_name: str, service_line: ServiceLine, **stated: Any
    ) -> bytes:
        known = self._desk.known
        engagement = self._desk.create(
            "engagement",
            client_id=client,
            title=title,
            service_line=service_line,
            **{**ENGAGEMENT_DEFAULTS, **stated},
        )
        known.engagements[(client, fold(title))] = engagement
        known.of_client[client].append(engagement)
        self._desk.plan.new_names.append(f"{client_name} · {title}")
        return engagement

    def _add_plan(self, engagement: bytes, row: EngagementImportRow) -> None:
        """Give a new engagement of the list the phases and tasks of its service line, at the phase that it names."""
        template = template_for(row.service_line or service_line_of(f"{row.title} {row.engagement_type}"))
        names = [phase.name for phase in template.phases]
        at = next((i for i, name in enumerate(names) if fold(name) == fold(row.phase)), None)
        if row.phase and at is None:
            self._desk.create(
                "phase",
                engagement_id=engagement,
                name=row.phase,
                position=0,
                starts=row.starts_on,
                ends=row.ends_on,
                state=PhaseState.ACTIVE,
            )
            return
        self._add_template(engagement, template, row, at)

    def _add_template(
        self, engagement: bytes, template: EngagementTemplate, row: EngagementImportRow, at: int | None
    ) -> None:
        position = 0
        for place, phase in enumerate(template.phases):
            starts, ends = phase.dates(row.period_end) if row.period_end else (None, None)
            state = PhaseState.PLANNED
            if at is not None:
                state = PhaseState.DONE if place < at else PhaseState.ACTIVE if place == at else PhaseState.PLANNED
            phase_id = self._desk.create(
                "phase",
                engagement_id=engagement,
                name=phase.name,
                position=place,
                starts=starts,
                ends=ends,
                state=state,
            )
            for task in phase.tasks:
                task_id = self._desk.create(
                    "task",
                    engagement_id=engagement,
                    phase_id=phase_id,
                    name=task.name,
                    position=position,
                    estimate_s=task.estimate_s,
                    due=None,
                    done_on=None,
                )
                self._desk.known.tasks[(engagement, fold(task.name))] = task_id
                position += 1


def _stated(row: EngagementImportRow) -> dict[str, Any]:
    """Return the columns that the row says something about; silence changes nothing."""
    said: dict[str, Any] = {}
    if row.engagement_type:
        said["kind"] = row.engagement_type
    if row.fee_arrangement is not None:
        said["fee"] = row.fee_arrangement
    if row.fee_minor is not None:
        said["fee_minor"] = row.fee_minor
        if row.fee_arrangement is FeeArrangement.CAPPED:
            said["fee_cap_minor"] = row.fee_minor
    if row.currency:
        said["currency"] = said["local_currency"] = row.currency
    for name, value in (("period_end", row.period_end), ("starts", row.starts_on), ("ends", row.ends_on)):
        if value is not None:
            said[name] = value
    if row.state is not None:
        said["state"] = row.state
    if row.role:
        said["my_role"] = row.role
    if row.priority.isdigit() and 1 <= int(row.priority) <= 5:
        said["priority"] = int(row.priority)
    return said
