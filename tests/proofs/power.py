"""Power cuts: one traced run, and the disks that a cut at any moment of it could leave behind.

A write is durable after its file's fsync, a name after its folder's. What was not synced is kept, dropped, reordered
or torn at 512 bytes; names reach the disk in the order in which they were made.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
WORKER: Final = Path(__file__).with_name("worker.py")
SECTOR: Final = 512
CALLS: Final = (
    "openat,creat,write,pwrite64,writev,pwritev,pwritev2,lseek,fsync,fdatasync,rename,renameat,renameat2,ftruncate,"
    "truncate,unlink,unlinkat,rmdir,mkdir,mkdirat,link,linkat,copy_file_range,sendfile,fallocate"
)
_CALL: Final = re.compile(r"^(\w+)\((.*)\)\s+= (\d+)", re.DOTALL)
_STRING: Final = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_FD: Final = re.compile(r"^(\d+)<((?:\\x[0-9a-f]{2})*)>")

Event = tuple[str, str, int, bytes]
"""What happened, to which path, at which offset (a truncate: the size), with which bytes (a rename: the new path)."""


def traced(profile: Path, passphrase: str, *, seed: int, steps: int, normal: bool = False) -> list[Event]:
    """Let a person work under strace and return what reached the system, acknowledgements included, in order."""
    log = profile.parent / "trace"
    command = ["strace", "-y", "-xx", "-s", "4000000", "-e", f"trace={CALLS}", "-o", str(log), sys.executable]
    words = [str(WORKER), "once", str(seed), str(steps), passphrase, str(profile), *(["normal"] if normal else [])]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run([*command, *words], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=100)
    assert done.returncode == 0, done.stderr
    assert "error" not in done.stdout, done.stdout
    with log.open(encoding="ascii") as lines:
        events = list(_events(lines, str(profile.parent)))
    log.unlink()
    return events


def _events(lines: Iterable[str], root: str) -> Iterator[Event]:
    at: dict[str, int] = {}
    for line in lines:
        found = _CALL.match(line)
        if found is None:
            continue
        call, arguments, result = found[1], found[2], int(found[3])
        texts = [bytes.fromhex(text.replace("\\x", "")) for text in _STRING.findall(arguments)]
        named = _FD.match(arguments)
        fd, path = (named[1], bytes.fromhex(named[2].replace("\\x", "")).decode()) if named else ("", "")
        if call == "openat":
            at[str(result)], opened = 0, texts[0].decode()
            if opened.startswith(root) and "O_CREAT" in arguments:
                yield "create", opened, 0, b""
            assert not (opened.startswith(root) and "O_TRUNC" in arguments), "a file is emptied in place"
        elif call == "lseek":
            at[fd] = result
        elif call == "write" and fd == "1":
            yield "acknowledge", "", 0, texts[0]
        elif call in {"rename", "unlink", "rmdir"} and texts[0].decode().startswith(root):
            yield call, texts[0].decode(), 0, texts[-1]
        elif call == "unlinkat" and path.startswith(root):
            yield "unlink", f"{path}/{texts[0].decode()}", 0, b""
        elif path.startswith(root) and not path.endswith("-shm"):
            if call in {"write", "pwrite64"}:
                offset = int(arguments.rsplit(", ", 1)[1]) if call == "pwrite64" else at[fd]
                at[fd] = offset + result if call == "write" else at.get(fd, 0)
                yield "write", path, offset, texts[0][:result]
            elif call == "ftruncate":
                yield "truncate", path, int(arguments.rsplit(", ", 1)[1]), b""
            elif call in {"fsync", "fdatasync"}:
                yield "sync", path, 0, b""
            else:
                raise AssertionError(f"the harness knows no {call}")


@dataclass(eq=False)
class Inode:
    durable: bytes = b""
    pending: list[tuple[str, int, bytes]] = field(default_factory=list)


@dataclass
class Disk:
    """What the system has been told, and what of it is on the platter."""

    names: dict[str, Inode] = field(default_factory=dict)
    durable_names: dict[str, Inode] = field(default_factory=dict)
    pending_names: list[tuple[str, str, Inode]] = field(default_factory=list)

    @classmethod
    def of(cls, folder: Path) -> Disk:
        """Return the disk before the run: everything there is synced."""
        files = {str(path): Inode(path.read_bytes()) for path in folder.rglob("*") if path.is_file()}
        return cls(dict(files), dict(files))

    def take(self, event: Event) -> None:
        what, path, number, content = event
        if what == "create" and path not in self.names:
            self._name("+", path, Inode())
        elif what in {"write", "truncate"}:
            self.names[path].pending.append((what, number, content))
        elif what == "sync" and path in self.names:
            inode = self.names[path]
            inode.durable, inode.pending = after(inode.durable, inode.pending), []
        elif what == "sync":
            for step in [s for s in self.pending_names if s[1].rsplit("/", 1)[0] == path]:
                self.pending_names.remove(step)
                _rename(self.durable_names, step)
        elif what == "rename":
            moved = content.decode()
            for old in [p for p in self.names if p == path or p.startswith(path + "/")]:
                inode = self.names[old]
                self._name("+", moved + old.removeprefix(path), inode)
                self._name("-", old, inode)
        elif what == "unlink" and path in self.names:
            self._name("-", path, self.names[path])

    def _name(self, sign: str, path: str, inode: Inode) -> None:
        step = (sign, path, inode)
        _rename(self.names, step)
        self.pending_names.append(step)

    def cut(self, rng: random.Random) -> dict[str, bytes]:
        """Return the files that are there when the power comes back."""
        names = dict(self.durable_names)
        for step in self.pending_names[: rng.randint(0, len(self.pending_names))]:
            _rename(names, step)
        return {path: after(inode.durable, list(_survivors(inode.pending, rng))) for path, inode in names.items()}


def _rename(names: dict[str, Inode], step: tuple[str, str, Inode]) -> None:
    sign, path, inode = step
    if sign == "+":
        names[path] = inode
    elif names.get(path) is inode:
        del names[path]


def _survivors(pending: list[tuple[str, int, bytes]], rng: random.Random) -> Iterator[tuple[str, int, bytes]]:
    fate = rng.choice(["kept", "dropped", "some", "torn"])
    order = list(pending) if fate == "kept" or rng.random() < 0.5 else rng.sample(pending, len(pending))
    for what, number, content in order:
        if fate == "kept" or (fate == "some" and rng.random() < 0.5):
            yield what, number, content
        elif fate == "torn":
            for start in range(0, len(content), SECTOR):
                if rng.random() < 0.7:
                    yield what, number + start, content[start : start + SECTOR]


def after(content: bytes, steps: list[tuple[str, int, bytes]]) -> bytes:
    """Return a file's bytes after writes and truncates; a gap is zeros."""
    if not steps:
        return content
    held = bytearray(content)
    for what, number, written in steps:
        if what == "truncate":
            del held[number:]
            held.extend(bytes(number - len(held)))
            continue
        held.extend(bytes(max(0, number - len(held))))
        held[number : number + len(written)] = written
    return bytes(held)
