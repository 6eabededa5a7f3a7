from __future__ import annotations

import pytest

from engagedesk.ui.theme.tokens import DARK, LIGHT, Tokens, Tone, contrast

BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
GROUNDS = ("bg", "surface", "sunken", "hover")


def test_contrast_is_the_ratio_of_wcag() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@BOTH
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("tone", [Tone.TEXT, Tone.SECOND, Tone.THIRD])
def test_text_can_be_read_on_every_ground(tokens: Tokens, ground: str, tone: Tone) -> None:
    assert contrast(tokens.of(tone), getattr(tokens, ground)) >= 4.5


@BOTH
@pytest.mark.parametrize("tone", [Tone.DANGER, Tone.WARN, Tone.OK, Tone.INFO, Tone.ACCENT, Tone.SECOND])
def test_a_status_word_can_be_read_on_its_tint_and_on_a_card(tokens: Tokens, tone: Tone) -> None:
    assert contrast(tokens.of(tone), tokens.soft(tone)) >= 4.5
    assert contrast(tokens.of(tone), tokens.surface) >= 4.5


@BOTH
def test_a_button_can_be_read_in_each_of_its_states(tokens: Tokens) -> None:
    for fill in (tokens.accent, tokens.accent_hover, tokens.accent_press):
        assert contrast(tokens.on_accent, fill) >= 4.5


@BOTH
def test_text_on_a_selection_can_be_read(tokens: Tokens) -> None:
    for ink in (tokens.text, tokens.second, tokens.accent_text):
        assert contrast(ink, tokens.selection) >= 4.5


@BOTH
def test_controls_and_focus_stand_out_from_their_ground(tokens: Tokens) -> None:
    for ground in (tokens.bg, tokens.surface):
        assert contrast(tokens.control_border, ground) >= 3
        assert contrast(tokens.accent, ground) >= 3


@BOTH
def test_every_client_has_a_colour_and_round_it_goes(tokens: Tokens) -> None:
    assert len(set(tokens.clients)) == 11
    assert tokens.client(11) == tokens.client(0)
    assert tokens.client(-1) == tokens.non_client
