from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from keyring.errors import InitError, KeyringLocked, NoKeyringError, PasswordSetError

from engagedesk.errors import KeyringUnavailable, StoreError
from engagedesk.models.keyring_slot import KeyringSecrets
from engagedesk.models.store import Store
from tests.store.building import PASSPHRASE, new_profile


class Memory:
    """A keyring that keeps its entries in memory."""

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.entries[service, username]


def backend(name: str, base: type = Memory, **members: Any) -> Any:
    """Return an instance of a class that calls itself what a real backend's class is called."""
    module, _, kind = name.rpartition(".")
    made = type(kind, (base,), {**members, "__module__": module})
    return made()


def trusted(base: type = Memory, **members: Any) -> Any:
    return backend("keyring.backends.SecretService.Keyring", base, **members)


class Failing(Memory):
    error: Exception = NoKeyringError()

    def get_password(self, service: str, username: str) -> str | None:
        raise self.error

    def set_password(self, service: str, username: str, password: str) -> None:
        raise self.error


def code_of(backend: object) -> str:
    with pytest.raises(KeyringUnavailable) as caught:
        KeyringSecrets.usable(lambda: backend).write("account", b"\x01" * 32)
    return caught.value.code


@pytest.mark.parametrize(
    "name",
    [
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.macOS.Keyring",
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.kwallet.DBusKeyringKWallet4",
    ],
)
def test_the_keyrings_of_the_systems_are_used(name: str) -> None:
    secrets = KeyringSecrets.usable(lambda: backend(name))
    secrets.write("account", b"\x07" * 32)
    assert secrets.read("account") == b"\x07" * 32
    secrets.forget("account")
    secrets.forget("account")
    with pytest.raises(KeyringUnavailable, match=r"keyring\.secret_missing"):
        secrets.read("account")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("keyrings.alt.file.PlaintextKeyring", "keyring.not_trusted"),
        ("keyrings.alt.file.EncryptedKeyring", "keyring.not_trusted"),
        ("somebody.Keyring", "keyring.not_trusted"),
        ("keyring.backends.null.Keyring", "keyring.none"),
        ("keyring.backends.fail.Keyring", "keyring.none"),
    ],
)
def test_a_keyring_that_keeps_plain_text_or_nothing_is_not_used(name: str, code: str) -> None:
    assert code_of(backend(name)) == code


def test_a_chain_is_used_only_when_every_link_is_trusted() -> None:
    plain = backend("keyrings.alt.file.PlaintextKeyring")
    good = trusted()
    chain = "keyring.backends.chainer.ChainerBackend"
    assert code_of(backend(chain, backends=[good, plain])) == "keyring.not_trusted"
    assert code_of(backend(chain, backends=[])) == "keyring.none"
    KeyringSecrets.usable(lambda: backend(chain, backends=[good])).write("account", b"\x01" * 32)
    assert len(good.entries) == 1


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (NoKeyringError("no bus"), "keyring.none"),
        (InitError("locked collection"), "keyring.locked"),
        (KeyringLocked("dismissed"), "keyring.locked"),
        (PasswordSetError("denied"), "keyring.refused"),
        (ConnectionResetError("the bus died"), "keyring.failed"),
    ],
)
def test_each_way_to_fail_has_its_own_message(error: Exception, code: str) -> None:
    assert code_of(trusted(Failing, error=error)) == code


def test_finding_no_bus_at_all_is_no_crash() -> None:
    def find() -> object:
        raise KeyringUnavailable("keyring.none")

    with pytest.raises(KeyringUnavailable, match=r"keyring\.none"):
        KeyringSecrets.usable(find)


class Forgetful(Memory):
    def set_password(self, service: str, username: str, password: str) -> None:
        """Say yes and keep nothing."""


def test_a_keyring_that_forgets_at_once_is_not_used() -> None:
    assert code_of(trusted(Forgetful)) == "keyring.refused"


def test_the_keyring_opens_the_store_and_the_passphrase_still_does(tmp_path: Path) -> None:
    profile = new_profile(tmp_path)
    keyring = trusted()
    secrets = KeyringSecrets.usable(lambda: keyring)
    opened = profile.unlock()
    opened.add_keyring(secrets, PASSPHRASE)
    opened.close()
    assert profile.vault().slots() == {"passphrase", "recovery", "keyring"}
    vault = profile.vault().open_with_keyring(secrets)
    Store.open(profile.paths, vault, schema=profile.schema).close()
    profile.unlock()
    profile.vault().open_with_recovery_key(profile.recovery_key)


def test_the_keyring_holds_a_random_secret_and_never_the_data_key(tmp_path: Path) -> None:
    profile = new_profile(tmp_path)
    keyring = trusted()
    opened = profile.unlock()
    opened.add_keyring(KeyringSecrets.usable(lambda: keyring))
    with opened.take_data_key() as data_key:
        assert data_key.hex() not in keyring.entries.values()
    opened.close()


def test_after_the_store_took_the_key_a_new_way_in_needs_the_passphrase_again(tmp_path: Path) -> None:
    profile = new_profile(tmp_path)
    secrets = KeyringSecrets.usable(trusted)
    with profile.opened() as (_, vault):
        with pytest.raises(StoreError, match=r"vault\.key_taken"):
            vault.add_keyring(secrets)
        vault.add_keyring(secrets, PASSPHRASE)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("gone", "keyring.secret_missing"),
        ("another", "keyring.secret_changed"),
        ("garbage", "keyring.secret_damaged"),
        ("short", "keyring.secret_damaged"),
    ],
)
def test_a_lost_or_changed_keyring_entry_loses_nothing(tmp_path: Path, change: str, code: str) -> None:
    profile = new_profile(tmp_path, rows=3)
    keyring = trusted()
    secrets = KeyringSecrets.usable(lambda: keyring)
    opened = profile.unlock()
    opened.add_keyring(secrets, PASSPHRASE)
    opened.close()
    account = next(iter(keyring.entries))
    if change == "gone":
        keyring.entries.clear()
    else:
        keyring.entries[account] = {"another": "11" * 32, "garbage": "no hex", "short": "11"}[change]
    with pytest.raises(KeyringUnavailable) as caught:
        profile.vault().open_with_keyring(secrets)
    assert caught.value.code == code
    with profile.opened():
        pass
    profile.vault().open_with_recovery_key(profile.recovery_key)


def test_a_removed_keyring_slot_opens_no_longer(tmp_path: Path) -> None:
    profile = new_profile(tmp_path)
    keyring = trusted()
    secrets = KeyringSecrets.usable(lambda: keyring)
    opened = profile.unlock()
    opened.add_keyring(secrets, PASSPHRASE)
    opened.remove_keyring(secrets)
    opened.close()
    assert keyring.entries == {}
    with pytest.raises(KeyringUnavailable, match=r"keyring\.no_slot"):
        profile.vault().open_with_keyring(secrets)
