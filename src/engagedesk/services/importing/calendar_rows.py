"""Events of somebody's calendar: what of them belongs into the plan.

- What our own export wrote goes back to where it came from: a date, a deadline, a booking's days.
- Whole days out of office, or named as leave, are leave of the person whose store this is.
- Whole days on which a client is closed are a blackout of that client's engagements.
- A whole day that names an engagement, or a client with only one, is a milestone of it.

All else is left out and counted: a meeting is no work yet, and nothing is ever booked by itself.
"""

from __future__ import annotations

import re
from typing import Any, Final

from engagedesk.domain.quick_match import fold
from engagedesk.domain.states import CalendarEventKind, PlanItemKind
from engagedesk.interchange.calendar_reader import local_days
from engagedesk.interchange.plan_rows import DayEventRow, PlanItemRow
from engagedesk.interchange.rows import CalendarImportRow, Remark
from engagedesk.services.importing.engagements import EngagementRows
from engagedesk.services.importing.planning import Desk
from engagedesk.services.importing.plans import PlanRows

WHOLE_DAY_S: Final = 86_400
SHORTEST_NAME: Final = 4
"""A client of fewer letters is not looked for in an event's words."""
_LEAVE: Final = re.compile(
    r"\b(annual leave|leave|vacation|holidays?|pto|out of office|ooo|parental leave|urlaub|elternzeit"
    r"|abwesend|abwesenheit|krank|sick)\b"
)
_CLOSED: Final = re.compile(
    r"\b(closed|closure|shutdown|shut down|blackout|black out|betriebsferien|werksferien|geschlossen)\b"
)
_PUNCTUATION: Final = re.compile(r"[^\w\-&.]+")


class CalendarRows:
    """Takes the events of a calendar, one by one; ``finish`` says what was left out."""

    def __init__(self, desk: Desk, plan: PlanRows, engagements: EngagementRows) -> None:
        self._desk = desk
        self._plan = plan
        self._engagements = engagements
        self._called = _called(desk)
        self._left_out = 0
        self._unclear = 0
        self._not_here = 0

    def take(self, row: CalendarImportRow) -> None:
        if row.own:
            self._own(row)
            return
        text = f" {_PUNCTUATION.sub(' ', fold(f'{row.name} {row.categories}'))} "
        whole = row.all_day or row.is_todo or (row.ends - row.starts).total_seconds() >= WHOLE_DAY_S
        if not whole or row.busy in ("TENTATIVE", "WORKINGELSEWHERE"):
            self._left_out += 1
            return
        named = self._named(text)
        if _CLOSED.search(text) and named:
            for engagement in sorted(named):
                self._event(row, CalendarEventKind.BLACKOUT, engagement)
        elif (row.busy == "OOF" or (_LEAVE.search(text) and row.busy != "FREE")) and self._desk.known.me is not None:
            self._event(row, CalendarEventKind.LEAVE, None)
        elif len(named) == 1 and self._one_day(row):
            self._milestone(row, next(iter(named)))
        elif len(named) > 1:
            self._unclear += 1
        else:
            self._left_out += 1

    def _one_day(self, row: CalendarImportRow) -> bool:
        first, last = local_days(row, self._desk.known.zone)
        return first == last

    def _named(self, text: str) -> frozenset[bytes]:
        """Return the engagements that an event's words name: by code, else by client and, of several, by title."""
        known = self._desk.known
        found = {owner for code, (_, owner, _) in known.codes.items() if owner is not None and f" {code} " in text}
        if not found:
            clients = {client for name, client in self._called.items() if f" {name} " in text}
            found = {one for client in clients for one in known.of_client.get(client, ())}
            found = {
                one
                for (client, title), one in known.engagements.items()
                if client in clients and f" {_PUNCTUATION.sub(' ', title)} " in text
            } or found
        live = known.plan.live if known.plan is not None else frozenset()
        return frozenset(found & live or found)

    def _event(self, row: CalendarImportRow, kind: CalendarEventKind, engagement: bytes | None) -> None:
        first, last = local_days(row, self._desk.known.zone)
        project = "" if engagement is None else f"there:{engagement.hex()}"
        if engagement is not None:
            self._plan.engagement_known(project, engagement)
        self._plan.day_event(
            DayEventRow(
                line=row.line,
                source_key=f"{row.source_key}{project}",
                kind=kind,
                person="me" if kind is CalendarEventKind.LEAVE else "",
                project=project,
                starts=first,
                ends=last,
                day_s=None,
                name=row.name,
            )
        )

    def _milestone(self, row: CalendarImportRow, engagement: bytes) -> None:
        first, _ = local_days(row, self._desk.known.zone)
        project = f"there:{engagement.hex()}"
        self._plan.engagement_known(project, engagement)
        self._plan.take(
            PlanItemRow(
                line=row.line,
                source_key=row.source_key,
                own_id=None,
                kind=PlanItemKind.MILESTONE,
                project=project,
                phase="",
                name=row.name or first.isoformat(),
                position=0,
                starts=None,
                ends=None,
                due=first,
                silent=frozenset({"phase_id", "done_on", "deadline", "owner", "pinned"}),
            )
        )

    def _own(self, row: CalendarImportRow) -> None:
        """Give back what our own export wrote: the event was moved in another program."""
        store = self._desk.known.plan
        table = "task" if row.own in ("deadline", "task") else row.own
        stored = None if store is None or row.own_id is None else store.rows[table].get(row.own_id)
        if stored is None or row.own_id is None:
            self._not_here += 1
            return
        first, last = local_days(row, self._desk.known.zone)
        values: dict[str, Any] = {"due": first}
        if row.own in ("deadline", "task"):
            values = {"deadline": first}
        elif row.own == "booking":
            own_days = stored["starts"] is not None and stored["ends"] is not None
            values = {"starts": first, "ends": last} if own_days else {}
        self._plan.give_back(row.line, row.source_key, table, row.own_id, values=values, label=row.name)

    def finish(self) -> None:
        for code, count in (
            ("import.calendar.left_out", self._left_out),
            ("import.calendar.unclear", self._unclear),
            ("import.calendar.not_here", self._not_here),
        ):
            if count:
                self._desk.plan.remarks.append(Remark(0, code, {"count": str(count)}))


def _called(desk: Desk) -> dict[str, bytes]:
    """Return what clients are called: their names, and the first word of one where no other begins so."""
    made: dict[str, bytes] = {}
    first: dict[str, set[bytes]] = {}
    for name, client in desk.known.clients.items():
        plain = " ".join(_PUNCTUATION.sub(" ", name).split())
        if len(plain) >= SHORTEST_NAME:
            made[plain] = client
        if plain:
            first.setdefault(plain.split()[0], set()).add(client)
    for word, clients in first.items():
        if len(word) > SHORTEST_NAME and len(clients) == 1 and word not in made:
            made[word] = next(iter(clients))
    return made
