"""Files that a person names on the command line: read and written with words for what goes wrong."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from engagedesk.errors import DiskFull, EngageDeskError, UserError, WrongPassphrase

SECRET_LIMIT: Final = 64 * 1024
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what the system says about writing ``path`` into words."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise _refusal(error, path, "file.not_written") from error


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """The same for reading."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise _refusal(error, path, "file.not_read") from error


def _refusal(error: OSError | ValueError, path: Path, code: str) -> EngageDeskError:
    number = error.errno if isinstance(error, OSError) else None
    if number in _FULL:
        return DiskFull("file.disk_full", file=str(path))
    if isinstance(error, FileExistsError):
        return UserError("file.exists", file=str(path))
    why = os.strerror(number) if number else "its name cannot be one"
    return UserError(code, file=str(path), why=why)


def secret_in(path: Path) -> str:
    """Return a file's text without its last line end; the file may be a pipe and is read once."""
    with reading(path), path.open("rb") as stream:
        raw = stream.read(SECRET_LIMIT + 1)
    if len(raw) > SECRET_LIMIT:
        raise UserError("passphrase.file_too_long", file=str(path))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise WrongPassphrase("vault.passphrase_not_text") from None
    return text.removesuffix("\n").removesuffix("\r")


def write_secret(path: Path, text: str) -> None:
    """Write a new file, mode 0600, durably; ``UserError`` where there is one already."""
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0)
    with writing(path):
        descriptor = os.open(path, flags, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(text.encode())
            stream.flush()
            os.fsync(stream.fileno())
