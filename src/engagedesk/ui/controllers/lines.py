"""From what a person typed to the command that does it, and to the echo while it is typed. No Qt objects, no store.

Everything is read by the quick-entry grammar, so that a time means the same in a cell, in the line and in the terminal.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from engagedesk.domain.days import local, zone_named
from engagedesk.domain.ids import CodeId
from engagedesk.domain.quick_entry import (
    Ask,
    DurationWhen,
    PartKind,
    Problem,
    QuickAnswer,
    QuickContext,
    QuickMode,
    SpanWhen,
    StartWhen,
    Understood,
    parse,
    require_understood,
)
from engagedesk.domain.quick_match import Target as QuickTarget
from engagedesk.domain.quick_match import TargetCode, TargetIndex
from engagedesk.domain.quick_offer import LateUse, Offer, ghost, offers
from engagedesk.domain.spans import Span
from engagedesk.domain.states import EntrySource, EntryState
from engagedesk.errors import UserError
from engagedesk.services.command import Command
from engagedesk.services.commands.time import AddEntry, EditEntry, EntryEdit, MarkEntries, Work
from engagedesk.services.queries.rows import EngagementRow, EntryRow, GapRow
from engagedesk.services.quick import QuickDesk, command_for, read_line, target_of
from engagedesk.ui import intents
from engagedesk.ui.controllers.messages import sentences
from engagedesk.ui.format import EN_DASH, day_with_weekday, hm, weekday
from engagedesk.ui.intents import EntryField
from engagedesk.ui.view_rows import Completion, Echo, Kind, Notice
from engagedesk.wording import describe

tr = QCoreApplication.translate

_WEEK_D: Final = 7
_ANY: Final = "x"
_ANY_TARGET: Final = TargetIndex(
    (QuickTarget(engagement=None, client=_ANY, codes=(TargetCode(CodeId(bytes(16)), _ANY),)),)
)
"""The one target of lines that are read for their times only."""


@dataclass(frozen=True, slots=True)
class Around:
    """What an echo says beside the line itself: colours of engagements, gaps and entries of the day shown."""

    engagements: tuple[EngagementRow, ...] = ()
    gaps: tuple[GapRow, ...] = ()
    entries: tuple[EntryRow, ...] = ()
    chargeable: Mapping[bytes, bool] = field(default_factory=dict)

    def colour(self, engagement: bytes | None) -> int:
        if engagement is None:
            return -1
        return next((row.colour for row in self.engagements if row.id == engagement), 0)

    def short(self, target: QuickTarget) -> str:
        """Return a client's short name, where the sidebar has one."""
        return next((row.short for row in self.engagements if row.id == target.engagement), target.client)


# -- commands --------------------------------------------------------------------------------------------------------


def quick_command(text: str, desk: QuickDesk, *, day: date | None, start: bool) -> Command[Any]:
    """Return what a quick-entry line asks for; ``day`` is the day shown, meant where the line names none."""
    if start:
        return command_for(read_line(text, desk), desk, source=EntrySource.TIMER)
    return command_for(read_line(on_day(text, desk.context, day), desk), desk, source=EntrySource.MANUAL)


def gap_command(intent: intents.FillGap, desk: QuickDesk) -> Command[Any]:
    """Return the command that fills a gap to the second with what the text names."""
    answer = parse(f"1h {intent.text}", desk.context)
    understood = require_understood(answer)
    work = Work(target_of(understood, desk), narrative=understood.narrative, activity=understood.activity)
    return AddEntry(
        work,
        zone=desk.context.zone.key,
        now_utc=desk.context.now_utc,
        span=Span(intent.start_utc, intent.end_utc),
    )


def edit_command(intent: intents.EditEntry, row: EntryRow, desk: QuickDesk) -> Command[Any]:
    """Return the command for one edited field of an entry; the value is read as typed."""
    now_utc = desk.context.now_utc
    match intent.field:
        case EntryField.STATE:
            return MarkEntries((intent.id,), EntryState(intent.value))
        case EntryField.TIMES:
            edit = _times(intent.value, row, desk.context)
        case EntryField.DURATION:
            edit = EntryEdit(seconds=_seconds(intent.value, row, desk.context))
        case EntryField.TARGET:
            edit = EntryEdit(target=target_of(_named(intent.value, desk, row.work_day), desk))
        case EntryField.NARRATIVE:
            edit = EntryEdit(narrative=intent.value)
        case EntryField.ACTIVITY:
            edit = EntryEdit(activity=intent.value)
        case EntryField.CHARGEABLE:
            edit = EntryEdit(chargeable=intent.value == "yes")
    return EditEntry(intent.id, edit, now_utc=now_utc, version=intent.version)


def on_day(text: str, context: QuickContext, day: date | None) -> str:
    """Return the line with the day shown, where it names none itself and that is not today."""
    if day is None or day == context.today:
        return text
    if any(part.kind is PartKind.DAY for part in parse(text, context).echo):
        return text
    return f"{day.isoformat()} {text}"


def _times(value: str, row: EntryRow, context: QuickContext) -> EntryEdit:
    typed = value.strip().replace("–", "-")
    open_end = typed.endswith("-")
    if open_end and row.end_utc is not None:
        raise UserError("quick.bad_time", text=value)
    line = f"{row.work_day.isoformat()} {typed}{'24:00' if open_end else ''} {_ANY}"
    when = require_understood(parse(line, _times_only(row, context))).when
    if not isinstance(when, SpanWhen):
        raise UserError("quick.bad_time", text=value)
    if open_end:
        return EntryEdit(start_utc=when.span.start_utc)
    return EntryEdit(start_utc=when.span.start_utc, end_utc=when.span.end_utc)


def _seconds(value: str, row: EntryRow, context: QuickContext) -> int:
    line = f"{row.work_day.isoformat()} {value.strip()} {_ANY}"
    when = require_understood(parse(line, _times_only(row, context))).when
    if not isinstance(when, DurationWhen):
        raise UserError("quick.bad_time", text=value)
    return when.seconds


def _times_only(row: EntryRow, context: QuickContext) -> QuickContext:
    return replace(context, zone=zone_named(row.zone), targets=_ANY_TARGET, activities=(), mode=QuickMode.ADD)


def code_named(value: str, desk: QuickDesk) -> CodeId:
    """Return the code that words name: itself, or the default one of what they name."""
    code = target_of(_named(value, desk, desk.context.today), desk).code
    if code is None:
        raise UserError("recode.no_code", text=value)
    return code


def _named(value: str, desk: QuickDesk, day: date) -> Understood:
    understood = read_line(f"{day.isoformat()} 1h {value}", desk.at(desk.context.now_utc, mode=QuickMode.ADD))
    if understood.narrative:
        # Words that belong to no name would be lost: the cell is for the target alone.
        raise UserError("quick.no_match", text=understood.narrative)
    return understood


# -- echo ------------------------------------------------------------------------------------------------------------


def echo_of(text: str, desk: QuickDesk, around: Around, *, day: date, for_timer: bool = False) -> Echo:
    """Return a line as it is understood while it is typed."""
    context = desk.context
    line = on_day(text, context, day)
    answer = parse(line, context)
    shift = len(line) - len(text)
    shown = {part.kind: part.shown for part in answer.echo}
    found = [replace(offer, text=offer.text[shift:]) for offer in offers(answer, line, desk.lately)]
    echo = Echo(
        text=text,
        when=shown.get(PartKind.WHEN, ""),
        engagement=shown.get(PartKind.TARGET, ""),
        colour=None,
        code="",
        hours="",
        narrative=shown.get(PartKind.NARRATIVE, ""),
        task=shown.get(PartKind.TASK, ""),
        activity=shown.get(PartKind.ACTIVITY, ""),
        chargeable=None,
        notice=_notice(answer, text),
        completions=tuple(
            _completion(offer, context.today, around=around) for offer in _same_first(found, answer, desk)
        ),
        ghost=ghost(text, answer, found, context),
        can_add=isinstance(answer, Understood),
    )
    if isinstance(answer, Understood):
        return _with_meaning(echo, answer, desk, around=around)
    return _with_start(echo, answer, desk, around=around, for_timer=for_timer)


def _with_start(echo: Echo, answer: Ask | Problem, desk: QuickDesk, *, around: Around, for_timer: bool) -> Echo:
    """Return the echo of a line without an end with what it means for a timer, and whether it says that it is one."""
    if answer.code not in ("quick.now_needs_timer", "quick.when_missing"):
        return echo
    timed = parse(echo.text, replace(desk.context, mode=QuickMode.TIMER))
    if not isinstance(timed, Understood):
        return echo
    meant = _with_meaning(echo, timed, desk, around=around)
    if answer.code == "quick.when_missing":
        if not for_timer:
            return replace(meant, when=echo.when, notice=echo.notice)
        meant = replace(meant, when=next((p.shown for p in timed.echo if p.kind is PartKind.WHEN), ""))
    found = offers(timed, echo.text, desk.lately)
    return replace(
        meant,
        notice=Notice(Kind.OK, tr("Echo", "Enter starts the timer.")),
        completions=tuple(
            _completion(offer, desk.context.today, around=around) for offer in _same_first(found, timed, desk)
        ),
        ghost=ghost(echo.text, timed, found, desk.context),
        can_add=True,
        starts=True,
    )


def _with_meaning(echo: Echo, understood: Understood, desk: QuickDesk, *, around: Around) -> Echo:
    target = target_of(understood, desk)
    code = next((c for c in understood.target.codes if c.id == target.code), None)
    seconds = _length(understood)
    chargeable = False if target.engagement is None else None
    if target.code is not None:
        chargeable = around.chargeable.get(target.code, chargeable)
    return replace(
        echo,
        when=_when_words(understood, desk.context),
        engagement=" ".join(part for part in (around.short(understood.target), understood.target.title) if part),
        colour=around.colour(understood.target.engagement),
        code=code.code if code is not None else tr("Echo", "Awaiting code"),
        hours="" if seconds is None else hm(seconds),
        narrative=understood.narrative,
        task=understood.task.name if understood.task is not None else "",
        activity=understood.activity,
        chargeable=chargeable,
        notice=_understood_notice(understood, around) or echo.notice,
    )


def _when_words(understood: Understood, context: QuickContext) -> str:
    today = context.today
    if understood.day == today:
        day = tr("Echo", "Today")
    elif understood.day == today - timedelta(days=1):
        day = tr("Echo", "Yesterday")
    else:
        day = day_with_weekday(understood.day)
    match understood.when:
        case SpanWhen(span):
            start, end = local(span.start_utc, context.zone), local(span.end_utc, context.zone)
            return f"{day} {start:%H:%M}{EN_DASH}{end:%H:%M}"
        case StartWhen(start_utc):
            return tr("Echo", "{day} from {time}").format(day=day, time=f"{local(start_utc, context.zone):%H:%M}")
        case DurationWhen():
            return day


def _length(understood: Understood) -> int | None:
    match understood.when:
        case SpanWhen(span):
            return span.seconds
        case DurationWhen(seconds):
            return seconds
        case StartWhen():
            return None


def _understood_notice(understood: Understood, around: Around) -> Notice | None:
    if understood.in_future:
        return Notice(Kind.WARN, tr("Echo", "This lies in the future."))
    if not isinstance(understood.when, SpanWhen):
        return None
    span = understood.when.span
    for gap in around.gaps:
        if (gap.start_utc, gap.end_utc) == (span.start_utc, span.end_utc):
            minutes = str(span.seconds // 60)
            return Notice(Kind.OK, tr("Echo", "Fills the gap of {n} minutes exactly.").format(n=minutes))
    for row in around.entries:
        if row.start_utc is None or row.end_utc is None:
            continue
        shared = min(row.end_utc, span.end_utc) - max(row.start_utc, span.start_utc)
        if shared > 0:
            words = tr("Echo", "Overlaps {what} by {n} min.")
            return Notice(Kind.WARN, words.format(what=row.engagement or row.code or "", n=shared // 60))
    return None


def _notice(answer: QuickAnswer, text: str) -> Notice | None:
    if isinstance(answer, Understood) or not text.strip():
        return None
    params = dict(answer.params)
    if isinstance(answer, Ask):
        params["candidates"] = ", ".join(c.label for c in answer.candidates)
    words = describe(UserError(answer.code, **params))
    parts = [words.title, words.detail, words.hint if isinstance(answer, Ask) else ""]
    kind = Kind.WARN if isinstance(answer, Problem) and answer.code != "quick.target_missing" else Kind.INFO
    return Notice(kind, sentences(*parts))


def _same_first(found: Sequence[Offer], answer: QuickAnswer, desk: QuickDesk) -> list[Offer]:
    """Return the offers, the one that says what the line means already before the others."""
    if not isinstance(answer, Understood):
        return list(found)
    target = target_of(answer, desk)

    def differs(offer: Offer) -> bool:
        code = None if offer.code is None else offer.code.id
        return (
            offer.target is None
            or (offer.target.engagement, code) != (target.engagement, target.code)
            or (offer.task != answer.task)
        )

    return sorted(found, key=differs)


def _completion(offer: Offer, today: date, *, around: Around) -> Completion:
    target = offer.target
    if target is None:
        return Completion(offer.label, "", "", "", "", -1, offer.text)
    return Completion(
        label=around.short(target),
        detail=target.title,
        code="" if offer.code is None else offer.code.code,
        task="" if offer.task is None else offer.task.name,
        when="" if offer.use is None else _last_words(offer.use, today),
        colour=around.colour(target.engagement),
        text=offer.text,
    )


def _last_words(use: LateUse, today: date) -> str:
    """Return when it was last booked on, and how long: "Thu 3:00"; longer ago only the day."""
    if (today - use.day).days >= _WEEK_D:
        return day_with_weekday(use.day)
    day = tr("Echo", "today") if use.day == today else weekday(use.day)
    return tr("Echo", "{day} {hours}").format(day=day, hours=hm(use.seconds))
