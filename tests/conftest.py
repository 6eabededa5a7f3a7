"""Guards on every test, and the fixtures that every area may ask for."""

from __future__ import annotations

import os
import random
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from engagedesk.domain.ids import IdSource, uuid7
from engagedesk.models.key_derivation import MIB, KdfCost, KdfPolicy
from engagedesk.paths import Profile
from tests.fake_clock import FakeClock
from tests.guards import ExpectedLog, Guard, LogGuard, NetworkGuard, QtGuard, ThreadGuard, block_network
from tests.patience import PatientBot

# No test touches this person's screen, profile or keyring: set before a test can make a Qt application or a store.
_HOME = tempfile.mkdtemp(prefix="engagedesk-tests-")
os.environ["QT_QPA_PLATFORM"] = "offscreen"
# The window follows the system's language: what tests read is English.
for _name in ("LANG", "LC_ALL", "LANGUAGE"):
    os.environ[_name] = "C.UTF-8" if _name != "LANGUAGE" else ""
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
for _name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "LOCALAPPDATA", "APPDATA"):
    os.environ[_name] = _HOME

# The same examples in every run: a red run can be repeated. `make soak` looks for new ones.
hypothesis.settings.register_profile("house", deadline=None, derandomize=True, database=None)
hypothesis.settings.register_profile("soak", deadline=None, max_examples=2_000, print_blob=True)
hypothesis.settings.load_profile(os.environ.get("ENGAGEDESK_HYPOTHESIS", "house"))

block_network()


def pytest_unconfigure() -> None:
    shutil.rmtree(_HOME, ignore_errors=True)


@pytest.fixture(autouse=True)
def guards(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test for what it leaves behind; autouse, so that it looks after every other fixture has gone."""
    expected = [ExpectedLog(*mark.args) for mark in request.node.iter_markers("expects_log")]
    watching: list[Guard] = [LogGuard(expected), ThreadGuard(), QtGuard(), NetworkGuard()]
    yield
    faults = [fault for guard in reversed(watching) for fault in guard.verdict()]
    if faults:
        pytest.fail("\n".join(faults), pytrace=False)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> PatientBot:
    return PatientBot(request)


@pytest.fixture
def clock() -> FakeClock:
    """A clock that stands at Sunday 22 November 2026, 18:00 in London, until the test moves it."""
    return FakeClock()


@pytest.fixture
def ids(clock: FakeClock) -> IdSource:
    """The same UUIDv7 values in the same order in every run, in step with ``clock``."""
    source = random.Random(20261122)

    def fresh() -> bytes:
        return uuid7(clock.now_ms(), source.randbytes(10))

    return fresh


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    """A profile in a folder that does not exist yet; its backups folder is its sibling, in ``tmp_path`` too."""
    return Profile(tmp_path / "profile")


@pytest.fixture
def kdf_policy() -> KdfPolicy:
    """Argon2 at 8 MiB, for the vault's constructor; only tests marked ``real_kdf`` pay the real cost."""
    cheap = KdfCost(memory_kib=8 * MIB, passes=1, lanes=1)
    return KdfPolicy(floor=cheap, fixed=cheap)
