"""A drag in a portfolio of 15 engagements and 300 linked tasks shows its consequences within 50 ms, and commits
within 100 ms: both at p95.

The preview is what a drag asks at each step: the plan is in hand, the first task of a chain is moved, everything that
follows from it is found. The whole view is what opening the page and refreshing after a commit read. A commit writes
the move and all of its consequences, durably, with audit and undo.
"""

from __future__ import annotations

import random
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from benchmarks.measuring import PASSPHRASE, around, percentile, report, seconds_of, spread
from engagedesk.domain.civil import Civil, civil
from engagedesk.domain.ids import EngagementId, PersonId, PlanItemId
from engagedesk.domain.states import CalendarEventKind, LinkKind, ServiceLine
from engagedesk.paths import Profile
from engagedesk.services.commands.calendars import AddCalendarEvent, AddWorkPattern, EventFacts, PatternFacts
from engagedesk.services.commands.engagements import AddClient, AddEngagement, ClientFacts, EngagementFacts
from engagedesk.services.commands.links import AddLink
from engagedesk.services.commands.people import AddPerson
from engagedesk.services.commands.plan_items import AddPlanTask, CommitMoves, TaskPlan
from engagedesk.services.commands.plans import TaskFacts
from engagedesk.services.opening import create
from engagedesk.services.queries.plan import PlanFilter, PlanView, moves_of, plan_view, replanned
from engagedesk.services.workspace import Workspace

ENGAGEMENTS = 15
TASKS = 20
PEOPLE = 12
TIMES = 120
COMMITS = 60
PREVIEW_MS = 50.0
COMMIT_MS = 100.0
MONDAY = date(2026, 11, 23)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        workspace = create(Profile(Path(folder) / "profile"), PASSPHRASE, around(), with_keyring=False).workspace
        firsts = fill(workspace)
        view = whole(workspace)
        opened = [seconds_of(lambda: whole(workspace)) * 1000 for _ in range(40)]
        report("plan of 300 tasks read, p95", percentile(opened, 95), "ms", note=spread(opened, "ms"))
        previewed: list[float] = []
        pushed = 0
        for turn in range(TIMES):
            first = firsts[turn % len(firsts)]
            item = view.book.items[first]
            by = (1 + turn % 9) * 86_400
            started = time.perf_counter()
            found = replanned(view.book, {first: (Civil(item.starts + by), Civil(item.ends + by))})
            previewed.append((time.perf_counter() - started) * 1000)
            pushed = max(pushed, len(found.pushes))
        note = f"{spread(previewed, 'ms')}; up to {pushed} items pushed"
        report("a drag's consequences, p95", percentile(previewed, 95), "ms", limit=PREVIEW_MS, note=note)
        committed: list[float] = []
        written = 0
        for turn in range(COMMITS):
            first = firsts[turn % len(firsts)]
            item = view.book.items[first]
            found = replanned(view.book, {first: (Civil(item.starts + 86_400), Civil(item.ends + 86_400))})
            moves = moves_of(view.book, found)
            written = max(written, len(moves))
            started = time.perf_counter()
            workspace.execute(CommitMoves(moves))
            committed.append((time.perf_counter() - started) * 1000)
            view = whole(workspace)
        note = f"{spread(committed, 'ms')}; up to {written} items written"
        report("a drag committed, p95", percentile(committed, 95), "ms", limit=COMMIT_MS, note=note)
        workspace.close()


def whole(workspace: Workspace) -> PlanView:
    return workspace.read(plan_view, PlanFilter(), today=MONDAY)


def fill(workspace: Workspace) -> list[PlanItemId]:
    """Fill the store; return the first task of each engagement, on which all others wait."""
    dice = random.Random(7)
    people = [PersonId(workspace.execute(AddPerson(f"Person {n}", "Senior")).result) for n in range(PEOPLE)]
    workspace.execute(AddWorkPattern(None, PatternFacts(date(2026, 1, 1), country="GB", subdivision="ENG")))
    for person in people:
        first = MONDAY + timedelta(days=dice.randrange(60))
        leave = EventFacts(CalendarEventKind.LEAVE, first, first + timedelta(days=4), person)
        workspace.execute(AddCalendarEvent(leave))
    firsts: list[PlanItemId] = []
    last: PlanItemId | None = None
    for number in range(ENGAGEMENTS):
        client = workspace.execute(AddClient(ClientFacts(f"Client {number}"))).result
        engagement = workspace.execute(AddEngagement(client, EngagementFacts("Audit", ServiceLine.AUDIT))).result
        made = [one_task(workspace, engagement, place, dice.choice(people)) for place in range(TASKS)]
        for place in range(1, TASKS):
            kind = LinkKind.FINISH_START if place % 4 else LinkKind.START_START
            leader = made[place - 1] if place % 3 else made[dice.randrange(place)]
            workspace.execute(AddLink(leader, made[place], kind, dice.choice((0, 0, 3_600))))
        if last is not None and number % 3:
            workspace.execute(AddLink(last, made[TASKS // 2]))
        firsts.append(made[0])
        last = made[-1]
    return firsts


def one_task(workspace: Workspace, engagement: EngagementId, place: int, owner: PersonId) -> PlanItemId:
    day = MONDAY + timedelta(days=place * 2)
    plan = TaskPlan(owner=owner, starts=civil(day, 32_400), ends=civil(day + timedelta(days=1), 63_000))
    return PlanItemId(workspace.execute(AddPlanTask(engagement, TaskFacts(f"Task {place}"), plan)).result)


if __name__ == "__main__":
    main()
