"""Promise 6: no data key in the memory of an idle program, raw or in hex."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from engagedesk.models.connection import key_text
from tests.store.building import MadeProfile, new_profile

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc/PID/mem")

ROOT = Path(__file__).resolve().parents[2]
WRITABLE = re.compile(r"^([0-9a-f]+)-([0-9a-f]+) rw")

IDLE = """
import sys
from pathlib import Path
from engagedesk.models.store import Store
from engagedesk.paths import Profile
from engagedesk.services.backup import make_backup
from tests.store.building import MadeProfile, PASSPHRASE, add_notes, SmallSchema
profile = MadeProfile(Profile(Path(sys.argv[1])), "", SmallSchema())
mode = sys.argv[2]
vault = profile.unlock()
if mode == "holding the key":
    with vault.take_data_key() as data_key:
        print("idle", flush=True)
        sys.stdin.readline()
    sys.exit()
store = Store.open(profile.paths, vault, schema=profile.schema)
add_notes(store, 50, seed=3)
if mode == "after a backup":
    make_backup(store, vault, now_utc=1_795_348_800, anchor=(0, b""))
if mode == "after a new passphrase":
    vault.change_passphrase(PASSPHRASE, "four other words entirely")
    store.note_keys_generation(vault)
if mode == "closed":
    store.close()
    vault.close()
print("idle", flush=True)
sys.stdin.readline()
"""


def find_in_memory(pid: int, needles: list[bytes]) -> list[int]:
    """Return how often each needle is in the process's writable memory."""
    counts = [0] * len(needles)
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for area in Path(f"/proc/{pid}/maps").read_text().splitlines():
            found = WRITABLE.match(area)
            if not found or "[vvar" in area:
                continue
            start, end = (int(part, 16) for part in found.groups())
            try:
                memory.seek(start)
                content = memory.read(end - start)
            except OSError:
                continue
            for i, needle in enumerate(needles):
                counts[i] += content.count(needle)
    return counts


def needles_of(profile: MadeProfile) -> list[bytes]:
    with profile.unlock().take_data_key() as data_key:
        text = bytes(key_text(data_key))[2:-1]
        return [bytes(data_key), text, text.upper()]


def look(profile: MadeProfile, mode: str) -> list[int]:
    needles = needles_of(profile)
    process = subprocess.Popen(
        [sys.executable, "-c", IDLE, str(profile.paths.folder), mode],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "idle\n"
        return find_in_memory(process.pid, needles)
    finally:
        process.communicate("\n", timeout=20)


@pytest.mark.parametrize("mode", ["open", "after a backup", "after a new passphrase", "closed"])
def test_an_idle_program_holds_no_data_key(tmp_path: Path, mode: str) -> None:
    assert look(new_profile(tmp_path, rows=20), mode) == [0, 0, 0]


def test_the_search_finds_a_key_that_is_there(tmp_path: Path) -> None:
    raw, _, _ = look(new_profile(tmp_path), "holding the key")
    assert raw >= 1
