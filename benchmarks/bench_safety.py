"""100,000 audit records verify within 1.5 s; a backup of 86 MB under write load within 2 s."""

from __future__ import annotations

import os
import threading
import time
from datetime import UTC, datetime
from statistics import median

from benchmarks.measuring import report, sample, seconds_of, spread
from engagedesk.services import audit
from engagedesk.services.backup import make_backup
from engagedesk.services.commands.firm import KeepAttachment
from engagedesk.services.commands.time import AddEntry, Work
from engagedesk.services.images import Images, RowChange, Scalar
from engagedesk.services.workspace import Workspace

RECORDS = 100_000
STORE_MB = 86


def main() -> None:
    _audit()
    _backup()


def _audit() -> None:
    with sample(lines=None) as workspace:
        with workspace.store.writer.begin() as connection:
            chain = audit.Chain(workspace.vault.subkey("audit"), workspace.audit_head)
            for i in range(RECORDS - workspace.audit_head.count):
                image: dict[str, Scalar] = {
                    "narrative": f"Work {i}",
                    "seconds": i,
                    "state": "draft",
                    "zone": "Europe/London",
                }
                change = RowChange("time_entry", os.urandom(16), {**image, "seconds": 0}, image, 1, 2)
                entry = audit.Entry(
                    at_utc=i, who="bench", command="EditEntry", command_class="person", reason="", facts={}
                )
                chain.append(connection, entry, Images((change,)), salt=os.urandom(16))
                chain.committed()
        taken = []
        for _ in range(5):
            started = time.perf_counter()
            with workspace.store.writer.begin() as connection:
                verdict = audit.verify(connection, workspace.vault.subkey("audit"))
            taken.append(time.perf_counter() - started)
            assert verdict.ok, verdict.flaws[:3]
            assert verdict.head.count == RECORDS
    report("100,000 audit records verified", median(taken), "s", limit=1.5, note=spread(taken, "s"))


def _backup() -> None:
    with sample() as workspace:
        now_utc = int(time.time())
        while workspace.store.paths.store.stat().st_size < STORE_MB * 1_000_000:
            workspace.execute(KeepAttachment(os.urandom(8_000_000), "application/octet-stream", now_utc))
            workspace.store.checkpoint()
        taken = [_under_load(workspace, now_utc + i) for i in range(5)]
    report("backup of 86 MB under load", median(taken), "s", limit=2, note=spread(taken, "s"))


def _under_load(workspace: Workspace, now_utc: int) -> float:
    head = workspace.audit_head
    taken: list[float] = []

    def back_up() -> None:
        work = lambda: make_backup(  # noqa: E731
            workspace.store, workspace.vault, now_utc=now_utc, anchor=(head.count, head.chain)
        )
        taken.append(seconds_of(work))

    thread = threading.Thread(target=back_up)
    thread.start()
    day = datetime.fromtimestamp(now_utc, tz=UTC).date()
    while thread.is_alive():
        workspace.execute(
            AddEntry(
                Work(),
                zone="Europe/London",
                now_utc=now_utc,
                day=day,
                seconds=3600,
            )
        )
        time.sleep(0.02)
    thread.join()
    return taken[0]


if __name__ == "__main__":
    main()
