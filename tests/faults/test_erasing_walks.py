"""Whatever happens between erasures, in any order: nobody erased is in a file that the list does not name."""

from __future__ import annotations

import os
import random
import shutil
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from core.entry.statement import Statement
from core.progress import GivenUpError
from core.store.records.examining import examine
from core.store.vault import vault
from core.store.vault.erasing import copies_in
from core.store.vault.header import read_header
from core.store.vault.place import BACKUPS, HEADER
from core.store.vault.slots import passphrase_secret, subkey, unwrap
from tests.faults.plain_pages import found_in
from tests.faults.scenes import WORDS, at

WALKS = int(os.environ.get("KRITERION_KILLS", "20")) // 4
"""50 behind the variable."""
ACTS = 16


class Walk:
    """A vault, what was done with it, and who was erased."""

    def __init__(self, place: Path, seed: int) -> None:
        self.folder, self.away, self.old = place / "vault", place / "away", place / "old"
        self.chance = random.Random(seed)
        self.erased: list[str] = []
        self.hours = 0
        self.made = 0
        self.opened, _ = vault.create_vault(self.folder, WORDS, at())
        for folder in (self.away, self.old):
            folder.mkdir()
        master = unwrap(read_header((self.folder / HEADER).read_bytes()).slots["passphrase"], passphrase_secret(WORDS))
        self.key = subkey(master or b"", "record")

    # --- acts

    def add(self) -> None:
        self.made += 1
        name = f"Quill{self.made}x{self.chance.randrange(10**6)}"
        patient = self.opened.records.add_patient([Statement.of("name", name)], "x")
        for number in range(self.chance.randrange(4)):
            text = f"{name} {'y' * self.chance.randrange(9000)} {name}"
            said = self.opened.records.record(patient, Statement.of(f"note{number}", text), "x").result()
            self.opened.records.keep_draft(patient, f"draft{number}", f"{name} is typing")
            if self.chance.random() < 1 / 2:
                self.opened.records.retract(patient, said.id, f"{name} said so", "x").result()

    def back_up(self) -> None:
        made = self.opened.backup()
        if made is not None and self.chance.random() < 1 / 2:
            shutil.copy(made.record, self.old)

    def erase(self) -> None:
        lines = self.opened.records.patients()
        if lines:
            line = self.chance.choice(lines)
            self.opened.erasing.erase(line.id, "asked for it", "x")
            self.erased.append(line.name)

    def finish(self) -> None:
        step = self.chance.randrange(12)

        def give_up(done: int, total: int) -> None:
            del total
            if done == step:
                raise GivenUpError

        with suppress(GivenUpError):
            self.opened.erasing.finish(give_up)

    def lock(self) -> None:
        self.opened.close()
        self.open()

    def kill(self) -> None:
        """The files as they lie while it is open are what a kill leaves behind."""
        self.opened.records.finish()
        left = self.folder.with_name("left")
        shutil.copytree(self.folder, left)
        self.opened.close()
        shutil.rmtree(self.folder)
        left.rename(self.folder)
        self.open()

    def restore(self) -> None:
        self.opened.close()
        found = [each for each in vault.look_through(self.folder, WORDS, at(self.hours)) if each.backup is not None]
        if found:
            vault.restore(self.folder, self.chance.choice(found))
        self.open()

    def take_away(self) -> None:
        backups = list((self.folder / BACKUPS).glob("*.db"))
        if backups:
            path = self.chance.choice(sorted(backups))
            path.rename(self.away / path.name)

    def bring_back(self) -> None:
        for path in sorted(self.away.glob("*.db")):
            path.rename(self.folder / BACKUPS / path.name)

    def put_in_older(self) -> None:
        """A copy that somebody made by hand comes into the folder, perhaps over a rewritten one."""
        self.opened.close()
        old = sorted(self.old.glob("*.db"))
        if old:
            path = self.chance.choice(old)
            shutil.copy(path, self.folder / BACKUPS)
            (self.away / path.name).unlink(missing_ok=True)
        self.open()
        self.opened.erasing.finish()

    def open(self) -> None:
        self.hours += 1
        self.opened = vault.open_vault(self.folder, WORDS, at(self.hours))
        assert {each.phrase for each in self.opened.noticed} <= {"noticed-erased-again"}

    # --- what has to hold

    def check(self) -> None:
        self.opened.records.finish()
        names = {line.name for line in self.opened.records.patients()}
        assert names.isdisjoint(self.erased)
        found = found_in(self.folder, self.key, self.erased)
        listed = {each.name for each in self.opened.erasing.still}
        assert set(found) <= listed, (found, listed)

    def end(self) -> None:
        self.bring_back()
        assert self.opened.erasing.finish() == ()
        self.opened.close()
        assert found_in(self.folder, self.key, self.erased) == {}
        for name in copies_in(self.folder):
            examine(self.folder / name, self.key)
        self.open()
        assert self.opened.records.check_all().is_whole
        self.opened.close()


ACTS_OF = (
    Walk.add, Walk.add, Walk.back_up, Walk.back_up, Walk.erase, Walk.erase, Walk.finish, Walk.finish, Walk.lock,
    Walk.kill, Walk.restore, Walk.take_away, Walk.bring_back, Walk.put_in_older,
)  # fmt: skip


@pytest.mark.parametrize("seed", range(WALKS))
def test_nobody_erased_is_where_the_list_does_not_say(seed: int, tmp_path: Path) -> None:
    walk, done = Walk(tmp_path, seed), Counter[str]()
    walk.add()
    for _ in range(ACTS):
        act = walk.chance.choice(ACTS_OF)
        done[act.__name__] += 1
        act(walk)
        walk.check()
    walk.end()
    sys.stdout.write(f"{seed}: {len(walk.erased)} erased, {dict(done)}\n")
