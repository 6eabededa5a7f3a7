"""Collect every text of the window into the catalogues and compile them: `make translations`.

    translations.py            bring resources/i18n up to date and say what is missing
    translations.py --check    change nothing; exit 1 where a text is missing, gone, or cannot be collected

The texts are found in the syntax tree: `self.tr("…")` belongs to its class, `tr("Context", "…")` to its context; the
words of errors, of settings and of commands lie in tables on lower floors and are found there. A catalogue is Qt's TS
file, to be edited with Linguist or by hand; Qt's lrelease compiles it.
"""

from __future__ import annotations

import argparse
import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "engagedesk"
FOLDER = ROOT / "resources" / "i18n"
LANGUAGES = ("de",)
PLACEHOLDER = re.compile(r"{\w*(?::\w+)?}")
VISIBLE = frozenset({
    "Label", "Button", "Check", "Choice", "LinkButton", "FilterChip", "CardHeader", "Field", "setText", "setToolTip",
    "setPlaceholderText", "setAccessibleName", "setAccessibleDescription", "setWindowTitle", "setLabelText",
})  # fmt: skip
"""Calls whose first text a person sees."""
SPOKEN_AS_IT_IS = frozenset({"EngageDesk", "Esc", "Enter"})
NOT_LITERAL = frozenset({
    "ui/setting_words.py", "ui/controllers/messages.py", "ui/words.py",
})  # fmt: skip
"""Modules that translate the words of tables on lower floors."""


@dataclass(frozen=True, order=True)
class Text:
    """One text to translate."""

    context: str
    source: str


@dataclass(frozen=True)
class Found:
    texts: dict[Text, str]
    """Text -> ``path:line`` of its first place."""
    faults: tuple[str, ...]
    """Texts that cannot be collected, or that a person would see untranslated."""


def collect() -> Found:
    texts: dict[Text, str] = {}
    faults: list[str] = []
    for file in sorted(SOURCE.rglob("*.py")):
        name = file.relative_to(SOURCE).as_posix()
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for text, line in _texts_of(name, tree, faults):
            if text.source.strip():
                texts.setdefault(text, f"{name}:{line}")
    return Found(texts, tuple(faults))


def _texts_of(name: str, tree: ast.Module, faults: list[str]) -> Iterator[tuple[Text, int]]:
    if name.startswith(("ui/", "app/")):
        yield from _Window(name, faults).collect(tree)
    elif name.startswith("wording/"):
        yield from _error_words(tree)
    elif name == "settings.py":
        yield from _setting_words(tree)
    elif name.startswith("services/"):
        yield from _command_labels(tree)


class _Window(ast.NodeVisitor):
    """Finds the texts of one module of the window."""

    def __init__(self, name: str, faults: list[str]) -> None:
        self._name = name
        self._faults = faults
        self._classes: list[str] = []
        self._found: list[tuple[Text, int]] = []

    def collect(self, tree: ast.Module) -> list[tuple[Text, int]]:
        self.visit(tree)
        return self._found

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        call = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        of_self = isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value) == "self"
        if call == "tr" and of_self and self._classes and len(node.args) == 1:
            self._take(self._classes[-1], node.args[0], node)
        elif (call == "tr" or ast.unparse(node.func) == "QCoreApplication.translate") and len(node.args) == 2:
            context = _literal(node.args[0])
            if context is not None:
                self._take(context, node.args[1], node)
            elif self._name not in NOT_LITERAL:
                self._faults.append(f"{self._name}:{node.lineno}: the context is no literal")
        elif call in VISIBLE and node.args:
            text = _literal(node.args[0])
            if text is not None and re.search(r"[^\W\d_]{2}", text) and text not in SPOKEN_AS_IT_IS:
                self._faults.append(f"{self._name}:{node.lineno}: {text[:40]!r} is shown without tr()")
        self.generic_visit(node)

    def _take(self, context: str, argument: ast.expr, node: ast.Call) -> None:
        text = _literal(argument)
        if text is not None:
            self._found.append((Text(context, text), node.lineno))
        elif self._name not in NOT_LITERAL:
            self._faults.append(f"{self._name}:{node.lineno}: the text is no literal")


def _error_words(tree: ast.Module) -> Iterator[tuple[Text, int]]:
    """Yield every literal of the tables: also words that several errors share stand in a constant of their module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("ErrorText", "translate"):
            values = [*node.args, *(k.value for k in node.keywords)]
            for value in values:
                if (text := _literal(value)) is not None:
                    yield Text("Errors", text), node.lineno
        elif isinstance(node, (ast.Assign, ast.AnnAssign)) and (text := _literal(node.value)) is not None:
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            if isinstance(target, ast.Name) and target.id.startswith("_"):
                yield Text("Errors", text), node.lineno


def _setting_words(tree: ast.Module) -> Iterator[tuple[Text, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Setting":
            given = {k.arg: k.value for k in node.keywords}
            if "KEPT" in ast.unparse(given["section"]):
                continue
            for key in ("label", "help"):
                if (text := _literal(given[key])) is not None:
                    yield Text("SettingTable", text), node.lineno
            for choice in getattr(given.get("choices"), "elts", ()):
                if (text := _literal(choice)) is not None:
                    yield Text("SettingTable", text.replace("_", " ").capitalize()), node.lineno


def _command_labels(tree: ast.Module) -> Iterator[tuple[Text, int]]:
    """Yield what undo calls a command: the class attribute ``label``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            for part in node.body:
                named = isinstance(part, ast.AnnAssign) and getattr(part.target, "id", "") == "label"
                text = _literal(part.value) if isinstance(part, ast.AnnAssign) and named else None
                if text is not None:
                    yield Text("Commands", text), part.lineno


def _literal(node: ast.expr | None) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


# -- catalogues ------------------------------------------------------------------------------------------------------


def catalogue(language: str) -> Path:
    return FOLDER / f"engagedesk_{language}.ts"


def read(path: Path) -> dict[Text, str]:
    """Return the finished translations of a catalogue."""
    if not path.exists():
        return {}
    found = {}
    for context in ET.parse(path).getroot().iter("context"):  # our own file
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.text and translation.get("type") != "unfinished":
                found[Text(name, message.findtext("source", ""))] = translation.text
    return found


def write(path: Path, language: str, found: Found, known: dict[Text, str]) -> None:
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for text in sorted(found.texts):
        if text.context not in contexts:
            contexts[text.context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[text.context], "name").text = text.context
        message = ET.SubElement(contexts[text.context], "message")
        ET.SubElement(message, "source").text = text.source
        translation = ET.SubElement(message, "translation")
        if text in known:
            translation.text = known[text]
        else:
            translation.set("type", "unfinished")
    ET.indent(root, space=" ")
    body = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def complaints(language: str, found: Found, known: dict[Text, str]) -> list[str]:
    """Return what is wrong with a catalogue, a line each."""
    said = [
        f"{language}: missing: [{t.context}] {t.source!r} ({found.texts[t]})" for t in found.texts if t not in known
    ]
    said += [f"{language}: gone: [{t.context}] {t.source!r}" for t in known if t not in found.texts]
    for text, translation in known.items():
        if sorted(PLACEHOLDER.findall(text.source)) != sorted(PLACEHOLDER.findall(translation)):
            said.append(f"{language}: placeholders differ: [{text.context}] {text.source!r} -> {translation!r}")
    return said


def compile_catalogue(path: Path) -> None:
    """Compile with Qt's lrelease, which comes with the bindings."""
    import PySide6

    tool = Path(PySide6.__path__[0]) / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    subprocess.run([str(tool), "-silent", str(path), "-qm", str(path.with_suffix(".qm"))], check=True)


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true")
    wanted = parser.parse_args(argv)
    found = collect()
    said = list(found.faults)
    for language in LANGUAGES:
        path = catalogue(language)
        known = read(path)
        if not wanted.check:
            known = {text: words for text, words in known.items() if text in found.texts}
            write(path, language, found, known)
            compile_catalogue(path)
        said += complaints(language, found, known)
    for line in said:
        print(line)
    return 1 if said and wanted.check else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
