"""Which window is in front, on a real X server; and why not, where nobody tells."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest

from engagedesk.ui.desktop.active_window import InFront, XWindowWatch, window_watch
from engagedesk.ui.desktop.capability import CapabilityState
from tests.shell.x_screen import x_display

__all__ = ["x_display"]

pytestmark = pytest.mark.skipif(sys.platform != "linux" or shutil.which("xprop") is None, reason="needs X11 and xprop")


def set_root(display: str, name: str, kind: str, value: str) -> None:
    env = os.environ | {"DISPLAY": display}
    subprocess.run(["xprop", "-root", "-f", name, kind, "-set", name, value], env=env, check=True, timeout=20)


@pytest.fixture
def watch(x_display: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[XWindowWatch]:
    monkeypatch.setenv("DISPLAY", x_display)
    made = window_watch("xcb")
    assert isinstance(made, XWindowWatch)
    yield made
    made.close()


def test_without_a_window_manager_nothing_is_in_front_and_it_is_said(watch: XWindowWatch) -> None:
    assert watch.look() is None
    assert watch.capability().why == "window_titles.no_window_manager"


def test_the_title_and_program_in_front_are_read(watch: XWindowWatch, x_display: str) -> None:
    root = str(watch._x.root)
    set_root(x_display, "_NET_WM_NAME", "8u", "Grüße – 410118.xlsx")
    set_root(x_display, "WM_CLASS", "8s", "soffice")
    set_root(x_display, "_NET_SUPPORTING_WM_CHECK", "32c", root)
    set_root(x_display, "_NET_ACTIVE_WINDOW", "32c", root)
    seen = watch.look()
    assert seen == InFront("soffice", "Grüße – 410118.xlsx")
    assert "Grüße" not in repr(seen), "a title reaches no log by accident"
    assert watch.capability().state is CapabilityState.WORKS
    set_root(x_display, "_NET_ACTIVE_WINDOW", "32c", str(0x7FFF_FFF0))
    assert watch.look() is None, "a window that just closed"


@pytest.mark.parametrize(
    ("platform", "why"), [("wayland", "window_titles.wayland"), ("offscreen", "window_titles.no_screen")]
)
def test_a_system_that_does_not_tell_says_why(platform: str, why: str) -> None:
    made = window_watch(platform)
    assert (made.look(), made.capability().state, made.capability().why) == (None, CapabilityState.UNAVAILABLE, why)
    made.close()


def test_x_without_a_display_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    assert window_watch("xcb").capability().why == "window_titles.no_x"
