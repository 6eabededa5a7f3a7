"""A day's suggestions within 100 ms at p95, with 50,000 lines and 500,000 stretches of windows; a look in 2 ms."""

from __future__ import annotations

import random
import time
from datetime import UTC, datetime, timedelta
from typing import Final

from benchmarks.measuring import LINES, percentile, report, sample, seconds_of, spread
from engagedesk.services.queries.suggestions import suggestions, title_rules
from engagedesk.services.workspace import Workspace

STRETCHES: Final = 500_000
TIMES: Final = 60
SHOWN_MS: Final = 100.0
LOOK_MS: Final = 2.0
ZONE: Final = "Europe/London"
TITLES: Final = (
    "Harrowgate Foods plc - Walkthroughs.xlsx - Excel",
    "Inbox - jane.doe@client.example - Outlook",
    "Kestrel Holdings SE Pillar Two memo.docx - Word",
    "410118-30 component reporting",
    "Weather",
)


def watch(workspace: Workspace, now_utc: int) -> None:
    """Fill the last weeks with stretches of nearly a minute, as somebody who changes windows all day."""
    known = [one.engagement for one in workspace.read(title_rules).engagements]
    chance = random.Random(1)
    start = now_utc - STRETCHES * 60
    rows = [
        (
            start + 60 * i,
            start + 60 * i + 55,
            "soffice",
            f"Title {chance.randrange(400)}",
            known[i // 25 % len(known)] if chance.random() < 0.7 else None,
        )
        for i in range(STRETCHES)
    ]
    with workspace.store.writer.begin() as connection:
        connection.exec_driver_sql("INSERT INTO activity VALUES (?, ?, ?, ?, ?)", rows)


def main() -> None:
    now_utc = int(time.time())
    today = datetime.fromtimestamp(now_utc, tz=UTC).date()
    with sample() as workspace:
        watch(workspace, now_utc)
        shown, found = [], 0
        for back in range(TIMES):
            day = today - timedelta(days=back)
            started = time.perf_counter()
            found += len(workspace.read(suggestions, day=day, zone=ZONE, now_utc=now_utc))
            shown.append((time.perf_counter() - started) * 1e3)
        assert found > TIMES
        rules = workspace.read(title_rules)
        looks = [seconds_of(lambda: rules.kept("soffice", TITLES[i % len(TITLES)])) * 1e3 for i in range(500)]  # noqa: B023
    note = f"{LINES} lines, {STRETCHES} stretches; {spread(shown, 'ms')}"
    report("a day's suggestions, p95", percentile(shown, 95), "ms", limit=SHOWN_MS, note=note)
    report("a title redacted and matched, p95", percentile(looks, 95), "ms", limit=LOOK_MS, note=spread(looks, "ms"))


if __name__ == "__main__":
    main()
