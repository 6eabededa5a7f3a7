"""The declarative base, the column types, and what every record has.

Types map to the four that STRICT tables know (INTEGER, TEXT, BLOB, ANY) and give Python values that domain code uses:
``date`` for days, enum members for words, ``bool`` for flags. Instants and durations stay integers.
"""

from __future__ import annotations

import json
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar, Final, TypeVar

from sqlalchemy import Integer, LargeBinary, MetaData, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

E = TypeVar("E", bound=StrEnum)

NAMING: Final = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

PRIVATE: Final = {"private": True}
"""Column info: never in an image (tokens, window titles)."""

SYNC: Final = {"sync": True}
"""Column info: outside images and undo (what a connector or the heartbeat learned)."""


class Day(TypeDecorator[date]):
    """A day as ISO text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:  # noqa: ARG002
        return None if value is None else date.fromisoformat(value)

    @property
    def python_type(self) -> type[date]:
        return date


class Flag(TypeDecorator[bool]):
    """A truth value as 0 or 1."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:  # noqa: ARG002, FBT001
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:  # noqa: ARG002
        return None if value is None else bool(value)

    @property
    def python_type(self) -> type[bool]:
        return bool


class Word(TypeDecorator[E]):
    """An enum member as its lower-case word."""

    impl = Text
    cache_ok = True

    def __init__(self, enum: type[E]) -> None:
        super().__init__()
        self.enum = enum

    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else self.enum(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> E | None:  # noqa: ARG002
        return None if value is None else self.enum(value)

    @property
    def python_type(self) -> type[E]:
        return self.enum


class Json(TypeDecorator[dict[str, Any]]):
    """A JSON object as text, keys sorted so that equal values are equal text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: dict[str, Any] | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> dict[str, Any] | None:  # noqa: ARG002
        return None if value is None else json.loads(value)

    @property
    def python_type(self) -> type[dict[str, Any]]:
        return dict


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        bytes: LargeBinary,
        str: Text,
        int: Integer,
        bool: Flag,
        date: Day,
        dict[str, Any]: Json,
    }


class Record(Base):
    """A row that takes part in images, undo, audit and change notices."""

    __abstract__ = True
    __table_args__: Any = {"sqlite_strict": True}  # noqa: RUF012

    id: Mapped[bytes] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    """Rises by one with each change; written by the funnel alone."""
