"""What only whole processes show: exit status, one JSON document, closed outputs, queues, the hand-over."""

from __future__ import annotations

import json
import os
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from engagedesk.models.profile_lock import ProfileLock
from engagedesk.paths import LONGEST_SOCKET_PATH, Profile
from engagedesk.services.handover import HandoverServer, Request, Writer, hand_over, key_file
from tests.cli.conftest import LAUNCHER, OPEN_WINDOW, PASSPHRASE, CommandLine, start_python

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals, pipes and sockets of POSIX")


def _unheard(_text: str) -> None:
    return None


@contextmanager
def window(profile: Profile, state: str = "open") -> Iterator[subprocess.Popen[str]]:
    process = start_python(OPEN_WINDOW, (str(profile.folder), PASSPHRASE, state), stdin=subprocess.PIPE, stderr=None)
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    try:
        yield process
    finally:
        process.communicate(timeout=30)


def test_twelve_commands_at_once_each_get_their_turn(ed: CommandLine) -> None:
    started = [ed.start("--json", "entry", "add", f"{hour}:00-{hour}:30", "harrow") for hour in range(5, 17)]
    said = [(process.communicate(timeout=90), process.returncode) for process in started]
    assert [status for _, status in said] == [0] * 12, [err for (_, err), _ in said]
    ids = {json.loads(out)["id"] for (out, _), _ in said}
    listed = ed.json("entry", "list", "--from", "2000-01-01", "--to", "2100-01-01")
    assert {row["id"] for row in listed} == ids
    assert len(ids) == 12


@pytest.mark.parametrize("words", [("timer", "bogus"), ("timer", "stop"), ("entry", "add", b"1h", b"harrow \xff\xfe")])
def test_json_is_exactly_one_document_whatever_happens(ed: CommandLine, words: tuple[str | bytes, ...]) -> None:
    said = ed.process("--json", *words)
    assert said.status in (2, 3)
    assert set(said.error) == {"kind", "title", "detail", "hint"}
    assert said.err.startswith("error: ")


def test_a_reader_that_has_had_enough_is_no_error(ed: CommandLine) -> None:
    read, write = os.pipe()
    os.close(read)
    process = ed.start("engagement", "list", stdout=write)
    os.close(write)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "")


def test_closed_outputs_are_no_error(ed: CommandLine) -> None:
    words = ["--profile", str(ed.profile.folder), "--passphrase-file", str(ed.passphrase_file), "engagement", "list"]
    started = start_python(Path("/dev/stdin"), [], stdin=subprocess.PIPE)
    script = "import os, sys, runpy\nos.close(1)\nos.close(2)\nsys.stdout = sys.stderr = None\n"
    script += f"sys.argv = ['x', *{words!r}]\n"
    script += f"runpy.run_path({str(LAUNCHER)!r}, run_name='__main__')\n"
    started.communicate(script, timeout=60)
    assert started.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_output_on_a_full_disk_is_an_error(ed: CommandLine) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        process = ed.start("engagement", "list", stdout=full)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 4
    assert err.startswith("error: The output cannot be written")


def test_a_passphrase_nobody_can_give_is_exit_4(ed: CommandLine) -> None:
    process = start_python(LAUNCHER, ("--json", "--profile", str(ed.profile.folder), "timer", "status"))
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 4
    assert "--passphrase-file" in json.loads(out)["error"]["hint"]


def test_an_open_window_does_the_command_and_its_answer_comes_back(ed: CommandLine, tmp_path: Path) -> None:
    with window(ed.profile):
        none = tmp_path / "no-such-passphrase-file"
        added = ed("--json", "entry", "add", "-30", "harrow", "calls", passphrase_file=none)
        assert (added.status, added.err) == (0, "")
        assert added.document["narrative"] == "calls"
        assert ed.json("entry", "list", "--from", "2026-01-01", "--to", "2100-01-01")[0]["id"] == added.document["id"]
        assert ed.refused("timer", "stop")["title"] == "No timer is running"
        assert ed.refused("timer", "bogus", status=2)["kind"] == "usage"
        assert ed("week", "sheet", "-o", str(tmp_path / "sheet.csv")).status == 0
        assert ed("check").document["ok"] is True
        assert ed.json("backup")["rows"] > 10
        assert ed.refused("init")["title"] == "There is a store already"
        new = tmp_path / "new"
        new.write_text("other words", encoding="utf-8")
        ed.done("passphrase", "change", "--new-passphrase-file", str(new))
    assert (tmp_path / "sheet.csv").exists()
    assert not key_file(ed.profile).exists()
    assert not Path(ed.profile.hand_over_address).exists()
    assert ed("timer", "status", passphrase_file=new).status == 0


def test_files_are_named_from_where_the_person_stands_not_the_window(ed: CommandLine, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with window(ed.profile):
        said = ed.process("week", "sheet", "-o", "mine.csv", cwd=elsewhere)
    assert said.status == 0, said.err
    assert (elsewhere / "mine.csv").exists()


def test_a_locked_window_answers_locked(ed: CommandLine) -> None:
    with window(ed.profile, "locked"):
        error = ed.refused("timer", "status", status=4)
        assert error["kind"] == "locked"
        assert ed("check").document["ok"] is False


def test_a_second_window_raises_the_first(ed: CommandLine) -> None:
    with window(ed.profile) as process:
        status = hand_over(ed.profile, Request("raise"), out=_unheard, err=_unheard)
        assert process.stdout is not None
        assert (status, process.stdout.readline()) == (0, "raised\n")


def test_the_socket_of_a_killed_window_is_in_nobodys_way(ed: CommandLine) -> None:
    with window(ed.profile) as process:
        process.kill()
        process.wait(timeout=30)
        assert Path(ed.profile.hand_over_address).exists()
        assert ed("timer", "status").status == 0
    with window(ed.profile):
        assert ed("timer", "status").status == 0


def test_only_who_knows_the_windows_key_is_served(profile: Profile) -> None:
    served: list[Request] = []

    def serve(request: Request, _writer: Writer) -> int:
        served.append(request)
        return 0

    profile.make_folder()
    with ProfileLock.acquire(profile.lock):
        server = HandoverServer(profile, serve)
        server.start()
        try:
            assert key_file(profile).stat().st_mode & 0o777 == 0o600
            key = key_file(profile).read_bytes()
            key_file(profile).write_bytes(bytes(32))
            assert hand_over(profile, Request("run", ("timer", "stop")), out=_unheard, err=_unheard) is None
            key_file(profile).write_bytes(key)
            assert hand_over(profile, Request("run", ("timer", "stop")), out=_unheard, err=_unheard) == 0
        finally:
            assert server.stop()
    assert [request.argv for request in served] == [("timer", "stop")]


def test_output_comes_back_whole_and_in_order(profile: Profile) -> None:
    text = "line é 会計 \udcff\n" * 20_000

    def serve(request: Request, writer: Writer) -> int:
        writer.out(text)
        writer.err(f"{request.cwd} {request.secrets['new']} {request.width}")
        return 3

    out: list[str] = []
    err: list[str] = []
    profile.make_folder()
    server = HandoverServer(profile, serve)
    server.start()
    try:
        request = Request("run", ("a\udcff",), "/tmp/ü", {"new": "s"}, 80)
        assert hand_over(profile, request, out=out.append, err=err.append) == 3
    finally:
        server.stop()
    assert "".join(out) == text
    assert "".join(err) == "/tmp/ü s 80"


def test_a_folder_whose_socket_would_be_too_long_is_reached_all_the_same(tmp_path: Path) -> None:
    profile = Profile(tmp_path / ("x" * LONGEST_SOCKET_PATH) / "profile")
    profile.make_folder()
    assert profile.socket_path_too_long
    server = HandoverServer(profile, lambda _request, _writer: 7)
    server.start()
    try:
        assert hand_over(profile, Request("raise"), out=_unheard, err=_unheard) == 7
    finally:
        assert server.stop()
    assert list(profile.folder.iterdir()) == []


@pytest.mark.expects_log("engagedesk.services.handover", "failed")
def test_a_fault_in_a_windows_handler_is_answered_reported_and_does_not_end_the_server(
    profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught: list[type[BaseException]] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: caught.append(args.exc_type))

    def serve(_request: Request, _writer: Writer) -> int:
        raise ZeroDivisionError

    profile.make_folder()
    server = HandoverServer(profile, serve)
    server.start()
    try:
        for _ in range(2):
            assert hand_over(profile, Request("raise"), out=_unheard, err=_unheard) == 70
    finally:
        assert server.stop()
    assert caught == [ZeroDivisionError] * 2
