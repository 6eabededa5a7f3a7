"""Records of a Microsoft Project file as small trees, and the list of what in them nobody took over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from engagedesk.interchange.cells import Cell
from engagedesk.interchange.values import as_text

_EMPTY: Final = frozenset(("", "0", "0.0", "0.00", "false", "na", "pt0h0m0s", "-1", "none", "1970-01-01t00:00:00"))
"""Values that say nothing: what the format writes where there is nothing to write."""


@dataclass(slots=True)
class Node:
    """Values that belong together, and the groups inside them."""

    tag: str
    line: int
    values: dict[str, str] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)

    def text(self, name: str) -> str:
        """Return a value as clean text; "" where there is none."""
        return as_text(self.values.get(name, ""))

    def raw(self, name: str) -> str:
        return self.values.get(name, "").strip()

    def flag(self, name: str) -> bool:
        return self.raw(name).lower() in ("1", "true")

    def number(self, name: str, default: int = 0) -> int:
        """Return a whole number; what is none, or too long to be one, counts as the default."""
        text = self.raw(name)
        sign = text.removeprefix("-")
        return int(text) if sign.isascii() and sign.isdigit() and len(sign) <= 15 else default

    def all(self, tag: str) -> Iterator[Node]:
        return (child for child in self.children if child.tag == tag)

    def first(self, tag: str) -> Node | None:
        return next(self.all(tag), None)


def node_of(line: int, cells: Iterable[Cell]) -> Node:
    """Return the tree of one record as the child process sent it."""
    tokens = iter(cells)
    root = Node(str(next(tokens, "")), line)
    stack = [root]
    for token in tokens:
        if not isinstance(token, str):
            continue
        if token.startswith(">"):
            made = Node(token[1:], line)
            stack[-1].children.append(made)
            stack.append(made)
        elif token == "<":  # noqa: S105  not a password
            if len(stack) > 1:
                stack.pop()
        else:
            name, _, text = token.partition("=")
            stack[-1].values.setdefault(name, text)
    return root


class Leftovers:
    """Counts what a file says and the plan has no place for, by the element's own name."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def note(self, name: str, count: int = 1) -> None:
        if count:
            self.counts[name] += count

    def walk(self, node: Node, *, known: frozenset[str], defaults: frozenset[tuple[str, str]] = frozenset()) -> None:
        """Count every value and group of a record that is neither known nor empty nor the format's default."""
        for name, text in node.values.items():
            plain = text.strip()
            if name not in known and plain.lower() not in _EMPTY and (name, plain) not in defaults:
                self.counts[f"{node.tag}/{name}"] += 1
        for child in node.children:
            if child.tag not in known:
                self.counts[f"{node.tag}/{child.tag}"] += 1

    def listed(self) -> tuple[tuple[str, int], ...]:
        """Return names and counts, the most frequent first."""
        return tuple(sorted(self.counts.items(), key=lambda pair: (-pair[1], pair[0])))
