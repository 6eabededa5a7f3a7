"""Reads the pages of a damaged store without SQLite: decrypts each by itself and keeps those whose HMAC is right.

Sources: https://www.zetetic.net/sqlcipher/design/ (pages), https://www.sqlite.org/fileformat2.html (b-trees, records,
the log). SQLite itself gives up a whole subtree when one page above it is lost; page by page, nothing intact is.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from engagedesk.models.connection import PAGE_BYTES, PLAINTEXT_HEADER

SALT_BYTES: Final = 16
IV_BYTES: Final = 16
HMAC_BYTES: Final = 64
RESERVED_BYTES: Final = IV_BYTES + HMAC_BYTES
USABLE: Final = PAGE_BYTES - RESERVED_BYTES
FIRST_PAGE_HEADER: Final = 100
SALT_MASK: Final = 0x3A
MAC_KEY_ROUNDS: Final = 2

TABLE_LEAF: Final = 0x0D
TABLE_INTERIOR: Final = 0x05
INDEX_LEAF: Final = 0x0A
INDEX_INTERIOR: Final = 0x02
TREE_PAGES: Final = frozenset({TABLE_LEAF, TABLE_INTERIOR, INDEX_LEAF, INDEX_INTERIOR})

WAL_HEADER: Final = 32
FRAME_HEADER: Final = 24
SMALLEST_LOCAL: Final = (USABLE - 12) * 32 // 255 - 23
LARGEST_LOCAL: Final = {TABLE_LEAF: USABLE - 35, INDEX_LEAF: (USABLE - 12) * 64 // 255 - 23}
PAYLOAD_LIMIT: Final = 64 << 20
INTEGER_BYTES: Final = (0, 1, 2, 3, 4, 6, 8)

Value = int | float | str | bytes | None


@dataclass(frozen=True, slots=True)
class Row:
    """One record as it lies in its page; ``rowid`` None in an index and in a table without rowids."""

    rowid: int | None
    values: tuple[Value, ...]


class Pages:
    """The intact pages of a store, decrypted, by number from 1. ``total`` counts the damaged ones too."""

    def __init__(self, store: Path, data_key: bytearray) -> None:
        raw = store.read_bytes()
        images = {n + 1: raw[n * PAGE_BYTES : (n + 1) * PAGE_BYTES] for n in range(len(raw) // PAGE_BYTES)}
        images.update(_committed_frames(store.with_name(store.name + "-wal")))
        self.total = max(images, default=0)
        salt = bytes(b ^ SALT_MASK for b in images.get(1, b"")[:SALT_BYTES])
        mac_key = hashlib.pbkdf2_hmac("sha512", data_key, salt, MAC_KEY_ROUNDS, 32)
        cipher_key = AES(bytes(data_key))
        self._plain = {
            number: plain
            for number, image in images.items()
            if (plain := _decrypted(number, image, cipher_key, mac_key=mac_key)) is not None
        }

    @property
    def damaged(self) -> int:
        return self.total - len(self._plain)

    def __contains__(self, number: int) -> bool:
        return number in self._plain

    def kind(self, number: int) -> int:
        """Return the b-tree type of an intact page, 0 for any other page."""
        kind = self._plain[number][_start(number)]
        return kind if kind in TREE_PAGES else 0

    def tree_pages(self) -> list[int]:
        return [n for n in sorted(self._plain) if self.kind(n)]

    def children(self, number: int) -> list[int]:
        """Return the pages below an interior page, damaged ones included."""
        page, start = self._plain[number], _start(number)
        if page[start] not in (TABLE_INTERIOR, INDEX_INTERIOR):
            return []
        below = [struct.unpack_from(">I", page, cell)[0] for cell in self._cells(number)]
        return [*below, struct.unpack_from(">I", page, start + 8)[0]]

    def rows(self, number: int) -> Iterator[Row]:
        """Yield the records of one page; one whose overflow is damaged is left out and counted nowhere."""
        page, kind = self._plain[number], self.kind(number)
        if kind in (0, TABLE_INTERIOR):
            return
        for cell in self._cells(number):
            try:
                at = cell + 4 if kind == INDEX_INTERIOR else cell
                size, at = _varint(page, at)
                rowid: int | None = None
                if kind == TABLE_LEAF:
                    unsigned, at = _varint(page, at)
                    rowid = unsigned - (1 << 64) if unsigned >> 63 else unsigned
                payload = self._payload(page, at, size, kind=TABLE_LEAF if kind == TABLE_LEAF else INDEX_LEAF)
                yield Row(rowid, _record(payload))
            except (IndexError, struct.error, LookupError, UnicodeDecodeError):
                continue

    def _cells(self, number: int) -> list[int]:
        page, start = self._plain[number], _start(number)
        count = struct.unpack_from(">H", page, start + 3)[0]
        header = 12 if page[start] in (TABLE_INTERIOR, INDEX_INTERIOR) else 8
        if start + header + 2 * count > USABLE:
            return []
        return [c for c in struct.unpack_from(f">{count}H", page, start + header) if c < USABLE - 3]

    def _payload(self, page: bytes, at: int, size: int, *, kind: int) -> bytes:
        largest = LARGEST_LOCAL[kind]
        if size <= largest:
            if at + size > USABLE:
                raise IndexError(at)
            return page[at : at + size]
        if size > PAYLOAD_LIMIT:
            raise IndexError(size)
        wanted = SMALLEST_LOCAL + (size - SMALLEST_LOCAL) % (USABLE - 4)
        local = wanted if wanted <= largest else SMALLEST_LOCAL
        parts, left = [page[at : at + local]], size - local
        following = struct.unpack_from(">I", page, at + local)[0]
        while left > 0:
            overflow = self._plain[following]
            parts.append(overflow[4 : 4 + min(left, USABLE - 4)])
            left -= USABLE - 4
            following = struct.unpack_from(">I", overflow, 0)[0]
        return b"".join(parts)


def _start(number: int) -> int:
    return FIRST_PAGE_HEADER if number == 1 else 0


def _decrypted(number: int, image: bytes, cipher_key: AES, *, mac_key: bytes) -> bytes | None:
    """Return the page's content, or None where its HMAC is wrong."""
    if len(image) != PAGE_BYTES:
        return None
    start = SALT_BYTES if number == 1 else 0
    covered = image[start : USABLE + IV_BYTES] + number.to_bytes(4, "little")
    if not hmac.compare_digest(hmac.digest(mac_key, covered, "sha512"), image[USABLE + IV_BYTES :]):
        return None
    decryptor = Cipher(cipher_key, CBC(image[USABLE : USABLE + IV_BYTES])).decryptor()
    plain = decryptor.update(image[start:USABLE]) + decryptor.finalize()
    return PLAINTEXT_HEADER + plain if number == 1 else plain


def _committed_frames(log: Path) -> dict[int, bytes]:
    """Return the newest committed image of every page in the log. A torn frame is found by its page's HMAC."""
    if not log.exists():
        return {}
    raw = log.read_bytes()
    committed: dict[int, bytes] = {}
    waiting: dict[int, bytes] = {}
    salts = raw[16:24]
    for at in range(WAL_HEADER, len(raw) - FRAME_HEADER - PAGE_BYTES + 1, FRAME_HEADER + PAGE_BYTES):
        number, size_after_commit = struct.unpack_from(">II", raw, at)
        if raw[at + 8 : at + 16] != salts or not number:
            break
        waiting[number] = raw[at + FRAME_HEADER : at + FRAME_HEADER + PAGE_BYTES]
        if size_after_commit:
            committed.update(waiting)
            waiting.clear()
    return committed


def _varint(page: bytes, at: int) -> tuple[int, int]:
    """Return the number at ``at`` and where the next byte is."""
    value = 0
    for i in range(8):
        byte = page[at + i]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + i + 1
    return value << 8 | page[at + 8], at + 9


def _record(payload: bytes) -> tuple[Value, ...]:
    header_end, at = _varint(payload, 0)
    kinds: list[int] = []
    while at < header_end:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    at = header_end
    values: list[Value] = []
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    if at != len(payload):
        raise LookupError("record")
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind == 0:
        return None, at
    if kind <= 6:
        end = at + INTEGER_BYTES[kind]
        return int.from_bytes(payload[at:end], "big", signed=True), end
    if kind == 7:
        return struct.unpack_from(">d", payload, at)[0], at + 8
    if kind in (8, 9):
        return kind - 8, at
    if kind < 12:
        raise LookupError("kind")
    end = at + (kind - 12) // 2
    if end > len(payload):
        raise LookupError("record")
    return (payload[at:end].decode("utf-8") if kind % 2 else payload[at:end]), end
