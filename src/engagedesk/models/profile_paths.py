"""Where the parts of one profile lie. Nothing is written outside the profile and its sibling ``NAME-backups``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ProfilePaths:
    """The files of a profile below ``root`` (absolute), and the backup folder beside it."""

    root: Path

    @property
    def store(self) -> Path:
        return self.root / "store.db"

    @property
    def vault(self) -> Path:
        return self.root / "vault.json"

    @property
    def vault_twin(self) -> Path:
        return self.root / "vault.json.2"

    @property
    def lock(self) -> Path:
        return self.root / "profile.lock"

    @property
    def reserve(self) -> Path:
        return self.root / "reserve.bin"

    @property
    def backups(self) -> Path:
        return self.root.with_name(self.root.name + "-backups")

    def before_upgrade(self, version: int) -> Path:
        """Return the verified copy that is taken before a store of this schema version is upgraded."""
        return self.root / f"store-before-upgrade-from-{version:04d}.db"
