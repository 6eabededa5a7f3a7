"""What Settings shows of the store: every setting's value, the firm's rules, what the palette remembers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from engagedesk import settings
from engagedesk.domain.firm_profile import FirmProfile
from engagedesk.errors import UserError
from engagedesk.models.firm import Setting
from engagedesk.models.journal import ViewState
from engagedesk.services import rules
from engagedesk.settings import SettingValue

PALETTE: Final = "palette.recent"
"""The view state under which the palette remembers what was chosen."""


@dataclass(frozen=True, slots=True)
class StoredSettings:
    """``values`` has every key of the table; a stored value that does not fit any more counts as its default."""

    values: Mapping[str, SettingValue]
    keys: Mapping[str, str]
    """Changed keys by the action's id; "" = none."""
    profile: FirmProfile


def stored_settings(session: Session) -> StoredSettings:
    stored = {row.key: row.value for row in session.execute(select(Setting.key, Setting.value))}
    values = {key: _value(setting, stored.get(key)) for key, setting in settings.SETTINGS.items()}
    keys = read_keys(str(values[settings.SHORTCUTS.key]))
    return StoredSettings(values, keys, rules.firm_profile(session))


def palette_recent(session: Session) -> tuple[str, ...]:
    """Return the ids of what was chosen in the palette, the latest first."""
    text = session.scalar(select(ViewState.value).where(ViewState.key == PALETTE))
    try:
        found = json.loads(text or "[]")
    except ValueError:
        return ()
    return tuple(one for one in found if isinstance(one, str)) if isinstance(found, list) else ()


def read_keys(text: str) -> dict[str, str]:
    """Return keys by action as ``settings.SHORTCUTS`` keeps them; nothing of a text that is damaged."""
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    return {action: keys for action, keys in found.items() if isinstance(keys, str)}


def write_keys(keys: Mapping[str, str]) -> str:
    return json.dumps(dict(sorted(keys.items())), ensure_ascii=False, separators=(",", ":")) if keys else ""


def _value(setting: settings.Setting[Any], text: str | None) -> SettingValue:
    try:
        return setting.decode(text)  # type: ignore[no-any-return]  # one of the three kinds
    except UserError:
        return setting.default  # type: ignore[no-any-return]  # one of the three kinds
