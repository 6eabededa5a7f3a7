from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from engagedesk.domain.firm_profile import CheckKind
from engagedesk.domain.ids import CodeId, EngagementId, EntryId
from engagedesk.domain.spans import Span, gaps, overlapping_pairs
from engagedesk.domain.states import EntryState, NonClientKind
from engagedesk.domain.week_check import Finding
from engagedesk.domain.week_fixes import (
    AnswerAway,
    BookHours,
    Candidate,
    CheckItem,
    FillGap,
    Fix,
    FixEntry,
    FixFacts,
    Leave,
    LookAt,
    MakeRoom,
    Narrate,
    Recode,
    RemoveEntry,
    StopNow,
    check_items,
)

MON = date(2026, 11, 16)


def target(name: str) -> Candidate:
    return Candidate(EngagementId(name.encode().ljust(16)), CodeId(name.encode().rjust(16)), None, name, f"{name}-1")


def entry(number: int, start: int, end: int, name: str = "", **changes: object) -> FixEntry:
    made = FixEntry(
        EntryId(bytes([number]) * 16), 3, MON, Span(start, end), "Europe/London", EntryState.DRAFT,
        target(name or f"E{number}"), "Work", seconds=end - start,
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


def items(*findings: Finding, entries: tuple[FixEntry, ...] = (), **facts: object) -> tuple[CheckItem, ...]:
    return check_items(findings, FixFacts({e.entry: e for e in entries}, **facts))  # type: ignore[arg-type]


def fixes(finding: Finding, *entries: FixEntry, **facts: object) -> tuple[Fix, ...]:
    [item] = items(finding, entries=entries, **facts)
    return item.fixes


def overlap(first: FixEntry, second: FixEntry) -> Finding:
    assert first.span is not None
    assert second.span is not None
    return Finding(CheckKind.OVERLAP, MON, first.entry, second.entry, first.span.intersect(second.span))


def test_a_gap_is_filled_to_the_second_with_what_stood_before_it() -> None:
    gap = Span(3_600, 6_000)
    found = fixes(
        Finding(CheckKind.GAP, MON, span=gap),
        entry(1, 0, 3_600),
        entry(2, 6_000, 9_000),
        recent=(target("Recent"), target("E1")),
    )
    assert [fix.target.label for fix in found if isinstance(fix, FillGap)] == ["E1", "E2", "Recent"]
    assert found[0] == FillGap(gap, "Europe/London", target("E1"), "Work")
    assert found[-1] == Leave()


def test_a_neighbour_whose_code_is_closed_fills_no_gap() -> None:
    found = fixes(
        Finding(CheckKind.GAP, MON, span=Span(3_600, 6_000)),
        entry(1, 0, 3_600, fillable=False),
        entry(2, 6_000, 9_000),
    )
    assert found[0] == FillGap(Span(3_600, 6_000), "Europe/London", target("E2"), "Work")


def test_an_overlap_can_be_trimmed_either_way_and_the_entry_that_ran_on_gives_way_first() -> None:
    early, late = entry(1, 0, 4_500), entry(2, 3_600, 7_200)
    found = fixes(overlap(late, early), early, late)
    shared = Span(3_600, 4_500)
    assert found[:2] == (
        MakeRoom(early.entry, 3, shared, "E1"),
        MakeRoom(late.entry, 3, shared, "E2"),
    )


def test_an_entry_inside_another_splits_it_or_goes() -> None:
    outer, inner = entry(1, 0, 7_200), entry(2, 3_000, 3_600)
    found = fixes(overlap(outer, inner), outer, inner)
    assert found[:2] == (
        MakeRoom(outer.entry, 3, Span(3_000, 3_600), "E1", splits=True),
        RemoveEntry(inner.entry, 3, "E2"),
    )


def test_submitted_time_never_gives_way() -> None:
    early, late = entry(1, 0, 4_500, state=EntryState.SUBMITTED), entry(2, 3_600, 7_200)
    found = fixes(overlap(early, late), early, late)
    assert [fix.entry for fix in found if isinstance(fix, MakeRoom)] == [late.entry]


def test_time_without_a_code_is_recoded_in_one_batch_where_a_code_is_likely_and_held_back_where_not() -> None:
    first, second = (entry(n, 0, 60, "Same") for n in (1, 2))
    findings = [Finding(CheckKind.CLOSED_CODE, MON, e.entry) for e in (first, second)]
    codes = {e.entry: (target("Open"),) for e in (first, second)}
    [item] = items(*findings, entries=(first, second), codes=codes)
    assert (item.count, item.seconds) == (2, 120)
    assert item.fixes[0] == Recode((first.entry, second.entry), target("Open"))
    [alone] = items(*findings, entries=(first, second))
    assert alone.fixes == (Leave(), Recode((first.entry, second.entry), None))


def test_an_empty_narrative_gets_the_last_one_of_its_code_proposed() -> None:
    bare = entry(1, 0, 60, narrative="")
    found = fixes(Finding(CheckKind.EMPTY_NARRATIVE, MON, bare.entry), bare, narratives={bare.entry: "Notes 1 to 4"})
    assert found[0] == Narrate(bare.entry, 3, "Notes 1 to 4")


def test_a_narrative_that_names_another_client_is_shown_with_the_name_marked() -> None:
    bad = entry(1, 0, 60, narrative="Call with Kestrel")
    found = fixes(Finding(CheckKind.OTHER_CLIENT, MON, bad.entry, params={"names": "Kestrel"}), bad)
    assert found[0] == Narrate(bad.entry, 3, "Call with Kestrel", ("Kestrel",))


def test_an_empty_day_is_first_taken_for_leave_and_a_short_one_for_administration() -> None:
    codes = tuple((kind, target(kind.value)) for kind in NonClientKind)
    for recorded, wanted in ((0, "leave"), (9_000, "administration")):
        finding = Finding(CheckKind.SHORT_DAY, MON, params={"seconds": recorded, "standard_seconds": 27_000})
        assert fixes(finding, non_client=codes)[0] == BookHours(MON, 27_000 - recorded, target(wanted))


def test_a_running_timer_is_stopped_and_an_open_gate_only_looked_at() -> None:
    one = entry(1, 0, 60)
    assert fixes(Finding(CheckKind.RUNNING, MON, one.entry), one)[0] == StopNow()
    assert fixes(Finding(CheckKind.OPEN_GATE, MON, one.entry), one) == (Leave(), LookAt())


def test_time_away_is_asked_about_where_it_is_answered() -> None:
    finding = Finding(CheckKind.AWAY_UNANSWERED, MON, span=Span(0, 60), params={"period": b"p" * 16})
    assert fixes(finding)[0] == AnswerAway(b"p" * 16)


def test_hours_above_standard_are_no_item() -> None:
    assert items(Finding(CheckKind.OVER_DAY, MON), Finding(CheckKind.SHORT_WEEK, MON)) == ()


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(1, 120)), min_size=2, max_size=7))
def test_doing_the_proposed_fixes_of_gaps_and_overlaps_leaves_neither(drawn: list[tuple[int, int]]) -> None:
    spans = [Span(start, start + length) for start, length in drawn]
    for _ in range(60):
        entries = tuple(entry(n + 1, s.start_utc, s.end_utc) for n, s in enumerate(spans))
        pairs = overlapping_pairs(spans)
        free = gaps(spans, Span(0, 10_000), at_least_s=1)
        if pairs:
            fix = fixes(overlap(entries[pairs[0].first], entries[pairs[0].second]), *entries)[0]
            assert isinstance(fix, MakeRoom | RemoveEntry)
            number = fix.entry[0] - 1
            rest = spans[number].subtract((fix.span,)) if isinstance(fix, MakeRoom) else ()
            spans = [*spans[:number], *rest, *spans[number + 1 :]]
        elif free:
            fix = fixes(Finding(CheckKind.GAP, MON, span=free[0]), *entries)[0]
            assert isinstance(fix, FillGap)
            spans = [*spans, fix.span]
        else:
            break
    covered = sum(span.seconds for span in spans)
    assert covered == max(s.end_utc for s in spans) - min(s.start_utc for s in spans)
