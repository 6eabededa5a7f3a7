from __future__ import annotations

from datetime import date

import pytest

from engagedesk.domain import entry
from engagedesk.domain.entry import EntryFacts, EntryStep, Lack
from engagedesk.domain.firm_profile import FirmProfile, RequiredField
from engagedesk.domain.ids import EntryId
from engagedesk.domain.states import CodeStanding, EntryState
from engagedesk.errors import UserError

ID = EntryId(b"e" * 16)
GOOD = EntryFacts(3600, CodeStanding.OPEN, "Review of notes")


def test_an_entry_goes_from_draft_to_posted_and_back_only_by_return_or_recall() -> None:
    state = EntryState.DRAFT
    for step, expected in (
        (EntryStep.MARK_READY, EntryState.READY),
        (EntryStep.SUBMIT, EntryState.SUBMITTED),
        (EntryStep.RECALL, EntryState.READY),
        (EntryStep.SUBMIT, EntryState.SUBMITTED),
        (EntryStep.RETURN, EntryState.RETURNED),
        (EntryStep.MARK_READY, EntryState.READY),
        (EntryStep.SUBMIT, EntryState.SUBMITTED),
        (EntryStep.POST, EntryState.POSTED),
    ):
        state = entry.next_state(state, step, reason="wrong week")
        assert state is expected


@pytest.mark.parametrize("step", EntryStep)
def test_posted_time_goes_nowhere(step: EntryStep) -> None:
    assert not entry.can_step(EntryState.POSTED, step)
    with pytest.raises(UserError, match=r"entry\.transition"):
        entry.next_state(EntryState.POSTED, step, reason="because")


def test_time_is_returned_with_a_reason_only() -> None:
    with pytest.raises(UserError, match=r"entry\.return_needs_reason"):
        entry.next_state(EntryState.SUBMITTED, EntryStep.RETURN, reason="  ")


def test_submitted_and_posted_time_is_not_edited_nor_deleted() -> None:
    for state in (EntryState.DRAFT, EntryState.READY, EntryState.RETURNED):
        entry.check_editable(state)
    with pytest.raises(UserError, match=r"entry\.locked_submitted"):
        entry.check_deletable(EntryState.SUBMITTED, running=False)
    with pytest.raises(UserError, match=r"entry\.locked_posted"):
        entry.check_editable(EntryState.POSTED)
    with pytest.raises(UserError, match=r"entry\.delete_running"):
        entry.check_deletable(EntryState.DRAFT, running=True)


def test_what_was_ready_is_a_draft_again_once_it_is_edited() -> None:
    assert entry.state_after_edit(EntryState.READY) is EntryState.DRAFT
    assert entry.state_after_edit(EntryState.RETURNED) is EntryState.RETURNED


def test_posted_time_is_taken_back_by_a_negative_duration_that_names_it() -> None:
    back = entry.reverse(
        ID,
        EntryState.POSTED,
        work_day=date(2026, 9, 30),
        seconds=5400,
        reason=" wrong client ",
        is_reversal=False,
        already_reversed=False,
    )
    assert (back.seconds, back.reverses, back.work_day, back.reason) == (-5400, ID, date(2026, 9, 30), "wrong client")


@pytest.mark.parametrize(
    ("state", "is_reversal", "already", "reason", "code"),
    [
        (EntryState.SUBMITTED, False, False, "x", r"entry\.reverse_not_posted"),
        (EntryState.POSTED, True, False, "x", r"entry\.reverse_reversal"),
        (EntryState.POSTED, False, True, "x", r"entry\.already_reversed"),
        (EntryState.POSTED, False, False, "", r"entry\.reverse_needs_reason"),
    ],
)
def test_a_reversal_is_refused_where_it_makes_no_sense(
    state: EntryState, is_reversal: bool, already: bool, reason: str, code: str
) -> None:
    with pytest.raises(UserError, match=code):
        entry.reverse(
            ID,
            state,
            work_day=date(2026, 9, 30),
            seconds=60,
            reason=reason,
            is_reversal=is_reversal,
            already_reversed=already,
        )


@pytest.mark.parametrize(
    ("start", "end", "code"),
    [(10, 9, r"entry\.ends_before_start"), (10, 10, r"entry\.no_time"), (0, 86_401, r"entry\.too_long")],
)
def test_typed_spans_have_limits(start: int, end: int, code: str) -> None:
    with pytest.raises(UserError, match=code):
        entry.check_span(start, end)


@pytest.mark.parametrize(
    ("seconds", "code"), [(-1, r"entry\.negative"), (0, r"entry\.no_time"), (86_401, r"entry\.too_long")]
)
def test_typed_durations_have_limits(seconds: int, code: str) -> None:
    with pytest.raises(UserError, match=code):
        entry.check_duration(seconds)


def test_texts_beyond_what_is_kept_are_refused() -> None:
    entry.check_texts("x" * entry.NARRATIVE_LIMIT, "y" * entry.ACTIVITY_LIMIT)
    with pytest.raises(UserError, match=r"entry\.narrative_too_long"):
        entry.check_texts("x" * (entry.NARRATIVE_LIMIT + 1), "")
    with pytest.raises(UserError, match=r"entry\.activity_too_long"):
        entry.check_texts("", "y" * (entry.ACTIVITY_LIMIT + 1))


PROFILE = FirmProfile(
    required=frozenset(RequiredField), narrative_min=5, narrative_max=30, forbidden_words=("various", "n/a")
)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (EntryFacts(3600, CodeStanding.OPEN, "Review of notes", "EQR", has_task=True), ()),
        (EntryFacts(0, CodeStanding.OPEN, "Review of notes", "EQR", has_task=True), (Lack.TIME,)),
        (EntryFacts(0, CodeStanding.OPEN, "Review", "EQR", has_task=True, running=True), (Lack.RUNNING,)),
        (EntryFacts(60, CodeStanding.MISSING, "Review", "EQR", has_task=True), (Lack.CODE_MISSING,)),
        (EntryFacts(60, CodeStanding.EXPIRED, "Review", "EQR", has_task=True), (Lack.CODE_CLOSED,)),
        (EntryFacts(60, CodeStanding.OPEN, "  ", "", has_task=False), (Lack.NARRATIVE, Lack.ACTIVITY, Lack.TASK)),
        (EntryFacts(60, CodeStanding.OPEN, "abc", "EQR", has_task=True), (Lack.NARRATIVE_SHORT,)),
        (EntryFacts(60, CodeStanding.OPEN, "x" * 31, "EQR", has_task=True), (Lack.NARRATIVE_LONG,)),
        (EntryFacts(60, CodeStanding.OPEN, "Various things", "EQR", has_task=True), (Lack.FORBIDDEN_WORD,)),
        (EntryFacts(60, CodeStanding.OPEN, "Variousness of it", "EQR", has_task=True), ()),
        (EntryFacts(-60, CodeStanding.OPEN, "Reversal", "EQR", has_task=True, is_reversal=True), ()),
        (EntryFacts(60, CodeStanding.OPEN, "", is_client=False), ()),
        (EntryFacts(60, CodeStanding.MISSING, "Review", "EQR", has_task=True, has_target=False), (Lack.ENGAGEMENT,)),
    ],
)
def test_what_is_missing_is_named(facts: EntryFacts, expected: tuple[Lack, ...]) -> None:
    assert entry.lacks(facts, PROFILE) == expected


def test_a_good_entry_is_ready_by_the_default_profile() -> None:
    assert entry.lacks(GOOD, FirmProfile()) == ()
