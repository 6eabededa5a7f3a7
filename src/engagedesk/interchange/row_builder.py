"""Build one typed row from the mapped cells of a line; ``Unreadable`` says why a line cannot be one."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final

from engagedesk.domain.money import exponent
from engagedesk.domain.states import PlanItemKind
from engagedesk.interchange.cells import Cell
from engagedesk.interchange.mapping import ImportMapping
from engagedesk.interchange.plan_lines import rows_of_lines
from engagedesk.interchange.predecessors import length_of
from engagedesk.interchange.rows import (
    CodeImportRow,
    EngagementImportRow,
    ImportKind,
    ImportRow,
    PlanLineImportRow,
    RecordedImportRow,
    RejectedRow,
    Remark,
    StaffingImportRow,
    TimeImportRow,
)
from engagedesk.interchange.values import (
    Formats,
    Unreadable,
    as_clock,
    as_currency,
    as_day,
    as_duration,
    as_flag,
    as_moment,
    as_number,
    as_text,
    at_clock,
    short,
)
from engagedesk.interchange.words import ENGAGEMENT_STATES, FEE_ARRANGEMENTS, SERVICE_LINES, E, word_of

DAY_MOST_S: Final = 24 * 3600
ENTRY_MOST_S: Final = 7 * 86_400
RECORDED_MOST_S: Final = 200 * 3600
"""Extracts may hold one line a week, or a month of a part-time code."""
_CLOCK_CHANGES_S: Final = (1800, 3600, 7200)
_WEEKDAY: Final = re.compile(r"^[A-Za-zÄÖÜäöü]{2,10}\.?,?\s+(?=\d)")
_HOUR_WORD: Final = re.compile(r"\s*(h|hrs?|hours?|std|stunden?)\.?$", re.IGNORECASE)


class RowBuilder:
    """Builds one kind of row from the mapped cells of a line, with caches for what repeats."""

    def __init__(self, mapping: ImportMapping, formats: Formats) -> None:
        self.remarks: list[Remark] = []
        self.rejected: list[RejectedRow] = []
        """Lines that only fail beside the others."""
        self._mapping = mapping
        self._formats = formats
        self._constants: dict[str, Cell] = dict(mapping.constants)
        self._source = (mapping.source or mapping.name).strip().casefold()
        self._words: dict[str, dict[str, str]] = {}
        for field, written, meant in mapping.words:
            self._words.setdefault(field, {})[written.strip().casefold()] = meant
        self._columns = {name for _, name in mapping.columns} | set(self._constants)
        self._ordinals: dict[str, int] = {}
        self._days: dict[Cell, date] = {}
        self._natural: dict[str, int] = {}
        self._line = 0
        self._values: dict[str, Cell] = {}
        builders: dict[ImportKind, Callable[[], ImportRow]] = {
            ImportKind.TIME: self._time,
            ImportKind.RECORDED: self._recorded,
            ImportKind.ENGAGEMENTS: self._engagement,
            ImportKind.STAFFING: self._staffing,
            ImportKind.CODES: self._code,
            ImportKind.PLAN: self._plan_line,
        }
        self._build = builders[mapping.kind]
        self._lines = 0

    def build(self, line: int, values: dict[str, Cell]) -> ImportRow:
        self._line = line
        self._values = {**self._constants, **values} if self._constants else values
        return self._build()

    def finished(self, rows: list[ImportRow]) -> list[ImportRow]:
        """Join the lines of one engagement: a list often has one line a charge code."""
        if self._mapping.kind is ImportKind.PLAN:
            lines = [row for row in rows if isinstance(row, PlanLineImportRow)]
            plan, rejected, remarks = rows_of_lines(lines, source=self._source, day_s=self._formats.day_seconds)
            self.rejected += rejected
            self.remarks += remarks
            return [*plan]
        if self._mapping.kind is not ImportKind.ENGAGEMENTS:
            return rows
        joined: dict[str, EngagementImportRow] = {}
        for row in rows:
            if not isinstance(row, EngagementImportRow):
                continue
            first = joined.get(row.source_key)
            if first is None:
                joined[row.source_key] = row
            else:
                if replace(row, line=first.line, codes=first.codes) != first:
                    self.remarks.append(Remark(row.line, "import.remark.joined", {"first": str(first.line)}))
                codes = tuple(dict.fromkeys((*first.codes, *row.codes)))
                joined[row.source_key] = replace(first, codes=codes)
        return list(joined.values())

    # --- values -----------------------------------------------------------------------------------------------

    def _text(self, field: str) -> str:
        cell = self._values.get(field)
        if cell is None:
            return ""
        text = as_text(cell)
        words = self._words.get(field)
        return words.get(text.casefold(), text) if words else text

    def _day(self, field: str) -> date | None:
        cell = self._values.get(field)
        if cell is None or cell == "":
            return None
        found = self._days.get(cell)
        if found is None:
            found = self._days[cell] = as_day(cell, self._formats)
        return found

    def _optional_day(self, field: str) -> date | None:
        try:
            return self._day(field)
        except Unreadable as problem:
            self._remark("import.remark.left_empty", field, problem.params.get("value", ""))
            return None

    def _flag(self, field: str) -> bool | None:
        cell = self._values.get(field)
        words = self._words.get(field)
        if words and isinstance(cell, str):
            cell = words.get(cell.strip().casefold(), cell)
        try:
            return as_flag(cell)
        except Unreadable as problem:
            self._remark("import.remark.left_empty", field, problem.params.get("value", ""))
            return None

    def _remark(self, code: str, field: str, value: str) -> None:
        self.remarks.append(Remark(self._line, code, {"field": field, "value": short(value)}))

    def _person(self, whole: str) -> str:
        name = self._text(whole)
        if name:
            return name
        return f"{self._text('first_name')} {self._text('last_name')}".strip()

    def _hashed_key(self, *parts: object) -> str:
        body = "\x1f".join(["" if part is None else str(part).casefold() for part in parts])
        digest = hashlib.blake2b(body.encode("utf-8", "replace"), digest_size=16).hexdigest()
        ordinal = self._ordinals.get(digest, 0) + 1
        self._ordinals[digest] = ordinal
        return f"{self._source}:#{digest}:{ordinal}"

    def _natural_key(self, *parts: str) -> str:
        body = " | ".join(part.casefold() for part in parts)
        if len(body) > 200:
            body = "#" + hashlib.blake2b(body.encode("utf-8", "replace"), digest_size=16).hexdigest()
        return f"{self._source}:{body}"

    def _unique_key(self, reference: str) -> str:
        key = self._natural_key(reference)
        earlier = self._natural.setdefault(key, self._line)
        if earlier != self._line:
            raise Unreadable("import.row.key_twice", value=short(reference), earlier=str(earlier))
        return key

    # --- time -------------------------------------------------------------------------------------------------

    def _time(self) -> TimeImportRow:
        start, end, offset_s = self._span()
        stated = self._stated_seconds(most_s=DAY_MOST_S if start is None else ENTRY_MOST_S)
        day = self._day("day")
        if start is not None:
            if end is None:
                if stated is None:
                    raise Unreadable("import.row.no_end")
                end = start + timedelta(seconds=stated)
            seconds = self._span_seconds(start, end, stated)
            day = start.date()
        else:
            if day is None:
                day = self._day("start_date")
            if day is None:
                raise Unreadable("import.row.no_date")
            if stated is None:
                raise Unreadable("import.row.no_duration")
            seconds = stated
        client, engagement, code = self._text("client"), self._text("engagement"), self._text("code")
        task, activity, narrative = self._text("task"), self._text("activity"), self._text("narrative")
        user, email = self._person("user"), self._text("email")
        reference = self._text("reference")
        key = (
            self._unique_key(reference)
            if reference
            else self._hashed_key(
                email or user, client, engagement, code, task, activity, narrative, start, end, day, seconds
            )
        )
        return TimeImportRow(
            line=self._line,
            source_key=key,
            client=client,
            engagement=engagement,
            code=code,
            task=task,
            activity=activity,
            narrative=narrative,
            billable=self._flag("billable"),
            start_wall=start,
            end_wall=end,
            utc_offset_s=offset_s,
            day=day,
            seconds=seconds,
            tags=tuple(tag for part in self._text("tags").split(",") if (tag := part.strip())),
            user=user,
            email=email,
        )

    def _span(self) -> tuple[datetime | None, datetime | None, int | None]:
        values, formats = self._values, self._formats
        if values.get("start") is not None:
            start, offset_s = as_moment(values["start"], formats)
            end, end_offset_s = as_moment(values["end"], formats) if values.get("end") is not None else (None, offset_s)
            if end is not None and offset_s is not None and end_offset_s is not None:
                end += timedelta(seconds=offset_s - end_offset_s)
            return start, end, offset_s
        day = self._day("start_date") or self._day("day")
        if day is None or values.get("start_time") is None:
            return None, None, None
        start = at_clock(day, as_clock(values["start_time"], formats))
        if values.get("end_time") is None:
            return start, None, None
        end_day = self._day("end_date")
        end = at_clock(end_day or day, as_clock(values["end_time"], formats))
        if end_day is None and end <= start:
            end += timedelta(days=1)
        return start, end, None

    def _stated_seconds(self, *, most_s: int) -> int | None:
        cell = self._values.get("duration")
        return None if cell is None or cell == "" else as_duration(cell, self._formats, most_s=most_s)

    def _span_seconds(self, start: datetime, end: datetime, stated: int | None) -> int:
        """Return the length; clocks that run backwards are believed only where a clock change explains them."""
        wall_s = int((end - start).total_seconds())
        if wall_s > ENTRY_MOST_S:
            raise Unreadable("import.row.too_much_time", value=f"{start} - {end}")
        explained = stated is not None and any(abs(stated - wall_s - change) <= 60 for change in _CLOCK_CHANGES_S)
        if wall_s > 0:
            if stated is None:
                return wall_s
            if stated > wall_s + 60 and not explained:
                # A shorter duration leaves out a break; a longer one would move the end that the file states.
                self._remark("import.remark.longer_than_times", "duration", as_text(self._values.get("duration")))
                return wall_s
            return stated
        if stated is not None and explained:
            return stated
        raise Unreadable("import.row.end_before_start" if wall_s else "import.row.no_duration")

    # --- recorded ---------------------------------------------------------------------------------------------

    def _recorded(self) -> RecordedImportRow:
        person, code, engagement = self._person("person"), self._text("code"), self._text("engagement")
        if not person:
            raise Unreadable("import.row.no_person")
        if not code and not engagement:
            raise Unreadable("import.row.no_code")
        day = self._day("day")
        if day is None:
            raise Unreadable("import.row.no_date")
        seconds = as_duration(self._values.get("duration"), self._formats, most_s=RECORDED_MOST_S, negative=True)
        narrative, activity, client = self._text("narrative"), self._text("activity"), self._text("client")
        reference = self._text("reference")
        return RecordedImportRow(
            line=self._line,
            source_key=self._unique_key(reference)
            if reference
            else self._hashed_key(person, client, code, engagement, activity, day, seconds, narrative),
            person=person,
            grade=self._text("grade"),
            client=client,
            code=code,
            engagement=engagement,
            activity=activity,
            work_date=day,
            seconds=seconds,
            status=self._text("status"),
            narrative=narrative,
        )

    # --- engagements ------------------------------------------------------------------------------------------

    def _engagement(self) -> EngagementImportRow:
        client, title = self._text("client"), self._text("title")
        codes = split_codes(self._text("codes"))
        if not client:
            raise Unreadable("import.row.no_client")
        if not title and not codes:
            raise Unreadable("import.row.no_engagement")
        fee_minor, currency = self._fee()
        starts_on, ends_on = self._optional_day("starts_on"), self._optional_day("ends_on")
        if starts_on is not None and ends_on is not None and ends_on < starts_on:
            raise Unreadable("import.row.end_before_start")
        reference = self._text("reference")
        period_end = self._optional_day("period_end")
        # The same audit a year later is another engagement.
        year = (period_end.isoformat(),) if period_end is not None else ()
        identity = (reference,) if reference else (client, title or codes[0], *year)
        return EngagementImportRow(
            line=self._line,
            source_key=self._natural_key(*identity),
            reference=reference,
            client=client,
            code_name=self._text("code_name"),
            title=title,
            service_line=self._word("service_line", SERVICE_LINES),
            engagement_type=self._text("engagement_type"),
            fee_arrangement=self._word("fee_arrangement", FEE_ARRANGEMENTS),
            fee_minor=fee_minor,
            currency=currency,
            codes=codes,
            period_end=period_end,
            starts_on=starts_on,
            ends_on=ends_on,
            state=self._word("state", ENGAGEMENT_STATES),
            role=self._text("role"),
            phase=self._text("phase"),
            priority=self._text("priority"),
            budget_seconds=self._hours("budget"),
        )

    def _fee(self) -> tuple[int | None, str]:
        written = self._text("currency")
        currency = as_currency(written)
        if written and not currency:
            self._remark("import.remark.left_empty", "currency", written)
        cell = self._values.get("fee")
        if cell is None or not as_text(cell):
            return None, currency
        try:
            amount, stated = as_number(cell, self._formats)
        except Unreadable:
            self._remark("import.remark.left_empty", "fee", as_text(cell))
            return None, currency
        currency = currency or stated
        if not currency:
            self._remark("import.remark.no_currency", "fee", as_text(cell))
            return None, ""
        minor = (amount * 10 ** exponent(currency)).to_integral_value()
        if not 0 <= minor < 10**15:
            self._remark("import.remark.left_empty", "fee", as_text(cell))
            return None, currency
        return int(minor), currency

    def _hours(self, field: str) -> int | None:
        cell = self._values.get(field)
        if cell is None or not as_text(cell):
            return None
        try:
            if isinstance(cell, timedelta):
                seconds = Decimal(round(cell.total_seconds()))
            else:
                number, _ = as_number(_HOUR_WORD.sub("", as_text(cell)), self._formats)
                seconds = number * 3600
        except Unreadable:
            self._remark("import.remark.left_empty", field, as_text(cell))
            return None
        if not 0 <= seconds <= 10_000_000 * 3600:
            self._remark("import.remark.left_empty", field, as_text(cell))
            return None
        return int(seconds.to_integral_value())

    def _word(self, field: str, words: dict[str, E]) -> E | None:
        text = self._text(field)
        found = word_of(text, words) if text else None
        if text and found is None:
            self._remark("import.remark.left_empty", field, text)
        return found

    # --- staffing and codes -----------------------------------------------------------------------------------

    def _staffing(self) -> StaffingImportRow:
        person, client = self._person("person"), self._text("client")
        engagement, code = self._text("engagement"), self._text("code")
        if not person:
            raise Unreadable("import.row.no_person")
        if not (engagement or code or client):
            raise Unreadable("import.row.no_engagement")
        from_day, to_day = self._day("from_day"), self._day("to_day")
        if from_day is not None and to_day is not None and to_day < from_day:
            raise Unreadable("import.row.end_before_start")
        role, reference = self._text("role"), self._text("reference")
        return StaffingImportRow(
            line=self._line,
            source_key=self._unique_key(reference)
            if reference
            else self._hashed_key(person, client, engagement, code, role, from_day, to_day),
            person=person,
            email=self._text("email"),
            grade=self._text("grade"),
            client=client,
            engagement=engagement,
            code=code,
            role=role,
            seconds=self._hours("hours"),
            allocation_permille=self._permille(),
            from_day=from_day,
            to_day=to_day,
        )

    def _permille(self) -> int | None:
        cell = self._values.get("percent")
        text = as_text(cell)
        if not text:
            return None
        try:
            number, _ = as_number(text.rstrip("% "), self._formats)
        except Unreadable:
            self._remark("import.remark.left_empty", "percent", text)
            return None
        # 0.5 and 1 are shares (a percent format keeps them so in a workbook), 50 and 100 are percent.
        permille = number * (10 if "%" in text or number > 2 else 1000)
        if not 0 <= permille <= 2000:
            self._remark("import.remark.left_empty", "percent", text)
            return None
        return int(permille.to_integral_value())

    def _code(self) -> CodeImportRow:
        code = self._text("code")
        if not code:
            raise Unreadable("import.row.no_code")
        activity = self._text("activity")
        valid_from, valid_to = self._day("valid_from"), self._day("valid_to")
        if valid_from is not None and valid_to is not None and valid_to < valid_from:
            raise Unreadable("import.row.end_before_start")
        key = self._natural_key(code, activity) if activity else self._natural_key(code)
        earlier = self._natural.setdefault(key, self._line)
        if earlier != self._line:
            raise Unreadable("import.row.key_twice", value=short(code), earlier=str(earlier))
        return CodeImportRow(
            line=self._line,
            source_key=key,
            code=code,
            client=self._text("client"),
            engagement=self._text("engagement"),
            activity=activity,
            name=self._text("name"),
            valid_from=valid_from,
            valid_to=valid_to,
            open=self._flag("open"),
            chargeable=self._flag("chargeable"),
            billable=self._flag("billable"),
        )

    # --- plans ------------------------------------------------------------------------------------------------

    def _plan_line(self) -> PlanLineImportRow:
        name = self._text("name")
        if not name:
            raise Unreadable("import.plan.no_name")
        self._lines += 1
        number, reference = self._text("number"), self._text("reference")
        own = _own_id(reference)
        kind = PlanItemKind.MILESTONE if self._flag("milestone") else PlanItemKind.TASK
        written = self._text("item_kind").casefold()
        if written in tuple(PlanItemKind):
            kind = PlanItemKind(written)
        percent = self._share("progress")
        return PlanLineImportRow(
            line=self._line,
            source_key=self._unique_key(reference) if reference and own is None else "",
            number=int(number) if number.isascii() and number.isdigit() and len(number) < 10 else self._lines,
            own_id=own,
            kind=kind,
            client=self._text("client"),
            engagement=self._text("engagement"),
            code=self._text("code"),
            phase=self._text("phase"),
            name=name,
            starts=self._moment("start"),
            ends=self._moment("finish"),
            due=self._day("due"),
            deadline=self._day("deadline"),
            done_on=self._day("done"),
            work_s=self._hours("work"),
            duration_s=self._length("length"),
            owner=self._text("owner"),
            role=self._text("role"),
            predecessors=self._text("predecessors"),
            percent=percent,
            note=self._text("note"),
            said=frozenset(self._columns),
        )

    def _moment(self, field: str) -> date | None:
        """Return a day, or a day and a time; a weekday before it, as Project writes it, says nothing."""
        cell = self._values.get(field)
        if isinstance(cell, str):
            cell = _WEEKDAY.sub("", cell.strip())
            if not cell or cell.upper() == "NA":
                return None
        if isinstance(cell, datetime) and (cell.hour or cell.minute or cell.second):
            return as_moment(cell, self._formats)[0]
        if isinstance(cell, str) and ":" in cell:
            return as_moment(cell, self._formats)[0]
        return None if cell is None else as_day(cell, self._formats)

    def _length(self, field: str) -> int | None:
        text = self._text(field)
        return length_of(text, day_s=self._formats.day_seconds) if text else None

    def _share(self, field: str) -> int | None:
        """Return whole percent: "50%", 50 and, in a workbook, the 0.5 that a percent format holds."""
        cell = self._values.get(field)
        text = as_text(cell)
        if not text:
            return None
        try:
            number, _ = as_number(text.rstrip("% "), self._formats)
        except Unreadable:
            self._remark("import.remark.left_empty", field, text)
            return None
        if isinstance(cell, float) and 0 < number <= 1:
            number *= 100
        if not 0 <= number <= 100:
            self._remark("import.remark.left_empty", field, text)
            return None
        return int(number.to_integral_value())


def _own_id(text: str) -> bytes | None:
    """Return the id that our own export wrote."""
    try:
        found = bytes.fromhex(text) if len(text) == 32 else b""
    except ValueError:
        return None
    return found or None


def split_codes(text: str) -> tuple[str, ...]:
    """Return the charge codes of one cell: separated by comma, semicolon, bar, or line."""
    for sign in (";", "|", "\n"):
        text = text.replace(sign, ",")
    return tuple(dict.fromkeys(code for part in text.split(",") if (code := part.strip())))
