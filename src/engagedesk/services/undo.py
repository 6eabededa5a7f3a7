"""Undo as compensating commands.

The stack holds the images of at most 100 executed commands. Undoing restores the before images in one command of its
own, audited and queued like any other. It refuses, naming the rows, where a row has changed since. Versions only rise,
so after an undo the same content carries a new version: the stack follows that, and an older step stays undoable.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Final

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute

from engagedesk.errors import UserError
from engagedesk.models.base import Record
from engagedesk.models.budgets import BudgetAlert
from engagedesk.services.command import Command, WriteSession
from engagedesk.services.images import BulkChange, Image, Images, RowChange, Scalar, decode, image_columns, record_type

DEPTH: Final = 100
FOLLOWERS: Final[Mapping[str, InstrumentedAttribute[bytes]]] = {"budget": BudgetAlert.budget_id}
"""By kind, the column in which the program itself notes something about a record, by no command of a person: such
rows go with the record when its making is undone, and come back with the redo."""


@dataclass(frozen=True, slots=True)
class Step:
    """One executed command that can be undone, or an undone one that can be redone."""

    label: str
    command: str
    images: Images
    seq: int
    """Audit sequence of the execution."""
    undone_by: Callable[[int], Command[Any] | None] | None = None
    """Makes the command that undoes the step from the present instant; None = its images are restored."""


@dataclass(frozen=True)
class Restore(Command[tuple[bytes, ...]]):
    """Put every row of a step back as it was before it; answers the ids of the restored rows."""

    label: ClassVar[str] = "undo"

    step: Step
    again: bool = False
    """True = this is a redo."""

    def apply(self, session: WriteSession) -> tuple[bytes, ...]:
        changed = [row for row in self.step.images.rows if not _is_as_left(session, row)]
        for bulk in self.step.images.bulk:
            self._check_bulk(session, bulk)
        if changed:
            raise UserError(
                "undo.changed_since",
                label=self.step.label,
                count=len(changed),
                kind=changed[0].kind,
                rows=", ".join(sorted(row.record_id.hex() for row in changed)),
            )
        for row in reversed(self.step.images.rows):
            _put(session, row.kind, row.record_id, image=row.before, version=row.after_version or row.before_version)
            # One at a time: the row that frees a unique place (the running timer) goes before the one that takes it.
            session.flush()
        for bulk in self.step.images.bulk:
            session.bulk_delete(record_type(bulk.kind), bulk.record_ids)
        return tuple(row.record_id for row in self.step.images.rows)

    def audit_facts(self) -> Mapping[str, Scalar]:
        return {"undoes" if not self.again else "redoes": self.step.seq, "command": self.step.command}

    def _check_bulk(self, session: WriteSession, bulk: BulkChange) -> None:
        if not bulk.inserted:
            raise UserError("undo.bulk_delete", label=self.step.label)
        still = session.unchanged_ids(record_type(bulk.kind), bulk.record_ids)
        if len(still) != len(bulk.record_ids):
            raise UserError(
                "undo.changed_since",
                label=self.step.label,
                count=len(bulk.record_ids) - len(still),
                kind=bulk.kind,
                rows=", ".join(sorted(one.hex() for one in set(bulk.record_ids) - still)[:5]),
            )


def _is_as_left(session: WriteSession, row: RowChange) -> bool:
    present = session.get(record_type(row.kind), row.record_id)
    if row.after is None:
        return present is None
    return present is not None and present.version == row.after_version


def _put(session: WriteSession, kind: str, record_id: bytes, *, image: Image | None, version: int) -> None:
    """Make the row's image columns be the image; None deletes it. ``version`` is the last one the row carried."""
    record = record_type(kind)
    present = session.get(record, record_id)
    if image is None:
        if present is not None:
            _delete_followers(session, kind, record_id)
            session.delete(present)
        return
    values = {name: decode(column, image[name]) for name, column in image_columns(record).items() if name in image}
    if present is None:
        row: Record = record(id=record_id, version=version + 1, **values)
        session.add(row)
        return
    for name, value in values.items():
        if getattr(present, name) != value:
            setattr(present, name, value)


def _delete_followers(session: WriteSession, kind: str, record_id: bytes) -> None:
    column = FOLLOWERS.get(kind)
    if column is not None:
        for row in session.scalars(select(column.class_).where(column == record_id)):
            session.delete(row)


@dataclass
class History:
    """The undo and redo stacks of one unlocked session; lives until lock or exit."""

    undoable: list[Step] = field(default_factory=list)
    redoable: list[Step] = field(default_factory=list)

    def executed(self, step: Step) -> None:
        """A new command ran: it can be undone, and what was undone before cannot be redone any more."""
        self.undoable.append(step)
        del self.undoable[:-DEPTH]
        self.redoable.clear()

    def undone(self, step: Step, images: Images, *, seq: int) -> None:
        """The last step was undone by a command with these images."""
        self.undoable.pop()
        self._renumber(images)
        if not step.images.bulk and step.undone_by is None:
            self.redoable.append(Step(step.label, step.command, images, seq))

    def redone(self, step: Step, images: Images, *, seq: int) -> None:
        """The last undone step was done again by a command with these images."""
        self.redoable.pop()
        self._renumber(images)
        self.undoable.append(Step(step.label, step.command, images, seq))

    def taken_back(self, record_id: bytes) -> None:
        """A command of its own took back what a step with its own way of undo had made: the step is settled."""
        made = (step for step in self.undoable if step.undone_by is not None)
        settled = [step for step in made if any(row.record_id == record_id for row in step.images.rows)]
        self.undoable = [step for step in self.undoable if step not in settled]

    def _renumber(self, images: Images) -> None:
        """Follow content that carries a new version: the state before a step is again there after its undo."""
        moved = {
            (row.kind, row.record_id): (row.after, row.after_version) for row in images.rows if row.after is not None
        }
        for stack in (self.undoable, self.redoable):
            for place, step in enumerate(stack):
                rows = tuple(_moved(row, moved) for row in step.images.rows)
                if rows != step.images.rows:
                    stack[place] = replace(step, images=replace(step.images, rows=rows))


def _moved(row: RowChange, moved: Mapping[tuple[str, bytes], tuple[Image, int]]) -> RowChange:
    target = moved.get((row.kind, row.record_id))
    if target is None or row.after is None or row.after != target[0]:
        return row
    return replace(row, after_version=target[1])
