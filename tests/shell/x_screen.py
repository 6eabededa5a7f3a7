"""A bare X server of a test's own: no window manager, no tray."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
from collections.abc import Iterator, Sequence

import pytest

NEEDED = ("Xvfb", "xdotool")
PATIENCE_S = 20.0


@pytest.fixture(scope="module")
def x_display() -> Iterator[str]:
    """Start an X server and yield its display."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        pytest.skip(f"no virtual screen here: {', '.join(missing)}")
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "640x480x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading, "rb") as said:
            ready, _, _ = select.select([said], [], [], PATIENCE_S)
            assert ready, "Xvfb did not start"
            yield ":" + said.readline().decode().strip()
        server.terminate()


def xdotool(display: str, *words: str) -> str:
    done = subprocess.run(
        ["xdotool", *words],
        env=os.environ | {"DISPLAY": display},
        capture_output=True,
        text=True,
        timeout=20,
        check=True,
    )
    return done.stdout.strip()


def press(display: str, keys: Sequence[str]) -> None:
    """Press keys as on a keyboard, from outside of the program."""
    xdotool(display, "key", *keys)
