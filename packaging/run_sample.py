"""Open the program on the sample portfolio, or play its day without a screen: `make run` and `make shots`.

    run_sample.py                                open the window; without a screen play the day into build/run
    run_sample.py --shots FOLDER                 pictures of every page into FOLDER

Everything lies under build/: the profile, its passphrase (a file that only its owner reads) and its recovery key. The
sample is made once, and anew where the program's tables have changed since or build/sample is gone. Only the command
line is used, as a person would use it.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build"
PROFILE = BUILD / "sample"
PASSPHRASE = BUILD / "sample.passphrase"
RECOVERY_KEY = BUILD / "sample.recovery-key"
PLAYED = BUILD / "run"
TABLES = ROOT / "src" / "engagedesk" / "models" / "migrations" / "head.sql"
OFF_SCREEN = {"QT_QPA_PLATFORM": "offscreen"}


class Failed(Exception):
    """A command of the program ended with another status than 0; it has said why on standard error."""

    def __init__(self, status: int) -> None:
        super().__init__(str(status))
        self.status = status


def program(*arguments: str, env: Mapping[str, str] | None = None, quiet: bool = False) -> str:
    """Run one command of the program, show it and what it said, and return its standard output."""
    if not quiet:
        print(f"$ engagedesk {' '.join(arguments)}", flush=True)
    done = subprocess.run(
        [*command_start(), *arguments],
        cwd=ROOT,
        env=os.environ | dict(env or {}),
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if not quiet and done.stdout:
        print(done.stdout.rstrip("\n"), flush=True)
    if done.returncode:
        raise Failed(done.returncode)
    return done.stdout


def command_start() -> list[str]:
    return [sys.executable, "-m", "engagedesk", "--profile", str(PROFILE), "--passphrase-file", str(PASSPHRASE)]


def make_sample() -> None:
    """Make the sample profile where there is none; one that was not finished, or of other tables, is made anew."""
    finished = BUILD / "sample.finished"
    tables = hashlib.sha256(TABLES.read_bytes()).hexdigest()
    is_whole = finished.exists() and PROFILE.is_dir() and PASSPHRASE.exists()
    if is_whole and finished.read_text(encoding="ascii").strip() == tables:
        return
    once = "anew: the program's tables have changed" if is_whole else "once"
    print(f"Making the sample portfolio in build/sample ({once})", flush=True)
    BUILD.mkdir(exist_ok=True)
    for folder in (PROFILE, PROFILE.with_name(PROFILE.name + "-backups")):
        shutil.rmtree(folder, ignore_errors=True)
    for file in (PASSPHRASE, RECOVERY_KEY, finished):
        file.unlink(missing_ok=True)
    with open(PASSPHRASE, "x", encoding="ascii", opener=private) as secret:
        secret.write(secrets.token_urlsafe(24) + "\n")
    program("init", "--no-keyring", "--recovery-key-file", str(RECOVERY_KEY), quiet=True)
    program("demo", quiet=True)
    finished.write_text(tables + "\n", encoding="ascii")


def private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def has_screen() -> bool:
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def play_the_day() -> None:
    """Do headless what a person does on a day: time by timer and by line, the week, the timesheet, every page."""
    print("No screen here: the day is played without a window.", flush=True)
    shutil.rmtree(PLAYED, ignore_errors=True)
    PLAYED.mkdir(parents=True)
    year, number, _ = dt.datetime.now().astimezone().date().isocalendar()
    week = f"{year}-W{number:02d}"

    program("engagement", "list")
    if json.loads(program("timer", "status", "--json", quiet=True))["running"]:
        program("timer", "stop")
    program("timer", "start", "Harrowgate walkthroughs, sales cycle")
    program("timer", "switch", "Lanternbank, PBC list with the client")
    program("timer", "status")
    program("timer", "stop")
    program("entry", "add", "45m Brackley, partner call on the unfiled returns")
    program("week", "show", week)
    for kind in ("csv", "xlsx", "tsv"):
        program("week", "sheet", week, "--format", kind, "-o", str(PLAYED / f"timesheet-{week}.{kind}"))
    program("check")
    take_pictures(PLAYED / "pages")

    sheets = sorted(path.name for path in PLAYED.glob("timesheet-*"))
    print(f"\nTimesheets: {', '.join(sheets)}, in {PLAYED.relative_to(ROOT)}/")
    print(f"Pictures of every page: {(PLAYED / 'pages').relative_to(ROOT)}/")
    print("On a machine with a screen, `make run` opens the window on the same portfolio.")


def take_pictures(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    program("shots", str(folder), env=OFF_SCREEN)
    if not any(folder.rglob("*.png")):
        raise SystemExit(f"no picture came into {folder}")


def main() -> int:
    parser = argparse.ArgumentParser(description="Open the program on the sample portfolio.")
    parser.add_argument("--shots", type=Path)
    wanted = parser.parse_args()
    try:
        make_sample()
        if wanted.shots:
            take_pictures(ROOT / wanted.shots)
            return 0
        if has_screen():
            return subprocess.run(command_start(), cwd=ROOT, check=False).returncode
        play_the_day()
    except Failed as failed:
        return failed.status
    return 0


if __name__ == "__main__":
    sys.exit(main())
