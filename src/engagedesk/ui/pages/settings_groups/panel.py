"""A group of Settings: cards of blocks, each of which the search shows or hides as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engagedesk.ui.finding import fold
from engagedesk.ui.theme import Icon, Style, Tone, px, tokens_of
from engagedesk.ui.theme.tokens import CARD_PADDING
from engagedesk.ui.widgets.card import Card
from engagedesk.ui.widgets.showing import set_shown
from engagedesk.ui.widgets.states import IconMark
from engagedesk.ui.widgets.text import Label


class Block(QWidget):
    """One thing that can be set: title and help at the start, its control at the end or below."""

    def __init__(
        self, title: str, help_words: str = "", *, key: str = "", also: str = "", parent: QWidget | None = None
    ) -> None:
        """``also`` are further words that find it; ``key`` is what it is called by from elsewhere."""
        super().__init__(parent)
        self.key = key
        self.title = title
        self._found_by = fold(f"{title} {help_words} {also}")
        self._line = False
        self.label = Label(title, style=Style.BODY_MEDIUM)
        self.help = Label(help_words, style=Style.CAPTION, tone=Tone.THIRD, wrap=True)
        set_shown(self.help, shown=bool(help_words))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.label)
        words.addWidget(self.help)
        if help_words:
            words.addStretch(1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(CARD_PADDING, px(12), CARD_PADDING, px(12))
        self.column.setSpacing(8)
        self.row = QHBoxLayout()
        self.row.setSpacing(px(12))
        self.row.addLayout(words, 1)
        self.column.addLayout(self.row)

    def at_end(self, *controls: QWidget) -> None:
        """Put controls at the end of the title's line."""
        for control in controls:
            self.row.addWidget(control, 0, Qt.AlignmentFlag.AlignTop)

    def below(self, control: QWidget) -> None:
        """Put a control under the title, as wide as the card."""
        self.column.addWidget(control)

    def holds(self, words: Sequence[str], group: str) -> bool:
        """Whether all folded words are in what it says, or in its group's name."""
        return all(word in self._found_by or word in group for word in words)

    def set_line(self, line: bool) -> None:  # noqa: FBT001  # a setter of one property
        self._line = line
        self.update()

    def focus_control(self) -> None:
        """Give the focus to the first control."""
        for child in self.findChildren(QWidget):
            if child.focusPolicy() != Qt.FocusPolicy.NoFocus and child.isVisible() and child.isEnabled():
                child.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._line:
            QPainter(self).fillRect(CARD_PADDING, 0, self.width() - 2 * CARD_PADDING, 1, QColor(tokens_of(self).border))


class Panel(QWidget):
    """One group: its heading and cards. Sends ``intent``."""

    intent = Signal(object)

    def __init__(self, title: str, icon: Icon, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = fold(title)
        self._cards: list[tuple[QWidget, Card, list[Block]]] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, px(4))
        head.setSpacing(10)
        head.addWidget(IconMark(icon))
        head.addWidget(Label(title, style=Style.SECTION), 1)
        self.column.addLayout(head)

    def card(self, title: str = "") -> list[Block]:
        """Begin a card; ``add`` puts blocks into the last one."""
        heading = Label(title, style=Style.CAPTION_STRONG, tone=Tone.SECOND)
        heading.setContentsMargins(0, px(8), 0, 0)
        set_shown(heading, shown=bool(title))
        card = Card(padding=0)
        card.column.setSpacing(0)
        blocks: list[Block] = []
        self._cards.append((heading, card, blocks))
        if title:
            self.column.addSpacing(px(4))
        self.column.addWidget(heading)
        self.column.addWidget(card)
        return blocks

    def add(self, block: Block) -> None:
        if not self._cards:
            self.card()
        _, card, blocks = self._cards[-1]
        block.set_line(bool(blocks))
        blocks.append(block)
        card.column.addWidget(block)

    @property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(block for _, _, blocks in self._cards for block in blocks)

    def block(self, key: str) -> Block | None:
        return next((block for block in self.blocks if block.key == key), None)

    def narrow(self, words: Sequence[str]) -> int:
        """Show the blocks that hold all words; return how many do. No words show all."""
        shown = 0
        for heading, card, blocks in self._cards:
            found = 0
            for block in blocks:
                holds = block.holds(words, self._group)
                block.setVisible(holds)
                block.set_line(holds and found > 0)
                found += holds
            card.setVisible(found > 0)
            heading.setVisible(found > 0 and bool(isinstance(heading, Label) and heading.text()))
            shown += found
        return shown
