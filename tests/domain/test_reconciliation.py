from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagedesk.domain.ids import CodeId, EntryId
from engagedesk.domain.reconciliation import (
    SETTLED,
    Accepted,
    Action,
    OwnTime,
    Reason,
    ReconciledRow,
    RecordedTime,
    RowKey,
    is_stale,
    reconcile,
    standing_of,
)
from engagedesk.domain.states import EntryState

MON = date(2026, 11, 16)
TUE = MON + timedelta(days=1)
FRI = MON + timedelta(days=4)
A, B = "410118-10", "410220-20"
HOUR = 3600


def own(
    code: str = A,
    seconds: int = HOUR,
    *,
    day: date = MON,
    state: EntryState = EntryState.SUBMITTED,
    is_open: bool = True,
    number: int = 1,
) -> OwnTime:
    return OwnTime(EntryId(bytes([number]) * 16), day, code, seconds, state, is_open and bool(code))


def there(code: str = A, seconds: int = HOUR, *, day: date = MON, status: str = "posted") -> RecordedTime:
    return RecordedTime(day, code, seconds, status, code_id=CodeId(code.encode().ljust(16)))


def rows(
    mine: list[OwnTime],
    theirs: list[RecordedTime],
    *,
    as_of: date | None = FRI,
    accepted: dict[RowKey, Accepted] | None = None,
) -> tuple[ReconciledRow, ...]:
    sheet: dict[RowKey, int] = {}
    for one in mine:
        if one.is_open:
            key = RowKey(one.day, one.code)
            sheet[key] = sheet.get(key, 0) + one.seconds
    rounded = {key: (seconds + 450) // 900 * 900 for key, seconds in sheet.items()}
    return reconcile(mine, theirs, sheet=rounded, ticked={}, increment_s=900, as_of=as_of, accepted=accepted)


def only(mine: list[OwnTime], theirs: list[RecordedTime], **options: object) -> tuple[Reason, Action | None]:
    [row] = rows(mine, theirs, **options)  # type: ignore[arg-type]
    return row.reason, row.action


@pytest.mark.parametrize(
    ("mine", "theirs", "wanted"),
    [
        (own(state=EntryState.POSTED), there(), (Reason.AGREES, None)),
        (own(), there(), (Reason.POSTED, Action.MARK_POSTED)),
        (own(state=EntryState.DRAFT), there(), (Reason.POSTED, Action.MARK_POSTED)),
        (own(), there(status="Submitted"), (Reason.WAITING, None)),
        (own(), there(status="Rejected"), (Reason.REJECTED, Action.REOPEN_HERE)),
        (own(state=EntryState.DRAFT), there(status="Rejected"), (Reason.REJECTED, Action.COPY_LINE)),
        (own(state=EntryState.POSTED), there(status="Rejected"), (Reason.REJECTED, Action.ACCEPT)),
        (own(seconds=3_400), there(), (Reason.POSTED, Action.MARK_POSTED)),
        (own(seconds=3_400), there(seconds=2_700), (Reason.ROUNDING, Action.MARK_POSTED)),
        (own(seconds=3_400), there(seconds=3_240), (Reason.OTHER_INCREMENT, Action.MARK_POSTED)),
        (own(seconds=3_400, state=EntryState.POSTED), there(seconds=3_240), (Reason.OTHER_INCREMENT, Action.ACCEPT)),
        (own(seconds=2 * HOUR), there(), (Reason.LESS_THERE, Action.COPY_LINE)),
        (own(seconds=2 * HOUR, state=EntryState.POSTED), there(), (Reason.LESS_THERE, Action.ACCEPT)),
        (own(), there(seconds=2 * HOUR), (Reason.MORE_THERE, Action.BOOK_HERE)),
        (own(state=EntryState.POSTED), there(seconds=2 * HOUR), (Reason.MORE_THERE, Action.BOOK_HERE)),
        (own(), None, (Reason.MISSING_THERE, Action.COPY_LINE)),
        (own(state=EntryState.POSTED), None, (Reason.MISSING_THERE, Action.ACCEPT)),
        (own("", state=EntryState.DRAFT), None, (Reason.HELD_BACK, Action.CHOOSE_CODE)),
        (own(state=EntryState.DRAFT, is_open=False), None, (Reason.HELD_BACK, Action.CHOOSE_CODE)),
        (None, there(), (Reason.MISSING_HERE, Action.BOOK_HERE)),
        (None, there(seconds=-HOUR), (Reason.MISSING_HERE, Action.ACCEPT)),
        (None, there(status="Rejected"), (Reason.AGREES, None)),
        (own(), there(B), (Reason.DIFFERENT_CODE, Action.REOPEN_HERE)),
        (own("", state=EntryState.DRAFT), there(B), (Reason.DIFFERENT_CODE, Action.CHOOSE_CODE)),
        (own(state=EntryState.DRAFT), there(B), (Reason.DIFFERENT_CODE, Action.COPY_LINE)),
        (own(state=EntryState.POSTED), there(B), (Reason.DIFFERENT_CODE, Action.ACCEPT)),
        (own(), there(day=TUE), (Reason.DIFFERENT_DAY, Action.REOPEN_HERE)),
        (own(day=FRI + timedelta(days=1)), None, (Reason.AFTER_EXTRACT, None)),
    ],
)
def test_every_difference_has_one_reason_and_one_action(
    mine: OwnTime | None, theirs: RecordedTime | None, wanted: tuple[Reason, Action | None]
) -> None:
    assert only([mine] if mine else [], [theirs] if theirs else []) == wanted


def test_a_code_is_the_same_code_in_small_letters() -> None:
    assert only([own("bd-021")], [there("BD-021 ")]) == (Reason.POSTED, Action.MARK_POSTED)


def test_two_lines_that_would_both_fit_are_not_guessed() -> None:
    found = rows([own()], [there(B), there("520044-01")])
    assert sorted(row.reason for row in found) == [Reason.MISSING_HERE, Reason.MISSING_HERE, Reason.MISSING_THERE]


def test_what_reaches_over_midnight_is_marked_posted_on_its_own_day_only() -> None:
    late = own(number=7)
    rest = OwnTime(late.entry, TUE, A, HOUR, EntryState.SUBMITTED, part=True)
    first, second = rows([late, rest], [there(), there(day=TUE)])
    assert (first.action, first.entries) == (Action.MARK_POSTED, (late.entry,))
    assert (second.reason, second.entries) == (Reason.AGREES, ())


def test_an_accepted_difference_stays_settled_until_a_sum_changes() -> None:
    mine = [own(seconds=2 * HOUR, state=EntryState.POSTED)]
    note = {RowKey(MON, A): Accepted(2 * HOUR, HOUR, "Agreed with finance")}
    [row] = rows(mine, [there()], accepted=note)
    assert (row.reason, row.action, row.note) == (Reason.ACCEPTED, None, "Agreed with finance")
    assert only(mine, [there(seconds=1_800)], accepted=note) == (Reason.LESS_THERE, Action.ACCEPT)


def test_without_an_extract_nothing_is_held_against_anybody() -> None:
    assert only([own()], [], as_of=None) == (Reason.AFTER_EXTRACT, None)
    assert is_stale(None, MON)
    assert not is_stale(MON, MON + timedelta(days=7))
    assert is_stale(MON, MON + timedelta(days=8))


@pytest.mark.parametrize(
    ("word", "wanted"), [("", "posted"), ("Approved", "posted"), ("Abgelehnt", "rejected"), ("In progress", "waiting")]
)
def test_status_words_of_other_systems_are_understood(word: str, wanted: str) -> None:
    assert standing_of(word).value == wanted


MINE = st.builds(
    own,
    st.sampled_from([A, B, ""]),
    st.integers(-7_200, 30_000),
    day=st.sampled_from([MON, TUE, FRI]),
    state=st.sampled_from(EntryState),
    is_open=st.booleans(),
    number=st.integers(1, 200),
)
THEIRS = st.builds(
    there,
    st.sampled_from([A, B, "520044-01"]),
    st.integers(-40, 40).map(lambda n: n * 360),
    day=st.sampled_from([MON, TUE, FRI]),
    status=st.sampled_from(["posted", "Rejected", "Submitted", ""]),
)


@given(st.lists(MINE, max_size=8), st.lists(THEIRS, max_size=8), st.sampled_from([None, MON, FRI]))
def test_every_second_stands_in_exactly_one_row(
    mine: list[OwnTime], theirs: list[RecordedTime], as_of: date | None
) -> None:
    found = rows(mine, theirs, as_of=as_of)
    assert sum(row.worked_s for row in found) == sum(one.seconds for one in mine)
    assert sum(row.recorded_s + row.rejected_s for row in found) == sum(line.seconds for line in theirs)
    assert len({row.key for row in found}) == len(found)
    for row in found:
        assert (row.action is None) == (row.reason in SETTLED)


@given(st.lists(MINE, max_size=8), st.lists(THEIRS, max_size=8))
def test_no_action_touches_posted_time(mine: list[OwnTime], theirs: list[RecordedTime]) -> None:
    posted = {one.entry for one in mine if one.state is EntryState.POSTED}
    others = {one.entry for one in mine if one.state is not EntryState.POSTED}
    for row in rows(mine, theirs):
        assert not set(row.entries) & (posted - others)
