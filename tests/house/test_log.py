"""Logs and crash reports: what is told, and that no client's name ever is."""

from __future__ import annotations

import logging
import stat
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagedesk import log
from engagedesk.domain.states import EntryState
from engagedesk.errors import UserError, WrongPassphrase

CLIENT = "Harrowgate Foods plc"
AN_ID = uuid.UUID("019a0000-0000-7000-8000-0000000000aa")


class Logged:
    """The profile's log as a test reads it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.handler = log.configure(folder)
        self.logger = logging.getLogger("engagedesk.store")

    def text(self) -> str:
        return (self.folder / log.LOG_FILE).read_text(encoding="utf-8")

    def last(self) -> str:
        return self.text().splitlines()[-1]


@pytest.fixture
def logged(tmp_path: Path) -> Iterator[Logged]:
    root, ours = logging.getLogger(), logging.getLogger(log.ROOT_LOGGER)
    levels = root.level, ours.level
    opened = Logged(tmp_path / "logs")
    yield opened
    root.removeHandler(opened.handler)
    opened.handler.close()
    root.setLevel(levels[0])
    ours.setLevel(levels[1])
    logging.captureWarnings(capture=False)


def test_ids_numbers_codes_and_states_are_written(logged: Logged) -> None:
    logged.logger.info(
        "entry.saved id=%s state=%s seconds=%d by=%s step=%s",
        AN_ID.bytes,
        EntryState.READY,
        5400,
        UserError,
        log.Code("commit"),
    )
    assert logged.last().endswith(
        f"INFO engagedesk.store entry.saved id={AN_ID} state=ready seconds=5400 by=UserError step=commit"
    )


def test_a_client_name_passed_by_mistake_is_withheld(logged: Logged) -> None:
    logged.logger.info("engagement.opened name=%s id=%s", CLIENT, AN_ID)
    assert logged.last().endswith(f"engagement.opened name=«…» id={AN_ID}")


@pytest.mark.parametrize(
    "value",
    [CLIENT, CLIENT.encode(), b"sixteen byte plc", [CLIENT], {"name": CLIENT}, Path("/clients") / CLIENT, (CLIENT,)],
    ids=lambda value: type(value).__name__,
)
def test_no_kind_of_value_carries_a_name_into_the_log(logged: Logged, value: object) -> None:
    logged.logger.info("engagement.opened name=%s other=%r", value, value)
    assert "Harrowgate" not in logged.text()
    assert "sixteen" not in logged.text()


def test_names_in_a_mapping_of_arguments_are_withheld(logged: Logged) -> None:
    logged.logger.info("engagement.opened name=%(name)s seconds=%(seconds)d", {"name": CLIENT, "seconds": 3})
    assert logged.last().endswith("engagement.opened name=«…» seconds=3")


def test_a_name_where_a_number_belongs_costs_the_value_but_not_the_record() -> None:
    record = logging.LogRecord("engagedesk", logging.INFO, __file__, 1, "entry.saved seconds=%d", (CLIENT,), None)
    assert log.RedactingFormatter().format(record).endswith("entry.saved seconds=%d «…»")


@pytest.mark.expects_log("elsewhere.library", "Harrowgate")
def test_words_of_other_libraries_are_withheld_and_their_place_is_kept(logged: Logged) -> None:
    logging.getLogger("elsewhere.library").warning("cannot parse %s" % CLIENT)  # noqa: UP031, G002
    assert "elsewhere.library «…» (test_log:" in logged.last()
    assert "Harrowgate" not in logged.text()


@pytest.mark.expects_log("engagedesk.store", "store.failed")
def test_an_exception_is_written_as_type_code_and_frames_without_its_message(logged: Logged) -> None:
    try:
        try:
            raise OSError(28, f"No space left for {CLIENT}")
        except OSError as cause:
            raise WrongPassphrase("vault.wrong_passphrase", name=CLIENT) from cause
    except WrongPassphrase:
        logged.logger.exception("store.failed")

    text = logged.text()
    assert "WrongPassphrase[vault.wrong_passphrase]" in text
    assert "caused by OSError[errno 28]" in text
    assert "house/test_log.py:" in text
    assert "test_an_exception_is_written_as_type_code_and_frames_without_its_message" in text
    assert "Harrowgate" not in text
    assert str(Path.home()) not in text


@given(st.text(min_size=1).filter(lambda text: not text.isascii() or not text.isspace()))
def test_no_text_whatever_gets_through_as_an_argument(text: str) -> None:
    record = logging.LogRecord("engagedesk", logging.INFO, __file__, 1, "name=%s", (text,), None)
    assert log.RedactingFormatter().format(record).endswith("INFO engagedesk name=«…»")


def test_the_log_rotates_at_five_files_of_one_megabyte(logged: Logged) -> None:
    for number in range(80_000):
        logged.logger.info("timer.heartbeat id=%s number=%d", AN_ID, number)
    files = sorted(logged.folder.iterdir())
    assert len(files) == 5
    assert all(file.stat().st_size <= 1_000_000 for file in files)
    assert "number=79999" in logged.last()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a profile private by the folder's own rights")
def test_only_the_owner_reads_logs_and_crash_reports(logged: Logged, tmp_path: Path) -> None:
    logged.logger.info("store.opened")
    report = log.write_crash_report(tmp_path / "crashes", ValueError(CLIENT), when_s=0)
    for file in (logged.folder / log.LOG_FILE, report):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_nothing_is_made_on_disk_before_the_first_record(logged: Logged) -> None:
    assert not logged.folder.exists()
    logged.logger.info("store.opened")
    assert logged.folder.exists()


@pytest.mark.expects_log("engagedesk.store", "store.opened")
def test_a_log_that_cannot_be_written_stops_nothing_and_says_later_how_much_was_lost(
    tmp_path: Path, logged: Logged, capsys: pytest.CaptureFixture[str]
) -> None:
    logged.folder.write_text("a file where the folder should be", encoding="utf-8")
    logged.logger.warning("store.opened")
    logged.logger.warning("store.opened")
    assert capsys.readouterr().err == ""

    logged.folder.unlink()
    logged.logger.info("store.closed")
    assert [line.split("engagedesk", 1)[1] for line in logged.text().splitlines()] == [
        " log.records_lost count=2",
        ".store store.closed",
    ]


def test_configuring_again_moves_the_log(logged: Logged, tmp_path: Path) -> None:
    logged.logger.info("store.opened")
    moved = log.configure(tmp_path / "moved")
    try:
        logged.logger.info("store.closed")
        assert "store.closed" not in logged.text()
        assert "store.closed" in (tmp_path / "moved" / log.LOG_FILE).read_text(encoding="utf-8")
    finally:
        logging.getLogger().removeHandler(moved)
        moved.close()


def test_a_crash_report_tells_where_and_with_what_but_no_value(tmp_path: Path) -> None:
    try:
        {"name": CLIENT}[CLIENT.upper()]
    except KeyError as error:
        report = log.write_crash_report(tmp_path / "crashes", error, when_s=1_795_370_400)

    text = report.read_text(encoding="utf-8")
    assert "when: 2026-11-22T18:00:00Z" in text
    assert "KeyError" in text
    assert "house/test_log.py:" in text
    assert f"python: {sys.version.split(maxsplit=1)[0]}" in text
    assert "PySide6_Essentials: 6.11" in text
    assert "HARROWGATE" not in text.upper()


def test_two_crashes_in_one_second_are_two_reports_and_only_the_newest_twenty_stay(tmp_path: Path) -> None:
    reports = [log.write_crash_report(tmp_path, ValueError("x"), when_s=second // 2) for second in range(50)]
    assert len(set(reports)) == 50
    assert sorted(tmp_path.iterdir()) == reports[-20:]


def test_an_endless_chain_of_causes_is_cut() -> None:
    first, second = ValueError("a"), KeyError("b")
    first.__cause__, second.__cause__ = second, first
    assert log.describe_exception(first) == ["ValueError", "caused by KeyError"]
