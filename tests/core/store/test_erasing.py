"""Erasure reaches every page of record, log, backups and kept copies, or says what it did not reach."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from core.entry.statement import Statement
from core.errors import WorldError
from core.language.phrases import LANGUAGES, spoken
from core.progress import GivenUpError, Report
from core.store.records import ScreeningLine
from core.store.records.connecting import connect
from core.store.records.examining import examine_still
from core.store.vault import backups, kept_copies, vault
from core.store.vault.backups import Backup
from core.store.vault.erasing import Still, Why, copies_in
from core.store.vault.header import read_header
from core.store.vault.place import BACKUPS, ERASED, HEADER, MARK, RECORD, REPLACED
from core.store.vault.recovery_key import new_recovery_key
from core.store.vault.slots import passphrase_secret, subkey, unwrap
from core.store.vault.vault import OpenVault
from core.wording.errors import error_words
from tests.faults.plain_pages import found_in
from tests.faults.scenes import WORDS, at

GONE = "Quillfeather"
CANARIES = (GONE, "Zaubernuss", "1987-03-14", "K-4711", "sle-kanarie")
"""Name, clinical text, birth, number and rule file of the patient who is erased."""
BACKED_UP = 4


def key_of(folder: Path) -> bytes:
    master = unwrap(read_header((folder / HEADER).read_bytes()).slots["passphrase"], passphrase_secret(WORDS))
    assert master is not None
    return subkey(master, "record")


def seen(folder: Path) -> dict[str, int]:
    """In which files any word of the erased patient lies, decrypted."""
    return found_in(folder, key_of(folder), CANARIES)


def opened_at(folder: Path, hours: int = 9) -> OpenVault:
    return vault.open_vault(folder, WORDS, at(hours))


def say_everything(opened: OpenVault) -> str:
    """A patient in every table: values of every length, corrected, taken back with a reason, a draft, a screening."""
    records = opened.records
    patient = records.add_patient(
        [
            Statement.of("name", f"Ada {GONE}"),
            Statement.of("birth_date", "1987-03-14"),
            Statement.of("number", "K-4711"),
        ],
        "x",
    )
    for number in range(30):
        text = f"{GONE} Zaubernuss {'y' * (number * 400)} Zaubernuss"
        made = records.record(patient, Statement.of(f"note{number}", text), "x").result()
        if number % 3 == 0:
            records.record(patient, Statement.of(f"note{number}", "shorter"), "x", made.id)
        elif number % 3 == 1:
            records.retract(patient, made.id, f"{GONE} said so", "x")
        records.keep_draft(patient, f"draft{number}", f"{GONE} {'z' * number * 100}")
    day = date(2026, 11, 22)
    line = ScreeningLine("sle-kanarie", "1", "0" * 64, day, f"{GONE} is eligible", "x", at().now())
    records.keep_screening(patient, line)
    records.keep_paper(patient, "report", "0" * 64, "x")
    records.finish()
    return patient


def lived(folder: Path) -> str:
    """A vault with backups and a kept copy with its journal, the patient in all of them; her id. It is closed."""
    opened, _ = vault.create_vault(folder, WORDS, at())
    opened.records.add_patient([Statement.of("name", "Bea Stays")], "x")
    patient = say_everything(opened)
    for number in range(BACKED_UP):
        opened.records.record(patient, Statement.of(f"late{number}", "Zaubernuss"), "x").result()
        assert opened.backup() is not None
    killed = folder.parent / "killed"
    shutil.copytree(folder, killed)  # as a power cut leaves it: with a journal
    opened.close()
    vault.restore(folder, next(each for each in vault.look_through(folder, WORDS, at(1)) if each.backup is not None))
    for name in (RECORD, f"{RECORD}-wal"):
        shutil.copy(killed / name, folder / REPLACED / "1")
    shutil.rmtree(killed)
    return patient


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("lived") / "vault"
    return folder, lived(folder)


@pytest.fixture
def vaulted(template: tuple[Path, str], tmp_path: Path) -> tuple[Path, str]:
    shutil.copytree(template[0], tmp_path / "vault")
    return tmp_path / "vault", template[1]


def assert_whole(folder: Path) -> None:
    """Every copy opens whole, and its trail is the beginning of the record's."""
    key = key_of(folder)
    raw = connect(folder / RECORD, key)
    for name in copies_in(folder):
        head = examine_still(folder / name, key).head
        assert raw.execute("SELECT hash FROM auditrecord WHERE sequence = ?", (head.sequence,)).fetchone() in (
            (head.hash,),
            None if name.startswith(REPLACED) else (head.hash,),  # what was replaced may go further
        )
    raw.close()


def test_nothing_of_an_erased_patient_is_in_any_page(vaulted: tuple[Path, str]) -> None:
    folder, patient = vaulted
    before = seen(folder)
    assert before.keys() >= {RECORD, *copies_in(folder)}, "else this test reads the pages wrongly"
    opened = opened_at(folder)
    opened.erasing.erase(patient, "asked for it", "Dr A")
    steps: list[tuple[int, int]] = []
    assert {each.name for each in opened.erasing.still} == {RECORD, *copies_in(folder)}
    assert opened.erasing.finish(lambda done, total: steps.append((done, total))) == ()
    assert steps[-1] == (BACKED_UP + 2, BACKED_UP + 2)
    assert seen(folder) == {}, "also while the record is open"
    assert opened.records.check_all().is_whole
    assert opened.look_over() == ()
    assert opened.backup() is not None
    opened.close()
    assert seen(folder) == {}
    assert_whole(folder)
    again = opened_at(folder, 10)
    assert (again.noticed, again.erasing.still) == ((), ())
    assert [line.name for line in again.records.patients()] == ["Bea Stays"]
    again.close()
    pages = sum(before.values())
    sys.stdout.write(f"erased: in {pages} pages of {len(before)} files before, in none after\n")


def test_every_rewritten_backup_can_be_restored(vaulted: tuple[Path, str]) -> None:
    folder, patient = vaulted
    opened = opened_at(folder)
    opened.erasing.erase(patient, "asked for it", "Dr A")
    assert opened.erasing.finish() == ()
    opened.close()
    for number in range(BACKED_UP):
        (folder / HEADER).unlink()
        chosen = [each for each in vault.look_through(folder, WORDS, at(3)) if each.backup is not None]
        assert len(chosen) == BACKED_UP
        vault.restore(folder, chosen[number])
        opened = opened_at(folder, 11 + number)
        assert [each.phrase for each in opened.noticed] == [], "it was erased in the backup already"
        assert [line.name for line in opened.records.patients()] == ["Bea Stays"]
        assert opened.records.check_all().is_whole
        opened.close()
        assert seen(folder) == {}


def lose(path: Path) -> None:
    path.rename(path.parents[2] / "elsewhere.db")


def spoil(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.with_name("whole").write_bytes(path.read_bytes())
    path.write_bytes(content)


def cut(path: Path) -> None:
    path.with_name("whole").write_bytes(path.read_bytes())
    path.write_bytes(path.read_bytes()[:6000])


def replace_by_another(path: Path) -> None:
    path.with_name("whole").write_bytes(path.read_bytes())
    path.unlink()
    connect(path, bytes(32)).execute("CREATE TABLE other (id)").close()


def put_back(path: Path) -> None:
    for kept in (path.parents[2] / "elsewhere.db", path.with_name("whole")):
        if kept.exists():
            kept.replace(path)


@pytest.mark.parametrize(
    ("hinder", "why"),
    [(lose, Why.MISSING), (spoil, Why.UNREADABLE), (cut, Why.UNREADABLE), (replace_by_another, Why.UNREADABLE)],
)
def test_what_cannot_be_reached_is_named_until_it_is_done(
    vaulted: tuple[Path, str], hinder: Callable[[Path], None], why: Why
) -> None:
    folder, patient = vaulted
    opened_at(folder).close()
    path = folder / copies_in(folder)[1]
    hinder(path)
    opened = opened_at(folder, 10)
    opened.erasing.erase(patient, "asked for it", "Dr A")
    left = (Still(str(path.relative_to(folder)), why),)
    assert opened.erasing.finish() == left
    opened.close()
    opened = opened_at(folder, 11)
    assert [each.name for each in opened.erasing.still] == [left[0].name], "remembered"
    assert opened.erasing.finish() == left
    put_back(path)
    assert opened.erasing.finish() == ()
    opened.close()
    assert seen(folder) == {}


def test_a_whole_medium_that_is_away_is_named_copy_by_copy(vaulted: tuple[Path, str]) -> None:
    folder, patient = vaulted
    opened_at(folder).close()
    names = [name for name in copies_in(folder) if name.startswith(BACKUPS)]
    (folder / BACKUPS).rename(folder.parent / "medium")
    opened = opened_at(folder, 10)
    opened.erasing.erase(patient, "asked for it", "Dr A")
    assert opened.erasing.finish() == tuple(Still(name, Why.MISSING) for name in sorted(names))
    opened.close()
    (folder.parent / "medium").rename(folder / BACKUPS)
    opened = opened_at(folder, 11)
    assert opened.erasing.finish() == ()
    opened.close()
    assert seen(folder) == {}


def test_what_was_destroyed_elsewhere_comes_off_the_list_by_word_and_stays_in_the_trail(
    vaulted: tuple[Path, str],
) -> None:
    folder, patient = vaulted
    opened = opened_at(folder)
    name = copies_in(folder)[0]
    opened.erasing.erase(patient, "asked for it", "Dr A")
    (folder / name).unlink()
    assert opened.erasing.finish() == (Still(name, Why.MISSING),)
    assert opened.erasing.say_destroyed("Dr A") == (name,)
    assert opened.erasing.still == ()
    assert opened.records.has_noted("copies destroyed", name)
    opened.close()


@pytest.mark.parametrize("step", range(BACKED_UP + 3))
def test_given_up_at_any_step_the_next_opening_goes_on(vaulted: tuple[Path, str], step: int) -> None:
    folder, patient = vaulted
    opened = opened_at(folder)
    opened.erasing.erase(patient, "asked for it", "Dr A")

    def give_up(done: int, total: int) -> None:
        del total
        if done == step:
            raise GivenUpError

    with pytest.raises(GivenUpError):
        opened.erasing.finish(give_up)
    left = len(opened.erasing.still)
    assert left == BACKED_UP + 2 - step
    opened.close()
    assert_whole(folder)
    opened = opened_at(folder, 10)
    assert {each.name for each in opened.erasing.still} >= set(seen(folder))
    assert opened.erasing.finish() == ()
    opened.close()
    assert seen(folder) == {}


def test_a_backup_made_before_the_pages_are_rewritten_is_clean(vaulted: tuple[Path, str]) -> None:
    folder, patient = vaulted
    opened = opened_at(folder)
    opened.erasing.erase(patient, "asked for it", "Dr A")
    made = opened.backup()
    assert made is not None
    name = str(made.record.relative_to(folder))
    assert name not in seen(folder)
    assert RECORD not in seen(folder)
    assert name not in {each.name for each in opened.erasing.still}
    opened.close()


def test_a_backup_that_runs_while_somebody_is_erased_is_on_the_list(
    vaulted: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, patient = vaulted
    opened = opened_at(folder)
    opened.records.add_patient([Statement.of("name", "Cleo")], "x")
    make = backups.make_backup

    def slowly(record: Path, header: Path, key: bytes, now: datetime, report: Report) -> Backup:
        made = make(record, header, key, now, report)
        opened.erasing.erase(patient, "asked for it", "Dr A")
        assert Still(BACKUPS, Why.WAITING) in opened.erasing.still
        return made

    monkeypatch.setattr(backups, "make_backup", slowly)
    made = opened.backup()
    assert made is not None
    assert str(made.record.relative_to(folder)) in {each.name for each in opened.erasing.still}
    assert Still(BACKUPS, Why.WAITING) not in opened.erasing.still
    assert opened.erasing.finish() == ()
    opened.close()
    assert seen(folder) == {}


def test_somebody_erased_meanwhile_is_not_forgotten(vaulted: tuple[Path, str]) -> None:
    folder, patient = vaulted
    opened = opened_at(folder)
    bea = next(line.id for line in opened.records.patients() if line.name == "Bea Stays")
    opened.erasing.erase(patient, "asked for it", "Dr A")

    def erase_another(done: int, total: int) -> None:
        del total
        if done == 3:
            opened.erasing.erase(bea, "asked for it too", "Dr A")

    left = opened.erasing.finish(erase_another)
    assert len(left) == BACKED_UP + 2, "all of them may hold the second"
    assert opened.erasing.finish() == ()
    opened.close()
    assert found_in(folder, key_of(folder), (*CANARIES, "Stays")) == {}


@pytest.mark.parametrize("is_list_lost", [False, True])
def test_an_older_record_from_elsewhere_learns_who_was_erased(vaulted: tuple[Path, str], *, is_list_lost: bool) -> None:
    folder, patient = vaulted
    old = [folder / name for name in copies_in(folder) if name.startswith(BACKUPS)]
    elsewhere = folder.parent / "elsewhere"
    elsewhere.mkdir()
    for path in old:
        shutil.copy(path, elsewhere)
    opened = opened_at(folder)
    opened.erasing.erase(patient, "asked for it", "Dr A")
    assert opened.erasing.finish() == ()
    assert opened.backup() is not None
    opened.close()
    for number, path in enumerate(sorted(elsewhere.glob("*.db"))):
        for name in (RECORD, f"{RECORD}-wal", MARK):
            (folder / name).unlink(missing_ok=True)
        shutil.copy(path, folder / RECORD)
        shutil.copy(path, folder / BACKUPS)
        if is_list_lost:
            (folder / ERASED).unlink()
        opened = opened_at(folder, 11 + number)
        assert "noticed-erased-again" in [each.phrase for each in opened.noticed]
        assert [line.name for line in opened.records.patients()] == ["Bea Stays"], "before anything is shown"
        assert opened.erasing.finish() == ()
        assert opened.records.check_all().is_whole
        opened.close()
        assert seen(folder) == {}


def test_a_lost_list_has_everything_looked_through_again(vaulted: tuple[Path, str]) -> None:
    folder, patient = vaulted
    opened = opened_at(folder)
    opened.erasing.erase(patient, "asked for it", "Dr A")
    assert opened.erasing.finish() == ()
    opened.close()
    for content in (b"", b"{}", b"[]", (folder / ERASED).read_bytes().replace(b'"owed": []', b'"owed": ["x"]')):
        (folder / ERASED).write_bytes(content)
        opened = opened_at(folder, 10)
        assert {each.name for each in opened.erasing.still} == {RECORD, *copies_in(folder)}
        assert opened.erasing.finish() == ()
        opened.close()


def test_a_new_key_takes_the_list_along(vaulted: tuple[Path, str]) -> None:
    folder, patient = vaulted
    opened = opened_at(folder)
    opened.erasing.erase(patient, "asked for it", "Dr A")
    opened.close()
    left = set(json.loads((folder / ERASED).read_text())["owed"])
    assert left == {RECORD, *copies_in(folder)}
    vault.renew_key(folder, WORDS, new_recovery_key(), at(5))
    opened = opened_at(folder, 10)
    assert {each.name for each in opened.erasing.still} == left
    assert opened.erasing.finish() == ()
    opened.close()
    assert seen(folder) == {}


@pytest.mark.parametrize(
    "reason", ["Ada wanted it", f"Mrs {GONE.upper()} asked", f"{GONE}s Wunsch", "see K-4711", "born 1987-03-14"]
)
def test_a_reason_that_says_who_it_was_is_refused(vaulted: tuple[Path, str], reason: str) -> None:
    folder, patient = vaulted
    opened = opened_at(folder)
    with pytest.raises(WorldError, match="error-reason-names-patient"):
        opened.erasing.erase(patient, reason, "Dr A")
    assert opened.records.patient(patient) is not None
    assert opened.records.failure is None
    opened.close()


def test_a_restore_is_an_act_of_the_trail(vaulted: tuple[Path, str]) -> None:
    folder, _ = vaulted
    for _ in range(2):
        opened_at(folder).close()
    raw = connect(folder / RECORD, key_of(folder))
    told = raw.execute("SELECT reason FROM auditrecord WHERE act = 'restored'").fetchall()
    raw.close()
    newest = max((folder / BACKUPS).glob("*.db"), key=lambda path: int(path.stem.rpartition("_")[2]))
    assert told == [(f"{newest.name} in the place of {REPLACED}/1",)]


def test_a_header_put_back_is_an_act_too(vaulted: tuple[Path, str]) -> None:
    folder, _ = vaulted
    opened_at(folder).close()
    (folder / HEADER).unlink()
    vault.restore(folder, vault.look_through(folder, WORDS, at(2))[0])
    opened = opened_at(folder)
    assert opened.records.has_noted("restored", f"{HEADER} in the place of {REPLACED}/2")
    opened.close()


def test_a_note_somebody_else_wrote_is_no_act(vaulted: tuple[Path, str]) -> None:
    folder, _ = vaulted
    (folder / "record.restored").write_text('{"what": "nothing", "mac": "00"}')
    opened = opened_at(folder)
    assert not opened.records.has_noted("restored", "nothing")
    opened.close()
    assert not (folder / "record.restored").exists()


def kept(folder: Path, sizes: dict[int, int]) -> list[str]:
    for number, size in sizes.items():
        place = folder / REPLACED / str(number)
        place.mkdir(parents=True)
        (place / HEADER).write_bytes(b"h")
        if size:
            (place / RECORD).write_bytes(bytes(size - 1))
    gone = [path.name for path in kept_copies.thin_kept(folder, most=3, most_bytes=1000)]
    left = [path.name for path in kept_copies.kept_copies(folder)]
    assert sorted([*gone, *left], key=int) == [str(number) for number in sizes]
    return left


@pytest.mark.parametrize(
    ("sizes", "left"),
    [
        ({}, []),
        ({1: 5000}, ["1"]),  # the last stays, however large
        ({1: 100, 2: 100, 3: 100, 4: 100}, ["1", "2", "3", "4"]),
        ({1: 100, 2: 100, 3: 100, 4: 100, 5: 100}, ["2", "3", "4", "5"]),
        ({9: 100, 10: 100, 11: 100, 12: 100, 13: 100}, ["10", "11", "12", "13"]),  # numbers, not letters
        ({1: 100, 2: 600, 3: 300, 4: 200}, ["3", "4"]),  # and nothing older than what finds no room
        ({1: 100, 2: 100, 3: 5000}, ["3"]),
        ({1: 300, 2: 900, 3: 0}, ["2", "3"]),  # a header put back after it: the last record stays as well
    ],
)
def test_kept_copies_are_bounded(tmp_path: Path, sizes: dict[int, int], left: list[str]) -> None:
    assert kept(tmp_path, sizes) == left


def test_restoring_again_and_again_keeps_the_last_ones(vaulted: tuple[Path, str]) -> None:
    folder, patient = vaulted
    opened_at(folder).close()
    for number in range(kept_copies.MOST + 3):
        (folder / RECORD).write_bytes(os.urandom(20_000))
        vault.restore(folder, vault.look_through(folder, WORDS, at(2))[0])
        opened_at(folder, 9 + number).close()
    numbers = [path.name for path in kept_copies.kept_copies(folder)]
    assert numbers == [str(number) for number in range(4, kept_copies.MOST + 5)]
    opened = opened_at(folder, 30)
    opened.erasing.erase(patient, "asked for it", "Dr A")
    assert {each.name.split("/")[0] for each in opened.erasing.finish()} == {REPLACED}, "nothing can read those"
    opened.close()


def test_what_is_said_has_words() -> None:
    for language in LANGUAGES:
        for phrase in ("error-reason-names-patient", "error-not-rewritten"):
            assert error_words(WorldError(phrase), spoken(language))
        for count in (1, 2):
            assert error_words(WorldError("noticed-erased-again", count=count), spoken(language))
