"""What the window costs while nobody touches it: memory, and CPU with the timer running.

Measured after the start's own work is over, its first backup included (made 20 s after the start).
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from benchmarks.desktop import desktop, enter_session, until_said
from benchmarks.measuring import around, report
from engagedesk.services.commands.time import StartTimer, Target, Work
from engagedesk.services.queries.recent import recent_targets
from engagedesk.services.queries.today import work_day_of

SETTLE_S = 45
WATCH_S = 30
CPU_LIMIT = 0.5
PSS_LIMIT_MB = 170.0


def main() -> None:
    if sys.platform != "linux":
        print("idle cost is measured on Linux only")
        return
    enter_session()
    with desktop() as (here, workspace):
        clock = around().clock
        now_utc, zone = clock.now_s(), clock.zone_name()
        recent = workspace.read(recent_targets, day=workspace.read(work_day_of, now_utc, zone), limit=1)[0]
        target = Target(recent.engagement_id, recent.code_id, recent.task_id)
        workspace.execute(StartTimer(Work(target), now_utc, zone))
        workspace.close()
        process = here.program()
        try:
            until_said(process)
            time.sleep(SETTLE_S)
            before_ns, started = cpu_ns(process.pid), time.monotonic()
            time.sleep(WATCH_S)
            percent = (cpu_ns(process.pid) - before_ns) / (time.monotonic() - started) / 1e7
            pss = pss_mb(process.pid)
        finally:
            process.kill()
            process.wait()
    report("CPU, timer running", percent, "%", limit=CPU_LIMIT, note=f"of one core, over {WATCH_S} s")
    report("memory, idle", pss, "MB PSS", limit=PSS_LIMIT_MB)


def cpu_ns(pid: int) -> int:
    """Return the CPU time of all threads so far, in nanoseconds."""
    return sum(int((task / "schedstat").read_text().split()[0]) for task in Path(f"/proc/{pid}/task").iterdir())


def pss_mb(pid: int) -> float:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("the system tells no PSS")


if __name__ == "__main__":
    main()
