"""The languages of the window: which there are, which one is meant, and how its texts come in.

A language is chosen at the start, before the first widget: texts are read when widgets are built. Catalogues are Qt's
own (``resources/i18n``, made by ``make translations``); Qt's dialogs bring theirs along.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from engagedesk.ui.theme.resources import resource_folder

SOURCE: Final = "en"
TRANSLATED: Final = ("de",)
"""Languages with a catalogue; English is what the texts are written in."""


def resolved(language: str, system: QLocale) -> str:
    """Return the language to show; "" follows the system, and what there is no catalogue for is English."""
    if language in (SOURCE, *TRANSLATED):
        return language
    wanted = [one.partition("-")[0] for one in system.uiLanguages()]
    return next((one for one in wanted if one in (SOURCE, *TRANSLATED)), SOURCE)


def speak(app: QCoreApplication, language: str) -> tuple[QTranslator, ...]:
    """Let the application speak a language, and write dates, numbers and money as it does; before any widget.

    The translators belong to the application; they are returned for whoever wants to take them off again.
    """
    shown = resolved(language, QLocale.system())
    if language and QLocale.system().name().partition("_")[0] != language:
        # Chosen by hand against the system: dates and numbers follow the words.
        QLocale.setDefault(QLocale(language))
    if shown == SOURCE:
        return ()
    found = []
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for folder, name in ((str(resource_folder() / "i18n"), "engagedesk"), (of_qt, "qtbase")):
        translator = QTranslator(app)
        if translator.load(f"{name}_{shown}", folder) and app.installTranslator(translator):
            found.append(translator)
    return tuple(found)
