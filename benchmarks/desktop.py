"""A desktop session for benchmarks of the window: a keyring, a profile that it opens, and processes started in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measuring import LINES, PASSPHRASE, fill, folder
from engagedesk.clock import SystemClock, system_ids
from engagedesk.paths import Profile
from engagedesk.services.opening import Surroundings, create
from engagedesk.services.workspace import Workspace

INSIDE = "ENGAGEDESK_BENCH_SESSION"
SESSION = 'eval "$(printf "\\n" | gnome-keyring-daemon --unlock --components=secrets 2>/dev/null)"; exec "$@"'
CHILD = Path(__file__).with_name("start_child.py")


def enter_session() -> None:
    """Go on in a bus session with an unlocked keyring of its own, where this computer can make one (Linux)."""
    if os.environ.get(INSIDE) or not all(map(shutil.which, ("dbus-run-session", "gnome-keyring-daemon"))):
        return
    with folder() as home:
        (home / "run").mkdir(mode=0o700)
        environment = os.environ | {INSIDE: "1", "HOME": str(home), "XDG_RUNTIME_DIR": str(home / "run")}
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CURRENT_DESKTOP", "PYTHON_KEYRING_BACKEND"):
            environment.pop(name, None)
        command = ["dbus-run-session", "--", "bash", "-c", SESSION, "_", sys.executable, *sys.argv]
        sys.exit(subprocess.run(command, env=environment, stderr=subprocess.DEVNULL, check=False).returncode)


@dataclass(frozen=True)
class Desktop:
    """A profile and how to start things on it."""

    profile: Path
    keyring: bool
    """Whether the store opens by a keyring; else by a passphrase file, Argon2 and all."""
    environment: dict[str, str]

    def program(self) -> subprocess.Popen[str]:
        words = ["program", "--profile", str(self.profile)]
        if not self.keyring:
            words += ["--passphrase-file", str(self.profile.parent / "passphrase")]
        return self.start(words)

    def start(self, words: Sequence[str]) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, str(CHILD), *words],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )


def until_said(process: subprocess.Popen[str], what: str = "shown") -> float:
    """Return the moment (CLOCK_MONOTONIC) that the process announced by this word."""
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith(f"{what} "):
            return float(line.split()[1])
    raise RuntimeError(f"the program never was {what}")


def seconds_to(desktop: Desktop, *moments: str, words: Sequence[str] | None = None) -> list[float]:
    """Start the program, or the child with ``words``, and return the times from its process's start to each moment."""
    started = time.monotonic()
    process = desktop.program() if words is None else desktop.start(words)
    try:
        return [until_said(process, moment) - started for moment in moments]
    finally:
        # Not asked to close: a benchmark of the start does not wait for the end.
        process.kill()
        process.wait()


@contextmanager
def desktop() -> Iterator[tuple[Desktop, Workspace]]:
    """Yield a desktop whose profile holds the sample, and its workspace: close it before the program starts."""
    with folder() as made:
        profile = Profile(made / "profile")
        clock = SystemClock()
        new = create(profile, PASSPHRASE, Surroundings(clock, system_ids(clock)), with_keyring=True)
        fill(new.workspace, LINES)
        (made / "passphrase").write_text(PASSPHRASE, encoding="utf-8")
        environment = os.environ | {"PYTHONPYCACHEPREFIX": str(made / "bytecode")}
        # An installed program has its bytecode beside it.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
            environment["QT_QPA_PLATFORM"] = "offscreen"
        try:
            yield Desktop(profile.folder, new.keyring_error is None, environment), new.workspace
        finally:
            new.workspace.close()
