"""What a table shows in one cell, as values: parts in a row, and perhaps a second line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from engagedesk.ui.theme import Icon, Style, Tone


class PartKind(Enum):
    TEXT = "text"
    DOT = "dot"
    ICON = "icon"
    CHIP = "chip"
    CHARGE = "charge"


@dataclass(frozen=True, slots=True)
class Part:
    """One thing in a cell."""

    kind: PartKind
    text: str = ""
    tone: Tone = Tone.TEXT
    style: Style = Style.BODY
    icon: Icon | None = None
    colour: int = -1
    on: bool = False
    underline: bool = False
    near: bool = False
    """Stands as close to the part before it as a word to the next."""


def words(
    text: str, *, tone: Tone = Tone.TEXT, style: Style = Style.BODY, underline: bool = False, near: bool = False
) -> Part:
    return Part(PartKind.TEXT, text=text, tone=tone, style=style, underline=underline, near=near)


def dot(colour: int) -> Part:
    return Part(PartKind.DOT, colour=colour)


def icon(which: Icon, tone: Tone = Tone.SECOND) -> Part:
    return Part(PartKind.ICON, icon=which, tone=tone)


def chip(text: str, tone: Tone, narrow_icon: Icon) -> Part:
    """A status; the icon stands for it in a narrow window."""
    return Part(PartKind.CHIP, text=text, tone=tone, icon=narrow_icon)


def charge(*, chargeable: bool) -> Part:
    return Part(PartKind.CHARGE, on=chargeable)


class Align(Enum):
    START = "start"
    END = "end"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class Cell:
    """The parts of a cell from its start, and of its second line."""

    parts: tuple[Part, ...]
    below: tuple[Part, ...] = ()
    align: Align = Align.START
    below_indent: int = 0


def text_cell(text: str, tone: Tone = Tone.TEXT, *, style: Style = Style.BODY) -> Cell:
    """Return a cell that holds one text."""
    return Cell((words(text, tone=tone, style=style),))


def end_cell(text: str, tone: Tone = Tone.TEXT, *, style: Style = Style.BODY) -> Cell:
    """Return a cell that holds one text at its end, as figures stand."""
    return Cell((words(text, tone=tone, style=style),), align=Align.END)
