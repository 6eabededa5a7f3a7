"""The eyes and hands of a story, on a window that makes it hard for them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.running import Running
from tests.e2e.screen import Screen

pytestmark = [pytest.mark.display, pytest.mark.timeout(600)]


@pytest.fixture
def bench(screen: Screen, tmp_path: Path) -> Iterator[Running]:
    bench = Running(screen, tmp_path / "bench", module="tests.e2e.bench")
    yield bench
    assert bench.process.poll() is None, bench.said
    bench.end()
    assert bench.said == ""


def test_a_click_hits_although_a_bar_goes_and_moves_everything_up(bench: Running) -> None:
    bench.click_on("More", until=bench.menu_is_open)
    bench.choose("Second")
    bench.read("Chosen: Second")


def test_a_click_that_did_nothing_is_made_again(bench: Running) -> None:
    bench.again_after_s = 0.5
    bench.click_on("Sleepy", until=lambda: bench.sight().reads("Awake"))


def test_a_line_of_a_menu_is_found_by_keys_too(bench: Running) -> None:
    bench.click_on("More", until=bench.menu_is_open)
    bench.choose_by_keys("Third")
    bench.read("Chosen: Third")


def test_what_is_scrolled_away_is_brought_into_sight_both_ways(bench: Running) -> None:
    bench.click_on("Row 57", until=lambda: bench.sight().reads("Chosen: Row 57"))
    bench.click_on("Row 1", until=lambda: bench.sight().reads("Chosen: Row 1"))


def test_what_is_typed_is_read_back_and_may_replace_what_was_there(bench: Running) -> None:
    bench.click_on("Word", until=lambda: bench.has_keyboard("Word"))
    bench.type(" and new", into="Word")
    bench.read("old words and new")
    bench.type("only new", into="Word", instead=True)
    bench.read("only new")


def test_a_drag_goes_from_place_to_place_and_is_seen_on_its_way(bench: Running) -> None:
    bench.read("Nothing yet")
    bench.until("the bar to go", lambda seen: seen.one("A bar that goes by itself") is None)
    bench.drag(bench.point("Pad", across=0.1, down=0.2), bench.point("Pad", across=0.9, down=0.8))
    bench.read("Pad: 1,2 to 9,8 over True")
