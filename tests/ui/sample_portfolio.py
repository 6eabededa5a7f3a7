"""Rows and forms of engagements and clients, as the queries would answer them on the sample Friday."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from engagedesk.domain.client import ClientPreferences, UpdateChannel, UpdateFormat, UpdateFrequency
from engagedesk.domain.firm_profile import RateSight
from engagedesk.domain.ids import ClientId, CodeId, PersonId, PhaseId, TaskId
from engagedesk.domain.plan_draft import DateDraft
from engagedesk.domain.roll_forward import EngagementYear, MemberYear, PhaseYear, TaskYear
from engagedesk.domain.states import EngagementState, FeeArrangement, GateKind, GateState, PhaseState, ServiceLine
from engagedesk.services.commands.billing import InvoiceFacts
from engagedesk.services.commands.clients import ContactFacts
from engagedesk.services.commands.engagements import ClientFacts, CodeFacts, EngagementFacts
from engagedesk.services.commands.plan_items import DeliverableFacts
from engagedesk.services.commands.plans import MilestoneFacts, PhaseFacts, TaskFacts
from engagedesk.services.commands.teams import MemberFacts
from engagedesk.services.queries.billing import InvoiceRow
from engagedesk.services.queries.clients import ClientFilter, ClientList, ClientPage, ClientRow, ContactRow
from engagedesk.services.queries.engagement_book import (
    CardChoice,
    CodePart,
    EndingFacts,
    EngagementBook,
    GatePart,
    MemberPart,
    MilestonePart,
    PersonChoice,
    PhasePart,
    RatePart,
    TaskPart,
)
from engagedesk.ui.dialogs.client_form import ClientForm, ContactForm
from engagedesk.ui.dialogs.contact_note import ContactNoteForm
from engagedesk.ui.dialogs.engagement_ending import StateForm
from engagedesk.ui.dialogs.engagement_form import EngagementForm, NewEngagementForm
from engagedesk.ui.dialogs.engagement_parts import (
    CardForm,
    CodeForm,
    GateForm,
    MemberForm,
    MilestoneForm,
    PhaseForm,
    RateForm,
    TaskForm,
)
from engagedesk.ui.dialogs.form_sheet import FormSheet
from engagedesk.ui.dialogs.invoice import InvoiceForm
from engagedesk.ui.dialogs.rolling_forward import RollForwardForm
from tests.ui.sample_rows import DAY, ENGAGEMENTS, PAGE

PLANNING, COMPLETION, ASSEMBLY = (PhaseId(bytes([number] * 16)) for number in (1, 2, 3))
PARTNER, PRIYA, TOM = (PersonId(bytes([number] * 16)) for number in (1, 2, 3))

BOOK = EngagementBook(
    id=PAGE.row.id,
    version=4,
    client_id=PAGE.row.client_id,
    client="Northgate",
    colour=1,
    facts=EngagementFacts(
        "PCAOB audit", ServiceLine.AUDIT, "PCAOB audit", EngagementState.ACTIVE, FeeArrangement.FIXED, 41_000_000,
        currency="USD", contract="NGI-2026-01", period_end=date(2026, 9, 30), starts=date(2026, 1, 12),
        ends=date(2026, 12, 8), priority=1, eqr="PCAOB", my_role="Manager", note="6 EQR notes open, overrun",
    ),
    codes=(
        CodePart(CodeId(bytes([1] * 16)), 1, CodeFacts("410220-20", "Audit", date(2026, 1, 1), date(2026, 12, 31)), 5),
        CodePart(CodeId(bytes([2] * 16)), 1, CodeFacts("410220-90", "Travel", closed=True,
                                                       closed_on=date(2026, 10, 31)), 0),
    ),
    gates=(
        GatePart(GateKind.CONTINUANCE, GateState.SETTLED, date(2026, 1, 12), ""),
        GatePart(GateKind.OVERDUE_FEES, GateState.OPEN, None, "one invoice, 61 days"),
    ),
    phases=(
        PhasePart(PLANNING, 1, PhaseFacts("Planning", date(2026, 1, 12), date(2026, 3, 27), PhaseState.DONE)),
        PhasePart(COMPLETION, 1, PhaseFacts("Completion", date(2026, 11, 9), date(2026, 11, 24), PhaseState.ACTIVE)),
        PhasePart(ASSEMBLY, 1, PhaseFacts("Assembly", date(2026, 11, 25), date(2026, 12, 8))),
    ),
    tasks=(
        TaskPart(TaskId(bytes([1] * 16)), 1,
                 TaskFacts("Risk assessment", PLANNING, 144_000, date(2026, 3, 20), date(2026, 3, 18)), 136_800),
        TaskPart(TaskId(bytes([2] * 16)), 1, TaskFacts("EQR notes", COMPLETION, 216_000, date(2026, 11, 18)), 230_400),
        TaskPart(TaskId(bytes([3] * 16)), 1,
                 TaskFacts("Subsequent events", COMPLETION, 72_000, date(2026, 11, 24)), 9_000),
        TaskPart(TaskId(bytes([4] * 16)), 1, TaskFacts("Assemble the file", ASSEMBLY, 108_000, date(2026, 12, 8)), 0),
    ),
    milestones=(
        MilestonePart(bytes([1] * 16), 1, MilestoneFacts("Release", date(2026, 11, 24), COMPLETION)),
        MilestonePart(bytes([2] * 16), 1, MilestoneFacts("File assembled", date(2026, 12, 8), ASSEMBLY)),
        MilestonePart(bytes([3] * 16), 1, MilestoneFacts("Report", date(2026, 11, 24), COMPLETION),
                      DeliverableFacts("Report", date(2026, 11, 24), COMPLETION, date(2026, 11, 30))),
    ),
    team=(
        MemberPart(bytes([1] * 16), 1, PARTNER, "Sarah Lindqvist", "Partner", False, MemberFacts("Lead")),
        MemberPart(bytes([2] * 16), 1, PRIYA, "Priya Nair", "Manager", True,
                   MemberFacts("Manager", planned_s=1_728_000)),
    ),
    people=(
        PersonChoice(PRIYA, "Priya Nair", "Manager", True),
        PersonChoice(PARTNER, "Sarah Lindqvist", "Partner", False),
        PersonChoice(TOM, "Tom Ashby", "Senior", False),
    ),
    grades=("Associate", "Manager", "Partner", "Senior"),
    sight=RateSight.CHARGE_ONLY,
    card=CardChoice(bytes([1] * 16), "Standard USD", "USD"),
    cards=(CardChoice(bytes([2] * 16), "Standard GBP", "GBP"), CardChoice(bytes([1] * 16), "Standard USD", "USD")),
    rates=(
        RatePart(bytes([1] * 16), 1, "Partner", None, "", date(2026, 10, 1), "USD", 82_000, None, True),
        RatePart(bytes([2] * 16), 1, "Manager", None, "", date(2026, 10, 1), "USD", 46_000, None, False),
        RatePart(bytes([3] * 16), 1, "Senior", TOM, "Tom Ashby", date(2026, 10, 1), "USD", 31_050, None, False),
    ),
)  # fmt: skip

ENDING = EndingFacts(False, 3, 18_900, 1, 5_400, 2, 3, 1)
NO_ENDING = EndingFacts(False, 0, 0, 0, 0, 0, 0, 0)

YEAR = EngagementYear(
    title="PCAOB audit",
    period_end=date(2026, 9, 30),
    starts=date(2026, 1, 12),
    ends=date(2026, 12, 8),
    phases=(
        PhaseYear("Planning", date(2026, 1, 12), date(2026, 3, 27), 1_512_000, True,
                  (TaskYear("Risk assessment", 1_440_000, 136_800, date(2026, 3, 20), True),), ()),
        PhaseYear("Completion", date(2026, 11, 9), date(2026, 11, 24), 1_483_200, False,
                  (TaskYear("EQR notes", 216_000, 230_400, date(2026, 11, 18), False),
                   TaskYear("Subsequent events", 972_000, 9_000, date(2026, 11, 24), False)),
                  (DateDraft("Release", date(2026, 11, 24)),)),
        PhaseYear("Assembly", date(2026, 11, 25), date(2026, 12, 8), 28_800, False,
                  (TaskYear("Assemble the file", 180_000, 0, date(2026, 12, 8), False),), ()),
    ),
    tasks=(),
    dates=(),
    team=(MemberYear(PRIYA, "Priya Nair", "Manager", 1_728_000, 1_872_000, None, None),),
)  # fmt: skip

CHOICES = tuple((row.client_id, row.client) for row in ENGAGEMENTS[:8])

CLIENT = ClientPage(
    id=ClientId(bytes([2] * 16)),
    version=2,
    facts=ClientFacts("Northgate Instruments Inc", "Basalt", "Northgate", 1, False, "Audit committee on 23 November."),
    label="Northgate Instruments Inc",
    preferences=ClientPreferences(
        "English", UpdateFormat.DOCUMENT, UpdateFrequency.WEEKLY, UpdateChannel.EMAIL,
        ("Laura Chen", "audit committee"), "Tuesday mornings",
    ),
    contacts=(
        ContactRow(bytes([1] * 16), 1, ContactFacts("Laura Chen", "Chief financial officer", "l.chen@northgate.example",
                                                    "+1 555 0100")),
        ContactRow(bytes([2] * 16), 1, ContactFacts("David Moss", "Group controller")),
    ),
    engagements=(ENGAGEMENTS[1], replace(ENGAGEMENTS[1], title="PCAOB audit 2025", state=EngagementState.CLOSED)),
    free_code_name="Gorse",
)  # fmt: skip

CLIENTS = ClientList(
    ClientFilter(),
    tuple(
        ClientRow(row.client_id, row.client, code, row.colour, hidden, 1, 0, DAY)
        for row, code, hidden in (
            (ENGAGEMENTS[0], "Alder", False),
            (ENGAGEMENTS[9], "Juniper", True),
            (ENGAGEMENTS[7], "Quartz", False),
            (ENGAGEMENTS[1], "Basalt", False),
            (ENGAGEMENTS[2], "", False),
        )
    ),
    5,
    CLIENT,
)


def wrong_engagement() -> FormSheet:
    form = NewEngagementForm(CHOICES, EngagementFacts("", ServiceLine.AUDIT))
    form.client.set_value(None)
    form.parts.period_end.control.setText("31/31/2026")
    form.parts.amount.control.setText("=1+1")
    form.save()
    return form


def noted_invoice() -> FormSheet:
    facts = InvoiceFacts(date(2026, 11, 2), date(2026, 10, 31), 9_400_000, "2026-0412", "Interim, second of three")
    form = InvoiceForm(BOOK, (InvoiceRow(bytes([7] * 16), 1, facts),), today=DAY)
    form.which.set_value(bytes([7] * 16))
    return form


_LARGE, _MIDDLE, _SMALL, _TALL = QSize(1040, 800), QSize(700, 680), QSize(580, 440), QSize(600, 560)

FORMS: dict[str, tuple[QSize, Callable[[], QWidget]]] = {
    "new-engagement": (
        _LARGE,
        lambda: NewEngagementForm(CHOICES, EngagementFacts("", ServiceLine.AUDIT, period_end=date(2027, 12, 31))),
    ),
    "new-engagement-wrong": (_LARGE, wrong_engagement),
    "engagement": (_MIDDLE, lambda: EngagementForm(BOOK)),
    "code": (_SMALL, lambda: CodeForm(BOOK, BOOK.codes[1], today=DAY)),
    "gate": (_SMALL, lambda: GateForm(BOOK, GateKind.OVERDUE_FEES, today=DAY)),
    "member": (_SMALL, lambda: MemberForm(BOOK, BOOK.team[1], today=DAY)),
    "member-new": (_TALL, lambda: MemberForm(replace(BOOK, people=()), None, today=DAY)),
    "phase": (_SMALL, lambda: PhaseForm(BOOK, BOOK.phases[1])),
    "task": (_SMALL, lambda: TaskForm(BOOK, BOOK.tasks[0], today=DAY)),
    "milestone-new": (_SMALL, lambda: MilestoneForm(BOOK, None, today=DAY)),
    "milestone": (_SMALL, lambda: MilestoneForm(BOOK, BOOK.milestones[0], today=DAY)),
    "rate": (_SMALL, lambda: RateForm(BOOK, BOOK.rates[0], today=DAY)),
    "rate-card": (_SMALL, lambda: CardForm(BOOK)),
    "contact-note": (_SMALL, lambda: ContactNoteForm(BOOK, CLIENT, today=DAY)),
    "invoice": (_SMALL, lambda: InvoiceForm(BOOK, (), today=DAY)),
    "invoice-noted": (_SMALL, noted_invoice),
    "close": (_TALL, lambda: StateForm(BOOK, EngagementState.CLOSED, ENDING, today=DAY)),
    "roll-forward": (QSize(760, 560), lambda: RollForwardForm(BOOK, YEAR)),
    "client": (_MIDDLE, lambda: ClientForm(CLIENT, free_code_name="Gorse")),
    "client-new": (_MIDDLE, lambda: ClientForm(None, free_code_name="Gorse")),
    "contact": (_SMALL, lambda: ContactForm(CLIENT.id, CLIENT.label, CLIENT.contacts[0])),
}
"""Every form with its size, filled."""
