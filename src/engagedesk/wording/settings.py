"""Words for the errors of settings and of the appearance file."""

from __future__ import annotations

from typing import Final

from engagedesk.wording.text import ErrorText

WORDS: Final[dict[str, ErrorText]] = {
    "setting.unknown": ErrorText(
        title="There is no such setting",
        detail="“{key}” is not the name of a setting",
    ),
    "setting.wrong_type": ErrorText(
        title="That value does not fit this setting",
        detail="{key} takes {expected}",
    ),
    "setting.out_of_range": ErrorText(
        title="That value is outside the range",
        detail="{key} takes {low} to {high} {unit}",
    ),
    "setting.not_a_choice": ErrorText(
        title="That value is not one of the choices",
        detail="{key} takes one of: {choices}",
    ),
    "appearance.unreadable": ErrorText(
        title="The appearance file could not be read",
        detail="{file} is damaged, so theme, language and window size start from their defaults",
        hint="Choose them again in Settings; nothing else is affected",
    ),
    "appearance.not_saved": ErrorText(
        title="The appearance could not be saved",
        detail="{file} cannot be written",
        hint="Check that the profile folder is writable and the disk has room",
    ),
}
