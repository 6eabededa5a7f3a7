"""The virtual screen of the end-to-end proofs; skipped, visibly, where its programs are not installed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.e2e.screen import Screen, missing_tools


@pytest.fixture(scope="session")
def screen() -> Iterator[Screen]:
    lacking = missing_tools()
    if lacking:
        pytest.skip(f"no virtual screen here: {', '.join(lacking)}")
    screen = Screen()
    yield screen
    screen.end()
