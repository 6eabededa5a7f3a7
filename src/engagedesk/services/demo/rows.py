"""The sample as rows of the store: ids from the seed, instants from the day, nothing from the machine."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from engagedesk.domain.client import UpdateChannel
from engagedesk.domain.days import Week, zone_named
from engagedesk.domain.firm_profile import FirmProfile, RateSight
from engagedesk.domain.ids import uuid7
from engagedesk.domain.person import EngagementRole, role_title
from engagedesk.domain.states import (
    EngagementState,
    EntrySource,
    EntryState,
    FeeArrangement,
    GateKind,
    GateState,
    NonClientKind,
    PhaseState,
)
from engagedesk.models.base import Record
from engagedesk.models.billing import Invoice
from engagedesk.models.communication import ContactNote
from engagedesk.models.engagements import (
    ChargeCode,
    Client,
    Contact,
    Engagement,
    Gate,
    Milestone,
    Phase,
    Task,
    TeamMember,
)
from engagedesk.models.firm import DayStart, FirmProfileRow
from engagedesk.models.imports import ImportBatch
from engagedesk.models.people import Person, PersonGrade, RateCard, RateLine
from engagedesk.models.time import Timesheet
from engagedesk.services.demo import portfolio as p
from engagedesk.services.demo.budgets import add_budgets
from engagedesk.services.demo.contacts import CONTACTS, EARLIER_DAYS, INVOICES
from engagedesk.services.demo.extract import POSTED, Line
from engagedesk.services.demo.facts import ClientFacts, Code, Sample
from engagedesk.services.demo.own_time import (
    ADMINISTRATION,
    LEAVE_CODE,
    PROPOSAL,
    PROPOSAL_NAME,
    TRAINING,
    WEEK_FIRST,
    OwnEntry,
    phase_on,
)
from engagedesk.services.demo.plan_rows import PlanRows
from engagedesk.services.demo.sizing import SampleLines

DAY_START_MIN: Final = 4 * 60
GAP_MIN: Final = 30
NON_CLIENT: Final[dict[str, tuple[str, NonClientKind]]] = {
    ADMINISTRATION: ("Administration", NonClientKind.ADMINISTRATION),
    TRAINING: ("Training", NonClientKind.TRAINING),
    LEAVE_CODE: ("Leave", NonClientKind.LEAVE),
    PROPOSAL: (PROPOSAL_NAME, NonClientKind.BUSINESS_DEVELOPMENT),
}
PLACES: Final[dict[type[Record], tuple[str, ...]]] = {
    DayStart: ("valid_from",),
    PersonGrade: ("person_id", "valid_from"),
}
"""Tables of which a new store may hold a row already, and what makes it the same one."""
SETTLED: Final = (GateKind.CONTINUANCE, GateKind.INDEPENDENCE, GateKind.ENGAGEMENT_LETTER)


@dataclass(frozen=True, slots=True)
class Standing:
    """What the store holds already. ``me`` None = it has no owner yet."""

    me: bytes | None
    codes: Mapping[str, bytes]


class SampleRows:
    """Turns the portfolio and its lines into rows, once."""

    def __init__(self, lines: SampleLines, standing: Standing, *, seed: int, zone: str) -> None:
        self._shift = lines.shift
        self._zone = zone
        self._random = random.Random(f"ids {seed}")  # noqa: S311  # a sample, no secret
        self._instants = _Instants()
        self.first_day = self._moved(lines.entries[0].day)
        self.last_day = self._moved(lines.entries[-1].day)
        self._tick_ms = self._instants.at(self.first_day - timedelta(days=7), 9 * 60, zone=zone) * 1000
        self.singles: list[tuple[type[Record], dict[str, Any]]] = []
        self._codes: dict[str, tuple[bytes, bool]] = {}
        self._engagements: dict[tuple[int, bool], bytes] = {}
        self._phases: dict[tuple[int, str], bytes] = {}
        self._tasks: dict[tuple[int, str], bytes] = {}
        self._dates: dict[tuple[int, str], bytes] = {}
        self._people: dict[str, bytes] = {}
        self._contacts: dict[bytes, bytes] = {}
        self._seed = seed
        self._firm(standing)
        self._everybody(standing)
        self._cards = self._rates()
        clients = {facts.name: self._client(facts) for facts in p.CLIENTS}
        for sample in p.ENGAGEMENTS:
            self._engagement(sample, clients[sample.client])
        earlier = [e.sample.number for e in lines.entries if e.earlier and e.sample is not None]
        earlier += [line.sample.number for line in lines.recorded if line.earlier and line.sample is not None]
        for number in sorted(set(earlier)):
            self._earlier_engagement(p.find(number), clients[p.find(number).client])
        PlanRows(
            self.singles,
            self._add,
            self._moved,
            people=self._people,
            engagements={sample.number: self._engagements[sample.number, False] for sample in p.ENGAGEMENTS},
            tasks=self._tasks,
            dates=self._dates,
        )
        batch = self._batch(lines)
        self._timesheets(lines.entries)
        self.entries = [self._entry(entry) for entry in lines.entries]
        self.recorded = [self._recorded(line, batch) for line in lines.recorded]
        self.budget_lines: list[dict[str, Any]] = []
        # After all others, whose ids come in the order in which they are made.
        add_budgets(self, lines)

    def put(self, table: type[Record], **values: Any) -> bytes:
        """Add a row and return its id."""
        return self._add(table, **values)

    def put_line(self, **values: Any) -> None:
        """Add a line of a budget: there are hundreds, which go in as one."""
        self.budget_lines.append({"id": self._id(), **values})

    def moved(self, day: date) -> date:
        return self._moved(day)

    def instant(self, day: date) -> int:
        """Return nine o'clock of a day that was moved already."""
        return self._instants.at(day, 9 * 60, zone=self._zone)

    def engagement_id(self, number: int) -> bytes:
        return self._engagements[number, False]

    def phase_id(self, number: int, phase: str) -> bytes:
        return self._phases[number, phase]

    def card_id(self, currency: str) -> bytes:
        return self._cards[currency]

    def _moved(self, day: date) -> date:
        return day + self._shift

    def _maybe(self, day: date | None) -> date | None:
        return None if day is None else self._moved(day)

    def _id(self) -> bytes:
        """Return the next id: in the order in which the rows are made."""
        self._tick_ms += 1
        return uuid7(self._tick_ms, self._random.randbytes(10))

    def _id_at(self, instant: int) -> bytes:
        return uuid7(instant * 1000, self._random.randbytes(10))

    def _add(self, table: type[Record], **values: Any) -> bytes:
        row: dict[str, Any] = {"id": values.pop("id", None) or self._id(), **values}
        self.singles.append((table, row))
        return row["id"]  # type: ignore[no-any-return]

    def _firm(self, standing: Standing) -> None:
        profile = FirmProfile(
            name="Sample firm, London",
            standard_days_s={self._moved(day): 0 for day in p.BANK_HOLIDAYS},
            cutoff_weekday=1,
            cutoff_min=10 * 60,
            rates=RateSight.CHARGE_ONLY,
            gap_min=GAP_MIN,
        )
        self._add(FirmProfileRow, name=profile.name, data=profile.to_data())
        self._add(DayStart, valid_from=self.first_day, start_min=DAY_START_MIN)
        for position, (code, (name, kind)) in enumerate(NON_CLIENT.items(), start=20):
            there = standing.codes.get(code)
            if there is None:
                there = self._add(
                    ChargeCode,
                    code=code,
                    activity=name,
                    chargeable=False,
                    billable=False,
                    non_client=kind,
                    position=position,
                )
            self._codes[code] = (there, False)

    def _everybody(self, standing: Standing) -> None:
        mine = standing.me or self._id()
        held_from = min(self.first_day, self._moved(p.RATE_CHANGES[0]))
        self._people[p.OWNER] = self._add(Person, id=mine, name=p.OWNER, staff_key=p.OWNER_STAFF_KEY, is_me=True)
        self._add(PersonGrade, person_id=mine, grade=p.OWNER_GRADE, valid_from=held_from)
        for colleague in p.COLLEAGUES:
            person = self._add(Person, name=colleague.name, email="", staff_key=colleague.staff_key, is_me=False)
            self._people[colleague.name] = person
            self._add(PersonGrade, person_id=person, grade=colleague.grade, valid_from=held_from)

    def _rates(self) -> dict[str, bytes]:
        cards: dict[str, bytes] = {}
        first = min(self.first_day, self._moved(p.RATE_CHANGES[0]))
        steps = ((first, 100), (self._moved(p.RATE_CHANGES[1]), 104))
        for currency, percent in p.CURRENCIES.items():
            card = self._add(RateCard, name=f"Standard {currency}", currency=currency)
            cards[currency] = card
            for grade, (charge, cost) in p.RATES.items():
                for valid_from, rise in steps:
                    self._add(
                        RateLine,
                        card_id=card,
                        grade=grade,
                        valid_from=valid_from,
                        charge_minor_per_h=charge * percent * rise // 10_000,
                        cost_minor_per_h=cost * percent * rise // 10_000,
                        engagement_id=None,
                        person_id=None,
                    )
        return cards

    def _client(self, facts: ClientFacts) -> bytes:
        client = self._add(
            Client,
            name=facts.name,
            code_name=facts.code_name,
            short_name=facts.short,
            colour=facts.colour,
            code_name_everywhere=facts.everywhere,
            preferences={"language": "en", "channel": "mail", "frequency": "weekly"},
            note=facts.note,
        )
        if facts.contact:
            whom = self._add(Contact, client_id=client, name=facts.contact, role=facts.contact_role)
            self._contacts[client] = whom
        return client

    def _engagement(self, sample: Sample, client: bytes) -> None:
        engagement = self._add(
            Engagement,
            client_id=client,
            title=sample.title,
            service_line=sample.line,
            kind=sample.kind,
            state=EngagementState.ACTIVE,
            fee=sample.fee,
            fee_minor=None if sample.fee_major is None else sample.fee_major * 100,
            fee_cap_minor=None if sample.cap_major is None else sample.cap_major * 100,
            currency=sample.currency,
            local_currency="GBP",
            contract=sample.contract,
            period_end=self._maybe(sample.period_end),
            starts=self._moved(sample.starts),
            ends=self._moved(sample.ends),
            priority=sample.priority,
            eqr=sample.eqr,
            my_role=role_title(sample.role),
            rate_card_id=self._cards[sample.currency],
            note=sample.problem,
        )
        self._engagements[sample.number, False] = engagement
        self._gates(sample, engagement)
        for position, code in enumerate(sample.codes):
            self._code(code, engagement, position)
        self._skeleton(sample, engagement)
        self._team(sample, engagement)
        known = CONTACTS[sample.number]
        regular = (known[0][0] - timedelta(days=EARLIER_DAYS), UpdateChannel.CALL, "Status")
        for day, channel, note in (regular, *known):
            if self._moved(day) > self.last_day:
                continue
            self._add(
                ContactNote,
                engagement_id=engagement,
                day=self._moved(day),
                channel=channel,
                contact_id=self._contacts.get(client),
                note=note,
            )
        for number, (day, up_to, amount) in enumerate(INVOICES.get(sample.number, ()), 1):
            self._add(
                Invoice,
                engagement_id=engagement,
                number=f"{sample.codes[0].code.partition('-')[0]}/{number}",
                day=self._moved(day),
                up_to=self._moved(up_to),
                amount_minor=amount * 100,
            )

    def _gates(self, sample: Sample, engagement: bytes) -> None:
        own = {kind for kind, _, _ in sample.gates}
        for kind in SETTLED:
            if kind not in own:
                day = self._moved(sample.starts)
                self._add(Gate, engagement_id=engagement, kind=kind, state=GateState.SETTLED, settled_on=day)
        for kind, state, note in sample.gates:
            self._add(Gate, engagement_id=engagement, kind=kind, state=state, note=note)

    def _code(self, code: Code, engagement: bytes, position: int) -> None:
        made = self._add(
            ChargeCode,
            engagement_id=engagement,
            code=code.code,
            activity=code.activity,
            valid_from=self._maybe(code.valid_from),
            valid_to=self._maybe(code.valid_to),
            closed=code.closed_on is not None,
            closed_on=self._maybe(code.closed_on),
            chargeable=code.chargeable,
            billable=code.billable,
            position=position,
        )
        self._codes[code.code] = (made, code.chargeable)

    def _skeleton(self, sample: Sample, engagement: bytes) -> None:
        place = 0
        current = [phase.name for phase in sample.phases].index(sample.phase)
        for position, phase in enumerate(sample.phases):
            state = PhaseState.DONE if position < current else PhaseState.PLANNED
            made = self._add(
                Phase,
                engagement_id=engagement,
                name=phase.name,
                position=position,
                starts=self._moved(phase.starts),
                ends=self._moved(phase.ends),
                state=PhaseState.ACTIVE if position == current else state,
            )
            self._phases[sample.number, phase.name] = made
            for name, quarters in zip(phase.tasks, _even(phase.hours * 4, len(phase.tasks)), strict=True):
                done = self._moved(phase.ends) if position < current else None
                self._tasks[sample.number, name] = self._add(
                    Task,
                    engagement_id=engagement,
                    phase_id=made,
                    name=name,
                    position=place,
                    estimate_s=quarters * 900,
                    due=self._moved(phase.ends),
                    done_on=done,
                )
                place += 1
        for milestone in sample.milestones:
            self._dates[sample.number, milestone.name] = self._add(
                Milestone,
                engagement_id=engagement,
                phase_id=self._phases[sample.number, phase_on(sample, milestone.due).name],
                name=milestone.name,
                due=self._moved(milestone.due),
                done_on=self._maybe(milestone.done_on),
            )

    def _team(self, sample: Sample, engagement: bytes) -> None:
        members = [(m.name, role_title(m.role)) for m in sample.team]
        ahead = sum(m.role in (EngagementRole.PARTNER, EngagementRole.DIRECTOR) for m in sample.team)
        members.insert(ahead, (p.OWNER, role_title(sample.role)))
        for name, role in members:
            self._add(TeamMember, engagement_id=engagement, person_id=self._people[name], role=role)

    def _earlier_engagement(self, sample: Sample, client: bytes) -> None:
        """Add the archived engagement that holds the years before, so that this year's hours stay as they are."""
        engagement = self._add(
            Engagement,
            client_id=client,
            title=sample.title + p.EARLIER_TITLE,
            service_line=sample.line,
            kind=sample.kind,
            state=EngagementState.ARCHIVED,
            fee=FeeArrangement.FIXED if sample.fee_major else sample.fee,
            currency=sample.currency,
            local_currency="GBP",
            my_role=role_title(sample.role),
            rate_card_id=self._cards[sample.currency],
        )
        self._engagements[sample.number, True] = engagement
        self._code(Code(_earlier_code(sample.codes[0].code), sample.codes[0].activity), engagement, 0)

    def _batch(self, lines: SampleLines) -> bytes:
        as_of = self._moved(lines.extract_day)
        imported_utc = self._instants.at(as_of, 18 * 60, zone=self._zone)
        self._extract_utc = imported_utc
        said = f"{self._seed} {as_of} {len(lines.recorded)}".encode()
        return self._add(
            ImportBatch,
            kind="recorded",
            product="Sample",
            file_name=f"team-extract-{as_of}.csv",
            file_sha256=hashlib.sha256(said).digest(),
            as_of=as_of,
            imported_utc=imported_utc,
            created=len(lines.recorded),
        )

    def _timesheets(self, entries: list[OwnEntry]) -> None:
        weeks: dict[Week, EntryState] = {}
        for entry in entries:
            if entry.day < WEEK_FIRST:
                week = Week.of(self._moved(entry.day))
                is_returned = entry.state is EntryState.RETURNED or weeks.get(week) is EntryState.RETURNED
                settled = EntryState.POSTED if entry.state is EntryState.POSTED else EntryState.SUBMITTED
                # What awaits a code was held back: it says nothing about the sheet.
                if entry.state is not EntryState.DRAFT:
                    weeks[week] = EntryState.RETURNED if is_returned else settled
        for week, state in sorted(weeks.items()):
            changed = self._instants.at(week.last + timedelta(days=1), 9 * 60 + 30, zone=self._zone)
            self._add(Timesheet, first_day=week.first, last_day=week.last, state=state, changed_utc=changed)

    def _entry(self, entry: OwnEntry) -> dict[str, Any]:
        day = self._moved(entry.day)
        zone = entry.zone or self._zone
        start_utc = None if entry.start_min is None else self._instants.at(day, entry.start_min, zone=zone)
        seconds = entry.minutes * 60
        end_utc = None if start_utc is None else start_utc + seconds
        made_utc = self._instants.at(day, 18 * 60, zone=zone) if end_utc is None else end_utc
        sample = entry.sample
        code_id, chargeable = self._code_of(entry.code, earlier=entry.earlier)
        in_phase = None if sample is None or entry.earlier else (sample.number, _phase_of(sample, entry))
        return {
            "id": self._id_at(made_utc),
            "work_day": day,
            "start_utc": start_utc,
            "end_utc": end_utc,
            "zone": zone,
            "seconds": seconds,
            "engagement_id": None if sample is None else self._engagements[sample.number, entry.earlier],
            "code_id": code_id,
            "phase_id": None if in_phase is None else self._phases[in_phase],
            "task_id": None if sample is None or not entry.task else self._tasks[sample.number, entry.task],
            "activity": entry.activity,
            "narrative": entry.narrative,
            "chargeable": chargeable,
            "state": entry.state,
            "source": EntrySource.SAMPLE,
            "returned_reason": entry.returned_reason,
            "reverses_id": None,
            "batch_id": None,
            "changed_utc": made_utc,
            "last_activity_utc": None,
        }

    def _code_of(self, code: str | None, *, earlier: bool) -> tuple[bytes | None, bool]:
        if code is None:
            return None, True
        return self._codes[_earlier_code(code) if earlier and code not in NON_CLIENT else code]

    def _recorded(self, line: Line, batch: bytes) -> dict[str, Any]:
        code = _earlier_code(line.code) if line.earlier else line.code
        return {
            "id": self._id_at(self._extract_utc),
            "batch_id": batch,
            "person_id": self._people[line.person],
            "engagement_id": None if line.sample is None else self._engagements[line.sample.number, line.earlier],
            "code_id": self._codes[code][0] if line.known else None,
            "code": code,
            "work_day": self._moved(line.day),
            "seconds": line.quarters * 900,
            "status": POSTED,
            "narrative": line.narrative,
        }


class _Instants:
    """Turns a day and a wall clock into an instant; the start of each day is worked out once."""

    def __init__(self) -> None:
        self._zones: dict[str, ZoneInfo] = {}

    def at(self, day: date, minute: int, *, zone: str) -> int:
        """Return the instant ``minute`` minutes after a day's midnight by the wall clock; ``minute`` is below 24 h."""
        place = self._zones.get(zone)
        if place is None:
            place = self._zones[zone] = zone_named(zone)
        return int(datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=place).timestamp())


def _phase_of(sample: Sample, entry: OwnEntry) -> str:
    """Return the phase of the entry's task; that of its day where it has none."""
    return next((phase.name for phase in sample.phases if entry.task in phase.tasks), phase_on(sample, entry.day).name)


def _earlier_code(code: str) -> str:
    return f"{code}-PY"


def _even(total: int, count: int) -> list[int]:
    return [total // count + (1 if n < total % count else 0) for n in range(count)]
