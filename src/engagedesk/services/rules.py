"""The rules that hold in one store, read for commands and queries: work days, the firm profile, who the owner is."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from engagedesk import settings
from engagedesk.domain.days import WorkDays
from engagedesk.domain.firm_profile import FirmProfile
from engagedesk.models.firm import Setting
from engagedesk.models.people import Person
from engagedesk.services.queries import day_view
from engagedesk.services.queries.selects import of_session

V = TypeVar("V", bool, int, str)


def work_days(session: Session) -> WorkDays:
    """Return when work days start, by every rule from its day on."""
    return day_view.work_days(of_session(session))


def firm_profile(session: Session) -> FirmProfile:
    """Return the firm's rules; the defaults where none are set."""
    return day_view.firm_profile(of_session(session))


def my_id(session: Session) -> bytes | None:
    """Return the owner's person id; None before one is named."""
    return session.scalar(select(Person.id).where(Person.is_me))


def setting(session: Session, key: settings.Setting[V]) -> V:
    """Return a setting's value; its default where the person never set it."""
    return key.decode(session.scalar(select(Setting.value).where(Setting.key == key.key)))
