"""Firm profile: what the firm prescribes about time, field by field, and as a file to share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from engagedesk.domain.firm_profile import DEFAULT_PROFILE, FirmProfile
from engagedesk.domain.states import NonClientKind
from engagedesk.errors import UserError
from engagedesk.services.queries.staffing import FirmCalendar
from engagedesk.ui import firm_words
from engagedesk.ui.calendar_words import firm_days_words, firm_week_words
from engagedesk.ui.format import hm
from engagedesk.ui.intents import ExportFirmProfile, ImportFirmProfile, SaveFirmProfile
from engagedesk.ui.pages.settings_groups.panel import Block, Panel
from engagedesk.ui.pages.settings_groups.rows import (
    ChoiceBlock,
    LengthBlock,
    LinesBlock,
    ManyBlock,
    NumberBlock,
    SwitchBlock,
    TextBlock,
    ValueBlock,
    WeekBlock,
    seconds_of,
)
from engagedesk.ui.rate_intents import ShowRateCards
from engagedesk.ui.setting_words import Group, group_words, unit_words
from engagedesk.ui.staffing_intents import EnterFirmDays, SetFirmWeek
from engagedesk.ui.theme import Icon, Tone
from engagedesk.ui.view_rows import Message
from engagedesk.ui.widgets.button import Button
from engagedesk.ui.widgets.message_bar import NoticeStrip
from engagedesk.ui.widgets.text import Label
from engagedesk.ui.words import tr

COUNTS = "counting."
"""Begins the key of a row that says how one kind of non-client time counts."""


class FirmPanel(Panel):
    """Each change is saved at once, and undone like any other."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(*group_words(Group.FIRM), parent=parent)
        self._profile = DEFAULT_PROFILE
        self.rows: dict[str, ValueBlock] = {}
        self._build_file()
        self._build_time()
        self._build_calendar()
        self._build_submission()
        self._build_narratives()
        self._build_money()

    @property
    def profile(self) -> FirmProfile:
        """The profile that is shown."""
        return self._profile

    def _build_file(self) -> None:
        self.notice = NoticeStrip()
        self.notice.hide()
        self._put("name", TextBlock(self.tr("Name"), self.tr("What these rules are called.")))
        share = Block(
            self.tr("As a file"),
            self.tr("The rules of a firm can be handed on to others. An import replaces all of them; undo brings them "
                    "back."),
            key="firm.file", also=self.tr("import export share"),
        )  # fmt: skip
        self.import_button = Button(self.tr("Import…"), icon=Icon.IMPORT)
        self.import_button.clicked.connect(self._import)
        self.export_button = Button(self.tr("Export…"), icon=Icon.SAVE)
        self.export_button.clicked.connect(self._export)
        share.at_end(self.import_button, self.export_button)
        share.below(self.notice)
        self.add(share)

    def _build_time(self) -> None:
        self.card(self.tr("Hours"))
        minutes = unit_words("min")
        self._put("increment_s", NumberBlock(
            self.tr("Time increment"), self.tr("What the timesheet counts in. What was worked is never changed."),
            unit=minutes, low=1, high=480, scale=60))  # fmt: skip
        self._put("rounding", ChoiceBlock(
            self.tr("Rounding"), self.tr("Which way a day goes to the increment. Each day is rounded once."),
            firm_words.roundings()))  # fmt: skip
        names = [name for _, name in firm_words.weekdays()]
        self._put("standard_week_s", WeekBlock(
            self.tr("Standard hours"), self.tr("What a day has by contract; 0:00 for a day off."), names))  # fmt: skip
        self._put("standard_days_s", LinesBlock(
            self.tr("Days that differ"), self.tr("One a line: the date and its hours, as in 2026-12-25 0:00."),
            write=days_as_text, read=days_from_text, also=self.tr("bank holiday public")))  # fmt: skip
        self._put("gap_min", NumberBlock(
            self.tr("Shortest gap to mention"), self.tr("Shorter ones are taken for a breath."), unit=minutes, low=0,
            high=1_440))  # fmt: skip
        self._put("overtime_multiplier_percent", NumberBlock(
            self.tr("Overtime counts as"), self.tr("What an hour above standard is worth as time off in lieu."),
            unit="%", low=0, high=300))  # fmt: skip

    def _build_calendar(self) -> None:
        self.card(self.tr("Calendar of the plan"))
        week = Block(
            self.tr("Working week and public holidays"),
            self.tr("Which hours of which days the plan counts on, and the country and state whose public holidays "
                    "are free. A person can have others."),
            key="firm.week", also=self.tr("country state region bank holiday calendar"),
        )  # fmt: skip
        self.week_button = Button(self.tr("Change…"), icon=Icon.CALENDAR)
        self.week_button.setAccessibleName(self.tr("Change the working week and public holidays"))
        self.week_button.clicked.connect(self._set_week)
        week.at_end(self.week_button)
        self.week_words = Label("", tone=Tone.SECOND, wrap=True)
        week.below(self.week_words)
        self.add(week)
        days = Block(
            self.tr("Firm holidays and busy season"),
            self.tr("Days on which everybody is free, and weeks with longer days. An engagement's closed days are in "
                    "its menu."),
            key="firm.days", also=self.tr("overtime closed bridge day year end"),
        )  # fmt: skip
        self.days_button = Button(self.tr("Change…"), icon=Icon.CALENDAR)
        self.days_button.setAccessibleName(self.tr("Change firm holidays and busy season"))
        self.days_button.clicked.connect(self._enter_days)
        days.at_end(self.days_button)
        self.days_words = Label("", tone=Tone.SECOND, wrap=True)
        days.below(self.days_words)
        self.add(days)

    def show_calendar(self, calendar: FirmCalendar) -> None:
        """Say what the plan's calendar holds now."""
        self.week_words.setText(firm_week_words(calendar))
        self.days_words.setText(firm_days_words(calendar))

    @Slot()
    def _show_cards(self) -> None:
        self.intent.emit(ShowRateCards())

    @Slot()
    def _set_week(self) -> None:
        self.intent.emit(SetFirmWeek())

    @Slot()
    def _enter_days(self) -> None:
        self.intent.emit(EnterFirmDays())

    def _build_submission(self) -> None:
        self.card(self.tr("Submission"))
        self._put("week_end", ChoiceBlock(
            self.tr("The week ends on"), self.tr("The last day of a timesheet."), firm_words.weekdays(),
            also=self.tr("week start first day")))  # fmt: skip
        self._put("cutoff_weekday", ChoiceBlock(
            self.tr("To be submitted by"), self.tr("The weekday after the week's end."),
            firm_words.weekdays()))  # fmt: skip
        self._put("cutoff_min", LengthBlock(
            self.tr("At"), self.tr("Local time of the cut-off."), unit_s=60, most_s=86_399))  # fmt: skip
        self._put(
            "split_at_month_end",
            SwitchBlock(
                self.tr("Split at the end of a month"), self.tr("A week over two months becomes two timesheets.")
            ),
        )
        self._put("blocks", ManyBlock(
            self.tr("What stops a submission"),
            self.tr("Everything else that the check finds only warns. Lines on a closed or missing code are held "
                    "back as drafts and never stop the rest."), firm_words.findings()))  # fmt: skip

    def _build_narratives(self) -> None:
        self.card(self.tr("Entries"))
        letters = self.tr("letters")
        self._put("required", ManyBlock(
            self.tr("What an entry needs to be ready"), "", firm_words.required_fields()))  # fmt: skip
        self._put(
            "narrative_min",
            NumberBlock(
                self.tr("Shortest narrative"), self.tr("Of one that is there at all."), unit=letters, low=0, high=4_000
            ),
        )
        self._put(
            "narrative_max",
            NumberBlock(
                self.tr("Longest narrative"), self.tr("What the firm's system takes."), unit=letters, low=0, high=4_000
            ),
        )
        self._put("forbidden_words", LinesBlock(
            self.tr("Forbidden words"), self.tr("One a line. They are marked while you type."),
            write="\n".join, read=words_from_text))  # fmt: skip
        self._put("travel", ChoiceBlock(
            self.tr("Travel"), self.tr("How the way to a client counts."), firm_words.travel_rules()))  # fmt: skip
        self._put("commute_s", NumberBlock(
            self.tr("Commute"), self.tr("A day's way to the office and back, where travel counts above it."),
            unit=unit_words("min"), low=0, high=1_440, scale=60))  # fmt: skip

    def _build_money(self) -> None:
        self.card(self.tr("Utilization and rates"))
        self._put("utilization_base", ChoiceBlock(
            self.tr("Utilization is measured against"), "", firm_words.utilization_bases()))  # fmt: skip
        self._put("non_chargeable_client", ChoiceBlock(
            self.tr("Client time that is not chargeable"), "", firm_words.countings()))  # fmt: skip
        for kind, words in firm_words.non_client_kinds():
            self._put(f"{COUNTS}{kind.value}", ChoiceBlock(words, "", firm_words.countings(),
                                                           also=self.tr("utilization")))  # fmt: skip
        self._put("rates", ChoiceBlock(
            self.tr("Who sees rates"), self.tr("On this computer; exports for others never hold cost rates."),
            firm_words.rate_sights(), also=self.tr("cost margin charge")))  # fmt: skip
        cards = Block(
            self.tr("Rate cards"),
            self.tr("What an hour of each grade costs from which day on. An engagement takes its rates from one card."),
            key="firm.rate_cards", also=self.tr("price hourly rate grade copy raise"),
        )  # fmt: skip
        self.cards_button = Button(self.tr("Change…"), icon=Icon.BUDGETS)
        self.cards_button.setAccessibleName(self.tr("Change the rate cards"))
        self.cards_button.clicked.connect(self._show_cards)
        cards.at_end(self.cards_button)
        self.add(cards)

    def _put(self, key: str, row: ValueBlock) -> None:
        row.key = key
        row.set_default(_value(DEFAULT_PROFILE, key))
        row.edited.connect(self._edited)
        self.rows[key] = row
        self.add(row)

    # -- in ----------------------------------------------------------------------------------------------------------

    def show_profile(self, profile: FirmProfile) -> None:
        self._profile = profile
        for key, row in self.rows.items():
            row.show_value(_value(profile, key))

    def show_message(self, message: Message) -> None:
        """Say what became of a file."""
        self.notice.say(message.kind, " ".join(p for p in (message.title + ".", message.detail) if p))

    # -- inside ------------------------------------------------------------------------------------------------------

    @Slot(object)
    def _edited(self, value: Any) -> None:
        row = self.sender()
        if not isinstance(row, ValueBlock):
            return
        try:
            profile = changed(self._profile, row.key, value)
        except UserError:
            # The only rule over two rows: the longest narrative is not shorter than the shortest.
            row.say(self.tr("The shortest narrative may not be longer than the longest"))
            return
        self.show_profile(profile)
        self.intent.emit(SaveFirmProfile(profile))

    @Slot()
    def _import(self) -> None:
        self.intent.emit(ImportFirmProfile())

    @Slot()
    def _export(self) -> None:
        self.intent.emit(ExportFirmProfile(self._profile))


def changed(profile: FirmProfile, key: str, value: Any) -> FirmProfile:
    """Return the profile with one row's value (None: its default); ``UserError`` where two rules do not fit."""
    if value is None:
        value = _value(DEFAULT_PROFILE, key)
    if key.startswith(COUNTS):
        kind = NonClientKind(key.removeprefix(COUNTS))
        return replace(profile, counting={**profile.counting, kind: value})
    return replace(profile, **{key: value})


def _value(profile: FirmProfile, key: str) -> Any:
    if key.startswith(COUNTS):
        return profile.counts_as(NonClientKind(key.removeprefix(COUNTS)))
    return getattr(profile, key)


def days_as_text(days: Mapping[date, int]) -> str:
    return "\n".join(f"{day.isoformat()} {hm(seconds)}" for day, seconds in sorted(days.items()))


def days_from_text(text: str) -> dict[date, int]:
    """Return days with their standard seconds; ``ValueError`` with words that name the line that cannot be read."""
    days: dict[date, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        parts = line.split()
        if not parts:
            continue
        seconds = seconds_of(parts[1]) if len(parts) == 2 else None
        try:
            day = date.fromisoformat(parts[0])
        except ValueError:
            day = None
        if day is None or seconds is None or seconds > 86_400:
            raise ValueError(tr("Firm", "Line {n} is not a date and its hours, as in 2026-12-25 0:00").format(n=number))
        days[day] = seconds
    return days


def words_from_text(text: str) -> tuple[str, ...]:
    words = tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))
    if len(words) > 500 or any(len(word) > 200 for word in words):
        raise ValueError(tr("Firm", "At most 500 words of 200 letters"))
    return words
