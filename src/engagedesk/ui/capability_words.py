"""The words for what a desktop can do: what each capability is for, why it does not work, and what to do about it.

An adapter's ``why`` is a code; whoever adds one adds its words here. Parameters fill ``{name}``.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from engagedesk.ui import capability_reasons
from engagedesk.ui.desktop.capability import Capability, CapabilityState
from engagedesk.ui.theme import Tone

tr = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class CapabilityWords:
    """One line of the page: what it is, what it is for, why it is as it is, what to do; the last two may be empty."""

    name: str
    purpose: str
    why: str
    advice: str


def state_words(state: CapabilityState) -> tuple[str, Tone]:
    return {
        CapabilityState.WORKS: (tr("Capability", "Works"), Tone.OK),
        CapabilityState.DEGRADED: (tr("Capability", "In part"), Tone.WARN),
        CapabilityState.UNAVAILABLE: (tr("Capability", "Not here"), Tone.SECOND),
    }[state]


def words_of(capability: Capability) -> CapabilityWords:
    name, purpose = _names().get(capability.key, (capability.key, ""))
    why, advice = _reasons().get(capability.why, (capability.why, ""))
    return CapabilityWords(name, purpose, why.format_map(_Given(capability.params)), advice)


class _Given(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def _names() -> dict[str, tuple[str, str]]:
    return {
        "tray": (tr("Capability", "Tray icon"), tr("Capability", "Start, stop and see the timer without the window.")),
        "notifications": (
            tr("Capability", "Notifications"),
            tr("Capability", "Reminders that reach you while another program is in front."),
        ),
        "keyring": (tr("Capability", "Keyring"), tr("Capability", "Opens the store while you are signed in.")),
        "idle": (tr("Capability", "Idle time"), tr("Capability", "Notices that you left the computer.")),
        "sleep": (tr("Capability", "Sleep"), tr("Capability", "Notices that the computer slept.")),
        "screen_lock": (tr("Capability", "Screen lock"), tr("Capability", "Begins an away time at once.")),
        "presence": (
            tr("Capability", "Meetings and presentations"),
            tr("Capability", "Nothing is asked while you are in one."),
        ),
        "hotkey": (tr("Capability", "Keys in every program"), tr("Capability", "Quick entry from anywhere.")),
        "window_titles": (tr("Capability", "Window titles"), tr("Capability", "Suggestions from what you worked in.")),
        "file_lock": (
            tr("Capability", "File locks"),
            tr("Capability", "Keep a second program from writing into the same store."),
        ),
    }


def _reasons() -> dict[str, tuple[str, str]]:
    """Return why -> what it means, and what to do."""
    return {
        "": ("", ""),
        "tray.none": (
            tr("Capability", "This desktop shows no tray."),
            tr("Capability", "Nothing is lost: closing the window then ends the program. On GNOME, the extension "
               "AppIndicator brings a tray."),
        ),
        "notifications.none": (
            tr("Capability", "No notification service answers."),
            tr("Capability", "Reminders are shown in the window. Most desktops bring a service; otherwise dunst does."),
        ),
        "notifications.unknown": (tr("Capability", "Not asked yet."), ""),
        "keyring.none": (
            tr("Capability", "{reason}"),
            tr("Capability", "The passphrase opens the store. Sign in to the desktop's keyring, then look again."),
        ),
        "keyring.unknown": (tr("Capability", "Not asked yet."), ""),
        **capability_reasons.reasons(),
        "file_lock.unknown": (
            tr("Capability", "It could not be tried in the profile's folder."),
            tr("Capability", "Check that the folder can be written to."),
        ),
        "hotkey.off": (tr("Capability", "No keys are chosen."), tr("Capability", "Choose some under General.")),
        "hotkey.taken": (
            tr("Capability", "Another program has {keys}."),
            tr("Capability", "Choose other keys under General."),
        ),
        "hotkey.not_a_key": (
            tr("Capability", "{keys} is no key with Ctrl, Alt or the logo key."),
            tr("Capability", "Choose other keys under General."),
        ),
        "hotkey.no_such_key": (
            tr("Capability", "This keyboard has no {keys}."),
            tr("Capability", "Choose other keys under General."),
        ),
        "hotkey.asking": (tr("Capability", "The desktop is being asked."), ""),
        "hotkey.refused": (
            tr("Capability", "The desktop did not grant the keys."),
            tr("Capability", "Allow them in the desktop's settings, then start EngageDesk again."),
        ),
        "hotkey.session_ended": (
            tr("Capability", "The desktop took the keys back."),
            tr("Capability", "Start EngageDesk again to ask for them."),
        ),
        "hotkey.no_portal": (
            tr("Capability", "This desktop lends no keys to programs."),
            tr("Capability", "Let its settings run: engagedesk --toggle-timer."),
        ),
        "hotkey.no_x": (
            tr("Capability", "The X server does not answer."),
            tr("Capability", "Let the desktop's settings run: engagedesk --toggle-timer."),
        ),
        "hotkey.no_screen": (tr("Capability", "There is no screen."), ""),
        "hotkey.macos": (
            tr("Capability", "macOS lends keys to signed programs only."),
            tr("Capability", "Let a shortcut of the system run: engagedesk --toggle-timer."),
        ),
        "window_titles.no_x": (tr("Capability", "The X server does not answer."), ""),
        "window_titles.no_window_manager": (
            tr("Capability", "The window manager does not say which window is in front."),
            "",
        ),
        "window_titles.wayland": (
            tr("Capability", "Wayland tells no program what others show."),
            tr("Capability", "Suggestions come from your plan and your habits there."),
        ),
        "window_titles.macos": (
            tr("Capability", "macOS tells titles only to programs that may record the screen."),
            tr("Capability", "Suggestions come from your plan and your habits there."),
        ),
        "window_titles.no_screen": (tr("Capability", "There is no screen."), ""),
        "file_lock.none": (
            tr("Capability", "This file system has no locks that hold."),
            tr("Capability", "Keep the profile on a disk of this computer."),
        ),
    }  # fmt: skip
