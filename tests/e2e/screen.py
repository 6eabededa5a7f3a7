"""A screen of its own for one test run: X server, window manager, tray, message bus; all ended by their process ids."""

from __future__ import annotations

import os
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, TypeVar

T = TypeVar("T")

ROOT: Final = Path(__file__).resolve().parents[2]
PICTURES: Final = ROOT / "build" / "e2e"
NEEDED: Final = ("Xvfb", "openbox", "tint2", "xdotool", "import", "dbus-daemon", "xprop", "xwininfo")
ICON_PX: Final = (12, 64)
PATIENCE_S: Final = 60.0
"""Long enough for a machine that has much else to do; nobody waits for it where all is well."""
SIZE: Final = "1440x900x24"

_CLIPBOARD: Final = "from PySide6.QtGui import QGuiApplication as A; a = A([]); print(a.clipboard().text())"

TINT2: Final = """\
panel_items = TSC
panel_size = 100% 36
panel_position = bottom center horizontal
panel_background_id = 1
taskbar_mode = single_desktop
systray_padding = 4 4 4
systray_icon_size = 22
systray_monitor = 1
time1_format = %H:%M
rounded = 0
background_color = #22262b 100
"""


def missing_tools() -> list[str]:
    """Return the programs of a virtual screen that this machine lacks."""
    return [name for name in NEEDED if shutil.which(name) is None]


def comes(holds: Callable[[], object], *, within_s: float) -> bool:
    """Return whether something comes true in time."""
    deadline = time.monotonic() + within_s
    while not holds():
        if time.monotonic() > deadline:
            return False
        select.select([], [], [], 0.05)
    return True


def until(what: str, holds: Callable[[], T | None], *, patience_s: float = PATIENCE_S) -> T:
    """Return the first answer that is true; fail with ``what`` was waited for."""
    deadline = time.monotonic() + patience_s
    while True:
        answer = holds()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {patience_s:.0f} s in vain: {what}")
        # Not a sleep for luck: the condition is asked again.
        select.select([], [], [], 0.05)


class Screen:
    """Started whole or not at all; ``end`` stops exactly the processes that were started here."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="engagedesk-screen-"))
        self._processes: list[subprocess.Popen[bytes]] = []
        self._sockets = 0
        self.env: dict[str, str] = dict(os.environ)
        for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "DBUS_SESSION_BUS_ADDRESS", "SESSION_MANAGER"):
            self.env.pop(name, None)
        home = self._folder / "home"
        home.mkdir()
        run = self._folder / "run"
        run.mkdir(mode=0o700)
        self.env |= {
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(run),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
            "QT_QPA_PLATFORM": "xcb",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "TZ": "Europe/London",
        }
        try:
            self._start()
        except BaseException as failed:
            for log in sorted(self._folder.glob("*.log")):
                failed.add_note(f"{log.stem}: {log.read_text(encoding='utf-8', errors='replace').strip()}")
            failed.add_note(f"ended: {[process.args for process in self._processes if process.poll() is not None]}")
            self.end()
            raise

    def _start(self) -> None:
        reading, writing = os.pipe()
        os.set_inheritable(writing, True)
        # Without -noreset the server starts anew, and refuses whoever comes just then, when its last client goes.
        server = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SIZE, "-nolisten", "tcp", "-noreset"]
        self._run(server, pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading, "rb") as said:
            ready, _, _ = select.select([said], [], [], PATIENCE_S)
            if not ready:
                raise AssertionError("Xvfb did not start")
            self.env["DISPLAY"] = ":" + said.readline().decode().strip()
        address = self._folder / "bus"
        bus = ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address=unix:path={address}"]
        self._run(bus)
        until("the message bus", address.exists)
        self.env["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={address}"
        self._run(["openbox", "--sm-disable"])
        until(
            "the window manager", lambda: "_NET_SUPPORTING_WM_CHECK(WINDOW)" in self._root("_NET_SUPPORTING_WM_CHECK")
        )
        config = self._folder / "tint2rc"
        config.write_text(TINT2, encoding="ascii")
        self._run(["tint2", "-c", str(config)])
        until("the tray", lambda: self.search("tint2"))

    def _root(self, name: str) -> str:
        return self.out(["xprop", "-root", name])

    def _run(self, command: Sequence[str], *, pass_fds: Sequence[int] = ()) -> None:
        log = (self._folder / f"{Path(command[0]).name}.log").open("wb")
        with log:
            self._processes.append(
                subprocess.Popen(command, env=self.env, stdout=log, stderr=log, pass_fds=pass_fds, cwd=self._folder)
            )

    def new_socket(self) -> Path:
        """Return a path for a socket; short enough for one, which a test's own folder need not be."""
        self._sockets += 1
        return self._folder / f"where-{self._sockets}"

    def out(self, command: Sequence[str]) -> str:
        done = subprocess.run(command, env=self.env, capture_output=True, text=True, timeout=PATIENCE_S, check=False)
        return done.stdout.strip()

    # -- looking -----------------------------------------------------------------------------------------------------

    def search(self, title: str, *, visible: bool = False) -> list[str]:
        """Return the ids of the windows whose title or class matches."""
        kind = ["--onlyvisible"] if visible else []
        return self.out(["xdotool", "search", *kind, "--name", title]).split()

    def picture(self, name: str) -> Path:
        """Take the whole screen into ``build/e2e``."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        path = PICTURES / f"{name}.png"
        self.out(["import", "-window", "root", str(path)])
        return path

    # -- doing -------------------------------------------------------------------------------------------------------

    def do(self, *words: str) -> str:
        """Run one xdotool command."""
        return self.out(["xdotool", *words])

    def key(self, *keys: str) -> None:
        self.do("key", "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        self.do("type", "--clearmodifiers", "--delay", "12", text)

    def tray_icon(self) -> tuple[int, int]:
        """Wait for the program's icon in the tray and return its middle on the screen."""
        return until("the tray's icon", self._tray_icon)

    def _tray_icon(self) -> tuple[int, int] | None:
        # The panel swallows the icon's window: it hangs in the tree under the panel's, and is as large as an icon.
        for line in self.out(["xwininfo", "-root", "-tree"]).splitlines():
            found = re.search(r'"EngageDesk": .* (\d+)x(\d+)\+\d+\+\d+ +\+(\d+)\+(\d+)$', line)
            if found is not None:
                width, height, x, y = map(int, found.groups())
                if ICON_PX[0] <= width <= ICON_PX[1]:
                    return x + width // 2, y + height // 2
        return None

    def clipboard(self) -> str:
        """Return the text on the clipboard, as another program gets it."""
        return self.out([sys.executable, "-c", _CLIPBOARD])

    def put_mouse(self, window: int, x: int, y: int) -> bool:
        """Move the mouse to a place of a window; return whether that window, and no other, lies under it then."""
        # Relative to the window: a place on the screen would count a frame of the window manager twice.
        moved = self.do("mousemove", "--window", str(window), str(x), str(y), "getmouselocation", "--shell")
        under = re.search(r"^WINDOW=(\d+)$", moved, re.MULTILINE)
        frame = re.search(r"Parent window id: (\w+)", self.out(["xwininfo", "-children", "-id", str(window)]))
        # The server answers with a child of the root: the window itself, or what its manager has put around it.
        return under is not None and frame is not None and int(under[1]) in (window, int(frame[1], 16))

    def active_window(self) -> int:
        """Return the id of the window that the window manager has given the keyboard to, 0 = none."""
        said = self.do("getactivewindow")
        return int(said) if said.isdigit() else 0

    def click(self, x: int, y: int, *, button: int = 1) -> None:
        self.do("mousemove", str(x), str(y), "click", str(button))

    def click_here(self, button: int = 1, *, times: int = 1) -> None:
        """Click where the mouse is."""
        self.do("click", "--repeat", str(times), "--delay", "60", str(button))

    def end(self) -> None:
        for process in reversed(self._processes):
            process.terminate()
        for process in reversed(self._processes):
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)
