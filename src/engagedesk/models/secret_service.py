"""The Secret Service of a Linux desktop, read at each start: the same entries as ``keyring``'s backend of that name.

``keyring`` itself takes as long to import as all of the window's widgets, so only writing goes through it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from engagedesk.errors import KeyringUnavailable

if TYPE_CHECKING:
    import secretstorage


def is_chosen(environment: Mapping[str, str] = os.environ) -> bool:
    """Say whether ``keyring`` would take the Secret Service here too, as far as that is sure.

    Not sure where a setting or KDE may choose another backend: then ``keyring`` must decide.
    """
    if sys.platform != "linux" or "PYTHON_KEYRING_BACKEND" in environment:
        return False
    if "KDE" in environment.get("XDG_CURRENT_DESKTOP", ""):
        return False
    places = (("XDG_CONFIG_HOME", ".config"), ("XDG_DATA_HOME", ".local/share"))
    roots = (Path(environment.get(name) or Path.home() / usual) for name, usual in places)
    return not any((root / "python_keyring" / "keyringrc.cfg").exists() for root in roots)


def answers() -> bool:
    """Say whether the session's bus has the service, or can start it."""
    import secretstorage

    try:
        with closing(secretstorage.dbus_init()) as bus:
            return secretstorage.check_service_availability(bus)
    except secretstorage.SecretStorageException:
        return False


class SecretService:
    """A backend of ``KeyringSecrets``; ``KeyringUnavailable`` where the person does not unlock it."""

    def get_password(self, service: str, username: str, /) -> str | None:

        with _collection() as collection:
            for item in collection.search_items({"service": service, "username": username}):
                item.unlock()
                if item.is_locked():
                    raise KeyringUnavailable("keyring.locked")
                return bytes(item.get_secret()).decode("utf-8")
        return None

    def set_password(self, service: str, username: str, password: str, /) -> None:
        from keyring.backends import SecretService as Library

        Library.Keyring().set_password(service, username, password)  # type: ignore[no-untyped-call]

    def delete_password(self, service: str, username: str, /) -> None:
        from keyring.backends import SecretService as Library

        Library.Keyring().delete_password(service, username)  # type: ignore[no-untyped-call]


@contextmanager
def _collection() -> Iterator[secretstorage.Collection]:
    import secretstorage

    try:
        bus = secretstorage.dbus_init()
    except secretstorage.SecretServiceNotAvailableException as error:
        raise KeyringUnavailable("keyring.none") from error
    with closing(bus):
        try:
            collection = secretstorage.get_default_collection(bus)
            if collection.is_locked():
                collection.unlock()
            if collection.is_locked():
                raise KeyringUnavailable("keyring.locked")
            yield collection
        except secretstorage.SecretServiceNotAvailableException as error:
            raise KeyringUnavailable("keyring.none") from error
        except secretstorage.SecretStorageException as error:
            raise KeyringUnavailable("keyring.locked") from error
