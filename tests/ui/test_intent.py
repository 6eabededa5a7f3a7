"""Intentions behave like frozen dataclasses, although they are not made like them."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, field

import pytest

from engagedesk.ui.intent import Intent


class Put(Intent):
    text: str
    times: int = 1
    secret: str = field(default="", repr=False)


class PutBack(Put):
    why: str = "asked"


def test_fields_come_by_place_or_name_and_fall_back_to_their_defaults() -> None:
    put = Put("tea", times=2)
    assert (put.text, put.times, put.secret) == ("tea", 2, "")
    assert PutBack("tea", 2, "s", "late").why == "late"


@pytest.mark.parametrize(
    ("args", "kwargs"),
    [((), {}), (("a", 1, "", "x"), {}), (("a",), {"text": "b"}), (("a",), {"colour": "red"})],
)
def test_what_does_not_fit_the_fields_is_refused(args: tuple[object, ...], kwargs: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        Put(*args, **kwargs)  # type: ignore[arg-type]


def test_intentions_are_compared_by_kind_and_value() -> None:
    assert Put("tea") == Put("tea", 1)
    assert Put("tea") != Put("tea", 2)
    assert PutBack("tea") != Put("tea")
    assert len({Put("tea"), Put("tea"), Put("milk")}) == 2


def test_nothing_of_an_intention_changes() -> None:
    put = Put("tea")
    with pytest.raises(FrozenInstanceError):
        put.text = "milk"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del put.text


def test_a_hidden_field_is_in_no_repr() -> None:
    assert repr(Put("tea", secret="quartz")) == "Put(text='tea', times=1)"


def test_patterns_take_an_intention_apart() -> None:
    match Put("tea", 3):
        case Put(text, times):
            assert (text, times) == ("tea", 3)
