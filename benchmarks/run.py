"""Run every benchmark once and show one table: `make bench`.

Each ``benchmarks/bench_*.py`` is a program of its own (so that memory and start-up are its own). On standard output
it prints one JSON object a line for each figure:

    {"name": "timer start, p95", "value": 11.2, "unit": "ms", "limit": 13.4, "note": "bare fsync 3.4 ms"}

``limit`` (the most that is allowed) and ``note`` may be left out; a figure without a limit is for information. Other
lines are passed on. The exit status is 1 where a limit is missed or a benchmark fails.

    python benchmarks/run.py [WORD ...]     only those whose file name holds one of the words
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parent


@dataclass(frozen=True)
class Figure:
    bench: str
    name: str
    value: float
    unit: str
    limit: float | None
    note: str

    @property
    def kept(self) -> bool:
        return self.limit is None or self.value <= self.limit


def figure_in(line: str, bench: str) -> Figure | None:
    """Return the figure of one line; None for any other line."""
    if not line.startswith("{"):
        return None
    try:
        told = json.loads(line)
        limit = told.get("limit")
        return Figure(
            bench=bench,
            name=str(told["name"]),
            value=float(told["value"]),
            unit=str(told.get("unit", "")),
            limit=None if limit is None else float(limit),
            note=str(told.get("note", "")),
        )
    except (ValueError, KeyError, TypeError):
        return None


def run(bench: Path) -> tuple[list[Figure], int]:
    """Run one benchmark, pass on what is no figure, and return its figures and exit status."""
    print(f"{bench.stem} …", flush=True)
    figures: list[Figure] = []
    with subprocess.Popen(
        [sys.executable, str(bench)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if (figure := figure_in(line, bench.stem)) is not None:
                figures.append(figure)
            elif line.strip():
                print(f"  {line.rstrip()}", flush=True)
    return figures, process.returncode


def table(figures: list[Figure]) -> str:
    rows = [("benchmark", "figure", "value", "limit", "", "note")]
    for figure in figures:
        limit = "" if figure.limit is None else f"{figure.limit:,.5g} {figure.unit}"
        verdict = "" if figure.limit is None else "ok" if figure.kept else "MISSED"
        bench = figure.bench.removeprefix("bench_")
        rows.append((bench, figure.name, f"{figure.value:,.5g} {figure.unit}", limit, verdict, figure.note))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [
            cell.rjust(width) if column in {2, 3} else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return "\n".join([lines[0], "-" * max(map(len, lines)), *lines[1:]])


def main() -> int:
    words = sys.argv[1:]
    benches = [path for path in sorted(FOLDER.glob("bench_*.py")) if not words or any(w in path.stem for w in words)]
    if not benches:
        print("no such benchmark", file=sys.stderr)
        return 2
    figures: list[Figure] = []
    broken: list[str] = []
    for bench in benches:
        found, status = run(bench)
        figures += found
        if status:
            broken.append(f"{bench.stem} ended with status {status}")
        elif not found:
            broken.append(f"{bench.stem} gave no figure")
    print("\n" + table(figures))
    for words_of_failure in broken:
        print(words_of_failure, file=sys.stderr)
    return 1 if broken or not all(figure.kept for figure in figures) else 0


if __name__ == "__main__":
    sys.exit(main())
