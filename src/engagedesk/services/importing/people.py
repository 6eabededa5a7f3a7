"""Persons and teams, as imports find or create them."""

from __future__ import annotations

from datetime import date
from typing import Any

from engagedesk.domain.quick_match import fold
from engagedesk.interchange.rows import StaffingImportRow
from engagedesk.services.importing.engagements import EngagementRows
from engagedesk.services.importing.planning import Desk, said_by

SINCE_EVER = date(2000, 1, 1)


class PeopleRows:
    """Finds persons by address or name, and plans those that are missing."""

    def __init__(self, desk: Desk, engagements: EngagementRows) -> None:
        self._desk = desk
        self._engagements = engagements

    def person(self, name: str, *, email: str = "", grade: str = "", since: date = SINCE_EVER) -> bytes:
        """Return the person of this address or name, planned where the store has none."""
        known = self._desk.known
        found = (known.people.get(fold(email)) if email else None) or known.people.get(fold(name))
        if found is not None:
            return found
        person = self._desk.create("person", name=name or email, email=email, staff_key="", is_me=False)
        for one in (email, name):
            if one:
                known.people[fold(one)] = person
        if grade:
            self._desk.create("person_grade", person_id=person, grade=grade, valid_from=since)
        return person

    def staffed(self, row: StaffingImportRow) -> None:
        """Take one line of a staffing plan."""
        desk = self._desk
        engagement = self._engagements.find(client=row.client, title=row.engagement, code=row.code)
        if engagement is None:
            desk.reject(row.line, "import.row.unknown_engagement", engagement=row.engagement or row.client or row.code)
            return
        said = said_by(row)
        key, earlier, same = desk.seen_before(row.source_key, said)
        label = f"{row.person} · {row.client or row.code}"
        if same:
            desk.report(row.line, "unchanged", label)
            return
        values: dict[str, Any] = {
            "role": row.role,
            "starts": row.from_day,
            "ends": row.to_day,
            "planned_s": row.seconds,
        }
        person = self.person(row.person, email=row.email, grade=row.grade)
        if earlier is not None:
            desk.update("team_member", earlier, values)
            desk.note(key, "team_member", earlier, said=said)
            desk.report(row.line, "updated", label)
            return
        if (engagement, person) in desk.known.team:
            desk.report(row.line, "unchanged", label)
            return
        member = desk.create("team_member", engagement_id=engagement, person_id=person, **values)
        desk.known.team.add((engagement, person))
        desk.note(key, "team_member", member, said=said)
        desk.report(row.line, "created", label)
