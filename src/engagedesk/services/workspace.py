"""The write funnel and the one place that commits.

    execute(command)
      one transaction: apply -> images -> audit, outbox            (an exception rolls all of it back)
      commit, durable
      then: undo history, and one notice to whoever listens

A workspace belongs to the store thread: every method here runs there and nowhere else.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final, Generic, ParamSpec, TypeVar

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import ObjectDeletedError, StaleDataError

from engagedesk.clock import Clock
from engagedesk.domain.ids import IdSource
from engagedesk.errors import DiskFull, StoreCorrupt, StoreError, StoreLocked, UserError
from engagedesk.log import Code
from engagedesk.models.store import Store
from engagedesk.models.vault import OpenVault
from engagedesk.services import audit, outbox
from engagedesk.services.changes import Changes, changes_from
from engagedesk.services.command import Command, CommandClass, UnfunnelledWrite, WriteSession
from engagedesk.services.commands.text import cleaned
from engagedesk.services.images import Images
from engagedesk.services.undo import History, Restore, Step

log = logging.getLogger(__name__)

T = TypeVar("T")
P = ParamSpec("P")

SALT_BYTES: Final = 16

Listener = Callable[[Changes, object], None]


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What an executed command answered, and what it changed."""

    result: T
    changes: Changes
    audit_seq: int | None
    """None where the command left no audit record (bookkeeping, or nothing changed)."""


class Workspace:
    """Everything the program can do with one open store."""

    def __init__(self, store: Store, vault: OpenVault, *, clock: Clock, new_id: IdSource, who: str) -> None:
        """``StoreCorrupt`` where the audit chain does not hold what the vault anchored."""
        self._store: Store | None = store
        self.vault = vault
        self._clock = clock
        self._new_id = new_id
        self.who = who
        self.history = History()
        self._listeners: list[Listener] = []
        with self._reading() as session:
            head = audit.stored_head(session)
            vault.verify_anchor(lambda count: audit.chain_at(session, count))
        self._audit_key = vault.subkey("audit")
        self._chain = audit.Chain(self._audit_key, head)

    @property
    def store(self) -> Store:
        """Return the open store; ``StoreLocked`` once closed."""
        if self._store is None:
            raise StoreLocked("store.locked")
        return self._store

    @property
    def audit_head(self) -> audit.Head:
        return self._chain.head

    def listen(self, listener: Listener) -> None:
        """Have ``listener(changes, initiator)`` called in the store thread after each commit that changed records."""
        self._listeners.append(listener)

    def execute(
        self,
        command: Command[T],
        *,
        initiator: object = None,
        on_progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Outcome[T]:
        """Run one command durably; ``initiator`` comes back with the notice, so that a view can skip its own echo."""
        try:
            result, images, seq = self._run(command, on_progress=on_progress, cancelled=cancelled)
        except DiskFull:
            if not command.urgent or not self.store.reserve.release():
                raise
            log.warning("disk full: the reserve was given up for %s", type(command))
            result, images, seq = self._run(command, on_progress=on_progress, cancelled=cancelled)
        if command.takes_back is not None:
            self.history.taken_back(command.takes_back)
        if seq is not None and command.command_class is CommandClass.PERSON and command.undoable:
            own_way = command.undone_by(result, self._clock.now_s()) is not None
            undone_by = partial(command.undone_by, result) if own_way else None
            self.history.executed(Step(command.label, type(command).__name__, images, seq, undone_by))
        return self._announce(result, images, seq, initiator)

    def undo(self, *, initiator: object = None) -> tuple[str, Outcome[Any]]:
        """Undo the last step and return what it was called; ``UserError`` where there is none or rows changed since."""
        if not self.history.undoable:
            raise UserError("undo.nothing")
        step = self.history.undoable[-1]
        own_way = None if step.undone_by is None else step.undone_by(self._clock.now_s())
        result, images, seq = self._run(Restore(step) if own_way is None else own_way)
        self.history.undone(step, images, seq=seq or step.seq)
        return step.label, self._announce(result, images, seq, initiator)

    def redo(self, *, initiator: object = None) -> tuple[str, Outcome[Any]]:
        """Do the last undone step again and return what it was called."""
        if not self.history.redoable:
            raise UserError("redo.nothing")
        step = self.history.redoable[-1]
        result, images, seq = self._run(Restore(step, again=True))
        self.history.redone(step, images, seq=seq or step.seq)
        return step.label, self._announce(result, images, seq, initiator)

    def read(self, query: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        """Run ``query(session, ...)`` in a read transaction and return its frozen rows."""
        with self._reading() as session:
            return query(session, *args, **kwargs)

    def verify_audit(self) -> audit.Verdict:
        """Walk the audit chain and hold its end against what was written and anchored; seconds for 300,000 records."""
        with self._reading() as session:
            verdict = audit.verify(session.connection(), self._audit_key)
            flaws = list(verdict.flaws)
            if verdict.ok and verdict.head != self.audit_head:
                flaws.append(audit.Flaw(self.audit_head.count, "cut"))
            try:
                self.vault.verify_anchor(lambda count: audit.chain_at(session, count))
            except StoreCorrupt:
                flaws.append(audit.Flaw(verdict.head.count, "anchor"))
        return replace(verdict, flaws=tuple(flaws))

    def anchor(self) -> None:
        """Tell the vault where the chain ends (it writes at most once a minute), and hold the reserve again."""
        head = self._chain.head
        self.store.reserve.ensure()
        failed = self.vault.anchor(head.count, head.chain) if head.count else None
        if failed is not None:
            # The commit stands, and an anchor that is behind is not tampering: the next minute tries again.
            log.info("anchor not written: %s", Code(failed.code))

    def close(self) -> None:
        """Anchor and close; everything after answers ``StoreLocked``.

        An anchor that a full or failing disk refuses is only logged: every command is durable already, and an anchor
        that is behind is not tampering.
        """
        if self._store is None:
            return
        store, self._store = self._store, None
        head = self._chain.head
        if head.count:
            self._try("anchor not written", lambda: self.vault.anchor_now(head.count, head.chain))
        try:
            store.close()
        finally:
            self._try("vault closed without its anchor", self.vault.close)

    def _try(self, what: str, step: Callable[[], None]) -> None:
        try:
            step()
        except StoreError as error:
            log.info("%s: %s", Code(what), error)

    def _run(
        self,
        command: Command[T],
        *,
        on_progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> tuple[T, Images, int | None]:
        store = self.store
        seq: int | None = None
        try:
            with store.wall(), WriteSession(store.writer, new_id=self._new_id) as session:
                session.cancelled = cancelled or session.cancelled
                session.on_progress = on_progress or session.on_progress
                with _worded(command):
                    result = command.apply(session)
                    images = session.images()
                    if images:
                        seq = self._record(command, session, images)
                    session.commit()
        except BaseException:
            self._chain.rolled_back()
            raise
        self._chain.committed()
        log.info("executed %s %s", type(command), seq)
        return result, images, seq

    def _record(self, command: Command[Any], session: WriteSession, images: Images) -> int:
        if command.command_class is CommandClass.BOOKKEEPING:
            raise UnfunnelledWrite(f"{type(command).__name__} is bookkeeping and changed a record")
        now_utc = self._clock.now_s()
        connection = session.connection()
        entry = audit.Entry(
            at_utc=now_utc,
            who=self.who,
            command=type(command).__name__,
            command_class=command.command_class.value,
            reason=cleaned(command.why, "reason"),
            facts=command.audit_facts(),
        )
        seq = self._chain.append(connection, entry, images, salt=os.urandom(SALT_BYTES))
        outbox.enqueue(connection, images, new_id=self._new_id, now_utc=now_utc)
        return seq

    def _announce(self, result: T, images: Images, seq: int | None, initiator: object) -> Outcome[T]:
        changes = changes_from(images)
        if changes:
            for listener in self._listeners:
                listener(changes, initiator)
        return Outcome(result, changes, seq)

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        store = self.store
        with store.wall(), Session(store.writer) as session:
            yield session


def record_event(store: Store, vault: OpenVault, entry: audit.Entry) -> audit.Head:
    """Append a record of what happened to the store as a whole (a restore) and return the chain's new end.

    For a store that no workspace has open: the funnel records what changes rows, and this changes none.
    """
    with store.wall(), Session(store.writer) as session:
        chain = audit.Chain(vault.subkey("audit"), audit.stored_head(session))
        chain.append(session.connection(), entry, Images(), salt=os.urandom(SALT_BYTES))
        session.commit()
        chain.committed()
    return chain.head


@contextmanager
def _worded(command: Command[Any]) -> Iterator[None]:
    """Turn what the unit of work says about rows into words; anything else passes."""
    try:
        yield
    except IntegrityError as error:
        raise UserError("record.refused", action=command.label, constraint=constraint_name(error)) from error
    except (StaleDataError, ObjectDeletedError) as error:
        raise UserError("record.gone", kind="", action=command.label) from error


def constraint_name(error: IntegrityError) -> str:
    """Return what SQLite says was violated, without values: ``"UNIQUE constraint failed: charge_code.code"``."""
    return str(error.orig).split("\n", 1)[0][:120]
