"""A command line from its words to its exit status."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from engagedesk.cli.arguments import HelpWanted, Line, Parsed, UsageProblem, parse, split_globals
from engagedesk.cli.terminal import Terminal, own_terminal
from engagedesk.errors import EngageDeskError, KeyringUnavailable, StoreError, StoreInUse, StoreMissing, UserError

if TYPE_CHECKING:
    from engagedesk.cli.call import Reply
    from engagedesk.models.profile_lock import ProfileLock
    from engagedesk.paths import Profile
    from engagedesk.services.changes import Changes
    from engagedesk.services.handover import Request
    from engagedesk.services.opening import Surroundings
    from engagedesk.services.workspace import Workspace

WAIT_S: Final = 5.0
LONGEST_WAIT_S: Final = 60.0
"""The wait begins anew when another command takes its turn, but not for ever."""
POLL_S: Final = 0.05
INTERRUPTED: Final = 130
BUG: Final = 70

NOT_OK: Final[Mapping[str, object]] = {"ok": False, "audit": {"records": None, "head": None}}
"""What ``check`` answers beside the error where the store cannot even be opened."""

_PATH_OPTIONS: Final = frozenset({"file", "folder", "output", "recovery_key_file", "new_passphrase_file"})


class Usage(EngageDeskError):
    """What was typed is no command."""

    kind = "usage"
    exit_status = 2


class Bug(EngageDeskError):
    """Anything that is not one of our errors."""

    kind = "bug"


class Interrupted(EngageDeskError):
    kind = "interrupted"
    exit_status = INTERRUPTED


def main(argv: Sequence[str] | None = None, *, around: Surroundings | None = None) -> int:
    """Run one command in this process or in the profile's open window, and return its exit status."""
    words = tuple(sys.argv[1:] if argv is None else argv)
    terminal = own_terminal()
    return answer(words, terminal, lambda line, parsed: _run(line, parsed, terminal, around=around))


Produce = Callable[[Line, Parsed], "Reply | int"]
"""Does a command: its reply, or the exit status where a window has said everything already."""


def answer(words: Sequence[str], terminal: Terminal, produce: Produce) -> int:
    """Read the words, have the command done, say what came of it, and return the exit status.

    ``StoreLocked`` passes through where ``produce`` runs in a window: only the caller can say it.
    """
    line = split_globals(words)
    json_wanted = line.json or line.rest[:1] == ("check",)
    try:
        try:
            parsed = parse(line)
            _refuse_broken_text(line, parsed)
            reply = _version() if parsed.command == "version" else produce(line, parsed)
            if isinstance(reply, int):
                return reply
            for remark in reply.remarks:
                terminal.err(f"{remark}\n")
            if json_wanted:
                terminal.document(reply.document)
            else:
                terminal.out(reply.text)
            return reply.status
        except UsageProblem as problem:
            raise Usage("usage", problem=problem.message, usage=problem.usage) from None
        except HelpWanted as wanted:
            if json_wanted:
                terminal.document({"help": wanted.text})
            else:
                terminal.out(wanted.text)
            return 0
        except KeyboardInterrupt:
            raise Interrupted("interrupted") from None
    except EngageDeskError as error:
        if line.rest[:1] == ("check",) and isinstance(error, StoreError):
            return _said(error, terminal, json_wanted=True, beside={**NOT_OK, "store": error.code})
        return _said(error, terminal, json_wanted=json_wanted)
    except Exception as error:  # noqa: BLE001  # the last wall: reported, never passed over
        return _said(_reported(error, line), terminal, json_wanted=json_wanted)


def _said(
    error: EngageDeskError, terminal: Terminal, *, json_wanted: bool, beside: Mapping[str, object] | None = None
) -> int:
    try:
        terminal.error(error, json_wanted=json_wanted, beside=beside or {})
    except EngageDeskError as silent:
        # The output itself is what failed.
        return silent.exit_status
    return error.exit_status


def _reported(error: Exception, line: Line) -> Bug:
    from engagedesk.log import describe_exception, write_crash_report
    from engagedesk.paths import profile_at

    report = " / ".join(describe_exception(error)[:3])
    with contextlib.suppress(OSError, ValueError):
        profile = profile_at(line.profile)
        if profile.folder.is_dir():
            report = str(write_crash_report(profile.crashes, error, when_s=int(time.time())))
    if logging.getLogger().handlers:
        # Without a profile there is no log, and logging's own last resort would print the trace with all it names.
        logging.getLogger(__name__).error("command failed", exc_info=error)
    return Bug("bug", report=report)


def _version() -> Reply:
    from importlib.metadata import version

    from engagedesk.cli.call import Reply

    return Reply({"version": version("engagedesk")}, f"EngageDesk {version('engagedesk')}\n")


def _refuse_broken_text(line: Line, parsed: Parsed) -> None:
    """Refuse what no file system and no store can hold, before it gets anywhere."""
    if line.profile == "":
        raise UsageProblem("--profile needs a folder", "engagedesk --profile DIR COMMAND")
    values: list[tuple[str, bool]] = [(parsed.text or "", False), (line.profile or "", True)]
    values.append((line.passphrase_file or "", True))
    for name, value in vars(parsed.options).items():
        given = value if isinstance(value, list) else [value]
        values += [(one, name in _PATH_OPTIONS) for one in given if isinstance(one, str)]
    for text, is_path in values:
        broken = "\0" in text or (not is_path and any("\ud800" <= letter <= "\udfff" for letter in text))
        if broken:
            raise UserError("argument.not_text", text=text[:40].encode("utf-8", "replace").decode())


def _run(line: Line, parsed: Parsed, terminal: Terminal, *, around: Surroundings | None) -> Reply | int:
    from engagedesk.models.file_wall import file_wall
    from engagedesk.paths import profile_at

    if parsed.command in ("window", "shots"):
        raise UsageProblem("a command is missing", "engagedesk COMMAND ...")
    cwd = Path.cwd()
    profile = profile_at(line.profile)
    if parsed.command == "restore":
        return _restore(line, parsed, terminal, around=around or _surroundings(), cwd=cwd)
    if parsed.command == "init":
        return _init(line, parsed, terminal, around=around or _surroundings(), cwd=cwd, profile=profile)
    with file_wall(profile.folder):
        if not any(path.exists() for path in (profile.store, profile.vault, profile.vault_copy)):
            raise StoreMissing("store.missing", profile=str(profile.folder))
    if parsed.command == "salvage":
        return _salvage(line, parsed, terminal, around=around or _surroundings(), cwd=cwd, profile=profile)
    with _logging(profile):
        return _with_store(line, parsed, terminal, around=around, cwd=cwd, profile=profile)


def _surroundings() -> Surroundings:
    from engagedesk.clock import SystemClock, system_ids
    from engagedesk.services.opening import Surroundings

    clock = SystemClock()
    return Surroundings(clock, system_ids(clock))


def _init(
    line: Line, parsed: Parsed, terminal: Terminal, *, around: Surroundings, cwd: Path, profile: Profile
) -> Reply:
    from engagedesk.cli import setup
    from engagedesk.cli.passphrases import new_passphrase

    options = parsed.options
    setup.refuse_existing(profile)
    asked = setup.NewStore(
        passphrase=new_passphrase(_named(cwd, line.passphrase_file), asks=terminal.asks),
        with_keyring=not options.no_keyring,
        recovery_key_file=_named(cwd, options.recovery_key_file),
    )
    return setup.init(profile, asked, around)


def _restore(line: Line, parsed: Parsed, terminal: Terminal, *, around: Surroundings, cwd: Path) -> Reply:
    from engagedesk.cli import setup
    from engagedesk.cli.passphrases import passphrase

    file = _path(cwd, parsed.options.file)
    secret = passphrase(
        _named(cwd, line.passphrase_file), asks=terminal.asks, prompt="Passphrase or recovery key of the backup: "
    )
    return setup.restore_into(file, _path(cwd, parsed.options.folder), secret=secret, around=around)


def _salvage(
    line: Line, parsed: Parsed, terminal: Terminal, *, around: Surroundings, cwd: Path, profile: Profile
) -> Reply:
    from engagedesk.cli import setup
    from engagedesk.cli.passphrases import passphrase

    secret = passphrase(
        _named(cwd, line.passphrase_file), asks=terminal.asks, prompt="Passphrase or recovery key of the store: "
    )
    return setup.salvage_into(profile, _path(cwd, parsed.options.folder), secret=secret, around=around)


def _with_store(
    line: Line, parsed: Parsed, terminal: Terminal, *, around: Surroundings | None, cwd: Path, profile: Profile
) -> Reply | int:
    """Have an open window do the command; else open the store here, and do it."""
    # The database is imported only where no window answers: a handed-over command is quick.
    from engagedesk.services.handover import Request, hand_over

    secrets = _secrets(line, parsed, terminal, cwd=cwd)
    request = Request("run", _words(line, profile), str(cwd), secrets, terminal.width)
    status = hand_over(profile, request, out=terminal.out, err=terminal.err)
    if status is not None:
        return status
    around = around or _surroundings()
    opening = _Opening(line, terminal, around=around, cwd=cwd, profile=profile, known=secrets.get("current"))
    lock = _own(profile, request, terminal)
    if isinstance(lock, int):
        return lock
    with lock:
        return _in_own_store(parsed, terminal, opening.open(), around=around, cwd=cwd, secrets=secrets)


def _in_own_store(
    parsed: Parsed,
    terminal: Terminal,
    workspace: Workspace,
    *,
    around: Surroundings,
    cwd: Path,
    secrets: dict[str, str],
) -> Reply:
    from engagedesk.cli.call import Call, OwnDoor
    from engagedesk.cli.handlers import handler_for
    from engagedesk.cli.setup import close_quietly

    heard: list[Changes] = []
    workspace.listen(lambda changes, _initiator: heard.append(changes))
    try:
        handler = handler_for(parsed.command)
        if handler is None:
            raise UserError("command.not_here", command=parsed.command)
        call = Call(
            options=parsed.options,
            text=parsed.text,
            door=OwnDoor(workspace),
            around=around,
            cwd=cwd,
            width=terminal.width,
            progress=terminal.progress,
            secrets=secrets,
        )
        reply = handler(call)
        if heard:
            from engagedesk.cli.alerts import with_alerts

            reply = with_alerts(reply, call, workspace, heard)
        return reply
    finally:
        close_quietly(workspace)


class _Opening:
    """Opens the store; a passphrase is read or asked for before the lock is taken, so that a question blocks nobody."""

    def __init__(
        self, line: Line, terminal: Terminal, *, around: Surroundings, cwd: Path, profile: Profile, known: str | None
    ) -> None:
        from engagedesk.services.opening import has_keyring_slot

        self._file = _named(cwd, line.passphrase_file)
        self._terminal = terminal
        self._around = around
        self._profile = profile
        self._by_keyring = has_keyring_slot(profile, around)
        self._secret = known
        if not self._by_keyring and known is None:
            self._secret = self._read()

    def open(self) -> Workspace:
        """Return the open workspace. The profile's lock is held."""
        from engagedesk.services.opening import ByKeyring, open_profile

        if self._by_keyring:
            try:
                return open_profile(self._profile, ByKeyring(), self._around)
            except KeyringUnavailable as error:
                logging.getLogger(__name__).info("keyring: %s", error)
        secret = self._read() if self._secret is None else self._secret
        return self._open_with(secret)

    def _open_with(self, secret: str) -> Workspace:
        from engagedesk.errors import WrongPassphrase
        from engagedesk.models.recovery_key import RecoveryKey
        from engagedesk.services.opening import ByPassphrase, ByRecoveryKey, open_profile

        with contextlib.suppress(WrongPassphrase):
            RecoveryKey.parse(secret)
            return open_profile(self._profile, ByRecoveryKey(secret), self._around)
        return open_profile(self._profile, ByPassphrase(secret), self._around)

    def _read(self) -> str:
        from engagedesk.cli.passphrases import passphrase

        return passphrase(self._file, asks=self._terminal.asks)


def _own(profile: Profile, request: Request, terminal: Terminal) -> ProfileLock | int:
    """Return the profile's lock, or the exit status of the window that took the command meanwhile.

    Waits up to 5 s for whoever holds it; a queue of commands each get their turn.
    """
    from engagedesk.models.profile_lock import ProfileLock
    from engagedesk.services.handover import hand_over

    started = time.monotonic()
    deadline = started + WAIT_S
    holder: object = None
    while True:
        try:
            return ProfileLock.acquire(profile.lock)
        except StoreInUse as error:
            status = hand_over(profile, request, out=terminal.out, err=terminal.err)
            if status is not None:
                return status
            now = time.monotonic()
            pid = error.params.get("pid")
            if pid and holder and pid != holder:
                deadline = min(now + WAIT_S, started + LONGEST_WAIT_S)
            holder = pid or holder
            if now >= deadline:
                raise
            time.sleep(POLL_S)


def _secrets(line: Line, parsed: Parsed, terminal: Terminal, *, cwd: Path) -> dict[str, str]:
    """Return what a command itself needs to know, whoever opens the store."""
    if parsed.command != "passphrase change":
        return {}
    from engagedesk.cli.passphrases import new_passphrase, passphrase

    current = passphrase(_named(cwd, line.passphrase_file), asks=terminal.asks, prompt="Present passphrase: ")
    new = new_passphrase(
        _named(cwd, parsed.options.new_passphrase_file), asks=terminal.asks, missing="passphrase.new_needed"
    )
    return {"current": current, "new": new}


def _words(line: Line, profile: Profile) -> tuple[str, ...]:
    """Return the command line as a window needs it: the whole profile's name, and no passphrase file."""
    return ("--profile", str(profile.folder), *(("--json",) if line.json else ()), *line.rest)


@contextmanager
def _logging(profile: Profile | None) -> Iterator[None]:
    if profile is None:
        yield
        return
    from engagedesk.log import configure

    handler = configure(profile.logs)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()


def _named(cwd: Path, name: str | None) -> Path | None:
    return None if name is None else _path(cwd, name)


def _path(cwd: Path, name: str) -> Path:
    return cwd / Path(os.path.expanduser(name))  # noqa: PTH111  # Path.expanduser raises where there is no home
