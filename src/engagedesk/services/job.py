"""Work that takes long enough to be stopped by whoever asked for it."""

from __future__ import annotations


class ImportCancelled(Exception):  # not an error: the person asked for it
    """The person cancelled between two chunks; everything rolls back."""
