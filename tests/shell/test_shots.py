"""``shots``: every page, light and dark, drawn from a real store by a process of its own that has no screen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

from engagedesk.paths import Profile
from tests.shell.conftest import PASSPHRASE

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("today", "today-small", "engagements", "engagement", "settings", "quick-entry", "lock", "first-run")


def test_every_page_is_drawn_light_and_dark_from_the_profile(made: Profile, tmp_path: Path) -> None:
    secret, folder = tmp_path / "secret", tmp_path / "shots"
    secret.write_text(PASSPHRASE + "\n", encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    done = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "launcher.py"), "--profile", str(made.folder),
         "--passphrase-file", str(secret), "--shots", str(folder)],
        env=kept, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    drawn = {file.name: QImage(str(file)) for file in folder.glob("*.png")}
    for page in PAGES:
        pair = [drawn[name] for name in (f"{page}-dark.png", f"{page}-light.png") if name in drawn]
        assert len(pair) == 2, (page, sorted(drawn))
        dark, light = (image.pixelColor(3, image.height() - 3).lightness() for image in pair)
        assert dark < 80 < 200 < light, page
