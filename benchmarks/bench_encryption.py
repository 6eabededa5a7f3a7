"""Encryption at most 1.3 times plain sqlite3, at driver level: bulk insert, ORM read, weekly aggregate."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import ForeignKey, Integer, Text, create_engine, func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from benchmarks.measuring import folder, report, seconds_of, spread
from engagedesk.models.connection import open_connection

ROWS = 100_000
ROUNDS = 5
LIMIT = 1.3


class Base(DeclarativeBase):
    pass


class Code(Base):
    __tablename__ = "code"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Text)


class Line(Base):
    __tablename__ = "line"
    id: Mapped[int] = mapped_column(primary_key=True)
    code_id: Mapped[int] = mapped_column(ForeignKey("code.id"), index=True)
    day: Mapped[str] = mapped_column(Text, index=True)
    seconds: Mapped[int] = mapped_column(Integer)
    narrative: Mapped[str] = mapped_column(Text)


def rows() -> list[tuple[int, int, str, int, str]]:
    return [
        (i, i % 40, f"20{20 + i % 6}-{1 + i % 12:02d}-{1 + i % 28:02d}", 900 * (1 + i % 12), f"Note {i} on the file")
        for i in range(ROWS)
    ]


def engine_on(connect: Callable[[], Any], module: Any) -> Any:
    return create_engine("sqlite://", module=module, creator=connect, poolclass=QueuePool, pool_size=1, max_overflow=0)


def plain(path: Path) -> Any:
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    for pragma in ("journal_mode=wal", "synchronous=full", "foreign_keys=on", "temp_store=memory", "cache_size=-32768"):
        connection.execute(f"pragma {pragma}")
    return connection


def encrypted(path: Path) -> Any:
    path.touch()
    return open_connection(path, bytearray(KEY), mode="rwc")


KEY = os.urandom(32)


def measure(path: Path, connect: Callable[[Path], Any], module: Any) -> tuple[float, float, float]:
    connection = connect(path)
    engine = engine_on(lambda: connection, module)
    Base.metadata.create_all(engine)
    raw = engine.raw_connection().driver_connection
    raw.executemany("insert into code values (?, ?)", [(i, f"code {i}") for i in range(40)])
    data = rows()

    def bulk() -> None:
        raw.execute("begin immediate")
        raw.executemany("insert into line values (?, ?, ?, ?, ?)", data)
        raw.execute("commit")

    def orm() -> None:
        with Session(engine) as session:
            assert sum(line.seconds for line in session.scalars(select(Line))) > 0

    def weekly() -> None:
        with Session(engine) as session:
            query = select(Line.code_id, func.sum(Line.seconds)).where(Line.day.between("2023-04-01", "2023-04-07"))
            assert session.execute(query.group_by(Line.code_id)).all()

    inserted = seconds_of(bulk)
    read = median(seconds_of(orm) for _ in range(3))
    weekly()
    aggregate = median(seconds_of(weekly) for _ in range(101))
    engine.dispose()
    return inserted, read, aggregate


def main() -> None:
    found: dict[str, list[tuple[float, float, float]]] = {"plain": [], "encrypted": []}
    with folder() as made:
        for i in range(ROUNDS):
            # In turn, so that both see the same weather of the machine.
            found["plain"].append(measure(made / f"plain{i}.db", plain, sqlite3))
            found["encrypted"].append(measure(made / f"encrypted{i}.db", encrypted, dbapi2))
    for place, name in enumerate(("bulk insert", "ORM read", "weekly aggregate")):
        ours = [one[place] * 1e3 for one in found["encrypted"]]
        theirs = [one[place] * 1e3 for one in found["plain"]]
        ratio = median(a / b for a, b in zip(ours, theirs, strict=True))
        note = f"encrypted {spread(ours, 'ms')}; plain {spread(theirs, 'ms')}"
        report(f"encryption, {name}, ratio", ratio, "x", limit=LIMIT, note=note)


if __name__ == "__main__":
    main()
