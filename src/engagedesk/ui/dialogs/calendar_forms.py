"""When people work: leave and other days of somebody, of the firm or of an engagement; working weeks and holidays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QWidget

from engagedesk.domain.ids import PersonId
from engagedesk.domain.states import CalendarEventKind
from engagedesk.domain.working_time import Week, usual_spans, week_lengths
from engagedesk.errors import UserError
from engagedesk.services.command import Command
from engagedesk.services.commands.calendars import (
    AddCalendarEvent,
    AddWorkPattern,
    EditCalendarEvent,
    EditWorkPattern,
    EventFacts,
    PatternFacts,
    RemoveCalendarEvent,
    RemoveWorkPattern,
)
from engagedesk.services.queries.plan_calendars import OffDays
from engagedesk.services.queries.plan_forms import PatternPart
from engagedesk.services.queries.staffing import Staff
from engagedesk.ui import firm_words
from engagedesk.ui.country_names import country_names
from engagedesk.ui.dialogs.form_sheet import FormSheet
from engagedesk.ui.dialogs.plan_forms import PercentEntry
from engagedesk.ui.finding import fold
from engagedesk.ui.format import day_full, days_short, hours
from engagedesk.ui.theme import Icon
from engagedesk.ui.widgets.form import ChoiceEntry, DayEntry, HoursEntry, TextEntry, TickEntry
from engagedesk.ui.words import tr

_MINUTE: Final = 60


class Extent(StrEnum):
    """How much of each day is meant."""

    WHOLE = "whole"
    HALF = "half"
    HOURS = "hours"


class Whose(StrEnum):
    """Whose days a form is about."""

    PERSON = "person"
    FIRM = "firm"
    ENGAGEMENT = "engagement"


_KINDS: Final = {
    Whose.PERSON: (CalendarEventKind.LEAVE, CalendarEventKind.HOLIDAY, CalendarEventKind.OVERTIME),
    Whose.FIRM: (CalendarEventKind.HOLIDAY, CalendarEventKind.OVERTIME),
    Whose.ENGAGEMENT: (CalendarEventKind.BLACKOUT,),
}


class DaysForm(FormSheet):
    """Days that differ, new ones or some that are there; shorter ones, free ones, or longer ones."""

    def __init__(
        self, staff: Staff, whose: Whose, *, person: PersonId | None = None, parent: QWidget | None = None
    ) -> None:
        """``person`` is the one chosen at first; None = the first of them."""
        title, icon = {
            Whose.PERSON: (tr("Staffing", "Leave and other days"), Icon.CALENDAR),
            Whose.FIRM: (tr("Staffing", "Firm holidays and busy season"), Icon.CALENDAR),
            Whose.ENGAGEMENT: (tr("Staffing", "Closed to work"), Icon.CALENDAR),
        }[whose]
        super().__init__(title, width=560, save=tr("Staffing", "Save"), icon=icon, remove=tr("Staffing", "Remove"),
                         parent=parent)  # fmt: skip
        self._staff, self._whose = staff, whose
        about = staff.engagement if whose is Whose.ENGAGEMENT else None
        self.aside.setText("" if about is None else about[1])
        people = [(one.id, one.name) for one in staff.people]
        self.person = ChoiceEntry(tr("Staffing", "Who"), people, field="calendar.person")
        self.which = ChoiceEntry(tr("Staffing", "Days"), [], field="calendar.id")
        kinds = [(kind, kind_words(kind, whose)) for kind in _KINDS[whose]]
        self.kind = ChoiceEntry(tr("Staffing", "What"), kinds, field="calendar.kind")
        self.starts = DayEntry(tr("Staffing", "From"), field="calendar.starts", needed=True)
        self.ends = DayEntry(tr("Staffing", "To"), field="calendar.ends", codes=("dates.order",),
                             hint=tr("Staffing", "Empty: that one day."))  # fmt: skip
        extents = [
            (Extent.WHOLE, tr("Staffing", "Whole days")),
            (Extent.HALF, tr("Staffing", "Half days")),
            (Extent.HOURS, tr("Staffing", "Some hours of work")),
        ]
        self.extent = ChoiceEntry(tr("Staffing", "How much"), extents, field="calendar.extent")
        self.hours = HoursEntry(tr("Staffing", "Hours worked each day"), field="calendar.day",
                                codes=("calendar.how_long", "calendar.day_length"))  # fmt: skip
        self.name = TextEntry(tr("Staffing", "Name"), field="calendar.name")
        if person is not None:
            self.person.set_value(person)
        self.lay_row(self.person)
        self.lay_row(self.which)
        if whose is Whose.ENGAGEMENT:
            self.lay_row(self.extent)
        else:
            self.lay_row(self.kind, self.extent)
        self.lay_row(self.starts, self.ends, self.hours, shares=(4, 4, 4))
        self.lay_row(self.name)
        self.person.setVisible(whose is Whose.PERSON)
        self._show_person()
        self.person.edited.connect(self._show_person)
        self.which.edited.connect(self._show)
        self.kind.edited.connect(self._show_extent)
        self.extent.edited.connect(self._show_extent)
        self.fit()

    def begin(self) -> None:
        """Put the keyboard to the first day: the rest is chosen mostly."""
        self.starts.control.setFocus()
        self.starts.control.selectAll()

    def command(self) -> Command[Any]:
        starts = self.starts.day()
        ends = self.ends.value() or starts
        engagement = self._staff.engagement
        facts = EventFacts(
            self.kind.value(),
            starts,
            ends,
            self._person,
            engagement[0] if self._whose is Whose.ENGAGEMENT and engagement is not None else None,
            self._day_s(),
            self.name.value(),
        )
        row = self._chosen
        if row is None or row.event is None:
            return AddCalendarEvent(facts)
        return EditCalendarEvent(row.event, facts, row.version)

    def removal(self) -> Command[Any] | None:
        row = self._chosen
        return None if row is None or row.event is None else RemoveCalendarEvent(row.event)

    def _day_s(self) -> int | None:
        if self._longer or self.extent.value() is Extent.HOURS:
            found = self.hours.value()
            if found is None:
                raise UserError("calendar.how_long")
            return found
        return self._half_s if self.extent.value() is Extent.HALF else None

    @property
    def _person(self) -> PersonId | None:
        return self.person.value() if self._whose is Whose.PERSON else None

    @property
    def _half_s(self) -> int:
        engagement = self._staff.engagement if self._whose is Whose.ENGAGEMENT else None
        calendar = self._staff.calendars.of(self._person, None if engagement is None else engagement[0])
        return calendar.usual_day_s() // 2 // _MINUTE * _MINUTE

    @property
    def _longer(self) -> bool:
        return self.kind.value() is CalendarEventKind.OVERTIME

    @property
    def _chosen(self) -> OffDays | None:
        chosen = self.which.value()
        return None if chosen is None else next((one for one in self._staff.days if one.event == chosen), None)

    def _rows(self) -> Sequence[OffDays]:
        engagement = self._staff.engagement if self._whose is Whose.ENGAGEMENT else None
        wanted = (self._person, None if engagement is None else engagement[0])
        return [one for one in reversed(self._staff.days) if (one.person, one.engagement) == wanted]

    @Slot()
    def _show_person(self) -> None:
        rows = self._rows()
        choices: list[tuple[bytes | None, str]] = [(None, tr("Staffing", "New days"))]
        choices += [(one.event, off_words(one, self._whose)) for one in rows]
        self.which.set_choices(choices)
        self.which.setVisible(bool(rows))
        self._show()

    @Slot()
    def _show(self) -> None:
        row = self._chosen
        today = self._staff.today
        self.kind.set_value(row.kind if row else _KINDS[self._whose][0])
        self.starts.set_value(row.starts if row else today)
        self.ends.set_value(row.ends if row else None)
        self.name.set_value(row.name if row else "")
        extent = Extent.WHOLE
        if row is not None and row.day_s is not None:
            extent = Extent.HALF if row.day_s == self._half_s else Extent.HOURS
        self.extent.set_value(extent)
        self.hours.set_value(row.day_s if row else None)
        self.remove_button.setVisible(row is not None)
        self._show_extent()

    @Slot()
    def _show_extent(self) -> None:
        self.extent.setVisible(not self._longer)
        self.hours.setVisible(self._longer or self.extent.value() is Extent.HOURS)


def kind_words(kind: CalendarEventKind, whose: Whose) -> str:
    """Return what days are called; the firm's longer days are its busy season."""
    if kind is CalendarEventKind.OVERTIME and whose is Whose.FIRM:
        return tr("Staffing", "Busy season: longer days")
    return {
        CalendarEventKind.LEAVE: tr("Staffing", "Leave"),
        CalendarEventKind.HOLIDAY: tr("Staffing", "Day off"),
        CalendarEventKind.OVERTIME: tr("Staffing", "Longer days"),
        CalendarEventKind.BLACKOUT: tr("Staffing", "Closed"),
    }[kind]


def off_words(row: OffDays, whose: Whose) -> str:
    """Return days in one line, with their year where they have no name."""
    days = days_short(row.starts, row.ends)
    what = row.name or kind_words(row.kind, whose)
    if row.day_s is None:
        return tr("Staffing", "{what}, {days} {year}").format(what=what, days=days, year=row.starts.year)
    words = tr("Staffing", "{what}, {days} {year}, {hours} h a day")
    return words.format(what=what, days=days, year=row.starts.year, hours=hours(row.day_s))


class WeekForm(FormSheet):
    """When somebody works from a day on, or the firm: hours of each weekday, and whose public holidays count."""

    def __init__(
        self, staff: Staff, *, of_firm: bool = False, person: PersonId | None = None, parent: QWidget | None = None
    ) -> None:
        """``person`` is the one chosen at first; None = the first of them."""
        title = tr("Staffing", "The firm's working week") if of_firm else tr("Staffing", "Working week")
        super().__init__(title, width=600, save=tr("Staffing", "Save"), icon=Icon.FIRM if of_firm else Icon.USERS,
                         remove=tr("Staffing", "Remove"), parent=parent)  # fmt: skip
        self._staff, self._of_firm = staff, of_firm
        people = [(one.id, one.name) for one in staff.people]
        self.person = ChoiceEntry(tr("Staffing", "Who"), people, field="calendar.person")
        self.which = ChoiceEntry(tr("Staffing", "Working week"), [], field="calendar.pattern")
        last = "" if of_firm else tr("Staffing", "Empty: they stay.")
        until = tr("Staffing", "To") if of_firm else tr("Staffing", "Last day")
        self.since = DayEntry(tr("Staffing", "From"), field="calendar.valid_from", needed=True,
                              codes=("calendar.pattern_twice",))  # fmt: skip
        self.until = DayEntry(until, field="calendar.valid_to", codes=("dates.order",), hint=last)
        own = tr("Staffing", "Other hours than the firm profile's") if of_firm else tr("Staffing", "Own hours")
        hint = "" if of_firm else tr("Staffing", "Otherwise those of the firm.")
        self.own = TickEntry(own, field="calendar.own", hint=hint)
        self.share = PercentEntry(tr("Staffing", "Part-time, % of the firm's week"), field="calendar.share",
                                  hint=tr("Staffing", "Fills in the hours."))  # fmt: skip
        self.days = [HoursEntry(name, field=f"calendar.day_{day}") for day, name in firm_words.weekdays()]
        for day in self.days[:1]:
            day.codes = frozenset({"calendar.hours", "calendar.no_hours", "calendar.day_length"})
        none = tr("Staffing", "None") if of_firm else tr("Staffing", "As the firm")
        names = country_names()
        known = [(one, names.get(one, one)) for one in staff.places]
        places = [("", none), *sorted(known, key=lambda pair: fold(pair[1]))]
        self.country = ChoiceEntry(tr("Staffing", "Public holidays of"), places, field="calendar.country",
                                   codes=("calendar.country", "calendar.no_country"))  # fmt: skip
        self.part = ChoiceEntry(tr("Staffing", "State or region"), [], field="calendar.subdivision",
                                codes=("calendar.subdivision",))  # fmt: skip
        if person is not None:
            self.person.set_value(person)
        self.lay_row(self.person)
        self.lay_row(self.which)
        self.lay_row(self.since, self.until)
        self.lay_row(self.own, self.share)
        self.lay_row(*self.days[:4])
        self.lay_row(*self.days[4:], shares=(3, 3, 3))
        self.lay_row(self.country, self.part)
        self.person.setVisible(not of_firm)
        self._show_person()
        self.person.edited.connect(self._show_person)
        self.which.edited.connect(self._show)
        self.own.edited.connect(self._show_own)
        self.share.edited.connect(self._fill)
        self.country.edited.connect(self._show_parts)
        self.fit()

    def begin(self) -> None:
        """Put the keyboard to the day from which it holds."""
        self.since.control.setFocus()
        self.since.control.selectAll()

    def command(self) -> Command[Any]:
        facts = PatternFacts(
            self.since.day(),
            self.until.value(),
            self._week() if self.own.value() else None,
            self.country.value() or "",
            self.part.value() or "",
        )
        row = self._chosen
        return AddWorkPattern(self._person, facts) if row is None else EditWorkPattern(row.id, facts, row.version)

    def removal(self) -> Command[Any] | None:
        return None if self._chosen is None else RemoveWorkPattern(self._chosen.id)

    def _week(self) -> Week:
        """Return the hours as stretches of the day: a length that was not changed keeps its own."""
        before = self._shown_week
        spans = []
        for day, field in enumerate(self.days):
            seconds = round((field.value() or 0) / _MINUTE) * _MINUTE
            if seconds > 86_400:
                raise UserError("calendar.day_length", field=field.field)
            kept = seconds == week_lengths(before)[day]
            spans.append(before[day] if kept else usual_spans(seconds))
        return (spans[0], spans[1], spans[2], spans[3], spans[4], spans[5], spans[6])

    @property
    def _person(self) -> PersonId | None:
        return None if self._of_firm else self.person.value()

    @property
    def _chosen(self) -> PatternPart | None:
        return next((one for one in self._rows() if one.id == self.which.value()), None)

    def _rows(self) -> Sequence[PatternPart]:
        return [one for one in reversed(self._staff.patterns) if one.person == self._person]

    @property
    def _shown_week(self) -> Week:
        """Return the week that the fields began with: its own, or the firm's on the day it begins."""
        row = self._chosen
        if row is not None and row.facts.week is not None:
            return row.facts.week
        return self._staff.calendars.firm_week(self._staff.today if row is None else row.facts.valid_from)

    @Slot()
    def _show_person(self) -> None:
        rows = self._rows()
        choices: list[tuple[bytes | None, str]] = [(None, tr("Staffing", "New, from a day on"))]
        choices += [(one.id, pattern_words(one, self._staff.places)) for one in rows]
        self.which.set_choices(choices)
        self.which.setVisible(bool(rows))
        today = self._staff.today
        now = next((one for one in rows if one.facts.valid_from <= today), rows[-1] if rows else None)
        self.which.set_value(None if now is None else now.id)
        self._show()

    @Slot()
    def _show(self) -> None:
        row = self._chosen
        facts = row.facts if row else None
        self.since.set_value(facts.valid_from if facts else self._first_day())
        self.until.set_value(facts.valid_to if facts else None)
        self.own.set_value(facts.week is not None if facts else False)
        self._put(week_lengths(self._shown_week))
        self.country.set_value(facts.country if facts else "")
        self._show_parts()
        self.part.set_value(facts.subdivision if facts else "")
        self.remove_button.setVisible(row is not None)
        self._show_own()

    def _put(self, lengths: Sequence[int]) -> None:
        for field, seconds in zip(self.days, lengths, strict=True):
            field.set_value(seconds)
        whole = sum(week_lengths(self._staff.calendars.firm_week(self._staff.today)))
        quiet = QSignalBlocker(self.share)
        self.share.set_value(min(100, round(sum(lengths) * 100 / whole)) if whole else 100)
        quiet.unblock()

    def _first_day(self) -> date:
        """Return from when a new week holds: contracts change with a month, the firm's first week holds already."""
        today = self._staff.today
        if self._of_firm and not self._rows():
            return today.replace(month=1, day=1)
        return (today.replace(day=1) + timedelta(days=32)).replace(day=1)

    @Slot()
    def _show_own(self) -> None:
        on = self.own.value()
        self.share.setVisible(on and not self._of_firm)
        for field in self.days:
            field.setEnabled(on)

    @Slot()
    def _fill(self) -> None:
        """Share the hours out over the firm's days."""
        try:
            share = self.share.value()
        except UserError:
            # While it is typed; leaving the field says so.
            return
        lengths = week_lengths(self._staff.calendars.firm_week(self._staff.today))
        for field, seconds in zip(self.days, lengths, strict=True):
            field.set_value(seconds * share // 100 // _MINUTE * _MINUTE)

    @Slot()
    def _show_parts(self) -> None:
        parts = self._staff.places.get(self.country.value() or "", ())
        whole = [("", tr("Staffing", "The whole country"))]
        self.part.set_choices([*whole, *sorted(parts, key=lambda pair: pair[1].casefold())])
        self.part.setVisible(bool(parts))


def pattern_words(part: PatternPart, places: Mapping[str, tuple[tuple[str, str], ...]]) -> str:
    """Return a working week in one line; ``places`` names the subdivisions."""
    facts = part.facts
    week = tr("Staffing", "the usual hours")
    if facts.week is not None:
        week = tr("Staffing", "{hours} h a week").format(hours=hours(sum(week_lengths(facts.week))))
    words = tr("Staffing", "From {day}: {week}").format(day=day_full(facts.valid_from), week=week)
    if not facts.country:
        return words
    country = country_names().get(facts.country, facts.country)
    if not facts.subdivision:
        return tr("Staffing", "{words}, {place}").format(words=words, place=country)
    name = dict(places.get(facts.country, ())).get(facts.subdivision, facts.subdivision)
    return tr("Staffing", "{words}, {country}, {part}").format(words=words, country=country, part=name)
