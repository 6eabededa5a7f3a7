"""Write the tables as they stand into SQL files: ``python -m engagedesk.models.migrations.freeze``.

``head.sql`` always; ``versions/0001.sql`` too for as long as no release has shipped it. After a release a change of
the tables needs a new step, and this script writes only ``head.sql``.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from sqlalchemy import MetaData, create_mock_engine
from sqlalchemy.dialects import sqlite

from engagedesk.models.migrations import HEAD, STATEMENT_END

FIRST_STEP_IS_RELEASED: Final = False


def ddl_of(metadata: MetaData) -> str:
    """Return every statement that creates these tables, indexes and triggers, in order."""
    found: list[str] = []

    def note(statement: object, *_args: object, **_kwargs: object) -> None:
        compiled = statement.compile(dialect=sqlite.dialect())  # type: ignore[attr-defined]  # every DDL element
        lines = (line.rstrip() for line in str(compiled).strip().splitlines())
        found.append("\n".join(line for line in lines if line))

    engine = create_mock_engine("sqlite://", note)
    metadata.create_all(engine, checkfirst=False)
    # Tables come in the order of import, a table's indexes from a set: sorted, they give the same file every time.
    # SQLite needs no order among tables; indexes come after all of them.
    indexes = sorted(s for s in found if s.startswith(("CREATE INDEX", "CREATE UNIQUE INDEX")))
    tables = sorted(s for s in found if s not in indexes)
    return STATEMENT_END.join([*tables, *indexes]) + STATEMENT_END


def freeze(metadata: MetaData, folder: Path) -> list[Path]:
    """Write the files and return them."""
    sql = ddl_of(metadata)
    targets = [folder / "head.sql"]
    if not FIRST_STEP_IS_RELEASED and HEAD == 1:
        targets.append(folder / "versions" / "0001.sql")
    for target in targets:
        target.write_text(sql, encoding="utf-8")
    return targets


def main() -> None:
    from engagedesk.models.tables import Base

    for path in freeze(Base.metadata, Path(__file__).parent):
        sys.stdout.write(f"{path.name}\n")


if __name__ == "__main__":
    main()
