from __future__ import annotations

import contextlib
import json
import os
import signal
import unicodedata
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagedesk.errors import StoreCorrupt, StoreError, StoreMissing, StoreTooNew, UserError, WrongPassphrase
from engagedesk.models import vault as vault_module
from engagedesk.models.key_derivation import KdfCost, KdfPolicy, calibrate
from engagedesk.models.recovery_key import ALPHABET, RecoveryKey
from engagedesk.models.store import Store
from engagedesk.models.vault import Vault
from engagedesk.models.vault_format import canonical, parse
from engagedesk.paths import Profile
from tests.store.building import CHEAP, PASSPHRASE, SmallSchema, new_profile


def fresh(tmp_path: Path) -> tuple[Vault, str]:
    vault = Vault(Profile(tmp_path / "profile"), policy=CHEAP)
    opened, recovery_key = vault.create(PASSPHRASE)
    opened.close()
    return vault, recovery_key.text()


def rewrite(vault: Vault, change: dict[str, object], *, slot: dict[str, object] | None = None) -> None:
    """Write both copies with something changed and the digest right, as someone without the key could."""
    document = json.loads(vault.paths.vault.read_bytes())
    document.update(change)
    if slot is not None:
        document["slots"][0].update(slot)
    del document["digest"]
    document["digest"] = sha256(canonical(document)).hexdigest()
    for path in (vault.paths.vault, vault.paths.vault_copy):
        path.write_bytes(canonical(document))


def test_passphrase_and_recovery_key_open_the_same_keys(tmp_path: Path) -> None:
    vault, recovery_key = fresh(tmp_path)
    by_passphrase = vault.open_with_passphrase(PASSPHRASE)
    by_recovery = vault.open_with_recovery_key(recovery_key)
    with by_passphrase.take_data_key() as one, by_recovery.take_data_key() as two:
        assert one == two
        assert len(one) == 32
    assert by_passphrase.subkey("audit") == by_recovery.subkey("audit")
    assert by_passphrase.subkey("audit") != by_passphrase.subkey("backup manifest")


@pytest.mark.parametrize("wrong", ["", " ", PASSPHRASE + " ", PASSPHRASE.upper(), "x" * 5000, "\udcff"])
def test_a_wrong_passphrase_is_told_from_damage(tmp_path: Path, wrong: str) -> None:
    vault, _ = fresh(tmp_path)
    with pytest.raises(WrongPassphrase, match=r"vault\.wrong_passphrase"):
        vault.open_with_passphrase(wrong)


@pytest.mark.parametrize("empty", ["", "   ", "\t\n"])
def test_a_store_without_a_passphrase_is_not_offered(tmp_path: Path, empty: str) -> None:
    vault = Vault(Profile(tmp_path / "profile"), policy=CHEAP)
    with pytest.raises(UserError, match=r"vault\.passphrase_empty"):
        vault.create(empty)
    assert not vault.exists()


def test_the_same_letters_typed_on_another_system_open_the_store(tmp_path: Path) -> None:
    composed = unicodedata.normalize("NFC", "Brücke über Ärmelkanal ﬁne")
    decomposed = unicodedata.normalize("NFD", composed)
    vault = Vault(Profile(tmp_path / "profile"), policy=CHEAP)
    vault.create(composed)[0].close()
    vault.open_with_passphrase(decomposed)
    vault.open_with_passphrase(composed.replace("ﬁ", "fi"))


def test_a_changed_passphrase_rewraps_and_reencrypts_nothing(tmp_path: Path) -> None:
    profile = new_profile(tmp_path, rows=50)
    before = profile.paths.store.read_bytes()
    opened = profile.unlock()
    audit_key = opened.subkey("audit")
    opened.change_passphrase(PASSPHRASE, "four other words entirely")
    opened.close()
    assert profile.paths.store.read_bytes() == before
    with pytest.raises(WrongPassphrase):
        profile.unlock()
    assert profile.unlock("four other words entirely").subkey("audit") == audit_key
    assert profile.vault().open_with_recovery_key(profile.recovery_key).subkey("audit") == audit_key


def test_the_recovery_key_may_set_a_new_passphrase_but_a_wrong_one_may_not(tmp_path: Path) -> None:
    vault, recovery_key = fresh(tmp_path)
    opened = vault.open_with_recovery_key(recovery_key)
    with pytest.raises(WrongPassphrase):
        opened.change_passphrase("not the passphrase", "new words")
    opened.change_passphrase(recovery_key, "new words")
    vault.open_with_passphrase("new words")


def test_a_replaced_recovery_key_is_useless(tmp_path: Path) -> None:
    vault, old = fresh(tmp_path)
    new = vault.open_with_passphrase(PASSPHRASE).replace_recovery_key(PASSPHRASE)
    with pytest.raises(WrongPassphrase, match=r"vault\.wrong_recovery_key"):
        vault.open_with_recovery_key(old)
    vault.open_with_recovery_key(new.text())


def test_the_data_key_is_handed_out_once_and_zeroed(tmp_path: Path) -> None:
    vault, _ = fresh(tmp_path)
    opened = vault.open_with_passphrase(PASSPHRASE)
    with opened.take_data_key() as data_key:
        assert any(data_key)
    assert not any(data_key)
    with pytest.raises(StoreError, match=r"vault\.key_taken"), opened.take_data_key():
        pass


def test_a_closed_vault_gives_no_keys(tmp_path: Path) -> None:
    vault, _ = fresh(tmp_path)
    opened = vault.open_with_passphrase(PASSPHRASE)
    opened.close()
    with pytest.raises(StoreError, match=r"vault\.closed"):
        opened.subkey("audit")


def test_both_copies_are_private_and_alike(tmp_path: Path) -> None:
    vault, _ = fresh(tmp_path)
    for path in (vault.paths.vault, vault.paths.vault_copy):
        assert path.stat().st_mode & 0o777 == 0o600
    assert vault.paths.folder.stat().st_mode & 0o777 == 0o700
    assert vault.paths.vault.read_bytes() == vault.paths.vault_copy.read_bytes()
    assert sorted(p.name for p in vault.paths.folder.iterdir()) == ["vault.copy.json", "vault.json"]


@pytest.mark.parametrize("name", ["vault", "vault_copy"])
@pytest.mark.parametrize("damage", ["missing", "empty", "cut", "flipped", "older"])
def test_one_damaged_copy_is_healed_from_the_other(tmp_path: Path, name: str, damage: str) -> None:
    vault, _ = fresh(tmp_path)
    path: Path = getattr(vault.paths, name)
    old = path.read_bytes()
    opened = vault.open_with_passphrase(PASSPHRASE)
    opened.anchor_now(3, b"\x01" * 32)
    opened.close()
    good = path.read_bytes()
    if damage == "missing":
        path.unlink()
    else:
        flipped = bytes([good[0] ^ 1]) + good[1:]
        path.write_bytes({"empty": b"", "cut": good[:-5], "flipped": flipped, "older": old}[damage])
    reopened = vault.open_with_passphrase(PASSPHRASE)
    assert reopened.anchored is not None
    assert reopened.anchored.count == 3
    assert path.read_bytes() == good
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_vault_that_is_gone_or_damaged_twice_says_so(tmp_path: Path) -> None:
    vault, _ = fresh(tmp_path)
    vault.paths.vault.write_bytes(b"{}")
    vault.paths.vault_copy.unlink()
    with pytest.raises(StoreCorrupt, match=r"vault\.damaged"):
        vault.open_with_passphrase(PASSPHRASE)
    vault.paths.vault.unlink()
    with pytest.raises(StoreMissing, match=r"vault\.missing"):
        vault.open_with_passphrase(PASSPHRASE)


def test_every_flipped_bit_of_the_file_is_seen_before_anything_is_unlocked(tmp_path: Path) -> None:
    vault, _ = fresh(tmp_path)
    good = vault.paths.vault.read_bytes()
    for position in range(len(good)):
        flipped = bytearray(good)
        flipped[position] ^= 1 << (position % 8)
        with pytest.raises((StoreCorrupt, StoreTooNew)):
            parse(bytes(flipped))
    for extended in (good + b" ", good + b"\n", b" " + good, good[:-1]):
        with pytest.raises(StoreCorrupt):
            parse(extended)


def test_a_vault_changed_by_someone_without_the_key_is_refused(tmp_path: Path) -> None:
    vault, recovery_key = fresh(tmp_path)
    rewrite(vault, {"anchor": {"count": 0, "head": "", "mac": "00" * 32}})
    with pytest.raises(StoreCorrupt, match=r"vault\.tampered"):
        vault.open_with_recovery_key(recovery_key)


@pytest.mark.parametrize(
    ("cost", "what"),
    [
        ({"memory_kib": 1 << 30, "passes": 3, "lanes": 4}, "memory_kib"),
        ({"memory_kib": 1 << 50, "passes": 3, "lanes": 4}, "memory_kib"),
        ({"memory_kib": 256 * 1024, "passes": 1 << 31, "lanes": 4}, "passes"),
        ({"memory_kib": 256 * 1024, "passes": 3, "lanes": 1 << 20}, "lanes"),
        ({"memory_kib": 63 * 1024, "passes": 3, "lanes": 4}, "memory_kib"),
        ({"memory_kib": 64 * 1024, "passes": 1, "lanes": 4}, "passes"),
        ({"memory_kib": 64 * 1024, "passes": 3, "lanes": 0}, "lanes"),
    ],
)
def test_a_header_that_asks_for_too_much_or_too_little_is_refused_before_it_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cost: dict[str, int], what: str
) -> None:
    vault, _ = fresh(tmp_path)
    rewrite(vault, {}, slot={"argon2id": cost})

    def must_not_run(*_args: object) -> None:
        raise AssertionError("Argon2 ran")

    monkeypatch.setattr(vault_module, "passphrase_key", must_not_run)
    with pytest.raises(StoreCorrupt, match=r"vault\.cost_out_of_bounds") as caught:
        Vault(vault.paths).open_with_passphrase(PASSPHRASE)
    assert caught.value.params["what"] == what


def test_the_cheap_cost_of_tests_opens_nothing_in_the_real_program(tmp_path: Path) -> None:
    vault, _ = fresh(tmp_path)
    with pytest.raises(StoreCorrupt, match=r"vault\.cost_out_of_bounds"):
        Vault(vault.paths).open_with_passphrase(PASSPHRASE)


def test_a_newer_vault_is_refused_as_newer(tmp_path: Path) -> None:
    vault, _ = fresh(tmp_path)
    rewrite(vault, {"version": 2, "something": "new"})
    with pytest.raises(StoreTooNew, match=r"vault\.too_new"):
        vault.open_with_passphrase(PASSPHRASE)


@pytest.mark.parametrize(
    ("raw"),
    [b"", b"[]", b"null", b"{", b"\x00" * 100, b"[" * 60_000, b'{"format":"engagedesk-vault"}', b"9" * 70_000],
)
def test_garbage_in_place_of_a_vault_is_damage_and_no_crash(raw: bytes) -> None:
    with pytest.raises(StoreCorrupt, match=r"vault\.damaged"):
        parse(raw)


def test_an_old_vault_put_back_is_noticed_by_the_store(tmp_path: Path) -> None:
    profile = new_profile(tmp_path)
    old = profile.paths.vault.read_bytes()
    with profile.opened() as (store, vault):
        vault.change_passphrase(PASSPHRASE, "new words")
        store.note_keys_generation(vault)
    profile.paths.vault.write_bytes(old)
    profile.paths.vault_copy.write_bytes(old)
    with pytest.raises(StoreCorrupt, match=r"vault\.replayed"):
        Store.open(profile.paths, profile.unlock(), schema=profile.schema)


def test_a_crash_between_the_new_passphrase_and_the_stores_note_of_it_is_no_replay(tmp_path: Path) -> None:
    profile = new_profile(tmp_path)
    vault = profile.unlock()
    vault.change_passphrase(PASSPHRASE, "new words")
    vault.close()
    Store.open(profile.paths, profile.unlock("new words"), schema=profile.schema).close()


def test_a_set_up_cut_short_can_be_started_again_but_a_used_vault_is_never_replaced(tmp_path: Path) -> None:
    vault, _ = fresh(tmp_path)
    opened, _ = vault.create("another passphrase")
    opened.anchor_now(1, b"\x02" * 32)
    opened.close()
    with pytest.raises(UserError, match=r"vault\.exists"):
        vault.create(PASSPHRASE)


def test_a_profile_with_a_store_is_never_set_up_again(tmp_path: Path) -> None:
    profile = new_profile(tmp_path)
    with pytest.raises(UserError, match=r"vault\.exists"):
        profile.vault().create("another passphrase")
    opened = profile.unlock()
    with pytest.raises(UserError, match=r"store\.exists"):
        Store.create(profile.paths, opened, schema=SmallSchema())


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_the_anchor_is_written_at_most_once_a_minute_and_at_close(tmp_path: Path) -> None:
    clock = Clock()
    vault = Vault(Profile(tmp_path / "profile"), policy=CHEAP, monotonic=clock)
    opened, _ = vault.create(PASSPHRASE)

    def on_disk() -> int:
        anchor = parse(vault.paths.vault.read_bytes()).anchor
        return 0 if anchor is None else anchor.count

    assert opened.anchor(1, b"\x01" * 32) is None
    assert on_disk() == 1
    clock.now += 59
    opened.anchor(2, b"\x02" * 32)
    assert on_disk() == 1
    clock.now += 1
    opened.anchor(3, b"\x03" * 32)
    assert on_disk() == 3
    opened.anchor(4, b"\x04" * 32)
    opened.close()
    assert on_disk() == 4


@pytest.mark.parametrize(
    ("chain", "code"),
    [
        ({1: b"a", 2: b"b", 3: b"c"}, None),
        ({1: b"a", 2: b"b"}, None),
        ({1: b"a"}, "audit.cut"),
        ({}, "audit.cut"),
        ({1: b"a", 2: b"x", 3: b"c"}, "audit.rewritten"),
    ],
)
def test_the_anchor_must_be_a_prefix_of_the_chain(tmp_path: Path, chain: dict[int, bytes], code: str | None) -> None:
    vault, _ = fresh(tmp_path)
    opened = vault.open_with_passphrase(PASSPHRASE)
    opened.anchor_now(2, b"b")
    reopened = vault.open_with_passphrase(PASSPHRASE)
    if code is None:
        reopened.verify_anchor(chain.get)
    else:
        with pytest.raises(StoreCorrupt) as caught:
            reopened.verify_anchor(chain.get)
        assert caught.value.code == code


def test_an_anchor_that_cannot_be_written_does_not_undo_the_commit_it_follows(tmp_path: Path) -> None:
    vault, _ = fresh(tmp_path)
    opened = vault.open_with_passphrase(PASSPHRASE)
    vault.paths.vault.unlink()
    vault.paths.vault.mkdir()
    failure = opened.anchor(1, b"\x01" * 32)
    assert isinstance(failure, StoreError)
    vault.paths.vault.rmdir()
    opened.close()
    anchored = vault.open_with_passphrase(PASSPHRASE).anchored
    assert anchored is not None
    assert anchored.count == 1


def test_a_change_stands_when_only_its_second_copy_cannot_be_written(tmp_path: Path) -> None:
    vault, _ = fresh(tmp_path)
    vault.paths.vault_copy.unlink()
    vault.paths.vault_copy.mkdir()
    vault.open_with_passphrase(PASSPHRASE).change_passphrase(PASSPHRASE, "new words")
    assert vault.unhealed == vault.paths.vault_copy.name
    vault.paths.vault_copy.rmdir()
    vault.open_with_passphrase("new words")
    assert vault.unhealed is None
    assert vault.paths.vault.read_bytes() == vault.paths.vault_copy.read_bytes()


def change_and_die(vault: Vault, current: str, new: str, *, at_sync: int) -> int:
    """Change the passphrase in a child process that is gone at its n-th sync; return the child's exit status."""
    child = os.fork()
    if child == 0:
        real, calls = os.fsync, iter(range(1, 1000))

        def sync(descriptor: int) -> None:
            if next(calls) == at_sync:
                os.kill(os.getpid(), signal.SIGKILL)
            real(descriptor)

        os.fsync = sync  # type: ignore[assignment]  # the stub takes any file object too
        try:
            vault.open_with_passphrase(current).change_passphrase(current, new)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked process")
def test_a_kill_at_any_moment_of_a_passphrase_change_leaves_the_old_or_the_new_one(tmp_path: Path) -> None:
    vault, recovery_key = fresh(tmp_path)
    current, exits = PASSPHRASE, []
    for at_sync in range(1, 7):
        new = f"passphrase number {at_sync}"
        exits.append(change_and_die(vault, current, new, at_sync=at_sync))
        opening = []
        for passphrase in (current, new):
            with contextlib.suppress(WrongPassphrase):
                vault.open_with_passphrase(passphrase).close()
                opening.append(passphrase)
        assert len(opening) == 1
        current = opening[0]
        vault.open_with_recovery_key(recovery_key).close()
    assert exits[0] == -signal.SIGKILL
    assert exits[-1] == 0, "the last one comes too late: every sync was reached"


@given(st.binary(min_size=20, max_size=20), st.sampled_from([" ", "-", "\n", " – ", ""]), st.booleans())
def test_a_recovery_key_is_read_however_it_is_typed(secret: bytes, separator: str, lower: bool) -> None:
    key = RecoveryKey.generate(lambda _: secret)
    assert len(key.groups) == 8
    assert {len(g) for g in key.groups} == {4}
    assert set("".join(key.groups)) <= set(ALPHABET)
    typed = separator.join(key.groups).replace("0", "O").replace("1", "I")
    again = RecoveryKey.parse(typed.lower() if lower else typed.replace("I", "L"))
    assert again == key
    assert again.secret() == secret
    assert key.text() not in repr(key)


@pytest.mark.parametrize(
    "typed", ["", "K7QF", "K7QF-2MZD-9XTA-R4HC-W8NE-5PJB-V3GY-6DS", "U" * 32, "ä" * 32, "1" * 2000]
)
def test_what_cannot_be_a_recovery_key_is_told_from_a_wrong_one(typed: str) -> None:
    with pytest.raises(WrongPassphrase, match=r"vault\.recovery_key_form"):
        RecoveryKey.parse(typed)


@pytest.mark.parametrize(
    ("seconds_at_256_mib", "memory_mib", "passes"),
    [(1.2, 256, 3), (2.4, 128, 3), (4.0, 64, 3), (40.0, 64, 3), (0.2, 256, 8), (0.05, 256, 12)],
)
def test_the_cost_is_calibrated_to_the_machine(seconds_at_256_mib: float, memory_mib: int, passes: int) -> None:
    def run(cost: KdfCost) -> float:
        return seconds_at_256_mib * cost.memory_kib / (256 * 1024) * cost.passes / 3

    assert calibrate(KdfPolicy(), run) == KdfCost(memory_mib * 1024, passes, 4)
