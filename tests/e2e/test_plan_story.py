"""An engagement from its template to its first budget alert and its papers, in a real window.

Robin sets up Harrowgate's audit, ties it to Lanternbank's bridge letter, runs into that by a drag, mends it, agrees
plan and budget, brings in what the team recorded, and books time until the estimate is five percent over.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import pytest

from tests.e2e.plan_desk import CARD, COLLEAGUE, LETTER, NOW, OTHER, make_desk
from tests.e2e.running import MAIN, Spot
from tests.e2e.screen import PICTURES, Screen, until
from tests.e2e.sight import Sight
from tests.e2e.week import OWNER, Week

CODE: Final = "410118-26"
HARROWGATE: Final = "Harrowgate · Group audit 2027"
IN_SIDEBAR: Final = "Harrowgate, Group audit 2027"
BRIEFING: Final = "Audit plan and team briefing"
NEW, TEAM, BUDGET, REPORT = "New engagement", "Add to the team", "Budget", "Progress report"
KEEP: Final = "Keep the plan as it stands"
QUICK: Final = "Quick entry"
COLLIDES: Final = re.compile(f"Order: {LETTER}. Begins Wed 16 Dec, before “{BRIEFING}” allows it: .*")
THREE_WEEKS: Final = 20
"""Days of the drag: from Thursday, 26 November to Wednesday, 16 December, when the letter is due to be begun."""
HALF_DAYS_BACK: Final = 5
SENIOR_DAYS: Final = tuple(f"2026-11-{day}" for day in (9, 10, 11, 12, 16, 17, 18))
EXTRACT: Final = (
    *((COLLEAGUE, CODE, day, "7.50", "posted") for day in SENIOR_DAYS),
    (OWNER, CODE, "2026-11-24", "4.00", "posted"),
)
"""52.5 hours of the colleague's, and 4 of Robin's that the own entry of that day says too."""
BUDGET_MINOR: Final = 189_000_00
SENIORS_MINOR: Final = 52 * 150_00 + 75_00
BAR: Final = re.compile(f"{HARROWGATE}: \u20685 %\u2069 used, .*")
ALERT: Final = "EAC +5 %"
ALERT_ON_TODAY: Final = re.compile(f"Open the budget: {IN_SIDEBAR}, .*")
EMPTY_PAGE: Final = 5_000
"""Bytes of a picture with nothing on it."""
ANSWER: Final = "Acknowledge the alert"
NOTE: Final = "Agreed with the partner: planning took longer"

pytestmark = [pytest.mark.display, pytest.mark.timeout(600)]


class Desk(Week):
    """Robin's desk, and what a person wants to know of it."""

    def __init__(self, screen: Screen, folder: Path) -> None:
        super().__init__(screen, folder, "--at", NOW, make=make_desk)

    def conflicts(self, kind: str) -> list[dict[str, Any]]:
        return [one for one in self.terminal("plan", "conflicts") if one["kind"] == kind]

    def item(self, name: str) -> dict[str, Any]:
        every = [one for each in self.terminal("plan", "show")["engagements"] for one in each["items"]]
        [found] = [one for one in every if one["name"] == name]
        return found  # type: ignore[no-any-return]

    def budget(self) -> dict[str, Any]:
        return self.terminal("budget", "show", CODE)  # type: ignore[no-any-return]

    def has_used(self, minor: int) -> None:
        """Wait until so much of the budget is used."""
        until("the hours in the budget", lambda: self.budget()["actual_minor"] == minor)

    def alerts(self) -> list[tuple[str, int]]:
        return [(one["kind"], one["percent"]) for one in self.budget()["alerts"]]

    def go(self, page: str, *, shown: str) -> None:
        """Go to a page by its button in the sidebar; ``shown`` is in sight there alone."""
        self.app.click_on(page, kind="button", beside="Settings", until=lambda: self.app.sight().one(shown))

    def press(self, button: str, *, opens: str, beside: str | None = None) -> None:
        self.app.click_on(button, kind="button", title=MAIN, beside=beside, until=lambda: self.app.shows(opens))
        self.app.dialog(opens)

    def save(self, form: str) -> None:
        self.app.key("Return", until=lambda: not self.app.shows(form))

    def choose(self, button: str, line: str) -> None:
        self.app.click_on(button, kind="button", until=self.app.menu_is_open)
        self.app.choose(line)

    def book(self, line: str) -> None:
        self.app.key("ctrl+n", to=MAIN, until=lambda: self.app.shows(QUICK))
        self.app.type(line, into=QUICK, title=QUICK)
        self.app.key("Return", until=lambda: not self.app.shows(QUICK))

    def picture(self, step: str) -> None:
        self.app.picture(f"plan-{step}")

    def starts_again(self) -> None:
        """End the program as its user does, and start it once more."""
        self.app.key("ctrl+q", to=MAIN)
        assert self.app.wait_end() == 0
        assert self.app.said == ""
        self.app = self._start("--at", NOW)
        self.app.focus()


@pytest.fixture
def desk(screen: Screen, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(screen, tmp_path)
    yield desk
    desk.app.end()


def test_a_plan_its_budget_and_an_alert(desk: Desk) -> None:
    desk.app.focus()
    an_engagement_is_made_from_its_template(desk)
    it_is_staffed_and_priced(desk)
    desk.go("Timeline", shown="Search the plan")
    its_task_is_linked_to_another_engagement(desk)
    a_drag_runs_into_the_link(desk)
    the_conflict_is_jumped_to_and_fixed(desk)
    the_fix_is_undone_and_done_again(desk)
    the_plan_is_kept(desk)
    desk.go("Budgets", shown="Search budgets")
    a_budget_is_set(desk)
    the_teams_hours_come_in(desk)
    desk.go("Today", shown="Recorded today")
    time_is_booked_until_the_alert(desk)
    it_is_not_said_again(desk)
    it_is_acknowledged(desk)
    the_plan_is_written_as_pages(desk)
    progress_is_reported(desk)
    assert desk.app.said == ""


# -- the plan --------------------------------------------------------------------------------------------------------


def an_engagement_is_made_from_its_template(desk: Desk) -> None:
    app = desk.app
    desk.go("Portfolio", shown="Columns")
    desk.press(NEW, opens=NEW)
    app.key("Up", until=lambda: app.sight().one("Name of the new client", kind="field"))
    for field, words in (
        ("Name of the new client", "Harrowgate Foods plc"),
        ("Engagement", "Group audit 2027"),
        ("Period end", "31 Mar 2027"),
        ("Charge code", CODE),
    ):
        app.click_on(field, kind="field", title=NEW)
        app.type(words, into=field, title=NEW, instead=True)
    app.read("5 phases, 27 tasks, 17 dates, 840 h from 1 November 2026 to 18 August 2027", title=NEW)
    desk.picture("1-template")
    desk.save(NEW)
    app.read("Engagement created")
    made, *_ = [one for one in desk.terminal("plan", "show")["engagements"] if one["engagement"] == HARROWGATE]
    assert sorted(made["open_gates"]) == ["acceptance", "engagement_letter", "independence"]
    assert len([one for one in made["items"] if one["kind"] == "task"]) == 27
    app.read("0 of 27 tasks done")
    app.until("its gates", lambda seen: seen.one(re.compile("Gates: Acceptance open; .*"), kind="part"))
    app.until("its code", lambda seen: seen.one(CODE, kind="cell"))


def it_is_staffed_and_priced(desk: Desk) -> None:
    app = desk.app
    desk.press("Add to the team", opens=TEAM)
    app.until("who is free", lambda seen: seen.one(re.compile(f"{COLLEAGUE}, .*"), kind="choice", title=TEAM))
    desk.save(TEAM)
    app.until("the colleague", lambda seen: seen.one(COLLEAGUE, kind="cell"))
    desk.press("Choose card", opens="Rate card")
    app.key("Down", until=lambda: app.sight().one(f"{CARD}, GBP", kind="choice"))
    desk.save("Rate card")
    app.until("its rates", lambda seen: seen.one("300", kind="cell") and seen.one("150", kind="cell"))
    desk.picture("2-engagement")


def its_task_is_linked_to_another_engagement(desk: Desk) -> None:
    app = desk.app
    app.click_on(BRIEFING, kind="cell", until=lambda: app.has_keyboard(BRIEFING, kind="cell"))
    app.key("Insert", until=lambda: app.shows("New link"))
    app.dialog("New link")
    desk.screen.type(LETTER[:6])
    app.keyboard_on(re.compile(f"{LETTER}, {OTHER}"), kind="choice")
    desk.save("New link")
    one, other = desk.item(BRIEFING), desk.item(LETTER)
    links = desk.terminal("plan", "show")["links"]
    assert [(link["from"], link["to"], link["kind"]) for link in links if link["crosses"]] == [
        (one["id"], other["id"], "fs")
    ]
    assert desk.conflicts("link") == []


def a_drag_runs_into_the_link(desk: Desk) -> None:
    app = desk.app
    count = conflicts_shown(app.sight())
    start = app.point(BRIEFING, kind="item")
    app.drag(start, Spot(start.window, start.x + round(THREE_WEEKS * day_px(app.sight())), start.y), drop=False)
    desk.screen.picture("plan-3-dragging")
    assert desk.item(BRIEFING)["starts"].startswith("2026-11-26"), "nothing is written while it is held"
    app.drop()
    app.read("Moved")
    app.until("the conflict", lambda seen: seen.one(COLLIDES, kind="part") and conflicts_shown(seen) == count + 1)
    [conflict] = desk.conflicts("link")
    assert set(conflict["engagements"]) == {OTHER, HARROWGATE}
    assert [item["name"] for item in conflict["items"]] == [LETTER, BRIEFING]
    assert desk.item(LETTER)["starts"] == "2026-12-16T09:00:00", "what is pinned is not pushed"
    desk.picture("4-conflict")


def the_conflict_is_jumped_to_and_fixed(desk: Desk) -> None:
    app = desk.app
    app.key("F8", until=lambda: app.has_keyboard(LETTER, kind="cell"))
    desk.picture("5-jumped")
    app.click_on("Other end", kind="button", until=lambda: app.has_keyboard(BRIEFING, kind="cell"))
    for _ in range(HALF_DAYS_BACK):
        app.key("Left")
    until("no conflict", lambda: not desk.conflicts("link"))
    app.until("the drawer without it", lambda seen: not seen.one(COLLIDES, kind="part"))
    assert desk.item(BRIEFING)["ends"] <= desk.item(LETTER)["starts"]
    desk.picture("6-fixed")


def the_fix_is_undone_and_done_again(desk: Desk) -> None:
    app = desk.app
    fixed = desk.item(BRIEFING)["starts"]
    app.key("ctrl+z")
    app.until("the conflict again", lambda seen: seen.one(COLLIDES, kind="part"))
    assert desk.item(BRIEFING)["starts"] > fixed
    app.key("ctrl+shift+z")
    app.until("the fix again", lambda seen: not seen.one(COLLIDES, kind="part"))
    assert desk.item(BRIEFING)["starts"] == fixed


def the_plan_is_kept(desk: Desk) -> None:
    app = desk.app
    desk.choose("More", f"{KEEP}…")
    app.dialog(KEEP)
    app.type("As agreed", into="Name", title=KEEP)
    desk.save(KEEP)
    app.until("the baseline beside the plan", lambda seen: seen.one("Baseline: 25 Nov", kind="button"))
    app.click_on("Baseline: 25 Nov", kind="button", until=app.menu_is_open)
    assert [line.name for line in app.sight().menu if line.on] == ["25 Nov, As agreed"]
    app.key("Escape", until=lambda: not app.menu_is_open())


# -- the budget ------------------------------------------------------------------------------------------------------


def a_budget_is_set(desk: Desk) -> None:
    app = desk.app
    desk.press("Set the budget", opens=BUDGET, beside="No budget")
    app.until("the proposal", lambda seen: field(seen, "Interim, Senior") == "118")
    app.read("840 h, £189,000 in all", title=BUDGET)
    desk.picture("7-budget")
    desk.save(BUDGET)
    app.read("On track")
    found = desk.budget()
    assert (found["budget_minor"], found["eac_minor"], found["actual_minor"]) == (BUDGET_MINOR, BUDGET_MINOR, 0)
    assert [version["number"] for version in found["versions"]] == [1]
    assert found["alerts"] == []


def the_teams_hours_come_in(desk: Desk) -> None:
    app = desk.app
    desk.go("Timesheet", shown="Hand over")
    app.click_on("Recorded", kind="button", until=lambda: app.sight().one("Import recorded time"))
    app.click_on("Import recorded time", kind="button", until=lambda: app.shows("Import a file"))
    app.choose_file("Import a file", write_extract(desk.folder))
    app.dialog("Import")
    app.click_on("Import", kind="button", title="Import")
    app.read("Every row came in.", title="Import")
    app.click_on("Close", kind="button", title="Import", until=lambda: not app.shows("Import"))
    app.read("Extract of 24 November 2026")
    found = desk.budget()
    assert (found["actual_minor"], found["extract_date"]) == (SENIORS_MINOR, "2026-11-24"), "own hours come by entries"
    assert found["alerts"] == []


def time_is_booked_until_the_alert(desk: Desk) -> None:
    app = desk.app
    for line, own_s in ((f"yesterday 9-13 {CODE}, planning memo", 4 * 3_600), (f"1h {CODE}, risk meeting", 5 * 3_600)):
        desk.book(line)
        desk.has_used(SENIORS_MINOR + 300_00 * own_s // 3_600)
    app.until(
        "the bar of the budget",
        lambda seen: seen.one(BAR, kind="button"),
    )
    assert desk.alerts() == [], "4.96 % over is not 5"
    assert not app.sight().reads(ALERT)
    desk.book(f"1h {CODE}, materiality")
    app.read(f"{ALERT}: {HARROWGATE}")
    card = app.until("the alert's card", lambda seen: seen.one(ALERT_ON_TODAY, kind="button"))
    assert card.name.endswith(ALERT)
    assert desk.alerts() == [("eac", 5)]
    desk.picture("8-alert")
    app.close_message(f"{ALERT}: {HARROWGATE}")


def it_is_not_said_again(desk: Desk) -> None:
    before = desk.budget()["actual_minor"]
    desk.book(f"1.5h {CODE}, group instructions")
    desk.has_used(before + 450_00)
    desk.starts_again()
    app = desk.app
    app.until("the alert's card", lambda seen: seen.one(ALERT_ON_TODAY, kind="button"))
    app.until("the budget's bar", lambda seen: seen.one(BAR, kind="button"))
    assert not app.sight().reads(f"{ALERT}: {HARROWGATE}"), "it waits, and is not said anew"
    assert desk.alerts() == [("eac", 5)]


def it_is_acknowledged(desk: Desk) -> None:
    app = desk.app
    app.click_on(ALERT_ON_TODAY, kind="button", until=lambda: app.sight().one("Search budgets"))
    app.read("Off track")
    desk.picture("9-over")
    answer = re.compile("Acknowledge: .*")
    app.click_on(answer, kind="button", until=lambda: app.shows(ANSWER))
    app.dialog(ANSWER)
    app.type(NOTE, into="What is done about it", title=ANSWER)
    desk.save(ANSWER)
    app.until("the answer", lambda seen: seen.one(answer, kind="button") is None)
    [alert] = desk.budget()["alerts"]
    assert alert["note"] == NOTE
    desk.go("Today", shown="Recorded today")
    app.until("no alert", lambda seen: seen.one(ALERT_ON_TODAY, kind="button") is None)


# -- papers ----------------------------------------------------------------------------------------------------------


def the_plan_is_written_as_pages(desk: Desk) -> None:
    app, path = desk.app, desk.folder / "plan.pdf"
    desk.go("Timeline", shown="Search the plan")
    app.until("the plan", lambda seen: seen.one(BRIEFING, kind="cell"))
    desk.choose("More", "Open all rows")
    app.click_on("Fit", kind="button")
    app.see("Walkthroughs", kind="item")
    desk.picture("10-all")
    desk.choose("More", "Save as pages (PDF)…")
    app.choose_file("Save the plan", path)
    app.read("Plan written: plan.pdf")
    papers_say(path, "Timeline, page 1 of 2", "Walkthroughs", "page 2 of 2", LETTER)


def progress_is_reported(desk: Desk) -> None:
    app, path = desk.app, desk.folder / "report.pdf"
    app.click_on(IN_SIDEBAR, kind="button", until=lambda: app.sight().one("More actions"))
    desk.choose("More actions", REPORT)
    app.dialog(REPORT)
    app.until("the report", lambda seen: "EAC" in field(seen, "What the report says"))
    app.click_on("Clients by name", kind="button", title=REPORT)
    app.until("the client", lambda seen: "Harrowgate Foods plc" in field(seen, "What the report says"))
    desk.picture("11-report")
    app.click_on("Save PDF", kind="button", title=REPORT, until=lambda: app.shows("Save the report"))
    app.choose_file("Save the report", path)
    app.read("Report written: report.pdf")
    papers_say(
        path,
        "Harrowgate Foods plc, Group audit 2027",
        "Progress, 19\N{EN DASH}25 Nov",
        "£189,000",
        "Open gate: Independence",
    )
    app.key("Escape", until=lambda: not app.shows(REPORT))


# -- what is looked at -----------------------------------------------------------------------------------------------


def conflicts_shown(seen: Sight) -> int:
    """Return the number on the button of the drawer."""
    button = seen.one(re.compile("Conflicts [0-9]+"), kind="button")
    return 0 if button is None else int(button.name.split()[-1])


def day_px(seen: Sight) -> float:
    """Return how wide a day is: Understanding the entity takes from Wednesday 9:00 to Wednesday 10:00."""
    bar = seen.one("Understanding the entity and risk assessment", kind="item")
    assert bar is not None
    return bar.box[2] / (7 + 1 / 24)


def field(seen: Sight, name: str) -> str:
    found = seen.one(name, kind="field")
    return "" if found is None else found.text


def write_extract(folder: Path) -> Path:
    """Write what the firm's system holds of the team, as of Tuesday evening."""
    path = folder / "team.csv"
    lines = [("Person", "Code", "Date", "Hours", "Status"), *EXTRACT]
    path.write_text("".join(",".join(line) + "\n" for line in lines), encoding="utf-8")
    as_of = datetime.fromisoformat("2026-11-24T18:00:00+00:00").timestamp()
    os.utime(path, (as_of, as_of))
    return path


def papers_say(path: Path, *words: str) -> None:
    """Look at a PDF: it is whole, no page is empty, and where the machine can read it, it has these words.

    Its pages are left as pictures, for whoever wants to see them.
    """
    raw = path.read_bytes()
    assert raw.startswith(b"%PDF-1.")
    assert raw.rstrip().endswith(b"%%EOF")
    assert b"startxref" in raw[-64:]
    if shutil.which("pdftoppm"):
        PICTURES.mkdir(parents=True, exist_ok=True)
        picture = PICTURES / f"plan-paper-{path.stem}"
        subprocess.run(["pdftoppm", "-r", "80", "-png", str(path), str(picture)], check=True, timeout=60)
        made = sorted(PICTURES.glob(f"{picture.name}-*.png"))
        assert made
        assert all(page.stat().st_size > EMPTY_PAGE for page in made), "a page is empty"
    if shutil.which("pdftotext"):
        read = ["pdftotext", "-layout", str(path), "-"]
        text = subprocess.run(read, capture_output=True, text=True, timeout=60, check=True).stdout
        assert [word for word in words if word not in text] == []
