"""Errors and outcomes in the words of the message bar."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engagedesk.errors import EngageDeskError, StoreError, UserError
from engagedesk.ui.intents import Intent
from engagedesk.ui.view_rows import Kind, Message
from engagedesk.wording import Described, describe

CONTEXT = "Errors"


def words_for(error: EngageDeskError) -> Described:
    """Return an error in the person's language."""
    return describe(error, _translated)


def message_for(error: EngageDeskError, *, action: str = "", intent: Intent | None = None, safe: str = "") -> Message:
    """Return what the message bar says of an error: what, what to do, one action, the code to copy."""
    words = words_for(error)
    return Message(
        kind=Kind.WARN if isinstance(error, UserError) else Kind.DANGER,
        title=words.title,
        detail=sentences(words.detail, words.hint),
        safe=safe,
        action=action,
        intent=intent,
        copyable=f"EngageDesk {error.kind}: {error.code}" if isinstance(error, StoreError) else "",
        passing=False,
    )


def said(title: str, detail: str = "", *, action: str = "", intent: Intent | None = None) -> Message:
    """Return a message of something that went well; it goes by itself."""
    return Message(Kind.OK, title, detail, action=action, intent=intent, passing=True)


def sentences(*parts: str) -> str:
    """Return the parts that say something, each as a sentence."""
    return " ".join(part if part[-1] in ".!?…" else f"{part}." for part in parts if part)


def _translated(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text) if text else ""
