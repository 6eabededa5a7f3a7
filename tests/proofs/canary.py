"""A working day whose every text is the canary: the process whose writes, files and memory are searched.

canary.py day PROFILE PASSPHRASE        fill every text column, back up, fail in every way, close
canary.py idle PROFILE PASSPHRASE       work a little, say "idle", and wait for a line
canary.py leak PROFILE PASSPHRASE       write the canary where it must not be: the search must find it
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from sqlalchemy import Column, Table, Text
from sqlalchemy.orm import Session

from engagedesk import log
from engagedesk.domain.activity import Stretch
from engagedesk.domain.days import Week
from engagedesk.domain.firm_profile import FirmProfile
from engagedesk.domain.handover import LineContent, LineKey
from engagedesk.domain.ids import EngagementId
from engagedesk.domain.spans import Span
from engagedesk.domain.states import AwayCause, DraftSource
from engagedesk.domain.suggestions import DraftTarget
from engagedesk.errors import EngageDeskError
from engagedesk.interchange.rows import ImportKind
from engagedesk.models.tables import Base
from engagedesk.paths import Profile
from engagedesk.services.backup import make_backup
from engagedesk.services.commands.activity import DismissDraft, KeepActivity
from engagedesk.services.commands.away import BeginAway
from engagedesk.services.commands.engagements import AddClient, ClientFacts
from engagedesk.services.commands.firm import AddSyncTarget, ChangeSetting, KeepAttachment, RememberView, SetFirmProfile
from engagedesk.services.commands.handover import AcceptDifference, TickLines, TypedLine
from engagedesk.services.commands.time import AddEntry, StartTimer, StopTimer, Target, Work
from engagedesk.services.commands.weeks import SubmitWeek
from engagedesk.services.importing.commands import SaveMapping
from engagedesk.services.opening import ByPassphrase, Surroundings, open_profile
from engagedesk.services.workspace import Workspace
from tests.fake_clock import FakeClock
from tests.services.building import LONDON, Desk, around_of
from tests.services.import_rows import import_rows, recorded_row, time_row

CANARY: Final = "Zeisigvögelchen"
CLOSED: Final = frozenset(
    {
        "outbox.operation", "outbox.state",  # checked words
        "audit.command", "audit.command_class", "audit.who",  # chained: written by the funnel
        "store_meta.key", "store_meta.value", "import_key.kind",
    }
)  # fmt: skip
"""Text columns that hold no person's text."""


def text_columns() -> list[tuple[Table, Column[str]]]:
    """Return every column that can hold a person's text, from the models, so that a new one is searched too."""
    return [
        (table, column)
        for table in Base.metadata.tables.values()
        for column in table.columns
        if type(column.type) is Text and f"{table.name}.{column.name}" not in CLOSED
    ]


def work(workspace: Workspace, clock: FakeClock, around: Surroundings) -> None:
    """Use the program as a person does, with the canary wherever a text can be given."""
    now = clock.now_s()
    client = workspace.execute(AddClient(ClientFacts(CANARY, CANARY, CANARY, note=CANARY))).result
    words = Work(Target(), CANARY, CANARY)
    workspace.execute(StartTimer(words, now, LONDON))
    workspace.execute(StopTimer(now))
    left = now + 60
    workspace.execute(StartTimer(words, left, LONDON))
    workspace.execute(BeginAway(left + 60, AwayCause.IDLE, left + 960, LONDON))
    workspace.execute(
        TickLines((TypedLine(LineKey(date(2026, 11, 18), CANARY, CANARY), LineContent(60, CANARY)),), now)
    )
    workspace.execute(AcceptDifference(date(2026, 11, 18), CANARY, worked_s=60, recorded_s=0, note=CANARY, now_utc=now))
    workspace.execute(AddEntry(words, zone=LONDON, now_utc=now, day=date(2026, 11, 18), seconds=60))
    workspace.undo()
    workspace.redo()
    workspace.execute(KeepAttachment(CANARY.encode() * 5_000, CANARY, now))
    workspace.execute(SetFirmProfile(FirmProfile(name=CANARY)))
    workspace.execute(ChangeSetting("backup.folder", CANARY))
    workspace.execute(AddSyncTarget(CANARY, CANARY, date(2026, 11, 1), CANARY))
    workspace.execute(RememberView(CANARY, CANARY))
    workspace.execute(SaveMapping(CANARY, {CANARY: CANARY}))
    workspace.execute(KeepActivity((Stretch(now, now + 60, CANARY, CANARY, EngagementId(client)),)))
    here = Span(now - 600, now)
    workspace.execute(DismissDraft(DraftSource.ACTIVITY, DraftTarget(None), date(2026, 11, 18), span=here, now_utc=now))
    desk = Desk(workspace, clock, around, workspace.store.paths)
    import_rows(desk, ImportKind.TIME, time_row(client=CANARY, engagement=CANARY, narrative=CANARY), name=CANARY)
    import_rows(desk, ImportKind.RECORDED, recorded_row(CANARY, narrative=CANARY, status=CANARY, grade=CANARY))
    workspace.execute(SubmitWeek(Week.parse("2026-W47"), LONDON, now))
    desk.sql(CONTACT, client)
    for statement in PLANNED:
        desk.sql(statement)


CONTACT: Final = (
    "INSERT INTO contact (id, version, client_id, name, role, email, phone) "
    "VALUES (randomblob(16), 1, ?, '', '', '', '')"
)

_ENGAGEMENT: Final = "(SELECT id FROM engagement ORDER BY id DESC LIMIT 1)"
PLANNED: Final = (
    f"""INSERT INTO phase (id, version, engagement_id, name, position, state)
        VALUES (randomblob(16), 1, {_ENGAGEMENT}, '', 0, 'planned')""",
    f"""INSERT INTO task (id, version, engagement_id, name, position, basis, demand_percent, role, pinned,
        progress_percent, note) VALUES (randomblob(16), 1, {_ENGAGEMENT}, '', 0, 'effort', 100, '', 0, 0, '')""",
    f"""INSERT INTO milestone (id, version, engagement_id, name, due, pinned)
        VALUES (randomblob(16), 1, {_ENGAGEMENT}, '', '2026-12-01', 0)""",
    f"""INSERT INTO deliverable (id, version, engagement_id, name, due, state, progress_percent, pinned)
        VALUES (randomblob(16), 1, {_ENGAGEMENT}, '', '2026-12-01', 'planned', 0, 0)""",
    "INSERT INTO baseline (id, version, name, taken_utc) VALUES (randomblob(16), 1, '', 0)",
    f"""INSERT INTO baseline_item (id, version, baseline_id, engagement_id, item_kind, item_id, name, starts_civil,
        ends_civil) VALUES (randomblob(16), 1, (SELECT id FROM baseline), {_ENGAGEMENT}, 'task', x'00', '', 0, 0)""",
    """INSERT INTO work_pattern (id, version, valid_from, country, subdivision, week)
        VALUES (randomblob(16), 1, '2026-01-01', '', '', '{}')""",
    """INSERT INTO calendar_event (id, version, kind, starts, ends, name)
        VALUES (randomblob(16), 1, 'holiday', '2026-01-01', '2026-01-01', '')""",
    f"""INSERT INTO contact_note (id, version, engagement_id, day, channel, note)
        VALUES (randomblob(16), 1, {_ENGAGEMENT}, '2026-01-01', 'call', '')""",
    f"""INSERT INTO invoice (id, version, engagement_id, number, day, up_to, amount_minor, note)
        VALUES (randomblob(16), 1, {_ENGAGEMENT}, '', '2026-01-01', '2026-01-01', 1, '')""",
    "INSERT INTO saved_view (id, version, page, name, data) VALUES (randomblob(16), 1, '', '', '{}')",
    f"""INSERT INTO budget (id, version, engagement_id, number, reason, made_utc, as_of, currency, fx_micro)
        VALUES (randomblob(16), 1, {_ENGAGEMENT}, 1, '', 0, '2026-01-01', 'GBP', 1000000)""",
    """INSERT INTO budget_line (id, version, budget_id, grade, seconds, amount_minor)
        VALUES (randomblob(16), 1, (SELECT id FROM budget), '', 0, 0)""",
    f"""INSERT INTO budget_rule (id, version, engagement_id, used_percents)
        VALUES (randomblob(16), 1, {_ENGAGEMENT}, '')""",
    f"""INSERT INTO typed_estimate (id, version, engagement_id, grade, seconds, typed_utc, note)
        VALUES (randomblob(16), 1, {_ENGAGEMENT}, '', 0, 0, '')""",
    f"""INSERT INTO budget_alert (id, version, engagement_id, budget_id, kind, percent, crossed_utc, crossed_on,
        actual_s, actual_minor, eac_minor, change_s, cause, note)
        SELECT randomblob(16), 1, {_ENGAGEMENT}, id, 'used', 75, 0, '2026-01-01', 0, 0, 0, 0, '', '' FROM budget""",
    f"""INSERT INTO excess_hours (id, version, engagement_id, grade, day, seconds, cause, note)
        VALUES (randomblob(16), 1, {_ENGAGEMENT}, '', '2026-01-01', 1, 'rework', '')""",
    """INSERT INTO fx_rate (id, version, base, quote, valid_from, micro)
        VALUES (randomblob(16), 1, '', 'GBP', '2026-01-01', 1)""",
)  # fmt: skip
"""One row of each table of the plan and the budgets, for the canary to be put into."""


def fill_every_text(workspace: Workspace) -> None:
    """Put the canary into every text column of every row."""
    with workspace.store.writer.begin() as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = on")
        for table, column in text_columns():
            numbered = f"'{CANARY}' || hex(randomblob(4))"
            connection.exec_driver_sql(f'UPDATE "{table.name}" SET "{column.name}" = {numbered}')


def columns_without_canary(session: Session) -> list[str]:
    missing = []
    for table, column in text_columns():
        held = session.connection().exec_driver_sql(
            f'SELECT count(*) FROM "{table.name}" WHERE "{column.name}" LIKE ?', (f"{CANARY}%",)
        )
        if not held.scalar_one():
            missing.append(f"{table.name}.{column.name}")
    return missing


def sort_much(session: Session) -> None:
    """Sort more than any cache holds, as a query over years does."""
    many = "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i < 40000)"
    text = f"SELECT '{CANARY}' || hex(randomblob(120)) AS t FROM n ORDER BY t DESC LIMIT 39999"
    rows = session.connection().exec_driver_sql(f"{many} SELECT count(*) FROM ({text})")
    assert rows.scalar_one() == 39_999


def fail(workspace: Workspace, profile: Profile) -> None:
    """Meet errors whose words and values hold the canary, and report them as the program does."""
    logger = logging.getLogger("engagedesk.proof")
    spoilt: list[Callable[[], object]] = [
        lambda: workspace.execute(AddSyncTarget(CANARY, "", date(2026, 1, 1))),
        lambda: workspace.read(
            lambda s: s.connection().exec_driver_sql("SELECT nothing FROM client WHERE x=?", (CANARY,))
        ),
        lambda: json.loads(CANARY),
        lambda: {}[CANARY],  # type: ignore[index]
        lambda: Path(f"/nowhere/{CANARY}").read_text(encoding="utf-8"),
    ]
    for one in spoilt:
        try:
            one()
        except (EngageDeskError, Exception) as error:  # every kind is reported
            logger.error("a bug %s", error, exc_info=error)
            logger.warning("said %s", CANARY)
            log.write_crash_report(profile.crashes, error, when_s=1_795_000_000)
    logging.getLogger("foreign.library").error(CANARY)


def main(mode: str, folder: str, passphrase: str) -> None:
    around = around_of(FakeClock(), seed=6)
    profile = Profile(Path(folder))
    log.configure(profile.logs)
    workspace = open_profile(profile, ByPassphrase(passphrase), around)
    work(workspace, FakeClock(), around)
    if mode == "idle":
        new = passphrase + "!"
        workspace.vault.change_passphrase(passphrase, new)
        workspace.store.note_keys_generation(workspace.vault)
        backed_up(workspace)
        os.write(1, b"idle\n")
        sys.stdin.readline()
    else:
        fail(workspace, profile)
        workspace.read(sort_much)
        fill_every_text(workspace)
        missing = workspace.read(columns_without_canary)
        assert missing == [], missing
        backed_up(workspace)
    if mode == "leak":
        (profile.folder / "notes.txt").write_text(f"about {CANARY}", encoding="utf-8")
    with contextlib.suppress(EngageDeskError):
        workspace.close()


def backed_up(workspace: Workspace) -> None:
    head = workspace.audit_head
    made = make_backup(workspace.store, workspace.vault, now_utc=1_795_000_000, anchor=(head.count, head.chain))
    assert made.size_bytes


if __name__ == "__main__":
    main(*sys.argv[1:])
