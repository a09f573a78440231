"""Nothing that was acknowledged vanishes unnoticed: the journal, the record, the trail and the mark, each spoiled."""

from __future__ import annotations

import json
import os
import random
import shutil
import sys
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from core.entry.statement import Statement
from core.errors import WorldError
from core.language.phrases import LANGUAGES, spoken
from core.store.records.connecting import connect
from core.store.records.trail import START, digest_of, hash_of
from core.store.vault import vault
from core.store.vault.header import read_header
from core.store.vault.place import HEADER, MARK, RECORD
from core.store.vault.slots import passphrase_secret, subkey, unwrap
from core.wording.errors import error_words
from tests.faults.scenes import WORDS, at

VARIANTS = int(os.environ.get("KRITERION_FLIPS", "50")) * 3 // 5
"""300 behind the variable."""
LOG = f"{RECORD}-wal"
STATEMENTS = 12
Spoil = Callable[[Path, random.Random], None]


@pytest.fixture(scope="module")
def cut_short(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault as a power cut leaves it: most statements lie in the journal alone. Beside it an older copy."""
    made = tmp_path_factory.mktemp("made")
    opened, _ = vault.create_vault(made / "vault", WORDS, at())
    patient = opened.records.add_patient([Statement.of("name", "Ada")], "x")
    opened.close()
    shutil.copytree(made / "vault", made / "older")
    opened = vault.open_vault(made / "vault", WORDS, at(1))
    for number in range(STATEMENTS):
        opened.records.record(patient, Statement.of("note", f"{number}"), "x").result()
    shutil.copytree(made / "vault", made / "now")
    opened.close()
    return made


def key_of(folder: Path) -> bytes:
    master = unwrap(read_header((folder / HEADER).read_bytes()).slots["passphrase"], passphrase_secret(WORDS))
    assert master is not None
    return subkey(master, "record")


def flip(name: str, folder: Path, chance: random.Random) -> None:
    content = bytearray((folder / name).read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    (folder / name).write_bytes(content)


def cut(name: str, folder: Path, chance: random.Random) -> None:
    content = (folder / name).read_bytes()
    (folder / name).write_bytes(content[: chance.randrange(len(content))])


def lose(name: str, folder: Path, chance: random.Random) -> None:
    del chance
    (folder / name).unlink()


def roll_back(folder: Path, chance: random.Random) -> None:
    del chance
    (folder / LOG).unlink()
    shutil.copy(folder.parent / "older" / RECORD, folder / RECORD)


def with_key(folder: Path, *statements: str) -> None:
    """Change the record as somebody does who has its key: the triggers are no hindrance."""
    opened = connect(folder / RECORD, key_of(folder))
    triggers = opened.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for statement in (*(f"DROP TRIGGER {name}" for (name,) in triggers), *statements):
        opened.execute(statement)
    opened.close()


def cut_trail(folder: Path, chance: random.Random) -> None:
    last = chance.randrange(1, STATEMENTS)
    with_key(
        folder,
        f"DELETE FROM statementrecord WHERE id > {last}",
        f"DELETE FROM auditrecord WHERE sequence > {last + 1}",
    )


def rewrite_trail(folder: Path, chance: random.Random) -> None:
    """Another content, and every hash from there on made to fit."""
    changed = chance.randrange(2, STATEMENTS + 1)
    opened = connect(folder / RECORD, key_of(folder))
    (salt,) = opened.execute("SELECT salt FROM statementrecord WHERE id = ?", (changed,)).fetchone() or (b"",)
    assert isinstance(salt, bytes)
    rows = opened.execute(
        'SELECT sequence, at, "by", act, patient_id, subject, digest, reason FROM auditrecord ORDER BY sequence'
    ).fetchall()
    opened.close()
    other, statements, previous = json.dumps("other"), list[str](), START
    for sequence, *told in rows:
        if told[4] == f"statement {changed}":
            told[5] = digest_of(other, salt)
        fits = hash_of((*told, previous))
        statements.append(
            f"UPDATE auditrecord SET digest = '{told[5]}', previous = '{previous}', hash = '{fits}' "
            f"WHERE sequence = {sequence}"
        )
        previous = fits
    with_key(folder, f"UPDATE statementrecord SET content = '{other}' WHERE id = {changed}", *statements)


def change_content(folder: Path, chance: random.Random) -> None:
    with_key(folder, f"UPDATE statementrecord SET content = '\"changed\"' WHERE id = {chance.randrange(1, STATEMENTS)}")


def change_section(folder: Path, chance: random.Random) -> None:
    with_key(folder, f"UPDATE statementrecord SET section = 'other' WHERE id = {chance.randrange(1, STATEMENTS)}")


def put_in(folder: Path, chance: random.Random) -> None:
    del chance
    with_key(
        folder,
        'INSERT INTO statementrecord (patient_id, section, "key", content, "by", at) '
        'SELECT patient_id, section, "key", content, "by", at FROM statementrecord WHERE id = 2',
    )


SPOILS: dict[str, Spoil] = {
    "journal flipped": partial(flip, LOG),
    "journal cut": partial(cut, LOG),
    "journal lost": partial(lose, LOG),
    "record rolled back": roll_back,
    "record flipped": partial(flip, RECORD),
    "trail cut": cut_trail,
    "trail rewritten": rewrite_trail,
    "content changed": change_content,
    "section changed": change_section,
    "put in": put_in,
    "mark flipped": partial(flip, MARK),
    "mark cut": partial(cut, MARK),
    "mark lost": partial(lose, MARK),
}
ALWAYS_NOTICED = {*SPOILS} - {"journal flipped", "journal cut", "record flipped", "mark flipped", "mark cut"}
"""The others may hit what is not used any more; then everything has to be there."""


def found_in(folder: Path) -> str:
    """Open: what is said, or that everything is there."""
    try:
        opened = vault.open_vault(folder, WORDS, at(2))
    except WorldError as error:
        return error.phrase
    try:
        noticed = (*opened.noticed, *opened.look_over())
        for each in noticed:
            assert all(error_words(each, spoken(language)) for language in LANGUAGES)
        if noticed:
            return noticed[0].phrase
        (line,) = opened.records.patients()
        notes = [each.statement.plain for each in opened.records.statements(line.id)[1:]]
        assert notes == [f"{number}" for number in range(STATEMENTS)]
        return "all there"
    finally:
        opened.close()


def test_nothing_acknowledged_vanishes_unnoticed(cut_short: Path) -> None:
    chance, found = random.Random(20261129), Counter[tuple[str, str]]()
    kinds = list(SPOILS)
    for number in range(VARIANTS):
        kind = kinds[number % len(kinds)]
        folder = cut_short / "now spoiled"
        shutil.copytree(cut_short / "now", folder)
        SPOILS[kind](folder, chance)
        told = found_in(folder)
        assert told != "all there" or kind not in ALWAYS_NOTICED, kind
        found[kind, told] += 1
        shutil.rmtree(folder)
    for (kind, told), count in sorted(found.items()):
        sys.stdout.write(f"{kind}: {told} {count}\n")


def test_what_was_left_alone_is_quiet(cut_short: Path, tmp_path: Path) -> None:
    shutil.copytree(cut_short / "now", tmp_path / "vault")
    assert [found_in(tmp_path / "vault") for _ in range(3)] == ["all there"] * 3


def test_it_is_told_once_and_stays_in_the_trail(cut_short: Path, tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    shutil.copytree(cut_short / "now", folder)
    (folder / LOG).unlink()
    opened = vault.open_vault(folder, WORDS, at(2))
    assert [error.phrase for error in opened.noticed] == ["noticed-acts-missing"]
    assert opened.noticed[0].arguments["count"] == STATEMENTS
    opened.close()
    opened = vault.open_vault(folder, WORDS, at(3))
    assert opened.noticed == ()
    opened.close()
    raw = connect(folder / RECORD, key_of(folder))
    assert raw.execute("SELECT reason FROM auditrecord WHERE act = 'noticed'").fetchall() == [("noticed-acts-missing",)]
    raw.close()


def test_a_record_that_never_had_a_mark_gets_one(cut_short: Path, tmp_path: Path) -> None:
    """As an older program left it."""
    folder = tmp_path / "vault"
    shutil.copytree(cut_short / "older", folder)
    (folder / MARK).unlink()
    raw = connect(folder / RECORD, key_of(folder))
    raw.execute("PRAGMA application_id = 0")
    raw.close()
    for _ in range(2):
        opened = vault.open_vault(folder, WORDS, at(2))
        assert opened.noticed == ()
        opened.close()
    (folder / MARK).unlink()
    opened = vault.open_vault(folder, WORDS, at(3))
    assert [error.phrase for error in opened.noticed] == ["noticed-mark-missing"]
    opened.close()
