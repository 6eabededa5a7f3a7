"""Loads what the first look at Today did not need, one module a turn of the event loop, so that nothing waits for it.

The first use of a page, a dialog or a command then finds its code in memory. The garbage collector rests until then
(``ui/collector.py``): a start makes many objects and no garbage to speak of, and its walks took a seventh of the time.
"""

from __future__ import annotations

from importlib import import_module
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

LATER_MS: Final = 2_000
"""Where Today's rows do not come, the rest does not wait for them for ever."""

MODULES: Final = (
    "engagedesk.domain.engagement",
    "engagedesk.domain.entry",
    "engagedesk.services.commands.engagements",
    "engagedesk.services.commands.time",
    "engagedesk.domain.quick_match",
    "engagedesk.domain.quick_answer",
    "engagedesk.domain.quick_when",
    "engagedesk.domain.quick_line",
    "engagedesk.domain.quick_entry",
    "engagedesk.domain.quick_offer",
    "engagedesk.services.quick",
    "engagedesk.ui.controllers.lines",
    "engagedesk.services.commands.people",
    "engagedesk.services.commands.plan_parts",
    "engagedesk.services.commands.plans",
    "engagedesk.domain.civil",
    "engagedesk.domain.working_time",
    "engagedesk.domain.plan",
    "engagedesk.services.holiday_calendar",
    "engagedesk.services.queries.plan_calendars",
    "engagedesk.services.commands.plan_items",
    "engagedesk.services.commands.bookings",
    "engagedesk.services.commands.calendars",
    "engagedesk.services.queries.plan_forms",
    "engagedesk.services.commands.teams",
    "engagedesk.services.commands.clients",
    "engagedesk.services.queries.portfolio",
    "engagedesk.services.queries.engagement_book",
    "engagedesk.services.queries.clients",
    "engagedesk.ui.portfolio_intents",
    "engagedesk.ui.dialogs.form_sheet",
    "engagedesk.ui.dialogs.engagement_ending",
    "engagedesk.ui.pages.portfolio",
    "engagedesk.ui.engagement_deeds",
    "engagedesk.ui.desktop.xcb",
    "engagedesk.ui.desktop.blending",
    "engagedesk.ui.dialogs.quick_entry",
    "engagedesk.ui.desktop.hotkey",
    "engagedesk.ui.controllers.reach",
    "engagedesk.ui.pages.facts",
    "engagedesk.ui.pages.engagement_plan",
    "engagedesk.ui.pages.engagement",
    "engagedesk.ui.dialogs.client_form",
    "engagedesk.ui.pages.clients",
    "engagedesk.ui.kept_filter",
    "engagedesk.ui.controllers.engagement_parts",
    "engagedesk.ui.controllers.portfolio",
    "engagedesk.domain.rates",
    "engagedesk.domain.budget",
    "engagedesk.domain.burn",
    "engagedesk.services.queries.budget_actuals",
    "engagedesk.services.queries.budget_standing",
    "engagedesk.services.queries.budgets",
    "engagedesk.services.queries.budget_view",
    "engagedesk.services.alerting",
    "engagedesk.services.commands.budgets",
    "engagedesk.ui.pages.beside",
    "engagedesk.ui.pages.budget_tables",
    "engagedesk.ui.pages.budget_burn",
    "engagedesk.ui.pages.budget_detail",
    "engagedesk.ui.pages.budgets",
    "engagedesk.ui.pages.today_budgets",
    "engagedesk.ui.controllers.budgets",
    "engagedesk.ui.controllers.rate_cards",
    "engagedesk.models.backup_file",
    "engagedesk.services.backup",
    "engagedesk.ui.controllers.watch",
    "engagedesk.cli.window",
    "engagedesk.domain.redaction",
    "engagedesk.services.queries.suggestions",
    "engagedesk.services.commands.activity",
    "engagedesk.ui.controllers.suggestions",
    "engagedesk.domain.reminders",
    "engagedesk.services.queries.reminders",
    "engagedesk.ui.controllers.reminders",
    "engagedesk.ui.desktop.active_window",
    "engagedesk.ui.dialogs.forget_titles",
    "engagedesk.ui.controllers.activity",
    "engagedesk.domain.timesheet",
    "engagedesk.domain.week_check",
    "engagedesk.services.queries.weeks",
    "engagedesk.services.commands.weeks",
    "engagedesk.interchange.tables",
    "engagedesk.ui.controllers.weeks",
    "engagedesk.domain.week_cells",
    "engagedesk.domain.week_grid",
    "engagedesk.domain.day_edits",
    "engagedesk.services.queries.timesheet_rows",
    "engagedesk.services.queries.timesheet",
    "engagedesk.services.commands.timesheet",
    "engagedesk.ui.timesheet.grid_names",
    "engagedesk.ui.timesheet.grid_model",
    "engagedesk.ui.timesheet.grid_painting",
    "engagedesk.ui.timesheet.grid_view",
    "engagedesk.ui.timesheet.week_view",
    "engagedesk.ui.timesheet.drafts",
    "engagedesk.ui.timesheet.day_geometry",
    "engagedesk.ui.timesheet.day_painting",
    "engagedesk.ui.timesheet.day_list",
    "engagedesk.ui.timesheet.day_canvas",
    "engagedesk.ui.timesheet.inspector",
    "engagedesk.ui.timesheet.day_view",
    "engagedesk.ui.timesheet.month_view",
    "engagedesk.ui.timesheet.awaiting",
    "engagedesk.ui.pages.timesheet",
    "engagedesk.ui.controllers.timesheet",
    "engagedesk.ui.controllers.friday",
    "engagedesk.ui.controllers.friday_dock",
    "engagedesk.ui.dialogs.week_entries",
    "engagedesk.ui.widgets.tick_list",
    "engagedesk.domain.week_fixes",
    "engagedesk.services.queries.week_check",
    "engagedesk.domain.reconciliation",
    "engagedesk.domain.handover",
    "engagedesk.services.queries.handover",
    "engagedesk.services.commands.handover",
    "engagedesk.services.reconciling",
    "engagedesk.domain.network",
    "engagedesk.services.commands.links",
    "engagedesk.domain.capacity",
    "engagedesk.domain.conflicts",
    "engagedesk.services.queries.plan_book",
    "engagedesk.services.queries.plan",
    "engagedesk.services.commands.room",
    "engagedesk.services.week_fixes",
    "engagedesk.ui.pages.check_row",
    "engagedesk.ui.pages.week_check_panel",
    "engagedesk.ui.pages.handover",
    "engagedesk.ui.pages.reconciliation",
    "engagedesk.services.queries.plan_load",
    "engagedesk.services.queries.saved_views",
    "engagedesk.services.commands.baselines",
    "engagedesk.services.commands.saved_views",
    "engagedesk.ui.dialogs.plan_forms",
    "engagedesk.services.queries.staffing",
    "engagedesk.ui.dialogs.booking_form",
    "engagedesk.ui.dialogs.calendar_forms",
    "engagedesk.ui.controllers.timeline",
    "engagedesk.ui.pages.settings",
    "engagedesk.ui.controllers.keeping",
    "engagedesk.services.queries.settings",
    "engagedesk.ui.controllers.preferences",
    "engagedesk.services.exporting",
    "engagedesk.services.restoring",
    "engagedesk.ui.controllers.safekeeping",
    "engagedesk.ui.desktop.looks",
    "engagedesk.ui.pages.settings_groups.appearance",
    "engagedesk.ui.pages.settings_groups.security",
    "engagedesk.ui.pages.settings_groups.backups",
    "engagedesk.ui.pages.settings_groups.shortcuts",
    "engagedesk.ui.pages.settings_groups.capabilities",
    "engagedesk.ui.pages.settings_groups.firm",
    "engagedesk.ui.pages.settings_groups.about",
    "engagedesk.ui.pages.help",
    "engagedesk.ui.tour",
    "engagedesk.ui.dialogs.restoring",
    "engagedesk.interchange.gate",
    "engagedesk.interchange.rows",
    "engagedesk.interchange.values",
    "engagedesk.interchange.mapping",
    "engagedesk.interchange.reading",
    "engagedesk.interchange.row_builder",
    "engagedesk.interchange.interpret",
    "engagedesk.interchange.files",
    "engagedesk.services.importing.known_plan",
    "engagedesk.services.importing.planning",
    "engagedesk.services.importing.commands",
    "engagedesk.ui.plan_change_words",
    "engagedesk.ui.dialogs.importing",
    "engagedesk.services.queries.stayed",
    "engagedesk.ui.dialogs.earlier_imports",
    "engagedesk.ui.controllers.imports",
    "engagedesk.interchange.plan_rows",
    "engagedesk.interchange.plan_lines",
    "engagedesk.interchange.msproject_people",
    "engagedesk.interchange.msproject_reader",
    "engagedesk.interchange.msproject_book",
    "engagedesk.interchange.msproject_calendar_writer",
    "engagedesk.interchange.msproject_xml",
    "engagedesk.interchange.msproject_writer",
    "engagedesk.interchange.calendar_reader",
    "engagedesk.interchange.calendar_writer",
    "engagedesk.services.importing.plans",
    "engagedesk.services.importing.calendar_rows",
    "engagedesk.services.plan_exchange",
    "engagedesk.ui.controllers.plan_files",
    "engagedesk.ui.desktop.idle",
    "engagedesk.ui.desktop.capability",
    "engagedesk.ui.desktop.bus",
    "engagedesk.ui.desktop.services",
    "engagedesk.ui.desktop.xcb",
    "engagedesk.ui.desktop.senses",
    "engagedesk.ui.desktop.presence",
    "engagedesk.services.commands.away",
    "engagedesk.ui.controllers.away",
    "engagedesk.ui.dialogs.away_split",
    "engagedesk.ui.dialogs.away",
    "engagedesk.ui.dialogs.engagement_form",
    "engagedesk.ui.dialogs.engagement_parts",
    "engagedesk.ui.dialogs.rolling_forward",
    "engagedesk.ui.dialogs.history",
    "engagedesk.services.queries.entry_search",
    "engagedesk.ui.controllers.entry_search",
    "engagedesk.ui.dialogs.find_entries",
    "engagedesk.ui.dialogs.still_running",
    "engagedesk.ui.pages.lock",
    "engagedesk.ui.dialogs.budget_forms",
    "engagedesk.ui.dialogs.rate_cards",
    "engagedesk.ui.dialogs.rate_card_forms",
)
"""In the order in which a person may want them; what others need comes before them, so that each turn is short."""


class Warming(QObject):
    """Imports ``MODULES``, then says that it is done. Lives in the GUI thread."""

    done = Signal()

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left = iter(MODULES)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    @Slot()
    def begin_later(self) -> None:
        self._timer.start(LATER_MS)

    @Slot()
    def begin(self) -> None:
        """Begin at the next turn of the loop, or go on; ``done`` follows in any case."""
        self._timer.start(0)

    def stop(self) -> None:
        """Leave the rest to whoever needs it."""
        self._timer.stop()

    @Slot()
    def _go_on(self) -> None:
        self._timer.setInterval(0)
        module = next(self._left, None)
        if module is None:
            self.stop()
            self.done.emit()
        else:
            import_module(module)
