"""What of a window title may be stored: no name of a client, no address, no number, nothing private."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagedesk.domain.ids import EngagementId
from engagedesk.domain.redaction import LONGEST_TITLE, NEVER, KeptTitle, TitleRules, Watched, own_words

AUDIT, TAX, OLD = (EngagementId(bytes(15) + bytes([n])) for n in (1, 2, 3))
HARROWGATE = ("Harrowgate Foods plc", "Harrowgate", "Alder")
RULES = TitleRules(
    (
        Watched(AUDIT, "Alder", HARROWGATE, "Group audit", ("410118-10", "410118-20"), last_used_utc=9),
        Watched(TAX, "Alder", HARROWGATE, "Tax provision review", ("410118-50",), last_used_utc=5),
        Watched(OLD, "Quartz", ("Kestrel Holdings SE", "Kestrel", "Quartz"), "Pillar Two", (), is_active=False),
    ),
    (
        ("Harrowgate Foods plc", "Alder"), ("Harrowgate", "Alder"), ("Kestrel Holdings SE", "Quartz"),
        ("Kestrel", "Quartz"), ("Öztürk & Söhne GmbH", "Birch"),
    ),
    ("Divorce",),
)  # fmt: skip


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Harrowgate Foods plc - Walkthroughs.xlsx - Excel", "Alder - Walkthroughs.xlsx - Excel"),
        ("harrowgate_foods walkthroughs.xlsx", "Alder walkthroughs.xlsx"),
        ("HARROWGATE/KESTREL recharge", "Alder/Quartz recharge"),
        ("Öztürk & Söhne: letter", "Birch: letter"),
        ("Harrowgateshire county news", "Harrowgateshire county news"),
        ("Re: PBC list, jane.doe+x@harrowgate-foods.co.uk - Outlook", "Re: PBC list, … - Outlook"),
        ("https://intranet.example/client?id=7 - Browser", "… - Browser"),
        ("/home/ada/clients/Harrowgate/notes.txt", "…"),
        (r"C:\Clients\Harrowgate\notes.txt - Editor", "… - Editor"),
        ("Invoice GB33 BUKB 2020 1555 5555 55", "Invoice …"),
        ("Call +44 20 7946 0958 now", "Call … now"),
        ("Working paper 410118-20", "Working paper …"),
        ("Budget 2026 v3", "Budget 2026 v3"),
    ],
)
def test_names_addresses_and_numbers_are_gone(title: str, kept: str) -> None:
    assert RULES.redacted(title) == kept


@pytest.mark.parametrize(
    ("app", "title"),
    [
        ("firefox", "Harrowgate - Mozilla Firefox Private Browsing"),
        ("chrome", "News (Incognito)"),
        ("msedge", "[InPrivate] Start"),
        ("firefox", "Start — Privater Modus"),
        ("keepassxc", "Harrowgate.kdbx"),
        ("firefox", "My e-Banking - Firefox"),
        ("thunderbird", "About the divorce papers"),
        ("xterm", "   "),
    ],
)
def test_what_is_private_is_not_kept_at_all(app: str, title: str) -> None:
    assert RULES.kept(app, title) is None


@pytest.mark.parametrize(
    ("title", "about"),
    [
        ("Harrowgate Foods plc - Walkthroughs.xlsx", AUDIT),
        ("Harrowgate tax provision.xlsx", TAX),
        ("410118-50 computation.xlsx", TAX),
        ("Alder status call", AUDIT),
        ("Kestrel memo", OLD),
        ("Timetable", None),
        ("Harrowgateshire county news", None),
    ],
)
def test_a_title_is_matched_before_its_names_are_gone(title: str, about: EngagementId | None) -> None:
    assert RULES.about(title) == about
    assert RULES.kept("soffice", title) == KeptTitle("soffice", RULES.redacted(title), about)


def test_without_clients_a_title_is_still_cleared_of_addresses() -> None:
    assert TitleRules().redacted("a.b@c.de wrote") == "… wrote"


def test_own_words_are_parted_by_commas() -> None:
    assert own_words(" Divorce,, tax return ,") == ("Divorce", "tax return")


@given(st.text(max_size=400), st.sampled_from([name for name, _ in RULES.clients]), st.text(max_size=40))
def test_no_name_of_a_client_survives_wherever_it_stands(before: str, name: str, after: str) -> None:
    kept = RULES.kept("app", f"{before} {name} {after}")
    assert kept is None or name.casefold() not in kept.title.casefold()
    assert kept is None or len(kept.title) <= LONGEST_TITLE


@given(st.text(max_size=100), st.sampled_from(NEVER))
def test_nothing_private_survives_wherever_it_stands(text: str, word: str) -> None:
    assert RULES.kept(text, f"{text} {word.upper()} {text}") is None
