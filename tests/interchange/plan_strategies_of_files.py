"""Plans made at random: everything that we model, as rows of a file."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from engagedesk.domain.civil import Civil, civil
from engagedesk.domain.states import (
    CalendarEventKind,
    DeliverableState,
    LinkKind,
    PhaseState,
    PlanItemKind,
    TaskBasis,
)
from engagedesk.interchange.plan_rows import (
    BaselinePlaceRow,
    DayEventRow,
    PlanBaselineRow,
    PlanBookingRow,
    PlanDocument,
    PlanItemRow,
    PlanLinkRow,
    PlanPatternRow,
    PlanPersonRow,
    PlanPhaseRow,
    PlanProjectRow,
    PlanRow,
)
from engagedesk.interchange.values import as_text

DAYS = st.dates(date(1990, 1, 1), date(2045, 12, 31))
MAYBE_DAY = st.none() | DAYS
NAMES = (
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=30)
    .map(as_text)
    .filter(lambda text: bool(text) and text.isprintable())
)
SECONDS = st.integers(0, 2_000 * 3600)
MAYBE_SECONDS = st.none() | SECONDS


def _own(number: int) -> bytes:
    return number.to_bytes(16, "big")


@st.composite
def places(draw: st.DrawFn) -> tuple[Civil, Civil]:
    starts = civil(draw(DAYS), draw(st.integers(0, 86_399)))
    return starts, Civil(starts + draw(st.integers(0, 90 * 86_400)))


@st.composite
def documents(draw: st.DrawFn) -> PlanDocument:
    ids = iter(range(1, 10_000))
    rows: list[PlanRow] = []
    projects = []
    for number in range(draw(st.integers(1, 3))):
        own = _own(next(ids))
        projects.append(
            PlanProjectRow(0, f"own:engagement:{own.hex()}", own, draw(NAMES), f"{draw(NAMES)} {number}", draw(NAMES))
        )
    people = []
    for number in range(draw(st.integers(0, 3))):
        own = _own(next(ids))
        people.append(PlanPersonRow(0, f"own:person:{own.hex()}", own, f"{draw(NAMES)} {number}", ""))
    phases: list[PlanPhaseRow] = []
    items: list[PlanItemRow] = []
    for project in projects:
        for number in range(draw(st.integers(0, 2))):
            own, first = _own(next(ids)), draw(MAYBE_DAY)
            last = None if first is None else first + timedelta(days=draw(st.integers(0, 99)))
            state = draw(st.sampled_from(PhaseState))
            key = f"own:phase:{own.hex()}"
            phases.append(PlanPhaseRow(0, key, own, project.source_key, draw(NAMES), number, first, last, state))
        mine = [row.source_key for row in phases if row.project == project.source_key]
        items += draw(items_of(project.source_key, mine, [p.source_key for p in people], ids))
    rows += [*projects, *people, *phases, *items]
    rows += draw(links_of(items))
    bookings: list[PlanBookingRow] = []
    if people:
        bookings = draw(bookings_of(projects, items, people, ids))
    rows += bookings
    rows += draw(calendars_of(projects, people))
    rows += draw(baselines_of(projects, items, ids))
    return PlanDocument("Plan", tuple(rows))


@st.composite
def items_of(draw: st.DrawFn, project: str, phases: list[str], people: list[str], ids: object) -> list[PlanItemRow]:
    made = []
    counts = dict.fromkeys(PlanItemKind, 0)
    for _ in range(draw(st.integers(0, 4))):
        kind = draw(st.sampled_from(PlanItemKind))
        own = _own(next(ids))  # type: ignore[call-overload]
        common = {
            "line": 0,
            "source_key": f"own:{kind.value}:{own.hex()}",
            "own_id": own,
            "kind": kind,
            "project": project,
            "phase": draw(st.sampled_from(["", *phases])),
            "name": draw(NAMES),
            "position": counts[kind],
            "deadline": draw(MAYBE_DAY),
            "done_on": draw(MAYBE_DAY),
            "pinned": draw(st.booleans()),
            "owner": draw(st.sampled_from(["", *people])),
        }
        counts[kind] += 1
        if kind is not PlanItemKind.TASK:
            due = draw(DAYS)
            at = civil(due, draw(st.integers(0, 86_399)))
            row = PlanItemRow(**common, starts=at, ends=at, due=due)
            if kind is PlanItemKind.DELIVERABLE:
                row = PlanItemRow(
                    **common,
                    starts=at,
                    ends=at,
                    due=due,
                    estimate_s=draw(MAYBE_SECONDS),
                    progress_percent=draw(st.integers(0, 100)),
                    state=draw(st.sampled_from(DeliverableState)),
                )
            made.append(row)
            continue
        basis = draw(st.sampled_from(TaskBasis))
        starts, ends = draw(st.just((None, None)) | places())
        made.append(
            PlanItemRow(
                **common,
                starts=starts,
                ends=ends,
                estimate_s=draw(MAYBE_SECONDS),
                due=draw(MAYBE_DAY),
                earliest=draw(MAYBE_DAY),
                started_on=draw(MAYBE_DAY),
                progress_percent=draw(st.integers(0, 100)),
                remaining_s=draw(MAYBE_SECONDS),
                duration_s=draw(SECONDS) if basis is TaskBasis.DURATION else None,
                basis=basis,
                demand_percent=draw(st.integers(1, 100)),
                role=draw(st.just("") | NAMES),
                note=draw(st.just("") | NAMES),
            )
        )
    # In the order in which an outline shows them: by phase, those without one last.
    order = {key: number for number, key in enumerate(phases)}
    made.sort(key=lambda row: order.get(row.phase, len(order)))
    counts = dict.fromkeys(PlanItemKind, 0)
    return made


@st.composite
def links_of(draw: st.DrawFn, items: list[PlanItemRow]) -> list[PlanLinkRow]:
    made: dict[str, PlanLinkRow] = {}
    for _ in range(draw(st.integers(0, 5)) if len(items) > 1 else 0):
        a, b = sorted(draw(st.lists(st.integers(0, len(items) - 1), min_size=2, max_size=2, unique=True)))
        kind = draw(st.sampled_from(LinkKind))
        key = f"{items[a].source_key}>{items[b].source_key}:{kind.value}"
        lag = draw(st.integers(-100 * 3600, 100 * 3600))
        made[key] = PlanLinkRow(0, key, None, items[a].source_key, items[b].source_key, kind, lag)
    by_pair = {(row.from_item, row.to_item): row for row in made.values()}
    return list(by_pair.values())


@st.composite
def bookings_of(
    draw: st.DrawFn, projects: list[PlanProjectRow], items: list[PlanItemRow], people: list[PlanPersonRow], ids: object
) -> list[PlanBookingRow]:
    tasks = [row for row in items if not row.is_point]
    made = []
    for _ in range(draw(st.integers(0, 4))):
        own = _own(next(ids))  # type: ignore[call-overload]
        task = draw(st.sampled_from([None, *tasks]))
        starts = draw(DAYS) if task is None else draw(MAYBE_DAY)
        made.append(
            PlanBookingRow(
                line=0,
                source_key=f"own:booking:{own.hex()}",
                own_id=own,
                project=draw(st.sampled_from(projects)).source_key if task is None else task.project,
                item="" if task is None else task.source_key,
                person=draw(st.sampled_from(people)).source_key,
                percent=draw(st.integers(1, 200)),
                starts=starts,
                ends=None if starts is None else starts + timedelta(days=draw(st.integers(0, 60))),
            )
        )
    return made


@st.composite
def calendars_of(
    draw: st.DrawFn, projects: list[PlanProjectRow], people: list[PlanPersonRow]
) -> list[PlanPatternRow | DayEventRow]:
    patterns: dict[str, PlanPatternRow] = {}
    for _ in range(draw(st.integers(0, 3))):
        person = draw(st.sampled_from(["", *(row.source_key for row in people)]))
        first = draw(DAYS)
        week = {
            str(number): ((540, 780), (840, 840 + draw(st.integers(1, 300))))
            for number in sorted(draw(st.sets(st.integers(0, 6))))
        }
        key = f"own:pattern:{person}:{first.isoformat()}"
        last = draw(st.none() | st.just(first + timedelta(days=200)))
        patterns[key] = PlanPatternRow(0, key, person, first, last, draw(st.sampled_from(["", "GB", "DE"])), "", week)
    events: list[DayEventRow] = []
    for _ in range(draw(st.integers(0, 4))):
        kind = draw(st.sampled_from(CalendarEventKind))
        person, project = draw(
            st.sampled_from(
                [("", ""), *((row.source_key, "") for row in people), *(("", row.source_key) for row in projects)]
            )
        )
        first = draw(DAYS)
        last = first + timedelta(days=draw(st.integers(0, 40)))
        day_s = draw(st.none() | st.integers(1, 86_400))
        events.append(DayEventRow(0, "", kind, person, project, first, last, day_s, draw(st.just("") | NAMES)))
    return [*patterns.values(), *events]


@st.composite
def baselines_of(
    draw: st.DrawFn, projects: list[PlanProjectRow], items: list[PlanItemRow], ids: object
) -> list[PlanBaselineRow]:
    made: list[PlanBaselineRow] = []
    for _ in range(draw(st.integers(0, 3)) if items else 0):
        own = _own(next(ids))  # type: ignore[call-overload]
        chosen = draw(st.lists(st.sampled_from(items), min_size=1, unique=True))
        chosen.sort(key=items.index)
        stood = []
        for item in chosen:
            starts, ends = draw(places())
            name = draw(st.just(item.name) | NAMES)
            stood.append(BaselinePlaceRow(item.source_key, item.kind, name, starts, ends, draw(MAYBE_SECONDS)))
        project = draw(st.sampled_from(["", *(row.source_key for row in projects)]))
        taken = draw(st.integers(0, 2_000_000_000))
        made.append(PlanBaselineRow(0, f"own:baseline:{own.hex()}", own, project, draw(NAMES), taken, tuple(stood)))
    return made
