"""Writing the timeline as a picture or as pages while the window goes on: painted in steps, packed in a worker."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QIODevice, QObject, QSaveFile, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from engagedesk.errors import EngageDeskError, UserError
from engagedesk.ui.controllers.messages import said
from engagedesk.ui.controllers.shell import Shell
from engagedesk.ui.format import locale
from engagedesk.ui.store_bridge import Request
from engagedesk.ui.timeline.intents import Paper, StopPaper
from engagedesk.ui.timeline.words import tr
from engagedesk.ui.view_rows import Kind, Message

if TYPE_CHECKING:
    from engagedesk.ui.timeline.scene import Scene

STEPS_MS: Final = 8
"""So long steps are taken before the window has its turn."""
SAID_AFTER_MS: Final = 500
SAY_EACH_MS: Final = 200


class PaperWork(QObject):
    """One picture or one file of pages at a time. Lives in the GUI thread."""

    written = Signal(object)
    """The path of a picture or of pages."""

    def __init__(self, shell: Shell, *, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._steps: Any = None
        self._path = Path()
        self._file: QSaveFile | None = None
        self._began_s = 0.0
        self._said_s = 0.0
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        return self._steps is not None

    def write(self, scene: Scene, path: Path, *, paper: Paper, title: str) -> None:
        """Begin; what was under way before is given up."""
        # Who writes has the page open, and numpy with it.
        from engagedesk.ui.timeline.export import pdf_steps, png_steps

        self.stop()
        self._path = path
        if paper is Paper.PNG:
            self._steps = png_steps(scene, title=title)
        else:
            self._file = QSaveFile(str(path))
            if not self._file.open(QIODevice.OpenModeFlag.WriteOnly):
                self._fail(self._file.errorString())
                return
            self._steps = pdf_steps(scene, self._file, title=title)
        self._began_s = self._said_s = perf_counter()
        self._turn.start()

    @Slot()
    def stop(self) -> None:
        """Give up what is under way: no file is left of it, and one that was there stays as it was."""
        self._turn.stop()
        steps, self._steps = self._steps, None
        if steps is not None:
            steps.close()
        self._drop_file()

    def _drop_file(self) -> None:
        file, self._file = self._file, None
        if file is not None:
            file.cancelWriting()
            file.commit()

    @Slot()
    def _go_on(self) -> None:
        began_s = perf_counter()
        try:
            while True:
                done, whole = next(self._steps)
                if (perf_counter() - began_s) * 1000 >= STEPS_MS:
                    break
        except StopIteration as end:
            self._turn.stop()
            self._steps = None
            self._finish(end.value)
            return
        except EngageDeskError as error:
            self.stop()
            self._shell.complain(error)
            return
        now_s = perf_counter()
        if (now_s - self._began_s) * 1000 >= SAID_AFTER_MS and (now_s - self._said_s) * 1000 >= SAY_EACH_MS:
            self._said_s = now_s
            percent = locale().toString(100 * done // whole)
            self._shell.say(
                Message(
                    Kind.INFO,
                    tr("Timeline", "Writing the plan"),
                    tr("Timeline", "{percent} %").format(percent=percent),
                    action=tr("Timeline", "Cancel"),
                    intent=StopPaper(),
                    passing=True,
                )
            )

    def _finish(self, made: object) -> None:
        if not isinstance(made, QImage):
            file, self._file = self._file, None
            if file is not None and not file.commit():
                self._fail(file.errorString())
                return
            self._say()
            return
        path = self._path

        def pack(_request: Request[str]) -> str:
            # Packing a picture takes seconds, and needs nothing of the window.
            file = QSaveFile(str(path))
            if not file.open(QIODevice.OpenModeFlag.WriteOnly):
                return file.errorString()
            if not made.save(file, "PNG") or not file.commit():  # type: ignore[call-overload]
                return file.errorString() or "?"
            return ""

        def packed(why: str) -> None:
            self._fail(why) if why else self._say()

        self._shell.bridge.aside(self, pack, packed, failed=self._shell.complain)

    def _fail(self, why: str) -> None:
        self._drop_file()
        self._shell.complain(UserError("file.not_written", file=self._path.name, why=why))

    def _say(self) -> None:
        path = self._path
        self._shell.say(said(tr("Timeline", "Plan written: {file}").format(file=path.name), str(path.parent)))
        self.written.emit(path)
