"""Files that only their owner may read, written so that a power cut leaves the old or the new one, never half."""

from __future__ import annotations

import os
import secrets
import shutil
from pathlib import Path
from typing import Final

PRIVATE_FILE_MODE: Final = 0o600
PRIVATE_FOLDER_MODE: Final = 0o700
COPY_CHUNK_BYTES: Final = 1 << 20


def make_private_folder(folder: Path) -> None:
    """Create the folder, closed to everyone else, and its missing parents.

    A folder that stands keeps its rights: it may be a person's own, or ``/tmp``. The files in it are private anyway.
    """
    folder.mkdir(mode=PRIVATE_FOLDER_MODE, parents=True, exist_ok=True)


def create_private(path: Path) -> int:
    """Create an empty file that must not exist yet, mode 0600, and return its descriptor."""
    flags = os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    return os.open(path, flags, PRIVATE_FILE_MODE)


def replace_durably(path: Path, content: bytes) -> None:
    """Put ``content`` in place of ``path``: written aside, synced, renamed, and the folder synced."""
    aside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        descriptor = create_private(aside)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        rename_durably(aside, path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def copy_durably(source: Path, target: Path) -> None:
    """Copy a file that nobody writes to while it is copied; the target appears complete or not at all."""
    aside = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        with source.open("rb") as reader, os.fdopen(create_private(aside), "wb") as writer:
            shutil.copyfileobj(reader, writer, COPY_CHUNK_BYTES)
            writer.flush()
            os.fsync(writer.fileno())
        rename_durably(aside, target)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def rename_durably(source: Path, target: Path) -> None:
    source.replace(target)
    sync_folder(target.parent)


def sync_file(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Make renames and removals in the folder durable; Windows has no such call and journals them itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
