"""What the columns of a foreign file mean: mappings saved by name, and the fields that they may name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from engagedesk.errors import UserError
from engagedesk.interchange.rows import ImportKind
from engagedesk.interchange.values import DateOrder, DurationUnit


class FieldType(StrEnum):
    TEXT = "text"
    DAY = "day"
    CLOCK = "clock"
    MOMENT = "moment"
    DURATION = "duration"
    NUMBER = "number"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field that a column may be mapped to; ``words`` are header words in English and German, normalised."""

    name: str
    type: FieldType
    words: tuple[str, ...]


def normalised(header: str) -> str:
    """Return a header in the form in which headers are compared: folded case, single spaces, no punctuation."""
    folded = unicodedata.normalize("NFKC", header).casefold().replace("_", " ")
    return " ".join(re.sub(r"[^\w\s()/%+-]", " ", folded).split())


def _field(name: str, kind: FieldType, words: str) -> FieldSpec:
    return FieldSpec(name, kind, tuple(word.strip() for word in words.split(",")))


_T, _D = FieldType.TEXT, FieldType.DAY
_CLIENT: Final = _field(
    "client", _T, "client, client name, customer, customer name, account, mandant, kunde, kundenname, mandantenname"
)
_ENGAGEMENT: Final = _field(
    "engagement",
    _T,
    "engagement, engagement name, project, project name, job, job name, matter, assignment, auftrag, projekt, "
    "auftragsbezeichnung, projektname",
)
_CODE: Final = _field(
    "code",
    _T,
    "code, charge code, engagement code, project code, wbs, wbs element, wbs code, job code, job no, job number, "
    "project number, engagement number, engagement id, psp-element, psp element, projektnummer, auftragsnummer, "
    "leistungscode, kontierung, charge codes, codes, booking code, timesheet code",
)
_ACTIVITY: Final = _field(
    "activity", _T, "activity, activity type, activity code, work type, tätigkeit, leistungsart, aktivität"
)
_NARRATIVE: Final = _field(
    "narrative",
    _T,
    "narrative, description, notes, note, comment, comments, text, details, beschreibung, bemerkung, kommentar, "
    "notiz, buchungstext",
)
_KEY: Final = _field(
    "reference",
    _T,
    "id, reference, key, line id, entry id, record id, transaction id, document number, belegnummer, referenz, "
    "lfd nr, guid, uuid",
)
_PERSON: Final = _field(
    "person",
    _T,
    "person, employee, employee name, name, staff, staff name, resource, resource name, user, consultant, "
    "team member, mitarbeiter, mitarbeiterin, mitarbeitername, ressource, professional",
)
_GRADE: Final = _field("grade", _T, "grade, rank, level, staff level, position, job title, stufe, dienstgrad")
_DURATION: Final = _field(
    "duration",
    FieldType.DURATION,
    "hours, duration, time, hrs, qty, quantity, hours worked, duration (h), duration (decimal), actual hours, "
    "stunden, aufwand, dauer, zeit, anzahl stunden, menge, std, iststunden",
)
_BILLABLE: Final = _field("billable", FieldType.FLAG, "billable, is billable, abrechenbar, fakturierbar, verrechenbar")
_EMAIL: Final = _field("email", _T, "email, e-mail, mail, email address, e-mail-adresse")

FIELDS: Final[dict[ImportKind, tuple[FieldSpec, ...]]] = {
    ImportKind.TIME: (
        _CLIENT,
        _ENGAGEMENT,
        _CODE,
        _field("task", _T, "task, task name, aufgabe, vorgang"),
        _ACTIVITY,
        _NARRATIVE,
        _BILLABLE,
        _field("start", FieldType.MOMENT, "start, started at, start datetime, beginn, from, von"),
        _field("start_date", _D, "start date, startdatum"),
        _field("start_time", FieldType.CLOCK, "start time, startzeit, time from, uhrzeit von"),
        _field("end", FieldType.MOMENT, "end, ended at, end datetime, ende, to, bis, stop"),
        _field("end_date", _D, "end date, enddatum"),
        _field("end_time", FieldType.CLOCK, "end time, endzeit, time to, stop time, uhrzeit bis"),
        _field("day", _D, "date, day, work date, datum, tag, arbeitstag, leistungsdatum"),
        _DURATION,
        _field("tags", _T, "tags, tag list, labels, etiketten, schlagworte"),
        _field("user", _T, "user, user name, employee, person, name, mitarbeiter, benutzer"),
        _field("first_name", _T, "first name, vorname"),
        _field("last_name", _T, "last name, surname, nachname, familienname"),
        _EMAIL,
        _KEY,
    ),
    ImportKind.RECORDED: (
        _PERSON,
        _field("first_name", _T, "first name, vorname"),
        _field("last_name", _T, "last name, surname, nachname, familienname"),
        _GRADE,
        _CLIENT,
        _CODE,
        _ENGAGEMENT,
        _ACTIVITY,
        _field(
            "day",
            _D,
            "date, work date, day, posting date, transaction date, entry date, time date, service date, datum, "
            "buchungsdatum, leistungsdatum, arbeitstag, tag",
        ),
        _DURATION,
        _field("status", _T, "status, state, approval, approval status, posted, buchungsstatus, freigabe"),
        _NARRATIVE,
        _KEY,
    ),
    ImportKind.ENGAGEMENTS: (
        _CLIENT,
        _field("code_name", _T, "code name, codename, client code name, alias, deckname, short name, kurzname"),
        _field(
            "title",
            _T,
            "title, engagement, engagement name, engagement title, project, project name, name, job name, assignment, "
            "auftrag, bezeichnung, projekt, auftragsbezeichnung, projektname, matter, matter name, job",
        ),
        _field(
            "service_line",
            _T,
            "service line, service, practice, department, line of service, los, business unit, "
            "geschäftsbereich, leistungsbereich, fachbereich, bereich",
        ),
        _field("engagement_type", _T, "type, engagement type, project type, service type, art, auftragsart, typ"),
        _field(
            "fee_arrangement",
            _T,
            "fee arrangement, fee type, billing type, contract type, pricing, honorarart, abrechnungsart, vertragsart",
        ),
        _field(
            "fee",
            FieldType.NUMBER,
            "fee, fee amount, fees, contract value, agreed fee, budget amount, contract amount, total fee, honorar, "
            "auftragswert, vereinbartes honorar, auftragssumme",
        ),
        _field("currency", _T, "currency, billing currency, curr, währung"),
        _field("codes", _T, ", ".join(_CODE.words)),
        _field(
            "period_end",
            _D,
            "period end, year end, fiscal year end, fye, balance sheet date, reporting date, "
            "stichtag, bilanzstichtag, abschlussstichtag, geschäftsjahresende",
        ),
        _field("starts_on", _D, "start, start date, starts on, begin, from, planned start, beginn, startdatum, von"),
        _field(
            "ends_on",
            _D,
            "end, end date, ends on, due, due date, deadline, to, planned end, finish, ende, enddatum, bis, frist",
        ),
        _field("state", _T, "state, status, engagement status, project status, stand"),
        _field("role", _T, "role, my role, engagement role, rolle, meine rolle"),
        _field("phase", _T, "phase, stage, current phase, projektphase"),
        _field("priority", _T, "priority, prio, priorität"),
        _field(
            "budget",
            FieldType.NUMBER,
            "budget, budget hours, hours budget, planned hours, budgeted hours, "
            "total hours, budgetstunden, planstunden, stundenbudget",
        ),
        _field("reference", _T, "reference, key, guid, uuid, contract, contract number, referenz, vertragsnummer"),
    ),
    ImportKind.STAFFING: (
        _PERSON,
        _field("first_name", _T, "first name, vorname"),
        _field("last_name", _T, "last name, surname, nachname, familienname"),
        _EMAIL,
        _GRADE,
        _CLIENT,
        _ENGAGEMENT,
        _CODE,
        _field("role", _T, "role, engagement role, project role, function, rolle, funktion"),
        _field(
            "hours",
            FieldType.NUMBER,
            "hours, planned hours, booked hours, allocated hours, budget hours, stunden, planstunden, geplante stunden",
        ),
        _field(
            "percent",
            FieldType.NUMBER,
            "percent, %, allocation, utilization, utilisation, allocation %, fte, prozent, auslastung, zuteilung",
        ),
        _field("from_day", _D, "from, start, start date, from date, booking start, von, beginn, startdatum"),
        _field("to_day", _D, "to, end, end date, to date, until, booking end, bis, ende, enddatum"),
        _KEY,
    ),
    ImportKind.CODES: (
        _CODE,
        _CLIENT,
        _ENGAGEMENT,
        _ACTIVITY,
        _field("name", _T, "description, name, code name, code description, bezeichnung, beschreibung"),
        _field("valid_from", _D, "valid from, from, start, start date, open from, gültig von, gültig ab, von"),
        _field("valid_to", _D, "valid to, valid until, to, end, end date, expiry, close date, gültig bis, bis"),
        _field("open", FieldType.FLAG, "open, open/closed, status, state, active, is open, offen, aktiv"),
        _field("chargeable", FieldType.FLAG, "chargeable, is chargeable, client code, verrechenbar"),
        _BILLABLE,
    ),
    ImportKind.PLAN: (
        _CLIENT,
        _ENGAGEMENT,
        _field("code", _T, "code, charge code, engagement code, project code, wbs element, projektnummer"),
        _field("number", _T, "id, no, number, task id, line, nr, nummer, vorgangsnr"),
        _field("phase", _T, "phase, stage, summary task, workstream, projektphase, sammelvorgang"),
        _field("name", _T, "task, task name, name, activity, deliverable, item, aufgabe, vorgang, vorgangsname"),
        _field("item_kind", _T, "kind, item kind, task kind"),
        _field("start", FieldType.MOMENT, "start, start date, planned start, begin, from, anfang, beginn, startdatum"),
        _field("finish", FieldType.MOMENT, "finish, finish date, planned finish, end, end date, to, ende, fertig"),
        _field("due", _D, "due, due date, due on, fällig, fällig am"),
        _field("done", _D, "done on, actual finish, completed on, done, erledigt am, ist-ende"),
        _field("deadline", _D, "deadline, stichtag, latest finish, frist"),
        _field("work", FieldType.NUMBER, "work (h), work, effort, planned work, hours, estimate, arbeit, aufwand"),
        _field("length", _T, "duration, dauer"),
        _field("owner", _T, "owner, assigned to, responsible, resource names, resource, person, verantwortlich, "
               "ressourcennamen, zuständig"),
        _field("role", _T, "role, rolle"),
        _field("predecessors", _T, "predecessors, predecessor, depends on, vorgänger"),
        _field("progress", _T, "% complete, percent complete, complete, progress, % abgeschlossen, fortschritt"),
        _field("milestone", FieldType.FLAG, "milestone, is milestone, meilenstein"),
        _field("note", _T, "notes, note, comment, comments, notizen, notiz, bemerkung"),
        _field("reference", _T, "engagedesk id, unique id, uid, guid, key, reference, einmalige nr"),
    ),
    ImportKind.CALENDAR: (),
}  # fmt: skip

_NEEDS: Final[dict[ImportKind, tuple[tuple[frozenset[str], ...], ...]]] = {
    # Each inner tuple is one need; any of its sets fills it.
    ImportKind.TIME: (
        (frozenset({"client"}), frozenset({"engagement"}), frozenset({"code"})),
        (frozenset({"day"}), frozenset({"start"}), frozenset({"start_date"})),
        (
            frozenset({"duration"}),
            frozenset({"start", "end"}),
            frozenset({"start_date", "start_time", "end_time"}),
            frozenset({"day", "start_time", "end_time"}),
        ),
    ),
    ImportKind.RECORDED: (
        (frozenset({"person"}), frozenset({"last_name"})),
        (frozenset({"code"}), frozenset({"engagement"})),
        (frozenset({"day"}),),
        (frozenset({"duration"}),),
    ),
    ImportKind.ENGAGEMENTS: ((frozenset({"client"}),), (frozenset({"title"}), frozenset({"codes"}))),
    ImportKind.STAFFING: (
        (frozenset({"person"}), frozenset({"last_name"})),
        (frozenset({"engagement"}), frozenset({"code"}), frozenset({"client"})),
    ),
    ImportKind.CODES: ((frozenset({"code"}),),),
    ImportKind.PLAN: (
        (frozenset({"name"}),),
        (frozenset({"engagement"}), frozenset({"client"}), frozenset({"code"})),
        (frozenset({"start", "finish"}), frozenset({"due"}), frozenset({"finish"}), frozenset({"predecessors"})),
    ),
    # A calendar has no columns: a table is never one.
    ImportKind.CALENDAR: ((frozenset({"event"}),),),
}


@dataclass(frozen=True, slots=True)
class ImportMapping:
    """A saved reading of one source's files.

    ``columns`` pairs a header with a field; headers are compared without regard to case and punctuation. ``constants``
    gives a field the same text in every row. ``words`` translates a field's own words: ("state", "wip", "active").
    """

    name: str
    kind: ImportKind
    columns: tuple[tuple[str, str], ...]
    source: str = ""
    """Namespace of the natural keys; "" = the mapping's name."""
    constants: tuple[tuple[str, str], ...] = ()
    words: tuple[tuple[str, str, str], ...] = ()
    date_order: DateOrder | None = None
    decimal_sign: str = ""
    duration_unit: DurationUnit = DurationUnit.HOURS
    built_in: bool = field(default=False, compare=False)

    def __post_init__(self) -> None:
        if self.kind is ImportKind.CALENDAR:
            raise UserError("import.mapping.damaged")
        known = {spec.name for spec in FIELDS[self.kind]}
        named = [name for _, name in self.columns] + [name for name, _ in self.constants]
        unknown = sorted(set(named) - known)
        if unknown:
            raise UserError("import.mapping.unknown_field", fields=", ".join(unknown))
        if len(named) != len(set(named)):
            twice = sorted({name for name in named if named.count(name) > 1})
            raise UserError("import.mapping.field_twice", fields=", ".join(twice))
        if self.decimal_sign not in ("", ".", ","):
            raise UserError("import.mapping.damaged")

    def missing(self) -> tuple[str, ...]:
        """Return what still must be mapped, each as its alternatives: ``"day / start / start_date"``."""
        return missing_fields(self.kind, {name for _, name in self.columns} | {name for name, _ in self.constants})

    def to_data(self) -> dict[str, object]:
        """Return plain JSON data."""
        return {
            "name": self.name,
            "kind": self.kind.value,
            "columns": [list(pair) for pair in self.columns],
            "source": self.source,
            "constants": [list(pair) for pair in self.constants],
            "words": [list(triple) for triple in self.words],
            "date_order": self.date_order.value if self.date_order else None,
            "decimal_sign": self.decimal_sign,
            "duration_unit": self.duration_unit.value,
        }

    @classmethod
    def from_data(cls, data: object) -> ImportMapping:
        """Return the mapping of JSON data; ``UserError`` (``import.mapping.*``) where it is none."""
        if not isinstance(data, Mapping):
            raise UserError("import.mapping.damaged")
        try:
            order = data.get("date_order")
            return cls(
                name=_string(data["name"]),
                kind=ImportKind(data["kind"]),
                columns=tuple((_string(a), _string(b)) for a, b in data["columns"]),
                source=_string(data.get("source", "")),
                constants=tuple((_string(a), _string(b)) for a, b in data.get("constants", ())),
                words=tuple((_string(a), _string(b), _string(c)) for a, b, c in data.get("words", ())),
                date_order=None if order is None else DateOrder(order),
                decimal_sign=_string(data.get("decimal_sign", "")),
                duration_unit=DurationUnit(data.get("duration_unit", "hours")),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise UserError("import.mapping.damaged") from error


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def missing_fields(kind: ImportKind, have: Iterable[str]) -> tuple[str, ...]:
    """Return the needs of a kind that the given fields leave open."""
    present = set(have)
    return tuple(
        " / ".join(" + ".join(sorted(way)) for way in need)
        for need in _NEEDS[kind]
        if not any(way <= present for way in need)
    )
