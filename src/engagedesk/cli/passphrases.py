"""Where a passphrase comes from: a file that was named, or a person at the terminal; never an argument."""

from __future__ import annotations

import getpass
from pathlib import Path

from engagedesk.cli.files import secret_in
from engagedesk.errors import StoreError, UserError


def passphrase(file: Path | None, *, asks: bool, prompt: str = "Passphrase: ") -> str:
    """Return the passphrase; ``StoreError`` where no file was named and nobody can be asked."""
    if file is not None:
        return secret_in(file)
    return _ask(prompt, "passphrase.needed", asks=asks)


def new_passphrase(file: Path | None, *, asks: bool, missing: str = "passphrase.needed") -> str:
    """Return a new passphrase, asked for twice at a terminal."""
    if file is not None:
        return secret_in(file)
    first = _ask("New passphrase: ", missing, asks=asks)
    if _ask("The same again: ", missing, asks=asks) != first:
        raise UserError("passphrase.differ")
    return first


def _ask(prompt: str, missing: str, *, asks: bool) -> str:
    if not asks:
        raise StoreError(missing)
    try:
        return getpass.getpass(prompt)
    except EOFError:
        raise StoreError(missing) from None
