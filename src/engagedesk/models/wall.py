"""The one wall where errors of the driver, of SQLAlchemy and of the file system become ours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from engagedesk.models.driver_wall import driver_error, driver_wall


@contextmanager
def wall(folder: Path | None = None) -> Iterator[None]:
    """Turn errors of the driver and the system into ``StoreError``s; put around every transaction.

    ``folder`` (the profile) lets a vague I/O error be told from a full disk.
    """
    try:
        with driver_wall(folder):
            yield
    except DBAPIError as error:
        ours = None if error.orig is None else driver_error(error.orig, folder)
        if ours is None:
            raise
        raise ours from error
