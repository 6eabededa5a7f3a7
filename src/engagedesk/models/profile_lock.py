"""One process owns a profile: a lock of the operating system on a file in it, gone with the process that held it."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path
from typing import Final

from engagedesk.errors import DiskFull, StoreError, StoreInUse
from engagedesk.models.file_wall import file_wall
from engagedesk.models.private_files import PRIVATE_FILE_MODE, make_private_folder

POLL_S: Final = 0.05
PID_BYTES: Final = 20

if sys.platform == "win32":
    import msvcrt

    # Windows locks forbid reading: the locked byte lies far behind the pid.
    _LOCKED_BYTE: Final = 1 << 20

    def _try_lock(descriptor: int) -> bool:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


class ProfileLock:
    """The held lock; use as a context manager or call ``release``. It ends with the process in any case."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor: int | None = descriptor

    @classmethod
    def acquire(cls, path: Path, *, wait_s: float = 0.0) -> ProfileLock:
        """Take the lock of a profile, which is created if need be; ``StoreInUse`` (``pid`` 0 where unknown).

        Waits at most ``wait_s`` seconds for the present holder; never call with a wait on the GUI thread.
        """
        with file_wall(path.parent):
            make_private_folder(path.parent)
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), PRIVATE_FILE_MODE)
        deadline = time.monotonic() + wait_s
        while not _try_lock(descriptor):
            if time.monotonic() >= deadline:
                pid = _pid_in(descriptor)
                os.close(descriptor)
                raise StoreInUse("store.in_use", profile=path.parent.name, pid=pid)
            time.sleep(POLL_S)
        lock = cls(path, descriptor)
        lock._write_pid()
        return lock

    @classmethod
    def adopt(cls, path: Path, descriptor: int) -> ProfileLock:
        """Take over the lock that the process before ``exec`` left open; ``StoreError`` where it is not that lock."""
        try:
            left, here = os.fstat(descriptor), path.stat()
        except OSError as error:
            raise StoreError("store.lock_lost", profile=path.parent.name) from error
        if (left.st_dev, left.st_ino) != (here.st_dev, here.st_ino) or not _try_lock(descriptor):
            raise StoreError("store.lock_lost", profile=path.parent.name)
        os.set_inheritable(descriptor, False)  # noqa: FBT003  # the call knows no keyword
        lock = cls(path, descriptor)
        lock._write_pid()
        return lock

    def keep_across_exec(self) -> int:
        """Leave the lock held while ``os.execv`` replaces the process; return the descriptor for ``adopt``.

        Call it last before the exec: from here on every child process would hold the lock too.
        """
        if self._descriptor is None:
            raise StoreError("store.lock_lost", profile=self._path.parent.name)
        os.set_inheritable(self._descriptor, True)  # noqa: FBT003
        return self._descriptor

    def release(self) -> None:
        if self._descriptor is None:
            return
        descriptor, self._descriptor = self._descriptor, None
        try:
            _unlock(descriptor)
        finally:
            os.close(descriptor)

    def __enter__(self) -> ProfileLock:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.release()

    def _write_pid(self) -> None:
        if self._descriptor is None:
            return
        # The pid only serves messages: a full disk must not keep a person from opening their store.
        with contextlib.suppress(DiskFull), file_wall(self._path.parent):
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            os.write(self._descriptor, str(os.getpid()).encode("ascii").ljust(PID_BYTES))


def _pid_in(descriptor: int) -> int:
    """Return the pid that the holder wrote, 0 where it had no time to yet."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    text = os.read(descriptor, PID_BYTES).strip()
    return int(text) if text.isdigit() else 0
