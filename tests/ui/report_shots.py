"""What leaves for a client, or comes from one: the progress report, a contact, an invoice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from engagedesk.domain.client import UpdateChannel
from engagedesk.domain.ids import PersonId, PlanItemId
from engagedesk.domain.progress import ReportLine, WorkReport
from engagedesk.domain.states import PlanItemKind
from engagedesk.services.queries.clients import ContactNoteRow
from engagedesk.services.queries.dashboard_rows import Unbilled
from engagedesk.services.queries.progress_report import EngagementReport, ProgressReport
from engagedesk.ui.dialogs.contact_note import ContactNoteForm
from engagedesk.ui.dialogs.invoice import InvoiceForm
from engagedesk.ui.dialogs.progress_report import ProgressReportDialog
from tests.ui.sample_portfolio import BOOK, CLIENT
from tests.ui.sample_rows import DAY
from tests.ui.sample_standings import LISTED
from tests.ui.shot import Shot

FIRST, LAST = date(2026, 11, 16), date(2026, 11, 22)
PRIYA = PersonId(UUID(int=1).bytes)


def line(name: str, day: date, *, done: int = 0, late: int = 0) -> ReportLine:
    return ReportLine(PlanItemId(UUID(int=len(name)).bytes), PlanItemKind.TASK, name, PRIYA, day, done, late)


WORK = WorkReport(
    FIRST, LAST,
    done=(line("Cut-off and goods in transit", date(2026, 11, 19), done=100),),
    next=(
        line("EQR notes", date(2026, 11, 18), done=60, late=4),
        line("Report release", date(2026, 11, 24)),
    ),
    late=1,
)  # fmt: skip


def report(*, whole: bool) -> ProgressReport:
    rows = LISTED.rows if whole else LISTED.rows[:1]
    parts = tuple(EngagementReport(row, row.engagement.client, "Basalt", WORK, ()) for row in rows)
    return ProgressReport(
        FIRST, LAST, DAY, parts, whole=whole, people={PRIYA: "Priya Nair"}, items={}, day_s=27_000,
        extract_date=date(2026, 11, 20), stale=False,
    )  # fmt: skip


def dialog(*, whole: bool) -> QWidget:
    made = ProgressReportDialog(FIRST, LAST)
    made.show_report(report(whole=whole))
    return made


def _noted() -> ContactNoteForm:
    """An earlier contact, chosen to be mended or removed."""
    notes = (
        ContactNoteRow(b"\x01" * 16, 1, DAY, UpdateChannel.CALL, None, "Draft report, findings 3 to 7"),
        ContactNoteRow(b"\x02" * 16, 1, DAY, UpdateChannel.EMAIL, None, ""),
    )
    form = ContactNoteForm(BOOK, CLIENT, notes, today=DAY)
    form.which.control.setCurrentIndex(1)
    return form


def invoice() -> InvoiceForm:
    form = InvoiceForm(BOOK, (), today=DAY)
    form.unbilled_asked.connect(
        lambda wanted: form.show_unbilled(Unbilled((("USD", 64_123_50),), 412_200, DAY, hidden=False), wanted)
    )
    form.ask()
    return form


def report_shots() -> Iterator[Shot]:
    yield Shot("report", QSize(760, 600), lambda: dialog(whole=False))
    yield Shot("report-portfolio", QSize(760, 600), lambda: dialog(whole=True))
    yield Shot("form-contact-note", QSize(520, 360), lambda: ContactNoteForm(BOOK, CLIENT, today=DAY))
    yield Shot("form-contact-noted", QSize(520, 420), _noted)
    yield Shot("form-invoice", QSize(520, 480), invoice)
