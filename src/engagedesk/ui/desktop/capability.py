"""What this desktop can do for the program, and why not where it cannot: the answers behind Settings, Capabilities.

Each adapter of the desktop (idle, sleep, notifications, hotkey, keyring, tray) answers one ``Capability``. It gives
codes and parameters only; the page has the words (``ui/capability_words.py``), so that adapters need no translator.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class CapabilityState(StrEnum):
    """How much of it works here."""

    WORKS = "works"
    DEGRADED = "degraded"
    """A fall-back does it, or only a part works; ``why`` says which."""
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True, slots=True)
class Capability:
    """One thing that depends on the desktop. Equal answers mean that nothing changed."""

    key: str
    """``tray``, ``keyring``, ``notifications``, ``idle``, ``sleep``, ``screen_lock``, ``presence``, ``hotkey``,
    ``file_lock``."""
    state: CapabilityState
    why: str = ""
    """A code such as ``idle.no_libxss``; "" = nothing to say. Words without a text show as the code itself."""
    params: Mapping[str, str] = field(default_factory=dict)
    """Fills the words of ``why``: names of services and libraries, never of clients."""


Probe = Callable[[], Capability]
"""Answers at once, from what its adapter knows already; called in the GUI thread whenever the page is shown."""
