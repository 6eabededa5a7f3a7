"""Import batches, natural keys and saved mappings."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from engagedesk.models.base import Base, Record
from engagedesk.models.people import STRICT, refers_to


class ImportBatch(Record):
    """One import of one file."""

    __tablename__ = "import_batch"

    kind: Mapped[str]
    product: Mapped[str]
    """What wrote the file: toggl, clockify, harvest, or the mapping's name."""
    file_name: Mapped[str]
    file_sha256: Mapped[bytes]
    as_of: Mapped[date | None]
    """The extract's date; None where the kind has none."""
    imported_utc: Mapped[int]
    undone_utc: Mapped[int | None]
    created: Mapped[int] = mapped_column(default=0)
    unchanged: Mapped[int] = mapped_column(default=0)
    updated: Mapped[int] = mapped_column(default=0)
    rejected: Mapped[int] = mapped_column(default=0)


class ImportKey(Base):
    """The natural key of an imported row: outlives edit and delete of the record, freed by the batch's undo."""

    __tablename__ = "import_key"
    __table_args__ = {"sqlite_strict": True, "sqlite_with_rowid": False}  # noqa: RUF012

    key: Mapped[bytes] = mapped_column(primary_key=True)
    """16 bytes of SHA-256 over source and natural key."""
    kind: Mapped[str]
    """Table of the record."""
    record_id: Mapped[bytes]
    batch_id: Mapped[bytes] = mapped_column(refers_to("import_batch.id"), index=True)
    row_hash: Mapped[bytes]
    """8 bytes over the row's content: tells *unchanged* from *updated*."""


class ImportMapping(Record):
    """A mapping that the person saved by name."""

    __tablename__ = "import_mapping"
    __table_args__ = (UniqueConstraint("name"), STRICT)

    name: Mapped[str]
    data: Mapped[dict[str, Any]]
