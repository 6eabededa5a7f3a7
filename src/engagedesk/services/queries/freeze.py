"""Write ``frozen.py`` anew: ``python -m engagedesk.services.queries.freeze``, after a question's statement changed.

A test compiles the statements again and compares, so that the first look and every later one ask the same.
"""

from __future__ import annotations

import pprint
from pathlib import Path
from typing import Any, Final

from sqlalchemy.dialects import sqlite
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.types import TypeEngine

from engagedesk.models.base import Day, Flag, Json, Word
from engagedesk.services.queries.asking import Column, Frozen, Question
from engagedesk.services.queries.selects import statement

TARGET: Final = Path(__file__).with_name("frozen.py")

HEAD: Final = '''\
"""Today's statements as SQLAlchemy compiles them; written by ``engagedesk.services.queries.freeze``."""
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from typing import Final

from engagedesk.services.queries.asking import Column, Frozen, Question

FROZEN: Final[dict[Question, Frozen]] = {
'''


def frozen(question: Question) -> Frozen:
    """Compile a question's statement, with named parameters."""
    dialect: DefaultDialect = sqlite.dialect(paramstyle="named")
    compiled = statement(question).compile(dialect=dialect)
    constants: dict[str, Any] = {}
    for name, parameter in compiled.binds.items():
        if not parameter.required and f":{name}" in compiled.string:
            convert = parameter.type.dialect_impl(dialect).bind_processor(dialect)
            value = parameter.effective_value
            constants[name] = value if convert is None else convert(value)
    columns = tuple(Column(entry.keyname, kind_of(entry.type)) for entry in compiled._result_columns)
    return Frozen(compiled.string, constants, columns)


def kind_of(type_: TypeEngine[Any]) -> str:
    """Return how a frozen column's values become Python's."""
    match type_:
        case Day():
            return "day"
        case Flag():
            return "flag"
        case Json():
            return "json"
        case Word():
            return type_.enum.__name__
        case _:
            return ""


def source() -> str:
    """Return the module's text."""
    parts = [HEAD]
    for question in Question:
        sql, constants, columns = frozen(question)
        parts.append(f"    Question.{question.name}: Frozen(\n")
        parts += [f"        {line + chr(10)!r}\n" for line in sql.split("\n")[:-1]]
        parts.append(f"        {sql.split(chr(10))[-1]!r},\n")
        parts.append(f"        {pprint.pformat(constants, width=10_000)},\n        (\n")
        parts += [f"            Column({column.name!r}, {column.kind!r}),\n" for column in columns]
        parts.append("        ),\n    ),\n")
    return "".join((*parts, "}\n"))


if __name__ == "__main__":
    TARGET.write_text(source(), encoding="utf-8")
