"""A client's wishes about how it is told things; stored as data, so that a later wish needs no new table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, TypeVar

E = TypeVar("E", bound=StrEnum)

TEXT_LIMIT: Final = 200
RECIPIENTS_LIMIT: Final = 20


class UpdateFormat(StrEnum):
    EMAIL = "email"
    DOCUMENT = "document"
    SLIDES = "slides"
    SPREADSHEET = "spreadsheet"


class UpdateFrequency(StrEnum):
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    MILESTONES = "milestones"
    ON_REQUEST = "on_request"


class UpdateChannel(StrEnum):
    EMAIL = "mail"
    CALL = "call"
    MEETING = "meeting"
    PORTAL = "portal"


@dataclass(frozen=True, slots=True)
class ClientPreferences:
    """How a client wants to hear from the team. None and "" = not said."""

    language: str = ""
    """As a person writes it: "German"."""
    format: UpdateFormat | None = None
    frequency: UpdateFrequency | None = None
    channel: UpdateChannel | None = None
    recipients: tuple[str, ...] = ()
    best_time: str = ""
    """In words: "Tuesday mornings, not month end"."""

    def to_data(self) -> dict[str, object]:
        """Return JSON-compatible data; what is not said is left out."""
        data: dict[str, object] = {
            "language": self.language,
            "format": None if self.format is None else self.format.value,
            "frequency": None if self.frequency is None else self.frequency.value,
            "channel": None if self.channel is None else self.channel.value,
            "recipients": list(self.recipients),
            "best_time": self.best_time,
        }
        return {name: value for name, value in data.items() if value}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> ClientPreferences:
        """Read stored data; a value that no longer means anything counts as not said."""
        recipients = data.get("recipients", ())
        if isinstance(recipients, str):
            recipients = [recipients]
        return cls(
            language=_text(data.get("language")),
            format=_word(UpdateFormat, data.get("format")),
            frequency=_word(UpdateFrequency, data.get("frequency")),
            channel=_word(UpdateChannel, data.get("channel")),
            recipients=tuple(_text(one) for one in recipients if _text(one)) if isinstance(recipients, list) else (),
            best_time=_text(data.get("best_time")),
        )


def _text(value: object) -> str:
    return value[:TEXT_LIMIT] if isinstance(value, str) else ""


def _word(enum: type[E], value: object) -> E | None:
    return enum(value) if isinstance(value, str) and value in set(enum) else None
