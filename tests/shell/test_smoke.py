"""The smoke run of frozen builds, as a process of its own: everything a person could reach starts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_smoke_run_starts_everything_and_ends_well() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "launcher.py"), "--smoke"],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
