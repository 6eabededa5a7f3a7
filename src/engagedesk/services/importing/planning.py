"""What a file would change: every row becomes a creation, an update, nothing, or a reason why not.

Pure but for the ids it draws: it reads ``Known`` and writes an ``ImportPlan``, outside the store thread. What a time
export names and the store lacks (clients, engagements, codes) is created, active, and reported.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Final

from engagedesk.domain.ids import IdSource
from engagedesk.domain.states import EngagementState, FeeArrangement, ServiceLine
from engagedesk.interchange.files import ReadFile
from engagedesk.interchange.rows import (
    CalendarImportRow,
    CodeImportRow,
    EngagementImportRow,
    ImportKind,
    ImportRow,
    PlanLineImportRow,
    RecordedImportRow,
    RejectedRow,
    Remark,
    StaffingImportRow,
    TimeImportRow,
)
from engagedesk.models.imports import ImportKey
from engagedesk.services.command import BulkRows, prepare_bulk
from engagedesk.services.images import record_type
from engagedesk.services.importing.known import Known, natural_key, row_hash

if TYPE_CHECKING:
    from engagedesk.services.importing.calendar_rows import CalendarRows
    from engagedesk.services.importing.plans import PlanRows

CHECK_EVERY: Final = 2_000

LABEL_LIMIT: Final = 200


@dataclass(frozen=True, slots=True)
class Created:
    """A row of some table that the import adds."""

    table: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Updated:
    """New values for a record that an earlier import made."""

    table: str
    record_id: bytes
    values: Mapping[str, Any]
    version: int | None = None
    """As the preview showed the record, so that it is still that one; None = unless the person changed it since."""


@dataclass(frozen=True, slots=True)
class NewKey:
    """The natural key of a row, and the record that stands for it."""

    key: bytes
    table: str
    record_id: bytes
    row_hash: bytes
    is_new: bool
    """False = an earlier import left the key; only its hash changes."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What an update would change: a column, and its old and new value as the store keeps them."""

    field: str
    old: object
    new: object


@dataclass(frozen=True, slots=True)
class Preview:
    """What the import will do with one row of the file, in the words of a code and parameters."""

    line: int
    what: str
    """created, unchanged, updated; gone = the store has it and the file does not: it stays."""
    text: str
    changes: tuple[FieldChange, ...] = ()
    thing: str = ""
    """Table of the record, or the kind of a calendar event; "" = the kind of the import says it."""


@dataclass(slots=True)
class ImportPlan:
    """Everything that one import will do. ``prepared`` rows carry their ids and every column."""

    kind: ImportKind
    product: str
    file_name: str
    file_sha256: bytes
    as_of: date | None
    batch: bytes
    """Id that the batch will have."""
    made_at_records: int
    """Audit records when the plan was made."""
    bulk: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    prepared: list[BulkRows] = field(default_factory=list)
    prepared_keys: BulkRows | None = None
    singles: list[Created] = field(default_factory=list)
    updates: list[Updated] = field(default_factory=list)
    keys: list[NewKey] = field(default_factory=list)
    rejected: list[RejectedRow] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    new_names: list[str] = field(default_factory=list)
    """Clients and engagements that will be created, as the report names them."""
    preview: list[Preview] = field(default_factory=list)
    created: int = 0
    unchanged: int = 0
    updated: int = 0
    gone: int = 0
    placed_otherwise: list[Remark] = field(default_factory=list)
    """Dates that our calendar would place elsewhere; they stay where the file has them."""
    not_modelled: tuple[tuple[str, int], ...] = ()

    @property
    def changes_anything(self) -> bool:
        return bool(self.created or self.updated)


class ImportStopped(Exception):  # not an error: the person asked for it
    """The person cancelled while the plan was made; nothing was touched."""


def keys_of(read: ReadFile) -> list[bytes]:
    """Return the natural keys of a file's rows, for looking them up in the store."""
    source = source_of(read)
    return [natural_key(source, row.source_key) for row in read.rows]


def source_of(read: ReadFile) -> str:
    """Return the name under which keys are kept: rows of one kind from one product."""
    mapping = read.mapping
    name = read.product if mapping is None or read.product else mapping.source or mapping.name
    return f"{read.kind.value if read.kind else ''}:{name}"


def plan_import(
    read: ReadFile,
    known: Known,
    *,
    new_id: IdSource,
    now_utc: int,
    cancelled: Callable[[], bool] = lambda: False,
    on_progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> ImportPlan:
    """Return what importing the file would do; raises its refusal where nobody has said what the columns mean."""
    refusal = read.refusal()
    if refusal is not None:
        raise refusal
    if read.kind is None:
        raise ValueError("rows without a kind")
    modified = datetime.fromtimestamp(min(read.modified_utc, now_utc), tz=UTC).astimezone(known.zone).date()
    plan = ImportPlan(
        kind=read.kind,
        product=read.product or (read.mapping.name if read.mapping else ""),
        file_name=read.name[:LABEL_LIMIT],
        file_sha256=bytes.fromhex(read.sha256),
        as_of=modified if read.kind is ImportKind.RECORDED else None,
        batch=new_id(),
        made_at_records=known.records,
        rejected=list(read.rejected),
        remarks=list(read.remarks),
        not_modelled=read.not_modelled,
    )
    maker = _Maker(plan, known, new_id, now_utc=now_utc, source=source_of(read))
    if read.kind is ImportKind.TIME:
        maker.remark_on_users(read.rows)
    for done, row in enumerate(read.rows):
        if done % CHECK_EVERY == 0:
            if cancelled():
                raise ImportStopped
            on_progress(done, len(read.rows))
        maker.take(row)
    maker.finish()
    _prepare(plan)
    on_progress(len(read.rows), len(read.rows))
    return plan


def _prepare(plan: ImportPlan) -> None:
    """Make the many rows ready for the driver here, so that the store thread only inserts them."""
    latest = {key.key: key for key in plan.keys}
    plan.keys = list(latest.values())
    plan.prepared = [prepare_bulk(record_type(table), rows) for table, rows in plan.bulk.items()]
    plan.bulk.clear()
    plan.prepared_keys = prepare_bulk(
        ImportKey,
        [
            {
                "key": key.key,
                "kind": key.table,
                "record_id": key.record_id,
                "batch_id": plan.batch,
                "row_hash": key.row_hash,
            }
            # In order of the primary key: the table has no other order, and filling it at random takes twice as long.
            for key in sorted(plan.keys, key=lambda one: one.key)
            if key.is_new
        ],
    )


class _Maker:
    """Turns one row after the other into the plan, creating what rows name as it goes."""

    def __init__(self, plan: ImportPlan, known: Known, new_id: IdSource, *, now_utc: int, source: str) -> None:
        from engagedesk.services.importing.codes import CodeRows
        from engagedesk.services.importing.engagements import EngagementRows
        from engagedesk.services.importing.people import PeopleRows
        from engagedesk.services.importing.time import TimeRows

        desk = Desk(plan, known, new_id, now_utc=now_utc, source=source)
        self._desk = desk
        self._engagements = EngagementRows(desk)
        self._people = PeopleRows(desk, self._engagements)
        self._codes = CodeRows(desk, self._engagements)
        self._time = TimeRows(desk, self._engagements, self._people)
        self._plan: PlanRows | None = None
        self._calendar: CalendarRows | None = None
        if known.plan is not None:
            from engagedesk.services.importing.calendar_rows import CalendarRows
            from engagedesk.services.importing.plans import PlanRows

            self._plan = PlanRows(desk, self._engagements, self._people)
            self._calendar = CalendarRows(desk, self._plan, self._engagements)

    def remark_on_users(self, rows: Sequence[ImportRow]) -> None:
        users = {row.user or row.email for row in rows if isinstance(row, TimeImportRow)} - {""}
        if len(users) > 1:
            self._desk.plan.remarks.append(Remark(0, "import.several_users", {"count": str(len(users))}))

    def take(self, row: ImportRow) -> None:
        match row:
            case TimeImportRow():
                self._time.own(row)
            case RecordedImportRow():
                self._time.recorded(row)
            case EngagementImportRow():
                self._engagements.listed(row)
            case StaffingImportRow():
                self._people.staffed(row)
            case CodeImportRow():
                self._codes.listed(row)
            case CalendarImportRow():
                if self._calendar is not None:
                    self._calendar.take(row)
            case PlanLineImportRow():
                raise ValueError("lines of a plan are joined while they are read")
            case _:
                if self._plan is not None:
                    self._plan.take(row)

    def finish(self) -> None:
        """Look at the whole, once every row was taken."""
        if self._plan is not None:
            self._plan.finish()
        if self._calendar is not None:
            self._calendar.finish()


class Desk:
    """What all makers of one plan share: the plan, what is known, fresh ids, and the bookkeeping of a row."""

    def __init__(self, plan: ImportPlan, known: Known, new_id: IdSource, *, now_utc: int, source: str) -> None:
        self.plan = plan
        self.known = known
        self.new_id = new_id
        self.now_utc = now_utc
        self._source = source

    def create(self, table: str, **values: Any) -> bytes:
        """Plan a single new record and return its id."""
        record_id = self.new_id()
        self.plan.singles.append(Created(table, {"id": record_id, **values}))
        return record_id

    def create_in_bulk(self, table: str, values: dict[str, Any]) -> bytes:
        """Plan one of many new rows and return its id."""
        record_id: bytes = values["id"]
        values["batch_id"] = self.plan.batch
        self.plan.bulk.setdefault(table, []).append(values)
        return record_id

    def update(self, table: str, record_id: bytes, values: Mapping[str, Any], *, version: int | None = None) -> None:
        self.plan.updates.append(Updated(table, record_id, values, version))

    def seen_before(self, source_key: str, said: bytes) -> tuple[bytes, bytes | None, bool]:
        """Return the key, the record that an earlier import made of it, and whether it said the same."""
        key = natural_key(self._source, source_key)
        earlier = self.known.keys.get(key)
        return key, None if earlier is None else earlier.record_id, earlier is not None and earlier.row_hash == said

    def note(self, key: bytes, table: str, record_id: bytes, *, said: bytes) -> None:
        self.plan.keys.append(NewKey(key, table, record_id, said, key not in self.known.keys))

    def report(self, line: int, what: str, text: str, *, changes: Sequence[FieldChange] = (), thing: str = "") -> None:
        if what == "created":
            self.plan.created += 1
        elif what == "updated":
            self.plan.updated += 1
        else:
            self.plan.unchanged += 1
        self.plan.preview.append(Preview(line, what, text, tuple(changes), thing))

    def say(self, line: int, what: str, text: str, *, thing: str = "") -> None:
        """Show a line that counts for nothing."""
        self.plan.preview.append(Preview(line, what, text, (), thing))

    def reject(self, line: int, code: str, **params: str) -> None:
        self.plan.rejected.append(RejectedRow(line, code, params))


def said_by(row: ImportRow) -> bytes:
    """Return the hash of what a row says, its line left out: moving a row is no change."""
    return row_hash(getattr(row, name) for name in row.__dataclass_fields__ if name not in ("line", "source_key"))


def service_line_of(text: str) -> ServiceLine:
    """Return the service line that an engagement's title suggests; advisory where it suggests none."""
    words = text.casefold()
    if any(word in words for word in ("audit", "assurance", "review", "isae", "soc ", "prüfung")):
        return ServiceLine.AUDIT
    if any(word in words for word in ("tax", "vat", "pillar", "transfer pricing", "steuer")):
        return ServiceLine.TAX
    return ServiceLine.ADVISORY


ENGAGEMENT_DEFAULTS: Final[Mapping[str, Any]] = {
    "kind": "",
    "state": EngagementState.ACTIVE,
    "fee": FeeArrangement.TIME_AND_MATERIALS,
    "fee_minor": None,
    "fee_cap_minor": None,
    "currency": "GBP",
    "local_currency": "GBP",
    "contract": "",
    "period_end": None,
    "starts": None,
    "ends": None,
    "priority": 3,
    "eqr": "",
    "my_role": "",
    "rate_card_id": None,
    "note": "",
}
