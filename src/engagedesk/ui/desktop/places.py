"""Where a person keeps files, and where a new one shall go."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from engagedesk.errors import UserError


def documents() -> str:
    """Return the folder in which file dialogs begin: documents, else home."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    # Named also where there is none: a dialog would begin wherever the program was started then.
    if place and Path(place).is_dir():
        return place
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Say in words that a file could not be written, where the system says so."""
    try:
        yield
    except OSError as error:
        raise UserError("file.not_written", file=path.name, why=error.strerror or "") from error


def ask_new_file(
    parent: QWidget, title: str, *, name: str, chosen: Callable[[str], None], filters: Sequence[str] = ()
) -> QFileDialog:
    """Ask where a file shall be written, and return the open dialog; ``chosen`` takes the path.

    ``name`` is proposed; its ending is the kind, and the only one offered where there are no ``filters``.
    """
    ending = Path(name).suffix
    dialog = QFileDialog(parent, title)
    dialog.setDirectory(documents())
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending[1:])
    dialog.setNameFilters(list(filters) or [f"*{ending}"])
    dialog.selectFile(name)
    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
