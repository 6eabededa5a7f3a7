"""The old name of ``engagedesk.paths.Profile``."""

from __future__ import annotations

from engagedesk.paths import Profile as ProfilePaths

__all__ = ["ProfilePaths"]
