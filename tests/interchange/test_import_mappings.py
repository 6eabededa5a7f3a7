from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from engagedesk.errors import UserError
from engagedesk.interchange.files import interpret, open_foreign, read_cells
from engagedesk.interchange.mapping import FIELDS, ImportMapping, normalised
from engagedesk.interchange.proposal import propose_mapping
from engagedesk.interchange.rows import (
    CodeImportRow,
    EngagementImportRow,
    ImportKind,
    RecordedImportRow,
    StaffingImportRow,
    TimeImportRow,
)
from engagedesk.interchange.values import DateOrder, DurationUnit
from engagedesk.wording import WORDS
from tests.interchange.foreign_files import TOGGL, records, text_file, toggl_row

EXTRACT = ImportMapping(
    name="SAP extract",
    kind=ImportKind.RECORDED,
    columns=(
        ("Pers.", "person"),
        ("WBS", "code"),
        ("Dt", "day"),
        ("Qty", "duration"),
        ("St", "status"),
        ("Doc", "reference"),
    ),
    source="sap",
    date_order=DateOrder.DMY,
    decimal_sign=",",
    words=(("status", "30", "approved"),),
)
EXTRACT_HEADER = ["Pers.", "WBS", "Dt", "Qty", "St", "Doc"]


def extract(tmp_path: Path, *rows: list[str]) -> Path:
    return text_file(tmp_path / "extract.csv", EXTRACT_HEADER, rows, delimiter=";")


def test_a_saved_mapping_reads_a_firms_own_extract(tmp_path: Path) -> None:
    path = extract(tmp_path, ["Ada Marsh", "410118-10", "03/04/2026", "1,25", "30", "900001"])
    read = open_foreign(path, mapping=EXTRACT)
    [row] = read.rows
    assert isinstance(row, RecordedImportRow)
    assert (row.person, row.code, row.work_date, row.seconds) == ("Ada Marsh", "410118-10", date(2026, 4, 3), 4500)
    assert (row.status, row.source_key) == ("approved", "sap:900001")


def test_a_reversal_in_an_extract_is_negative_time(tmp_path: Path) -> None:
    path = extract(
        tmp_path, ["Ada", "1", "03/04/2026", "1,25", "30", "1"], ["Ada", "1", "03/04/2026", "-1,25", "30", "2"]
    )
    rows = open_foreign(path, mapping=EXTRACT).rows
    assert [getattr(row, "seconds", 0) for row in rows] == [4500, -4500]


def test_a_key_that_stands_twice_keeps_the_second_row_out(tmp_path: Path) -> None:
    path = extract(tmp_path, ["Ada", "1", "03/04/2026", "1", "", "7"], ["Ada", "1", "04/04/2026", "2", "", "7"])
    read = open_foreign(path, mapping=EXTRACT)
    assert [row.line for row in read.rows] == [2]
    [rejected] = read.rejected
    assert (rejected.line, rejected.code, rejected.params["earlier"]) == (3, "import.row.key_twice", "2")
    assert rejected.code in WORDS


def test_a_file_that_lacks_a_mapped_column_is_refused_by_name(tmp_path: Path) -> None:
    path = text_file(tmp_path / "x.csv", ["Pers.", "WBS", "Dt"], [["Ada", "1", "03/04/2026"]])
    with pytest.raises(UserError) as caught:
        open_foreign(path, mapping=EXTRACT)
    assert caught.value.code == "import.mapping.columns_missing"
    assert caught.value.params["columns"] == "Qty, St, Doc"


def test_a_file_that_lacks_every_mapped_column_is_refused_by_name_too(tmp_path: Path) -> None:
    path = text_file(tmp_path / "x.csv", ["Client", "Title"], [["A", "B"]])
    with pytest.raises(UserError) as caught:
        open_foreign(path, mapping=EXTRACT)
    assert caught.value.code == "import.mapping.columns_missing"


def test_a_mapping_survives_being_saved() -> None:
    mapping = ImportMapping(
        name="x",
        kind=ImportKind.TIME,
        columns=(("Datum", "day"), ("Min", "duration")),
        constants=(("client", "Harrowgate"),),
        duration_unit=DurationUnit.MINUTES,
    )
    assert ImportMapping.from_data(json.loads(json.dumps(mapping.to_data()))) == mapping
    assert ImportMapping.from_data(json.loads(json.dumps(EXTRACT.to_data()))) == EXTRACT


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (None, "import.mapping.damaged"),
        ([], "import.mapping.damaged"),
        ({"name": "x"}, "import.mapping.damaged"),
        ({"name": "x", "kind": "calendar", "columns": []}, "import.mapping.damaged"),
        ({"name": 5, "kind": "time", "columns": []}, "import.mapping.damaged"),
        ({"name": "x", "kind": "time", "columns": [["a"]]}, "import.mapping.damaged"),
        ({"name": "x", "kind": "time", "columns": [], "date_order": "ydm"}, "import.mapping.damaged"),
        ({"name": "x", "kind": "time", "columns": [], "decimal_sign": "x"}, "import.mapping.damaged"),
        ({"name": "x", "kind": "time", "columns": [["a", "colour"]]}, "import.mapping.unknown_field"),
        ({"name": "x", "kind": "time", "columns": [["a", "day"], ["b", "day"]]}, "import.mapping.field_twice"),
    ],
)
def test_a_mapping_that_makes_no_sense_is_refused(data: object, code: str) -> None:
    with pytest.raises(UserError) as caught:
        ImportMapping.from_data(data)
    assert caught.value.code == code
    assert code in WORDS


def test_a_mapping_says_what_it_lacks() -> None:
    mapping = ImportMapping(name="x", kind=ImportKind.RECORDED, columns=(("A", "person"), ("B", "duration")))
    assert mapping.missing() == ("code / engagement", "day")


def test_every_word_for_a_field_is_in_the_form_in_which_headers_are_compared() -> None:
    for specs in FIELDS.values():
        for spec in specs:
            assert [normalised(word) for word in spec.words] == list(spec.words)


@pytest.mark.parametrize(
    ("columns", "sample", "kind", "expected"),
    [
        (
            [
                "Client Name",
                "Engagement Name",
                "Charge Code",
                "Service Line",
                "Fee Type",
                "Fee Amount",
                "Currency",
                "Year End",
            ],
            ["A", "B", "1", "Audit", "Fixed", "100", "GBP", "2026-12-31"],
            ImportKind.ENGAGEMENTS,
            ["client", "title", "codes", "service_line", "fee_arrangement", "fee", "currency", "period_end"],
        ),
        (
            ["Kunde", "Auftragsbezeichnung", "PSP-Element", "Honorar", "Währung", "Stichtag"],
            ["A", "B", "1", "1.000,00", "EUR", "31.12.2026"],
            ImportKind.ENGAGEMENTS,
            ["client", "title", "codes", "fee", "currency", "period_end"],
        ),
        (
            ["Mitarbeiter", "PSP-Element", "Buchungsdatum", "Stunden", "Status", "Buchungstext"],
            ["Ada", "1", "16.11.2026", "1,5", "30", "x"],
            ImportKind.RECORDED,
            ["person", "code", "day", "duration", "status", "narrative"],
        ),
        (
            ["Resource Name", "Rank", "Project", "Role", "Allocation %", "From", "To"],
            ["Ada", "Senior", "B", "In-charge", "50", "2026-11-01", "2026-11-30"],
            ImportKind.STAFFING,
            ["person", "grade", "engagement", "role", "percent", "from_day", "to_day"],
        ),
        (
            ["Charge Code", "Description", "Valid From", "Valid To", "Open/Closed", "Chargeable", "Billable"],
            ["1", "x", "2026-01-01", "2026-12-31", "open", "yes", "no"],
            ImportKind.CODES,
            ["code", "name", "valid_from", "valid_to", "open", "chargeable", "billable"],
        ),
    ],
)
def test_a_list_with_the_fields_own_words_is_understood_unasked(
    columns: list[str], sample: list[str], kind: ImportKind, expected: list[str]
) -> None:
    proposal = propose_mapping(columns, [sample])
    assert (proposal.kind, [column.field for column in proposal.columns]) == (kind, expected)
    assert proposal.certain


def test_where_something_is_lacking_the_kind_that_lacks_least_is_proposed() -> None:
    columns = ["Mandant", "Vorhaben", "Wann", "Aufwand", "Was"]
    samples = [["Harrowgate Foods plc", "Group audit", "03/04/2026", "1,5", "Planning call"]]
    proposal = propose_mapping(columns, samples)
    assert proposal.kind is ImportKind.TIME
    assert dict(proposal.mapping.columns)["Aufwand"] == "duration"
    assert len(proposal.missing) == 1


def test_a_near_word_is_proposed_but_not_taken_for_certain() -> None:
    proposal = propose_mapping(["Clients", "Engagment name"], [["A", "B"]], kind=ImportKind.ENGAGEMENTS)
    assert [column.field for column in proposal.columns] == ["client", "title"]
    assert not proposal.certain


def test_values_speak_against_a_header_word() -> None:
    proposal = propose_mapping(
        ["Client", "Title", "Start", "End"], [["A", "B", "soon", "later"]], kind=ImportKind.ENGAGEMENTS
    )
    assert [column.field for column in proposal.columns] == ["client", "title", None, None]


def test_a_file_that_nobody_knows_comes_back_with_what_is_missing(tmp_path: Path) -> None:
    path = text_file(tmp_path / "x.csv", ["Foo", "Bar", "Hours"], [["a", "b", "1.5"]])
    read = open_foreign(path, kind=ImportKind.RECORDED)
    assert (read.mapping, read.rows, read.columns) == (None, (), ("Foo", "Bar", "Hours"))
    assert read.samples == (("a", "b", "1.5"),)
    assert read.proposal is not None
    assert read.proposal.missing == ("person / last_name", "code / engagement", "day")
    refusal = read.refusal()
    assert refusal is not None
    assert refusal.code == "import.mapping.incomplete"


def test_a_wizard_reads_once_and_interprets_often(tmp_path: Path) -> None:
    table = read_cells(text_file(tmp_path / "x.csv", ["Foo", "Bar", "Baz"], [["Ada", "1", "2026-11-16"]]))
    columns = (("Foo", "person"), ("Bar", "code"), ("Baz", "from_day"))
    staffing = interpret(table, mapping=ImportMapping(name="s", kind=ImportKind.STAFFING, columns=columns))
    assert isinstance(staffing.rows[0], StaffingImportRow)
    codes = interpret(table, mapping=ImportMapping(name="c", kind=ImportKind.CODES, columns=(("Bar", "code"),)))
    assert isinstance(codes.rows[0], CodeImportRow)


def test_a_known_export_can_still_be_read_as_something_else(tmp_path: Path) -> None:
    path = text_file(tmp_path / "t.csv", TOGGL, records(TOGGL, toggl_row()))
    mapping = ImportMapping(
        name="team from Toggl",
        kind=ImportKind.RECORDED,
        columns=(("User", "person"), ("Project", "engagement"), ("Start date", "day"), ("Duration", "duration")),
    )
    assert isinstance(open_foreign(path, mapping=mapping).rows[0], RecordedImportRow)


def test_lines_of_one_engagement_are_joined_and_their_codes_add_up(tmp_path: Path) -> None:
    rows = [["A", "Audit 2026", "1"], ["A", "Audit 2026", "2; 3"], ["B", "Tax", "9"], ["a", "audit 2026", "1"]]
    read = open_foreign(text_file(tmp_path / "x.csv", ["Client", "Title", "Codes"], rows))
    first, second = read.rows
    assert isinstance(first, EngagementImportRow)
    assert isinstance(second, EngagementImportRow)
    assert (first.codes, second.codes) == (("1", "2", "3"), ("9",))


def test_the_same_engagement_of_another_year_stays_apart(tmp_path: Path) -> None:
    header = ["Client", "Title", "Codes", "Period end"]
    rows = [["A", "Audit", "1", "2025-12-31"], ["A", "Audit", "2", "2026-12-31"]]
    assert len(open_foreign(text_file(tmp_path / "x.csv", header, rows)).rows) == 2


def test_joined_lines_that_differ_are_told(tmp_path: Path) -> None:
    header = ["Client", "Title", "Codes", "Fee", "Currency"]
    rows = [["A", "Audit", "1", "100", "GBP"], ["A", "Audit", "2", "200", "GBP"], ["A", "Audit", "3", "100", "GBP"]]
    read = open_foreign(text_file(tmp_path / "x.csv", header, rows))
    assert [getattr(row, "fee_minor", 0) for row in read.rows] == [10_000]
    assert [(remark.line, remark.code) for remark in read.remarks] == [(3, "import.remark.joined")]


@pytest.mark.parametrize(
    ("written", "currency"), [("gbp", "GBP"), ("British Pound - GBP", "GBP"), ("€", "EUR"), ("money", "")]
)
def test_currencies_as_lists_write_them(tmp_path: Path, written: str, currency: str) -> None:
    header = ["Client", "Title", "Currency"]
    read = open_foreign(text_file(tmp_path / "x.csv", header, [["A", "B", written]]))
    assert [getattr(row, "currency", None) for row in read.rows] == [currency]
    assert len(read.remarks) == (0 if currency else 1)


def test_a_value_that_is_not_understood_is_left_empty_and_said(tmp_path: Path) -> None:
    header = ["Client", "Title", "State", "Fee", "Currency", "Start"]
    rows = [
        ["A", "B", "perplexed", "much", "GBP", ""],
        ["C", "D", "live", "10", "", ""],
        ["E", "F", "", "10.50", "kwd", ""],
    ]
    read = open_foreign(
        text_file(tmp_path / "x.csv", header, rows),
        kind=ImportKind.ENGAGEMENTS,
        mapping=ImportMapping(
            name="e",
            kind=ImportKind.ENGAGEMENTS,
            columns=(
                ("Client", "client"),
                ("Title", "title"),
                ("State", "state"),
                ("Fee", "fee"),
                ("Currency", "currency"),
            ),
        ),
    )
    assert [(getattr(r, "state", 0), getattr(r, "fee_minor", 0)) for r in read.rows] == [
        (None, None),
        ("active", None),
        (None, 10_500),
    ]
    assert [(r.line, r.params["field"]) for r in read.remarks] == [(2, "fee"), (2, "state"), (3, "fee")]
    assert all(remark.code in WORDS for remark in read.remarks)


def test_staffing_in_hours_and_in_percent(tmp_path: Path) -> None:
    header = ["Employee", "Grade", "Engagement", "Role", "Hours", "Allocation", "From", "To"]
    rows = [
        ["Ada", "Senior", "Audit", "In-charge", "120", "", "01.11.2026", "30.11.2026"],
        ["Ben", "Staff", "Audit", "Staff", "", "50%", "01.11.2026", "30.11.2026"],
        ["Cleo", "Staff", "Audit", "Staff", "", "0.5", "01.11.2026", "30.11.2026"],
        ["Dan", "Staff", "Audit", "Staff", "", "50", "30.11.2026", "01.11.2026"],
    ]
    read = open_foreign(text_file(tmp_path / "x.csv", header, rows))
    assert [(getattr(r, "seconds", 0), getattr(r, "allocation_permille", 0)) for r in read.rows] == [
        (432_000, None),
        (None, 500),
        (None, 500),
    ]
    assert [(r.line, r.code) for r in read.rejected] == [(5, "import.row.end_before_start")]


def test_codes_with_their_validity_and_flags(tmp_path: Path) -> None:
    header = ["Charge code", "Engagement", "Activity", "Valid from", "Valid to", "Status", "Chargeable", "Billable"]
    rows = [
        ["410118-10", "Audit", "", "2026-01-01", "2026-12-31", "open", "Yes", "Yes"],
        ["409977-20", "Audit", "", "", "2026-09-30", "Closed", "Yes", ""],
        ["410118-10", "Audit", "", "", "", "", "", ""],
        ["", "Audit", "", "", "", "", "", ""],
    ]
    read = open_foreign(text_file(tmp_path / "x.csv", header, rows))
    first, second = read.rows
    assert isinstance(first, CodeImportRow)
    assert isinstance(second, CodeImportRow)
    assert (first.valid_from, first.valid_to, first.open, first.billable) == (
        date(2026, 1, 1),
        date(2026, 12, 31),
        True,
        True,
    )
    assert (second.valid_from, second.open, second.billable) == (None, False, None)
    assert [(r.line, r.code) for r in read.rejected] == [(4, "import.row.key_twice"), (5, "import.row.no_code")]


def test_time_with_offsets_and_constants_through_a_mapping(tmp_path: Path) -> None:
    mapping = ImportMapping(
        name="tracker",
        kind=ImportKind.TIME,
        columns=(("from", "start"), ("until", "end"), ("what", "narrative")),
        constants=(("client", "Harrowgate"),),
    )
    rows = [
        ["2026-11-16T09:00:00+01:00", "2026-11-16T10:30:00+01:00", "a"],
        ["2026-11-16 22:00", "2026-11-17 01:00", "b"],
        ["2026-11-16 22:00", "2026-11-30 01:00", "c"],
    ]
    read = open_foreign(text_file(tmp_path / "x.csv", ["from", "until", "what"], rows), mapping=mapping)
    times = [row for row in read.rows if isinstance(row, TimeImportRow)]
    assert [(row.client, row.seconds, row.utc_offset_s) for row in times] == [
        ("Harrowgate", 5400, 3600),
        ("Harrowgate", 10_800, None),
    ]
    assert [(r.line, r.code) for r in read.rejected] == [(4, "import.row.too_much_time")]


def test_every_code_that_reading_raises_has_words() -> None:
    import re

    import engagedesk.interchange

    folder = Path(engagedesk.interchange.__file__).parent
    codes = {
        code
        for file in folder.glob("*.py")
        for code in re.findall(r'"(import\.[a-z_]+\.?[a-z_]*)"', file.read_text("utf-8"))
    }
    assert len(codes) > 50
    assert codes <= set(WORDS)


def test_one_mistyped_date_leaves_no_doubt_of_an_extracts_columns(tmp_path: Path) -> None:
    header = ["Mitarbeiter", "Leistungsdatum", "Kontierung", "Stunden", "Buchungsstatus", "Belegnummer"]
    rows = [
        ["Ben", day, "410118-10", "7,5", "gebucht", f"B{n}"] for n, day in enumerate(["03.11.2026", "04.11.2026", "?"])
    ]
    read = open_foreign(text_file(tmp_path / "extract.csv", header, rows, delimiter=";"), kind=ImportKind.RECORDED)
    assert (len(read.rows), [row.line for row in read.rejected]) == (2, [4])


def test_a_law_firms_word_for_an_engagement_names_it(tmp_path: Path) -> None:
    path = text_file(
        tmp_path / "list.csv", ["Customer Name", "Matter", "Practice"], [["Ford & Co", "Audit FY26", "Audit"]]
    )
    [row] = open_foreign(path, kind=ImportKind.ENGAGEMENTS).rows
    assert isinstance(row, EngagementImportRow)
    assert row.title == "Audit FY26"
