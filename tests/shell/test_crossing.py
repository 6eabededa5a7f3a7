"""Locking replaces the process; what crosses is a start time and a reason, and the profile's lock is never let go."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from engagedesk.paths import Profile

CHILD = Path(__file__).with_name("crossing_child.py")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows starts a successor instead")
def test_the_locked_process_is_the_same_one_with_a_new_image_and_the_lock_still_held(profile: Profile) -> None:
    profile.make_folder()
    done = subprocess.run(
        [sys.executable, str(CHILD), str(profile.folder)], capture_output=True, text=True, timeout=60, check=True
    )
    before, after = (json.loads(line) for line in done.stdout.splitlines())
    assert after["pid"] == before["pid"]
    assert (after["reason"], after["locked_utc"], after["running_since_utc"]) == ("by_hand", 1_000, 600)
    assert after["hidden"] is True
    assert after["free"] is False, "another process could have taken the profile"
    assert after["variable"] is None, "a child of the locked process would inherit it"
    assert after["open"] == [], "an open file crossed that was not meant to"
