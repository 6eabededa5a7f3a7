"""Which tasks are the owner's of the store to do."""

from __future__ import annotations

from sqlalchemy import ColumnElement, exists, or_, select

from engagedesk.models.engagements import Task
from engagedesk.models.people import Person
from engagedesk.models.schedule import Booking

_me = select(Person.id).where(Person.is_me).scalar_subquery()


def is_mine() -> ColumnElement[bool]:
    """Return the condition for tasks that the person owns or is booked on, or that nobody has."""
    anybody = exists().where(Booking.task_id == Task.id)
    mine = exists().where(Booking.task_id == Task.id, Booking.person_id == _me)
    return or_(Task.owner_id == _me, mine, Task.owner_id.is_(None) & ~anybody)
