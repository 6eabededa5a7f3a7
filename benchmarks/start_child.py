"""Start something with a window and print the moments that matter, in seconds of CLOCK_MONOTONIC.

empty                       a QApplication with one empty QWidget, until its first paint
program ARGUMENT ...        EngageDesk as its own command starts it, until Today's content is painted; then it goes on
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any

TODAY = "engagedesk.ui.pages.today"


def empty() -> None:
    from PySide6.QtWidgets import QApplication, QWidget

    class Window(QWidget):
        def paintEvent(self, event: object) -> None:
            print("shown", time.monotonic(), time.process_time(), flush=True)
            app.quit()

    app = QApplication([])
    window = Window()
    window.resize(1440, 900)
    window.show()
    app.exec()


class Wrapped(Loader):
    """Loads the page's module as ever and then has its first content announced."""

    def __init__(self, loader: Loader) -> None:
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        self._loader.exec_module(module)
        page: Any = module.TodayPage
        shown = page.show_view

        def show_view(self: Any, view: object) -> None:
            shown(self, view)
            page.show_view = shown
            # What the next turn of the loop would paint: the whole window with the rows in it.
            self.window().repaint()
            print("shown", time.monotonic(), time.process_time(), flush=True)

        page.show_view = show_view


class Finder(MetaPathFinder):
    """Finds one module first; whenever it is imported is left to the program."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != TODAY:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.loader is not None:
            spec.loader = Wrapped(spec.loader)
        return spec


def program(arguments: Sequence[str]) -> None:
    sys.meta_path.insert(0, Finder())
    sys.argv = ["engagedesk", *arguments]
    from engagedesk.__main__ import main

    sys.exit(main())


if __name__ == "__main__":
    if sys.argv[1] == "empty":
        empty()
    else:
        program(sys.argv[2:])
