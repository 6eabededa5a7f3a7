"""The words for every error code: what happened, what is safe, what to do next.

One module an area keeps a table ``WORDS`` of code -> ``ErrorText``; this package joins them. Lower floors never
import it. The window and the terminal call ``describe``; the window passes its translator.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engagedesk.errors import EngageDeskError
from engagedesk.wording import (
    activity,
    away,
    budgets,
    engagements,
    exchange,
    funnel,
    handing_in,
    imports,
    plan,
    sample,
    settings,
    store,
    terminal,
    text,
    time,
    timesheet,
    window,
)
from engagedesk.wording.text import ErrorText

WORDS: dict[str, ErrorText] = {
    **funnel.WORDS,
    **store.WORDS,
    **time.WORDS,
    **away.WORDS,
    **engagements.WORDS,
    **budgets.WORDS,
    **timesheet.WORDS,
    **imports.WORDS,
    **exchange.WORDS,
    **handing_in.WORDS,
    **plan.WORDS,
    **sample.WORDS,
    **settings.WORDS,
    **terminal.WORDS,
    **window.WORDS,
    **activity.WORDS,
}


@dataclass(frozen=True, slots=True)
class Described:
    """An error in a person's words: one short title, what exactly, and what to do (may be empty)."""

    title: str
    detail: str
    hint: str

    def line(self) -> str:
        """Return ``TITLE: DETAIL (HINT)`` on one line, as the command line prints it."""
        return text.one_line(self.title, self.detail, self.hint)


def describe(error: EngageDeskError, translate: Callable[[str], str] = str) -> Described:
    """Return the words for an error; a code without words names itself, so that nothing is ever swallowed."""
    words = WORDS.get(error.code)
    if words is None:
        return Described(title=translate("This cannot be done"), detail=error.code, hint="")
    return Described(
        title=text.fill(translate(words.title), error.params),
        detail=text.fill(translate(words.detail), error.params),
        hint=text.fill(translate(words.hint), error.params),
    )
