"""Showing and hiding parts of what is being built."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def set_shown(widget: QWidget, *, shown: bool) -> None:
    """Show or hide a part; one that stands nowhere yet is shown with what it will stand in.

    ``setVisible(True)`` would make a window of it, which flashes on the screen before it finds its place.
    """
    if shown and widget.parentWidget() is None:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, on=False)
    else:
        widget.setVisible(shown)
