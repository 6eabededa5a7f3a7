"""A real gnome-keyring in a session of its own, then none: the store opens, by keyring or by passphrase."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.store.building import PASSPHRASE, new_profile

ROOT = Path(__file__).resolve().parents[2]

pytestmark = [
    pytest.mark.keyring,
    pytest.mark.skipif(
        not (shutil.which("dbus-run-session") and shutil.which("gnome-keyring-daemon")),
        reason="dbus-run-session and gnome-keyring are not installed",
    ),
]

SCRIPT = """
import sys
from pathlib import Path
from engagedesk.errors import KeyringUnavailable
from engagedesk.models.keyring_slot import KeyringSecrets
from engagedesk.models.store import Store
from engagedesk.models.vault import Vault
from engagedesk.paths import Profile
from tests.store.building import CHEAP, PASSPHRASE, SmallSchema, count_notes

vault = Vault(Profile(Path(sys.argv[1])), policy=CHEAP)
try:
    secrets = KeyringSecrets.usable()
    if sys.argv[2] == "add":
        opened = vault.open_with_passphrase(PASSPHRASE)
        opened.add_keyring(secrets, PASSPHRASE)
        opened.close()
    opened = vault.open_with_keyring(secrets)
except KeyringUnavailable as error:
    print(error.code)
    opened = vault.open_with_passphrase(PASSPHRASE)
else:
    print("keyring")
store = Store.open(vault.paths, opened, schema=SmallSchema())
print(count_notes(store))
store.close()
opened.close()
"""


def run(folder: Path, profile: Path, mode: str, *, session: str | None) -> list[str]:
    """Run the script in a desktop session of its own; ``session`` is the shell line that prepares it."""
    home, runtime = folder / "home", folder / "run"
    for made in (home, runtime):
        made.mkdir(mode=0o700, exist_ok=True)
    environment = {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "LC_ALL": "C.UTF-8",
    }
    python = [sys.executable, "-c", textwrap.dedent(SCRIPT), str(profile), mode]
    command = python if session is None else ["dbus-run-session", "--", "bash", "-c", session, "_", *python]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=90, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_a_real_keyring_opens_the_store_and_without_it_the_passphrase_does(tmp_path: Path) -> None:
    profile = new_profile(tmp_path, rows=4)
    unlocked = 'eval "$(printf "\\n" | gnome-keyring-daemon --unlock --components=secrets 2>/dev/null)"; exec "$@"'
    assert run(tmp_path, profile.paths.folder, "add", session=unlocked) == ["keyring", "4"]
    assert run(tmp_path, profile.paths.folder, "open", session=unlocked) == ["keyring", "4"]
    bus_without_keyring = 'exec "$@"'
    lost = run(tmp_path, profile.paths.folder, "open", session=bus_without_keyring)
    assert lost[0] in {"keyring.none", "keyring.locked", "keyring.failed"}
    assert lost[1] == "4"
    assert run(tmp_path, profile.paths.folder, "open", session=None) == ["keyring.none", "4"]
    assert profile.unlock(PASSPHRASE).slots == {"passphrase", "recovery", "keyring"}
