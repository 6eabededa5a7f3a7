"""What a person wants done with rate cards; done by ``controllers/rate_cards.py``."""

from __future__ import annotations

from engagedesk.ui.intent import Intent


class ShowRateCards(Intent):
    """Open the sheet of all rate cards; ``card`` None = the first one is shown."""

    card: bytes | None = None


class MakeCard(Intent):
    """Open the form of a new rate card."""


class RenameCard(Intent):
    card: bytes


class CopyCard(Intent):
    """Open the form of a card with the rates of another."""

    card: bytes


class RaiseCard(Intent):
    """Open the form of new prices for all rates of a card."""

    card: bytes


class EditCardRate(Intent):
    """Open the form of a rate; ``rate`` None = a new one."""

    card: bytes
    rate: bytes | None = None
