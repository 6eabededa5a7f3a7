"""A profile with two clients, and the command line over it: in this process, or in one of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from engagedesk.cli.main import main
from engagedesk.domain.ids import IdSource
from engagedesk.domain.states import ServiceLine
from engagedesk.models.key_derivation import KdfPolicy
from engagedesk.paths import Profile
from engagedesk.services.commands.engagements import (
    AddClient,
    AddCode,
    AddEngagement,
    ClientFacts,
    CodeFacts,
    EngagementFacts,
)
from engagedesk.services.opening import Surroundings, create
from tests.fake_clock import FakeClock

PASSPHRASE = "harbour lantern quartz meadow"
ROOT = Path(__file__).resolve().parents[2]
LAUNCHER = Path(__file__).with_name("launcher.py")
OPEN_WINDOW = Path(__file__).with_name("open_window.py")


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)

    @property
    def error(self) -> Any:
        return self.document["error"]


class CommandLine:
    """Runs commands on one profile with its passphrase file."""

    def __init__(self, profile: Profile, passphrase_file: Path, around: Surroundings, capture: Any) -> None:
        self.profile = profile
        self.passphrase_file = passphrase_file
        self.around = around
        self._capture = capture

    def __call__(self, *words: str, passphrase_file: Path | None = None) -> Said:
        """Run in this process, with the test's clock."""
        self._capture.readouterr()
        given = (
            "--profile",
            str(self.profile.folder),
            "--passphrase-file",
            str(passphrase_file or self.passphrase_file),
        )
        status = main((*given, *words), around=self.around)
        out, err = self._capture.readouterr()
        return Said(status, out, err)

    def done(self, *words: str) -> Said:
        said = self(*words)
        assert said.status == 0, said.err
        return said

    def json(self, *words: str) -> Any:
        return self.done("--json", *words).document

    def refused(self, *words: str, status: int = 3) -> Any:
        """Run with --json and return the error; one line on standard error says the same."""
        said = self("--json", *words)
        assert said.status == status, (said.out, said.err)
        assert said.err.startswith("error: ")
        assert said.err.count("\n") == 1
        assert set(said.error) - {"candidates"} == {"kind", "title", "detail", "hint"}
        assert said.error["title"] in said.err
        return said.error

    def start(self, *words: str | bytes, **options: Any) -> subprocess.Popen[str]:
        """Start a process of its own."""
        given = ("--profile", str(self.profile.folder), "--passphrase-file", str(self.passphrase_file))
        return start_python(LAUNCHER, (*given, *words), **options)

    def process(self, *words: str | bytes, **options: Any) -> Said:
        started = self.start(*words, **options)
        out, err = started.communicate(timeout=60)
        return Said(started.returncode, out or "", err or "")


def start_python(script: Path, words: Sequence[str | bytes], **options: Any) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TZ": "Europe/London"}
    piped: dict[str, Any] = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(
        [sys.executable, str(script), *words], env=environment, text=True, encoding="utf-8", **{**piped, **options}
    )


@pytest.fixture
def around(clock: FakeClock, ids: IdSource, kdf_policy: KdfPolicy) -> Surroundings:
    return Surroundings(clock, ids, kdf_policy, who="Ada")


@pytest.fixture
def passphrase_file(tmp_path: Path) -> Path:
    file = tmp_path / "passphrase"
    file.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    return file


@pytest.fixture
def empty(profile: Profile, passphrase_file: Path, around: Surroundings, capsys: Any) -> CommandLine:
    """The command line over a profile that is not set up."""
    return CommandLine(profile, passphrase_file, around, capsys)


@pytest.fixture
def ed(empty: CommandLine) -> CommandLine:
    """The command line over a store with Harrowgate's group audit (two codes) and Tarnbrook, which has no code yet."""
    workspace = create(empty.profile, PASSPHRASE, empty.around, with_keyring=False).workspace
    try:
        for name, title, codes in (
            ("Harrowgate Foods plc", "Group audit", (("410118-10", "Fieldwork"), ("410118-20", "Review"))),
            ("Tarnbrook Building Society", "Internal audit", ()),
        ):
            client = workspace.execute(AddClient(ClientFacts(name=name, short_name=name.split()[0]))).result
            engagement = workspace.execute(
                AddEngagement(client, EngagementFacts(title=title, service_line=ServiceLine.AUDIT))
            ).result
            for code, activity in codes:
                workspace.execute(AddCode(engagement, CodeFacts(code=code, activity=activity)))
    finally:
        workspace.close()
    return empty
