"""The words of Settings: its groups, what the settings of the store are called, their choices and units."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from engagedesk.settings import SETTINGS, AnySetting, Section
from engagedesk.ui.finding import Findable
from engagedesk.ui.intents import ShowSetting
from engagedesk.ui.theme import Icon

tr = QCoreApplication.translate


class Group(StrEnum):
    """A group of Settings, in their order."""

    GENERAL = "general"
    TIME = "time"
    APPEARANCE = "appearance"
    PRIVACY = "privacy"
    SECURITY = "security"
    BACKUP = "backup"
    SHORTCUTS = "shortcuts"
    CAPABILITIES = "capabilities"
    FIRM = "firm"
    ABOUT = "about"


SECTION_GROUPS = {
    Section.GENERAL: Group.GENERAL,
    Section.TIME: Group.TIME,
    Section.PRIVACY: Group.PRIVACY,
    Section.SECURITY: Group.SECURITY,
    Section.BACKUP: Group.BACKUP,
    Section.SHORTCUTS: Group.SHORTCUTS,
}


def group_words(group: Group) -> tuple[str, Icon]:
    return {
        Group.GENERAL: (tr("Settings", "General"), Icon.SLIDERS),
        Group.TIME: (tr("Settings", "Time and idle"), Icon.TIMER),
        Group.APPEARANCE: (tr("Settings", "Appearance"), Icon.APPEARANCE),
        Group.PRIVACY: (tr("Settings", "Privacy and data"), Icon.EYE_OFF),
        Group.SECURITY: (tr("Settings", "Security"), Icon.SHIELD),
        Group.BACKUP: (tr("Settings", "Backup"), Icon.DISK),
        Group.SHORTCUTS: (tr("Settings", "Shortcuts"), Icon.KEYBOARD),
        Group.CAPABILITIES: (tr("Settings", "Capabilities"), Icon.CAPABILITIES),
        Group.FIRM: (tr("Settings", "Firm profile"), Icon.FIRM),
        Group.ABOUT: (tr("Settings", "About"), Icon.INFO),
    }[group]


def label(setting: AnySetting) -> str:
    return tr("SettingTable", setting.label)


def help_words(setting: AnySetting) -> str:
    return tr("SettingTable", setting.help)


def unit_words(unit: str) -> str:
    """Return a unit as it stands behind a number; one without words is shown as it is."""
    return {
        "s": tr("Unit", "s"),
        "min": tr("Unit", "min"),
        "h": tr("Unit", "h"),
        "days": tr("Unit", "days"),
        "d": tr("Unit", "days"),
        "%": "%",
    }.get(unit, unit)


def choice_words(_setting: AnySetting, choice: str) -> str:
    """Return the words of a choice: its name, with a capital, in the person's language where it has a text."""
    return tr("SettingTable", choice.replace("_", " ").capitalize())


def shown_settings(group: Group) -> tuple[AnySetting, ...]:
    """Return the settings of the store that stand in a group, in the table's order."""
    return tuple(setting for setting in SETTINGS.values() if SECTION_GROUPS.get(setting.section) is group)


def rows_by_hand() -> tuple[tuple[Group, str, str], ...]:
    """Return group, key and title of the rows that no table makes; titles are those of the rows themselves."""
    look, ways, kept, data, firm = Group.APPEARANCE, Group.SECURITY, Group.BACKUP, Group.PRIVACY, Group.FIRM
    return (
        (look, "appearance.theme", tr("AppearancePanel", "Theme")),
        (look, "appearance.language", tr("AppearancePanel", "Language")),
        (look, "appearance.motion", tr("AppearancePanel", "Reduce motion")),
        (ways, "security.keyring", tr("SecurityPanel", "Unlock with this computer's keyring")),
        (ways, "security.passphrase", tr("SecurityPanel", "Passphrase and recovery key")),
        (kept, "backup.check", tr("BackupPanel", "Check the store")),
        (data, "data.imports", tr("PrivacyPanel", "Imports")),
        (data, "data.folder", tr("PrivacyPanel", "Profile folder")),
        (firm, "firm.file", tr("FirmPanel", "As a file")),
        (firm, "increment_s", tr("FirmPanel", "Time increment")),
        (firm, "rounding", tr("FirmPanel", "Rounding")),
        (firm, "standard_week_s", tr("FirmPanel", "Standard hours")),
        (firm, "standard_days_s", tr("FirmPanel", "Days that differ")),
        (firm, "gap_min", tr("FirmPanel", "Shortest gap to mention")),
        (firm, "overtime_multiplier_percent", tr("FirmPanel", "Overtime counts as")),
        (firm, "week_end", tr("FirmPanel", "The week ends on")),
        (firm, "cutoff_weekday", tr("FirmPanel", "To be submitted by")),
        (firm, "split_at_month_end", tr("FirmPanel", "Split at the end of a month")),
        (firm, "blocks", tr("FirmPanel", "What stops a submission")),
        (firm, "required", tr("FirmPanel", "What an entry needs to be ready")),
        (firm, "narrative_min", tr("FirmPanel", "Shortest narrative")),
        (firm, "narrative_max", tr("FirmPanel", "Longest narrative")),
        (firm, "forbidden_words", tr("FirmPanel", "Forbidden words")),
        (firm, "travel", tr("FirmPanel", "Travel")),
        (firm, "commute_s", tr("FirmPanel", "Commute")),
        (firm, "utilization_base", tr("FirmPanel", "Utilization is measured against")),
        (firm, "non_chargeable_client", tr("FirmPanel", "Client time that is not chargeable")),
        (firm, "rates", tr("FirmPanel", "Who sees rates")),
    )


def setting_findables() -> tuple[Findable, ...]:
    """Return all groups and settings for the palette."""
    kind = tr("Settings", "Setting")
    found = [
        Findable(title, tr("Settings", "Settings"), kind, ShowSetting(group.value), icon=icon.value,
                 id=f"settings.{group.value}")
        for group in Group for title, icon in (group_words(group),)
    ]  # fmt: skip
    found += [
        Findable(label(setting), group_words(group)[0], kind, ShowSetting(group.value, setting.key),
                 icon=group_words(group)[1].value, also=f"{help_words(setting)} {setting.key}",
                 id=f"setting.{setting.key}")
        for group in Group for setting in shown_settings(group)
    ]  # fmt: skip
    found += [
        Findable(title, group_words(group)[0], kind, ShowSetting(group.value, key), icon=group_words(group)[1].value,
                 also=key, id=f"setting.{key}")
        for group, key, title in rows_by_hand()
    ]  # fmt: skip
    return tuple(found)
