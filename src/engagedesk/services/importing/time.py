"""Own time from another tracker, and the lines that the firm's system holds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, Final

from engagedesk.domain.days import Ambiguous, Nonexistent, Resolved, resolve_local
from engagedesk.domain.engagement import default_code
from engagedesk.domain.quick_match import fold
from engagedesk.domain.states import EntrySource, EntryState
from engagedesk.interchange.rows import RecordedImportRow, Remark, TimeImportRow
from engagedesk.services.importing.engagements import EngagementRows
from engagedesk.services.importing.people import PeopleRows
from engagedesk.services.importing.planning import Desk, said_by

SHORTEST_NAME: Final = 4
"""Fewer letters name no non-client code by its beginning."""


class TimeRows:
    """Turns rows of time into entries and recorded lines."""

    def __init__(self, desk: Desk, engagements: EngagementRows, people: PeopleRows) -> None:
        self._desk = desk
        self._engagements = engagements
        self._people = people

    def own(self, row: TimeImportRow) -> None:
        """Take one row of the person's own time; it arrives as a draft."""
        desk = self._desk
        said = said_by(row)
        key, earlier, same = desk.seen_before(row.source_key, said)
        label = " · ".join(part for part in (row.client, row.engagement, row.narrative) if part)
        if same:
            desk.report(row.line, "unchanged", label)
            return
        if row.seconds <= 0:
            desk.reject(row.line, "import.row.no_time")
            return
        engagement, code, code_chargeable = self._target(row)
        task = None if engagement is None else desk.known.tasks.get((engagement, fold(row.task)))
        values: dict[str, Any] = {
            **self._times(row),
            "seconds": row.seconds,
            "zone": desk.known.zone_name,
            "engagement_id": engagement,
            "code_id": code,
            "task_id": task,
            "activity": row.activity or ("" if task is not None else row.task),
            "narrative": row.narrative,
            "chargeable": row.billable if row.billable is not None else code_chargeable,
        }
        if earlier is not None:
            desk.update("time_entry", earlier, values)
            desk.note(key, "time_entry", earlier, said=said)
            desk.report(row.line, "updated", label)
            return
        entry = desk.create_in_bulk(
            "time_entry",
            {
                "id": desk.new_id(),
                **values,
                "phase_id": None,
                "state": EntryState.DRAFT,
                "source": EntrySource.IMPORT,
                "returned_reason": "",
                "reverses_id": None,
                "changed_utc": values["end_utc"] or desk.now_utc,
                "last_activity_utc": None,
            },
        )
        desk.note(key, "time_entry", entry, said=said)
        desk.report(row.line, "created", label)

    def recorded(self, row: RecordedImportRow) -> None:
        """Take one line of the firm's system, mine or a colleague's."""
        desk = self._desk
        said = said_by(row)
        key, earlier, same = desk.seen_before(row.source_key, said)
        label = f"{row.person} · {row.code or row.engagement}"
        if same:
            desk.report(row.line, "unchanged", label)
            return
        person = self._people.person(row.person, grade=row.grade)
        engagement = self._engagements.find(client=row.client, title=row.engagement, code=row.code)
        owner = desk.known.codes.get(fold(row.code)) if row.code else None
        values: dict[str, Any] = {
            "person_id": person,
            "engagement_id": engagement,
            "code_id": None if owner is None else owner[0],
            "code": row.code,
            "work_day": row.work_date,
            "seconds": row.seconds,
            "status": row.status,
            "narrative": row.narrative,
        }
        if earlier is not None:
            desk.update("recorded_line", earlier, values)
            desk.note(key, "recorded_line", earlier, said=said)
            desk.report(row.line, "updated", label)
            return
        line = desk.create_in_bulk("recorded_line", {"id": desk.new_id(), **values})
        desk.note(key, "recorded_line", line, said=said)
        desk.report(row.line, "created", label)

    def _target(self, row: TimeImportRow) -> tuple[bytes | None, bytes | None, bool]:
        """Return engagement, code and the code's chargeability; what the row names and the store lacks is planned."""
        known = self._desk.known
        if row.code and fold(row.code) in known.codes:
            code_id, owner, chargeable = known.codes[fold(row.code)]
            self._remark_on_owner(row, owner)
            return owner, code_id, chargeable
        if not row.client and not row.engagement:
            return None, None, True
        if not (row.client and row.engagement):
            own_code = self._non_client(row.engagement or row.client)
            if own_code is not None:
                return None, *own_code
        engagement = None if row.client else self._engagements.find(client="", title=row.engagement, code="")
        if engagement is None:
            client_name = row.client or row.engagement
            client = self._engagements.client(client_name)
            engagement = self._engagements.engagement(
                client, row.engagement if row.client else "", client_name=client_name
            )
        if row.code:
            return engagement, self._engagements.add_code(engagement, row.code), True
        chosen = default_code(known.choices.get(engagement, []), row.day, activity=row.activity)
        if chosen is None:
            return engagement, None, True
        code_text = next(c.code for c in known.choices[engagement] if c.id == chosen)
        return engagement, chosen, known.codes[fold(code_text)][2]

    def _remark_on_owner(self, row: TimeImportRow, owner: bytes | None) -> None:
        """Say where a row's code belongs to another client than the one it names: the code decides."""
        known = self._desk.known
        named = known.clients.get(fold(row.client)) if row.client else None
        theirs = known.of_client.get(named, []) if named is not None else []
        if row.client and owner is not None and owner not in theirs:
            params = {"code": row.code, "client": row.client}
            self._desk.plan.remarks.append(Remark(row.line, "import.row.code_of_other_client", params))

    def _non_client(self, name: str) -> tuple[bytes, bool] | None:
        """Return the non-client code that a tracker's project names: "Admin" is administration."""
        known = self._desk.known.non_client
        wanted = fold(name)
        if wanted in known:
            return known[wanted]
        near = [code for label, code in known.items() if len(wanted) >= SHORTEST_NAME and label.startswith(wanted)]
        return near[0] if len(near) == 1 else None

    def _times(self, row: TimeImportRow) -> dict[str, Any]:
        if row.start_wall is None:
            return {"work_day": row.day, "start_utc": None, "end_utc": None}
        start_utc = self._instant(row, row.start_wall)
        return {
            "work_day": self._desk.known.work_days.day_of(start_utc, self._desk.known.zone),
            "start_utc": start_utc,
            "end_utc": start_utc + row.seconds,
        }

    def _instant(self, row: TimeImportRow, wall: datetime) -> int:
        """Return the instant of a wall clock time; of two, the one from which the stated length meets the end."""
        if row.utc_offset_s is not None:
            return int((wall.replace(tzinfo=UTC) - timedelta(seconds=row.utc_offset_s)).timestamp())
        zone = self._desk.known.zone
        clock_s = wall.hour * 3600 + wall.minute * 60 + wall.second
        match resolve_local(wall.date(), clock_s, zone=zone):
            case Resolved(instant):
                return instant
            case Ambiguous(first, second):
                self._desk.plan.remarks.append(Remark(row.line, "import.row.clock_twice", {"clock": f"{wall:%H:%M}"}))
                if row.end_wall is not None:
                    for start in (first, second):
                        end = datetime.fromtimestamp(start + row.seconds, tz=zone).replace(tzinfo=None)
                        if end == row.end_wall:
                            return start
                return first
            case Nonexistent() as gone:
                self._desk.plan.remarks.append(Remark(row.line, "import.row.clock_gone", {"clock": f"{wall:%H:%M}"}))
                return gone.after
