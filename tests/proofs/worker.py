"""A person at work, as a process to be killed: mixed commands from a seed, each acknowledged on standard output.

    worker.py serve                                 read "SEED PASSPHRASE PROFILE" lines, fork one person for each
    worker.py once SEED STEPS PASSPHRASE PROFILE [normal]

One acknowledgement is one line: the number of audit records, the chain's end, the passphrase that is in force, and
the newest backup. ``normal`` turns off what the store relies on (synchronous=FULL), for the harness to find out.
"""

from __future__ import annotations

import logging
import os
import random
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from engagedesk.clock import SystemClock, system_ids
from engagedesk.domain.ids import EntryId
from engagedesk.domain.spans import Span
from engagedesk.errors import StoreError, UserError
from engagedesk.interchange.rows import ImportKind
from engagedesk.models.time import TimeEntry
from engagedesk.paths import Profile
from engagedesk.services.backup import make_backup
from engagedesk.services.commands.engagements import AddClient, ClientFacts
from engagedesk.services.commands.time import AddEntry, DeleteEntry, EditEntry, EntryEdit, StartTimer, StopTimer, Work
from engagedesk.services.importing.commands import ImportFile
from engagedesk.services.importing.flow import make_plan
from engagedesk.services.opening import ByPassphrase, Surroundings, open_profile
from engagedesk.services.workspace import Workspace
from tests.services.building import CHEAP, LONDON
from tests.services.import_rows import read_of, time_row

WEIGHTS = {
    "start": 4, "stop": 4, "add": 5, "edit": 5, "delete": 2, "import": 1, "undo": 3, "redo": 2, "client": 1,
    "backup": 1, "passphrase": 1, "checkpoint": 1,
}  # fmt: skip


class Person:
    """Works on one profile until the steps are done or the process is killed."""

    def __init__(self, profile: Profile, passphrase: str, seed: int) -> None:
        clock = SystemClock()
        self.around = Surroundings(clock, system_ids(clock), CHEAP, who="ada")
        self.rng = random.Random(seed)
        self.passphrase, self.backup, self.fresh = passphrase, "-", 0
        self.workspace: Workspace = open_profile(profile, ByPassphrase(passphrase), self.around)

    def work(self, steps: int) -> None:
        names = list(WEIGHTS)
        for _ in range(steps):
            name = self.rng.choices(names, list(WEIGHTS.values()))[0]
            step: Callable[[], object] = getattr(self, f"_{name}")
            try:
                step()
            except UserError:
                continue
            except StoreError as error:
                os.write(1, f"error {type(error).__name__} {error.code}\n".encode())
                continue
            head = self.workspace.audit_head
            line = f"ok {head.count} {head.chain.hex()} {self.passphrase} {self.backup}\n"
            os.write(1, line.encode())
            self.workspace.anchor()

    def _start(self) -> None:
        self.workspace.execute(StartTimer(Work(narrative="Call"), self.around.clock.now_s(), LONDON))

    def _stop(self) -> None:
        self.workspace.execute(StopTimer(self.around.clock.now_s()))

    def _add(self) -> None:
        start = 1_790_000_000 + self.rng.randrange(5_000_000)
        words = Work(narrative="x" * self.rng.randrange(3_000))
        self.workspace.execute(AddEntry(words, zone=LONDON, now_utc=start, span=Span(start, start + 600)))

    def _edit(self) -> None:
        edit = EntryEdit(narrative="y" * self.rng.randrange(3_000))
        self.workspace.execute(EditEntry(self._entry(), edit, self.around.clock.now_s(), reason="Because"))

    def _delete(self) -> None:
        self.workspace.execute(DeleteEntry(self._entry(), running_too=True))

    def _entry(self) -> EntryId:
        ids = self.workspace.read(lambda session: session.query(TimeEntry.id).filter(TimeEntry.state == "draft").all())
        if not ids:
            raise UserError("record.gone")
        return EntryId(self.rng.choice(ids)[0])

    def _import(self) -> None:
        self.fresh += 1
        name = f"{self.rng.random()}-{self.fresh}"
        rows = [time_row(source_key=f"{name}-{n}", narrative="z" * 200, line=n) for n in range(40)]
        plan = make_plan(
            read_of(ImportKind.TIME, rows),
            self.workspace.read,
            zone=LONDON,
            new_id=self.around.new_id,
            now_utc=self.around.clock.now_s(),
        )
        self.workspace.execute(ImportFile(plan, self.around.clock.now_s()))

    def _undo(self) -> None:
        self.workspace.undo()

    def _redo(self) -> None:
        self.workspace.redo()

    def _client(self) -> None:
        self.workspace.execute(AddClient(ClientFacts(f"Client {self.rng.random()}", note=str(date(2026, 1, 1)))))

    def _backup(self) -> None:
        head, now = self.workspace.audit_head, self.around.clock.now_s()
        made = make_backup(self.workspace.store, self.workspace.vault, now_utc=now, anchor=(head.count, head.chain))
        self.backup = made.path.name

    def _passphrase(self) -> None:
        new = next_passphrase(self.passphrase)
        self.workspace.vault.change_passphrase(self.passphrase, new)
        self.passphrase = new
        self.workspace.store.note_keys_generation(self.workspace.vault)

    def _checkpoint(self) -> None:
        self.workspace.store.checkpoint()


def next_passphrase(passphrase: str) -> str:
    """Return what a person changes "words-7" to, so that whoever kills them knows it too."""
    return f"words-{int(passphrase.removeprefix('words-')) + 1}"


def serve() -> None:
    for line in sys.stdin:
        seed, passphrase, folder = line.rstrip("\n").split(" ", 2)
        pid = os.fork()
        if pid == 0:
            os.write(1, f"pid {os.getpid()}\n".encode())
            Person(Profile(Path(folder)), passphrase, int(seed)).work(1_000_000)
            os._exit(0)
        _, status = os.waitpid(pid, 0)
        os.write(1, b"gone\n" if os.WIFSIGNALED(status) else b"died of itself\n")


def once(seed: int, steps: int, passphrase: str, folder: Path, *, normal: bool) -> None:
    try:
        person = Person(Profile(folder), passphrase, seed)
        if normal:
            with person.workspace.store._driver(person.workspace.store.writer) as connection:
                connection.execute("PRAGMA synchronous = normal")
        person.work(steps)
        person.workspace.close()
    except StoreError as error:
        os.write(1, f"error {type(error).__name__} {error.code}\n".encode())


if __name__ == "__main__":
    logging.getLogger().addHandler(logging.NullHandler())
    if sys.argv[1] == "serve":
        serve()
    else:
        _, _, seed_text, steps_text, words, place, *rest = sys.argv
        once(int(seed_text), int(steps_text), words, Path(place), normal=rest == ["normal"])
