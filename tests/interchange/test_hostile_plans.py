"""Plans and calendars that mean harm, or are only broken: a clear word, nothing half-done, no waiting."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from engagedesk.errors import EngageDeskError, UserError
from engagedesk.interchange.files import ReadFile, open_foreign
from engagedesk.interchange.plan_rows import DayEventRow, PlanItemRow, PlanLinkRow
from engagedesk.interchange.rows import CalendarImportRow
from tests.interchange.plan_files import PROJECT_2003, TITLE, calendar, plan_file, project, task

Refused = Callable[[Path], EngageDeskError]

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


def with_doctype(doctype: str, name: str) -> str:
    body = project(task(1, name), head=TITLE)
    return body.replace("<Project ", f"{doctype}<Project ", 1)


BOMBS = {
    "billion laughs": with_doctype(f'<!DOCTYPE Project [<!ENTITY l0 "ha">{LAUGHS}]>', "&l11;"),
    "one long entity often": with_doctype(f'<!DOCTYPE Project [<!ENTITY b "{"A" * 50_000}">]>', "&b;" * 5_000),
    "an external entity": with_doctype('<!DOCTYPE Project [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "&x;"),
    "a parameter entity": with_doctype('<!DOCTYPE Project [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;]>', "x"),
    "an external DTD": with_doctype('<!DOCTYPE Project SYSTEM "http://127.0.0.1:9/evil.dtd">', "x"),
}

BROKEN: dict[str, tuple[str | bytes, str]] = {
    "cut short": (PROJECT_2003[:1500], "import.file.damaged"),
    "no task": (project(head=TITLE), "import.plan.no_tasks"),
    "another XML with a project in it": (
        "<?xml version='1.0'?><projects><project/></projects>", "import.plan.not_a_project",
    ),
    "nested 10,000 deep": (
        project(head=TITLE).replace("<Tasks>", f"<Tasks>{'<Task>' * 10_000}", 1),
        "import.plan.nested_too_deep",
    ),
    "an outline 10,000 deep": (
        project(*(task(n, f"L{n}", level=n) for n in range(1, 10_001)), head=TITLE), "import.plan.too_deep",
    ),
    "one level of 10,000": (project(task(1, "Deep", level=10_000), head=TITLE), "import.plan.too_deep"),
    "more tasks than a plan has": (
        project(*(f"<Task><UID>{n}</UID><Name>T</Name></Task>" for n in range(20_001)), head=TITLE),
        "import.plan.too_many",
    ),
    "undefined entity": (project(task(1, "&nbsp;"), head=TITLE), "import.file.damaged"),
    "bytes that are no UTF-8": (
        project(task(1, "Name"), head=TITLE).encode().replace(b"Name</", b"\xff\xfe</"), "import.file.damaged",
    ),
}  # fmt: skip


def read(path: Path) -> ReadFile:
    """Read as everybody does: a child that makes no progress for four seconds is an error."""
    return open_foreign(path)


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_in_a_plan_is_refused(tmp_path: Path, refused: Refused, name: str) -> None:
    assert refused(plan_file(tmp_path / "plan.xml", BOMBS[name])).code == "import.file.unsafe_xml"


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_plan_is_refused_in_words(tmp_path: Path, refused: Refused, name: str) -> None:
    text, code = BROKEN[name]
    assert refused(plan_file(tmp_path / "plan.xml", text)).code == code


def test_a_plan_beyond_the_limit_is_refused_before_it_is_read(tmp_path: Path, refused: Refused) -> None:
    path = plan_file(tmp_path / "plan.xml", project(task(1, "Big"), head=TITLE))
    with path.open("r+b") as stream:
        stream.truncate(100 << 20)
    assert refused(path).code == "import.file.too_large"


def test_a_large_plan_within_the_limit_is_read_while_it_makes_progress(tmp_path: Path) -> None:
    phased = "<TimephasedData><Type>1</Type><Value>PT8H0M0S</Value></TimephasedData>" * 20_000
    tasks = [task(n, f"Task {n}", more=phased) for n in range(1, 21)]
    found = read(plan_file(tmp_path / "plan.xml", project(*tasks, head=TITLE)))
    assert len([row for row in found.rows if isinstance(row, PlanItemRow)]) == 20
    assert ("TimephasedData", 400_000) in found.not_modelled


@pytest.mark.parametrize(
    ("start", "finish", "code"),
    [
        ("0001-01-01T00:00:00", "2026-11-03T17:00:00", "import.row.date_out_of_range"),
        ("2026-11-03T17:00:00", "9999-12-31T23:59:59", "import.row.date_out_of_range"),
        ("2026-02-30T08:00:00", "2026-11-03T17:00:00", "import.row.bad_date"),
        ("soon", "2026-11-03T17:00:00", "import.row.bad_date"),
        ("2026-11-04T08:00:00", "2026-11-03T17:00:00", "import.row.end_before_start"),
    ],
)
def test_a_task_with_an_impossible_date_is_left_out_and_the_others_come(
    tmp_path: Path, start: str, finish: str, code: str
) -> None:
    tasks = (task(1, "Odd", start=start, finish=finish), task(2, "Good"))
    found = read(plan_file(tmp_path / "plan.xml", project(*tasks, head=TITLE)))
    assert [row.code for row in found.rejected] == [code]
    assert [row.name for row in found.rows if isinstance(row, PlanItemRow)] == ["Good"]


@pytest.mark.parametrize("length", ["PT", "P", "PT1e9H", "8 hours", "PT99999999999999H", "-PT8H0M0S", "PT8H0M0S" * 50])
def test_an_impossible_length_of_work_is_that_tasks_trouble(tmp_path: Path, length: str) -> None:
    tasks = (task(1, "Odd", more=f"<Work>{length}</Work>"), task(2, "Good"))
    found = read(plan_file(tmp_path / "plan.xml", project(*tasks, head=TITLE)))
    assert len(found.rejected) == 1
    assert [row.name for row in found.rows if isinstance(row, PlanItemRow)] == ["Good"]


def test_links_to_itself_to_nobody_and_to_summaries_are_said(tmp_path: Path) -> None:
    def link(uid: int) -> str:
        return f"<PredecessorLink><PredecessorUID>{uid}</PredecessorUID><Type>1</Type></PredecessorLink>"

    tasks = (task(1, "Phase"), task(2, "One", level=2, more=link(2) + link(99) + link(1)), task(3, "Two", level=2))
    found = read(plan_file(tmp_path / "plan.xml", project(*tasks, head=TITLE)))
    assert [row.code for row in found.rejected] == ["import.plan.links_itself"]
    assert dict(found.not_modelled) == {"PredecessorLink": 1, "PredecessorLink (Summary)": 1}
    assert not [row for row in found.rows if isinstance(row, PlanLinkRow)]


def test_a_calendar_that_names_itself_as_its_base_ends(tmp_path: Path) -> None:
    loop = (
        "<Calendar><UID>5</UID><Name>Night</Name><IsBaseCalendar>0</IsBaseCalendar><BaseCalendarUID>5</BaseCalendarUID>"
        "<WeekDays><WeekDay><DayType>2</DayType><DayWorking>1</DayWorking><WorkingTimes><WorkingTime>"
        "<FromTime>25:00:00</FromTime><ToTime>xx</ToTime></WorkingTime></WorkingTimes></WeekDay></WeekDays></Calendar>"
    )
    person = "<Resource><UID>1</UID><Name>Ann</Name><Type>1</Type><CalendarUID>5</CalendarUID></Resource>"
    path = plan_file(tmp_path / "plan.xml", project(task(1, "A"), head=TITLE, calendars=loop, resources=person))
    assert ("Calendar/WorkingTime", 1) in read(path).not_modelled


def test_exceptions_without_end_are_followed_for_ten_years_at_most(tmp_path: Path) -> None:
    endless = (
        "<Calendar><UID>5</UID><Name>Ann</Name><IsBaseCalendar>0</IsBaseCalendar><Exceptions>"
        + "<Exception><TimePeriod><FromDate>1990-01-01</FromDate><ToDate>2199-12-31</ToDate></TimePeriod>"
        "<Name>Fridays</Name><Type>6</Type><Period>1</Period><DaysOfWeek>32</DaysOfWeek><DayWorking>0</DayWorking>"
        "</Exception>" * 300 + "</Exceptions></Calendar>"
    )
    person = "<Resource><UID>1</UID><Name>Ann</Name><Type>1</Type><CalendarUID>5</CalendarUID></Resource>"
    path = plan_file(tmp_path / "plan.xml", project(task(1, "A"), head=TITLE, calendars=endless, resources=person))
    found = read(path)
    days = [row for row in found.rows if isinstance(row, DayEventRow)]
    assert 500 * 100 < len(days) < 530 * 100
    assert dict(found.not_modelled)["Calendar/Exception"] == 200


# --- calendars --------------------------------------------------------------------------------------------------------

DAY = ("UID:1", "SUMMARY:Leave", "DTSTART;VALUE=DATE:20261207")

EVENTS: dict[str, tuple[tuple[str, ...], str]] = {
    "every second for ever": ((*DAY, "RRULE:FREQ=SECONDLY"), "import.calendar.rule"),
    "a day that never comes": ((*DAY, "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"), "import.calendar.rule"),
    "a rule from the year 1": (
        ("UID:1", "SUMMARY:x", "DTSTART:00010101T090000", "RRULE:FREQ=DAILY;INTERVAL=1"), "import.calendar.rule",
    ),
    "a rule that is none": ((*DAY, "RRULE:FREQ=FORTNIGHTLY"), "import.calendar.bad_event"),
    "a date that is none": (("UID:1", "SUMMARY:x", "DTSTART:20261399"), "import.calendar.bad_event"),
    "a day that ends before it starts": ((*DAY, "DTEND;VALUE=DATE:20261201"), "import.calendar.ends_first"),
    "an hour that ends before it starts": (
        ("UID:1", "SUMMARY:x", "DTSTART:20261207T090000Z", "DTEND:20261207T080000Z"), "import.calendar.ends_first",
    ),
    "no date": (("UID:1", "SUMMARY:x"), "import.row.no_date"),
    "the year 9999": (("UID:1", "SUMMARY:x", "DTSTART;VALUE=DATE:99991231"), "import.row.date_out_of_range"),
    "the year 1": (("UID:1", "SUMMARY:x", "DTSTART;VALUE=DATE:00010101"), "import.row.date_out_of_range"),
    "a line without a colon": (("UID:1", "SUMMARY;X", "DTSTART;VALUE=DATE:20261207"), "import.calendar.bad_event"),
}  # fmt: skip


@pytest.mark.parametrize("name", EVENTS)
def test_a_hostile_event_is_left_out_and_the_others_come(tmp_path: Path, name: str) -> None:
    lines, code = EVENTS[name]
    good = ("UID:good", "SUMMARY:Good", "DTSTART;VALUE=DATE:20261208")
    found = read(plan_file(tmp_path / "mine.ics", calendar(lines, good)))
    assert [row.code for row in found.rejected] == [code]
    assert [row.name for row in found.rows if isinstance(row, CalendarImportRow)] == ["Good"]


def test_an_endless_rule_ends_two_years_after_the_file_was_written(tmp_path: Path) -> None:
    found = read(plan_file(tmp_path / "mine.ics", calendar((*DAY, "RRULE:FREQ=WEEKLY"))))
    days = [row.starts.date().isoformat() for row in found.rows if isinstance(row, CalendarImportRow)]
    assert (days[0], days[1], len(days)) == ("2026-12-07", "2026-12-14", 100)


def test_ten_thousand_attendees_and_folded_lines_are_read_over(tmp_path: Path) -> None:
    crowd = [f"ATTENDEE;CN=Somebody {n}:mailto:a{n}@example.com" for n in range(10_000)]
    folded = ("SUMMARY:Annu", " al lea", "\tve")
    path = plan_file(tmp_path / "mine.ics", calendar(("UID:1", *folded, "DTSTART;VALUE=DATE:20261207", *crowd)))
    assert [row.name for row in read(path).rows if isinstance(row, CalendarImportRow)] == ["Annual leave"]


def test_a_calendar_cut_in_a_folded_line_gives_what_is_whole(tmp_path: Path) -> None:
    whole = calendar(DAY, ("UID:2", "DTSTART;VALUE=DATE:20261208", "SUMMARY:Cut", " in the mid"))
    path = plan_file(tmp_path / "mine.ics", whole[: whole.index(b" in the")])
    found = read(path)
    assert [row.code for row in found.rejected] == ["import.calendar.cut_short"]
    assert len(found.rows) == 1


def test_zones_of_outlook_are_known_and_unknown_ones_are_said(tmp_path: Path) -> None:
    path = plan_file(
        tmp_path / "mine.ics",
        calendar(
            ("UID:1", "SUMMARY:a", 'DTSTART;TZID="W. Europe Standard Time":20261207T090000', "DURATION:PT1H"),
            ("UID:2", "SUMMARY:b", "DTSTART;TZID=Nowhere/Land:20261207T090000", "DURATION:PT1H"),
            ("UID:3", "SUMMARY:c", "DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Paris:20261207T090000"),
        ),
    )
    found = read(path)
    assert [row.zone for row in found.rows if isinstance(row, CalendarImportRow)] == [
        "Europe/Berlin",
        "",
        "Europe/Paris",
    ]
    assert [(one.code, one.params) for one in found.remarks] == [
        ("import.calendar.unknown_zone", {"zone": "Nowhere/Land"})
    ]


def test_an_occurrence_that_was_moved_cancelled_or_excluded_does_not_come_twice(tmp_path: Path) -> None:
    rule = (
        "UID:1", "SUMMARY:Leave", "DTSTART;TZID=Europe/London:20261207T090000", "DURATION:PT8H",
        "RRULE:FREQ=DAILY;UNTIL=20261211T090000Z", "EXDATE;TZID=Europe/London:20261208T090000",
    )  # fmt: skip
    moved = ("UID:1", "SUMMARY:Leave", "RECURRENCE-ID;TZID=Europe/London:20261209T090000",
             "DTSTART;TZID=Europe/London:20261212T090000")  # fmt: skip
    cancelled = ("UID:1", "RECURRENCE-ID:20261210T090000Z", "DTSTART:20261210T090000Z", "STATUS:CANCELLED")
    found = read(plan_file(tmp_path / "mine.ics", calendar(rule, moved, cancelled)))
    days = sorted(row.starts.day for row in found.rows if isinstance(row, CalendarImportRow))
    assert days == [7, 11, 12]
    assert dict(found.not_modelled) == {"CANCELLED": 1}


def test_what_a_file_says_cannot_end_the_reading_process(tmp_path: Path) -> None:
    """Every damaged place of a plan gives a plan or one of our errors."""
    body = PROJECT_2003.encode()
    for place in range(0, 1_000, 97):
        path = plan_file(tmp_path / "plan.xml", body[:place] + b"<&\x00" + body[place + 3 :])
        with pytest.raises(UserError, match=r"import\.(file|plan)\."):
            open_foreign(path)
