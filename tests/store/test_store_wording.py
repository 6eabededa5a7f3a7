from __future__ import annotations

import re
from pathlib import Path

import pytest

import engagedesk
from engagedesk.errors import StoreCorrupt
from engagedesk.wording import WORDS, describe

SOURCE = Path(engagedesk.__file__).parent
RAISE = re.compile(r'(?:Store\w+|UserError|WrongPassphrase|KeyringUnavailable|DiskFull)\(\s*"([a-z]+\.[a-z_]+)"')
FILES = [*sorted((SOURCE / "models").glob("*.py")), *(SOURCE / "services" / n for n in ("backup.py", "salvage.py"))]
RAISED = sorted({code for path in FILES for code in RAISE.findall(path.read_text(encoding="utf-8"))})


def test_the_search_finds_the_codes() -> None:
    assert {"vault.wrong_passphrase", "store.too_new", "keyring.locked", "audit.cut", "backup.damaged"} <= set(RAISED)


@pytest.mark.parametrize("code", RAISED)
def test_every_error_of_the_store_has_words_that_say_what_to_do(code: str) -> None:
    assert WORDS[code].title
    assert WORDS[code].hint


def test_no_two_errors_of_the_store_say_the_same() -> None:
    said: dict[str, set[str]] = {}
    for code in RAISED:
        said.setdefault(WORDS[code].title + WORDS[code].detail, set()).add(code)
    assert [codes for codes in said.values() if len(codes) > 1] == [{"vault.exists", "store.exists"}]


def test_an_error_names_the_profile_by_its_folder_and_not_by_its_path(tmp_path: Path) -> None:
    line = describe(StoreCorrupt("vault.replayed", profile=tmp_path.name)).line()
    assert tmp_path.name in line
    assert str(tmp_path) not in line
