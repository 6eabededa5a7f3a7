"""An import of 50,000 rows within 20 s, at most 2 s of it in the store thread, with progress and cancel."""

from __future__ import annotations

import csv
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TypeVar

from sqlalchemy.orm import Session

from benchmarks.measuring import LINES, PASSPHRASE, around, folder, report, spread
from engagedesk.domain.ids import IdSource
from engagedesk.paths import Profile
from engagedesk.services.importing.commands import ImportFile
from engagedesk.services.importing.flow import make_plan, read_file
from engagedesk.services.opening import create
from engagedesk.services.workspace import Workspace

T = TypeVar("T")

ROUNDS = 3
HEADER = (
    "Date Client Project Project_Code Task Notes Hours Billable? Invoiced? First_Name Last_Name Roles Employee? "
    "Billable_Rate Billable_Amount Cost_Rate Cost_Amount Currency External_Reference_URL"
)


def write(file: Path) -> None:
    with file.open("w", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream)
        out.writerow([name.replace("_", " ") for name in HEADER.split()])
        for i in range(LINES):
            day = f"{2022 + i % 4}-{1 + i % 12:02d}-{1 + i % 28:02d}"
            row = [day, f"Client {i % 12}", "Audit", f"4{i % 40:05d}", "Fieldwork", f"Note {i}", "1.25", "Yes", "No"]
            out.writerow([*row, "Ada", "Park", "", "Yes", "", "", "", "", "GBP", ""])


class Asking:
    """Asks the store and adds up how long it answered."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.seconds = 0.0

    def __call__(self, query: Callable[[Session], T], /) -> T:
        started = time.perf_counter()
        answer = self._workspace.read(query)
        self.seconds += time.perf_counter() - started
        return answer


def once(workspace: Workspace, file: Path, new_id: IdSource) -> tuple[float, float]:
    """Return how long an import takes, and how long of that the store thread is busy."""
    heard: list[int] = []
    ask = Asking(workspace)
    started = time.perf_counter()
    read = read_file(file, ask, on_progress=lambda done, _total: heard.append(done))
    now_utc = int(time.time())
    plan = make_plan(read, ask, zone="Europe/London", new_id=new_id, now_utc=now_utc)
    begun = time.perf_counter()
    workspace.execute(ImportFile(plan, now_utc), on_progress=lambda done, _total: heard.append(done))
    ended = time.perf_counter()
    assert len(heard) > 10
    return ended - started, ask.seconds + ended - begun


def main() -> None:
    whole, stored, cancelled = [], [], []
    with folder() as made:
        file = made / "harvest.csv"
        write(file)
        for i in range(ROUNDS):
            surroundings = around()
            workspace = create(Profile(made / f"p{i}"), PASSPHRASE, surroundings, with_keyring=False).workspace
            taken, in_store = once(workspace, file, surroundings.new_id)
            whole.append(taken)
            stored.append(in_store)
            cancelled.append(_cancelled(workspace, made, surroundings.new_id))
            workspace.close()
    report("import of 50,000 rows", median(whole), "s", limit=20, note=spread(whole, "s"))
    report("import, in the store thread", median(stored), "s", limit=2, note=spread(stored, "s"))
    report("import, cancel answered", median(cancelled) * 1e3, "ms", note=spread([c * 1e3 for c in cancelled], "ms"))


def _cancelled(workspace: Workspace, made: Path, new_id: IdSource) -> float:
    """Return how long a cancel in the middle takes to leave the store as it was."""
    from engagedesk.services.job import ImportCancelled

    file = made / "second.csv"
    write(file)
    text = file.read_text(encoding="utf-8").replace("Note ", "Other note ")
    file.write_text(text, encoding="utf-8")
    read = read_file(file, workspace.read)
    plan = make_plan(read, workspace.read, zone="Europe/London", new_id=new_id, now_utc=int(time.time()))
    asked_at: list[float] = []

    def cancel() -> bool:
        asked_at.append(time.perf_counter())
        return len(asked_at) > 10

    try:
        workspace.execute(ImportFile(plan, int(time.time())), cancelled=cancel)
    except ImportCancelled:
        return time.perf_counter() - asked_at[-1]
    raise AssertionError("the import was not cancelled")


if __name__ == "__main__":
    main()
