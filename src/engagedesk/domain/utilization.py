"""Utilization by the firm's own formula."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from engagedesk.domain.firm_profile import Counting, FirmProfile, UtilizationBase
from engagedesk.domain.money import divide_half_even
from engagedesk.domain.states import NonClientKind


@dataclass(frozen=True, slots=True)
class TimeFact:
    """Time of a period. ``kind`` None = time on a client engagement, for which ``chargeable`` counts."""

    seconds: int
    chargeable: bool
    kind: NonClientKind | None = None


@dataclass(frozen=True, slots=True)
class Utilization:
    """Utilized time over the time that could have been."""

    utilized_s: int
    base_s: int

    @property
    def per_mille(self) -> int | None:
        """Tenths of a percent, half to even; None where there was nothing to utilize."""
        return divide_half_even(self.utilized_s * 1000, self.base_s) if self.base_s > 0 else None


def utilization(facts: Iterable[TimeFact], profile: FirmProfile, *, standard_s: int) -> Utilization:
    """Return the utilization of a period whose standard hours are ``standard_s`` seconds."""
    totals = dict.fromkeys(Counting, 0)
    for fact in facts:
        totals[_counting(fact, profile)] += fact.seconds
    utilized, away = totals[Counting.PRODUCTIVE], totals[Counting.REDUCES]
    if profile.utilization_base is UtilizationBase.RECORDED:
        return Utilization(utilized, utilized + totals[Counting.CAPACITY])
    return Utilization(utilized, max(0, standard_s - away))


def _counting(fact: TimeFact, profile: FirmProfile) -> Counting:
    if fact.kind is not None:
        return profile.counts_as(fact.kind)
    return Counting.PRODUCTIVE if fact.chargeable else profile.non_chargeable_client
