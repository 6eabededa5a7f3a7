"""What the terminal does with a damaged store: check says so, and salvage brings over what is whole."""

from __future__ import annotations

from pathlib import Path

from engagedesk.paths import Profile
from tests.cli.conftest import CommandLine

PAGE_BYTES = 4096


def _spoil(store: Path, page: int) -> None:
    with store.open("r+b") as stream:
        stream.seek((page - 1) * PAGE_BYTES + 64)
        byte = stream.read(1)
        stream.seek(-1, 1)
        stream.write(bytes([byte[0] ^ 0xFF]))


def test_a_damaged_store_is_named_and_salvaged_into_a_new_profile(ed: CommandLine, tmp_path: Path) -> None:
    ed.done("entry", "add", "1h", "harrow", "kept")
    before = ed.json("entry", "list")
    _spoil(ed.profile.store, ed.profile.store.stat().st_size // PAGE_BYTES)
    found = ed("check")
    assert found.status == 4
    assert found.document["ok"] is False
    said = ed.json("salvage", "--to", str(tmp_path / "saved"))
    assert said["damaged_pages"] == 1
    assert said["whole"] is False
    saved = CommandLine(Profile(tmp_path / "saved"), ed.passphrase_file, ed.around, ed._capture)
    assert saved.json("entry", "list") == before
    assert ed.refused("salvage", "--to", str(tmp_path / "saved"))["title"]


def test_a_whole_store_is_salvaged_whole(ed: CommandLine, tmp_path: Path) -> None:
    said = ed.json("salvage", "--to", str(tmp_path / "saved"))
    assert said["whole"] is True
    assert said["tables"]["client"]["rows"] == 2
    saved = CommandLine(Profile(tmp_path / "saved"), ed.passphrase_file, ed.around, ed._capture)
    assert saved.done("check").document["ok"] is True
