"""The tray: what runs, and the few things that are wanted without opening the window.

Nothing exists only here: a desktop without a tray loses nothing. Positions and balloon messages of
``QSystemTrayIcon`` are not used: hosts of the StatusNotifier kind answer zero to the one and paint the other badly.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Final

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from engagedesk.services.queries.rows import RecentTarget, RunningRow
from engagedesk.ui.format import clock, hm, hm_floor
from engagedesk.ui.intents import Intent, Lock, NewEntry, Quit, StartTimer, StopTimer
from engagedesk.ui.theme import Icon, Tokens, draw_icon, make_icon, tokens_for
from engagedesk.ui.words import target_details

SIZES: Final = (16, 22, 24, 32, 44, 48, 64)
RECENT: Final = 5
TIP_EVERY_MS: Final = 15_000
OFF_SCREEN: Final = frozenset({"offscreen", "minimal"})


class TrayState(Enum):
    """What the icon says at a glance."""

    IDLE = "idle"
    RUNNING = "running"
    AWAY = "away"
    ATTENTION = "attention"
    LOCKED = "locked"


class Tray(QObject):
    """In by ``show_...``, out by ``intent`` and ``open_asked``. ``present`` False = this desktop shows no tray."""

    intent = Signal(object)
    open_asked = Signal()

    def __init__(self, now: Callable[[], int], *, parent: QObject | None = None) -> None:
        """``now`` answers Unix seconds."""
        super().__init__(parent)
        self._now = now
        self._running: RunningRow | None = None
        self._since_utc: int | None = None
        self._locked = False
        self._attention = ""
        self._away_since: tuple[int, str] | None = None
        self._recent: tuple[RecentTarget, ...] = ()
        self._keys: dict[type[Intent], str] = {}
        self._watching: tuple[str, tuple[tuple[str, Intent], ...]] | None = None
        self._shown: tuple[TrayState, bool] | None = None
        self._icon = QSystemTrayIcon(self)
        self._icon.activated.connect(self._on_activated)
        self._menu = QMenu()
        self._menu.aboutToShow.connect(self._before_menu)
        self._icon.setContextMenu(self._menu)
        self._minute = QTimer(self)
        self._minute.setInterval(TIP_EVERY_MS)
        self._minute.timeout.connect(self._tell_time)
        self._build_menu()
        self._refresh()

    @property
    def present(self) -> bool:
        """Whether the desktop shows the icon: only then may closing the window hide it."""
        return self._icon.isVisible() and QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def state(self) -> TrayState:
        if self._locked:
            return TrayState.LOCKED
        if self._attention:
            return TrayState.ATTENTION
        if self._since_utc is not None:
            return TrayState.RUNNING
        return TrayState.IDLE if self._away_since is None else TrayState.AWAY

    @property
    def tip(self) -> str:
        return self._icon.toolTip()

    @property
    def menu(self) -> QMenu:
        return self._menu

    def show(self) -> None:
        # Off screen there is no desktop at all, and Qt complains about it.
        if QGuiApplication.platformName() not in OFF_SCREEN:
            self._icon.show()

    def hide(self) -> None:
        self._minute.stop()
        self._icon.hide()
        self._menu.hide()

    @Slot(object)
    def show_running(self, running: RunningRow | None) -> None:
        """Show the running timer of an open store."""
        self._locked = False
        self._running = running
        self._since_utc = None if running is None else running.start_utc
        self._build_menu()
        self._refresh()

    @Slot(object)
    def show_recent(self, recent: tuple[RecentTarget, ...]) -> None:
        self._recent = recent
        self._build_menu()

    def show_keys(self, keys: Mapping[type[Intent], str]) -> None:
        """Name the keys that do the same from any program, as the desktop writes them."""
        self._keys = dict(keys)
        self._build_menu()

    def show_watching(self, title: str, choices: tuple[tuple[str, Intent], ...]) -> None:
        """Offer what can be done about the watch on windows: its state, and words with intents; "" = it is off."""
        self._watching = (title, choices) if title else None
        self._build_menu()

    def show_attention(self, words: str) -> None:
        """Ask for a look at the window; "" = no longer. The words name no client."""
        self._attention = words
        self._refresh()

    def show_away(self, since_utc: int | None, zone: str = "") -> None:
        """Show that nobody is there since an instant, where no timer runs; None = somebody is."""
        self._away_since = None if since_utc is None else (since_utc, zone)
        self._refresh()

    def show_locked(self, since_utc: int | None) -> None:
        """Show that nothing can be read; ``since_utc`` is when a timer that goes on was started."""
        self._locked = True
        self._away_since = None
        self._running = None
        self._recent = ()
        self._since_utc = since_utc
        self._build_menu()
        self._refresh()

    # -- inside ------------------------------------------------------------------------------------------------------

    def _refresh(self) -> None:
        dark = tokens_for(QApplication.palette()).dark
        if self._shown != (self.state, dark):
            self._shown = (self.state, dark)
            self._icon.setIcon(tray_icon(self.state, tokens_for(QApplication.palette())))
        if self._since_utc is None:
            self._minute.stop()
        else:
            self._minute.start()
        self._tell_time()

    @Slot()
    def _tell_time(self) -> None:
        elapsed = "" if self._since_utc is None else hm_floor(self._now() - self._since_utc)
        if self._locked:
            words = self.tr("EngageDesk, locked")
            parts = [words, self.tr("a timer goes on: {elapsed}").format(elapsed=elapsed)] if elapsed else [words]
        elif self._running is not None:
            parts = [f"{self._label(self._running)}  {elapsed}"]
        elif self._away_since is not None:
            parts = [self.tr("EngageDesk: away since {time}").format(time=clock(*self._away_since))]
        else:
            parts = [self.tr("EngageDesk: no timer is running")]
        if self._attention and not self._locked:
            parts.append(self._attention)
        tip = "\n".join(parts)
        if tip != self._icon.toolTip():
            self._icon.setToolTip(tip)
        if self._menu.isVisible():
            self._before_menu()

    def _build_menu(self) -> None:
        self._menu.clear()
        ink = tokens_for(QApplication.palette()).second
        self._head = self._menu.addAction("")
        self._head.setEnabled(False)
        self._menu.addSeparator()
        if not self._locked:
            if self._since_utc is not None:
                self._add(self.tr("Stop"), Icon.STOP, StopTimer(), ink)
            self._add(self.tr("Quick entry…"), Icon.QUICK, NewEntry(), ink)
            self._add_recent()
            self._add_watching(ink)
            self._menu.addSeparator()
        opening = self._menu.addAction(make_icon(Icon.LOGO, ink, 16), self.tr("Open EngageDesk"))
        opening.triggered.connect(self.open_asked)
        if not self._locked:
            self._add(self.tr("Lock"), Icon.LOCK, Lock(), ink)
        self._add(self.tr("Quit"), Icon.CLOSE, Quit(), ink)
        self._before_menu()

    def _add_recent(self) -> None:
        if not self._recent:
            return
        self._menu.addSeparator()
        title = self._menu.addAction(self.tr("Switch to") if self._since_utc is not None else self.tr("Start"))
        title.setEnabled(False)
        tokens = tokens_for(QApplication.palette())
        offered = self._recent[:RECENT]
        for target, detail in zip(offered, target_details(offered), strict=True):
            words = "  ".join(part for part in (target.label, detail or (target.code or "")) if part)
            action = self._menu.addAction(_dot_icon(tokens.client(target.colour)), _plain(words))
            action.setText(f"{_plain(words)}\t{hm(target.today_s)}" if target.today_s else _plain(words))
            action.setData(StartTimer(target.text))
            action.triggered.connect(self._on_action)

    def _add_watching(self, ink: str) -> None:
        if self._watching is None:
            return
        title, choices = self._watching
        self._menu.addSeparator()
        menu = self._menu.addMenu(make_icon(Icon.EYE, ink, 16), title)
        for words, intent in choices:
            action = menu.addAction(words)
            action.setData(intent)
            action.triggered.connect(self._on_action)

    def _add(self, words: str, icon: Icon, intent: Intent, ink: str) -> None:
        keys = self._keys.get(type(intent), "")
        action = self._menu.addAction(make_icon(icon, ink, 16), f"{words}\t{keys}" if keys else words)
        action.setData(intent)
        action.triggered.connect(self._on_action)

    @Slot()
    def _before_menu(self) -> None:
        """Say how long the timer has been running; the menu is looked at seldom and then must be right."""
        elapsed = "" if self._since_utc is None else hm_floor(self._now() - self._since_utc)
        if self._locked:
            words = self.tr("Locked, a timer goes on\t{elapsed}") if elapsed else self.tr("Locked")
            self._head.setText(words.format(elapsed=elapsed))
        elif self._running is not None:
            since = clock(self._running.start_utc, self._running.zone)
            words = self.tr("{what}, since {since}").format(what=_plain(self._label(self._running)), since=since)
            self._head.setText(f"{words}\t{elapsed}")
        else:
            self._head.setText(self.tr("No timer is running"))

    @staticmethod
    def _label(running: RunningRow) -> str:
        return " · ".join(part for part in (running.label, running.detail) if part) or "…"

    @Slot()
    def _on_action(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.intent.emit(action.data())

    @Slot(QSystemTrayIcon.ActivationReason)
    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.open_asked.emit()


def tray_icon(state: TrayState, tokens: Tokens) -> QIcon:
    """Return the icon of a state: the mark, grey while idle or locked, with a badge that needs no colour to be told.

    Running: a filled dot. Away: a ring. Attention: an exclamation mark. Locked: a padlock.
    """
    made = QIcon()
    for size in SIZES:
        made.addPixmap(_paint(state, tokens, size))
    return made


def _paint(state: TrayState, tokens: Tokens, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    quiet = state in (TrayState.IDLE, TrayState.LOCKED)
    painter.setBrush(QColor("#5B6779" if quiet else "#0B6E69"))
    box = QRectF(0, 0, size, size).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(box, size * 0.24, size * 0.24)
    mark = Icon.PADLOCK if state is TrayState.LOCKED else Icon.LOGO
    inset = size * 0.14
    draw_icon(painter, mark, QRectF(inset, inset, size - 2 * inset, size - 2 * inset), colour="#FFFFFF")
    if state in (TrayState.RUNNING, TrayState.AWAY, TrayState.ATTENTION):
        _paint_badge(painter, state, tokens, size)
    painter.end()
    return pixmap


def _paint_badge(painter: QPainter, state: TrayState, tokens: Tokens, size: int) -> None:
    side = size * 0.44
    box = QRectF(size - side, size - side, side, side)
    ring = max(1.0, size / 16)
    painter.setPen(QPen(QColor("#FFFFFF"), ring))
    fill = {TrayState.RUNNING: "#3CC4B8", TrayState.AWAY: "#5B6779", TrayState.ATTENTION: tokens.danger}[state]
    painter.setBrush(QColor(fill))
    painter.drawEllipse(box.adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2))
    if state is TrayState.ATTENTION:
        painter.setPen(QPen(QColor("#FFFFFF"), ring * 1.3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        middle = box.center()
        painter.drawLine(QPointF(middle.x(), box.top() + side * 0.27), QPointF(middle.x(), box.top() + side * 0.55))
        painter.drawPoint(QPointF(middle.x(), box.top() + side * 0.75))


def _dot_icon(colour: str) -> QIcon:
    pixmap = QPixmap(32, 32)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(8, 8, 16, 16)
    painter.end()
    pixmap.setDevicePixelRatio(2)
    return QIcon(pixmap)


def _plain(text: str) -> str:
    """Return text whose ampersands are not taken for key marks, and whose tabs are not taken for columns."""
    return text.replace("&", "&&").replace("\t", " ")
