"""Where things lie: the profile folder with everything in it, its backups beside it, and the shipped resources.

Nothing is ever written outside ``Profile.folder`` and ``Profile.backups``.
"""

from __future__ import annotations

import hashlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs

APP_NAME = "EngageDesk"
PRIVATE_FOLDER_MODE = 0o700

# sun_path holds 108 bytes on Linux and 104 on macOS, its closing zero included (man 7 unix).
LONGEST_SOCKET_PATH = 103


@dataclass(frozen=True, slots=True)
class Profile:
    """The names of one profile's files; makes none of them.

    ``folder`` is absolute. Two spellings of one folder give equal profiles, because the lock and the hand-over
    address must be the same for both.
    """

    folder: Path

    @property
    def store(self) -> Path:
        """The encrypted database; SQLite keeps ``-wal`` and ``-shm`` beside it."""
        return self.folder / "store.db"

    @property
    def vault(self) -> Path:
        return self.folder / "vault.json"

    @property
    def vault_copy(self) -> Path:
        """The second copy of the vault, read where the first is damaged."""
        return self.folder / "vault.copy.json"

    @property
    def reserve(self) -> Path:
        """A file of spare bytes, given up on a full disk so that a running timer can still be closed."""
        return self.folder / "reserve.bin"

    @property
    def lock(self) -> Path:
        """The file whose OS lock says which process owns the profile."""
        return self.folder / "profile.lock"

    @property
    def appearance(self) -> Path:
        """Theme, language and geometry: plain TOML, readable while the store is locked."""
        return self.folder / "appearance.toml"

    @property
    def logs(self) -> Path:
        return self.folder / "logs"

    @property
    def crashes(self) -> Path:
        return self.folder / "crashes"

    @property
    def backups(self) -> Path:
        """Return the sibling folder: a profile folder that is deleted by mistake takes no backup with it."""
        return self.folder.with_name(self.folder.name + "-backups")

    @property
    def hand_over_address(self) -> str:
        """Return where an open window listens: a socket's path in the profile, on Windows a named pipe."""
        if sys.platform == "win32":
            digest = hashlib.sha256(os.path.normcase(self.folder).encode()).hexdigest()[:32]
            return rf"\\.\pipe\engagedesk-{digest}"
        return str(self.folder / "window.sock")

    @property
    def socket_path_too_long(self) -> bool:
        """Say whether the address must be reached relative to the folder, because the system takes no longer one."""
        return sys.platform != "win32" and len(os.fsencode(self.hand_over_address)) > LONGEST_SOCKET_PATH

    def make_folder(self) -> None:
        """Make the profile folder, readable by its owner only; leave a folder that stands as it is."""
        self.folder.mkdir(mode=PRIVATE_FOLDER_MODE, parents=True, exist_ok=True)


def profile_at(folder: Path | str | None) -> Profile:
    """Return the profile in ``folder``; None means the platform's data folder for this user."""
    chosen = default_profile_folder() if folder is None else Path(folder).expanduser()
    return Profile(Path(os.path.realpath(chosen)))


def default_profile_folder() -> Path:
    """Return the platform's own place: XDG data home, Application Support, or LocalAppData."""
    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False, roaming=False))


def resources() -> Path:
    """Return the folder of fonts, icons, templates and sample data.

    A wheel carries it as ``engagedesk/_resources``; an editable checkout has it at the top, beside ``src``.
    """
    package = Path(__file__).resolve().parent
    shipped = package / "_resources"
    if shipped.is_dir():
        return shipped
    return package.parents[1] / "resources"
