"""Add up the closing lines of several runs of pytest, read from standard input, to one of the same shape."""

from __future__ import annotations

import re
import sys
from collections import Counter

COUNTED = re.compile(r"(\d+) (passed|failed|errors?|skipped|deselected|xfailed|xpassed|warnings?|rerun)")
TOOK = re.compile(r"in ([\d.]+)s")


def added_up(lines: list[str]) -> str:
    """Return one line for runs that went on beside each other: counts are added, the longest time holds."""
    counts: Counter[str] = Counter()
    for line in lines:
        for number, what in COUNTED.findall(line):
            counts[what.removesuffix("s") if what in ("errors", "warnings") else what] += int(number)
    took = max((float(found.group(1)) for line in lines if (found := TOOK.search(line))), default=0.0)
    order = ("failed", "error", "passed", "skipped", "deselected", "xfailed", "xpassed", "warning", "rerun")
    said = ", ".join(f"{counts[what]} {what}" for what in order if counts[what]) or "nothing ran"
    return f"====== {said} in {took:.2f}s ({int(took) // 60}:{int(took) % 60:02d}) ======"


if __name__ == "__main__":
    print(added_up(sys.stdin.read().splitlines()))
