"""Sample rows of the timeline: the portfolio of the reference picture, on Sunday 22 November 2026."""

from __future__ import annotations

from datetime import date, timedelta

from engagedesk.domain.civil import civil
from engagedesk.domain.states import LinkKind, PlanItemKind, ServiceLine
from engagedesk.domain.working_time import PatternFrom, WorkCalendar, week_of_lengths
from engagedesk.ui.timeline.plan_rows import CivilTime
from engagedesk.ui.timeline.rows import (
    BaselineLine,
    ConflictLine,
    EngagementLine,
    FreeDays,
    ItemLine,
    LinkLine,
    LoadCell,
    LoadRow,
    PersonLine,
    PhaseLine,
    Plan,
    Severity,
)

TODAY = date(2026, 11, 22)
CALENDAR = CivilTime(WorkCalendar([PatternFrom(None, week_of_lengths([27_000] * 5 + [0, 0]))]))
HALF_DAY_S = 13_500


def ident(text: str) -> bytes:
    return text.encode().ljust(16, b"\0")[:16]


def day(month: int, number: int, year: int = 2026) -> date:
    return date(year, month, number)


def begins(at: date) -> int:
    return CALENDAR.next_start(civil(at))


def ends(at: date) -> int:
    return CALENDAR.previous_end(civil(at + timedelta(days=1)))


PEOPLE = (
    PersonLine(ident("pn"), "Priya Nair", "PN", "Manager", is_me=True),
    PersonLine(ident("ta"), "Tom Ashby", "TA", "Senior"),
    PersonLine(ident("lv"), "Lena Vogt", "LV", "Senior, Frankfurt"),
    PersonLine(ident("mb"), "Marcus Bell", "MB", "Associate"),
    PersonLine(ident("hq"), "Hannah Quist", "HQ", "Associate"),
    PersonLine(ident("sl"), "Sarah Lund", "SL", "Partner"),
)


def phase(key: str, name: str, position: int) -> PhaseLine:
    return PhaseLine(ident(key), name, position)


def engagement(
    key: str, client: str, title: str, colour: int, *, first: date, last: date, progress: float,
    service: ServiceLine = ServiceLine.AUDIT, phases: tuple[PhaseLine, ...] = (),
) -> EngagementLine:  # fmt: skip
    return EngagementLine(
        ident(key), client, title, colour, service, begins(first), ends(last), progress, phases=phases
    )


def task(
    key: str, of: str, name: str, *, first: date, last: date, owner: str = "", progress: float = 0.0,
    base: tuple[date, date] | None = None, critical: bool = False, note: str = "", phase: str = "", position: int = 0,
) -> ItemLine:  # fmt: skip
    return ItemLine(
        ident(key), PlanItemKind.TASK, ident(of), ident(phase) if phase else None, name, position,
        ident(owner) if owner else None, begins(first), ends(last), progress=progress, critical=critical, note=note,
        started=progress > 0, base_starts=begins(base[0]) if base else None, base_ends=ends(base[1]) if base else None,
    )  # fmt: skip


def point(
    key: str, of: str, name: str, *, due: date, owner: str = "", critical: bool = True, phase: str = "",
    pinned: bool = False, base: date | None = None, kind: PlanItemKind = PlanItemKind.MILESTONE, position: int = 50,
) -> ItemLine:  # fmt: skip
    at = ends(due)
    return ItemLine(
        ident(key), kind, ident(of), ident(phase) if phase else None, name, position,
        ident(owner) if owner else None, at, at, due=due, critical=critical, pinned=pinned,
        base_starts=ends(base) if base else None, base_ends=ends(base) if base else None,
    )  # fmt: skip


ENGAGEMENTS = (
    engagement("ha", "Harrowgate", "Group audit", 0, first=day(10, 5), last=date(2027, 1, 29), progress=0.38,
               phases=(phase("ha1", "Interim", 0), phase("ha2", "Execution", 1))),
    engagement("ht", "Harrowgate", "Tax provision", 0, first=day(11, 12), last=day(12, 11), progress=0.14,
               service=ServiceLine.TAX, phases=(phase("ht1", "Planning", 0), phase("ht2", "Review", 1))),
    engagement("no", "Northgate", "PCAOB audit", 1, first=day(9, 7), last=day(12, 8), progress=0.84,
               phases=(phase("no1", "Completion", 0),)),
    engagement("la", "Lanternbank", "ISAE 3402", 6, first=day(9, 14), last=day(12, 18), progress=0.7,
               service=ServiceLine.ADVISORY, phases=(phase("la1", "Testing", 0),)),
    engagement("ke", "Kestrel", "Pillar Two", 8, first=day(9, 21), last=day(12, 4), progress=0.93,
               service=ServiceLine.TAX, phases=(phase("ke1", "Impact", 0),)),
)  # fmt: skip

ITEMS = (
    task("walk", "ha", "Walkthroughs", first=day(11, 9), last=day(11, 24), owner="pn", progress=0.78, phase="ha1",
         base=(day(11, 9), day(11, 20)), critical=True),
    task("ctrl", "ha", "Controls testing, UK", first=day(11, 25), last=day(12, 3), owner="ta", phase="ha1",
         base=(day(11, 23), day(12, 1)), critical=True, position=1),
    task("germ", "ha", "German report", first=day(11, 16), last=day(11, 27), owner="lv", progress=0.12, phase="ha1",
         base=(day(11, 12), day(11, 20)), note="silent", position=2),
    point("find", "ha", "Interim findings", due=day(12, 4), owner="pn", phase="ha1"),
    task("prov", "ha", "Group tax provision", first=day(12, 9), last=day(12, 15), owner="pn", phase="ha2"),
    task("scop", "ht", "Scope and information", first=day(11, 12), last=day(11, 25), owner="pn", progress=0.6,
         phase="ht1"),
    task("revi", "ht", "Provision review", first=day(11, 26), last=day(12, 9), phase="ht2",
         base=(day(11, 23), day(12, 4)), critical=True),
    point("memo", "ht", "Provision memo", due=day(12, 11), owner="pn", phase="ht2"),
    task("eqr", "no", "Clear 6 EQR notes", first=day(11, 12), last=day(11, 24), owner="pn", progress=0.6, phase="no1",
         base=(day(11, 12), day(11, 18)), critical=True),
    point("rele", "no", "Release", due=day(11, 24), owner="sl", phase="no1", pinned=True, base=day(11, 20)),
    task("file", "no", "File assembly", first=day(11, 25), last=day(12, 8), owner="hq", phase="no1", position=60,
         base=(day(11, 23), day(12, 4))),
    task("test", "la", "Control tests", first=day(10, 5), last=day(12, 4), owner="ta", progress=0.7, phase="la1"),
    point("repo", "la", "Report", due=day(12, 18), owner="pn", phase="la1", kind=PlanItemKind.DELIVERABLE),
    task("impa", "ke", "Impact model", first=day(10, 12), last=day(11, 30), owner="mb", progress=0.9, phase="ke1"),
    point("kmem", "ke", "Memo", due=day(12, 4), owner="pn", phase="ke1", kind=PlanItemKind.DELIVERABLE),
)  # fmt: skip


def link(
    one: str, two: str, kind: LinkKind = LinkKind.FINISH_START, *, crosses: bool = False, critical: bool = True
) -> LinkLine:
    return LinkLine(ident(f"{one}>{two}"), ident(one), ident(two), kind, crosses=crosses, critical=critical)


LINKS = (
    link("walk", "ctrl"),
    link("ctrl", "find"),
    link("germ", "find", critical=False),
    link("revi", "memo"),
    link("memo", "prov", crosses=True, critical=False),
    link("eqr", "rele"),
    link("rele", "file", critical=False),
)

MONDAYS = tuple(day(11, 2) + timedelta(weeks=n) for n in range(9))


def load(who: str, percents: tuple[int, ...], leave: frozenset[int] = frozenset()) -> LoadRow:
    hours = 135_000
    cells = {
        monday: LoadCell(hours * part // 100, 0 if n in leave else hours, n in leave)
        for n, (monday, part) in enumerate(zip(MONDAYS, percents, strict=True))
    }
    return LoadRow(ident(who), cells)


LOAD = (
    load("pn", (92, 96, 115, 118, 104, 88, 50, 0, 0), frozenset({7})),
    load("ta", (78, 88, 94, 132, 50, 84, 60, 0, 0), frozenset({7})),
    load("lv", (64, 80, 82, 86, 70, 66, 72, 40, 20)),
    load("mb", (90, 96, 100, 94, 108, 92, 54, 24, 0)),
    load("hq", (60, 72, 84, 96, 90, 40, 32, 0, 0)),
)

CONFLICTS = (
    ConflictLine("order", Severity.DANGER, "Order", "Group tax provision",
                 "Starts Wed 9 Dec, before the memo it waits for on Fri 11 Dec.", 0, (ident("prov"), ident("memo")),
                 day(12, 9), two_ends=True),
    ConflictLine("staff", Severity.DANGER, "Staffing", "Provision review",
                 "Needs a tax specialist from Thu 26 Nov. None is booked.", 0, (ident("revi"),), day(11, 26),
                 assigns=True),
    ConflictLine("clash", Severity.DANGER, "Clash 132 %", "Tom Ashby, week 48",
                 "49.5 h planned of 37.5 h: Northgate, Lanternbank, Harrowgate.", None, (ident("ctrl"),), day(11, 23),
                 ident("ta"), marked=0),
    ConflictLine("leave", Severity.WARNING, "Leave", "German report", "Lena Vogt is away then: 26–27 Nov.", 0,
                 (ident("germ"),), day(11, 26), ident("lv"), assigns=True),
)  # fmt: skip

FREE = (
    FreeDays(day(12, 25), day(12, 25), None, "Christmas Day"),
    FreeDays(day(12, 28), day(12, 28), None, "Boxing Day"),
    FreeDays(date(2027, 1, 1), date(2027, 1, 1), None, "New Year's Day"),
    FreeDays(day(12, 21), day(12, 24), ident("pn")),
    FreeDays(day(12, 21), day(12, 24), ident("ta")),
)

PLAN = Plan(
    TODAY, ENGAGEMENTS, ITEMS, LINKS, PEOPLE, frozenset({5, 6}), FREE, LOAD, CONFLICTS,
    (BaselineLine(ident("base"), "As agreed", day(11, 2)),), ident("base"),
)  # fmt: skip

EMPTY = Plan(TODAY)


def calendar_of(_item: ItemLine) -> CivilTime:
    return CALENDAR


def half_day_s(_item: ItemLine) -> int:
    return HALF_DAY_S
