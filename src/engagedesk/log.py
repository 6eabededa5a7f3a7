"""Logs and crash reports without client data: ids, numbers, codes and places in the source, nothing else.

A log file outlives the lock, the backup and the laptop, so the formatter trusts nobody. What a log call passes is
written only where its *type* says that it cannot be text from the store:

    int, float, bool, None            as they are
    16 bytes, UUID                    as an id
    Enum member, ``Code``             its word
    a class, an exception             its name; one of our errors also its code
    anything else                     «…», a plain ``str`` above all

Templates must be literals in our own source; a test reads every log call and says so. Records of other libraries
keep their logger, level and line, never their words. Exceptions are written as type, code and frames, because the
texts of foreign exceptions quote values.
"""

from __future__ import annotations

import logging
import logging.handlers
import os
import platform
import time
import traceback
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from pathlib import Path
from types import TracebackType
from typing import Final
from uuid import UUID

from engagedesk.errors import EngageDeskError

ROOT_LOGGER: Final = "engagedesk"
WITHHELD: Final = "«…»"
LOG_FILE: Final = "engagedesk.log"
LOG_BYTES: Final = 1_000_000
LOG_FILES: Final = 5
KEPT_CRASH_REPORTS: Final = 20
LONGEST_CHAIN: Final = 8
REPORTED_PACKAGES: Final = (
    "PySide6_Essentials",
    "SQLAlchemy",
    "sqlcipher3",
    "cryptography",
    "keyring",
)


class Code(str):
    """A word from our own source (a state, a command's name, a check's kind) that may be written to a log.

    Never wrap what a person typed or a file held.
    """

    __slots__ = ()


class RedactingFormatter(logging.Formatter):
    """One record on one line, UTC, then the frames of its exception; see the module for what is let through."""

    def format(self, record: logging.LogRecord) -> str:
        stamp = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        line = f"{stamp}.{int(record.msecs):03d}Z {record.levelname} {record.name} {_message(record)}"
        if record.exc_info and record.exc_info[1] is not None:
            line += "\n" + "\n".join(f"    {part}" for part in describe_exception(record.exc_info[1]))
        return line


class ProfileLogHandler(logging.handlers.RotatingFileHandler):
    """Writes the profile's log, 5 files of 1 MB, readable by the owner only.

    A log that cannot be written (full disk, folder gone) must not stop the timer or write into a script's standard
    error: the loss is counted in ``lost`` and told by the next record that gets through.
    """

    def __init__(self, folder: Path) -> None:
        self.lost = 0
        super().__init__(folder / LOG_FILE, maxBytes=LOG_BYTES, backupCount=LOG_FILES - 1, encoding="utf-8", delay=True)
        self.setFormatter(RedactingFormatter())

    def _open(self):  # type: ignore[no-untyped-def]  # typeshed names a private return type
        folder = Path(self.baseFilename).parent
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return open(self.baseFilename, self.mode, encoding=self.encoding, opener=_private)

    def emit(self, record: logging.LogRecord) -> None:
        if before := self.lost:
            super().emit(_lost_record(before))
            self.lost = 0 if self.lost == before else before
        super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002  # the name is logging's
        self.lost += 1


def configure(folder: Path, *, level: int = logging.INFO) -> logging.Handler:
    """Send every record to the rotating log in ``folder`` and nowhere else; return the handler.

    Calling it again moves the log: the earlier handler is closed. Nothing is made on disk before the first record.
    """
    root = logging.getLogger()
    for earlier in [h for h in root.handlers if isinstance(h, ProfileLogHandler)]:
        root.removeHandler(earlier)
        earlier.close()
    handler = ProfileLogHandler(folder)
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logging.getLogger(ROOT_LOGGER).setLevel(level)
    logging.captureWarnings(capture=True)
    return handler


def describe_exception(error: BaseException) -> list[str]:
    """Return type, code and frames of an exception and of those it came from, newest first, without any message."""
    lines: list[str] = []
    for depth, link in enumerate(_chain(error)):
        lines.append(("caused by " if depth else "") + exception_name(link))
        lines += [f"  {place}" for place in frames(link.__traceback__)]
    return lines


def exception_name(error: BaseException) -> str:
    """Return ``WrongPassphrase[vault.wrong_passphrase]`` for ours, ``sqlite3.OperationalError`` for another's."""
    kind = type(error)
    if isinstance(error, EngageDeskError):
        return f"{kind.__name__}[{error.code}]"
    name = _class_name(kind)
    if isinstance(error, OSError) and error.errno is not None:
        return f"{name}[errno {error.errno}]"
    return name


def frames(trace: TracebackType | None) -> list[str]:
    """Return ``folder/file.py:line function`` for each frame, outermost first.

    Only the last two parts of a path are kept: the ones before them hold the person's login name.
    """
    return [
        f"{'/'.join(Path(frame.f_code.co_filename).parts[-2:])}:{line} {frame.f_code.co_name}"
        for frame, line in traceback.walk_tb(trace)
    ]


def crash_report(error: BaseException, *, when_s: int) -> str:
    """Return the report that a person may send: what failed and where, versions, no value and no message."""
    stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(when_s))
    lines = ["EngageDesk crash report", f"when: {stamp}", *(f"{k}: {v}" for k, v in versions().items()), ""]
    return "\n".join([*lines, *describe_exception(error)]) + "\n"


def write_crash_report(folder: Path, error: BaseException, *, when_s: int) -> Path:
    """Write the report into ``folder`` (the profile's ``crashes``), keep the newest 20, and return its path."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    stamp = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(when_s))
    taken = sum(1 for _ in folder.glob(f"crash-{stamp}*.txt"))
    path = folder / f"crash-{stamp}-{taken:02d}.txt"
    with open(path, "x", encoding="utf-8", opener=_private) as file:
        file.write(crash_report(error, when_s=when_s))
    for old in sorted(folder.glob("crash-*.txt"))[:-KEPT_CRASH_REPORTS]:
        old.unlink(missing_ok=True)
    return path


def versions() -> dict[str, str]:
    """Return the versions that a bug depends on: the program, Python, the system and the libraries under it."""
    found = {
        "engagedesk": _version("engagedesk"),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
    }
    return found | {name: _version(name) for name in REPORTED_PACKAGES}


def _message(record: logging.LogRecord) -> str:
    ours = record.name == ROOT_LOGGER or record.name.startswith(ROOT_LOGGER + ".")
    if not ours or not isinstance(record.msg, str):
        return f"{WITHHELD} ({record.module}:{record.lineno})"
    if not record.args:
        return record.msg
    shown = (
        {key: _shown(value) for key, value in record.args.items()}
        if isinstance(record.args, Mapping)
        else tuple(_shown(value) for value in record.args)
    )
    try:
        return record.msg % shown
    except (TypeError, ValueError, KeyError):
        # A %d that was handed a name: the record is kept, its value is not.
        listed: Sequence[object] = tuple(shown.values()) if isinstance(shown, Mapping) else shown
        return f"{record.msg} {' '.join(map(str, listed))}"


def _shown(value: object) -> object:
    if isinstance(value, Enum):
        return str(value.value) if isinstance(value.value, str | int) else value.name
    if isinstance(value, bool | int | float | Code) or value is None:
        return value
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, bytes) and len(value) == 16:
        return str(UUID(bytes=value))
    if isinstance(value, BaseException):
        return exception_name(value)
    if isinstance(value, type):
        return value.__name__
    return WITHHELD


def _class_name(kind: type) -> str:
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _chain(error: BaseException) -> Iterator[BaseException]:
    link: BaseException | None = error
    seen: set[int] = set()
    while link is not None and id(link) not in seen and len(seen) < LONGEST_CHAIN:
        seen.add(id(link))
        yield link
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)


def _lost_record(count: int) -> logging.LogRecord:
    return logging.LogRecord(
        name=ROOT_LOGGER,
        level=logging.WARNING,
        pathname=__file__,
        lineno=0,
        msg="log.records_lost count=%d",
        args=(count,),
        exc_info=None,
    )


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _version(name: str) -> str:
    # Half of the mail package comes with it, and only a crash report asks.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
