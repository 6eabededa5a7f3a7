"""Fixtures of the import tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from engagedesk.errors import EngageDeskError, UserError
from engagedesk.interchange.files import open_foreign
from engagedesk.wording import WORDS, describe

Refused = Callable[[Path], EngageDeskError]


@pytest.fixture
def refused() -> Refused:
    """Open a file that must be refused, in words, and return the error."""

    def check(path: Path) -> EngageDeskError:
        with pytest.raises(UserError) as caught:
            open_foreign(path)
        assert caught.value.code in WORDS
        assert describe(caught.value).title
        assert "…" not in describe(caught.value).line()
        return caught.value

    return check
