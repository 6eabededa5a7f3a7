"""Words for the errors of the encrypted store, its keys, its backups and its one owner."""

from __future__ import annotations

from typing import Final

from engagedesk.wording.text import ErrorText

_OPEN_BACKUP: Final = "Restore the newest backup into a new profile: engagedesk restore FILE --to DIR"
_TYPE_INSTEAD: Final = "Unlock with the passphrase; nothing is lost"

WORDS: Final[dict[str, ErrorText]] = {
    # The keys
    "vault.wrong_passphrase": ErrorText(
        "Wrong passphrase",
        "It does not open this store",
        "Check Caps Lock and the keyboard layout, or use the recovery key",
    ),
    "vault.wrong_recovery_key": ErrorText(
        "Wrong recovery key",
        "It is a recovery key, but not the one of this store",
        "Look for the key that was printed when this store, or its newest key, was made",
    ),
    "vault.recovery_key_form": ErrorText(
        "This is no recovery key",
        "A recovery key has eight groups of four letters and digits; {letters} characters were read",
        "Type all eight groups; spaces, dashes and lower case do not matter",
    ),
    "vault.passphrase_empty": ErrorText(
        "No passphrase",
        "A store without a passphrase is not offered",
        "Four or five unrelated words are easy to keep",
    ),
    "vault.passphrase_long": ErrorText(
        "The passphrase is too long", "At most {limit} characters", "Choose fewer words"
    ),
    "vault.passphrase_not_text": ErrorText(
        "The passphrase cannot be read", "It is not valid UTF-8 text", "Save the passphrase file as UTF-8"
    ),
    "profile.not_a_folder": ErrorText(
        "The profile is no folder", "{profile} is a file", "Name a folder, or a name that is not taken, with --profile"
    ),
    "vault.exists": ErrorText(
        "There is a store already",
        "The profile {profile} is set up",
        "Open it, or choose another folder with --profile",
    ),
    "vault.missing": ErrorText(
        "The key file is missing",
        "vault.json is in neither of its two copies in the profile {profile}",
        "Put it back from a backup of the profile, or restore a backup: each carries its own key file",
    ),
    "vault.damaged": ErrorText(
        "The key file is damaged", "Both copies of vault.json were changed or cut", _OPEN_BACKUP
    ),
    "vault.tampered": ErrorText(
        "The key file was changed by another program",
        "Its seal does not match the key inside",
        _OPEN_BACKUP,
    ),
    "vault.replayed": ErrorText(
        "An old key file was put back",
        "The store {profile} has already seen a newer one: it would open to a passphrase that was replaced",
        "Put the newer vault.json back, or restore a backup",
    ),
    "vault.too_new": ErrorText(
        "The key file is newer than this program",
        "Its format is {found}, this program knows {known}",
        "Install the newer EngageDesk that wrote it; nothing was changed",
    ),
    "vault.cost_out_of_bounds": ErrorText(
        "The key file asks for something this program refuses",
        "{what} is {asked}; from {low} to {high} is allowed",
        _OPEN_BACKUP,
    ),
    "vault.closed": ErrorText("The store is locked", "Its keys are gone from memory", "Unlock it"),
    "vault.key_taken": ErrorText(
        "The passphrase is needed once more", "The key is not kept while the store is open", "Type the passphrase"
    ),
    # The keyring
    "keyring.none": ErrorText(
        "This computer has no keyring that can be used", "No keyring service answered", _TYPE_INSTEAD
    ),
    "keyring.locked": ErrorText(
        "The keyring is locked",
        "It did not hand out its secret",
        "Unlock the keyring and try again, or use the passphrase; nothing is lost",
    ),
    "keyring.not_trusted": ErrorText(
        "This keyring does not encrypt what it keeps",
        "{backend} is not one of the keyrings of Windows, macOS, GNOME or KDE",
        "Unlock with the passphrase; to use the keyring, choose one of those",
    ),
    "keyring.no_slot": ErrorText("The keyring is not set up for this store", "", "Unlock with the passphrase"),
    "keyring.secret_missing": ErrorText(
        "The keyring no longer knows this store",
        "Its entry was removed, or this is another computer or account",
        "Unlock with the passphrase, then set the keyring up again",
    ),
    "keyring.secret_damaged": ErrorText(
        "The keyring's entry for this store is damaged", "", "Unlock with the passphrase, then set the keyring up again"
    ),
    "keyring.secret_changed": ErrorText(
        "The keyring's entry does not open this store",
        "It was changed, or belongs to another copy of the store",
        "Unlock with the passphrase, then set the keyring up again",
    ),
    "keyring.refused": ErrorText("The keyring refused", "It did not keep or return the secret", _TYPE_INSTEAD),
    "keyring.failed": ErrorText("The keyring failed", "{kind_of_error}", _TYPE_INSTEAD),
    # The file
    "store.exists": ErrorText(
        "There is a store already",
        "The profile {profile} is set up",
        "Open it, or choose another folder with --profile",
    ),
    "store.missing": ErrorText(
        "There is no store here",
        "The profile {profile} has no store.db",
        "Set one up with engagedesk init, or name its folder with --profile",
    ),
    "store.empty": ErrorText("The store is empty", "store.db has no bytes left in it", _OPEN_BACKUP),
    "store.truncated": ErrorText("The store was cut short", "store.db ends in the middle of a page", _OPEN_BACKUP),
    "store.plaintext": ErrorText(
        "This store is not encrypted",
        "store.db is a plain SQLite file and was not written by this program",
        _OPEN_BACKUP,
    ),
    "store.damaged": ErrorText(
        "The store is damaged",
        "A page of store.db does not match its check value, or the file belongs to another key",
        "Restore the newest backup, or bring what is whole into a new store: engagedesk salvage --to DIR",
    ),
    "store.poisoned": ErrorText(
        "The store has to be opened anew",
        "A damaged page was met; nothing more is read or written until then",
        "Lock and unlock, then run check; restore the newest backup if it finds damage",
    ),
    "store.no_schema": ErrorText("The store has no tables that this program knows", "", _OPEN_BACKUP),
    "store.too_new": ErrorText(
        "The store is newer than this program",
        "Its schema is {found}, this program knows {known}",
        "Install the newer EngageDesk; nothing was changed",
    ),
    "store.upgrade_failed": ErrorText(
        "The store could not be upgraded",
        "It is as it was, and a verified copy lies beside it",
        "Go on with the earlier EngageDesk and report this",
    ),
    "store.in_use": ErrorText(
        "The store is in use",
        "Another EngageDesk (process {pid}) has the profile {profile} open",
        "Go to its window, or close it",
    ),
    "store.lock_lost": ErrorText("The profile is no longer held", "{profile}", "Start EngageDesk again"),
    "store.busy": ErrorText(
        "The store is busy", "Another program holds store.db of the profile {profile}", "Close it and try again"
    ),
    "store.read_only": ErrorText(
        "The store cannot be written",
        "The profile {profile} is read-only for this account",
        "Give this account the right to write there, or copy the profile to a disk that can be written",
    ),
    "store.cannot_open": ErrorText(
        "The store cannot be opened",
        "The system refuses access to the files of the profile {profile}",
        "Check the rights of the folder and its files",
    ),
    "store.disk_full": ErrorText(
        "The disk is full",
        "Nothing was saved of this change; everything before it is safe",
        "Free some space; a running timer can still be stopped",
    ),
    "store.io_failed": ErrorText(
        "The disk failed",
        "Reading or writing the profile {profile} gave {what}; nothing was saved of this change",
        "Make a backup to another disk now, then have this one checked",
    ),
    "store.cancelled": ErrorText("Cancelled", "Nothing was changed", "Start it again when it suits you"),
    "store.no_memory": ErrorText("There is not enough memory", "", "Close other programs and try again"),
    "store.no_wal": ErrorText(
        "The store cannot lie here",
        "This file system does not support what a safe store needs, as many network shares do not",
        "Put the profile on a local disk and back it up to the share",
    ),
    "store.driver_too_old": ErrorText(
        "The database driver is too old", "SQLite {found} can damage files", "Install EngageDesk again"
    ),
    "store.driver_without_cipher": ErrorText(
        "The database driver cannot encrypt", "Nothing was written", "Install EngageDesk again"
    ),
    "store.driver_setting": ErrorText(
        "The database driver did not take a setting", "{what}", "Install EngageDesk again"
    ),
    "store.key_length": ErrorText("The key has the wrong length", "Nothing was opened", _OPEN_BACKUP),
    # The audit chain against its anchor
    "audit.cut": ErrorText(
        "The audit log was cut",
        "{records} records were anchored, fewer are there",
        "The store may be an old copy that was put back; compare it with the newest backup",
    ),
    "audit.rewritten": ErrorText(
        "The audit log was rewritten",
        "Among the first {records} records at least one is not what it was",
        "Compare the store with the newest backup",
    ),
    # Backup, restore, salvage
    "backup.folder_gone": ErrorText(
        "The folder for backups went away",
        "{folder} was removed, or its drive was, while a backup was written",
        "The next backup makes it anew; Settings, Backup names another",
    ),
    "backup.not_a_folder": ErrorText(
        "That is not a folder", "{folder} is a file, or lies in one; a backup is put into a folder", "Name a folder"
    ),
    "backup.missing": ErrorText("There is no such backup", "{file}", "Name a file that ends in .edbackup"),
    "backup.damaged": ErrorText(
        "The backup is damaged", "{file} is not what was written", "Use another backup; older ones lie beside it"
    ),
    "backup.too_new": ErrorText(
        "The backup is newer than this program", "{file}", "Install the newer EngageDesk that wrote it"
    ),
    "backup.incomplete": ErrorText(
        "The backup does not hold what it says", "{file}: rows are missing in {table}", "Use another backup"
    ),
    "restore.not_empty": ErrorText(
        "The folder is not empty", "A backup is restored into a new profile only: {folder}", "Name a folder that is new"
    ),
    "salvage.nothing": ErrorText(
        "Nothing could be salvaged", "No page of the store matches its check value", _OPEN_BACKUP
    ),
    "salvage.not_empty": ErrorText(
        "The folder is not empty", "Salvage writes into a new profile only: {folder}", "Name a folder that is new"
    ),
}
