"""Every error code that the program raises has words, and every word fits its parameters."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from engagedesk import errors, wording

SOURCE = Path(errors.__file__).parent
ERROR_NAMES = {
    name
    for name, value in vars(errors).items()
    if isinstance(value, type) and issubclass(value, errors.EngageDeskError)
} | {"RecordGone", "ReadCancelled", "Rejected", "Remark", "RejectedRow", "Problem", "Ask", "_Bad"}
READ_IN_THE_CHILD = (
    "interchange/child.py",
    "interchange/text_reader.py",
    "interchange/xlsx_reader.py",
    "interchange/xml_records.py",
)
"""Their errors cross the pipe as codes; the parent adds the file's name."""
CODE = re.compile(r"[a-z_]+(\.[a-z_0-9]+)+")


def _raised() -> Iterator[tuple[str, frozenset[str] | None, str]]:
    for file in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name not in ERROR_NAMES:
                continue
            texts = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            if not texts or not CODE.fullmatch(texts[0]):
                continue
            direct = issubclass(getattr(errors, name, int), errors.EngageDeskError)
            exact = direct and all(keyword.arg is not None for keyword in node.keywords)
            given = frozenset(keyword.arg or "" for keyword in node.keywords) if exact else None
            yield texts[0], given, f"{file.relative_to(SOURCE)}:{node.lineno}"


RAISED = sorted(_raised(), key=lambda found: (found[0], found[2]))


def test_the_scan_finds_what_is_raised() -> None:
    assert len({code for code, _, _ in RAISED}) > 100


@pytest.mark.parametrize("code", sorted({code for code, _, _ in RAISED}))
def test_a_raised_code_has_words(code: str) -> None:
    assert code in wording.WORDS, [place for other, _, place in RAISED if other == code]


def test_words_use_only_the_parameters_that_are_given() -> None:
    lacking = []
    for code, given, place in RAISED:
        words = wording.WORDS.get(code)
        if given is None or words is None:
            continue
        if place.startswith(READ_IN_THE_CHILD):
            given |= {"file"}
        wanted = set(re.findall(r"{(\w+)", f"{words.title}{words.detail}{words.hint}"))
        if wanted - given - {"candidates"}:
            lacking.append(f"{place}: {code} wants {sorted(wanted - given)}")
    assert not lacking


def test_a_title_says_something_and_ends_without_a_stop() -> None:
    assert [code for code, words in wording.WORDS.items() if not words.title or words.title.endswith(".")] == []
