"""Timer start and stop: durable and acknowledged within a bare fsync + 10 ms at p95, on a store with 50,000 lines."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from benchmarks.measuring import LINES, fsync_seconds, percentile, report, sample, spread
from engagedesk.domain.states import EngagementState
from engagedesk.services.commands.time import StartTimer, StopTimer, Target, Work
from engagedesk.services.queries.engagements import engagements
from engagedesk.services.store_thread import Priority, StoreThread
from engagedesk.services.workspace import Workspace

TIMES = 200


def main() -> None:
    with sample() as workspace:
        rows = workspace.read(engagements, today=_today(), states=(EngagementState.ACTIVE,))
        target = Target(rows[0].id)
        bare = fsync_seconds(Path(workspace.store.paths.folder), times=TIMES)
        now_utc = int(time.time())
        # Through the store thread's queue, as the window does it.
        thread = StoreThread(lambda: workspace)
        thread.start()
        starts, stops = [], []
        for i in range(TIMES):
            at = now_utc + 2 * i
            started = time.perf_counter()
            thread.submit(Priority.TIMER, partial(_start, target=target, at_utc=at)).result()
            starts.append(time.perf_counter() - started)
            started = time.perf_counter()
            thread.submit(Priority.TIMER, partial(_stop, at_utc=at + 1)).result()
            stops.append(time.perf_counter() - started)
        thread.close()
    limit = percentile(bare, 95) * 1e3 + 10
    note = f"bare fsync {spread([b * 1e3 for b in bare], 'ms')}; {LINES} lines"
    for name, taken in (("timer start, p95", starts), ("timer stop, p95", stops)):
        report(name, percentile(taken, 95) * 1e3, "ms", limit=limit, note=f"{spread([t * 1e3 for t in taken], 'ms')}")
    report("bare fsync, p95", percentile(bare, 95) * 1e3, "ms", note=note)


def _start(workspace: Workspace, *, target: Target, at_utc: int) -> None:
    workspace.execute(StartTimer(Work(target), at_utc, "Europe/London"))


def _stop(workspace: Workspace, *, at_utc: int) -> None:
    workspace.execute(StopTimer(at_utc))


def _today() -> date:

    return datetime.now(tz=UTC).date()


if __name__ == "__main__":
    main()
