"""The three tests that pay what Argon2 really costs."""

from __future__ import annotations

import pytest

from engagedesk.errors import WrongPassphrase
from engagedesk.models.key_derivation import KdfPolicy
from engagedesk.models.vault import Vault
from engagedesk.models.vault_format import parse
from engagedesk.paths import Profile
from tests.store.building import PASSPHRASE

pytestmark = pytest.mark.real_kdf


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Profile, str]:
    paths = Profile(tmp_path_factory.mktemp("real") / "profile")
    opened, recovery_key = Vault(paths).create(PASSPHRASE)
    opened.close()
    return paths, recovery_key.text()


def test_a_vault_made_by_the_program_costs_what_the_policy_demands(made: tuple[Profile, str]) -> None:
    slot = parse(made[0].vault.read_bytes()).slot("passphrase")
    assert slot is not None
    assert slot.cost is not None
    KdfPolicy().check(slot.cost)
    assert slot.cost.memory_kib >= 64 * 1024
    assert slot.cost.passes >= 3


def test_it_opens_with_its_passphrase_and_not_with_another(made: tuple[Profile, str]) -> None:
    Vault(made[0]).open_with_passphrase(PASSPHRASE).close()
    with pytest.raises(WrongPassphrase):
        Vault(made[0]).open_with_passphrase(PASSPHRASE + "x")


def test_the_recovery_key_opens_it_without_argon2(made: tuple[Profile, str], monkeypatch: pytest.MonkeyPatch) -> None:
    def must_not_run(*_args: object) -> None:
        raise AssertionError("Argon2 ran")

    monkeypatch.setattr("engagedesk.models.vault.passphrase_key", must_not_run)
    Vault(made[0]).open_with_recovery_key(made[1]).close()
