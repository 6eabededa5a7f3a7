"""What the start used and freed goes back to the system."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from engagedesk.ui.collector import give_back

MIB = 2**20


def resident() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc keeps what was freed")
def test_memory_that_was_freed_between_what_stays_goes_back() -> None:
    # As a start leaves it: what stays lies between what went, so that the heap cannot shrink by itself.
    held = [bytearray(1000) for _ in range(64_000)]
    stays = held[::100]
    before = resident()
    del held
    give_back()
    assert before - resident() > 32 * MIB
    assert len(stays) == 640
