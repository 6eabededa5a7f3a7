"""The shape of an error's words and how parameters fill them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

PARAMETER_LIMIT: Final = 200


@dataclass(frozen=True, slots=True)
class ErrorText:
    """Templates in ``str.format_map`` style; ``detail`` and ``hint`` may be empty."""

    title: str
    detail: str = ""
    hint: str = ""


class _Lenient(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"


def fill(template: str, params: Mapping[str, object]) -> str:
    """Return the template with its parameters, each cut to 200 characters and freed of control characters.

    ``{name:hm}`` shows a parameter in seconds as hours and minutes: 5400 is "1:30".
    """
    return template.format_map(_Lenient({key: _Shown(value) for key, value in params.items()}))


def one_line(title: str, detail: str, hint: str) -> str:
    line = title
    if detail:
        line += f": {detail}"
    if hint:
        line += f" ({hint})"
    return " ".join(line.split())


class _Shown:
    """One parameter in a template; knows the one format that durations need."""

    def __init__(self, value: object) -> None:
        self._value = value

    def __format__(self, spec: str) -> str:
        if spec == "hm" and isinstance(self._value, int):
            return f"{self._value // 3600}:{self._value % 3600 // 60:02d}"
        return _printable(self._value)


def _printable(value: object) -> str:
    raw = str(value)
    if len(raw) > PARAMETER_LIMIT:
        raw = raw[: PARAMETER_LIMIT - 1] + "…"
    return "".join(c if c.isprintable() else " " for c in raw)
