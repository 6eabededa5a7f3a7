"""The program on a screen as a process of its own, and a person's eyes and hands for a story about it.

What a story may do is what a person can do: look, move the mouse and click, type. It looks through
``tests/where.py``, which says where things are and takes no orders; everything else goes through the X server.

A machine may be slow, and messages come and go, so nothing here trusts a place or a moment:

* A thing is named, never a pixel: ``app.click_on("Timesheet")``. It is waited for until it is in sight, can be
  pressed, and stood still between two looks; the mouse goes there, and only if the thing is still there and the X
  server agrees whose window lies under the mouse, it is clicked.
* A click that must have a consequence is given it: ``app.click_on("Timesheet", until=app.menu_is_open)``. Where
  nothing happened and the thing still stands there, the click is made again, as a person would.
* Keys go to what has the keyboard: ``app.type("lantern", into="Quick entry")`` waits for the field to have it, and
  afterwards reads the field: a letter that the program lost fails the test.
* Without a mouse a thing is gone to by Tab: ``app.tab_to("Submit week")``.
* Lines of a menu are chosen by their words: ``app.choose("Save as CSV…")``, or ``choose_by_keys``.
* A dialog is waited for until it has taken the keyboard by itself: ``app.dialog("Import")``.
* A message is closed once it is there: ``app.close_message("Undone")``.

Names are the whole accessible name or the whole words of a control, or a pattern: ``re.compile("End at .*")``.
Where two fit, say which: ``kind="button"`` (``tests/where.py`` lists the kinds), ``title="Import"`` for the window,
``row=0``, ``beside="Submit week"`` for the nearest to something else. ``print(app.sight())`` lists what there is to
name; a story that fails lists it too.
"""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tests.e2e.screen import PATIENCE_S, ROOT, Screen, comes, until
from tests.e2e.sight import Name, Sight, Thing

AGAIN_AFTER_S: Final = 8.0
"""How long a click has to show its consequence before it is made again."""
LOOK_PATIENCE_S: Final = 10.0
MAIN: Final = "EngageDesk"
DRAG_STEPS: Final = 8
TURNS_AT_MOST: Final = 100
TABS_AT_MOST: Final = 80
BULLETS: Final = "•●"
"""A hidden field shows one for each letter."""
NOTCH_PX: Final = 120
"""About as far as a notch of the wheel goes; less is made good by another look."""
WHEEL_UP, WHEEL_DOWN = 4, 5


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to put the mouse: pixels of an X window."""

    window: int
    x: int
    y: int


class Running:
    """The program, from its start until ``end``."""

    def __init__(
        self, screen: Screen, profile: Path, *options: str, env: Mapping[str, str] | None = None,
        module: str = "tests.launcher",
    ) -> None:  # fmt: skip
        self.screen = screen
        self.again_after_s = AGAIN_AFTER_S
        self.profile = profile
        self._err = profile.with_name(profile.name + ".stderr")
        self._where = screen.new_socket()
        command = [sys.executable, "-X", "faulthandler", "-m", module, "--where", str(self._where)]
        with self._err.open("wb") as err:
            self.process = subprocess.Popen(
                [*command, "--profile", str(profile), *options],
                env=screen.env | dict(env or {}), cwd=ROOT, stdout=err, stderr=err,
            )  # fmt: skip

    # -- the process -------------------------------------------------------------------------------------------------

    @property
    def said(self) -> str:
        """What the program wrote on standard output and error: nothing, while all is well."""
        return self._err.read_text(encoding="utf-8", errors="replace")

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def wait_end(self, *, patience_s: float = PATIENCE_S) -> int:
        return self.process.wait(patience_s)

    def end(self) -> None:
        """End it, whatever state it is in."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.kill()

    # -- looking -----------------------------------------------------------------------------------------------------

    def sight(self) -> Sight:
        """Look at the program; waits until it answers: at the start, and while it is being replaced, it does not."""
        return until("an answer of the program", self._look)

    def _look(self) -> Sight | None:
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended with {self.process.returncode}: {self.said}")
        said = bytearray()
        try:
            with socket.socket(socket.AF_UNIX) as line:
                line.settimeout(LOOK_PATIENCE_S)
                line.connect(str(self._where))
                while part := line.recv(65536):
                    said += part
        except OSError:
            return None
        try:
            return Sight.read(json.loads(said))
        except ValueError:
            # Replaced in the middle of its answer.
            return None

    def until(self, what: str, holds: Callable[[Sight], Any], *, patience_s: float = PATIENCE_S) -> Any:
        """Return the first true answer of ``holds`` to a look at the program; fail with what was in sight instead."""
        seen = self.sight()

        def look() -> Any:
            nonlocal seen
            seen = self.sight()
            return holds(seen)

        try:
            return until(what, look, patience_s=patience_s)
        except AssertionError as failed:
            failed.add_note(str(seen))
            raise

    def see(self, name: Name = None, **which: Any) -> Thing:
        """Wait until a thing can be reached by the mouse, and return it."""
        found = self.until(f"{name} {which or ''}", lambda seen: _reachable(seen.one(name, **which)))
        assert isinstance(found, Thing)
        return found

    def read(self, words: str, *, title: str | None = None) -> None:
        """Wait until words stand somewhere: in a name, a field, a cell, a message."""
        self.until(f"to read {words!r}", lambda seen: seen.reads(words, title=title))

    def gone(self, title: str) -> None:
        """Wait until no window has this title any more."""
        self.until(f"{title} to close", lambda seen: seen.one(kind="window", title=title) is None)

    def new_life(self, before: Sight) -> None:
        """Wait until the process has been replaced by a locked one that shows its window and has the keyboard."""
        self.until("the locked process", lambda seen: seen.life != before.life and seen.active == MAIN)

    def picture(self, name: str) -> None:
        """Take a picture of the screen once what is in sight stands still."""
        before = self.sight()

        def still(seen: Sight) -> bool:
            nonlocal before
            before, earlier = seen, before
            return seen.stands_as(earlier)

        self.until("the window to stand still", still)
        self.screen.picture(name)

    # -- windows -----------------------------------------------------------------------------------------------------

    def window(self, title: str = MAIN) -> int:
        """Wait for a window and return its X id."""
        found = self.until(f"the window {title}", lambda seen: seen.one(kind="window", title=title))
        return int(found.window)

    def dialog(self, title: str) -> None:
        """Wait until a window has taken the keyboard by itself, as everything that opens should."""
        self.until(f"{title} to have the keyboard", lambda seen: self._has_keyboard(seen, title))

    def focus(self, title: str = MAIN) -> None:
        """Activate a window, as by a click in the task bar, and wait until it has the keyboard."""
        self.screen.do("windowactivate", str(self.window(title)))
        self.dialog(title)

    def _has_keyboard(self, seen: Sight, title: str) -> bool:
        window = next(seen.each(kind="window", title=title), None)
        # Qt has heard of it, and the X server has not given it to somebody else since.
        return seen.active == title and window is not None and self.screen.active_window() == window.window

    # -- the mouse ---------------------------------------------------------------------------------------------------

    def click_on(
        self, name: Name = None, *, until: Callable[[], Any] | None = None, what: str = "", button: int = 1,
        times: int = 1, across: float = 0.5, down: float = 0.5, **which: Any,
    ) -> None:  # fmt: skip
        """Click on a thing; ``until`` is what must follow, and then holds when this returns.

        ``across`` and ``down`` say where on the part in sight; the middle, where nothing is said.
        """
        words = what or f"what follows a click on {name} {which or ''}"
        deadline = time.monotonic() + PATIENCE_S
        while True:
            self.click_at(lambda: self.point(name, across=across, down=down, **which), button=button, times=times)
            if until is None:
                return
            while time.monotonic() < deadline:
                if self._comes(until):
                    return
                if _reachable(self.sight().one(name, **which)) is not None:
                    break
            else:
                raise _failure(words, self.sight())

    def _comes(self, holds: Callable[[], Any]) -> bool:
        return comes(holds, within_s=self.again_after_s)

    def point(self, name: Name = None, *, across: float = 0.5, down: float = 0.5, **which: Any) -> Spot:
        """Wait until a thing stands still within reach, and return a place on it; scroll it into sight if need be."""
        self._bring_into_sight(name, **which)
        before = self.see(name, **which)

        def still(seen: Sight) -> Thing | None:
            nonlocal before
            now = _reachable(seen.one(name, **which))
            if now is None or (now.window, now.sight) == (before.window, before.sight):
                return now
            before = now
            return None

        thing = self.until(f"{name} to stand still", still)
        return Spot(thing.window, *thing.spot(across, down))

    def click_at(self, find: Callable[[], Spot], *, button: int = 1, times: int = 1) -> None:
        """Click where ``find`` says, once it says the same with the mouse there and no other window before it."""

        def there() -> bool:
            spot = find()
            return self.screen.put_mouse(spot.window, spot.x, spot.y) and find() == spot

        until("the mouse on its target", there)
        self.screen.click_here(button, times=times)

    def drag(self, start: Spot, end: Spot, *, drop: bool = True) -> None:
        """Press at one place and let go at another, with the mouse seen on its way; ``drop`` False keeps hold."""
        until("the mouse on its target", lambda: self.screen.put_mouse(start.window, start.x, start.y))
        self.screen.do("mousedown", "1")
        for step in range(1, DRAG_STEPS + 1):
            x = start.x + (end.x - start.x) * step // DRAG_STEPS
            y = start.y + (end.y - start.y) * step // DRAG_STEPS
            self.screen.put_mouse(end.window, x, y)
            # It is a person's hand: the program sees each place before the next.
            self.sight()
        if drop:
            self.drop()

    def drop(self) -> None:
        self.screen.do("mouseup", "1")

    def _bring_into_sight(self, name: Name, **which: Any) -> None:
        """Turn the wheel until a thing that is scrolled away is in sight."""
        for _ in range(TURNS_AT_MOST):
            thing = self.until(f"{name} {which or ''}", lambda seen: seen.one(name, **which))
            if thing.sight is not None or thing.scroller is None:
                return
            left, top, width, height = thing.scroller
            self.screen.put_mouse(thing.window, left + width // 2, top + height // 2)
            above, below = top - thing.box[1], thing.box[1] - top - height
            notches = min(10, max(above, below) // NOTCH_PX + 1)
            self.screen.click_here(WHEEL_UP if above > 0 else WHEEL_DOWN, times=notches)
        raise _failure(f"{name} to come into sight", self.sight())

    # -- menus -------------------------------------------------------------------------------------------------------

    def menu_is_open(self) -> bool:
        return bool(self.sight().menu)

    def choose(self, words: str) -> None:
        """Choose a line of the open menu with the mouse, and wait until the menu has gone."""
        self.click_on(words, kind="line", until=lambda: not self.menu_is_open(), what=f"the menu to close on {words}")

    def choose_by_keys(self, words: str) -> None:
        """Go down the open menu to a line and press Enter, and wait until the menu has gone."""
        self.until(f"a menu with {words}", lambda seen: any(words in (t.name, t.text) for t in seen.menu))
        while (at := self._current_line()) != words:
            self._go_down(at)
        self.screen.key("Return")
        self.until("the menu to close", lambda seen: not seen.menu)

    def _go_down(self, line: str) -> None:
        self.screen.key("Down")
        self.until("the next line of the menu", lambda _seen: self._current_line() != line)

    def _current_line(self) -> str:
        return next((line.name for line in self.sight().menu if line.focus), "")

    def tray_menu(self) -> None:
        """Open the menu of the tray's icon by the mouse and wait until it is on the screen.

        The panel may take the icon anew while its state changes: a click that opened nothing is made again, as a
        person would.
        """
        self.until("an earlier menu to go", lambda seen: not seen.menu)
        until("the tray's menu", self._opens_tray_menu)

    def _opens_tray_menu(self) -> bool:
        self.screen.click(*self.screen.tray_icon(), button=3)
        return self._comes(self.menu_is_open)

    # -- the keyboard ------------------------------------------------------------------------------------------------

    def key(
        self, *keys: str, to: str = "", until: Callable[[], Any] | None = None, again: bool = False, what: str = ""
    ) -> None:
        """Press keys, and wait for what must follow.

        ``to`` is the title of the window that must have the keyboard first; "" = whatever has it, which is well only
        after ``type``, ``keyboard_on`` or other keys. ``again``: where nothing follows, press them again, for what
        takes no keys in its first moments on purpose.
        """
        if to:
            self.dialog(to)
        self.screen.key(*keys)
        if until is None:
            return
        wait = until
        if again and not self._comes(wait):
            self.screen.key(*keys)
        self.until(what or f"what follows {' '.join(keys)}", lambda _seen: wait())

    def shows(self, title: str) -> bool:
        """Return whether a window has this title now."""
        return self.sight().one(kind="window", title=title) is not None

    def has_keyboard(self, name: Name, **which: Any) -> bool:
        """Return whether a thing has the keyboard now: what follows a click on a field."""
        seen = self.sight()
        return seen.focus is not None and seen.focus in seen.each(name, **which)

    def keyboard_on(self, name: Name, **which: Any) -> Thing:
        """Wait until a thing has the keyboard, and return it."""

        def has_it(seen: Sight) -> Thing | None:
            focus = seen.focus
            if focus is None or focus not in seen.each(name, **which) or not self._has_keyboard(seen, focus.title):
                return None
            return focus

        found = self.until(f"the keyboard on {name}", has_it)
        assert isinstance(found, Thing)
        return found

    def tab_to(self, name: Name, *, back: bool = False, **which: Any) -> Thing:
        """Press Tab until a thing has the keyboard, as who has no mouse does; ``back``: Shift+Tab."""
        before: Thing | None = None

        def gone_on(seen: Sight) -> bool:
            return seen.focus is not None and seen.focus != before

        for _ in range(TABS_AT_MOST):
            seen = self.sight()
            if seen.focus is not None and seen.focus in seen.each(name, **which):
                return self.keyboard_on(name, **which)
            before = seen.focus
            self.screen.key("shift+Tab" if back else "Tab")
            self.until("Tab to go on", gone_on)
        raise _failure(f"the keyboard to come to {name} {which or ''} by Tab", self.sight())

    def type(self, text: str, *, into: Name, instead: bool = False, **which: Any) -> None:
        """Type into a field that has or gets the keyboard, and wait until the field shows it.

        ``instead``: over what the field holds. A letter that got lost fails the test.
        """
        field = self.keyboard_on(into, **which)
        before = field.text
        if instead:
            self.screen.key("ctrl+a")
            before = ""
        self.screen.type(text)

        def shown(seen: Sight) -> bool:
            # The same field, whether or not a list of completions has taken the keyboard from it meanwhile.
            held = (t for t in seen.each(field.name, kind=field.kind) if t.window == field.window)
            shows = next((t.text for t in held if t.name == field.name), "")
            if shows and not shows.strip(BULLETS):
                return len(shows) in (len(text), len(before + text))
            return shows in (text, before + text)

        self.until(f"{into} to hold what was typed", shown)

    # -- what stories do again and again -----------------------------------------------------------------------------

    def choose_file(self, title: str, path: Path) -> None:
        """Name a file in a file dialog."""
        self.dialog(title)
        self.type(str(path), into="File name:", instead=True, title=title)
        # The first Enter may go to a list of completions.
        self.key("Return", until=lambda: not self.shows(title), again=True)

    def edit_cell(self, column: str, text: str, *, row: int, **which: Any) -> None:
        """Click on a cell that is edited in place, and type over what it holds; the editor stays open."""

        def editor() -> Thing | None:
            focus = self.sight().focus
            return focus if focus is not None and focus.kind == "field" and focus.name.startswith(column) else None

        self.click_on(column, kind="cell", row=row, until=editor, what=f"the editor of {column}", **which)
        field = editor()
        assert field is not None
        self.type(text, into=field.name, instead=True)

    def close_message(self, words: str) -> None:
        """Wait for the message that has these words, and close it; whatever it had moved is back then."""
        self.read(words)
        self.click_on("Close message", until=lambda: not self.sight().reads(words), what="the message to go")


def _reachable(thing: Thing | None) -> Thing | None:
    return thing if thing is not None and thing.reachable else None


def _failure(what: str, seen: Sight) -> AssertionError:
    failed = AssertionError(f"waited in vain: {what}")
    failed.add_note(str(seen))
    return failed
