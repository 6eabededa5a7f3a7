"""Public holidays as the store keeps them, so that nothing that runs at every start needs the library that knows them.

The library takes a seventh of a second and 20 MB. What it says of a country is written down once and holds until the
years around today change, or another version of the library is installed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.metadata import version
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from engagedesk.models.journal import ViewState
from engagedesk.models.schedule import WorkPattern
from engagedesk.services.holiday_calendar import PublicHoliday, public_holidays

YEARS_BEFORE: Final = 2
YEARS_AFTER: Final = 4
"""Public holidays count in these years around today."""
_PREFIX: Final = "holidays."


@dataclass(frozen=True, slots=True)
class KeptHolidays:
    """What is written down, by country and subdivision."""

    texts: Mapping[str, str]

    def of(self, country: str, subdivision: str, year: int) -> tuple[PublicHoliday, ...]:
        """Return a year's public holidays, from the library where they are not written down."""
        known = _read(self.texts.get(_key(country, subdivision), ""))
        return known[year] if year in known else public_holidays(country, subdivision, year)


def years_around(today: date) -> range:
    return range(today.year - YEARS_BEFORE, today.year + YEARS_AFTER + 1)


def kept_holidays(session: Session) -> KeptHolidays:
    rows = session.execute(select(ViewState.key, ViewState.value).where(ViewState.key.startswith(_PREFIX)))
    return KeptHolidays({row.key: row.value for row in rows})


def holidays_to_keep(session: Session, *, today: date) -> tuple[tuple[str, str], ...]:
    """Return what is not written down yet of the countries that somebody works in, as keys and texts to remember."""
    known, years = kept_holidays(session).texts, years_around(today)
    places = session.execute(
        select(WorkPattern.country, WorkPattern.subdivision).where(WorkPattern.country != "").distinct()
    ).all()
    return tuple(
        (_key(country, subdivision), _text(country, subdivision, years))
        for country, subdivision in places
        if not _holds(known.get(_key(country, subdivision), ""), years)
    )


def _key(country: str, subdivision: str) -> str:
    return f"{_PREFIX}{country}.{subdivision}"


def _text(country: str, subdivision: str, years: range) -> str:
    days = {year: [(one.day.isoformat(), one.name) for one in public_holidays(country, subdivision, year)]
            for year in years}  # fmt: skip
    return json.dumps({"by": _library(), "years": days}, ensure_ascii=False)


def _holds(text: str, years: range) -> bool:
    return bool(text) and json.loads(text)["by"] == _library() and set(years) <= _read(text).keys()


@lru_cache(maxsize=1)
def _library() -> str:
    return version("holidays")


@lru_cache(maxsize=64)
def _read(text: str) -> Mapping[int, tuple[PublicHoliday, ...]]:
    if not text:
        return {}
    return {
        int(year): tuple(PublicHoliday(date.fromisoformat(day), name) for day, name in days)
        for year, days in json.loads(text)["years"].items()
    }
