"""The versions underneath that the promises need, and the ones that they forbid."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)

# Counts how the references to None change over void calls of Qt; a leak is one per call.
VOID_CALLS = """
import sys
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
thing, timer = QObject(), QTimer()
def calls(times):
    for number in range(times):
        thing.setObjectName("x"); thing.blockSignals(False); timer.setInterval(number); timer.stop()
        thing.setProperty("p", number)
calls(100)
before = sys.getrefcount(None)
calls(2000)
print(sys.getrefcount(None) - before)
"""


def pins(lock: str) -> dict[str, Version]:
    return {name.lower(): Version(pin) for name, pin in PINNED.findall((ROOT / lock).read_text(encoding="utf-8"))}


def test_sqlite_has_no_wal_reset_bug() -> None:
    assert tuple(map(int, sqlcipher3.sqlite_version.split("."))) >= (3, 51, 3)


def test_void_qt_calls_keep_every_reference_to_none() -> None:
    run = subprocess.run([sys.executable, "-c", VOID_CALLS], capture_output=True, text=True, check=True)
    assert abs(int(run.stdout)) < 100


@pytest.mark.parametrize("lock", LOCKS)
def test_the_locks_leave_out_the_pyside_that_loses_none(lock: str) -> None:
    for name in ("pyside6-essentials", "shiboken6"):
        assert Version("6.11.3") <= pins(lock)[name] < Version("6.12")


def test_the_project_itself_refuses_that_pyside() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needs = {r.name: r for r in map(Requirement, project["dependencies"])}
    assert not needs["PySide6-Essentials"].specifier.contains("6.12.0")


def test_the_locks_hold_every_requirement_of_the_project() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    runtime = [Requirement(line) for line in project["project"]["dependencies"]]
    dev = [Requirement(line) for line in project["dependency-groups"]["dev"] + project["build-system"]["requires"]]
    for lock, needs in (("requirements.lock", runtime), ("requirements-dev.lock", runtime + dev)):
        held = pins(lock)
        wrong = [str(r) for r in needs if not _satisfied(r, held)]
        assert wrong == [], f"{lock} is behind pyproject.toml: run `make lock`"


def test_both_locks_agree() -> None:
    runtime, dev = pins(LOCKS[0]), pins(LOCKS[1])
    assert {name: pin for name, pin in runtime.items() if dev.get(name) != pin} == {}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_of_a_lock_has_hashes(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)[1:]
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_windows_gets_what_only_windows_needs(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert re.search(r'^pywin32-ctypes==\S+ ; sys_platform == "win32"', text, re.MULTILINE)
    assert re.search(r"^colorama==", text, re.MULTILINE)


def _satisfied(need: Requirement, held: dict[str, Version]) -> bool:
    pin = held.get(re.sub(r"[-_.]+", "-", need.name).lower())
    return pin is not None and need.specifier.contains(pin, prereleases=True)
