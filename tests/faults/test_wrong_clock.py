"""A clock that is wrong: no wait lasts, no backup is thinned or hidden, a damaged one is made again."""

from __future__ import annotations

import random
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from core.catalogue.catalogue import Catalogue
from core.entry.statement import Statement
from core.store.vault import attempts, backups, vault
from core.store.vault.backups import Backup
from core.store.vault.place import BACKUPS, RECORD
from core.store.vault.slots import Cost
from core.store.vault.vault import Circumstances, OpenVault
from tests.faults.scenes import WORDS

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
AHEAD = timedelta(days=4 * 365)
LONGEST = 60
WALKS = 200
HOSTILE = (
    b"", b"{", b"[]", b"null", b'"x"', b"\xff\xfe", b'{"failed": 1e999}', b'{"failed": true, "steady": 1}',
    b'{"failed": 1000000000000, "steady": 1}', b'{"failed": -5, "steady": 1}', b'{"failed": 9, "steady": "x"}',
    b'{"failed": 9, "steady": 1e300}', b'{"failed": 9, "steady": -1e300}', b'{"failed": 9, "steady": NaN}',
    b'{"failed": 9, "steady": ' + b"9" * 900 + b"}", b'{"failed": 9, "last": "2030-01-01T00:00:00+00:00"}',
    b'{"failed": 9}', b"[" * 1000, b" " * 5000, b'{"failed": 9, "steady": 0, "failed": 0}',
)  # fmt: skip


def at(instant: datetime, steady: float = 0.0) -> Circumstances:
    return Circumstances(Catalogue({}, {}, {}), lambda: instant, Cost(1, 32, 4), steady=lambda: steady)


def test_every_wait_ends_within_a_minute(tmp_path: Path) -> None:
    """The computer restarts now and then and its seconds begin anew: a wait begins once more, and ends."""
    chance, longest = random.Random(20261129), 0
    for _ in range(WALKS):
        steady = chance.random() * 1e6
        for _ in range(chance.randrange(12)):
            attempts.note_failure(tmp_path, steady)
            steady = chance.choice((steady, steady + chance.random() * 100, chance.random() * 1e6))
        waited = 0
        while wait := attempts.seconds_to_wait(tmp_path, steady):
            assert wait <= LONGEST
            steady, waited = steady + 1, waited + 1
            assert waited <= LONGEST
        longest = max(longest, waited)
        attempts.note_success(tmp_path)
    sys.stdout.write(f"{WALKS} walks, the longest wait {longest} s\n")


@pytest.mark.parametrize("content", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_stands_in_the_file_a_right_passphrase_opens_within_a_minute(tmp_path: Path, content: bytes) -> None:
    vault.create_vault(tmp_path, WORDS, at(NOON))[0].close()
    (tmp_path / attempts.NAME).write_bytes(content)
    assert attempts.seconds_to_wait(tmp_path, 500.0) <= LONGEST
    vault.open_vault(tmp_path, WORDS, at(NOON, 500.0 + LONGEST)).close()


def test_a_folder_in_its_place_refuses_nobody(tmp_path: Path) -> None:
    vault.create_vault(tmp_path, WORDS, at(NOON))[0].close()
    (tmp_path / attempts.NAME).mkdir()
    attempts.note_failure(tmp_path, 1.0)
    vault.open_vault(tmp_path, WORDS, at(NOON, 2.0)).close()


def add(opened: OpenVault, name: str) -> Backup:
    opened.records.add_patient([Statement.of("name", name)], "x")
    made = opened.backup()
    assert made is not None
    return made


def lived(folder: Path, starts: list[datetime]) -> list[Backup]:
    """A vault opened at each of these, each time with one patient more and two backups."""
    vault.create_vault(folder, WORDS, at(starts[0]))[0].close()
    made: list[Backup] = []
    for number, start in enumerate(starts):
        opened = vault.open_vault(folder, WORDS, at(start))
        made += [add(opened, f"{number}a"), add(opened, f"{number}b")]
        opened.close()
    return made


@pytest.mark.parametrize("leap", [AHEAD, -AHEAD, timedelta(days=40)], ids=["ahead", "behind", "forty days"])
def test_one_start_with_a_wrong_clock_thins_and_hides_nothing(tmp_path: Path, leap: timedelta) -> None:
    days = [NOON + timedelta(days=day) for day in range(3)]
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    lived(tmp_path / "a", days)
    before = {each.record.name for each in backups.backups_in(tmp_path / "a")}
    opened = vault.open_vault(tmp_path / "a", WORDS, at(days[-1] + leap))
    odd = [add(opened, "odd"), add(opened, "odd too")]
    opened.close()
    after = {each.record.name for each in backups.backups_in(tmp_path / "a")}
    assert after == before | {each.record.name for each in odd}
    opened = vault.open_vault(tmp_path / "a", WORDS, at(days[-1] + timedelta(hours=1)))
    last = add(opened, "right again")
    assert backups.backups_in(tmp_path / "a")[0] == last
    opened.close()
    assert {each.record.name for each in backups.backups_in(tmp_path / "a")} == after | {last.record.name}
    (tmp_path / "a" / RECORD).write_bytes(b"")
    best = vault.look_through(tmp_path / "a", WORDS, at(days[-1]))[0]
    assert best.backup == last
    assert best.lost == 0


def test_backups_without_numbers_come_before(tmp_path: Path) -> None:
    """As an older program named them."""
    last = lived(tmp_path, [NOON])[-1]
    for path in (last.record, last.header):
        path.rename(path.with_stem(f"{NOON + AHEAD:%Y-%m-%dT%H-%M-%S}"))
    opened = vault.open_vault(tmp_path, WORDS, at(NOON + timedelta(hours=1)))
    made = add(opened, "new")
    opened.close()
    assert backups.backups_in(tmp_path)[0] == made
    assert backups.backups_in(tmp_path)[-1].number == 0


@pytest.mark.parametrize("size", [0, 5000], ids=["emptied", "cut"])
def test_a_damaged_newest_backup_is_made_again(tmp_path: Path, size: int) -> None:
    last = lived(tmp_path, [NOON])[-1]
    last.record.write_bytes(last.record.read_bytes()[:size])
    opened = vault.open_vault(tmp_path, WORDS, at(NOON + timedelta(hours=1)))
    made = opened.backup()
    assert made is not None
    assert opened.backup() is None
    opened.close()
    assert last not in backups.backups_in(tmp_path)
    assert len(list((tmp_path / BACKUPS).glob("*.db"))) == 2
    (tmp_path / RECORD).write_bytes(b"")
    assert vault.look_through(tmp_path, WORDS, at(NOON))[0].backup == made
