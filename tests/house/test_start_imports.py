"""Today is on the screen before the program loads what Today does not need."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from engagedesk.clock import SystemClock, system_ids
from engagedesk.models.key_derivation import MIB, KdfCost, KdfPolicy
from engagedesk.paths import Profile
from engagedesk.services.opening import Surroundings, create

PASSPHRASE = "harbour lantern quartz meadow"
SHOWN = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from engagedesk.app import WindowOptions, run
from engagedesk.clock import SystemClock, system_ids
from engagedesk.models.key_derivation import MIB, KdfCost, KdfPolicy
from engagedesk.services.entering import Surroundings

from engagedesk.ui.controllers import doorway
painted = doorway.Doorway.painted

def told(self):
    print("\\n".join(sorted(sys.modules)), flush=True)
    painted(self)
    QApplication.exit(0)

# Today's rows have just been painted when the doorway hears of it.
doorway.Doorway.painted = told
cheap = KdfCost(memory_kib=8 * MIB, passes=1, lanes=1)
clock = SystemClock()
around = Surroundings(clock, system_ids(clock), KdfPolicy(floor=cheap, fixed=cheap))
sys.exit(run(WindowOptions(Path(sys.argv[1]), Path(sys.argv[2])), around))
"""
LATE = (
    "sqlalchemy",
    "pyqtgraph", "exchangelib", "openpyxl", "alembic", "ortools", "rapidfuzz", "numpy", "httpx", "keyring",
    "engagedesk.interchange",
    "engagedesk.planning",
    "engagedesk.sync",
    "engagedesk.services.importing",
    "engagedesk.services.demo",
    "engagedesk.services.backup",
    "engagedesk.services.quick",
    "engagedesk.services.workspace",
    "engagedesk.models.tables",
    "engagedesk.ui.controllers.desk",
    "engagedesk.services.commands.time",
    "engagedesk.services.commands.weeks",
    "engagedesk.domain.quick_entry",
    "engagedesk.ui.dialogs.importing",
    "engagedesk.ui.dialogs.history",
    "engagedesk.ui.dialogs.quick_entry",
    "engagedesk.ui.pages.engagement",
    "engagedesk.ui.pages.portfolio",
    "engagedesk.ui.pages.settings",
    "engagedesk.ui.pages.first_run",
    "engagedesk.ui.pages.lock",
    "engagedesk.ui.controllers.imports",
    "engagedesk.ui.controllers.keeping",
    "engagedesk.ui.controllers.preferences",
    "engagedesk.ui.controllers.safekeeping",
    "engagedesk.ui.pages.settings_groups",
    "engagedesk.ui.pages.help",
    "engagedesk.ui.tour",
    "engagedesk.ui.controllers.weeks",
    "engagedesk.app.shots",
    "engagedesk.app.smoke",
    "PySide6.QtPrintSupport",
    "PySide6.QtDBus",
)  # fmt: skip
"""What may not be loaded before Today is shown; a name stands for its sub-modules too."""


def loaded_when_shown(profile: Path, words: Path) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", SHOWN, str(profile), str(words)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "engagedesk.ui.pages.today" in done.stdout, done.stderr
    return set(done.stdout.split())


def test_nothing_that_today_does_not_need_is_loaded_before_it_is_shown(tmp_path: Path) -> None:
    cheap = KdfCost(memory_kib=8 * MIB, passes=1, lanes=1)
    clock = SystemClock()
    around = Surroundings(clock, system_ids(clock), KdfPolicy(floor=cheap, fixed=cheap))
    create(Profile(tmp_path / "profile"), PASSPHRASE, around, with_keyring=False).workspace.close()
    words = tmp_path / "passphrase"
    words.write_text(PASSPHRASE, encoding="utf-8")
    loaded = loaded_when_shown(tmp_path / "profile", words)
    early = {name for name in loaded for late in LATE if name == late or name.startswith(f"{late}.")}
    assert not early


def test_everything_that_is_loaded_later_is_there() -> None:
    from importlib.util import find_spec

    from engagedesk.app.warming import MODULES

    assert [name for name in MODULES if find_spec(name) is None] == []
