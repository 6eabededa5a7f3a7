"""The order in which Tab goes through what was not built in reading order."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

_NONE = Qt.FocusPolicy.NoFocus


def follow_in_turn(*parts: QWidget) -> None:
    """Have Tab go through these parts one after the other, each with all that stands in it, in the order of the layout.

    They must stand in one window already: what moves to another begins its order anew.
    """
    # Not by ``nextInFocusChain``: PySide 6.11 takes the widget that it returns for a child of the one that was asked,
    # and ends it with that one.
    chain = [one for part in parts for one in (part, *part.findChildren(QWidget)) if _may_take_tab(one)]
    resting = [one for one in chain if one.focusPolicy() is _NONE]
    # Qt leaves what takes no keyboard at present where it is.
    for one in resting:
        one.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for before, after in pairwise(chain):
        QWidget.setTabOrder(before, after)
    for one in resting:
        one.setFocusPolicy(_NONE)


def _may_take_tab(widget: QWidget) -> bool:
    """Whether Tab may stop there, now or later: a button may rest until its line is the current one."""
    return widget.focusProxy() is None and (widget.focusPolicy() is not _NONE or isinstance(widget, QAbstractButton))
