"""Space kept back for the day the disk is full, so that the running timer can still be closed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from engagedesk.errors import DiskFull
from engagedesk.models.file_wall import file_wall
from engagedesk.models.private_files import create_private, sync_folder

RESERVE_BYTES: Final = 256 * 1024


class Reserve:
    """A file of random bytes (a compressing file system must not shrink it) that is given up once."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def held(self) -> bool:
        try:
            return self._path.stat().st_size == RESERVE_BYTES
        except FileNotFoundError:
            return False

    def ensure(self) -> bool:
        """Make the file where it is missing; return whether it is there. A full disk is no error here."""
        if self.held:
            return True
        try:
            with file_wall(self._path.parent):
                self._path.unlink(missing_ok=True)
                with os.fdopen(create_private(self._path), "wb") as stream:
                    stream.write(os.urandom(RESERVE_BYTES))
                    stream.flush()
                    os.fsync(stream.fileno())
        except DiskFull:
            self.release()
            return False
        return True

    def release(self) -> bool:
        """Give the space back to the disk; return whether there was any to give."""
        try:
            with file_wall(self._path.parent):
                had_some = self._path.exists()
                self._path.unlink(missing_ok=True)
                sync_folder(self._path.parent)
        except DiskFull:
            return False
        return had_some
