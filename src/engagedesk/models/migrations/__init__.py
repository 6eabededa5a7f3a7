"""The steps of the schema. A released step is never edited; ``head.sql`` is what all of them add up to.

A new store is made from ``head.sql``; Alembic is imported only to upgrade an older one.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2

from engagedesk.models.connection import DriverConnection
from engagedesk.models.schema import SchemaObjects, objects_of, set_version

HEAD: Final = 1
"""The newest step in ``versions/``; a test compares."""

STATEMENT_END: Final = "\n-- end\n"


def statements(sql: str) -> list[str]:
    """Return the statements of a frozen file; a trigger's inner semicolons do not split it."""
    return [part.strip() for part in sql.split(STATEMENT_END) if part.strip()]


def read_sql(name: str) -> str:
    return (files(__name__) / name).read_text(encoding="utf-8")


class PackagedSchema:
    """The schema that ships with the program."""

    @property
    def head(self) -> int:
        return HEAD

    def create(self, connection: DriverConnection) -> None:
        for statement in statements(read_sql("head.sql")):
            connection.execute(statement)
        set_version(connection, HEAD)

    def upgrade(self, connection: DriverConnection) -> None:
        from engagedesk.models.migrations.upgrade import upgrade_to_head

        upgrade_to_head(connection, Path(str(files(__name__))))

    def expected(self) -> SchemaObjects:
        """Build the head schema in an empty database in memory, so that SQLite itself spells it."""
        connection = dbapi2.connect(":memory:", isolation_level=None)
        try:
            self.create(connection)
            return objects_of(connection)
        finally:
            connection.close()
