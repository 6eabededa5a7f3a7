"""What stands in the first three columns of the week grid, as parts; made once for a week, painted many times."""

from __future__ import annotations

from engagedesk.domain.states import CodeStanding
from engagedesk.services.queries.timesheet_rows import GridLine
from engagedesk.ui import words
from engagedesk.ui.tables.cell import Cell, Part, chip, dot
from engagedesk.ui.tables.cell import words as text_part
from engagedesk.ui.theme import Icon, Style, Tone
from engagedesk.ui.timesheet.words import tr


def name_cells(line: GridLine) -> tuple[Cell, Cell, Cell]:
    """Return engagement, code and activity of a row."""
    return (Cell(_engagement(line)), Cell(_code(line)), Cell(_activity(line)))


def _engagement(line: GridLine) -> tuple[Part, ...]:
    name = line.engagement or tr("Timesheet", "Nothing chosen")
    tone = Tone.TEXT if line.engagement else Tone.WARN
    return (dot(line.colour), text_part(name, tone=tone, style=Style.BODY_MEDIUM))


def _code(line: GridLine) -> tuple[Part, ...]:
    if line.code is None:
        return (chip(tr("Timesheet", "Awaiting code"), Tone.WARN, Icon.AWAY),)
    code = text_part(line.code, tone=Tone.SECOND)
    if line.standing is CodeStanding.OPEN or not line.code:
        return (code,)
    word, tone = words.code_standing(line.standing)
    return (code, text_part(word.lower(), tone=tone, style=Style.CAPTION_STRONG))


def _activity(line: GridLine) -> tuple[Part, ...]:
    own = bool(line.key.activity) or line.key.engagement_id is None
    return (text_part(line.activity, tone=Tone.SECOND if own else Tone.THIRD),)
