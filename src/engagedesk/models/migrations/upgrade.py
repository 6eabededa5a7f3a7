"""Runs Alembic over a connection that is ours and inside a transaction already."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from engagedesk.models.connection import DriverConnection


class _Borrowed:
    """The connection without its transaction: Alembic's and SQLAlchemy's own begin, commit and close end nothing."""

    def __init__(self, connection: DriverConnection) -> None:
        self._connection = connection

    def __getattr__(self, name: str) -> object:
        return getattr(self._connection, name)

    def commit(self) -> None:
        """Leave the commit to the store, which checks the result first."""

    def rollback(self) -> None:
        """Leave the roll-back to the store."""

    def close(self) -> None:
        """Leave the connection open: it is borrowed."""


def upgrade_to_head(connection: DriverConnection, scripts: Path) -> None:
    """Run every step that the store lacks; nothing is committed here."""
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: _Borrowed(connection),
        poolclass=StaticPool,
        hide_parameters=True,
    )
    try:
        with engine.connect() as borrowed:
            config.attributes["connection"] = borrowed
            command.upgrade(config, "head")
    finally:
        engine.dispose()
