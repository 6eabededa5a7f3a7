"""The table of settings, and the plain appearance file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagedesk import settings
from engagedesk.errors import UserError
from engagedesk.settings import SETTINGS, AnySetting, Appearance, Theme, read_appearance, write_appearance
from engagedesk.wording import describe

ALL = pytest.mark.parametrize("setting", SETTINGS.values(), ids=SETTINGS)


@ALL
def test_a_default_fits_its_own_setting(setting: AnySetting) -> None:
    assert setting.check(setting.default) == setting.default
    assert setting.decode(None) == setting.default


@ALL
def test_every_setting_says_what_it_is(setting: AnySetting) -> None:
    assert setting.label
    assert setting.help.endswith(".")
    assert setting.label[0].isupper()
    if setting.kind is int:
        assert setting.low is not None
        assert setting.high is not None


@ALL
def test_a_value_survives_the_store(setting: AnySetting) -> None:
    values: list[object] = [setting.default, setting.low, setting.high, *setting.choices]
    for value in values:
        if value is not None:
            assert setting.decode(setting.encode(value)) == value  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("lock.after_min", 481, "setting.out_of_range"),
        ("lock.after_min", -1, "setting.out_of_range"),
        ("lock.after_min", "240", "setting.wrong_type"),
        ("lock.after_min", True, "setting.wrong_type"),
        ("window.close_to_tray", 1, "setting.wrong_type"),
        ("backup.folder", "a\0b", "setting.wrong_type"),
        ("backup.folder", "x" * 5000, "setting.wrong_type"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_in_words(key: str, value: object, code: str) -> None:
    with pytest.raises(UserError) as refused:
        settings.setting_named(key).check(value)
    assert refused.value.code == code
    assert key in describe(refused.value).line()
    assert "…" not in describe(refused.value).line()


@given(st.text())
def test_any_stored_text_is_a_value_or_a_clear_refusal(text: str) -> None:
    for setting in SETTINGS.values():
        try:
            value = setting.decode(text)
        except UserError:
            continue
        assert setting.check(value) == value


def test_an_unknown_key_is_named() -> None:
    with pytest.raises(UserError) as refused:
        settings.setting_named("day.end_min")
    assert "day.end_min" in describe(refused.value).line()


def test_an_appearance_comes_back_as_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "appearance.toml"
    wanted = Appearance(theme=Theme.DARK, language="de", geometry="AAEC", sidebar_collapsed=True)
    write_appearance(file, wanted)
    assert read_appearance(file) == settings.AppearanceFile(wanted)
    assert list(tmp_path.iterdir()) == [file]


def test_the_first_start_has_no_file_and_no_problem(tmp_path: Path) -> None:
    assert read_appearance(tmp_path / "appearance.toml") == settings.AppearanceFile(Appearance())


@pytest.mark.parametrize(
    "content",
    [b"theme = ", b"\xff\xfe\x00", b"\0" * 100, b"theme: dark", b"[[theme]\n", b"a" * 1_000_000],
    ids=["cut", "binary", "zeros", "yaml", "bracket", "long"],
)
def test_a_broken_file_falls_back_and_says_so(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "appearance.toml"
    file.write_bytes(content)
    read = read_appearance(file)
    assert read.appearance == Appearance()
    assert read.problem is not None
    assert "appearance.toml" in describe(read.problem).line()


def test_one_bad_value_costs_that_value_only(tmp_path: Path) -> None:
    file = tmp_path / "appearance.toml"
    file.write_text('theme = "purple"\nlanguage = "de"\nsidebar_collapsed = 1\nnewer_key = 3\n', encoding="utf-8")
    read = read_appearance(file)
    assert read.appearance == Appearance(language="de")
    assert read.problem is not None


def test_a_key_of_a_newer_version_is_no_problem(tmp_path: Path) -> None:
    file = tmp_path / "appearance.toml"
    file.write_text('theme = "dark"\nnewer_key = 3\n', encoding="utf-8")
    assert read_appearance(file) == settings.AppearanceFile(Appearance(theme=Theme.DARK))


def test_a_file_that_cannot_be_written_keeps_the_old_one(tmp_path: Path) -> None:
    file = tmp_path / "appearance.toml"
    write_appearance(file, Appearance(language="de"))
    (tmp_path / "appearance.toml.new").mkdir()
    with pytest.raises(UserError) as refused:
        write_appearance(file, replace(Appearance(), language="fr"))
    assert refused.value.code == "appearance.not_saved"
    assert read_appearance(file).appearance.language == "de"
