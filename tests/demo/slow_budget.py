"""Budgets worked out the slow and obvious way, from rows as they lie in the file: nothing of the program's rules here.

One line after the other, a rate looked up for each, everything added up in dictionaries.
"""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import holidays

Rows = dict[str, dict[bytes, dict[str, Any]]]
Cell = tuple[bytes | None, str]


def civil_day(civil_s: int) -> str:
    return (date(1970, 1, 1) + timedelta(days=civil_s // 86_400)).isoformat()


def round_even(value: Fraction) -> int:
    return round(value)  # Python rounds a Fraction's half to the even neighbour.


class SlowBudget:
    """One engagement's budget."""

    def __init__(self, rows: Rows, engagement: bytes, today: date) -> None:
        self.rows, self.id, self.today = rows, engagement, today
        self.engagement = rows["engagement"][engagement]
        [self.me] = [one for one, person in rows["person"].items() if person["is_me"]]
        self.actual_s: dict[Cell, int] = defaultdict(int)
        self.actual_minor: dict[Cell, int] = defaultdict(int)
        self.by_day: dict[str, int] = defaultdict(int)
        self.chargeable_minor = 0
        for line in rows["time_entry"].values():
            if line["engagement_id"] == engagement:
                task = rows["task"].get(line["task_id"]) if line["task_id"] else None
                phase = line["phase_id"] or (task["phase_id"] if task else None)
                where = phase or self.phase_of(line["work_day"])
                self.count(self.me, line["work_day"], line["seconds"], where, chargeable=bool(line["chargeable"]))
        for line in rows["recorded_line"].values():
            if line["engagement_id"] == engagement and line["person_id"] != self.me:
                day = line["work_day"]
                code = rows["charge_code"].get(line["code_id"]) if line["code_id"] else None
                chargeable = code is None or bool(code["chargeable"])
                self.count(line["person_id"], day, line["seconds"], self.phase_of(day), chargeable=chargeable)

    def count(self, person: bytes, day: str, seconds: int, phase: bytes | None, *, chargeable: bool) -> None:
        grade = self.grade(person, day)
        amount = round_even(Fraction(seconds * self.rate(grade, person, day), 3600))
        self.actual_s[phase, grade] += seconds
        self.actual_minor[phase, grade] += amount
        self.by_day[day] += amount
        self.chargeable_minor += amount if chargeable else 0

    def phase_of(self, day: str) -> bytes | None:
        found, since = None, ""
        phases = [(p["position"], one, p) for one, p in self.rows["phase"].items() if p["engagement_id"] == self.id]
        for _, one, phase in sorted(phases, key=lambda entry: entry[0]):
            if (
                phase["starts"]
                and phase["ends"]
                and phase["starts"] <= day <= phase["ends"]
                and phase["starts"] >= since
            ):
                found, since = one, phase["starts"]
        return found

    def grade(self, person: bytes, day: str) -> str:
        held = [(g["valid_from"], g["grade"]) for g in self.rows["person_grade"].values()
                if g["person_id"] == person and g["valid_from"] <= day]  # fmt: skip
        return max(held)[1] if held else ""

    def rate(self, grade: str, person: bytes | None, day: str) -> int:
        best: tuple[bool, bool, str] | None = None
        charge = 0
        for line in self.rows["rate_line"].values():
            if line["card_id"] != self.engagement["rate_card_id"] or line["grade"] != grade or line["valid_from"] > day:
                continue
            if line["engagement_id"] not in (None, self.id) or line["person_id"] not in (None, person):
                continue
            rank = (line["engagement_id"] is not None, line["person_id"] is not None, line["valid_from"])
            if best is None or rank > best:
                best, charge = rank, line["charge_minor_per_h"]
        return charge

    @property
    def budget_lines(self) -> list[dict[str, Any]]:
        versions = [(b["number"], one) for one, b in self.rows["budget"].items() if b["engagement_id"] == self.id]
        newest = max(versions)[1]
        return [line for line in self.rows["budget_line"].values() if line["budget_id"] == newest]

    def etc(self) -> dict[Cell, tuple[int, int]]:
        """Return seconds and amount still to come, then what was typed.

        A task's work is that of the people who are booked on it from tomorrow on, else its owner's, else it is shared
        out by the budget's mix of its phase.
        """
        seconds: dict[Cell, int] = defaultdict(int)
        for one, task in self.rows["task"].items():
            if task["engagement_id"] != self.id or task["done_on"] is not None:
                continue
            left = task["remaining_s"]
            if left is None:
                left = round_even(Fraction((task["estimate_s"] or 0) * (100 - task["progress_percent"]), 100))
            if not left:
                continue
            mix = self.booked_on(one, task)
            if not mix and task["owner_id"]:
                mix = [(self.grade(task["owner_id"], self.today.isoformat()), 1)]
            if not mix:
                mix = sorted((line["grade"], line["seconds"]) for line in self.budget_lines
                             if line["phase_id"] == task["phase_id"] and line["seconds"])  # fmt: skip
            whole = sum(weight for _, weight in mix)
            shares = [left * weight // whole for _, weight in mix]
            rests = sorted(range(len(mix)), key=lambda n: (-(left * mix[n][1] % whole), n))
            for n in rests[: left - sum(shares)]:
                shares[n] += 1
            for (grade, _), share in zip(mix, shares, strict=True):
                seconds[task["phase_id"], grade] += share
        for typed in self.rows["typed_estimate"].values():
            if typed["engagement_id"] == self.id:
                seconds[typed["phase_id"], typed["grade"]] = typed["seconds"]
        day = self.today.isoformat()
        return {cell: (s, round_even(Fraction(s * self.rate(cell[1], None, day), 3600))) for cell, s in seconds.items()}

    def booked_on(self, one: bytes, task: dict[str, Any]) -> list[tuple[str, int]]:
        """Return the seconds that are booked on a task, grade by grade."""
        found: dict[str, int] = defaultdict(int)
        for booking in self.rows["booking"].values():
            if booking["task_id"] != one:
                continue
            first, last = booking["starts"], booking["ends"]
            if task["starts_civil"] is not None:
                first = first or civil_day(task["starts_civil"])
                last = last or civil_day(max(task["starts_civil"], task["ends_civil"] - 1))
            if not first or not last:
                continue
            day = max(date.fromisoformat(first), self.today + timedelta(days=1))
            while day.isoformat() <= last:
                seconds = round_even(Fraction(self.works(booking["person_id"], day) * booking["percent"], 100))
                if seconds:
                    found[self.grade(booking["person_id"], day.isoformat())] += seconds
                day += timedelta(days=1)
        return sorted(found.items())

    def works(self, person: bytes | None, day: date) -> int:
        """Return how long somebody (None: the firm) works on a day on this engagement.

        Their week or the firm's standard; nothing on a public holiday of their country; longer days in busy seasons,
        on a free day only where that day alone is meant; nothing while they are away or the client is closed.
        """
        iso = day.isoformat()
        [profile] = self.rows["firm_profile"].values()
        data = json.loads(profile["data"])
        usual = data.get("standard_week_s", [27_000] * 5 + [0, 0])[day.weekday()]
        usual = data.get("standard_days_s", {}).get(iso, usual)
        country, subdivision = "", ""
        for whose in (None, person):
            for pattern in self.rows["work_pattern"].values():
                if pattern["person_id"] != whose or pattern["valid_from"] > iso or iso > (pattern["valid_to"] or iso):
                    continue
                week = json.loads(pattern["week"])
                if week:
                    usual = sum((end - start) * 60 for start, end in week.get(str(day.weekday()), []))
                if pattern["country"]:
                    country, subdivision = pattern["country"], pattern["subdivision"]
        if country and day in holidays.country_holidays(country, subdiv=subdivision or None, years=day.year):
            usual = 0
        meant = [event for event in self.rows["calendar_event"].values()
                 if event["engagement_id"] in (None, self.id) and event["person_id"] in (None, person)
                 and event["starts"] <= iso <= event["ends"]]  # fmt: skip
        for event in meant:
            if event["kind"] == "overtime" and (usual or event["starts"] == event["ends"]):
                usual = event["day_s"]
        for event in meant:
            if event["kind"] != "overtime":
                usual = min(usual, event["day_s"] or 0)
        return int(usual)

    def totals(self) -> dict[str, int]:
        etc = self.etc()
        budget_s = sum(line["seconds"] for line in self.budget_lines)
        budget_minor = sum(line["amount_minor"] for line in self.budget_lines)
        actual_s, actual_minor = sum(self.actual_s.values()), sum(self.actual_minor.values())
        etc_s, etc_minor = sum(s for s, _ in etc.values()), sum(m for _, m in etc.values())
        return {
            "budget_s": budget_s, "budget_minor": budget_minor, "actual_s": actual_s, "actual_minor": actual_minor,
            "etc_s": etc_s, "etc_minor": etc_minor, "eac_s": actual_s + etc_s, "eac_minor": actual_minor + etc_minor,
            "variance_s": budget_s - actual_s - etc_s, "variance_minor": budget_minor - actual_minor - etc_minor,
        }  # fmt: skip

    def split(self) -> dict[str, int]:
        """Return the variance in parts, in one currency: what came of hours, of the mix of grades, of rates.

        Had all expected hours been worked at the budget's average, only the number of hours would differ from it; the
        mix is what they differ from that at the budget's own price of each grade; the rest is other rates.
        """
        planned_s: dict[str, int] = defaultdict(int)
        planned_minor: dict[str, int] = defaultdict(int)
        expected_s: dict[str, int] = defaultdict(int)
        expected_minor = 0
        for line in self.budget_lines:
            planned_s[line["grade"]] += line["seconds"]
            planned_minor[line["grade"]] += line["amount_minor"]
        for (_, grade), seconds in self.actual_s.items():
            expected_s[grade] += seconds
        for (_, grade), (seconds, minor) in self.etc().items():
            expected_s[grade] += seconds
            expected_minor += minor
        expected_minor += sum(self.actual_minor.values())
        as_of = max((b["number"], b["as_of"]) for b in self.rows["budget"].values() if b["engagement_id"] == self.id)[1]
        average = Fraction(sum(planned_minor.values()), sum(planned_s.values()))
        at_grades = Fraction(0)
        for grade, seconds in expected_s.items():
            if planned_s[grade]:
                at_grades += seconds * Fraction(planned_minor[grade], planned_s[grade])
            else:
                at_grades += seconds * Fraction(self.rate(grade, None, as_of), 3600)
        whole = sum(expected_s.values())
        parts = {
            "hours_minor": (sum(planned_s.values()) - whole) * average,
            "mix_minor": whole * average - at_grades,
            "rate_minor": at_grades - expected_minor,
        }
        rounded = {name: round_even(value) for name, value in parts.items()}
        largest = max(rounded, key=lambda name: abs(rounded[name]))
        rounded[largest] += sum(planned_minor.values()) - expected_minor - sum(rounded.values())
        return {**rounded, "fx_minor": 0}

    def recovery_per_mille(self) -> int | None:
        """Return the fee over chargeable hours at standard rates, what is to come included; None = no fee."""
        fee = self.engagement["fee_minor"]
        standard = sum(minor for _, minor in self.etc().values()) + self.chargeable_minor
        if self.engagement["fee"] in ("time_and_materials", "capped"):
            cap = self.engagement["fee_cap_minor"] if self.engagement["fee_cap_minor"] is not None else fee
            fee = standard if cap is None else min(cap, standard)
        elif self.engagement["fee"] == "retainer" and fee is not None:
            first, last = (date.fromisoformat(self.engagement[name]) for name in ("starts", "ends"))
            fee *= (last.year - first.year) * 12 + last.month - first.month + 1
        return None if fee is None else round_even(Fraction(fee * 1000, standard))

    def exhausted_on(self) -> date | None:
        totals = self.totals()
        left = totals["budget_minor"] - totals["actual_minor"]
        if left <= 0:
            used = 0
            for worked in sorted(self.by_day):
                used += self.by_day[worked]
                if used >= totals["budget_minor"]:
                    return date.fromisoformat(worked)
        since = self.today - timedelta(days=27)
        recent = sum(amount for worked, amount in self.by_day.items() if worked >= since.isoformat())
        lately = sum(self.works(None, since + timedelta(days=n)) for n in range(28))
        ends = date.fromisoformat(self.engagement["ends"])
        if recent > 0:
            day = self.walk(left, Fraction(recent, lately))
            if day <= ends or ends < self.today:
                return day
        if totals["etc_minor"] <= left:
            return None
        ahead = sum(self.works(None, self.today + timedelta(days=n + 1)) for n in range((ends - self.today).days))
        return self.walk(left, Fraction(totals["etc_minor"], ahead)) if ahead else self.today + timedelta(days=1)

    def walk(self, left: int, a_second: Fraction) -> date:
        """Go on day after day, each using up as much as its hours of work do, until nothing is left."""
        day, gone = self.today, Fraction(0)
        while gone < left:
            day += timedelta(days=1)
            gone += a_second * self.works(None, day)
        return day


def slow_utilization(rows: Rows, first: date, last: date, standard_s: int) -> tuple[int, int]:
    """Return utilized and base seconds of own time in whole days: chargeable client time over standard less leave."""
    utilized = away = 0
    for line in rows["time_entry"].values():
        if not first.isoformat() <= line["work_day"] <= last.isoformat():
            continue
        code = rows["charge_code"].get(line["code_id"]) if line["code_id"] else None
        kind = code["non_client"] if code else None
        if kind in ("leave", "sickness", "holiday"):
            away += line["seconds"]
        elif kind is None and line["chargeable"]:
            utilized += line["seconds"]
    return utilized, max(0, standard_s - away)
