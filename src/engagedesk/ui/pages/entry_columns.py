"""The columns of the day's lines: what each says, shows, explains and lets somebody type."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from engagedesk.domain.states import EntryState
from engagedesk.services.queries.rows import AwayRow, GapRow
from engagedesk.ui import words
from engagedesk.ui.format import clock, clock_range, hm, hm_floor, minutes_words
from engagedesk.ui.pages.day_lines import DayLine, LineKind
from engagedesk.ui.tables.cell import Align, Cell, Part, charge, chip, dot, end_cell, icon, text_cell
from engagedesk.ui.tables.cell import words as text_part
from engagedesk.ui.tables.geometry import Width
from engagedesk.ui.tables.model import Column
from engagedesk.ui.theme import Icon, Style, Tone

tr = words.tr

TIME: Final = 0
TARGET: Final = 1
CODE: Final = 2
NARRATIVE: Final = 3
HOURS: Final = 4
CHARGEABLE: Final = 5
STATE: Final = 6


def entry_columns(now: Callable[[], int]) -> tuple[Column[DayLine], ...]:
    """Return the columns; ``now`` gives the running line its hours."""
    return (
        Column(
            "time", tr("Today", "Time"), _time_text, _time_cell, Width(116), pad_start=16, edit_text=_time_edit,
            tip=_time_tip,
        ),
        Column("target", tr("Today", "Engagement"), _target_text, _target_cell, Width(138, share=1), pad_end=4,
               edit_text=_target_edit, tip=_target_tip),
        Column("code", tr("Today", "Code"), _code_text, _code_cell, Width(130), edit_text=_code_edit),
        Column("narrative", tr("Today", "Narrative"), _narrative_text, _narrative_cell, Width(220, share=5),
               edit_text=_narrative_edit, tip=_narrative_tip),
        Column("hours", tr("Today", "Hours"), lambda line: _hours_text(line, now()),
               lambda line: _hours_cell(line, now()), Width(64), align=Align.END, edit_text=_hours_edit),
        Column("charge", tr("Today", "Chg."), _charge_text, _charge_cell, Width(48), align=Align.CENTRE, pad_end=12,
               tip=_charge_text),
        Column("state", tr("Today", "State"), _state_text, _state_cell, Width(100), pad_end=16, tip=_state_tip),
    )  # fmt: skip


# -- how a line reads and is painted ----------------------------------------------------------------------------------


def _range(line: DayLine) -> str:
    if line.away is not None:
        return clock_range(line.away.start_utc, line.away.end_utc, line.away.zone, now=tr("Today", "now"))
    if line.gap is not None:
        return clock_range(line.gap.start_utc, line.gap.end_utc, line.gap.zone)
    entry = line.entry
    if entry is None or entry.start_utc is None:
        return tr("Today", "no times")
    return clock_range(entry.start_utc, entry.end_utc, entry.zone, now=tr("Today", "now"))


def gap_words(gap: GapRow) -> str:
    return tr("Today", "Unallocated {length}:").format(length=minutes_words(gap.end_utc - gap.start_utc))


def away_words(away: AwayRow) -> str:
    if away.end_utc is None:
        return tr("Today", "Away since {time}").format(time=clock(away.start_utc, away.zone))
    return tr("Today", "Away {length}, not answered:").format(length=minutes_words(away.unallocated_s))


def _time_text(line: DayLine) -> str:
    if line.away is not None:
        parts = [_range(line), away_words(line.away), "" if line.away.end_utc is None else tr("Today", "answer")]
        return ", ".join(part for part in parts if part)
    if line.gap is not None:
        return f"{_range(line)}, {gap_words(line.gap)} {tr('Today', 'fill')}"
    return _range(line)


def _time_cell(line: DayLine) -> Cell:
    timed = line.start_utc is not None
    return text_cell(_range(line), Tone.SECOND if timed else Tone.THIRD)


def _time_edit(line: DayLine) -> str | None:
    entry = line.entry
    if not line.editable or entry is None or entry.start_utc is None:
        return None
    plain = clock_range(entry.start_utc, entry.end_utc, entry.zone, now="").replace("–", "-")
    return plain.strip("\u2068\u2069")


def _time_tip(line: DayLine) -> str:
    entry = line.entry
    if line.away is not None:
        return tr("Today", "Say what this time was")
    if entry is None:
        return tr("Today", "Fill this gap")
    parts = [entry.zone]
    if line.overlaps:
        parts.append(tr("Today", "overlaps another entry"))
    return " · ".join(parts)


def _target_text(line: DayLine) -> str:
    entry = line.entry
    if entry is None:
        return ""
    return " ".join(part for part in (entry.engagement, entry.engagement_detail) if part)


def _target_cell(line: DayLine) -> Cell:
    entry = line.entry
    if entry is None:
        return Cell(())
    if not entry.engagement:
        return Cell((dot(-1), text_part(tr("Today", "Choose what for"), tone=Tone.WARN, style=Style.BODY_MEDIUM)))
    parts: list[Part] = [dot(entry.colour), text_part(entry.engagement, style=Style.BODY_MEDIUM)]
    if entry.open_gate:
        parts.append(icon(Icon.WARNING, Tone.WARN))
    if entry.task:
        parts.append(text_part(entry.task, tone=Tone.THIRD, style=Style.CAPTION))
    return Cell(tuple(parts))


def _target_edit(line: DayLine) -> str | None:
    return _target_text(line) if line.editable else None


def _target_tip(line: DayLine) -> str:
    if line.entry is not None and line.entry.open_gate:
        return tr("Today", "A gate of this engagement was open on this day")
    return ""


def _code_text(line: DayLine) -> str:
    entry = line.entry
    if entry is None:
        return ""
    if entry.code is None:
        return tr("Today", "Awaiting code")
    word = words.code_standing(entry.code_standing)[0].lower() if line.code_word else ""
    return f"{entry.code} {word}".rstrip()


def _code_cell(line: DayLine) -> Cell:
    entry = line.entry
    if entry is None:
        return Cell(())
    if entry.code is None:
        return Cell((chip(tr("Today", "Awaiting code"), Tone.WARN, Icon.AWAY),))
    parts = [text_part(entry.code, tone=Tone.SECOND)]
    if line.code_word:
        word, tone = words.code_standing(entry.code_standing)
        parts.append(text_part(word.lower(), tone=tone, style=Style.CAPTION_STRONG))
    return Cell(tuple(parts))


def _code_edit(line: DayLine) -> str | None:
    entry = line.entry
    return (entry.code or "") if line.editable and entry is not None else None


def _narrative_text(line: DayLine) -> str:
    entry = line.entry
    if entry is None:
        return ""
    return entry.narrative or (tr("Today", "No narrative") if line.needs_narrative else "")


def _narrative_cell(line: DayLine) -> Cell:
    entry = line.entry
    if entry is None:
        return Cell(())
    if line.needs_narrative:
        empty = text_part(tr("Today", "No narrative"), tone=Tone.WARN, style=Style.BODY_MEDIUM)
        return Cell((icon(Icon.PENCIL, Tone.WARN), empty))
    strong = line.kind is LineKind.RUNNING
    parts = [text_part(entry.narrative, tone=Tone.TEXT if strong else Tone.SECOND)]
    if entry.activity:
        parts.append(text_part(f"#{entry.activity}", tone=Tone.THIRD, style=Style.CAPTION))
    return Cell(tuple(parts))


def _narrative_edit(line: DayLine) -> str | None:
    return line.entry.narrative if line.editable and line.entry is not None else None


def _narrative_tip(line: DayLine) -> str:
    entry = line.entry
    if entry is not None and entry.state is EntryState.RETURNED and entry.returned_reason:
        return tr("Today", "Returned: {reason}").format(reason=entry.returned_reason)
    return entry.narrative if entry is not None else ""


def _hours_text(line: DayLine, now_utc: int) -> str:
    entry = line.entry
    if entry is None:
        return ""
    if line.kind is LineKind.RUNNING and entry.start_utc is not None:
        return hm_floor(now_utc - entry.start_utc)
    return hm(entry.seconds)


def _hours_cell(line: DayLine, now_utc: int) -> Cell:
    return end_cell(_hours_text(line, now_utc), style=Style.BODY_STRONG)


def _hours_edit(line: DayLine) -> str | None:
    entry = line.entry
    return hm(entry.seconds) if line.editable and entry is not None and entry.start_utc is None else None


def _charge_text(line: DayLine) -> str:
    if line.entry is None:
        return ""
    return tr("Today", "Chargeable") if line.entry.chargeable else tr("Today", "Not chargeable")


def _charge_cell(line: DayLine) -> Cell:
    parts = () if line.entry is None else (charge(chargeable=line.entry.chargeable),)
    return Cell(parts, align=Align.CENTRE)


def _state_text(line: DayLine) -> str:
    if line.entry is None:
        return ""
    return tr("Today", "Running") if line.kind is LineKind.RUNNING else words.entry_state(line.entry.state)[0]


def _state_cell(line: DayLine) -> Cell:
    if line.entry is None:
        return Cell(())
    if line.kind is LineKind.RUNNING:
        return text_cell(tr("Today", "Running"), Tone.ACCENT, style=Style.CAPTION_STRONG)
    return Cell((chip(*words.entry_state(line.entry.state)),))


def _state_tip(line: DayLine) -> str:
    if not line.can_toggle or line.entry is None:
        return _state_text(line)
    ready = line.entry.state is EntryState.READY
    return tr("Today", "Ready; click for draft") if ready else tr("Today", "Draft; click when it is ready")
