from __future__ import annotations

import re
from pathlib import Path

import engagedesk.domain
from engagedesk.domain.firm_profile import CheckKind
from engagedesk.errors import UserError
from engagedesk.wording import WORDS, describe

FOLDER = Path(engagedesk.domain.__file__).parent
RAISED = re.compile(r'(?:UserError|_problem|Ask|Problem|AmbiguousTarget)\(\s*"([a-z_.0-9]+\.[a-z_.0-9]+)"')


def test_every_code_that_the_domain_raises_has_words() -> None:
    raised = {code for file in FOLDER.glob("*.py") for code in RAISED.findall(file.read_text(encoding="utf-8"))}
    assert len(raised) > 50
    assert not {code for code in raised if code not in WORDS}


def test_every_finding_of_the_week_check_has_words() -> None:
    assert not {kind for kind in CheckKind if f"check.{kind.value}" not in WORDS}


def test_an_error_reads_as_one_line() -> None:
    error = UserError("quick.bad_time", text="9:75", position=4)
    assert describe(error).line() == (
        "This is no time: “9:75” (9:30-11, -30 -10, -30, +10, 1.5h, 90m and 1:30 are understood)"
    )
