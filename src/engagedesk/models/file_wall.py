"""The file system's half of the wall: imports no database, so that a start that only hands over stays quick."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from engagedesk.errors import DiskFull, StoreError, StoreMissing, StoreReadOnly

FULL_ERRNOS: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
READ_ONLY_ERRNOS: Final = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


@contextmanager
def file_wall(folder: Path | None = None) -> Iterator[None]:
    """Turn errors of the system into ``StoreError``s; ``folder`` is the profile that they speak of."""
    try:
        yield
    except OSError as error:
        raise system_error(error, folder) from error


def system_error(error: OSError, folder: Path | None) -> StoreError:
    name = "" if folder is None else folder.name
    if error.errno in FULL_ERRNOS:
        return DiskFull("store.disk_full", profile=name)
    if error.errno in READ_ONLY_ERRNOS:
        return StoreReadOnly("store.read_only", profile=name)
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return StoreMissing("store.missing", profile=name)
    what = errno.errorcode.get(error.errno or 0, "error")
    return StoreError("store.io_failed", profile=name, what=what)
