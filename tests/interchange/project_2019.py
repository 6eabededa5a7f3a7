"""A plan with everything that Project 2019 and 365 write, in their order and with their empty and zero elements.

Written here after files that those programs saved: what a person never typed stands in them too, and must not be
counted as something that is lost.
"""

from __future__ import annotations

from typing import Final

from tests.interchange.plan_files import NAMESPACE, STANDARD_DAYS, VERSIONS

HEAD: Final = """\
<SaveVersion>14</SaveVersion><BuildNumber>16.0.10730.20102</BuildNumber><Name>interim.xml</Name>
<GUID>BA6CB4E7-DAD2-E811-AC3F-4CEDDE6E5B57</GUID><Title>Group audit</Title><Company>Harrowgate Foods plc</Company>
<CreationDate>2026-10-18T08:00:00</CreationDate><LastSaved>2026-10-18T14:37:00</LastSaved>
<ScheduleFromStart>1</ScheduleFromStart><StartDate>2026-11-02T08:00:00</StartDate>
<FinishDate>2026-12-18T17:00:00</FinishDate><FYStartDate>1</FYStartDate><CriticalSlackLimit>0</CriticalSlackLimit>
<CurrencyDigits>2</CurrencyDigits><CurrencySymbol>£</CurrencySymbol><CurrencyCode>GBP</CurrencyCode>
<CurrencySymbolPosition>0</CurrencySymbolPosition><CalendarUID>1</CalendarUID>
<DefaultStartTime>08:00:00</DefaultStartTime><DefaultFinishTime>17:00:00</DefaultFinishTime>
<MinutesPerDay>480</MinutesPerDay><MinutesPerWeek>2400</MinutesPerWeek><DaysPerMonth>20</DaysPerMonth>
<DurationFormat>7</DurationFormat><WorkFormat>2</WorkFormat><NewTasksAreManual>1</NewTasksAreManual>
<ExtendedCreationDate>1984-01-01T00:00:00</ExtendedCreationDate>
<Views><View><Name>&amp;Gantt Chart</Name><IsCustomized>true</IsCustomized></View></Views>
<Filters><Filter><Name>&amp;All Tasks</Name></Filter></Filters>
<Groups><Group><Name>&amp;No Group</Name></Group></Groups>
<Tables><Table><Name>&amp;Entry</Name><IsCustomized>true</IsCustomized></Table></Tables><Maps/><Reports/><Drawings/>
<DataLinks/><VBAProjects><VBAProject><Name>ThisProject</Name></VBAProject></VBAProjects><OutlineCodes/><WBSMasks/>
<ExtendedAttributes/>"""

CALENDARS: Final = f"""\
<Calendar><UID>1</UID><GUID>16F4FFF7-D8D2-E811-AC3F-4CEDDE6E5B57</GUID><Name>Standard</Name>
<IsBaseCalendar>1</IsBaseCalendar><IsBaselineCalendar>0</IsBaselineCalendar><BaseCalendarUID>0</BaseCalendarUID>
<WeekDays>{STANDARD_DAYS}<WeekDay><DayType>0</DayType><DayWorking>0</DayWorking><TimePeriod>
<FromDate>2026-12-25T00:00:00</FromDate><ToDate>2026-12-25T23:59:00</ToDate></TimePeriod></WeekDay></WeekDays>
<Exceptions><Exception><EnteredByOccurrences>0</EnteredByOccurrences><TimePeriod>
<FromDate>2026-12-25T00:00:00</FromDate><ToDate>2026-12-25T23:59:00</ToDate></TimePeriod><Occurrences>1</Occurrences>
<Name>Christmas</Name><Type>1</Type><DayWorking>0</DayWorking></Exception></Exceptions></Calendar>
<Calendar><UID>3</UID><Name>Ann Reed</Name><IsBaseCalendar>0</IsBaseCalendar><IsBaselineCalendar>0</IsBaselineCalendar>
<BaseCalendarUID>1</BaseCalendarUID><WorkWeeks><WorkWeek><TimePeriod><FromDate>2027-01-04T00:00:00</FromDate>
<ToDate>2027-03-28T23:59:00</ToDate></TimePeriod><Name>Busy season</Name><WeekDays><WeekDay><DayType>7</DayType>
<DayWorking>1</DayWorking><WorkingTimes><WorkingTime><FromTime>09:00:00</FromTime><ToTime>13:00:00</ToTime>
</WorkingTime></WorkingTimes></WeekDay></WeekDays></WorkWeek></WorkWeeks></Calendar>"""

ZEROS: Final = """\
<ResumeValid>0</ResumeValid><EffortDriven>0</EffortDriven><Recurring>0</Recurring><OverAllocated>0</OverAllocated>
<Estimated>0</Estimated><DisplayAsSummary>0</DisplayAsSummary><Critical>0</Critical><IsSubproject>0</IsSubproject>
<IsSubprojectReadOnly>0</IsSubprojectReadOnly><ExternalTask>0</ExternalTask><StartVariance>0</StartVariance>
<FinishVariance>0</FinishVariance><WorkVariance>0.00</WorkVariance><FreeSlack>0</FreeSlack><TotalSlack>0</TotalSlack>
<StartSlack>0</StartSlack><FinishSlack>0</FinishSlack><FixedCost>0</FixedCost><FixedCostAccrual>3</FixedCostAccrual>
<PercentWorkComplete>0</PercentWorkComplete><Cost>0</Cost><OvertimeCost>0</OvertimeCost>
<OvertimeWork>PT0H0M0S</OvertimeWork><ActualDuration>PT0H0M0S</ActualDuration><ActualCost>0</ActualCost>
<ActualOvertimeCost>0</ActualOvertimeCost><ActualWork>PT0H0M0S</ActualWork>
<ActualOvertimeWork>PT0H0M0S</ActualOvertimeWork><RegularWork>PT0H0M0S</RegularWork>
<RemainingDuration>PT8H0M0S</RemainingDuration><RemainingCost>0</RemainingCost><RemainingWork>PT0H0M0S</RemainingWork>
<RemainingOvertimeCost>0</RemainingOvertimeCost><RemainingOvertimeWork>PT0H0M0S</RemainingOvertimeWork>
<ACWP>0.00</ACWP><CV>0.00</CV><CalendarUID>-1</CalendarUID><LevelAssignments>1</LevelAssignments>
<LevelingCanSplit>1</LevelingCanSplit><LevelingDelay>0</LevelingDelay><LevelingDelayFormat>8</LevelingDelayFormat>
<IgnoreResourceCalendar>0</IgnoreResourceCalendar><HideBar>0</HideBar><Rollup>0</Rollup><BCWS>0.00</BCWS>
<BCWP>0.00</BCWP><PhysicalPercentComplete>0</PhysicalPercentComplete><EarnedValueMethod>0</EarnedValueMethod>
<IsPublished>1</IsPublished><CommitmentType>0</CommitmentType>"""


def task(
    uid: int,
    name: str,
    *,
    level: int = 1,
    start: str = "2026-11-02T08:00:00",
    finish: str = "2026-11-02T17:00:00",
    manual: int = 0,
    active: int = 1,
    more: str = "",
    zeros: str = ZEROS,
) -> str:
    return (
        f"<Task><UID>{uid}</UID><GUID>CB6CB4E7-DAD2-E811-AC3F-4CEDDE6E5B{uid + 16:02X}</GUID><ID>{uid}</ID>"
        f"<Name>{name}</Name><Active>{active}</Active><Manual>{manual}</Manual><Type>0</Type><IsNull>0</IsNull>"
        f"<CreateDate>2026-10-18T14:37:00</CreateDate><WBS>{uid}</WBS><OutlineNumber>{uid}</OutlineNumber>"
        f"<OutlineLevel>{level}</OutlineLevel><Priority>500</Priority><StartText></StartText><FinishText></FinishText>"
        f"<DurationText></DurationText><Start>{start}</Start><Finish>{finish}</Finish>"
        f"<ManualStart>{start}</ManualStart><ManualFinish>{finish}</ManualFinish>"
        f"<ManualDuration>PT8H0M0S</ManualDuration><FreeformDurationFormat>53</FreeformDurationFormat>{zeros}{more}</Task>"
    )


def link(before: int, kind: int = 1, lag: int = 0, lag_format: int = 7) -> str:
    return (
        f"<PredecessorLink><PredecessorUID>{before}</PredecessorUID><Type>{kind}</Type><CrossProject>0</CrossProject>"
        f"<LinkLag>{lag}</LinkLag><LagFormat>{lag_format}</LagFormat></PredecessorLink>"
    )


DAY: Final = "<Duration>PT8H0M0S</Duration><DurationFormat>7</DurationFormat><Work>PT8H0M0S</Work>"
BASELINES: Final = "".join(
    f"<Baseline><Number>{number}</Number><Start>2026-10-{12 + number}T08:00:00</Start>"
    f"<Finish>2026-10-{12 + number}T17:00:00</Finish><Duration>PT8H0M0S</Duration>"
    "<DurationFormat>7</DurationFormat><Work>PT8H0M0S</Work></Baseline>"
    for number in range(11)
)
PLAIN: Final = f"""\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Project xmlns="{NAMESPACE}">{HEAD}<Calendars>{CALENDARS}</Calendars><Tasks>
{task(0, "", level=0, more="<Summary>1</Summary><Milestone>0</Milestone>")}
{task(1, "Interim", finish="2026-11-20T17:00:00", more="<Summary>1</Summary>")}
{task(2, "Walkthroughs", level=2, more=f"{DAY}<Milestone>0</Milestone><Summary>0</Summary>{BASELINES}")}
{
    task(
        3,
        "Letter",
        level=2,
        start="2026-11-05T08:00:00",
        finish="2026-11-05T17:00:00",
        manual=1,
        more=f"{DAY}<Summary>0</Summary>{link(2, lag=9600)}",
    )
}
</Tasks><Resources>
<Resource><UID>0</UID><ID>0</ID><Type>1</Type><IsNull>0</IsNull><MaxUnits>1.00</MaxUnits></Resource>
<Resource><UID>1</UID><ID>1</ID><Name>Ann Reed</Name><Type>1</Type><MaxUnits>1.00</MaxUnits><CalendarUID>3</CalendarUID>
</Resource></Resources><Assignments>
<Assignment><UID>1</UID><TaskUID>2</TaskUID><ResourceUID>1</ResourceUID><Units>1</Units>
<Start>2026-11-02T08:00:00</Start><Finish>2026-11-02T17:00:00</Finish><Work>PT8H0M0S</Work>
<TimephasedData><Type>1</Type><UID>1</UID><Start>2026-11-02T08:00:00</Start><Finish>2026-11-02T17:00:00</Finish>
<Unit>2</Unit><Value>PT8H0M0S</Value></TimephasedData></Assignment>
<Assignment><UID>2</UID><TaskUID>3</TaskUID><ResourceUID>-65535</ResourceUID><Units>1</Units><Work>PT8H0M0S</Work>
</Assignment></Assignments></Project>"""
"""Nothing in it that a plan of ours cannot hold."""

ODD: Final = PLAIN.replace(
    "</Tasks>",
    "".join(
        (
            # Three days by the clock, nights included.
            task(4, "Drying", level=2, start="2026-11-06T17:00:00", finish="2026-11-09T17:00:00",
                 more="<Duration>PT72H0M0S</Duration><DurationFormat>8</DurationFormat><Summary>0</Summary>"),
            task(5, "Half-way", level=2, start="2026-11-10T08:00:00", finish="2026-11-10T17:00:00",
                 more=f"{DAY}<Summary>0</Summary>{link(2, kind=3, lag=50, lag_format=19)}"),
            task(6, "Dropped", level=2, active=0, more=f"{DAY}<Summary>0</Summary>"),
            task(7, "Weekly call", level=2, finish="2026-11-16T09:00:00", zeros=ZEROS.replace(
                "<Recurring>0</Recurring>", "<Recurring>1</Recurring>"), more="<Summary>1</Summary>"),
            task(8, "Weekly call 1", level=3, start="2026-11-09T08:00:00", finish="2026-11-09T09:00:00",
                 more="<Duration>PT1H0M0S</Duration><DurationFormat>5</DurationFormat><Summary>0</Summary>"),
            task(9, "Weekly call 2", level=3, start="2026-11-16T08:00:00", finish="2026-11-16T09:00:00",
                 more="<Duration>PT1H0M0S</Duration><DurationFormat>5</DurationFormat><Summary>0</Summary>"),
            task(10, "Elsewhere", level=2, zeros=ZEROS.replace(
                "<ExternalTask>0</ExternalTask>",
                "<ExternalTask>1</ExternalTask><ExternalTaskProject>C:\\\\other.mpp\\\\4</ExternalTaskProject>"),
                more=DAY),
            task(11, "In two parts", level=2, start="2026-11-04T08:00:00", finish="2026-11-06T17:00:00",
                 more="<Duration>PT16H0M0S</Duration><DurationFormat>7</DurationFormat><Summary>0</Summary>"
                 + link(2, lag=4320, lag_format=8)),
            "</Tasks>",
        )
    ),
    1,
)  # fmt: skip
"""Elapsed durations and lags, a lag in percent, an inactive, a recurring, an external and a split task."""

EVERY_VERSION: Final = VERSIONS | {"2019": ODD}
