"""The cheap look at a foreign file before anything parses it.

Reads the magic bytes, the size, and a zip's directory, never its contents. What passes goes to the child process.
"""

from __future__ import annotations

import hashlib
import os
import stat
import struct
import zipfile
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final

from engagedesk.errors import UserError
from engagedesk.interchange.limits import Limits


class FileShape(StrEnum):
    """How a foreign file is to be read."""

    WORKBOOK = "xlsx"
    TEXT = "text"
    PROJECT_XML = "project_xml"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class Gated:
    """A file that passed the gate; ``stream`` stands at its beginning and belongs to the caller."""

    name: str
    shape: FileShape
    size: int
    sha256: str
    modified_utc: int
    stream: BinaryIO


_WORKBOOK_SUFFIXES: Final = frozenset((".xlsx", ".xlsm", ".xltx", ".xltm"))
_PROJECT_SUFFIXES: Final = frozenset((".mpp", ".mpt"))
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP: Final = b"PK\x03\x04"
_OTHER_MAGIC: Final = (
    (b"%PDF", "PDF"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!", "RAR"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"{\\rtf", "RTF"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"\x7fELF", "program"),
    (b"MZ\x90", "program"),
)
_ARCHIVE_SUFFIXES: Final = frozenset((".zip", ".7z", ".rar", ".gz", ".bz2", ".xz", ".tar", ".jar"))
_RESERVED: Final = frozenset(
    ("con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10)))
)
_END_RECORD: Final = b"PK\x05\x06"
_END64_LOCATOR: Final = b"PK\x06\x07"
_END64_RECORD: Final = b"PK\x06\x06"


def pass_gate(path: Path, limits: Limits) -> Gated:
    """Open a file and look at its outside; ``UserError`` (``import.file.*``, ``import.zip.*``) where it is refused."""
    stream = _open_regular(path)
    try:
        return _look(path, stream, limits)
    except BaseException:
        stream.close()
        raise


def _open_regular(path: Path) -> BinaryIO:
    # A FIFO or a device must not block the open, hence O_NONBLOCK and the look at what was opened.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    try:
        if path.is_dir():
            raise UserError("import.file.not_a_file", file=path.name)
        descriptor = os.open(path, flags)
    except FileNotFoundError as error:
        raise UserError("import.file.missing", file=path.name) from error
    except (OSError, ValueError) as error:
        raise UserError("import.file.unreadable", file=path.name) from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise UserError("import.file.not_a_file", file=path.name)
    return os.fdopen(descriptor, "rb")


def _look(path: Path, stream: BinaryIO, limits: Limits) -> Gated:
    status = os.fstat(stream.fileno())
    size = status.st_size
    if size == 0:
        raise UserError("import.file.empty", file=path.name)
    if size > max(limits.text_bytes, limits.workbook_bytes):
        raise UserError("import.file.too_large", file=path.name, limit_mb=limits.text_bytes >> 20)
    head = stream.read(4096)
    shape = _shape(path, head, stream, size)
    limit = {
        FileShape.WORKBOOK: limits.workbook_bytes,
        FileShape.PROJECT_XML: limits.plan_bytes,
        FileShape.CALENDAR: limits.calendar_bytes,
    }.get(shape, limits.text_bytes)
    if size > limit:
        raise UserError("import.file.too_large", file=path.name, limit_mb=limit >> 20)
    if shape is FileShape.WORKBOOK:
        _check_zip(path.name, stream, size, limits=limits)
    stream.seek(0)
    digest = hashlib.file_digest(stream, "sha256").hexdigest()  # type: ignore[arg-type]
    stream.seek(0)
    return Gated(
        name=path.name,
        shape=shape,
        size=size,
        sha256=digest,
        modified_utc=int(status.st_mtime),
        stream=stream,
    )


def _shape(path: Path, head: bytes, stream: BinaryIO, size: int) -> FileShape:
    name = path.name
    if head.startswith(_ZIP):
        return FileShape.WORKBOOK
    if head.startswith((_END_RECORD, b"PK\x07\x08")):
        raise UserError("import.file.not_a_workbook", file=name)
    if head.startswith(_OLE):
        if path.suffix.lower() in _PROJECT_SUFFIXES:
            raise UserError("import.file.mpp", file=name)
        stream.seek(0)
        body = stream.read(min(size, 8 << 20))
        if "EncryptedPackage".encode("utf-16-le") in body:
            raise UserError("import.file.password", file=name)
        raise UserError("import.file.old_excel", file=name)
    for magic, kind in _OTHER_MAGIC:
        if head.startswith(magic):
            raise UserError("import.file.wrong_kind", file=name, kind=kind)
    if (plan := _plan_shape(head)) is not None:
        return plan
    opening = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    if opening.startswith((b"<html", b"<!doctype", b"<table", b"<?xml")):
        raise UserError("import.file.wrong_kind", file=name, kind="HTML/XML")
    if path.suffix.lower() in _WORKBOOK_SUFFIXES:
        raise UserError("import.file.not_a_workbook", file=name)
    return FileShape.TEXT


def _plan_shape(head: bytes) -> FileShape | None:
    """Recognise a plan's XML and a calendar by how they begin, in whatever UTF they are written."""
    plain = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if plain.startswith(b"begin:vcalendar"):
        return FileShape.CALENDAR
    if plain.startswith((b"<?xml", b"<project", b"<!doctype project")) and (
        b"<project" in plain or b"<!doctype project" in plain
    ):
        return FileShape.PROJECT_XML
    return None


def _check_zip(name: str, stream: BinaryIO, size: int, *, limits: Limits) -> None:
    entries, directory_bytes = _directory_size(name, stream, size)
    # zipfile builds an object for every record of the directory, whatever count it states: bound the bytes first.
    if entries > limits.zip_entries or directory_bytes > limits.zip_directory_bytes:
        raise UserError("import.zip.too_many_entries", file=name, limit=limits.zip_entries)
    stream.seek(0)
    try:
        with zipfile.ZipFile(stream) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, ValueError, OSError, struct.error) as error:
        raise UserError("import.zip.damaged", file=name) from error
    _check_members(name, members, size, limits=limits)


def _directory_size(name: str, stream: BinaryIO, size: int) -> tuple[int, int]:
    stream.seek(max(0, size - 65_557))
    tail = stream.read()
    at = tail.rfind(_END_RECORD)
    if at < 0 or len(tail) - at < 22:
        raise UserError("import.zip.damaged", file=name)
    entries, directory_bytes = struct.unpack_from("<HI", tail, at + 10)
    if at >= 20 and tail[at - 20 : at - 16] == _END64_LOCATOR:
        (offset,) = struct.unpack_from("<Q", tail, at - 12)
        if offset > size - 56:
            raise UserError("import.zip.damaged", file=name)
        stream.seek(offset)
        record = stream.read(56)
        if record[:4] != _END64_RECORD:
            raise UserError("import.zip.damaged", file=name)
        entries, directory_bytes = struct.unpack_from("<QQ", record, 32)
    return entries, directory_bytes


def _check_members(name: str, members: list[zipfile.ZipInfo], size: int, *, limits: Limits) -> None:
    if len(members) > limits.zip_entries:
        raise UserError("import.zip.too_many_entries", file=name, limit=limits.zip_entries)
    seen: set[str] = set()
    unpacked = 0
    for member in members:
        _check_name(name, member)
        folded = member.filename.casefold()
        if folded in seen:
            raise UserError("import.zip.duplicate_name", file=name)
        seen.add(folded)
        if member.flag_bits & 0x1:
            raise UserError("import.file.password", file=name)
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise UserError("import.zip.damaged", file=name)
        unpacked += member.file_size
        if member.compress_size > size or (
            member.file_size > limits.ratio_floor_bytes
            and member.file_size > limits.unpacked_ratio * max(1, member.compress_size)
        ):
            raise UserError("import.zip.bomb", file=name)
    if unpacked > limits.unpacked_bytes or (
        unpacked > limits.ratio_floor_bytes and unpacked > limits.unpacked_ratio * size
    ):
        raise UserError("import.zip.bomb", file=name)
    if "mimetype" in seen and "content.xml" in seen:
        raise UserError("import.file.wrong_kind", file=name, kind="ODS")
    if "xl/workbook.bin" in seen:
        raise UserError("import.file.wrong_kind", file=name, kind="XLSB")
    if "[content_types].xml" not in seen or not any(entry.endswith("workbook.xml") for entry in seen):
        raise UserError("import.file.not_a_workbook", file=name)


def _check_name(name: str, member: zipfile.ZipInfo) -> None:
    entry = member.orig_filename
    parts = PurePosixPath(entry.replace("\\", "/")).parts
    if (
        not entry
        or "\x00" in entry
        or len(entry) > 400
        or entry.startswith(("/", "\\"))
        or entry[1:2] == ":"
        or ".." in parts
        or any(part.split(".")[0].casefold() in _RESERVED for part in parts)
        or not entry.isprintable()
    ):
        raise UserError("import.zip.bad_name", file=name)
    if PurePosixPath(entry).suffix.casefold() in _ARCHIVE_SUFFIXES:
        raise UserError("import.zip.nested", file=name)
