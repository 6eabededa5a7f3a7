"""The words of the week check, its fixes, what has happened to a week, and reconciliation; translated."""

from __future__ import annotations

from collections.abc import Mapping

from engagedesk.domain import week_fixes as fixes
from engagedesk.domain.firm_profile import CheckKind
from engagedesk.domain.handover import HandoverLine, TickState
from engagedesk.domain.reconciliation import Action, Reason, ReconciledRow
from engagedesk.domain.spans import Span
from engagedesk.domain.week_fixes import Candidate, CheckItem
from engagedesk.services.queries.rows import EntryRow
from engagedesk.services.queries.week_check import WeekEvent
from engagedesk.ui.format import clock_range, day_with_weekday, hm, minutes_words, weekday_number
from engagedesk.ui.theme import Icon, Tone
from engagedesk.ui.words import tr

_ICONS = {
    CheckKind.GAP: Icon.DASHED,
    CheckKind.OVERLAP: Icon.COPY,
    CheckKind.AWAY_UNANSWERED: Icon.AWAY,
    CheckKind.MISSING_CODE: Icon.HASH,
    CheckKind.CLOSED_CODE: Icon.HASH,
    CheckKind.NOT_YET_VALID_CODE: Icon.HASH,
    CheckKind.MISSING_ENGAGEMENT: Icon.HASH,
    CheckKind.OTHER_CLIENT: Icon.USERS,
    CheckKind.FORBIDDEN_WORD: Icon.ALERT,
    CheckKind.OPEN_GATE: Icon.LOCK,
    CheckKind.SHORT_DAY: Icon.CALENDAR,
    CheckKind.RUNNING: Icon.TIMER,
    CheckKind.FUTURE: Icon.TIMER,
}


def item_icon(item: CheckItem) -> Icon:
    return _ICONS.get(item.finding.kind, Icon.PENCIL)


def item_title(item: CheckItem) -> str:
    """Return what was found, in a few words."""
    finding, params = item.finding, item.finding.params
    code = str(params.get("code", ""))
    several = item.count > 1
    match finding.kind:
        case CheckKind.GAP:
            return tr("Check", "{time} unallocated").format(time=_length(finding.span))
        case CheckKind.OVERLAP:
            return tr("Check", "{time} claimed twice").format(time=_length(finding.span))
        case CheckKind.AWAY_UNANSWERED:
            return tr("Check", "{time} away, unanswered").format(time=_length(finding.span))
        case CheckKind.EMPTY_NARRATIVE:
            return tr("Check", "No narrative")
        case CheckKind.NARRATIVE_SHORT:
            return tr("Check", "Narrative too short")
        case CheckKind.NARRATIVE_LONG:
            return tr("Check", "Narrative too long")
        case CheckKind.FORBIDDEN_WORD:
            return tr("Check", "Narrative uses “{words}”").format(words=params.get("words", ""))
        case CheckKind.OTHER_CLIENT:
            return tr("Check", "Narrative names {names}").format(names=params.get("names", ""))
        case CheckKind.MISSING_CODE if several:
            return tr("Check", "{n} entries await a code").format(n=item.count)
        case CheckKind.MISSING_CODE:
            return tr("Check", "Awaiting code")
        case CheckKind.CLOSED_CODE:
            return tr("Check", "Code {code} is closed").format(code=code)
        case CheckKind.NOT_YET_VALID_CODE:
            return tr("Check", "Code {code} is not valid yet").format(code=code)
        case CheckKind.MISSING_ENGAGEMENT:
            return tr("Check", "No engagement chosen")
        case CheckKind.MISSING_FIELD if params.get("field") == "activity":
            return tr("Check", "No activity")
        case CheckKind.MISSING_FIELD:
            return tr("Check", "No task")
        case CheckKind.OPEN_GATE:
            return tr("Check", "Work before an open gate")
        case CheckKind.SHORT_DAY:
            missing = _whole(params, "standard_seconds") - _whole(params, "seconds")
            return tr("Check", "{time} short of the day").format(time=minutes_words(missing))
        case CheckKind.RUNNING:
            return tr("Check", "A timer is running")
        case CheckKind.FUTURE:
            return tr("Check", "Ends in the future")
        case _:
            return ""


def item_detail(item: CheckItem, entries: dict[bytes, EntryRow], zone: str) -> str:
    """Return where it lies: day and time, or day and engagement."""
    finding = item.finding
    day = weekday_number(finding.day)
    first = None if finding.entry is None else entries.get(finding.entry)
    if finding.span is not None:
        at = clock_range(finding.span.start_utc, finding.span.end_utc, zone if first is None else first.zone)
        if finding.kind is CheckKind.OVERLAP and first is not None:
            other = entries.get(finding.other or b"")
            names = tr("Check", "{first}, {second}").format(
                first=first.engagement, second="" if other is None else other.engagement
            )
            return tr("Check", "{day} {time}, {what}").format(day=day, time=at, what=names)
        return tr("Check", "{day} {time}").format(day=day, time=at)
    if first is None:
        recorded, standard = (hm(_whole(finding.params, n)) for n in ("seconds", "standard_seconds"))
        return tr("Check", "{day}: {recorded} of {standard} h").format(day=day, recorded=recorded, standard=standard)
    what = first.engagement or tr("Check", "unassigned")
    return tr("Check", "{day} {what}, {hours} h").format(day=day, what=what, hours=hm(item.seconds))


def fix_words(fix: fixes.Fix, item: CheckItem) -> str:
    """Return what Enter would do."""
    match fix:
        case fixes.FillGap(_, _, target, _):
            return tr("Fix", "Fill with {target}").format(target=candidate_words(target))
        case fixes.MakeRoom(_, _, _, label, True):
            return tr("Fix", "Split {label} around it").format(label=_short(label))
        case fixes.MakeRoom(_, _, _, label):
            return tr("Fix", "Trim {label}").format(label=_short(label))
        case fixes.RemoveEntry(_, _, label):
            return tr("Fix", "Remove {label}").format(label=_short(label))
        case fixes.Narrate():
            return tr("Fix", "Narrative")
        case fixes.NameActivity():
            return tr("Fix", "Activity")
        case fixes.Recode(_, likely):
            if likely is None:
                return tr("Fix", "Another code")
            return tr("Fix", "Put on {target}").format(target=candidate_words(likely))
        case fixes.BookHours(_, seconds, target):
            return tr("Fix", "Book {time} {target}").format(time=hm(seconds), target=candidate_words(target))
        case fixes.StopNow():
            return tr("Fix", "Stop it now")
        case fixes.EndNow():
            return tr("Fix", "End it now")
        case fixes.AnswerAway():
            return tr("Fix", "Say what it was…")
        case fixes.LookAt():
            return tr("Fix", "Show it")
        case fixes.Leave():
            held = item.finding.kind in (
                CheckKind.MISSING_CODE,
                CheckKind.CLOSED_CODE,
                CheckKind.NOT_YET_VALID_CODE,
                CheckKind.MISSING_ENGAGEMENT,
            )
            return tr("Fix", "Hold back as a draft") if held else tr("Fix", "Leave it as it is")


def candidate_words(target: Candidate) -> str:
    """Return a target for a narrow place: "Northgate 410220-40"."""
    short = _short(target.label)
    return f"{short} {target.code_text}" if target.code_text and target.engagement is not None else short


def _short(label: str) -> str:
    return label.partition(" · ")[0] or tr("Check", "the other")


def _length(span: Span | None) -> str:
    return "" if span is None else minutes_words(max(60, span.seconds))


def _whole(params: Mapping[str, object], name: str) -> int:
    value = params.get(name, 0)
    return value if isinstance(value, int) else 0


def event_words(event: WeekEvent) -> str:
    """Return what happened to a week."""
    known = {
        "SubmitWeek": tr("Week", "Submitted"),
        "submitted": tr("Week", "Submitted"),
        "RecallWeek": tr("Week", "Recalled"),
        "ready": tr("Week", "Recalled"),
        "ReturnEntries": tr("Week", "Returned"),
        "returned": tr("Week", "Returned"),
        "PostEntries": tr("Week", "Posted"),
        "MarkPosted": tr("Week", "Posted"),
        "posted": tr("Week", "Posted"),
        "Restore": tr("Week", "Undone"),
    }
    return known.get(event.what, event.what)


# -- the firm's own system -------------------------------------------------------------------------------------------


def tick_words(line: HandoverLine) -> tuple[str, Tone, Icon]:
    return {
        TickState.OPEN: (tr("Tick", "To enter"), Tone.SECOND, Icon.CIRCLE),
        TickState.ENTERED: (tr("Tick", "Entered"), Tone.OK, Icon.CHECK),
        TickState.CHANGED: (tr("Tick", "Changed"), Tone.WARN, Icon.PENCIL),
        TickState.GONE: (tr("Tick", "Take out"), Tone.WARN, Icon.DELETE),
    }[line.state]


def reason_words(row: ReconciledRow) -> tuple[str, Tone, Icon]:
    """Return why a row is as it is."""
    return {
        Reason.AGREES: (tr("Reason", "Agrees"), Tone.OK, Icon.CHECK),
        Reason.WAITING: (tr("Reason", "Waiting there"), Tone.SECOND, Icon.AWAY),
        Reason.AFTER_EXTRACT: (tr("Reason", "After extract"), Tone.SECOND, Icon.AWAY),
        Reason.ACCEPTED: (tr("Reason", "Accepted"), Tone.OK, Icon.CHECK),
        Reason.POSTED: (tr("Reason", "Posted there"), Tone.INFO, Icon.LOCK),
        Reason.ROUNDING: (tr("Reason", "Rounding"), Tone.SECOND, Icon.INFO),
        Reason.OTHER_INCREMENT: (tr("Reason", "Other steps"), Tone.SECOND, Icon.INFO),
        Reason.REJECTED: (tr("Reason", "Rejected"), Tone.DANGER, Icon.UNDO),
        Reason.DIFFERENT_CODE: (tr("Reason", "Other code"), Tone.WARN, Icon.HASH),
        Reason.DIFFERENT_DAY: (tr("Reason", "Other day"), Tone.WARN, Icon.CALENDAR),
        Reason.LESS_THERE: (tr("Reason", "Less there"), Tone.WARN, Icon.SORT_DOWN),
        Reason.MORE_THERE: (tr("Reason", "More there"), Tone.WARN, Icon.SORT_UP),
        Reason.MISSING_THERE: (tr("Reason", "Missing there"), Tone.WARN, Icon.WARNING),
        Reason.MISSING_HERE: (tr("Reason", "Missing here"), Tone.WARN, Icon.WARNING),
        Reason.HELD_BACK: (tr("Reason", "Held back"), Tone.WARN, Icon.HASH),
    }[row.reason]


def reason_detail(row: ReconciledRow) -> str:
    """Return what stands beside the reason: where it is there, the firm's word, or the note."""
    if row.there is not None:
        if row.reason is Reason.DIFFERENT_DAY:
            return day_with_weekday(row.there.day)
        return row.there.code
    if row.reason is Reason.REJECTED:
        return row.status
    return row.note


def action_words(row: ReconciledRow) -> str:
    """Return the one action of a difference; "" = there is nothing to do."""
    if row.reason is Reason.ACCEPTED:
        return tr("Action", "Open again")
    if row.action is None:
        return ""
    if row.action is Action.CHOOSE_CODE and row.there is not None and row.there_code is not None:
        return tr("Action", "Put on {code}").format(code=row.there.code)
    return {
        Action.MARK_POSTED: tr("Action", "Mark as posted"),
        Action.BOOK_HERE: tr("Action", "Book {time} here").format(time=hm(row.recorded_s - row.worked_s)),
        Action.REOPEN_HERE: tr("Action", "Reopen here"),
        Action.COPY_LINE: tr("Action", "Copy the line"),
        Action.ACCEPT: tr("Action", "Accept…"),
        Action.CHOOSE_CODE: tr("Action", "Choose a code"),
    }[row.action]


def settle_reason(row: ReconciledRow) -> str:
    """Return the reason that stays with entries which a difference reopened or recoded."""
    word, detail = reason_words(row)[0], reason_detail(row)
    return (
        tr("Action", "Recorded time: {why}, {detail}").format(why=word, detail=detail)
        if detail
        else tr("Action", "Recorded time: {why}").format(why=word)
    )
