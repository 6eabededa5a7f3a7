"""A small profile to be killed, cut, filled and searched; each test gets a copy."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from engagedesk.paths import Profile
from engagedesk.services.commands.engagements import AddClient, ClientFacts
from engagedesk.services.opening import create
from tests.fake_clock import FakeClock
from tests.services.building import around_of, copy_of

FIRST_PASSPHRASE = "words-0"
MakeProfile = Callable[[str], Profile]


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Profile:
    """A store with its owner and one client, closed."""
    clock = FakeClock(datetime(2026, 11, 22, 8, 0, tzinfo=UTC))
    paths = Profile(tmp_path_factory.mktemp("proofs") / "profile")
    workspace = create(
        paths, FIRST_PASSPHRASE, around_of(clock, seed=1), with_keyring=False, owner="Ada Marsh"
    ).workspace
    workspace.execute(AddClient(ClientFacts("Harrowgate Foods plc")))
    workspace.close()
    return paths


@pytest.fixture
def victim(small: Profile, tmp_path: Path) -> MakeProfile:
    """Return a fresh copy of the small profile under a name."""
    return lambda name: copy_of(small, tmp_path / name / "profile")
