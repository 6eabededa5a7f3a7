"""The common kind of all intentions: frozen values that cost a start nothing.

An intention is written like a frozen dataclass and behaves like one: fields by annotation, defaults, comparison by
value, ``repr`` without what ``field(repr=False)`` hides. ``dataclasses`` itself writes and compiles six functions for
each class, 0.4 ms each: with a hundred kinds of intentions that was a tenth of every start, for values of which a
person makes one a second.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, field
from inspect import get_annotations
from typing import Any, ClassVar, NoReturn, Protocol, dataclass_transform


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Intent:
    """Something that a person wants done."""

    __fields: ClassVar[tuple[str, ...]] = ()
    __hidden: ClassVar[frozenset[str]] = frozenset()

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        own = tuple(name for name in get_annotations(cls) if name not in cls.__fields)
        hidden = set(cls.__hidden)
        for name in own:
            given = cls.__dict__.get(name)
            if isinstance(given, Field):
                if not given.repr:
                    hidden.add(name)
                if given.default is MISSING:
                    delattr(cls, name)
                else:
                    setattr(cls, name, given.default)
        cls.__fields = (*cls.__fields, *own)
        cls.__hidden = frozenset(hidden)
        # mypy makes its own of the fields, as for a dataclass.
        cls.__match_args__ = cls.__fields  # type: ignore[attr-defined, misc]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        fields, kind = self.__fields, type(self)
        if len(args) > len(fields):
            raise TypeError(f"{kind.__name__} takes {len(fields)} values, not {len(args)}")
        given = dict(zip(fields, args, strict=False))
        for name, value in kwargs.items():
            if name not in fields or name in given:
                raise TypeError(f"{kind.__name__} takes no further {name}")
            given[name] = value
        for name in fields:
            if name not in given:
                if not hasattr(kind, name):
                    raise TypeError(f"{kind.__name__} needs {name}")
                given[name] = getattr(kind, name)
        self.__dict__.update(given)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((type(self), *(self.__dict__[name] for name in self.__fields)))

    def __repr__(self) -> str:
        shown = (f"{name}={self.__dict__[name]!r}" for name in self.__fields if name not in self.__hidden)
        return f"{type(self).__name__}({', '.join(shown)})"


class Sends(Protocol):
    """What has a signal for the intentions that come from it."""

    intent: Any


def sending(widget: Sends, intent: Intent) -> Callable[[], None]:
    """Return what sends an intention by the widget's signal when a button or a menu's line is pressed."""

    def send() -> None:
        widget.intent.emit(intent)

    return send
