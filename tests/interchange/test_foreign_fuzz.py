from __future__ import annotations

import io
import json
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from engagedesk.errors import UserError
from engagedesk.interchange import cells
from engagedesk.interchange.child import Order, answer
from engagedesk.interchange.gate import pass_gate
from engagedesk.interchange.limits import DEFAULT_LIMITS
from engagedesk.wording import WORDS
from tests.interchange.foreign_files import SHEET_NS, sheet_xml, text_row, workbook_parts

SHARED = f'<sst xmlns="{SHEET_NS}"><si><t>Harrowgate</t></si><si><r><t>Gr</t></r><r><t>oup</t></r></si></sst>'
STYLES = f'<styleSheet xmlns="{SHEET_NS}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
SHEET = sheet_xml(
    text_row(1, ["Client", "Title", "Start"])
    + '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" s="1"><v>46342.5</v></c></row>'
)


@contextmanager
def _temporary() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "foreign.csv"


def good_workbook() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, body in workbook_parts(SHEET, shared_xml=SHARED, styles_xml=STYLES).items():
            # Stored, with the stated sums left to lie: a flipped letter must reach the XML reader, too.
            archive.writestr(name, body)
    return stream.getvalue()


def frames_of(path: Path) -> list[tuple[bytes, object]]:
    """Read a file in this process as the child would; an exception that is not ours fails the test."""
    gated = pass_gate(path, DEFAULT_LIMITS)
    order = Order(
        shape=gated.shape.value,
        sheet=-1,
        rows=1000,
        columns=64,
        cell_chars=1000,
        record_lines=20,
        broken_quotes=10,
        output_bytes=10**7,
        memory_bytes=0,
        cpu_s=0,
    )
    target = io.BytesIO()
    with gated.stream as source:
        answer(source, target, order)
    target.seek(0)
    found = []
    while (frame := cells.read_frame(target)) is not None:
        found.append((frame[0], frame[1]))
    return found


def outcome(path: Path) -> str:
    """Return the last frame's meaning: "read", or the code of the refusal."""
    try:
        kind, payload = frames_of(path)[-1]
    except UserError as error:
        return error.code
    if kind == cells.FAILED:
        assert isinstance(payload, list)
        return str(payload[0])
    assert kind == cells.END
    return "read"


def with_sums_set_right(body: bytes) -> bytes:
    """Return the archive repacked where that is possible, so that damage is not caught by its checksum alone."""
    try:
        stream = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(stream, "w") as new:
            for member in old.infolist():
                start = member.header_offset + 30 + len(member.filename)
                new.writestr(member.filename, body[start : start + member.compress_size])
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, UserWarning):
        return body
    return stream.getvalue()


def test_the_undamaged_workbook_is_read(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(with_sums_set_right(good_workbook()))
    rows = json.dumps([payload for kind, payload in frames_of(path) if kind == cells.ROWS])
    assert '["Harrowgate", "Group", ["w", "2026-11-16T12:00:00"]]' in rows


GOOD = good_workbook()
DAMAGE = st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=6)


@settings(max_examples=150)
@given(damage=DAMAGE)
def test_a_damaged_workbook_is_read_or_refused_but_never_crashes(damage: list[tuple[int, int]]) -> None:
    body = bytearray(GOOD)
    for at, value in damage:
        body[at] = value
    with _temporary() as path:
        path.write_bytes(with_sums_set_right(bytes(body)))
        assert outcome(path) in {"read", *WORDS}


@settings(max_examples=150)
@given(
    body=st.one_of(
        st.binary(max_size=400),
        st.text(alphabet='ab,;"\r\n\t|= \x00é', max_size=200).map(lambda text: text.encode("utf-8")),
        st.text(max_size=80).map(lambda text: text.encode("utf-16", "surrogatepass")),
    )
)
def test_any_bytes_are_read_or_refused_but_never_crash(body: bytes) -> None:
    with _temporary() as path:
        path.write_bytes(body)
        assert outcome(path) in {"read", *WORDS}
