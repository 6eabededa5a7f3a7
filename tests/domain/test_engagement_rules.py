from __future__ import annotations

from datetime import date

import pytest

from engagedesk.domain import engagement
from engagedesk.domain.engagement import CodeChoice, CodeRule, Gate
from engagedesk.domain.ids import CodeId
from engagedesk.domain.states import CodeStanding, EngagementState, GateKind, GateState
from engagedesk.errors import UserError

DAY = date(2026, 11, 20)
LATER, EARLIER = CodeRule(valid_from=date(2026, 12, 1)), CodeRule(valid_to=date(2026, 9, 30))
CLOSED = CodeRule(is_open=False)


def choice(
    name: str, *, activity: str = "", rule: CodeRule | None = None, default: bool = False, used: int | None = None
) -> CodeChoice:
    return CodeChoice(CodeId(name.encode()), name, activity, rule or CodeRule(), default, used)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (None, CodeStanding.MISSING),
        (CodeRule(), CodeStanding.OPEN),
        (CodeRule(DAY, DAY), CodeStanding.OPEN),
        (LATER, CodeStanding.NOT_YET_VALID),
        (EARLIER, CodeStanding.EXPIRED),
        (CLOSED, CodeStanding.CLOSED),
        (CodeRule(DAY, DAY, is_open=False), CodeStanding.CLOSED),
    ],
)
def test_a_codes_standing_follows_the_work_date(rule: CodeRule | None, expected: CodeStanding) -> None:
    assert engagement.standing(rule, DAY) is expected


@pytest.mark.parametrize(
    ("codes", "activity", "expected"),
    [
        ([], "", None),
        ([choice("b"), choice("a")], "", b"a"),
        ([choice("a"), choice("b", used=7), choice("c", used=9)], "", b"c"),
        ([choice("a"), choice("b", default=True), choice("c", used=9)], "", b"b"),
        ([choice("a", default=True), choice("b", activity="Fieldwork")], "fieldwork", b"b"),
        ([choice("a", rule=CLOSED, default=True), choice("b")], "", b"b"),
        ([choice("a", rule=CLOSED)], "", b"a"),
        ([choice("a", rule=LATER)], "", None),
    ],
)
def test_the_default_code_is_the_one_a_person_would_take(
    codes: list[CodeChoice], activity: str, expected: bytes | None
) -> None:
    assert engagement.default_code(codes, DAY, activity=activity) == expected


def test_a_code_cannot_end_before_it_starts() -> None:
    with pytest.raises(UserError, match=r"code\.validity_backwards"):
        CodeRule(date(2026, 2, 1), date(2026, 1, 1))


def test_a_gate_flags_the_work_done_while_it_was_open() -> None:
    gates = [
        Gate(GateKind.PRE_APPROVAL, GateState.OPEN),
        Gate(GateKind.INDEPENDENCE, GateState.SETTLED, date(2026, 11, 21)),
        Gate(GateKind.ENGAGEMENT_LETTER, GateState.SETTLED, date(2026, 11, 20)),
        Gate(GateKind.OVERDUE_FEES, GateState.NOT_NEEDED),
    ]
    assert engagement.open_gates(gates, DAY) == (GateKind.INDEPENDENCE, GateKind.PRE_APPROVAL)


def test_every_state_can_be_reached_and_left() -> None:
    reached = {after for state in EngagementState for after in engagement.next_states(state)}
    assert reached == set(EngagementState) - {EngagementState.PROPOSED}
    assert all(engagement.next_states(state) for state in EngagementState)


def test_a_closed_engagement_is_reopened_but_an_archived_one_is_not_worked_on() -> None:
    engagement.check_transition(EngagementState.CLOSED, EngagementState.ACTIVE)
    engagement.check_transition(EngagementState.ACTIVE, EngagementState.ACTIVE)
    with pytest.raises(UserError, match=r"engagement\.transition"):
        engagement.check_transition(EngagementState.ARCHIVED, EngagementState.ACTIVE)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Harrowgate Foods plc", "Harrowgate"),
        ("Northgate Instruments Inc", "Northgate"),
        ("Pellworth GmbH", "Pellworth"),
        ("Wychbold Pension Scheme", "Wychbold"),
        ("“Juniper”", "Juniper"),
        ("The Kestrel Group", "Kestrel"),
        ("Group Holdings plc", "Group"),
        ("AB Foods Ltd", "Foods"),
        ("plc", "plc"),
    ],
)
def test_a_clients_short_name_is_the_word_people_say(name: str, short: str) -> None:
    assert engagement.short_name(name) == short


def test_a_taken_short_name_grows_by_a_word() -> None:
    assert engagement.short_name("Harrowgate Water plc", taken=["harrowgate"]) == "Harrowgate Water"


def test_code_names_say_nothing_and_never_repeat() -> None:
    taken: list[str] = []
    for _ in range(250):
        taken.append(engagement.propose_code_name(0, taken=taken))
    assert len({name.casefold() for name in taken}) == 250
    assert engagement.propose_code_name(3) == engagement.propose_code_name(3)
