"""Words for the errors of this area."""

from __future__ import annotations

from typing import Final

from engagedesk.wording.text import ErrorText

_SAVE_AS: Final = "Open it in your spreadsheet program and save it as .xlsx or CSV, then import that file."
_ASK_AGAIN: Final = "Export it again from where it came and try that file."

_FILE: Final[dict[str, ErrorText]] = {
    "import.cancelled": ErrorText("The import was cancelled", "Nothing of {file} was kept."),
    "import.child.died": ErrorText(
        "The file could not be read",
        "Reading {file} used more than a file may and was ended. Nothing was imported.",
        "Split it into smaller files, or save it as CSV.",
    ),
    "import.child.too_slow": ErrorText(
        "The file could not be read in time",
        "Reading {file} made no progress and was ended. Nothing was imported.",
        "Save it as CSV and try again. Copy it to this computer first if it lies on a network drive.",
    ),
    "import.file.missing": ErrorText("There is no such file", "{file}", "Check the name and the folder."),
    "import.file.unreadable": ErrorText(
        "The file cannot be opened", "{file}", "Close it in other programs and check that you may read it."
    ),
    "import.file.not_a_file": ErrorText("That is not a file", "{file} is a folder or a device.", "Choose a file."),
    "import.file.empty": ErrorText("The file is empty", "{file} holds no rows.", _ASK_AGAIN),
    "import.file.too_large": ErrorText(
        "The file is too large", "{file} is larger than {limit_mb} MB.", "Export a shorter period."
    ),
    "import.file.too_much": ErrorText(
        "The file holds too much",
        "{file} unpacks to more than can be imported at once. Nothing was imported.",
        "Export a shorter period, or fewer columns.",
    ),
    "import.file.too_wide": ErrorText(
        "The file has too many columns",
        "{file} has content beyond column {limit}.",
        "Keep the columns you need and save it again.",
    ),
    "import.file.wrong_kind": ErrorText("This kind of file cannot be imported", "{file} is {kind}.", _SAVE_AS),
    "import.file.old_excel": ErrorText("This is an old Excel file", "{file} is in the .xls format.", _SAVE_AS),
    "import.file.password": ErrorText(
        "The file is protected by a password", "{file}", "Save a copy without a password and import that."
    ),
    "import.file.not_a_workbook": ErrorText(
        "This is not an Excel workbook", "{file} is named or packed like one and holds none.", _SAVE_AS
    ),
    "import.file.not_text": ErrorText("This file is neither a workbook nor text", "{file}", _SAVE_AS),
    "import.file.damaged": ErrorText(
        "The file is damaged", "{file} cannot be read to its end. Nothing was imported.", _ASK_AGAIN
    ),
    "import.file.unsafe_xml": ErrorText(
        "The file is not safe to read",
        "{file} contains definitions that no spreadsheet program writes.",
        "Do not open it elsewhere; ask who sent it.",
    ),
    "import.file.broken_quotes": ErrorText(
        "The quotation marks in this file do not match",
        "{file}: too many open quotes, the last on line {line}.",
        _ASK_AGAIN,
    ),
    "import.file.no_header": ErrorText(
        "No row names the columns",
        "The first 30 rows of {file} hold no header.",
        "Put a row with the columns' names above the first record.",
    ),
    "import.file.no_sheet": ErrorText("The workbook has no sheet with cells", "{file}", "Choose another file."),
    "import.file.no_such_sheet": ErrorText("There is no sheet named {sheet}", "The workbook has: {sheets}."),
    "import.zip.damaged": ErrorText("The workbook is damaged", "{file} cannot be unpacked.", _ASK_AGAIN),
    "import.zip.bomb": ErrorText(
        "The file is not safe to read",
        "{file} unpacks to far more than its size.",
        "If you trust it, open it in your spreadsheet program and save it as CSV.",
    ),
    "import.zip.too_many_entries": ErrorText(
        "The file is not safe to read", "{file} holds more than {limit} parts.", "Ask who sent it."
    ),
    "import.zip.bad_name": ErrorText(
        "The file is not safe to read", "{file} holds a part whose name points outside it.", "Ask who sent it."
    ),
    "import.zip.duplicate_name": ErrorText(
        "The file is not safe to read", "{file} holds two parts with the same name.", "Ask who sent it."
    ),
    "import.zip.nested": ErrorText(
        "The file is not safe to read", "{file} holds another archive.", "Unpack it and import the workbook inside."
    ),
}

_MEANING: Final[dict[str, ErrorText]] = {
    "import.dates.ambiguous": ErrorText(
        "Day and month cannot be told apart",
        "{file}: “{example}” fits both {candidates}, and so do all other dates.",
        "Say which it is: dmy (day first) or mdy (month first); in the terminal with --date-order.",
    ),
    "import.dates.mixed": ErrorText(
        "The file writes dates in two orders",
        "{file}: {example}.",
        "Say which one holds: dmy (day first) or mdy (month first), in the terminal with --date-order. "
        "Rows in the other order will be listed.",
    ),
    "import.mapping.needed": ErrorText(
        "The columns of this file are not known",
        "{file}: {columns}.",
        "Say what each column means in the window's Import, and save it under a name: --mapping knows it from then on.",
    ),
    "import.mapping.incomplete": ErrorText(
        "Something that every row needs is missing", "No column gives: {missing}.", "Choose a column for it."
    ),
    "import.mapping.columns_missing": ErrorText(
        "The file does not fit the saved mapping",
        "“{mapping}” expects the columns: {columns}.",
        "Choose another mapping, or change this one.",
    ),
    "import.mapping.unknown_field": ErrorText("The mapping names unknown fields", "{fields}"),
    "import.mapping.field_twice": ErrorText("Two columns give the same field", "{fields}", "Keep one of them."),
    "import.mapping.damaged": ErrorText("The saved mapping cannot be read", "", "Make it again."),
    "import.remark.cut": ErrorText(
        "The file has too many rows",
        "Only the first {rows} were read, up to line {line}.",
        "Import the rest by itself.",
    ),
    "import.remark.blank_tail": ErrorText(
        "Thousands of empty rows follow",
        "Nothing after line {line} was read.",
        "Delete the empty rows if more follows.",
    ),
    "import.remark.encoding": ErrorText(
        "The file does not say how its letters are written", "It was read as {encoding}.", "Check names with accents."
    ),
    "import.remark.no_currency": ErrorText(
        "An amount without a currency was left out", "Line {line}: “{value}”.", "Choose a column for the currency."
    ),
    "import.remark.joined": ErrorText(
        "Two lines of one engagement differ", "Line {line} adds its codes; the rest stays as on line {first}."
    ),
    "import.remark.longer_than_times": ErrorText(
        "A duration is longer than its times", "Line {line}: “{value}”; start and end were kept.", "Check this line."
    ),
    "import.remark.left_empty": ErrorText("A value was left out", "Line {line}, {field}: “{value}” is not understood."),
}

_ROW: Final[dict[str, ErrorText]] = {
    "import.row.bad_date": ErrorText("Not a date", "“{value}”"),
    "import.row.date_order": ErrorText("Not a date in this file's order", "“{value}” does not fit {order}"),
    "import.row.date_out_of_range": ErrorText("A date outside 1970 to 2199", "{value}"),
    "import.row.no_date": ErrorText("No date"),
    "import.row.bad_time": ErrorText("Not a time of day", "“{value}”"),
    "import.row.unclear_time": ErrorText("A time without AM or PM among times that have it", "“{value}”"),
    "import.row.no_time": ErrorText("No time of day"),
    "import.row.no_end": ErrorText("No end and no duration", "", "A timer that was still running has none"),
    "import.row.bad_duration": ErrorText("Not a duration", "“{value}”"),
    "import.row.no_duration": ErrorText("No time in it"),
    "import.row.negative": ErrorText("A negative duration", "“{value}”"),
    "import.row.too_much_time": ErrorText("More time than one line can hold", "“{value}”"),
    "import.row.end_before_start": ErrorText("The end lies before the start"),
    "import.row.bad_number": ErrorText("Not a number", "“{value}”"),
    "import.row.bad_flag": ErrorText("Neither yes nor no", "“{value}”"),
    "import.row.no_client": ErrorText("No client"),
    "import.row.no_engagement": ErrorText("No engagement and no code"),
    "import.row.no_code": ErrorText("No charge code"),
    "import.row.no_person": ErrorText("No person"),
    "import.row.key_twice": ErrorText("The key stands twice in this file", "“{value}”, first on line {earlier}"),
    "import.row.open_quote": ErrorText("A quotation mark that is never closed"),
    "import.row.nul": ErrorText("Zero bytes in the text"),
    "import.row.too_long": ErrorText("A cell longer than a spreadsheet can hold"),
    "import.row.too_many_cells": ErrorText("More cells than the header has columns", "{columns} columns are named"),
}

WORDS: Final[dict[str, ErrorText]] = {**_FILE, **_MEANING, **_ROW}
