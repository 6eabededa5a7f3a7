"""Where file dialogs begin."""

from __future__ import annotations

from pathlib import Path

import pytest

from engagedesk.ui.desktop.places import documents


@pytest.mark.skipif("sys.platform != 'linux'", reason="elsewhere the system names the folder")
def test_files_are_asked_for_at_home_where_there_is_no_folder_of_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert Path(documents()) == tmp_path
    (tmp_path / "Documents").mkdir()
    assert Path(documents()) == tmp_path / "Documents"
