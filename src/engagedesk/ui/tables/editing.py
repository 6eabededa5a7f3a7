"""Editors in the cells of a table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from engagedesk.ui.tables.model import AnyIndex


def fill_editor(editor: QWidget, index: AnyIndex) -> None:
    """Put a cell's text into its editor, all chosen; what somebody types there already stays."""
    if isinstance(editor, QLineEdit) and not editor.isModified():
        editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
        editor.selectAll()
