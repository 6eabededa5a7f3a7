"""What quick entry offers while a line is typed: completions by recency down to code and task, and the ghost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagedesk.domain.days import zone_named
from engagedesk.domain.ids import CodeId, EngagementId, TaskId
from engagedesk.domain.quick_answer import QuickContext, Understood
from engagedesk.domain.quick_entry import parse
from engagedesk.domain.quick_match import Target, TargetCode, TargetIndex, TargetTask
from engagedesk.domain.quick_offer import MOST, LateUse, Offer, ghost, offers

NOW = 1_795_190_400
THURSDAY, MONDAY = date(2026, 11, 19), date(2026, 11, 16)


def ident(number: int) -> bytes:
    return bytes(15) + bytes([number])


AUDIT = Target(
    EngagementId(ident(1)),
    "Harrowgate Foods plc",
    "Group audit",
    codes=(
        TargetCode(CodeId(ident(20)), "410118-20", "Fieldwork"),
        TargetCode(CodeId(ident(30)), "410118-30", "Reporting"),
    ),
    tasks=(TargetTask(TaskId(ident(60)), "Walkthroughs"), TargetTask(TaskId(ident(61)), "Component reporting")),
    aliases=("Harrowgate", "Alder"),
    last_used_utc=9,
)
TAX = Target(
    EngagementId(ident(2)),
    "Harrowgate Foods plc",
    "Tax provision review",
    codes=(TargetCode(CodeId(ident(50)), "410118-50", "Planning"),),
    aliases=("Harrowgate", "Alder"),
    last_used_utc=5,
)
ADMIN = Target(None, "Administration", codes=(TargetCode(CodeId(ident(90)), "ADM-010", "Administration"),))
LATELY = (
    LateUse(AUDIT.engagement, CodeId(ident(20)), TaskId(ident(60)), THURSDAY, 10_800),
    LateUse(AUDIT.engagement, CodeId(ident(30)), TaskId(ident(61)), MONDAY, 3_600),
    LateUse(TAX.engagement, CodeId(ident(50)), None, MONDAY, 2_700),
)
CONTEXT = QuickContext(
    NOW, zone_named("Europe/London"), TargetIndex((AUDIT, TAX, ADMIN)), activities=("Fieldwork", "Risk assessment")
)


def test_a_task_that_the_line_names_comes_before_what_was_booked_on_later() -> None:
    later = (LateUse(TAX.engagement, CodeId(ident(50)), None, THURSDAY, 2_700), *LATELY)
    line = "1h harr wal"
    found = offers(parse(line, CONTEXT), line, later)
    assert found[0].task is not None
    assert (found[0].target, found[0].task.name) == (AUDIT, "Walkthroughs")
    assert {offer.target for offer in found} == {AUDIT, TAX}


def offered(line: str) -> tuple[Offer, ...]:
    return offers(parse(line, CONTEXT), line, LATELY)


def ghost_of(line: str) -> str:
    answer = parse(line, CONTEXT)
    return ghost(line, answer, offers(answer, line, LATELY), CONTEXT)


def said(offer: Offer) -> tuple[str, str, str]:
    return (
        offer.label,
        "" if offer.code is None else offer.code.code,
        "" if offer.task is None else offer.task.name,
    )


def test_a_client_is_offered_with_the_codes_and_tasks_that_were_used_last() -> None:
    assert [said(offer) for offer in offered("1h harrow")][:3] == [
        ("Harrowgate Foods plc · Group audit", "410118-20", "Walkthroughs"),
        ("Harrowgate Foods plc · Group audit", "410118-30", "Component reporting"),
        ("Harrowgate Foods plc · Tax provision review", "410118-50", ""),
    ]
    assert offered("1h harrow")[0].use == LATELY[0]


def test_an_empty_line_offers_what_was_used_last() -> None:
    assert [said(offer)[1] for offer in offered("")][:3] == ["410118-20", "410118-30", "410118-50"]


def test_typed_words_that_begin_a_task_bring_it_first_and_are_replaced() -> None:
    first = offered("9-10 harrowgate compo, sales cycle #field")[0]
    assert said(first)[2] == "Component reporting"
    assert first.text == "9-10 Harrowgate 410118-30 Component reporting, sales cycle #field"


@pytest.mark.parametrize(
    "line", ["", "1h", "1h harrow", "9-10 harrowgate walk", "harrowgate", "yesterday 2h alder tax, a note"]
)
def test_a_taken_offer_means_what_it_said(line: str) -> None:
    for offer in offered(line):
        if offer.target is None:
            continue
        text = offer.text if line.strip() and line[:1].isdigit() else f"1h {offer.text.removeprefix('yesterday 2h ')}"
        meant = parse(text, CONTEXT)
        assert isinstance(meant, Understood), text
        assert meant.target == offer.target
        assert offer.use is None or offer.use.engagement is None or meant.code == offer.code
        assert meant.task == offer.task


def test_a_bare_number_is_asked_about_before_anything_is_completed() -> None:
    assert [offer.text for offer in offered("90 harrowgate")] == ["90m harrowgate"]


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("9-10 harrowgate walkthr, sales cycle #field", "work"),
        ("9-10 harrowgate #risk", "-assessment"),
        ("9-10 admin", "istration"),
        ("9-10 harrowgate group walkthr", "oughs"),
        ("9-10 harrowgate walkthroughs, note about walkthr", ""),
        ("9-10 harrowgate ", ""),
        ("", ""),
        ("9-10 nobody #zzz", ""),
    ],
)
def test_the_ghost_is_the_rest_of_what_is_being_typed(line: str, rest: str) -> None:
    assert ghost_of(line) == rest


def test_a_ghost_activity_is_understood_as_the_activity_it_completes() -> None:
    line = "9-10 harrowgate group audit #risk"
    meant = parse(line + ghost_of(line), CONTEXT)
    assert isinstance(meant, Understood)
    assert meant.activity == "Risk assessment"


def test_what_is_no_longer_there_is_not_offered() -> None:
    gone = (replace(LATELY[0], code=CodeId(ident(99))), replace(LATELY[0], task=TaskId(ident(98))))
    found = offers(parse("1h harrowgate group", CONTEXT), "1h harrowgate group", gone)
    assert [said(offer)[1:] for offer in found][:1] == [("", "")]


@given(st.text(max_size=60))
def test_any_line_has_few_offers_none_of_them_the_line_itself(line: str) -> None:
    found = offered(line)
    assert len(found) <= MOST
    assert line.strip() not in {offer.text for offer in found}
    assert len({offer.text for offer in found}) == len(found)
    ghost_of(line)
