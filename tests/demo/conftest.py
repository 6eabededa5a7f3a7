"""Stores with the sample portfolio in them: the usual one is made once a run and only read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from engagedesk.paths import Profile
from engagedesk.services import demo
from engagedesk.services.workspace import Workspace
from tests.demo.making import SUNDAY, empty_store


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, demo.DemoFilled]]:
    """The portfolio as at Sunday 22 November 2026, open for reading."""
    workspace = empty_store(Profile(tmp_path_factory.mktemp("sample") / "profile"))
    filled = demo.fill(workspace, until=SUNDAY, now_utc=1)
    yield workspace, filled
    workspace.close()


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Callable[..., tuple[Workspace, demo.DemoFilled]]]:
    """Make a sample with other arguments."""
    made: list[Workspace] = []

    def one(*, until: date = SUNDAY, seed: int = 1, entries: int | None = None) -> tuple[Workspace, demo.DemoFilled]:
        workspace = empty_store(Profile(tmp_path / f"profile{len(made)}"))
        made.append(workspace)
        return workspace, demo.fill(workspace, until=until, now_utc=len(made), seed=seed, entries=entries)

    yield one
    for workspace in made:
        workspace.close()
