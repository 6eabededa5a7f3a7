"""Looks at the window in front become stretches: merged while it stays, ended when it changes, cut by a sleep."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from engagedesk.domain.activity import LOOK_EVERY_S, LOST_AFTER_S, Stretch, Trail
from engagedesk.domain.ids import EngagementId
from engagedesk.domain.redaction import KeptTitle

AUDIT = EngagementId(bytes(16))
SHEET, MAIL = KeptTitle("soffice", "Alder walkthroughs", AUDIT), KeptTitle("mail", "Inbox", None)
NOW = 1_795_190_400


def seen(*looks: tuple[int, KeptTitle | None]) -> Trail:
    trail = Trail()
    for at_s, kept in looks:
        trail = trail.look(kept, NOW + at_s)
    return trail


def spans(trail: Trail) -> list[tuple[int, int, str]]:
    return [(s.start_utc - NOW, s.end_utc - NOW, s.title) for s in trail.to_store()]


def test_a_window_that_stays_is_one_stretch() -> None:
    assert spans(seen((0, SHEET), (15, SHEET), (30, SHEET))) == [(0, 30, "Alder walkthroughs")]


def test_another_window_ends_it_where_it_was_first_seen() -> None:
    assert spans(seen((0, SHEET), (15, SHEET), (30, MAIL), (45, MAIL))) == [
        (0, 30, "Alder walkthroughs"),
        (30, 45, "Inbox"),
    ]


def test_what_may_not_be_kept_leaves_a_hole() -> None:
    assert spans(seen((0, SHEET), (15, None), (30, None), (45, SHEET), (60, SHEET))) == [
        (0, 15, "Alder walkthroughs"),
        (45, 60, "Alder walkthroughs"),
    ]


def test_a_sleep_between_two_looks_is_nobodys_time() -> None:
    assert spans(seen((0, SHEET), (15, SHEET), (8_000, SHEET), (8_015, SHEET))) == [
        (0, 15, "Alder walkthroughs"),
        (8_000, 8_015, "Alder walkthroughs"),
    ]


def test_a_clock_that_was_set_back_makes_no_stretch_backwards() -> None:
    trail = seen((0, SHEET), (15, SHEET), (-600, SHEET), (-585, SHEET))
    assert all(s.end_utc >= s.start_utc for s in trail.to_store())


def test_stored_stretches_are_stored_once_and_the_going_one_grows() -> None:
    trail = seen((0, SHEET), (15, MAIL), (30, MAIL)).stored().look(MAIL, NOW + 45)
    assert trail.to_store() == (Stretch(NOW + 15, NOW + 45, "mail", "Inbox", None),)


@given(st.lists(st.tuples(st.integers(1, 4 * LOST_AFTER_S), st.sampled_from([SHEET, MAIL, None])), max_size=30))
def test_stretches_never_overlap_and_claim_no_time_that_was_not_looked_at(
    steps: list[tuple[int, KeptTitle | None]],
) -> None:
    at, trail, reach = NOW, Trail(), 0
    for step, kept in steps:
        reach += min(step, LOST_AFTER_S)
        at += step
        trail = trail.look(kept, at)
    found = trail.to_store()
    assert all(one.end_utc <= two.start_utc for one, two in pairwise(found))
    assert sum(s.end_utc - s.start_utc for s in found) <= reach + LOOK_EVERY_S
