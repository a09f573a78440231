"""The record on a medium: what goes along, what refuses it, what takes it over, and the drill before it is needed."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from core.catalogue.catalogue import Catalogue
from core.catalogue.reading import load_catalogue
from core.entry.statement import Statement
from core.errors import WorldError
from core.language.phrases import LANGUAGES, spoken
from core.progress import GivenUpError
from core.store.records.connecting import connect
from core.store.records.stepping import NewerVersionError
from core.store.vault import vault
from core.store.vault.erasing import copies_in
from core.store.vault.header import DamagedError, read_header
from core.store.vault.on_medium import CONTENTS
from core.store.vault.place import HEADER, MARK, RECORD, TRIAL, is_vault
from core.store.vault.recovery_key import MistypedKeyError, new_recovery_key
from core.store.vault.sealed import sealed
from core.store.vault.slots import Cost, passphrase_secret, subkey, unwrap
from core.store.vault.vault import Circumstances, OpenVault
from core.use_cases import keep_shelf
from core.use_cases.keep_drafts import Draft, drafts_of
from core.use_cases.keep_settings import Settings, keep_settings, read_settings
from core.use_cases.keep_shelf import shelf_of
from core.use_cases.move_record import BESIDE, DRILLED, copy_at, copy_record, drill_recovery, last_drill
from core.wording.errors import error_words
from tests.core.documents.test_logo import png
from tests.faults.plain_pages import found_in

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
PASSPHRASE = "four words and more"
CANARY = "Zyxcanary"


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


def at(instant: datetime = NOON) -> Circumstances:
    return Circumstances(catalogue(), lambda: instant, Cost(1, 32, 4), steady=instant.timestamp)


def full(folder: Path) -> tuple[OpenVault, str]:
    """An open vault with everything that lies in one, and its recovery key."""
    opened, key = vault.create_vault(folder, PASSPHRASE, at())
    opened.records.add_patient([Statement.of("name", "Synthetic One")], "x")
    opened.records.add_patient([Statement.of("name", CANARY)], "x")
    keep_settings(folder, Settings(department="Test clinic"))
    (folder / "letterhead.png").write_bytes(png())
    shelf_of(opened).keep(folder / "rules" / "a.yaml", b"id: a\n")
    drafts_of(opened).keep(Draft("a", "a text"))
    opened.backup()
    return opened, key


def medium(tmp_path: Path) -> Path:
    place = tmp_path / "medium"
    place.mkdir(exist_ok=True)
    return place


def copied(tmp_path: Path) -> tuple[Path, str]:
    """A copy of a full record that is closed by now, and the recovery key."""
    opened, key = full(tmp_path / "vault")
    made = copy_record(opened, medium(tmp_path), "x")
    opened.close()
    return made.folder, key


def key_for(use: str, folder: Path) -> bytes:
    """The key of a vault for one use."""
    master = unwrap(read_header((folder / HEADER).read_bytes()).slots[vault.PASSPHRASE], passphrase_secret(PASSPHRASE))
    assert master is not None
    return subkey(master, use)


def names(opened: OpenVault) -> list[str]:
    return sorted(line.name for line in opened.records.patients())


def test_a_record_is_taken_over_whole_on_another_computer(tmp_path: Path) -> None:
    copy, _ = copied(tmp_path)
    shutil.rmtree(tmp_path / "vault")
    elsewhere = tmp_path / "other computer"
    keep_settings(elsewhere, Settings(language="de"))
    vault.take_over(elsewhere, copy_at(medium(tmp_path)), PASSPHRASE, at())
    opened = vault.open_vault(elsewhere, PASSPHRASE, at())
    assert names(opened) == ["Synthetic One", CANARY]
    assert opened.noticed == ()
    assert opened.records.check_all().is_whole
    assert opened.records.noted("restored") == (f"{copy.name} from a medium, up to act 4",)
    assert read_settings(elsewhere).department == "Test clinic"
    assert (elsewhere / "letterhead.png").read_bytes() == png()
    assert shelf_of(opened).taken_in() == {keep_shelf.hash_of(b"id: a\n")}
    assert [draft.text for draft in drafts_of(opened).kept()] == ["a text"]
    assert opened.backup() is not None, "backups begin anew"
    opened.close()
    again = vault.open_vault(elsewhere, PASSPHRASE, at())
    assert len(again.records.noted("restored")) == 1
    again.close()


def test_the_printed_key_takes_over_as_well(tmp_path: Path) -> None:
    copy, key = copied(tmp_path)
    vault.take_over_with_recovery_key(tmp_path / "new", copy, key, at())
    opened = vault.open_with_recovery_key(tmp_path / "new", key, at())
    assert len(names(opened)) == 2
    opened.close()


def test_everything_of_the_clinic_goes_along_and_nothing_of_this_computer(tmp_path: Path) -> None:
    """Whatever lies in a vault is the record's, goes along, or is named here: a new file has to be decided about."""
    copy, _ = copied(tmp_path)
    here = {"in-use.lock", "backups", "record.db-wal", "record.db-shm", "record.restored", "attempts.json"}
    assert {path.name for path in (tmp_path / "vault").iterdir()} <= {path.name for path in copy.iterdir()} | here
    assert {path.name for path in copy.iterdir()} <= {*BESIDE, HEADER, RECORD, MARK, CONTENTS, "record.erased"}


def test_the_copy_is_encrypted_and_closed(tmp_path: Path) -> None:
    copy, _ = copied(tmp_path)
    assert CANARY.encode() not in b"".join(path.read_bytes() for path in copy.rglob("*") if path.is_file())
    assert copy.stat().st_mode & 0o077 == 0


def test_it_is_a_vault_by_itself(tmp_path: Path) -> None:
    copy, _ = copied(tmp_path)
    opened = vault.open_vault(copy, PASSPHRASE, at())
    assert opened.noticed == ()
    assert len(names(opened)) == 2
    opened.close()


def test_where_a_record_is_nothing_is_taken_over(tmp_path: Path) -> None:
    copy, _ = copied(tmp_path)
    with pytest.raises(WorldError, match="error-vault-exists"):
        vault.take_over(tmp_path / "vault", copy, PASSPHRASE, at())


def test_a_wrong_passphrase_takes_nothing_over_and_counts(tmp_path: Path) -> None:
    copy, _ = copied(tmp_path)
    folder = tmp_path / "new"
    for _ in range(2):
        with pytest.raises(vault.WrongPassphraseError):
            vault.take_over(folder, copy, "wrong", at())
    assert not is_vault(folder)
    assert not (folder / RECORD).exists()
    opened, _ = vault.create_vault(folder, PASSPHRASE, at(NOON + timedelta(hours=1)))
    opened.close()


def test_a_medium_that_lost_or_changed_something_is_refused(tmp_path: Path) -> None:
    """Any file of it, lost, changed in one bit, or cut by a byte; what is said names it, and nothing is left behind."""
    copy, _ = copied(tmp_path)
    folder = tmp_path / "new"
    for path in sorted(each for each in copy.rglob("*") if each.is_file() and each.name != HEADER):
        whole = path.read_bytes()
        changed = bytearray(whole)
        changed[len(whole) // 2] ^= 1
        for content in (None, bytes(changed), whole[:-1]):
            path.unlink()
            if content is not None:
                path.write_bytes(content)
            with pytest.raises(DamagedError) as told:
                vault.take_over(folder, copy, PASSPHRASE, at())
            assert all(path.name in error_words(told.value, spoken(language)) for language in LANGUAGES)
            assert not is_vault(folder)
            path.write_bytes(whole)
    vault.take_over(folder, copy, PASSPHRASE, at())


def test_a_damaged_header_is_refused(tmp_path: Path) -> None:
    copy, _ = copied(tmp_path)
    (copy / HEADER).write_bytes((copy / HEADER).read_bytes()[:-1])
    with pytest.raises(DamagedError, match="error-header-damaged"):
        vault.take_over(tmp_path / "new", copy, PASSPHRASE, at())
    assert not is_vault(tmp_path / "new")


def test_a_list_of_another_vault_counts_nothing(tmp_path: Path) -> None:
    copy, _ = copied(tmp_path)
    other, _ = vault.create_vault(tmp_path / "their vault", PASSPHRASE, at())
    place = tmp_path / "their medium"
    place.mkdir()
    made = copy_record(other, place, "x").folder
    other.close()
    for name in (RECORD, MARK, CONTENTS):
        shutil.copyfile(made / name, copy / name)
    with pytest.raises(DamagedError):
        vault.take_over(tmp_path / "new", copy, PASSPHRASE, at())


def test_a_name_that_leaves_the_folder_is_never_followed(tmp_path: Path) -> None:
    """Even where the key sealed it."""
    opened, _ = full(tmp_path / "vault")
    made = copy_record(opened, medium(tmp_path), "x").folder
    opened.close()
    for name in ("../x", "/x", "a/../../x", "C:/x", "a\\x", "\\\\server\\x", "."):
        named = dict.fromkeys((RECORD, HEADER, MARK, name), "0" * 64)
        (made / CONTENTS).write_bytes(sealed({"files": named}, key_for("copy", made)))
        with pytest.raises(DamagedError, match="error-copy-no-list"):
            vault.take_over(tmp_path / "new", made, PASSPHRASE, at())
        assert not is_vault(tmp_path / "new")


def test_a_copy_of_a_newer_program_is_refused_with_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy, _ = copied(tmp_path)
    monkeypatch.setattr("core.store.records.examining.newest_version", lambda: 0)
    with pytest.raises(NewerVersionError) as told:
        vault.take_over(tmp_path / "new", copy, PASSPHRASE, at())
    assert not is_vault(tmp_path / "new")
    assert "manual" in error_words(told.value, spoken("en"))


def test_giving_up_leaves_nothing(tmp_path: Path) -> None:
    opened, _ = full(tmp_path / "vault")

    def give_up(done: int, total: int) -> None:
        if done and done == total - 1:
            raise GivenUpError

    with pytest.raises(GivenUpError):
        copy_record(opened, medium(tmp_path), "x", give_up)
    assert list(medium(tmp_path).iterdir()) == []
    assert opened.records.noted(vault.COPIED) == ()
    made = copy_record(opened, medium(tmp_path), "x")
    with pytest.raises(GivenUpError):
        vault.take_over(tmp_path / "new", made.folder, PASSPHRASE, at(), give_up)
    assert not is_vault(tmp_path / "new")
    opened.close()


def test_no_copy_lies_within_the_record(tmp_path: Path) -> None:
    opened, _ = full(tmp_path / "vault")
    for place in (tmp_path / "vault", tmp_path / "vault" / "backups"):
        with pytest.raises(WorldError, match="error-copy-inside"):
            copy_record(opened, place, "x")
    with pytest.raises(WorldError, match="error-no-folder"):
        copy_record(opened, tmp_path / "not there", "x")
    opened.close()


def test_of_several_copies_on_a_medium_the_last_one_is_meant(tmp_path: Path) -> None:
    place = medium(tmp_path)
    with pytest.raises(WorldError, match="error-no-copy"):
        copy_at(place)
    for name in ("kriterion-record-2026-01-02-000000", "kriterion-record-2026-01-10-000000"):
        (place / name).mkdir()
        (place / name / HEADER).write_bytes(b"x")
    (place / "kriterion-record-2026-02-01-000000.part").mkdir()
    (place / "kriterion-record-2026-02-01-000000.part" / HEADER).write_bytes(b"x")
    assert copy_at(place).name == "kriterion-record-2026-01-10-000000"
    assert copy_at(place / "kriterion-record-2026-01-02-000000").name == "kriterion-record-2026-01-02-000000"


def test_nobody_who_was_erased_leaves_with_a_copy(tmp_path: Path) -> None:
    """Nor comes back by one: who was erased is known in the copy too."""
    opened, _ = full(tmp_path / "vault")
    gone = next(line.id for line in opened.records.patients() if line.name == CANARY)
    opened.erasing.erase(gone, "asked for it", "x")
    made = copy_record(opened, medium(tmp_path), "x")
    key = key_for("record", tmp_path / "vault")
    opened.close()
    assert found_in(made.folder, key, (CANARY, CANARY.casefold())) == {}
    vault.take_over(tmp_path / "new", made.folder, PASSPHRASE, at())
    taken = vault.open_vault(tmp_path / "new", PASSPHRASE, at())
    assert names(taken) == ["Synthetic One"]
    assert taken.erasing.still == ()
    assert taken.erasing.erased == {gone}
    taken.close()


def test_what_a_medium_cannot_take_is_told_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened, _ = full(tmp_path / "vault")

    def full_disk(source: Path, to: Path) -> None:
        to.write_bytes(source.read_bytes()[:1])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("core.store.vault.on_medium.copy_durably", full_disk)
    with pytest.raises(WorldError, match="error-no-space"):
        copy_record(opened, medium(tmp_path), "x")
    assert list(medium(tmp_path).iterdir()) == []
    assert opened.records.failure is None
    opened.close()


# --- the drill


def test_a_drill_with_the_printed_key_compares_copy_and_record(tmp_path: Path) -> None:
    opened, key = full(tmp_path / "vault")
    made = copy_record(opened, medium(tmp_path), "x")
    opened.records.add_patient([Statement.of("name", "Later")], "x")
    opened.records.finish()
    behind = opened.records.audit_end().sequence - made.examined.head.sequence
    for copy, later in ((made.folder, behind), (opened.backups()[0], None)):
        drilled = drill_recovery(opened, copy, key, "x", at())
        assert drilled.is_good
        assert (drilled.patients, drilled.statements, drilled.found) == (2, 2, ())
        assert drilled.behind == later or later is None
        assert not (tmp_path / "vault" / TRIAL).exists()
    assert len(opened.records.noted(DRILLED)) == 2
    assert last_drill(opened)[1] == opened.backups()[0].record.name
    assert len(opened.records.patients()) == 3, "the record is as it was"
    opened.close()


def test_a_drill_changes_nothing_of_the_copy(tmp_path: Path) -> None:
    opened, key = full(tmp_path / "vault")
    made = copy_record(opened, medium(tmp_path), "x").folder
    before = {path: path.read_bytes() for path in made.rglob("*") if path.is_file()}
    drill_recovery(opened, made, key, "x", at())
    assert {path: path.read_bytes() for path in made.rglob("*") if path.is_file()} == before
    opened.close()


def test_a_drill_that_fails_says_why_and_is_not_noted(tmp_path: Path) -> None:
    opened, key = full(tmp_path / "vault")
    backup = opened.backups()[0]
    slip = key[:-1] + ("0" if key[-1] != "0" else "1")
    with pytest.raises(MistypedKeyError):
        drill_recovery(opened, backup, slip, "x", at())
    with pytest.raises(WorldError, match="error-key-not-of-copy"):
        drill_recovery(opened, backup, new_recovery_key(), "x", at())
    backup.record.write_bytes(backup.record.read_bytes()[:-4096])
    with pytest.raises(WorldError):
        drill_recovery(opened, backup, key, "x", at())
    assert opened.records.noted(DRILLED) == ()
    assert not (tmp_path / "vault" / TRIAL).exists()
    opened.close()


def test_a_copy_of_another_record_is_none_of_this_one(tmp_path: Path) -> None:
    opened, _ = full(tmp_path / "vault")
    other, key = full(tmp_path / "other")
    other.records.note("something", "else").result()
    made = copy_record(other, medium(tmp_path), "x").folder
    other.close()
    drilled = drill_recovery(opened, made, key, "x", at())
    assert (drilled.behind, drilled.is_good) == (None, False)
    assert opened.records.noted(DRILLED) == ()
    opened.close()


def test_what_a_killed_drill_left_goes_at_the_next_opening(tmp_path: Path) -> None:
    opened, _ = full(tmp_path / "vault")
    opened.close()
    left = tmp_path / "vault" / TRIAL
    left.mkdir()
    (left / RECORD).write_bytes(b"x")
    vault.open_vault(tmp_path / "vault", PASSPHRASE, at()).close()
    assert not left.exists()


# --- to an older program and back


def test_the_way_back_to_an_older_program(tmp_path: Path) -> None:
    """As the manual says: the record of the newer one put aside by another name, the backup before is offered."""
    opened, _ = full(tmp_path / "vault")
    key = key_for("record", tmp_path / "vault")
    opened.records.add_patient([Statement.of("name", "By the newer program")], "x")
    opened.close()
    record = tmp_path / "vault" / RECORD
    newer = connect(record, key)
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    with pytest.raises(NewerVersionError):
        vault.open_vault(tmp_path / "vault", PASSPHRASE, at())
    record.rename(record.with_name("record.db.newer"))
    with pytest.raises(DamagedError, match="error-record-missing"):
        vault.open_vault(tmp_path / "vault", PASSPHRASE, at())
    best = vault.look_through(tmp_path / "vault", PASSPHRASE, at())[0]
    assert best.lost == 2, "whoever was added, and the name"
    vault.restore(tmp_path / "vault", best)
    back = vault.open_vault(tmp_path / "vault", PASSPHRASE, at())
    assert names(back) == ["Synthetic One", CANARY]
    back.close()
    assert (tmp_path / "vault" / "record.db.newer").is_file(), "nothing was thrown away"


def test_an_older_record_that_is_taken_over_is_stepped_up_with_a_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an update does at the first opening it does for a copy of an older program too."""
    copy, _ = copied(tmp_path)
    vault.take_over(tmp_path / "new", copy, PASSPHRASE, at())
    monkeypatch.setattr(vault, "newest_version", lambda: 99)
    opened = vault.open_vault(tmp_path / "new", PASSPHRASE, at())
    assert len(opened.backups()) == 1
    assert copies_in(tmp_path / "new") != ()
    opened.close()
