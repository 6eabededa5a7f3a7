"""For every command, a strategy that draws one which mostly can be done in the store at hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from hypothesis import strategies as st

from engagedesk.domain.firm_profile import FirmProfile
from engagedesk.interchange.rows import ImportKind
from engagedesk.services.command import Command
from engagedesk.services.commands import firm
from engagedesk.services.demo import DemoFilled, FillSample
from engagedesk.services.importing import commands as importing
from tests.services.budget_strategies import BUDGET_STRATEGIES
from tests.services.building import WEEK
from tests.services.import_rows import code_row, engagement_row, plan_of, read_of, recorded_row, staffing_row, time_row
from tests.services.plan_import_rows import plan_rows
from tests.services.plan_strategies import PLAN_STRATEGIES
from tests.services.setup_strategies import SETUP_STRATEGIES
from tests.services.time_strategies import TIME_STRATEGIES
from tests.services.world import DAYS, NAME, NEAR, TEXT, World


def firm_profile(world: World) -> firm.SetFirmProfile:
    draw = world.draw
    return firm.SetFirmProfile(
        FirmProfile(
            name=draw(NAME), increment_s=draw(st.sampled_from([360, 900])), split_at_month_end=draw(st.booleans())
        )
    )


def setting(world: World) -> firm.ChangeSetting:
    wanted = [("timer.heartbeat_s", 30), ("window.close_to_tray", False), ("backup.folder", "/mnt/safe")]
    key, value = world.draw(st.sampled_from([*wanted, ("privacy.code_names", False)]))
    return firm.ChangeSetting(key, value)


def import_file(world: World) -> importing.ImportFile:
    draw = world.draw
    kind = draw(st.sampled_from(ImportKind))
    minutes = draw(st.integers(1, 600))
    rows: dict[ImportKind, list[Any]] = {
        ImportKind.TIME: [
            time_row(minutes=minutes, narrative=draw(TEXT)),
            time_row("2026-10-06T23:30", minutes, client="Harrowgate Foods plc", engagement="Group audit"),
        ],
        ImportKind.RECORDED: [recorded_row(draw(NAME)), recorded_row("Ben Okoro", seconds=-minutes)],
        ImportKind.ENGAGEMENTS: [engagement_row(draw(NAME)), engagement_row("Harrowgate Foods plc", priority="1")],
        ImportKind.STAFFING: [staffing_row(draw(NAME))],
        **plan_rows(draw),
        ImportKind.CODES: [code_row(draw(NAME)), code_row("410118-10", activity=draw(NAME))],
    }
    return importing.ImportFile(plan_of(world.desk, read_of(kind, rows[kind])), world.now)


STRATEGIES: Final[dict[str, Callable[[World], Command[Any]]]] = {
    **SETUP_STRATEGIES,
    **PLAN_STRATEGIES,
    **BUDGET_STRATEGIES,
    **TIME_STRATEGIES,
    "SetUpStore": lambda w: firm.SetUpStore(w.draw(NAME), w.now),
    "NameOwner": lambda w: firm.NameOwner(w.draw(NAME), w.draw(st.sampled_from(["", "Manager"])), w.draw(DAYS)),
    "SetFirmProfile": firm_profile,
    "SetDayStart": lambda w: firm.SetDayStart(w.draw(NEAR), w.draw(st.integers(0, 720))),
    "ChangeSetting": setting,
    "ResetSetting": lambda w: firm.ResetSetting(w.draw(st.sampled_from(["lock.after_min"]))),
    "KeepAttachment": lambda w: firm.KeepAttachment(w.draw(st.binary(min_size=1, max_size=99)), "image/png", w.now),
    "AddSyncTarget": lambda w: firm.AddSyncTarget("webhook", w.draw(NAME), w.draw(NEAR), w.draw(TEXT)),
    "RememberView": lambda w: firm.RememberView("today", w.draw(TEXT)),
    "ImportFile": import_file,
    "UndoImport": lambda w: importing.UndoImport(w.some("import_batch", undone_utc=None), w.now),
    "SaveMapping": lambda w: importing.SaveMapping(
        w.draw(st.sampled_from(["Old tracker", "New"])), {"a": w.draw(TEXT)}
    ),
    "FillSample": lambda w: FillSample(
        1, WEEK.last, DemoFilled(0, 0, 0, 0, first_day=WEEK.first, last_day=WEEK.last), (), (), w.now
    ),
}
"""By the command's name. ``Restore`` is what undo and redo are made of, so every other one proves it."""
