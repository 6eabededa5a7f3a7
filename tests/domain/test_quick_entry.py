from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagedesk.domain.days import WorkDays, local
from engagedesk.domain.quick_entry import (
    Ask,
    DurationWhen,
    PartKind,
    Problem,
    QuickAnswer,
    QuickContext,
    QuickMode,
    SpanWhen,
    StartWhen,
    Understood,
    parse,
    require_understood,
)
from engagedesk.domain.quick_match import TargetIndex
from engagedesk.errors import AmbiguousTarget, UserError
from tests.domain.conftest import FROM_FOUR, LONDON, PORTFOLIO, THURSDAY, target

Context = Callable[..., QuickContext]
TUESDAY = date(2026, 11, 17)


def clocks(answer: QuickAnswer) -> str:
    """Return "Thu 09:30-11:00" of an understood line."""
    assert isinstance(answer, Understood), answer
    if isinstance(answer.when, SpanWhen):
        start, end = local(answer.when.span.start_utc, LONDON), local(answer.when.span.end_utc, LONDON)
        return f"{answer.day:%a} {start:%H:%M}-{end:%H:%M}"
    if isinstance(answer.when, StartWhen):
        return f"{answer.day:%a} {local(answer.when.start_utc, LONDON):%H:%M}-"
    return f"{answer.day:%a} {answer.when.seconds} s"


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("9:30-11", "Thu 09:30-11:00"),
        ("9-10:30", "Thu 09:00-10:30"),
        ("9:30–11", "Thu 09:30-11:00"),
        ("9:30 — 11:00", "Thu 09:30-11:00"),
        ("9.30-10.15", "Thu 09:30-10:15"),
        ("0930-1015", "Thu 09:30-10:15"),
        ("09:30-11:00,", "Thu 09:30-11:00"),
        ("9am-11am", "Thu 09:00-11:00"),
        ("9-11am", "Thu 09:00-11:00"),
        ("11-1pm", "Thu 11:00-13:00"),
        ("9-11 pm", "Thu 21:00-23:00"),
        ("12am-1am", "Thu 00:00-01:00"),
        ("12pm-1pm", "Thu 12:00-13:00"),
        ("23-24:00", "Thu 23:00-00:00"),
        ("22:50-00:05", "Wed 22:50-00:05"),
        ("tue 22:50-00:05", "Tue 22:50-00:05"),
        ("-30 -10", "Thu 13:35-13:55"),
        ("-10 -30", "Thu 13:35-13:55"),
        ("-30", "Thu 13:35-14:05"),
        ("−30", "Thu 13:35-14:05"),
        ("-1h", "Thu 13:05-14:05"),
        ("-1:30", "Thu 12:35-14:05"),
        ("+10", "Thu 13:05-13:15"),
        ("+1.5h", "Thu 13:05-14:35"),
        ("1.5h", "Thu 5400 s"),
        ("1,5h", "Thu 5400 s"),
        (".5h", "Thu 1800 s"),
        ("1.5 hours", "Thu 5400 s"),
        ("90m", "Thu 5400 s"),
        ("90 min", "Thu 5400 s"),
        ("1h30", "Thu 5400 s"),
        ("1h 30m", "Thu 5400 s"),
        ("1:30", "Thu 5400 s"),
        ("٩:٣٠-١١", "Thu 09:30-11:00"),
        ("0.1h", "Thu 360 s"),
        ("today 1h", "Thu 3600 s"),
        ("1h today", "Thu 3600 s"),
        ("yesterday 1h", "Wed 3600 s"),
        ("mon 1h", "Mon 3600 s"),
        ("Thursday 1h", "Thu 3600 s"),
        ("fri 1h", "Fri 3600 s"),
        ("2026-11-02 1h", "Mon 3600 s"),
    ],
)
def test_every_form_of_when_is_understood(quick: Context, when: str, expected: str) -> None:
    context = quick(last_end=datetime(2026, 11, 19, 13, 5, tzinfo=LONDON))
    answer = parse(f"{when} Northgate", context)
    assert clocks(answer) == expected
    assert isinstance(answer, Understood)
    assert answer.target == PORTFOLIO[1]


@pytest.mark.parametrize(
    ("word", "day"),
    [("fri", date(2026, 11, 13)), ("thu", THURSDAY), ("mon", date(2026, 11, 16)), ("2026-11-02", date(2026, 11, 2))],
)
def test_a_weekday_is_the_last_one(quick: Context, word: str, day: date) -> None:
    answer = parse(f"{word} 1h Northgate", quick())
    assert isinstance(answer, Understood)
    assert answer.day == day


def test_the_example_of_the_manual_is_understood_whole(quick: Context) -> None:
    line = "9:00-10:30 Harrowgate walkthroughs, sales cycle #fieldwork"
    answer = parse(line, quick())
    assert isinstance(answer, Understood)
    assert clocks(answer) == "Thu 09:00-10:30"
    assert (answer.target.title, answer.narrative, answer.activity) == (
        "Group audit",
        "walkthroughs, sales cycle",
        "fieldwork",
    )
    assert [(p.kind, line[p.start : p.end]) for p in answer.echo] == [
        (PartKind.WHEN, "9:00-10:30"),
        (PartKind.TARGET, "Harrowgate"),
        (PartKind.NARRATIVE, "walkthroughs, sales cycle"),
        (PartKind.ACTIVITY, "#fieldwork"),
    ]


@pytest.mark.parametrize(
    ("text", "title", "code", "narrative"),
    [
        ("northgate", "PCAOB audit", None, ""),
        ("NORTH", "PCAOB audit", None, ""),
        ("nrothgate", "PCAOB audit", None, ""),
        ("Nothgate review of notes", "PCAOB audit", None, "review of notes"),
        ("wps", "Audit", None, ""),
        ("410118-20 walkthroughs", "Group audit", "410118-20", "walkthroughs"),
        ("41011820", "Group audit", "410118-20", ""),
        ("520044", "ISAE 3402", "520044-01", ""),
        ("Harrowgate tax", "Tax provision review", None, ""),
        ("harrowgate group audit: planning", "Group audit", None, "planning"),
        ("Saltmarsh - two papers, filing", "Audit", None, "two papers, filing"),
        ("lánternbank", "ISAE 3402", None, ""),
        ("Lanternbank PO #12345", "ISAE 3402", None, "PO #12345"),
        ("Tarnbrook, report 🚂 done", "Internal audit", None, "report 🚂 done"),
        ("admin, mail", "", "ADMIN", "mail"),
        ("fenmoor", "Old audit", None, ""),
        ("Saltmarsh, -5% variance", "Audit", None, "-5% variance"),
        ("Saltmarsh -5% variance", "Audit", None, "-5% variance"),
        ("Saltmarsh - 2 papers", "Audit", None, "2 papers"),
    ],
)
def test_targets_are_found_by_name_code_initials_and_with_typing_errors(
    quick: Context, text: str, title: str, code: str | None, narrative: str
) -> None:
    answer = parse(f"1h {text}", quick())
    assert isinstance(answer, Understood), answer
    assert (answer.target.title, answer.code and answer.code.code, answer.narrative) == (title, code, narrative)


@pytest.mark.parametrize(
    ("text", "task", "narrative"),
    [
        ("Northgate eqr notes", "EQR notes", ""),
        ("Northgate EQR notes answered, second round", "EQR notes", "answered, second round"),
        ("Northgate opinion, first draft", "Opinion memo", "first draft"),
        ("Northgate notes of the meeting", None, "notes of the meeting"),
        ("Opinion memo", "Opinion memo", ""),
    ],
)
def test_a_task_is_taken_where_it_is_named_and_other_words_stay(
    quick: Context, text: str, task: str | None, narrative: str
) -> None:
    answer = parse(f"1h {text}", quick())
    assert isinstance(answer, Understood), answer
    assert (answer.task and answer.task.name, answer.narrative) == (task, narrative)
    assert answer.target.client == "Northgate Instruments Inc"


def test_a_time_after_the_target_is_understood_where_its_form_leaves_no_doubt(quick: Context) -> None:
    for line in ("Northgate 1.5h, papers", "Northgate 1.5h papers", "northgate 1:30, papers"):
        answer = parse(line, quick())
        assert isinstance(answer, Understood)
        assert (answer.when, answer.narrative) == (DurationWhen(5400), "papers")


@pytest.mark.parametrize("mode", QuickMode)
@pytest.mark.parametrize(
    "line", ["2 Northgate", "2", "1.5 Northgate", "45 Northgate", "1h 30 Northgate", "7,5 Northgate"]
)
def test_a_bare_number_is_asked_about_and_never_guessed(quick: Context, line: str, mode: QuickMode) -> None:
    answer = parse(line, quick(mode=mode))
    assert isinstance(answer, Ask)
    assert answer.code == "quick.bare_number"


def test_a_number_before_a_timer_is_offered_as_minutes_ago_or_as_a_clock_time(quick: Context) -> None:
    for line, text in (
        ("30 Northgate", "-30m Northgate"),
        ("1h 30 Northgate", "-1h30m Northgate"),
        ("0930 Northgate", "09:30 Northgate"),
    ):
        answer = parse(line, quick(mode=QuickMode.TIMER))
        assert isinstance(answer, Ask)
        assert [c.text for c in answer.candidates] == [text]
        assert isinstance(parse(text, quick(mode=QuickMode.TIMER)), Understood)


def test_every_answer_to_a_question_is_itself_understood(quick: Context) -> None:
    for line in ("2 Northgate", "1h 30 Northgate", "9-1 Northgate", "1h Harrowgate", "Northgate", "1h"):
        answer = parse(line, quick())
        assert isinstance(answer, Ask), line
        assert answer.candidates
        for candidate in answer.candidates:
            assert isinstance(parse(candidate.text, quick()), Understood), candidate.text


def test_a_client_with_two_active_engagements_is_asked_about_the_latest_used_first(quick: Context) -> None:
    answer = parse("1h Harrowgate", quick())
    assert isinstance(answer, Ask)
    assert answer.code == "quick.which_target"
    assert [c.label for c in answer.candidates] == [
        "Harrowgate Foods plc · Group audit",
        "Harrowgate Foods plc · Tax provision review",
    ]
    with pytest.raises(AmbiguousTarget) as caught:
        require_understood(answer)
    assert caught.value.candidates == tuple(c.label for c in answer.candidates)


def test_one_active_engagement_of_a_client_is_enough(quick: Context) -> None:
    two = (
        target(1, "Harrowgate Foods plc", "Group audit", codes=(("410118-10", ""),)),
        target(9, "Harrowgate Foods plc", "Last year", codes=(("310118-10", ""),), last_used_utc=99, is_active=False),
    )
    answer = parse("1h Harrowgate", quick(targets=two))
    assert isinstance(answer, Understood)
    assert answer.target.title == "Group audit"


@pytest.mark.parametrize(
    ("line", "code", "position"),
    [
        ("", "quick.empty", 0),
        (" \t ", "quick.empty", 0),
        ("25:00-26:00 Northgate", "quick.bad_time", 0),
        ("mon 9:75-10 Northgate", "quick.bad_time", 4),
        ("13pm-14pm Northgate", "quick.bad_time", 0),
        ("9-9 Northgate", "quick.no_time", 0),
        ("0h Northgate", "quick.no_time", 0),
        ("25h Northgate", "quick.more_than_a_day", 0),
        ("99999h Northgate", "quick.more_than_a_day", 0),
        ("-99999 Northgate", "quick.more_than_a_day", 0),
        ("-30 -30 Northgate", "quick.no_time", 0),
        ("+10 Northgate", "quick.no_last_end", 0),
        ("mon -30 Northgate", "quick.relative_with_day", 4),
        ("now Northgate", "quick.now_needs_timer", 0),
        ("24:00-1 Northgate", "quick.no_time", 0),
        ("2026-02-30 1h Northgate", "quick.bad_day", 0),
        ("0001-01-01 1h Northgate", "day.out_of_range", 0),
        ("9999-12-31 9-10 Northgate", "day.out_of_range", 0),
        ("1h zzzzz", "quick.no_match", 3),
        ("1h ,,,", "quick.target_missing", None),
        ("1h !!!", "quick.no_match", 3),
    ],
)
def test_what_cannot_be_meant_is_said_with_its_place(
    quick: Context, line: str, code: str, position: int | None
) -> None:
    answer = parse(line, quick())
    assert not isinstance(answer, Understood)
    assert answer.code == code
    assert position is None or (isinstance(answer, Problem) and answer.position == position)
    with pytest.raises(UserError):
        require_understood(answer)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Northgate review notes", "Thu 14:05-"),
        ("now Northgate", "Thu 14:05-"),
        ("-30 Northgate", "Thu 13:35-"),
        ("9:30 Northgate", "Thu 09:30-"),
        ("9am Northgate", "Thu 09:00-"),
        ("today Northgate", "Thu 14:05-"),
    ],
)
def test_a_timer_starts_now_or_back_dated(quick: Context, line: str, expected: str) -> None:
    assert clocks(parse(line, quick(mode=QuickMode.TIMER))) == expected


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("15:30 Northgate", "quick.start_in_future"),
        ("-30 -10 Northgate", "quick.timer_with_end"),
        ("9-10 Northgate", "quick.timer_with_end"),
        ("1.5h Northgate", "quick.timer_with_end"),
        ("yesterday Northgate", "quick.timer_other_day"),
    ],
)
def test_a_timer_takes_no_end_and_no_other_day(quick: Context, line: str, code: str) -> None:
    answer = parse(line, quick(mode=QuickMode.TIMER))
    assert isinstance(answer, Problem)
    assert answer.code == code


def test_with_days_from_four_the_small_hours_belong_to_the_evening_before(quick: Context) -> None:
    after_midnight = datetime(2026, 11, 18, 0, 10, tzinfo=LONDON)
    context = quick(now=after_midnight, work_days=FROM_FOUR)
    for line in ("22:50-00:05 Northgate", "tue 22:50-00:05 Northgate", "0:02-0:07 Northgate"):
        answer = parse(line, context)
        assert isinstance(answer, Understood)
        assert answer.day == TUESDAY
        assert not answer.in_future
    early = parse("tue 01:00-02:00 Northgate", quick(work_days=FROM_FOUR))
    assert clocks(early) == "Tue 01:00-02:00"
    assert isinstance(early, Understood)
    assert isinstance(early.when, SpanWhen)
    assert local(early.when.span.start_utc, LONDON).date() == date(2026, 11, 18)


def test_early_hours_typed_in_the_afternoon_are_this_mornings(quick: Context) -> None:
    answer = parse("1:00-2:00 Northgate", quick(work_days=FROM_FOUR))
    assert clocks(answer) == "Wed 01:00-02:00"
    assert isinstance(answer, Understood)
    assert not answer.in_future


def test_planned_time_is_understood_and_marked(quick: Context) -> None:
    answer = parse("15-16 Northgate", quick())
    assert isinstance(answer, Understood)
    assert answer.in_future


def test_a_range_backwards_is_asked_about_unless_it_is_written_out(quick: Context) -> None:
    answer = parse("9-1 Northgate", quick())
    assert isinstance(answer, Ask)
    assert [c.label for c in answer.candidates] == ["09:00-13:00", "09:00-01:00"]
    assert clocks(parse("09:00-01:00 Northgate", quick())) == "Thu 09:00-01:00"


AUTUMN = datetime(2026, 10, 25, 20, 0, tzinfo=LONDON)
SPRING = datetime(2026, 3, 29, 20, 0, tzinfo=LONDON)


def test_an_hour_that_happened_twice_is_asked_about_and_every_answer_differs(quick: Context) -> None:
    context = quick(now=AUTUMN)
    asked = parse("1:30-3 Northgate", context)
    assert isinstance(asked, Ask)
    assert asked.code == "quick.twice_that_night"
    lengths = []
    for candidate in asked.candidates:
        answer = parse(candidate.text, context)
        assert isinstance(answer, Understood)
        assert isinstance(answer.when, SpanWhen)
        lengths.append(answer.when.span.seconds)
    assert lengths == [9000, 5400]


def test_work_across_the_change_of_the_clocks_has_its_true_length(quick: Context) -> None:
    autumn, spring = parse("0:30-3 Northgate", quick(now=AUTUMN)), parse("0:30-3 Northgate", quick(now=SPRING))
    for answer, seconds in ((autumn, 12_600), (spring, 5400)):
        assert isinstance(answer, Understood)
        assert isinstance(answer.when, SpanWhen)
        assert answer.when.span.seconds == seconds


def test_an_hour_that_never_happened_is_asked_about(quick: Context) -> None:
    context = quick(now=SPRING)
    asked = parse("1:30-3 Northgate", context)
    assert isinstance(asked, Ask)
    assert asked.code == "quick.skipped_that_night"
    assert [clocks(parse(c.text, context)) for c in asked.candidates] == ["Sun 00:30-03:00", "Sun 02:30-03:00"]


def test_what_nobody_sees_is_stripped_and_places_still_fit_the_line_as_typed(quick: Context) -> None:
    line = "\u200e9:30\u200b-11\u202e \ufeffNorth\u200bgate\u00a0, no\u200dtes\u0007"
    answer = parse(line, quick())
    assert isinstance(answer, Understood)
    assert answer.narrative == "notes"
    places = {p.kind: line[p.start : p.end] for p in answer.echo}
    assert places[PartKind.TARGET] == "North\u200bgate"
    assert places[PartKind.NARRATIVE] == "no\u200dtes"


def test_a_hundred_thousand_letters_are_refused_at_once(quick: Context) -> None:
    answer = parse("a" * 100_000, quick())
    assert isinstance(answer, Problem)
    assert answer.code == "quick.too_long"


def test_completions_offer_whole_lines_that_are_understood(quick: Context) -> None:
    answer = parse("1h har", quick())
    assert isinstance(answer, Ask)
    assert [parse(c.text, quick()).__class__ for c in answer.completions] == [Understood, Understood]
    empty = parse("", quick())
    assert empty.completions[0].text == "Northgate"


def test_every_target_has_a_text_that_names_exactly_it(quick: Context) -> None:
    index = TargetIndex(PORTFOLIO)
    for one in PORTFOLIO:
        answer = parse(f"1h {index.text_for(one)}", quick())
        assert isinstance(answer, Understood)
        assert (answer.target, answer.narrative) == (one, "")
        for code in one.codes:
            named = parse(f"1h {index.text_for(one, code)}", quick())
            assert isinstance(named, Understood)
            assert (named.target, named.code) == (one, code)


def test_a_client_called_like_a_day_can_still_be_named(quick: Context) -> None:
    sun = (target(1, "Sun Hydraulics", "Audit", codes=(("1-1", ""),)),)
    text = TargetIndex(sun).text_for(sun[0])
    answer = parse(f"today 1h {text}", quick(targets=sun))
    assert isinstance(answer, Understood)
    assert answer.target == sun[0]


CONTEXT = QuickContext(
    int(datetime(2026, 11, 19, 14, 5, tzinfo=LONDON).timestamp()), LONDON, TargetIndex(PORTFOLIO), WorkDays()
)
narratives = st.text(
    st.characters(whitelist_categories=("Lu", "Ll", "Lo", "Nd", "So"), max_codepoint=0x2FFF), min_size=1, max_size=40
)


@given(st.integers(0, 1438), st.integers(1, 1439), st.dates(date(2026, 11, 1), THURSDAY))
def test_a_range_that_is_written_out_round_trips(start: int, length: int, day: date) -> None:
    end = start + length
    line = f"{day} {start // 60:02d}:{start % 60:02d}-{end // 60 % 24:02d}:{end % 60:02d} Northgate"
    answer = parse(line, CONTEXT)
    assert isinstance(answer, Understood)
    assert isinstance(answer.when, SpanWhen)
    assert answer.day == day
    assert answer.when.span.seconds == length * 60
    begun = datetime(day.year, day.month, day.day, tzinfo=LONDON) + timedelta(minutes=start)
    assert answer.when.span.start_utc == int(begun.timestamp())


@given(st.integers(1, 1440))
def test_a_duration_round_trips_in_every_form(minutes: int) -> None:
    for text in (f"{minutes}m", f"{minutes // 60}:{minutes % 60:02d}", f"{minutes // 60}h{minutes % 60:02d}"):
        answer = parse(f"{text} Northgate", CONTEXT)
        assert isinstance(answer, Understood)
        assert answer.when == DurationWhen(minutes * 60)


@given(narratives)
def test_a_narrative_after_a_comma_comes_through_letter_by_letter(narrative: str) -> None:
    answer = parse(f"1h Northgate, {narrative}", CONTEXT)
    assert isinstance(answer, Understood)
    digits_read = "".join(c if c.isascii() or not c.isdecimal() else str(int(c)) for c in narrative)
    assert answer.narrative == digits_read


hostile = st.text(
    st.one_of(
        st.sampled_from("0123456789:.,-+@#hm apm\u200b\u202e–−\t"),
        st.characters(exclude_categories=()),
    ),
    max_size=60,
)


@given(hostile, st.sampled_from(["Europe/London", "America/New_York", "Pacific/Apia"]), st.sampled_from(QuickMode))
def test_no_line_whatever_breaks_the_reader_and_every_place_lies_in_it(line: str, zone: str, mode: QuickMode) -> None:
    context = QuickContext(CONTEXT.now_utc, ZoneInfo(zone), CONTEXT.targets, FROM_FOUR, {THURSDAY: 0}, (), mode)
    for text in (line, f"{line} Northgate", f"1h Northgate {line}"):
        answer = parse(text, context)
        assert all(0 <= p.start <= p.end <= len(text) for p in answer.echo)
        if isinstance(answer, Problem):
            assert 0 <= answer.position <= len(text)


@pytest.mark.parametrize(
    "line", ["9998-12-31 23-24:00 Northgate", "9998-12-31 23-1 Northgate", "0002-01-01 0-1 Northgate"]
)
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/London"])
def test_the_edges_of_the_calendar_are_answered_not_raised(quick: Context, line: str, zone: str) -> None:
    answer = parse(line, quick(zone=ZoneInfo(zone)))
    assert isinstance(answer, Understood | Ask) or answer.code.startswith("day.")
