"""Plans as the several versions of Microsoft Project write them, made here: namespace, order, names, and what lacks."""

# ruff: noqa: E501  elements stand in the line in which they are read best

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from engagedesk.interchange.gate import FileShape
from engagedesk.interchange.msproject_reader import ReadPlan, read_project
from engagedesk.interchange.reading import RawTable
from engagedesk.interchange.xml_records import RecordReader

NAMESPACE = "http://schemas.microsoft.com/project"


def task(
    uid: int,
    name: str = "",
    *,
    level: int = 1,
    start: str = "2026-11-02T08:00:00",
    finish: str = "2026-11-03T17:00:00",
    more: str = "",
    head: str = "",
) -> str:
    name_element = f"<Name>{name}</Name>" if name else "<Name/>"
    dates = (f"<Start>{start}</Start>" if start else "") + (f"<Finish>{finish}</Finish>" if finish else "")
    return (
        f"<Task><UID>{uid}</UID><ID>{uid}</ID>{name_element}{head}<Type>0</Type><IsNull>0</IsNull>"
        f"<OutlineLevel>{level}</OutlineLevel><Priority>500</Priority>{dates}{more}</Task>"
    )


def project(*tasks: str, resources: str = "", assignments: str = "", calendars: str = "", head: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Project xmlns="{NAMESPACE}">{head}'
        f"<Calendars>{calendars}</Calendars><Tasks>{''.join(tasks)}</Tasks>"
        f"<Resources>{resources}</Resources><Assignments>{assignments}</Assignments></Project>"
    )


TITLE = (
    "<Title>Group audit</Title><Company>Harrowgate Foods plc</Company><CreationDate>2026-09-01T09:00:00</CreationDate>"
)
STANDARD_DAYS = "".join(
    f"<WeekDay><DayType>{kind}</DayType><DayWorking>{int(1 < kind < 7)}</DayWorking>"
    + (
        "<WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime>"
        "<WorkingTime><FromTime>13:00:00</FromTime><ToTime>17:00:00</ToTime></WorkingTime></WorkingTimes>"
        if 1 < kind < 7
        else ""
    )
    + "</WeekDay>"
    for kind in range(1, 8)
)
STANDARD = (
    "<Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar><BaseCalendarUID>-1</BaseCalendarUID>"
    f"<WeekDays>{STANDARD_DAYS}</WeekDays></Calendar>"
)

# Project 2003: no Manual, no Active, exceptions as week days of type 0, a name-less project summary, PT16H0M0S.
PROJECT_2003 = project(
    task(0, "", level=0, more="<Summary>1</Summary>"),
    task(
        1,
        "Interim",
        more="<Duration>PT16H0M0S</Duration><DurationFormat>7</DurationFormat><Work>PT0H0M0S</Work><Summary>1</Summary>",
    ),
    task(
        2,
        "Walkthroughs",
        level=2,
        more="<Duration>PT16H0M0S</Duration><DurationFormat>7</DurationFormat><Work>PT16H0M0S</Work>"
        "<Milestone>0</Milestone><Summary>0</Summary><PercentComplete>25</PercentComplete>"
        "<ActualStart>2026-11-02T08:00:00</ActualStart><ConstraintType>4</ConstraintType>"
        "<ConstraintDate>2026-11-02T08:00:00</ConstraintDate><Deadline>2026-11-06T17:00:00</Deadline>"
        "<Notes>Sales cycle first</Notes>",
    ),
    task(
        3,
        "Interim done",
        level=2,
        start="2026-11-03T17:00:00",
        more="<Duration>PT0H0M0S</Duration><Milestone>1</Milestone><Summary>0</Summary>"
        "<PredecessorLink><PredecessorUID>2</PredecessorUID><Type>1</Type><CrossProject>0</CrossProject>"
        "<LinkLag>0</LinkLag><LagFormat>7</LagFormat></PredecessorLink>",
    ),
    head=f"{TITLE}<CalendarUID>1</CalendarUID>",
    calendars=STANDARD
    + "<Calendar><UID>3</UID><Name>Ann Reed</Name><IsBaseCalendar>0</IsBaseCalendar><BaseCalendarUID>1</BaseCalendarUID>"
    "<WeekDays><WeekDay><DayType>6</DayType><DayWorking>0</DayWorking></WeekDay>"
    "<WeekDay><DayType>0</DayType><DayWorking>0</DayWorking><TimePeriod><FromDate>2026-12-21T00:00:00</FromDate>"
    "<ToDate>2026-12-31T23:59:00</ToDate></TimePeriod></WeekDay></WeekDays></Calendar>",
    resources="<Resource><UID>0</UID><ID>0</ID><Type>1</Type></Resource>"
    "<Resource><UID>1</UID><ID>1</ID><Name>Ann Reed</Name><Type>1</Type><MaxUnits>1</MaxUnits><CalendarUID>3</CalendarUID></Resource>",
    assignments="<Assignment><UID>1</UID><TaskUID>2</TaskUID><ResourceUID>1</ResourceUID><Units>0.5</Units>"
    "<Start>2026-11-02T08:00:00</Start><Finish>2026-11-03T17:00:00</Finish><Work>PT16H0M0S</Work></Assignment>",
)

# Project 2007: Exceptions beside the old week days; minutes only; lags in every unit; baselines.
PROJECT_2007 = project(
    task(0, "Group audit", level=0),
    task(1, "Planning", more="<Summary>1</Summary>"),
    task(2, "Risk", level=2, more="<Duration>PT480M0S</Duration><DurationFormat>7</DurationFormat><Work>PT480M0S</Work>"
         "<Baseline><TimephasedData><Type>4</Type></TimephasedData><Number>0</Number><Start>2026-10-26T08:00:00</Start>"
         "<Finish>2026-10-27T17:00:00</Finish><Work>PT8H0M0S</Work></Baseline>"
         "<Baseline><Number>3</Number><Start>2026-10-27T08:00:00</Start><Finish>2026-10-27T17:00:00</Finish></Baseline>"
         "<Cost>12000</Cost><FixedCost>50</FixedCost>"),
    task(3, "Scoping", level=2, more="<Duration>PT960M0S</Duration>"
         "<PredecessorLink><PredecessorUID>2</PredecessorUID><Type>1</Type><LinkLag>4800</LinkLag><LagFormat>7</LagFormat></PredecessorLink>"),
    task(4, "Memo", level=2, more="<Duration>PT960M0S</Duration>"
         "<PredecessorLink><PredecessorUID>2</PredecessorUID><Type>3</Type><LinkLag>-600</LinkLag><LagFormat>5</LagFormat></PredecessorLink>"
         "<PredecessorLink><PredecessorUID>3</PredecessorUID><Type>0</Type><LinkLag>50</LinkLag><LagFormat>19</LagFormat></PredecessorLink>"),
    task(5, "Archive", level=2, more="<Duration>PT960M0S</Duration>"
         "<PredecessorLink><PredecessorUID>4</PredecessorUID><Type>2</Type><LinkLag>100800</LinkLag><LagFormat>8</LagFormat></PredecessorLink>"),
    head=f"<SaveVersion>12</SaveVersion>{TITLE}<CalendarUID>1</CalendarUID><MinutesPerWeek>2400</MinutesPerWeek>",
    calendars=STANDARD
    + "<Calendar><UID>4</UID><Name>Ben Okoro</Name><IsBaseCalendar>0</IsBaseCalendar><BaseCalendarUID>1</BaseCalendarUID>"
    "<WeekDays><WeekDay><DayType>0</DayType><DayWorking>0</DayWorking><TimePeriod><FromDate>2026-12-24T00:00:00</FromDate>"
    "<ToDate>2026-12-24T23:59:00</ToDate></TimePeriod></WeekDay></WeekDays>"
    "<Exceptions><Exception><EnteredByOccurrences>0</EnteredByOccurrences><TimePeriod><FromDate>2026-12-24T00:00:00</FromDate>"
    "<ToDate>2026-12-24T23:59:00</ToDate></TimePeriod><Occurrences>1</Occurrences><Name>Christmas Eve</Name><Type>1</Type>"
    "<DayWorking>0</DayWorking></Exception>"
    "<Exception><EnteredByOccurrences>1</EnteredByOccurrences><TimePeriod><FromDate>2027-01-04T00:00:00</FromDate>"
    "<ToDate>2027-12-31T23:59:00</ToDate></TimePeriod><Occurrences>3</Occurrences><Name>Study day</Name><Type>6</Type>"
    "<Period>2</Period><DaysOfWeek>32</DaysOfWeek><DayWorking>0</DayWorking></Exception></Exceptions></Calendar>",
    resources="<Resource><UID>2</UID><ID>1</ID><Name>Ben Okoro</Name><Type>1</Type><CalendarUID>4</CalendarUID></Resource>"
    "<Resource><UID>3</UID><Name>Paper</Name><Type>0</Type></Resource>",
    assignments="<Assignment><UID>1</UID><TaskUID>2</TaskUID><ResourceUID>2</ResourceUID><Units>1</Units></Assignment>"
    "<Assignment><UID>2</UID><TaskUID>2</TaskUID><ResourceUID>3</ResourceUID><Units>5</Units></Assignment>",
)  # fmt: skip

# Project 2010 to 2016 and later: GUIDs, manual tasks with one date only, inactive and blank lines, several people.
PROJECT_2016 = project(
    task(0, "Group audit", level=0, head="<Active>1</Active><Manual>0</Manual>"),
    task(1, "Execution", head="<Active>1</Active><Manual>0</Manual>", more="<Summary>1</Summary>"),
    task(2, "Components", level=2, head="<Active>1</Active><Manual>0</Manual>", more="<Summary>1</Summary>"),
    task(3, "Instructions", level=3, head="<Active>1</Active><Manual>1</Manual>", more="<ManualStart>2026-11-02T08:00:00</ManualStart>"
         "<Duration>PT16H0M0S</Duration><DurationFormat>53</DurationFormat><Work>PT32H0M0S</Work>"),
    task(4, "Clearance", level=3, finish="", head="<Active>1</Active><Manual>1</Manual>"),
    task(5, "Cancelled", level=2, head="<Active>0</Active><Manual>0</Manual>"),
    "<Task><UID>6</UID><ID>6</ID><IsNull>1</IsNull></Task>",
    task(7, "Report", level=1, start="2026-12-11T17:00:00", finish="2026-12-11T17:00:00",
         head="<Active>1</Active><Manual>0</Manual>", more="<Milestone>1</Milestone><ConstraintType>2</ConstraintType>"
         "<ConstraintDate>2026-12-11T17:00:00</ConstraintDate>"),
    head="<SaveVersion>14</SaveVersion><BuildNumber>16.0.10366.20016</BuildNumber><Name>plan.xml</Name>"
    f"<GUID>8F2C9E9B-1111-2222-3333-444455556666</GUID>{TITLE}<CalendarUID>1</CalendarUID><Views><View/><View/></Views>",
    calendars=STANDARD,
    resources="<Resource><UID>1</UID><GUID>AAAAAAAA-1111-2222-3333-444455556666</GUID><Name>Ann Reed</Name><Type>1</Type></Resource>"
    "<Resource><UID>2</UID><Name>Ben Okoro</Name><Type>1</Type></Resource>"
    "<Resource><UID>3</UID><Name>Senior</Name><Type>1</Type><IsGeneric>1</IsGeneric></Resource>",
    assignments="<Assignment><UID>1</UID><TaskUID>3</TaskUID><ResourceUID>1</ResourceUID><Units>1</Units></Assignment>"
    "<Assignment><UID>2</UID><TaskUID>3</TaskUID><ResourceUID>2</ResourceUID><Units>0.5</Units></Assignment>"
    "<Assignment><UID>3</UID><TaskUID>4</TaskUID><ResourceUID>3</ResourceUID><Units>1</Units></Assignment>",
)  # fmt: skip

VERSIONS = {"2003": PROJECT_2003, "2007": PROJECT_2007, "2016": PROJECT_2016}


def plan_file(path: Path, text: str | bytes) -> Path:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def read_back(body: bytes) -> ReadPlan:
    """Read a plan's file without a process of its own."""
    records: list[tuple[int, tuple[str, ...]]] = []
    reader = RecordReader(lambda line, record: records.append((line, tuple(record))), most_chars=32_767)
    reader.read(io.BytesIO(body), lambda _count, _found: None)
    table = RawTable("plan.xml", FileShape.PROJECT_XML, "00", 0, "", "", "", (), False, tuple(records), (), None)
    return read_project(table)


def calendar(*events: Sequence[str]) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Somebody//EN"]
    for event in events:
        lines += ["BEGIN:VEVENT", "DTSTAMP:20261101T090000Z", *event, "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()
