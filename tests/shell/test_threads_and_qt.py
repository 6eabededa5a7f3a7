"""Threads and Qt objects: no other thread touches one, neither to speak nor to destroy it."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from engagedesk.paths import Profile
from engagedesk.ui.collector import Collector
from engagedesk.ui.mailbox import Mailbox
from tests.shell.conftest import Owner, Started


class Ring(QObject):
    """A Qt object that refers to itself, as pages and controllers do through their bound methods."""

    def __init__(self) -> None:
        super().__init__()
        self.takes = {"again": self.again}

    def again(self) -> None:
        return None


def busy_elsewhere(enough: Callable[[], bool]) -> None:
    """Allocate in another thread what would make the collector run there."""

    def work() -> None:
        kept: list[list[int]] = []
        for number in range(200_000):
            kept.append([number])
            if enough():
                return

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def test_a_busy_thread_never_destroys_a_qt_object_that_the_window_dropped(qtbot: QtBot) -> None:
    gc.enable()
    collector, gone_in = Collector(), list[threading.Thread]()
    try:
        ring = Ring()
        weakref.finalize(ring, lambda: gone_in.append(threading.current_thread()))
        del ring
        busy_elsewhere(lambda: bool(gone_in))
        assert gone_in == []
        collector.look()
        for _ in range(20):
            busy_elsewhere(lambda: False)
            collector.look()
        gc.collect()
        assert gone_in == [threading.main_thread()]
    finally:
        collector.end()


def test_the_program_collects_in_its_own_thread_while_it_lives_and_not_longer(
    start: Callable[..., Started], made: Profile
) -> None:
    gc.enable()
    started = start(made)
    started.open()
    assert not gc.isenabled()
    collector = started.program.findChild(Collector)
    assert collector is not None
    started.qtbot.waitUntil(lambda: collector.looks)
    started.program.end()
    assert not collector.looks
    assert gc.isenabled()


def test_the_collector_takes_what_is_due_by_pythons_own_thresholds() -> None:
    collector = Collector()
    try:
        gc.collect()
        kept = [[number] for number in range(gc.get_threshold()[0] * 3)]
        assert gc.get_count()[0] > gc.get_threshold()[0]
        collector.look()
        assert gc.get_count()[0] < gc.get_threshold()[0]
        assert len(kept) == gc.get_threshold()[0] * 3
    finally:
        collector.end()


def test_messages_of_many_threads_all_arrive_on_the_gui_thread_in_each_threads_order(qtbot: QtBot) -> None:
    mailbox, heard, threads_heard_in = Mailbox(), list[tuple[int, int]](), set[threading.Thread]()

    def take(message: tuple[int, int]) -> None:
        heard.append(message)
        threads_heard_in.add(threading.current_thread())

    mailbox.arrived.connect(take)
    post = mailbox.post

    def say(who: int) -> None:
        for number in range(500):
            post.send((who, number))

    threads = [threading.Thread(target=say, args=(who,)) for who in range(4)]
    for thread in threads:
        thread.start()
    qtbot.waitUntil(lambda: len(heard) == 2000)
    for thread in threads:
        thread.join()
    for who in range(4):
        assert [number for one, number in heard if one == who] == list(range(500))
    assert threads_heard_in == {threading.main_thread()}
    mailbox.close()


def test_what_is_said_after_the_mailbox_closed_is_dropped(qtbot: QtBot) -> None:
    mailbox, owner = Mailbox(), Owner()
    mailbox.arrived.connect(owner.hear)
    post = mailbox.post
    post.send("in time")
    qtbot.waitUntil(lambda: owner.heard == ["in time"])
    post.send("too late for this one")
    mailbox.close()
    mailbox.deleteLater()
    post.send("and for this")
    qtbot.wait(1)
    assert owner.heard == ["in time"]


def test_a_message_that_makes_its_taker_stumble_keeps_none_of_the_others_back(qtbot: QtBot) -> None:
    mailbox, heard = Mailbox(), list[object]()

    def take(message: object) -> None:
        heard.append(message)
        if message == "first":
            raise ZeroDivisionError

    mailbox.arrived.connect(take)
    with qtbot.captureExceptions() as caught:
        for message in ("first", "second"):
            mailbox.post.send(message)
        qtbot.waitUntil(lambda: heard == ["first", "second"])
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    mailbox.close()
