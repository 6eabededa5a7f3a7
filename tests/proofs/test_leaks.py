"""Promises 5 and 6: no text of a client in any file, write, log or report; no key in memory; after Lock, neither."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from engagedesk.models.vault import Vault
from engagedesk.paths import Profile
from engagedesk.services.commands.engagements import ClientFacts, EditClient
from tests.e2e.running import Running
from tests.e2e.screen import Screen, missing_tools, until
from tests.fake_clock import FakeClock
from tests.proofs.canary import CANARY
from tests.proofs.power import ROOT
from tests.services.building import CHEAP, PASSPHRASE, around_of, copy_of, make_template, open_desk

DAY = Path(__file__).with_name("canary.py")
WRITES = "write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg,sendmmsg,process_vm_writev"
NEEDLES = [CANARY.encode("utf-8"), CANARY.encode("utf-16-le"), CANARY.encode("utf-16-be")]
WRITABLE = re.compile(r"^([0-9a-f]+)-([0-9a-f]+) rw")

pytestmark = [pytest.mark.skipif(sys.platform != "linux", reason="reads /proc and traces"), pytest.mark.timeout(200)]


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Profile:
    return make_template(tmp_path_factory.mktemp("leaks"))


def a_day(profile: Profile, mode: str) -> list[str]:
    """Run a day under strace and return the calls that wrote the canary, in any encoding."""
    if shutil.which("strace") is None:
        pytest.skip("needs strace")
    trace = profile.folder.parent / "trace"
    command = [
        "strace",
        "-f",
        "--seccomp-bpf",
        "-qq",
        "-xx",
        "-s",
        "40000000",
        "-e",
        f"trace={WRITES}",
        "-o",
        str(trace),
    ]
    done = subprocess.run(
        [*command, sys.executable, str(DAY), mode, str(profile.folder), PASSPHRASE],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=150,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    needles = ["".join(f"\\x{byte:02x}" for byte in needle) for needle in NEEDLES]
    with trace.open(encoding="ascii") as lines:
        found = [line[:80] for line in lines if any(needle in line for needle in needles)]
    assert trace.stat().st_size > 1_000_000, "the trace saw the store being written"
    trace.unlink()
    return found


def files_with_canary(folder: Path) -> list[str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(files) > 4
    named = [str(path) for path in folder.rglob("*") if CANARY in path.name]
    return named + [str(path) for path in files if any(needle in path.read_bytes() for needle in NEEDLES)]


def test_no_text_reaches_a_file_a_write_a_log_or_a_crash_report(filled: Profile, tmp_path: Path) -> None:
    profile = copy_of(filled, tmp_path / "profile")
    assert a_day(profile, "day") == []
    assert files_with_canary(tmp_path) == []
    logged = "".join(path.read_text(encoding="utf-8") for path in profile.logs.iterdir())
    assert "a bug UserError[text.required]" in logged
    assert "said «…»" in logged
    assert len(list(profile.crashes.iterdir())) == 5
    assert list(profile.backups.glob("*.edbackup"))


def test_the_search_finds_a_text_that_is_written(filled: Profile, tmp_path: Path) -> None:
    profile = copy_of(filled, tmp_path / "profile")
    assert len(a_day(profile, "leak")) == 1
    assert files_with_canary(tmp_path) == [str(profile.folder / "notes.txt")]


def count_in_memory(pid: int, needles: list[bytes]) -> list[int]:
    """Return how often each needle is in the writable memory of a process."""
    counts = [0] * len(needles)
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for area in Path(f"/proc/{pid}/maps").read_text(encoding="utf-8").splitlines():
            found = WRITABLE.match(area)
            if found is None or "[vv" in area:
                continue
            start, end = (int(part, 16) for part in found.groups())
            try:
                memory.seek(start)
                content = memory.read(end - start)
            except OSError:
                continue
            counts = [count + content.count(needle) for count, needle in zip(counts, needles, strict=True)]
    return counts


def keys_of(profile: Profile) -> list[bytes]:
    """Return the data key raw, in hex and in upper case hex."""
    opened = Vault(profile, policy=CHEAP).open_with_passphrase(PASSPHRASE)
    with opened.take_data_key() as key:
        forms = [bytes(key), key.hex().encode(), key.hex().upper().encode()]
    opened.close()
    return forms


def test_an_idle_program_holds_no_key_after_work_a_backup_and_a_new_passphrase(filled: Profile, tmp_path: Path) -> None:
    profile = copy_of(filled, tmp_path / "profile")
    keys = keys_of(profile)
    idle = subprocess.Popen(
        [sys.executable, str(DAY), "idle", str(profile.folder), PASSPHRASE],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert idle.stdout is not None
        assert idle.stdout.readline() == "idle\n"
        *found, canaries = count_in_memory(idle.pid, [*keys, NEEDLES[0]])
    finally:
        idle.communicate("\n", timeout=30)
    assert found == [0, 0, 0]
    assert canaries > 0, "the search reads the memory: what is open is there"


@pytest.fixture(scope="module")
def screen() -> Iterator[Screen]:
    lacking = missing_tools()
    if lacking:
        pytest.skip(f"no virtual screen here: {', '.join(lacking)}")
    made = Screen()
    yield made
    made.end()


def rename_a_client(profile: Profile) -> None:
    """Give a client of the sidebar a name that stands nowhere in our source."""
    clock = FakeClock()
    desk = open_desk(profile, clock, around_of(clock, seed=8))
    [client] = desk.ids("client", code_name="Juniper")
    desk.do(EditClient(client, ClientFacts(CANARY, "Juniper", CANARY)))
    desk.close()


@pytest.mark.display
def test_after_lock_the_program_holds_neither_key_nor_client(screen: Screen, filled: Profile, tmp_path: Path) -> None:
    profile = copy_of(filled, tmp_path / "profile")
    keys = keys_of(profile)
    rename_a_client(profile)
    words = tmp_path / "passphrase"
    words.write_text(PASSPHRASE, encoding="utf-8")
    running = Running(screen, profile.folder, "--passphrase-file", str(words))
    try:
        running.window()
        pid = running.process.pid
        until("the open page", lambda: all(count_in_memory(pid, NEEDLES[:2])))
        assert count_in_memory(pid, keys) == [0, 0, 0]
        running.focus()
        screen.key("ctrl+l")
        until("an empty memory", lambda: not any(count_in_memory(pid, [*keys, *NEEDLES])))
        assert running.process.poll() is None, "it is locked, not gone"
        title = screen.out(["xdotool", "getwindowname", str(running.window())])
        assert title == "EngageDesk"
        locked = count_in_memory(pid, [b"EngageDesk", *keys, *NEEDLES])
        assert locked[0] > 0, "the locked window was searched"
        assert locked[1:] == [0] * (len(keys) + len(NEEDLES))
    finally:
        running.end()
