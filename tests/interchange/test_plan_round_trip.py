"""A plan that goes out and comes back is the same plan, whatever it holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from engagedesk.interchange.msproject_writer import project_xml
from engagedesk.interchange.plan_rows import DayEventRow, PlanDocument, PlanItemRow, PlanRow
from tests.interchange.plan_files import read_back
from tests.interchange.plan_strategies_of_files import documents

NOW = 1_795_000_000


def plain(rows: Iterable[PlanRow]) -> set[PlanRow | str]:
    """Return rows without what a file decides for itself: lines, and places among rows of other kinds."""
    made: set[PlanRow | str] = set()
    for row in rows:
        kept = replace(row, line=0)
        if isinstance(kept, PlanItemRow):
            kept = replace(kept, position=0)
        if isinstance(kept, DayEventRow):
            kept = replace(kept, source_key="")
        made.add(repr(kept))
    return made


@given(documents())
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_what_we_model_survives_our_own_file(document: PlanDocument) -> None:
    found = read_back(project_xml(document, now_utc=NOW))
    assert found.ours
    assert plain(found.rows) == plain(document.rows)
    assert (found.rejected, found.remarks, found.not_modelled) == ((), (), ())


@given(documents())
@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_the_same_plan_is_the_same_file(document: PlanDocument) -> None:
    assert project_xml(document, now_utc=NOW) == project_xml(document, now_utc=NOW)
