"""Public holidays by country and subdivision, from the ``holidays`` library: offline, and imported when first asked.

The one place that knows the library: it takes a seventh of a second to import.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from engagedesk.errors import UserError

FIRST_YEAR: Final = 1990
LAST_YEAR: Final = 2099


@dataclass(frozen=True, slots=True, order=True)
class PublicHoliday:
    day: date
    name: str


@lru_cache(maxsize=512)
def public_holidays(country: str, subdivision: str, year: int) -> tuple[PublicHoliday, ...]:
    """Return a year's public holidays, oldest first; none for a country or subdivision that is not known, and none
    outside the years that anybody plans in.

    ``country`` is ISO 3166-1 alpha-2, ``subdivision`` as ISO 3166-2 has it after the hyphen; "" = the whole country's.
    """
    if not country or not FIRST_YEAR <= year <= LAST_YEAR:
        return ()
    import holidays

    try:
        found = holidays.country_holidays(country, subdiv=subdivision or None, years=year)
    except NotImplementedError:
        return ()
    return tuple(sorted(PublicHoliday(day, name) for day, name in found.items()))


def check_place(country: str, subdivision: str) -> tuple[str, str]:
    """Return country and subdivision as they are kept; ``UserError`` where no holidays are known for them."""
    place, part = country.strip().upper(), subdivision.strip().upper()
    if not place:
        if part:
            raise UserError("calendar.no_country", subdivision=subdivision)
        return "", ""
    known = countries()
    if place not in known:
        raise UserError("calendar.country", country=country)
    if part and part not in known[place]:
        raise UserError("calendar.subdivision", country=place, subdivision=subdivision)
    return place, part


@lru_cache(maxsize=1)
def countries() -> dict[str, tuple[str, ...]]:
    """Return every country that holidays are known for, with its subdivisions."""
    import holidays

    known = holidays.list_supported_countries(include_aliases=False)
    return {country: tuple(parts) for country, parts in sorted(known.items())}


@lru_cache(maxsize=1)
def places() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return every country as ``countries`` does, each subdivision with its name; the code where it has none."""
    return {
        country: tuple((part, subdivision_name(country, part)) for part in parts)
        for country, parts in countries().items()
    }


def subdivision_name(country: str, subdivision: str) -> str:
    """Return a subdivision's name, its code where it has none."""
    return _names_of(country).get(subdivision, subdivision)


@lru_cache(maxsize=512)
def _names_of(country: str) -> dict[str, str]:
    import holidays

    names: dict[str, str] = {}
    for name, code in (getattr(getattr(holidays, country, None), "subdivisions_aliases", None) or {}).items():
        names.setdefault(code, name)
    return names
