"""The firm's rules, the start of the work day, settings, attachments."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from engagedesk.models.base import Record
from engagedesk.models.people import STRICT


class FirmProfileRow(Record):
    """The one firm profile; ``domain/firm_profile.py`` validates its data."""

    __tablename__ = "firm_profile"

    name: Mapped[str]
    data: Mapped[dict[str, Any]]


class DayStart(Record):
    """When the work day starts, in minutes after local midnight, from a day on."""

    __tablename__ = "day_start_rule"
    __table_args__ = (
        UniqueConstraint("valid_from"),
        CheckConstraint("start_min BETWEEN 0 AND 1439", name="range"),
        STRICT,
    )

    valid_from: Mapped[date]
    start_min: Mapped[int]


class Setting(Record):
    """One setting by its key in ``settings.py``, its value as the text that ``settings.Setting`` encodes."""

    __tablename__ = "setting"
    __table_args__ = (UniqueConstraint("key"), STRICT)

    key: Mapped[str]
    value: Mapped[str]


class Attachment(Record):
    """A write-once blob of at most 25 MB; images hold its digest only."""

    __tablename__ = "attachment"
    __table_args__ = (
        UniqueConstraint("sha256"),
        CheckConstraint("length(sha256) = 32 AND length(content) = size AND size <= 26214400", name="content"),
        STRICT,
    )

    sha256: Mapped[bytes]
    size: Mapped[int]
    media_type: Mapped[str]
    added_utc: Mapped[int]
    content: Mapped[bytes] = mapped_column(deferred=True, info={"private": True})
