"""Start something with a window and print the moments that matter, in seconds of CLOCK_MONOTONIC.

empty                       a QApplication with one empty QWidget, until its first paint
program ARGUMENT ...        EngageDesk as its own command starts it: Today's content painted, the store open for
                            commands; then it goes on
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any

# Nothing here may import more than Python has loaded already: it would be counted.


def empty() -> None:
    from PySide6.QtWidgets import QApplication, QWidget

    class Window(QWidget):
        def paintEvent(self, event: object) -> None:
            say("shown")
            app.quit()

    app = QApplication([])
    window = Window()
    window.resize(1440, 900)
    window.show()
    app.exec()


def say(what: str) -> None:
    print(what, time.monotonic(), time.process_time(), flush=True)


def tell_first_content(module: ModuleType) -> None:
    """Have Today's first rows announced, painted."""
    page: Any = module.__dict__["TodayPage"]
    shown = page.show_view

    def show_view(self: Any, view: object) -> None:
        shown(self, view)
        page.show_view = shown
        # What the next turn of the loop would paint: the whole window with the rows in it.
        self.window().repaint()
        say("shown")

    page.show_view = show_view


def tell_readiness(module: ModuleType) -> None:
    """Have the moment announced at which the open store takes commands: the rest begins to load then."""
    warming: Any = module.__dict__["Warming"]
    begun = warming.begin

    def begin(self: Any) -> None:
        warming.begin = begun
        say("ready")
        begun(self)

    warming.begin = begin


TOLD: dict[str, Callable[[ModuleType], None]] = {
    "engagedesk.ui.pages.today": tell_first_content,
    "engagedesk.app.warming": tell_readiness,
}


class Wrapped:
    """Loads a module as ever and then has its moment announced."""

    def __init__(self, loader: Any) -> None:
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        made: ModuleType | None = self._loader.create_module(spec)
        return made

    def exec_module(self, module: ModuleType) -> None:
        self._loader.exec_module(module)
        TOLD[module.__name__](module)


class Finder:
    """Finds the modules that have a moment; whenever they are imported is left to the program."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname not in TOLD:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.loader is not None:
            spec.loader = Wrapped(spec.loader)  # type: ignore[assignment]  # duck-typed: its base would be an import
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
