"""A copy of the filled store for each test, open and closed again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from engagedesk.paths import Profile
from tests.fake_clock import FakeClock
from tests.services.building import Desk, around_of, copy_of, make_template, open_desk


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Profile:
    return make_template(tmp_path_factory.mktemp("services"))


@pytest.fixture
def desk(template: Profile, tmp_path: Path, clock: FakeClock) -> Iterator[Desk]:
    """The filled store, on Sunday 22 November 2026, 18:00 in London."""
    opened = open_desk(copy_of(template, tmp_path / "profile"), clock, around_of(clock, seed=2))
    yield opened
    opened.close()
