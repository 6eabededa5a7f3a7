"""Opens forms and has done what they ask for: what is refused stays in the form, any other error is the window's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from engagedesk.errors import EngageDeskError, UserError
from engagedesk.services.command import Command
from engagedesk.services.workspace import Outcome
from engagedesk.ui.controllers.shell import Shell
from engagedesk.ui.dialogs.form_sheet import FormSheet


class Forms(QObject):
    """The forms of one controller. ``after`` hears what was done, once its form is closed."""

    opened = Signal(object)
    """The ``FormSheet`` that opened."""

    def __init__(self, shell: Shell, after: Callable[[Command[Any], Outcome[Any]], None], *, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._after = after

    def open(self, form: FormSheet) -> None:
        form.wanted.connect(self._carry_out)
        form.finished.connect(form.deleteLater)
        form.open()
        form.begin()
        self.opened.emit(form)

    @Slot(object)
    def _carry_out(self, command: Command[Any]) -> None:
        form = self.sender()
        if not isinstance(form, FormSheet):
            return

        def done(outcome: Outcome[Any]) -> None:
            form.accept()
            self._after(command, outcome)

        def failed(error: EngageDeskError) -> None:
            if isinstance(error, UserError):
                form.refuse(error)
            else:
                form.set_busy(busy=False)
                self._shell.complain(error)

        self._shell.bridge.execute(form, command, done, failed=failed)
