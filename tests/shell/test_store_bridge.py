"""The door to the store thread: answers on the GUI thread, in order, only to those who are still there."""

from __future__ import annotations

import threading
from collections.abc import Callable

import shiboken6
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from engagedesk.errors import StoreCorrupt, UserError
from engagedesk.models.engagements import Client
from engagedesk.services.changes import Changes
from engagedesk.services.commands.engagements import AddClient, ClientFacts
from engagedesk.services.workspace import Workspace
from engagedesk.ui.store_bridge import Ending, Request, StoreBridge
from tests.shell.conftest import Owner


def test_work_runs_in_the_store_thread_and_its_answer_on_the_gui_thread(qtbot: QtBot, bridge: StoreBridge) -> None:
    owner, answered_in = Owner(), []

    def answer(ran_in: str) -> None:
        answered_in.append(threading.current_thread())
        owner.hear(ran_in)

    bridge.ask(owner, lambda _: threading.current_thread().name, answer)
    qtbot.waitUntil(lambda: bool(owner.heard))
    assert owner.heard == ["store"]
    assert answered_in == [threading.main_thread()]


def test_answers_come_in_the_order_in_which_the_work_was_asked_for(qtbot: QtBot, bridge: StoreBridge) -> None:
    owner = Owner()
    for number in range(50):
        bridge.ask(owner, lambda _, n=number: n, owner.hear)  # type: ignore[misc]  # the default binds the number
    qtbot.waitUntil(lambda: len(owner.heard) == 50)
    assert owner.heard == list(range(50))


def test_an_owner_that_is_gone_hears_nothing(qtbot: QtBot, bridge: StoreBridge) -> None:
    gone, there, released = Owner(), Owner(), threading.Event()
    request = bridge.ask(gone, lambda _: released.wait(60), gone.hear)
    shiboken6.delete(gone)
    released.set()
    bridge.ask(there, lambda _: "later", there.hear)
    qtbot.waitUntil(lambda: there.heard == ["later"])
    assert gone.heard == []
    assert request.ending is Ending.OWNER_GONE


def test_a_newer_request_of_a_topic_overtakes_the_older_one(qtbot: QtBot, bridge: StoreBridge) -> None:
    owner, released = Owner(), threading.Event()
    bridge.ask(owner, lambda _: (released.wait(60), "old")[1], owner.hear, topic="day")
    bridge.ask(owner, lambda _: "new", owner.hear, topic="day")
    released.set()
    qtbot.waitUntil(lambda: bool(owner.heard))
    bridge.ask(owner, lambda _: "last", owner.hear)
    qtbot.waitUntil(lambda: "last" in owner.heard)
    assert owner.heard == ["new", "last"]


def test_an_error_goes_to_whoever_takes_it_and_else_to_the_window(qtbot: QtBot, bridge: StoreBridge) -> None:
    def refuse(_workspace: Workspace) -> None:
        raise UserError("undo.nothing")

    owner, window = Owner(), Owner()
    bridge.failed.connect(window.hear)
    bridge.ask(owner, refuse, owner.hear, failed=lambda error: owner.hear(error.code))
    bridge.ask(owner, refuse, owner.hear)
    qtbot.waitUntil(lambda: bool(window.heard))
    assert owner.heard == ["undo.nothing"]
    assert [str(error) for error in window.heard] == ["undo.nothing"]


def test_a_bug_in_the_work_is_no_answer_and_no_error_of_the_store(qtbot: QtBot, bridge: StoreBridge) -> None:
    def stumble(_workspace: Workspace) -> None:
        raise ZeroDivisionError

    owner = Owner()
    with qtbot.waitSignal(bridge.bug) as caught:
        bridge.ask(owner, stumble, owner.hear, failed=owner.hear)
    assert isinstance(caught.args[0], ZeroDivisionError)
    assert owner.heard == []


def test_everyone_hears_of_a_commit_and_who_asked_for_it(qtbot: QtBot, bridge: StoreBridge) -> None:
    owner = Owner()
    with qtbot.waitSignal(bridge.changed) as caught:
        bridge.execute(owner, AddClient(ClientFacts("Kestrel Holdings SE")), owner.hear)
    changes, initiator = caught.args
    assert isinstance(changes, Changes)
    assert changes.touches("client")
    assert initiator is owner


def test_progress_is_thinned_out_but_its_end_is_always_told(qtbot: QtBot, bridge: StoreBridge) -> None:
    owner = Owner()

    def count(request: Request[str]) -> str:
        for done in range(1, 5_001):
            request.report(done, 5_000)
        return "done"

    told: list[tuple[int, int]] = []
    bridge.aside(owner, count, owner.hear, progress=lambda done, whole: told.append((done, whole)))
    qtbot.waitUntil(lambda: owner.heard == ["done"])
    assert told[-1] == (5_000, 5_000)
    assert len(told) < 100


def test_work_that_is_cancelled_stops_and_says_so(qtbot: QtBot, bridge: StoreBridge) -> None:
    owner, begun = Owner(), threading.Event()

    def work(request: Request[str]) -> str:
        begun.set()
        while not request.cancelled():
            begun.wait(0.001)
        raise UserError("import.cancelled")

    request = bridge.aside(owner, work, owner.hear, failed=lambda error: owner.hear(error.code))
    assert begun.wait(60)
    request.cancel()
    qtbot.waitUntil(lambda: owner.heard == ["import.cancelled"])


def test_a_store_that_does_not_open_says_why(qtbot: QtBot) -> None:
    def damaged() -> Workspace:
        raise StoreCorrupt("store.damaged")

    bridge = StoreBridge(damaged)
    with qtbot.waitSignal(bridge.open_failed) as caught:
        bridge.start()
    assert caught.args[0].code == "store.damaged"
    assert not bridge.is_open
    bridge.wait_closed()


def test_closing_finishes_what_is_queued_and_then_says_so(qtbot: QtBot, opener: Callable[[], Workspace]) -> None:
    bridge = StoreBridge(opener)
    with qtbot.waitSignal(bridge.opened):
        bridge.start()
    done: list[int] = []
    for number in range(20):
        bridge.thread_of_store.submit(1, lambda _, n=number: done.append(n))  # type: ignore[arg-type, misc]
    with qtbot.waitSignal(bridge.closed):
        bridge.close()
    assert done == list(range(20))


def test_what_was_asked_to_be_done_is_done_although_the_program_ends(
    qtbot: QtBot, opener: Callable[[], Workspace]
) -> None:
    bridge, owner, released = StoreBridge(opener), Owner(), threading.Event()
    with qtbot.waitSignal(bridge.opened):
        bridge.start()
    bridge.ask(owner, lambda _: released.wait(60))
    bridge.execute(owner, AddClient(ClientFacts("Quarrendon")))
    shown = bridge.ask(owner, lambda _: "rows", owner.hear)
    with qtbot.waitSignal(bridge.closed):
        bridge.close()
        released.set()
    assert shown.cancelled(), "nobody looks at it any more"
    workspace = opener()
    try:
        assert "Quarrendon" in workspace.read(lambda session: set(session.scalars(select(Client.name))))
    finally:
        workspace.close()
