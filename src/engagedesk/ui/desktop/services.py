"""What the desktop's services say of the person: idle time, a locked screen, sleep, and what holds the screen awake.

One thread a bus (``bus.py``) asks them every few seconds and hears their signals at once; the GUI thread reads the last
answers. A service is never started by asking, and one that does not answer is asked again, because it may come later.

GNOME: org.gnome.Mutter.IdleMonitor (milliseconds), org.gnome.ScreenSaver, org.gnome.SessionManager.
KDE: org.freedesktop.ScreenSaver (milliseconds, whatever the name suggests; KWin on Wayland does not answer),
org.kde.Solid.PowerManagement.PolicyAgent. Everywhere: logind,
https://www.freedesktop.org/software/systemd/man/latest/org.freedesktop.login1.html
"""

from __future__ import annotations

import logging
import os
import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engagedesk.ui.desktop.bus import BusLink, BusLost, BusSignal, BusThread
from engagedesk.ui.mailbox import Mailbox

if TYPE_CHECKING:
    from jeepney import Message

log = logging.getLogger(__name__)

ASK_EVERY_MS: Final = 10_000
ANSWER_S: Final = 1.0
MS: Final = 1000
INHIBIT_IDLE: Final = 8
"""GNOME SessionManager: the session is kept from being marked idle."""
KEEPS_SCREEN: Final = 4
"""KDE PolicyAgent: ChangeScreenSettings is held off."""

LOGIND: Final = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
SESSION: Final = "org.freedesktop.login1.Session"
PROPERTIES: Final = "org.freedesktop.DBus.Properties"
SCREEN_SAVERS: Final = (
    ("gnome", "org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
    ("kde", "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("mate", "org.mate.ScreenSaver", "/org/mate/ScreenSaver", "org.mate.ScreenSaver"),
    ("cinnamon", "org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver", "org.cinnamon.ScreenSaver"),
    ("xfce", "org.xfce.ScreenSaver", "/org/xfce/ScreenSaver", "org.xfce.ScreenSaver"),
)


@dataclass(frozen=True, slots=True)
class Told:
    """The last answers. None = nobody answers that; ``by`` names the service that did, "" = none."""

    idle_s: float | None = None
    idle_by: str = ""
    saver_active: bool | None = None
    saver_by: str = ""
    hint_locked: bool | None = None
    going_to_sleep: bool = False
    sleep_told: bool = False
    """logind is there to say when the machine goes to sleep."""
    kept_awake: bool | None = None
    """A call, a film or a presentation holds the screen saver off."""
    session_bus: bool = True
    system_bus: bool = True

    @property
    def locked(self) -> bool | None:
        known = [one for one in (self.hint_locked, self.saver_active) if one is not None]
        return any(known) if known else None


@dataclass(frozen=True, slots=True)
class SessionAnswers:
    idle_s: float | None
    idle_by: str
    saver_active: bool | None
    saver_by: str
    kept_awake: bool | None


@dataclass(frozen=True, slots=True)
class SystemAnswers:
    hint_locked: bool | None
    sleep_told: bool
    kept_awake: bool | None


class DesktopServices(QObject):
    """Keeps ``told`` true. ``stirred`` says that the screen was locked or unlocked, or that sleep begins or ended."""

    stirred = Signal()

    def __init__(
        self, *, session_bus: str = "SESSION", system_bus: str = "SYSTEM", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.told = Told()
        self._session_awake: bool | None = None
        self._system_awake: bool | None = None
        self._session_mail = Mailbox(parent=self)
        self._session_mail.arrived.connect(self._from_session)
        self._system_mail = Mailbox(parent=self)
        self._system_mail.arrived.connect(self._from_system)
        self._session = BusThread(self._session_mail.post, name="session bus", bus=session_bus)
        self._system = BusThread(self._system_mail.post, name="system bus", bus=system_bus)
        self._again = QTimer(self)
        self._again.setInterval(ASK_EVERY_MS)
        self._again.timeout.connect(self.ask)

    def start(self) -> None:
        self._session.do(_listen_to_session)
        self._system.do(_listen_to_system)
        self.ask()
        self._again.start()

    def close(self) -> None:
        self._again.stop()
        self._session.close()
        self._system.close()
        self._session_mail.close()
        self._system_mail.close()

    @Slot()
    def ask(self) -> None:
        """Ask all services anew; the answers follow."""
        if self.told.session_bus:
            self._session.do(_ask_session)
        if self.told.system_bus:
            self._system.do(_ask_system)

    @Slot(object)
    def _from_session(self, said: SessionAnswers | BusSignal | BusLost) -> None:
        match said:
            case SessionAnswers():
                self._session_awake = said.kept_awake
                self._take(
                    replace(
                        self.told,
                        idle_s=said.idle_s,
                        idle_by=said.idle_by,
                        saver_active=said.saver_active,
                        saver_by=said.saver_by,
                    )
                )
            case BusSignal(member="ActiveChanged", body=(bool(active),)):
                self._take(replace(self.told, saver_active=active))
            case BusLost():
                self._session_awake = None
                gone = Told(session_bus=False)
                self._take(
                    replace(
                        gone,
                        hint_locked=self.told.hint_locked,
                        going_to_sleep=self.told.going_to_sleep,
                        sleep_told=self.told.sleep_told,
                        system_bus=self.told.system_bus,
                    )
                )

    @Slot(object)
    def _from_system(self, said: SystemAnswers | BusSignal | BusLost) -> None:
        match said:
            case SystemAnswers():
                self._system_awake = said.kept_awake
                self._take(replace(self.told, hint_locked=said.hint_locked, sleep_told=said.sleep_told))
            case BusSignal(member="PrepareForSleep", body=(bool(going),)):
                self._take(replace(self.told, going_to_sleep=going))
            case BusSignal(member="PropertiesChanged"):
                self._system.do(_ask_system)
            case BusLost():
                self._system_awake = None
                self._take(
                    replace(self.told, hint_locked=None, going_to_sleep=False, sleep_told=False, system_bus=False)
                )

    def _take(self, told: Told) -> None:
        known = [one for one in (self._session_awake, self._system_awake) if one is not None]
        told = replace(told, kept_awake=any(known) if known else None)
        before, self.told = self.told, told
        if (before.locked or False, before.going_to_sleep) != (told.locked or False, told.going_to_sleep):
            self.stirred.emit()


# -- in the threads of the buses -------------------------------------------------------------------------------------


def _listen_to_session(link: BusLink) -> None:
    for _name, _service, _path, interface in SCREEN_SAVERS:
        link.listen(interface, "ActiveChanged")


def _listen_to_system(link: BusLink) -> None:
    link.listen(LOGIND[2], "PrepareForSleep")
    link.listen(PROPERTIES, "PropertiesChanged")


def _ask_session(link: BusLink) -> SessionAnswers:
    idle_s, idle_by = _idle(link)
    active, saver_by = None, ""
    for name, service, path, interface in SCREEN_SAVERS:
        found = _asked(link, service, path, interface, "GetActive")
        if found is not None and isinstance(found[0], bool):
            active, saver_by = bool(active) or found[0], saver_by or name
    gnome = _asked(
        link, "org.gnome.SessionManager", "/org/gnome/SessionManager", "org.gnome.SessionManager", "IsInhibited",
        signature="u", body=(INHIBIT_IDLE,),
    )  # fmt: skip
    agent = "org.kde.Solid.PowerManagement.PolicyAgent"
    kde = _asked(
        link, agent, "/org/kde/Solid/PowerManagement/PolicyAgent", agent, "HasInhibition",
        signature="u", body=(KEEPS_SCREEN,),
    )  # fmt: skip
    known = [bool(answer[0]) for answer in (gnome, kde) if answer]
    return SessionAnswers(idle_s, idle_by, active, saver_by, any(known) if known else None)


def _idle(link: BusLink) -> tuple[float | None, str]:
    monitor = "org.gnome.Mutter.IdleMonitor"
    found = _asked(link, monitor, "/org/gnome/Mutter/IdleMonitor/Core", monitor, "GetIdletime")
    if found:
        return found[0] / MS, "mutter"
    saver = "org.freedesktop.ScreenSaver"
    found = _asked(link, saver, "/org/freedesktop/ScreenSaver", saver, "GetSessionIdleTime")
    return (found[0] / MS, "kde") if found else (None, "")


def _ask_system(link: BusLink) -> SystemAnswers:
    service, path, manager = LOGIND
    session = _asked(link, service, path, manager, "GetSessionByPID", signature="u", body=(os.getpid(),))
    hint = None
    # A program that the user's own service manager started belongs to no session; logind then knows which is meant.
    for one in (session[0] if session else "", f"{path}/session/auto"):
        if one and hint is None:
            found = _asked(link, service, one, PROPERTIES, "Get", signature="ss", body=(SESSION, "LockedHint"))
            hint = bool(found[0][1]) if found else None
    inhibitors = _asked(link, service, path, manager, "ListInhibitors")
    awake = None if inhibitors is None else any(_holds_idle_off(one) for one in inhibitors[0])
    return SystemAnswers(hint, inhibitors is not None, awake)


def _holds_idle_off(inhibitor: tuple[Any, ...]) -> bool:
    """Say whether one of ``(what, who, why, mode, uid, pid)`` keeps this person's screen awake."""
    what, _who, _why, mode, uid, _pid = inhibitor
    mine = sys.platform == "linux" and uid == os.getuid()
    return mine and "idle" in what.split(":") and mode == "block"


def _asked(
    link: BusLink,
    service: str,
    path: str,
    interface: str,
    member: str,
    *,
    signature: str = "",
    body: tuple[Any, ...] = (),
) -> tuple[Any, ...] | None:
    """Return the answer of a service that runs; None where it does not, refuses, or is too slow."""
    from jeepney import DBusAddress, MessageFlag, new_method_call

    message: Message = new_method_call(
        DBusAddress(path, bus_name=service, interface=interface), member, signature or None, body
    )
    message.header.flags |= MessageFlag.no_auto_start
    try:
        return link.call(message, timeout_s=ANSWER_S) or None
    except TimeoutError:
        return None
