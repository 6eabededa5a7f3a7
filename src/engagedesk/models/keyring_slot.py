"""The operating system's keyring as a third way in: it keeps a random secret, never the data key.

Only keyrings that encrypt what they hold are used. Everything that a keyring can do wrong becomes one
``KeyringUnavailable`` with its own code, and the passphrase opens as before.
"""

from __future__ import annotations

import binascii
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, Protocol

from engagedesk.errors import KeyringUnavailable
from engagedesk.models import secret_service
from engagedesk.models.secret_service import SecretService

SERVICE: Final = "EngageDesk"
SECRET_BYTES: Final = 32

TRUSTED_BACKENDS: Final = frozenset(
    {
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.macOS.Keyring",
        "keyring.backends.SecretService.Keyring",
        "engagedesk.models.secret_service.SecretService",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.kwallet.DBusKeyringKWallet4",
    }
)
_EMPTY_BACKENDS: Final = frozenset({"keyring.backends.fail.Keyring", "keyring.backends.null.Keyring"})
_CHAIN: Final = "keyring.backends.chainer.ChainerBackend"


class KeyringBackend(Protocol):
    """The part of ``keyring``'s backends that is used."""

    def get_password(self, service: str, username: str, /) -> str | None: ...
    def set_password(self, service: str, username: str, password: str, /) -> None: ...
    def delete_password(self, service: str, username: str, /) -> None: ...


def system_keyring() -> object:
    """Return the backend that this session's settings choose; it may be one that must not be used."""
    with _keyring_errors():
        if secret_service.is_chosen() and secret_service.answers():
            return SecretService()
        import keyring  # 80 ms: only where the usual backend of a Linux desktop is not the one

        return keyring.get_keyring()


class KeyringSecrets:
    """Reads and writes the secrets of vaults in a keyring that may be trusted."""

    def __init__(self, backend: KeyringBackend) -> None:
        self._backend = backend

    @classmethod
    def usable(cls, find: Callable[[], object] = system_keyring) -> KeyringSecrets:
        """Return the trusted keyring; ``KeyringUnavailable`` says why there is none.

        A chain is used only when every link is trusted: it writes to its first link but reads from all of them.
        """
        backend = find()
        name = _name(backend)
        if name == _CHAIN:
            links = tuple(getattr(backend, "backends", ()))
            if not links:
                raise KeyringUnavailable("keyring.none")
            strange = [link for link in links if _name(link) not in TRUSTED_BACKENDS]
            if strange:
                raise KeyringUnavailable("keyring.not_trusted", backend=_name(strange[0]))
            return cls(links[0])
        if name in _EMPTY_BACKENDS:
            raise KeyringUnavailable("keyring.none")
        if name not in TRUSTED_BACKENDS:
            raise KeyringUnavailable("keyring.not_trusted", backend=name)
        return cls(backend)  # type: ignore[arg-type]  # the name was checked, the library has no such protocol

    def read(self, account: str) -> bytearray:
        """Return the 32-byte secret; ``keyring.secret_missing`` or ``keyring.secret_damaged`` where it is not there."""
        with _keyring_errors():
            text = self._backend.get_password(SERVICE, account)
        if text is None:
            raise KeyringUnavailable("keyring.secret_missing")
        try:
            secret = bytearray(binascii.unhexlify(text.strip()))
        except (ValueError, binascii.Error) as error:
            raise KeyringUnavailable("keyring.secret_damaged") from error
        if len(secret) != SECRET_BYTES:
            raise KeyringUnavailable("keyring.secret_damaged")
        return secret

    def write(self, account: str, secret: bytes | bytearray) -> None:
        """Store the secret and read it back: a keyring that forgets at once is not used."""
        text = secret.hex()
        with _keyring_errors():
            self._backend.set_password(SERVICE, account, text)
            kept = self._backend.get_password(SERVICE, account)
        if kept != text:
            raise KeyringUnavailable("keyring.refused")

    def forget(self, account: str) -> None:
        """Remove the secret; one that is gone already is no error."""
        with _keyring_errors():
            if self._backend.get_password(SERVICE, account) is not None:
                self._backend.delete_password(SERVICE, account)


def _name(backend: object) -> str:
    kind = type(backend)
    return f"{kind.__module__}.{kind.__qualname__}"


@contextmanager
def _keyring_errors() -> Iterator[None]:
    try:
        yield
    except KeyringUnavailable:
        raise
    except Exception as error:  # backends let D-Bus, COM and Security.framework errors of every class through
        raise _said(error) from error


def _said(error: Exception) -> KeyringUnavailable:
    from keyring import errors  # slow to import, and only errors need it

    match error:
        case errors.NoKeyringError():
            return KeyringUnavailable("keyring.none")
        case errors.InitError() | errors.KeyringLocked():
            return KeyringUnavailable("keyring.locked")
        case errors.KeyringError():
            return KeyringUnavailable("keyring.refused")
    return KeyringUnavailable("keyring.failed", kind_of_error=type(error).__name__)
