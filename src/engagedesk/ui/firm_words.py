"""The words for what a firm's profile can say."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engagedesk.domain.firm_profile import CheckKind, Counting, RateSight, RequiredField, TravelRule, UtilizationBase
from engagedesk.domain.rounding import RoundingMode
from engagedesk.domain.states import NonClientKind
from engagedesk.ui.format import locale

tr = QCoreApplication.translate


def weekdays() -> tuple[tuple[int, str], ...]:
    """Return 1 Monday to 7 Sunday with their names in the person's locale."""
    return tuple((day, locale().standaloneDayName(day)) for day in range(1, 8))


def roundings() -> tuple[tuple[RoundingMode, str], ...]:
    return (
        (RoundingMode.NEAREST, tr("Firm", "To the nearest")),
        (RoundingMode.UP, tr("Firm", "Always up")),
        (RoundingMode.DOWN, tr("Firm", "Always down")),
    )


def required_fields() -> tuple[tuple[RequiredField, str], ...]:
    return (
        (RequiredField.NARRATIVE, tr("Firm", "Narrative")),
        (RequiredField.ACTIVITY, tr("Firm", "Activity")),
        (RequiredField.TASK, tr("Firm", "Task")),
    )


def travel_rules() -> tuple[tuple[TravelRule, str], ...]:
    return (
        (TravelRule.CHARGEABLE, tr("Firm", "All of it is chargeable")),
        (TravelRule.HALF, tr("Firm", "Half of it is chargeable")),
        (TravelRule.ABOVE_COMMUTE, tr("Firm", "What exceeds the commute")),
        (TravelRule.NOT, tr("Firm", "None of it is chargeable")),
    )


def countings() -> tuple[tuple[Counting, str], ...]:
    return (
        (Counting.PRODUCTIVE, tr("Firm", "Counts as utilized")),
        (Counting.CAPACITY, tr("Firm", "Counts as available")),
        (Counting.REDUCES, tr("Firm", "Takes away from what is available")),
    )


def utilization_bases() -> tuple[tuple[UtilizationBase, str], ...]:
    return (
        (UtilizationBase.STANDARD, tr("Firm", "Standard hours")),
        (UtilizationBase.RECORDED, tr("Firm", "Recorded hours")),
    )


def rate_sights() -> tuple[tuple[RateSight, str], ...]:
    return (
        (RateSight.NOBODY, tr("Firm", "Nobody")),
        (RateSight.CHARGE_ONLY, tr("Firm", "Charge rates only")),
        (RateSight.EVERYTHING, tr("Firm", "Charge and cost rates, and margin")),
    )


def non_client_kinds() -> tuple[tuple[NonClientKind, str], ...]:
    return (
        (NonClientKind.LEAVE, tr("Firm", "Leave")),
        (NonClientKind.SICKNESS, tr("Firm", "Sickness")),
        (NonClientKind.HOLIDAY, tr("Firm", "Public holiday")),
        (NonClientKind.TRAINING, tr("Firm", "Training")),
        (NonClientKind.BUSINESS_DEVELOPMENT, tr("Firm", "Business development")),
        (NonClientKind.ADMINISTRATION, tr("Firm", "Administration")),
        (NonClientKind.AVAILABLE, tr("Firm", "Available")),
    )


def findings() -> tuple[tuple[CheckKind, str], ...]:
    """Return what the week check may find; lines on a closed or missing code are held back and never block."""
    words = {
        CheckKind.GAP: tr("Firm", "A gap in a day"),
        CheckKind.OVERLAP: tr("Firm", "Entries that overlap"),
        CheckKind.EMPTY_NARRATIVE: tr("Firm", "An empty narrative"),
        CheckKind.NARRATIVE_SHORT: tr("Firm", "A narrative too short"),
        CheckKind.NARRATIVE_LONG: tr("Firm", "A narrative too long"),
        CheckKind.FORBIDDEN_WORD: tr("Firm", "A forbidden word"),
        CheckKind.OTHER_CLIENT: tr("Firm", "Another client's name"),
        CheckKind.MISSING_ENGAGEMENT: tr("Firm", "No engagement"),
        CheckKind.MISSING_FIELD: tr("Firm", "A required field is empty"),
        CheckKind.OPEN_GATE: tr("Firm", "Work before an open gate"),
        CheckKind.SHORT_DAY: tr("Firm", "A day below standard hours"),
        CheckKind.OVER_DAY: tr("Firm", "More than a day holds"),
        CheckKind.SHORT_WEEK: tr("Firm", "A week below standard hours"),
        CheckKind.RUNNING: tr("Firm", "A running timer"),
        CheckKind.FUTURE: tr("Firm", "Time in the future"),
    }
    return tuple(words.items())
