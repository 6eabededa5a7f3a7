"""Every setting that a person can change, and the plain file for the few that must be readable while locked.

``SETTINGS`` is the one table of what exists: key, type, default, unit, range, help. Values lie in the store as text
(``encode``/``decode``); what has no row there has its default. The firm's rules (time increment, standard hours,
rounding) are no settings: they belong to the firm profile, which is data.

Theme, language and window geometry lie in ``appearance.toml``, because the lock page is drawn before the store opens.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

import tomli_w

from engagedesk.errors import UserError

SettingValue = bool | int | str
V = TypeVar("V", bool, int, str)

LONGEST_TEXT: Final = 4_096


class Section(StrEnum):
    """The page of Settings on which a setting appears."""

    GENERAL = "general"
    TIME = "time"
    PRIVACY = "privacy"
    SECURITY = "security"
    BACKUP = "backup"
    SHORTCUTS = "shortcuts"
    KEPT = "kept"
    """Kept as a setting, and changed where it belongs: no row of its own."""


@dataclass(frozen=True, slots=True)
class Setting(Generic[V]):
    """One row of the table.

    ``unit`` is empty for plain counts, choices and text. ``low`` and ``high`` are inclusive and bind integers only.
    ``choices`` binds text only; empty means any text. ``label`` and ``help`` are English and go through ``tr()``.
    """

    key: str
    kind: type[V]
    default: V
    section: Section
    label: str
    help: str
    unit: str = ""
    low: int | None = None
    high: int | None = None
    choices: tuple[str, ...] = ()

    def check(self, value: object) -> V:
        """Return the value where it fits; ``UserError`` with the reason where it does not."""
        # bool is an int to Python, but "yes minutes" is no number of minutes to a person.
        if not isinstance(value, self.kind) or (isinstance(value, bool) and self.kind is not bool):
            raise UserError("setting.wrong_type", key=self.key, expected=_type_words(self.kind))
        if isinstance(value, int) and not isinstance(value, bool):
            low, high = self.low, self.high
            if (low is not None and value < low) or (high is not None and value > high):
                raise UserError("setting.out_of_range", key=self.key, low=low, high=high, unit=self.unit)
        if isinstance(value, str):
            if self.choices and value not in self.choices:
                raise UserError("setting.not_a_choice", key=self.key, choices=", ".join(self.choices))
            if len(value) > LONGEST_TEXT or "\0" in value:
                raise UserError("setting.wrong_type", key=self.key, expected=_type_words(str))
        return value

    def encode(self, value: V) -> str:
        """Return the text that the store keeps."""
        checked: object = self.check(value)
        if isinstance(checked, bool):
            return "true" if checked else "false"
        return str(checked)

    def decode(self, text: str | None) -> V:
        """Return the value of stored text; None (no row) gives the default; ``UserError`` for text that is no value."""
        if text is None:
            return self.default
        return self.check(_parsed(self, text))


TIMER_HEARTBEAT: Final = Setting(
    key="timer.heartbeat_s",
    kind=int,
    default=60,
    section=Section.TIME,
    label="Note activity every",
    help="How often a running timer notes that you are still there, so that a crash can offer the last activity.",
    unit="s",
    low=10,
    high=300,
)
AWAY_AFTER: Final = Setting(
    key="away.after_min",
    kind=int,
    default=15,
    section=Section.TIME,
    label="Away after",
    help="Without mouse or keyboard for this long you count as away since the last touch; 0 never asks.",
    unit="min",
    low=0,
    high=240,
)
AWAY_ON_LOCK: Final = Setting(
    key="away.on_screen_lock",
    kind=bool,
    default=True,
    section=Section.TIME,
    label="Away while the screen is locked",
    help="Counts at once. Locking EngageDesk by hand is not away.",
)
AWAY_ON_SLEEP: Final = Setting(
    key="away.on_sleep",
    kind=bool,
    default=True,
    section=Section.TIME,
    label="Away while the computer sleeps",
    help="Counts at once, also where only the clock shows it.",
)
AWAY_SHORT: Final = Setting(
    key="away.short_min",
    kind=int,
    default=2,
    section=Section.TIME,
    label="Short locks count as work up to",
    help="A locked screen or sleep no longer than this is not asked about; 0 asks about each.",
    unit="min",
    low=0,
    high=30,
)
LOCK_AFTER: Final = Setting(
    key="lock.after_min",
    kind=int,
    default=15,
    section=Section.SECURITY,
    label="Lock after",
    help="Minutes without mouse or keyboard; 0 never locks by itself. A running timer goes on.",
    unit="min",
    low=0,
    high=480,
)
CLOSE_TO_TRAY: Final = Setting(
    key="window.close_to_tray",
    kind=bool,
    default=True,
    section=Section.GENERAL,
    label="Keep running in the tray when the window is closed",
    help="Works only where the desktop shows a tray; elsewhere closing the window ends the program.",
)
CODE_NAMES: Final = Setting(
    key="privacy.code_names",
    kind=bool,
    default=False,
    section=Section.PRIVACY,
    label="Show code names instead of client names",
    help="While the screen is shared: lists, the sidebar, the timer and totals show every client by its code name. "
    "On Clients you can name the one that it is shared with.",
)
NAMED_CLIENT: Final = Setting(
    key="privacy.named_client",
    kind=str,
    default="",
    section=Section.KEPT,
    label="Client shown by its name among code names",
    help="Its id in hex: the client that the screen is shared with. Forgotten when names are shown again.",
)
BACKUP_FOLDER: Final = Setting(
    key="backup.folder",
    kind=str,
    default="",
    section=Section.BACKUP,
    label="Backup folder",
    help="Empty means the folder beside the profile. A folder on another disk also survives the loss of this one.",
)
BACKUP_EVERY: Final = Setting(
    key="backup.every_min",
    kind=int,
    default=60,
    section=Section.BACKUP,
    label="Back up every",
    help="While the program is open and something has changed.",
    unit="min",
    low=15,
    high=1_440,
)
SHORTCUTS: Final = Setting(
    key="window.shortcuts",
    kind=str,
    default="",
    section=Section.KEPT,
    label="Changed shortcuts",
    help="The keys that were given to actions, as a JSON object; empty means that all have their own.",
)

HOTKEY_QUICK: Final = Setting(
    key="hotkey.quick_entry",
    kind=str,
    # No layout types with it: Ctrl+Alt is AltGr on Windows, where Ctrl+Alt+E is the euro sign of half of Europe.
    default="Ctrl+Alt+Space",
    section=Section.SHORTCUTS,
    label="Quick entry from any program",
    help="Keys that open quick entry wherever you are. Off while another program has them.",
)
HOTKEY_TIMER: Final = Setting(
    key="hotkey.timer",
    kind=str,
    default="",
    section=Section.SHORTCUTS,
    label="Start and stop from any program",
    help="Keys that stop the running timer, or start the last one again.",
)
MINI_TIMER: Final = Setting(
    key="timer.mini",
    kind=str,
    default="without_tray",
    section=Section.TIME,
    label="Small timer on top of other windows",
    help="The running timer in a small window that stays in sight; by itself only where the desktop shows no tray.",
    choices=("without_tray", "always", "never"),
)

SUGGESTIONS: Final = Setting(
    key="suggestions.on",
    kind=bool,
    default=True,
    section=Section.TIME,
    label="Suggest what free time was",
    help="From your plan, your habits and what lies beside it, on this computer only. Nothing is booked by itself.",
)
ACTIVITY_WATCH: Final = Setting(
    key="activity.watch",
    kind=bool,
    default=False,
    section=Section.PRIVACY,
    label="Look at the title of the window in front",
    help="For suggestions only. Kept encrypted, without names of clients, addresses and numbers; never exported.",
)
ACTIVITY_KEEP: Final = Setting(
    key="activity.keep_days",
    kind=int,
    default=30,
    section=Section.PRIVACY,
    label="Forget window titles after",
    help="Older ones are deleted for good, every day.",
    unit="days",
    low=1,
    high=730,
)
ACTIVITY_NEVER: Final = Setting(
    key="activity.never",
    kind=str,
    default="",
    section=Section.PRIVACY,
    label="Never keep titles with these words",
    help="Words parted by commas. Private windows, passwords and banking are never kept anyway.",
)
REMIND_NO_TIMER: Final = Setting(
    key="remind.no_timer",
    kind=bool,
    default=True,
    section=Section.TIME,
    label="Remind when no timer runs",
    help="In working hours, while you are at the computer; at most once an hour.",
)
REMIND_AWAY: Final = Setting(
    key="remind.away",
    kind=bool,
    default=True,
    section=Section.TIME,
    label="Remind of time away that waits for an answer",
    help="At most once an hour.",
)
REMIND_DAY_SHORT: Final = Setting(
    key="remind.day_short",
    kind=bool,
    default=True,
    section=Section.TIME,
    label="Remind when the day has less than its standard hours",
    help="Once, in the last hour of the working day.",
)
REMIND_CUT_OFF: Final = Setting(
    key="remind.cut_off_h",
    kind=int,
    default=4,
    section=Section.TIME,
    label="Remind before the submission cut-off",
    help="So many hours before the firm's cut-off, where the week is not submitted yet; 0 never does.",
    unit="h",
    low=0,
    high=48,
)
QUIET_FROM: Final = Setting(
    key="remind.quiet_from_h",
    kind=int,
    default=18,
    section=Section.TIME,
    label="No reminders from",
    help="The hour at which your working day ends; the same as the next one means that there are no quiet hours.",
    unit="h",
    low=0,
    high=23,
)
QUIET_TO: Final = Setting(
    key="remind.quiet_to_h",
    kind=int,
    default=8,
    section=Section.TIME,
    label="No reminders until",
    help="The hour at which your working day begins.",
    unit="h",
    low=0,
    high=23,
)

AnySetting = Setting[bool] | Setting[int] | Setting[str]

SETTINGS: Final[Mapping[str, AnySetting]] = {
    setting.key: setting
    for setting in (
        TIMER_HEARTBEAT,
        AWAY_AFTER,
        AWAY_ON_LOCK,
        AWAY_ON_SLEEP,
        AWAY_SHORT,
        LOCK_AFTER,
        CLOSE_TO_TRAY,
        CODE_NAMES,
        NAMED_CLIENT,
        BACKUP_FOLDER,
        BACKUP_EVERY,
        HOTKEY_QUICK,
        HOTKEY_TIMER,
        MINI_TIMER,
        SUGGESTIONS,
        ACTIVITY_WATCH,
        ACTIVITY_KEEP,
        ACTIVITY_NEVER,
        REMIND_NO_TIMER,
        REMIND_AWAY,
        REMIND_DAY_SHORT,
        REMIND_CUT_OFF,
        QUIET_FROM,
        QUIET_TO,
        SHORTCUTS,
    )
}


def setting_named(key: str) -> AnySetting:
    """Return the setting with this key; ``UserError`` where there is none."""
    if key not in SETTINGS:
        raise UserError("setting.unknown", key=key)
    return SETTINGS[key]


class Theme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Appearance:
    """What the window looks like, without a word about its content.

    ``language`` is an IETF tag, or empty for the system's. ``geometry`` and ``layout`` are Qt's own bytes in base64
    (window frame; splitters and column widths), or empty.
    """

    theme: Theme = Theme.SYSTEM
    language: str = ""
    geometry: str = ""
    layout: str = ""
    sidebar_collapsed: bool = False
    reduced_motion: bool = False


@dataclass(frozen=True, slots=True)
class AppearanceFile:
    """An appearance as it was read; ``problem`` says why (part of) the file was not used, None where all was well."""

    appearance: Appearance
    problem: UserError | None = None


def read_appearance(file: Path) -> AppearanceFile:
    """Read the file, falling back for what is missing or does not fit.

    A missing file is the normal first start. A value of the wrong type costs that value only; a file that is no
    TOML costs all of them. Unknown keys (a newer version's) are left alone.
    """
    problem = UserError("appearance.unreadable", file=file.name)
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return AppearanceFile(Appearance())
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return AppearanceFile(Appearance(), problem)
    # The values have been held against the type of each field's default, which mypy cannot follow.
    fitting: dict[str, Any] = {}
    all_well = True
    for field in fields(Appearance):
        if field.name in table:
            value = _fitting(field.default, table[field.name])
            if value is None:
                all_well = False
            else:
                fitting[field.name] = value
    return AppearanceFile(Appearance(**fitting), None if all_well else problem)


def write_appearance(file: Path, appearance: Appearance) -> None:
    """Replace the file in one step; ``UserError`` where it cannot be written, the old file then stands."""
    table = {f.name: getattr(appearance, f.name) for f in fields(Appearance)} | {"theme": appearance.theme.value}
    aside = file.with_name(file.name + ".new")
    try:
        aside.write_text(tomli_w.dumps(table), encoding="utf-8")
        aside.replace(file)
    except OSError as error:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        raise UserError("appearance.not_saved", file=file.name) from error


def _fitting(default: object, value: object) -> object | None:
    if isinstance(default, Theme):
        return Theme(value) if isinstance(value, str) and value in set(Theme) else None
    if isinstance(default, bool):
        return value if isinstance(value, bool) else None
    return value if isinstance(value, str) and len(value) <= LONGEST_TEXT else None


def _parsed(setting: Setting[V], text: str) -> object:
    if setting.kind is bool:
        return {"true": True, "false": False}.get(text, text)
    if setting.kind is int:
        try:
            return int(text)
        except ValueError:
            return text
    return text


def _type_words(kind: type) -> str:
    return {bool: "yes or no", int: "a whole number", str: "text of at most 4,096 characters"}[kind]
