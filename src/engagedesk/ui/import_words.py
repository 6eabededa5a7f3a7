"""The words for what a file can hold and for the fields that its columns can fill."""

from __future__ import annotations

from engagedesk.interchange.rows import ImportKind
from engagedesk.ui.words import tr


def kind_word(kind: ImportKind) -> str:
    return {
        ImportKind.ENGAGEMENTS: tr("Import", "Engagements and codes"),
        ImportKind.TIME: tr("Import", "My time"),
        ImportKind.RECORDED: tr("Import", "Recorded time of the team"),
        ImportKind.STAFFING: tr("Import", "Staffing"),
        ImportKind.CODES: tr("Import", "Charge codes"),
        ImportKind.PLAN: tr("Import", "A plan"),
        ImportKind.CALENDAR: tr("Import", "A calendar"),
    }[kind]


def field_word(name: str) -> str:
    """Return a field as a person calls it; a field without words of its own is spelled out."""
    known = {
        "activity": tr("Field", "Activity"),
        "billable": tr("Field", "Billable"),
        "budget": tr("Field", "Budget, hours"),
        "chargeable": tr("Field", "Chargeable"),
        "client": tr("Field", "Client"),
        "code": tr("Field", "Charge code"),
        "code_name": tr("Field", "Code name"),
        "codes": tr("Field", "Charge codes"),
        "currency": tr("Field", "Currency"),
        "day": tr("Field", "Date"),
        "deadline": tr("Field", "Deadline"),
        "done": tr("Field", "Done on"),
        "due": tr("Field", "Due"),
        "duration": tr("Field", "Hours"),
        "email": tr("Field", "E-mail"),
        "end": tr("Field", "End, date and time"),
        "end_date": tr("Field", "End date"),
        "end_time": tr("Field", "End time"),
        "ends_on": tr("Field", "Ends on"),
        "engagement": tr("Field", "Engagement"),
        "engagement_type": tr("Field", "Type"),
        "fee": tr("Field", "Fee"),
        "fee_arrangement": tr("Field", "Fee arrangement"),
        "finish": tr("Field", "Finish"),
        "first_name": tr("Field", "First name"),
        "from_day": tr("Field", "From"),
        "grade": tr("Field", "Grade"),
        "hours": tr("Field", "Hours"),
        "item_kind": tr("Field", "Task, milestone or deliverable"),
        "last_name": tr("Field", "Last name"),
        "length": tr("Field", "Duration"),
        "milestone": tr("Field", "Milestone, yes or no"),
        "name": tr("Field", "Name"),
        "narrative": tr("Field", "Narrative"),
        "note": tr("Field", "Note"),
        "number": tr("Field", "Number that predecessors name"),
        "open": tr("Field", "Open or closed"),
        "owner": tr("Field", "Owner"),
        "percent": tr("Field", "Percent of a full week"),
        "period_end": tr("Field", "Period end"),
        "person": tr("Field", "Person"),
        "phase": tr("Field", "Phase"),
        "predecessors": tr("Field", "Predecessors"),
        "priority": tr("Field", "Priority"),
        "progress": tr("Field", "Progress, percent"),
        "reference": tr("Field", "Reference, tells rows apart"),
        "role": tr("Field", "Role"),
        "service_line": tr("Field", "Service line"),
        "start": tr("Field", "Start, date and time"),
        "start_date": tr("Field", "Start date"),
        "start_time": tr("Field", "Start time"),
        "starts_on": tr("Field", "Starts on"),
        "state": tr("Field", "State"),
        "status": tr("Field", "Status"),
        "tags": tr("Field", "Tags"),
        "task": tr("Field", "Task"),
        "title": tr("Field", "Engagement"),
        "to_day": tr("Field", "To"),
        "user": tr("Field", "Person"),
        "valid_from": tr("Field", "Valid from"),
        "valid_to": tr("Field", "Valid to"),
        "work": tr("Field", "Work"),
    }
    return known.get(name) or name.replace("_", " ").capitalize()


def need_word(need: str) -> str:
    """Return an unfilled need, ``"day / start / start_date"``, in words: ``Date or Start, date and time or …``."""
    words = ""
    for way in need.split("/"):
        one = " + ".join(field_word(name.strip()) for name in way.split("+"))
        words = tr("Import", "{one} or {other}").format(one=words, other=one) if words else one
    return words


def product_word(product: str) -> str:
    """Return what wrote a file, by its own name; a mapping's name as it is."""
    return {"toggl": "Toggl Track", "clockify": "Clockify", "harvest": "Harvest"}.get(product, product)


def stayed_word(kind: str) -> str:
    """Return what a person calls a record of a table."""
    return {
        "client": tr("Import", "Client"),
        "engagement": tr("Import", "Engagement"),
        "charge_code": tr("Import", "Charge code"),
        "phase": tr("Import", "Phase"),
        "task": tr("Import", "Task"),
        "person": tr("Import", "Person"),
        "team_member": tr("Import", "Team member"),
        "time_entry": tr("Import", "My time"),
        "recorded_line": tr("Import", "Recorded time"),
    }.get(kind, tr("Import", "Other"))
