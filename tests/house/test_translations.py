"""Every text of the window is collected, translated and compiled; what a person sees goes through tr().

A failure here names the texts: `make translations` collects them, and resources/i18n/*.ts takes their translations.
"""

from __future__ import annotations

import ast
import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from engagedesk.ui import languages
from engagedesk.ui.theme.resources import resource_folder

ROOT = Path(__file__).resolve().parents[2]


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations_tool", ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


tool = _tool()
FOUND = tool.collect()


@pytest.fixture
def german(qapp: QApplication) -> Iterator[tuple[QTranslator, ...]]:
    """The window's texts in German, taken off again after the test."""
    before = QLocale()
    found = languages.speak(qapp, "de")
    yield found
    for translator in found:
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


def test_the_scan_finds_the_texts_of_every_kind() -> None:
    contexts = {text.context for text in FOUND.texts}
    assert {"Errors", "SettingTable", "Commands", "Actions", "TodayPage", "Tour"} <= contexts
    assert len(FOUND.texts) > 1_000


def test_no_text_is_shown_past_the_translator() -> None:
    assert FOUND.faults == ()


@pytest.mark.parametrize("language", languages.TRANSLATED)
def test_every_text_is_translated_and_keeps_its_placeholders(language: str) -> None:
    known = tool.read(tool.catalogue(language))
    assert tool.complaints(language, FOUND, known) == [], "run `make translations`, then translate what it names"


@pytest.mark.parametrize("language", languages.TRANSLATED)
def test_the_compiled_catalogue_says_what_the_written_one_does(language: str) -> None:
    translator = QTranslator()
    assert translator.load(f"engagedesk_{language}", str(resource_folder() / "i18n"))
    known = tool.read(tool.catalogue(language))
    stale = [t.source for t, words in known.items() if translator.translate(t.context, t.source) != words]
    assert stale == []


def test_the_tool_and_the_window_know_the_same_languages() -> None:
    assert tool.LANGUAGES == languages.TRANSLATED


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ('class A:\n    def f(self):\n        return Label("Shown as it is")', "is shown without tr()"),
        ("class A:\n    def f(self):\n        return self.tr(words)", "no literal"),
        ('class A:\n    def f(self):\n        return self.tr(f"Hello {name}")', "no literal"),
        ('x = tr(context, "Hello")', "the context is no literal"),
        ("painter.translate(0, -offset)", ""),
        ('x = tr("Ctx", "Hello"); y = Label("EngageDesk"); z = Label("  ·  ")', ""),
    ],
)
def test_the_guard_names_what_it_should(source: str, fault: str) -> None:
    faults: list[str] = []
    tool._Window("ui/made_up.py", faults).collect(ast.parse(source))
    assert bool(faults) == bool(fault)
    assert all(fault in one for one in faults)


def test_a_lost_or_invented_placeholder_is_told() -> None:
    text = tool.Text("A", "{n} of {count}")
    found = tool.Found({text: "a.py:1"}, ())
    assert tool.complaints("de", found, {text: "{n} von {count}"}) == []
    assert "placeholders differ" in tool.complaints("de", found, {text: "{n} von {zahl}"})[0]
    assert "missing" in tool.complaints("de", found, {})[0]


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    texts = {tool.Text("A", "One & <two>\nthree"): "a.py:1", tool.Text("B", "Left out"): "b.py:2"}
    known = {tool.Text("A", "One & <two>\nthree"): "Eins & <zwei>\ndrei"}
    tool.write(tmp_path / "x.ts", "de", tool.Found(texts, ()), known)
    assert tool.read(tmp_path / "x.ts") == known


def test_the_window_speaks_german(german: tuple[QTranslator, ...]) -> None:
    assert len(german) == 2
    assert QCoreApplication.translate("Pages", "Clients") == "Mandanten"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    assert QLocale().language() is QLocale.Language.German


def test_errors_and_undo_are_german_too(german: tuple[QTranslator, ...]) -> None:
    from engagedesk.errors import UserError
    from engagedesk.ui.controllers.messages import message_for
    from engagedesk.ui.words import command_words

    said = message_for(UserError("setting.out_of_range", key="lock.after_min", low=0, high=480, unit="min"))
    assert said.title == "Dieser Wert liegt außerhalb des Bereichs"
    assert "0 bis 480 min" in said.detail
    assert command_words("edit entry") == "Eintrag bearbeiten"
    assert command_words("of a later version") == "Of a later version"


@pytest.mark.parametrize(
    ("language", "system", "shown"),
    [("de", "en_GB", "de"), ("en", "de_DE", "en"), ("", "de_AT", "de"), ("", "fr_FR", "en"), ("xx", "de_DE", "de"),
     ("", "C", "en")],
)  # fmt: skip
def test_a_chosen_language_holds_and_none_follows_the_system(language: str, system: str, shown: str) -> None:
    assert languages.resolved(language, QLocale(system)) == shown
