"""Every guard of tests/conftest.py can fail: one run of bad tests, each of which must be caught, and of good ones."""

from __future__ import annotations

import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

BAD_TESTS = """
import logging, socket, threading, warnings
import pytest

release = threading.Event()


def test_logs_a_warning():
    logging.getLogger("engagedesk.store").warning("store.surprise")


@pytest.mark.expects_log("engagedesk.store", "surprise")
def test_logs_an_announced_warning():
    logging.getLogger("engagedesk.store").warning("store.surprise")


@pytest.mark.expects_log("engagedesk.store", "surprise")
def test_logs_another_warning_than_announced():
    logging.getLogger("engagedesk.store").warning("store.trouble")


@pytest.mark.expects_log("engagedesk.store", "surprise")
def test_never_logs_what_it_announced():
    pass


def test_warns_in_python():
    warnings.warn("old way", DeprecationWarning)


def test_leaves_a_thread():
    threading.Thread(target=release.wait, name="lingerer", daemon=True).start()


def test_ends_its_thread():
    thread = threading.Thread(target=lambda: None)
    thread.start()
    thread.join()


def test_lets_a_thread_die_of_an_error():
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()


def test_connects_beyond_loopback():
    with socket.socket() as sock:
        sock.settimeout(0.1)
        sock.connect(("192.0.2.1", 9))


def test_looks_up_a_name_and_hides_the_refusal():
    try:
        socket.getaddrinfo("example.invalid", 80)
    except RuntimeError:
        pass


def test_sends_a_datagram_beyond_loopback():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.sendto(b"x", ("192.0.2.1", 9))


def test_talks_over_loopback(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(("localhost", server.getsockname()[1])).close()


def test_qt_warns(qapp):
    from PySide6.QtCore import qWarning
    qWarning("a widget complains")


@pytest.fixture
def noisy_farewell(qapp):
    yield
    from PySide6.QtCore import qWarning
    qWarning("a widget complains late")


def test_qt_warns_when_a_fixture_goes(noisy_farewell):
    pass


@pytest.mark.expects_log("qt", "complains")
def test_qt_warns_as_announced(qapp):
    from PySide6.QtCore import qWarning
    qWarning("a widget complains")


def test_leaves_a_timer(qapp):
    from PySide6.QtCore import QTimer
    global timer
    timer = QTimer(objectName="ticker")
    timer.start(60_000)


def test_stops_its_timer(qapp):
    from PySide6.QtCore import QTimer
    timer = QTimer()
    timer.start(60_000)
    timer.stop()


def test_drops_a_window_with_a_timer(qtbot):
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QWidget
    window = QWidget()
    qtbot.addWidget(window)
    QTimer(window).start(60_000)
    window.show()


def test_leaves_a_qthread(qapp):
    from PySide6.QtCore import QThread
    global qthread
    qthread = QThread(objectName="worker")
    qthread.start()


def test_ends_its_qthread(qapp):
    global qthread
    qthread.quit()
    qthread.wait()


def test_has_the_house_fixtures(clock, ids, profile):
    before = clock.now_s()
    clock.advance(hours=1)
    assert clock.now_s() - before == 3600
    assert ids() != ids()
    assert not profile.folder.exists()
"""

CAUGHT = {
    "test_logs_a_warning": "unexpected log record: engagedesk.store: WARNING store.surprise",
    "test_logs_another_warning_than_announced": "unexpected log record: engagedesk.store: WARNING store.trouble",
    "test_never_logs_what_it_announced": "expected log record never came: engagedesk.store: surprise",
    "test_warns_in_python": "DeprecationWarning",
    "test_leaves_a_thread": "leftover thread: lingerer",
    "test_lets_a_thread_die_of_an_error": "ZeroDivisionError",
    "test_connects_beyond_loopback": "network beyond loopback: socket.connect 192.0.2.1",
    "test_looks_up_a_name_and_hides_the_refusal": "network beyond loopback: socket.getaddrinfo example.invalid",
    "test_sends_a_datagram_beyond_loopback": "network beyond loopback: socket.sendto 192.0.2.1",
    "test_qt_warns": "unexpected log record: qt: a widget complains",
    "test_qt_warns_when_a_fixture_goes": "unexpected log record: qt: a widget complains late",
    "test_leaves_a_timer": "leftover timer: QTimer ticker every 60000 ms",
    "test_leaves_a_qthread": "leftover QThread: QThread worker",
}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the run said of each test: nothing where it passed, else the words of its failures and errors."""
    folder = tmp_path_factory.mktemp("guarded")
    (folder / "tests").mkdir()
    for name in ("conftest.py", "guards.py", "fake_clock.py", "patience.py"):
        shutil.copy(ROOT / "tests" / name, folder / "tests" / name)
    shutil.copy(ROOT / "pyproject.toml", folder / "pyproject.toml")
    (folder / "tests" / "test_bad.py").write_text(BAD_TESTS, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--junitxml=report.xml", "tests/test_bad.py"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1, run.stdout + run.stderr
    said: dict[str, str] = {}
    for case in ET.parse(folder / "report.xml").iter("testcase"):
        words = [f"{part.get('message')}\n{part.text}" for part in case if part.tag in {"failure", "error"}]
        name = str(case.get("name"))
        said[name] = said.get(name, "") + "\n".join(words)
    return said


@pytest.mark.parametrize(("test", "words"), CAUGHT.items())
def test_the_guard_catches(outcomes: dict[str, str], test: str, words: str) -> None:
    assert words in outcomes[test]


def test_the_guards_leave_good_tests_alone(outcomes: dict[str, str]) -> None:
    assert {name: said for name, said in outcomes.items() if said and name not in CAUGHT} == {}


def test_every_bad_test_was_run(outcomes: dict[str, str]) -> None:
    assert len(outcomes) == BAD_TESTS.count("\ndef test_")
