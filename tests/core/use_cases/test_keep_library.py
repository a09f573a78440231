"""The user's own rule files beside those that ship: the newer version is judged, of the same version the own one."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from core.discovery import rules_path
from core.store.vault.recovery_key import new_recovery_key
from core.store.vault.slots import Cost
from core.store.vault.vault import Circumstances, create_vault, open_vault, renew_key
from core.use_cases.keep_library import accept, judged_files, load_library, take_in, with_own
from core.use_cases.keep_shelf import LIST, HoldsFrom, Kept, Shelf, hash_of, is_found_only, seal_anew, shelf_of
from tests.sample_screenings import catalogue, rules

FILE = rules_path("protocols") / "example-sle-cart-01.yaml"


def seal(content: bytes) -> str:
    return hmac.new(b"key of this vault", content, "sha256").hexdigest()


def shelf_in(vault: Path) -> Shelf:
    return Shelf(vault / "rules", seal)


def taken_in(tmp_path: Path, version: str) -> Path:
    """A vault on whose shelf the example stands in another version."""
    vault, changed = tmp_path / "vault", tmp_path / "changed.yaml"
    text = FILE.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("version:"))
    changed.write_text(text.replace(line, f"version: {version}", 1), encoding="utf-8")
    accept(take_in(changed, (), catalogue()), shelf_in(vault))
    return vault


@pytest.mark.parametrize("version", ["0.0.1", "99.0.0"])
def test_reading_the_own_files_alone_judges_the_same(tmp_path: Path, version: str) -> None:
    vault = taken_in(tmp_path, version)
    shipped = rules().files
    quick = with_own(shipped, shelf_in(vault), catalogue())
    whole = judged_files(load_library(shelf_in(vault), catalogue()))
    assert [(each.checked.rule_file.id, each.checked.rule_file.version) for each in quick] == [
        (each.checked.rule_file.id, each.checked.rule_file.version) for each in whole
    ]
    versions = {each.checked.rule_file.id: each.checked.rule_file.version for each in quick}
    assert (versions["example-sle-cart-01"] == version) == (version == "99.0.0")


def test_a_damaged_own_file_stops_nothing(tmp_path: Path) -> None:
    vault = taken_in(tmp_path, "99.0.0")
    (vault / "rules" / "broken.yaml").write_text("id: [", encoding="utf-8")
    shipped = rules().files
    assert len(with_own(shipped, shelf_in(vault), catalogue())) == len(shipped)


def put_there(vault: Path) -> None:
    """A file that somebody put into the folder, as good as one that was taken in."""
    text = FILE.read_text(encoding="utf-8").replace("version: ", "version: 98.0.0 # ", 1)
    (vault / "rules" / "put-there.yaml").write_text(text, encoding="utf-8")


def listed_by_hand(vault: Path) -> None:
    """The same, and its hash written into the list."""
    put_there(vault)
    body = json.loads((vault / "rules" / LIST).read_text())
    body["files"].append(hash_of((vault / "rules" / "put-there.yaml").read_bytes()))
    (vault / "rules" / LIST).write_text(json.dumps(body))


def listed_by_another_vault(vault: Path) -> None:
    """The same, with the seal of another vault."""
    put_there(vault)
    content = (vault / "rules" / "put-there.yaml").read_bytes()
    Shelf(vault / "rules", lambda content: seal(content + b"another key")).keep(
        vault / "rules" / "put-there.yaml", content
    )


def changed_afterwards(vault: Path) -> None:
    """The file that was taken in, with one sign more."""
    (path,) = (vault / "rules").glob("example-*.yaml")
    path.write_bytes(path.read_bytes() + b"#")


def list_lost(vault: Path) -> None:
    """The list is gone."""
    (vault / "rules" / LIST).unlink()


def version_judged(vault: Path) -> str:
    shipped = rules().files
    quick = with_own(shipped, shelf_in(vault), catalogue())
    whole = judged_files(load_library(shelf_in(vault), catalogue()))
    found = {each.checked.rule_file.version for each in (*quick, *whole) if each.checked.rule_file.id == FILE.stem}
    assert len(found) == 1
    return found.pop()


@pytest.mark.parametrize(
    ("attack", "is_still_judged", "found"),
    [
        (put_there, True, {"put-there.yaml"}),
        (listed_by_hand, False, {"put-there.yaml", "own"}),
        (listed_by_another_vault, False, {"put-there.yaml", "own"}),
        (changed_afterwards, False, {"own"}),
        (list_lost, False, {"own"}),
    ],
    ids=lambda each: each.__name__ if callable(each) else "",
)
def test_only_what_was_taken_in_through_the_program_is_judged(
    tmp_path: Path, attack: Callable[[Path], None], found: set[str], *, is_still_judged: bool
) -> None:
    vault = taken_in(tmp_path, "97.0.0")
    assert version_judged(vault) == "97.0.0"
    attack(vault)
    assert (version_judged(vault) == "97.0.0") == is_still_judged
    own = [each for each in load_library(shelf_in(vault), catalogue()) if each.is_yours]
    named = {"own" if each.path.name.startswith("example-") else each.path.name for each in own if not each.is_taken_in}
    assert named == found
    assert all(each.compiled is None and each.text for each in own if not each.is_taken_in)
    # taken in again through the program, it counts again
    (path, *_) = (vault / "rules").glob("*.yaml")
    accept(take_in(path, (), catalogue()), shelf_in(vault))
    assert any(
        each.is_taken_in and each.compiled for each in load_library(shelf_in(vault), catalogue()) if each.is_yours
    )


def test_the_command_line_knows_what_was_only_found(tmp_path: Path) -> None:
    vault = taken_in(tmp_path, "97.0.0")
    put_there(vault)
    paths = sorted((vault / "rules").glob("*.yaml"))
    assert not any(is_found_only(path, path.read_bytes()) for path in paths), "the folder of no record is no shelf"
    (vault / "kriterion.vault").touch()
    assert [is_found_only(path, path.read_bytes()) for path in paths] == [False, True]


def test_what_was_taken_in_stays_so_under_a_new_key(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    circumstances = Circumstances(catalogue(), lambda: datetime(2026, 11, 22, tzinfo=UTC), Cost(1, 32, 4))
    vault, _ = create_vault(folder, "four words and more", circumstances)
    accept(take_in(FILE, (), catalogue()), shelf_of(vault))
    before = shelf_of(vault).taken_in()
    vault.close()
    renew_key(
        folder,
        "four words and more",
        new_recovery_key(),
        circumstances,
        beside=partial(seal_anew, folder),
    )
    again = open_vault(folder, "four words and more", circumstances)
    assert shelf_of(again).taken_in() == before
    again.close()
    assert before


def test_a_note_beside_a_file_is_sealed_and_an_older_list_stays_readable(tmp_path: Path) -> None:
    """From when on a file holds stands in the list; one that somebody changed by hand names nothing any more."""
    shelf = Shelf(tmp_path / "rules", lambda content: hashlib.sha256(b"key" + content).hexdigest())
    content = b"format: 1\n"
    shelf.keep(shelf.folder / "first.yaml", content)
    assert shelf.taken_in() == {hash_of(content)}
    assert shelf.origins() == {}
    note = HoldsFrom(hash_of(b"second"), "2026-09-01", "Dr Example", "2026-11-01T00:00:00+00:00")
    shelf.keep_all((Kept(shelf.folder / "second.yaml", b"second", None, note),), ())
    assert shelf.taken_in() == {hash_of(content), hash_of(b"second")}
    assert shelf.origins()[hash_of(b"second")].holds_from == "2026-09-01"
    listed = shelf.folder / LIST
    listed.write_text(listed.read_text("utf-8").replace("2026-09-01", "2026-01-01"), "utf-8")
    assert shelf.taken_in() == frozenset()
    assert shelf.origins() == {}
