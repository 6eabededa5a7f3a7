"""Where things lie."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from engagedesk import paths

ROOT = Path(__file__).resolve().parents[2]


def test_everything_lies_in_the_profile_except_the_backups_beside_it(tmp_path: Path) -> None:
    profile = paths.profile_at(tmp_path / "mine")
    inside = (
        *(profile.store, profile.vault, profile.vault_copy, profile.reserve),
        *(profile.lock, profile.appearance, profile.logs, profile.crashes),
    )
    assert all(path.parent == profile.folder for path in inside)
    assert len(set(inside)) == len(inside)
    assert profile.backups == tmp_path / "mine-backups"


def test_naming_a_profile_makes_nothing(tmp_path: Path) -> None:
    paths.profile_at(tmp_path / "mine")
    assert list(tmp_path.iterdir()) == []


def test_two_spellings_of_one_folder_are_one_profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "mine")
    monkeypatch.chdir(tmp_path)
    profiles = {
        paths.profile_at(spelling)
        for spelling in (tmp_path / "mine", "mine", "./mine/", "mine/../mine", tmp_path / "link")
    }
    assert len(profiles) == 1


def test_without_a_folder_the_platforms_own_place_is_meant() -> None:
    assert paths.profile_at(None).folder == paths.default_profile_folder().resolve()
    assert paths.default_profile_folder().is_absolute()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_the_profile_folder_is_its_owners_only(tmp_path: Path) -> None:
    profile = paths.profile_at(tmp_path / "mine")
    profile.make_folder()
    profile.make_folder()
    assert profile.folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="Windows hands over through a named pipe")
def test_an_address_longer_than_the_system_takes_is_said_to_be(tmp_path: Path) -> None:
    assert not paths.Profile(Path("/p")).socket_path_too_long
    assert paths.Profile(tmp_path / ("x" * 120)).socket_path_too_long


def test_a_checkout_uses_its_own_resources() -> None:
    assert paths.resources() == ROOT / "resources"


def test_an_installed_package_uses_the_resources_it_carries(tmp_path: Path) -> None:
    package = tmp_path / "engagedesk"
    (package / "_resources").mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "paths.py").write_text((ROOT / "src/engagedesk/paths.py").read_text(encoding="utf-8"), encoding="utf-8")
    program = "import sys; sys.path.insert(0, sys.argv[1]); from engagedesk.paths import resources; print(resources())"
    said = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert Path(said.stdout.strip()) == package / "_resources"
