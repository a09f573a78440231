"""A folder nobody may write to: every writer says so in words that name what to do, and nothing is half done."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.catalogue.catalogue import Catalogue
from core.discovery import rules_path
from core.entry.statement import Statement
from core.errors import WorldError
from core.language.phrases import LANGUAGES, spoken
from core.store.vault import vault
from core.store.vault.slots import Cost
from core.store.vault.vault import Circumstances, OpenVault
from core.use_cases.keep_library import accept, take_in
from core.use_cases.keep_logo import keep_logo
from core.use_cases.keep_settings import Settings, keep_settings
from core.use_cases.keep_shelf import Shelf
from core.use_cases.write_recovery_sheet import write_recovery_sheet
from core.wording.errors import error_words
from core.writing import write_atomically
from tests.core.documents.test_logo import png
from tests.sample_screenings import catalogue

PASSPHRASE = "four words and more"
NOBODY = 65534
CIRCUMSTANCES = Circumstances(Catalogue({}, {}, {}), lambda: datetime(2026, 11, 22, tzinfo=UTC), Cost(1, 32, 4))


@contextmanager
def read_only(folder: Path) -> Generator[None]:
    """Make a folder and those below it read-only, and give up root's right to write all the same."""
    folders = [folder, *(path for path in folder.rglob("*") if path.is_dir())]
    is_root = os.geteuid() == 0
    for each in folders:
        each.chmod(0o555)
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        for each in folders:
            each.chmod(0o755)


def reachable() -> Iterator[Path]:
    """A folder that others than root can reach: the one pytest gives cannot be entered by anybody else."""
    made = Path(tempfile.mkdtemp())
    made.chmod(0o755)
    yield made
    shutil.rmtree(made)


folder = pytest.fixture(reachable)
writable = pytest.fixture(reachable)


@pytest.fixture
def opened(folder: Path) -> Iterator[OpenVault]:
    found, _ = vault.create_vault(folder / "vault", PASSPHRASE, CIRCUMSTANCES)
    for path in (folder / "vault").iterdir():
        path.chmod(0o644)
    yield found
    found.close()


def content_of(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


WRITERS: dict[str, Callable[[Path], object]] = {
    "settings": lambda folder: keep_settings(folder, Settings(author="Dr Other")),
    "logo": lambda folder: keep_logo(folder, png()),
    "paper": lambda folder: write_atomically(folder / "paper.pdf", b"paper"),
    "recovery sheet": lambda folder: write_recovery_sheet(
        folder / "key.pdf", "AAAAA", spoken("en"), datetime(2026, 11, 22, tzinfo=UTC)
    ),
    "rule file": lambda folder: accept(
        take_in(rules_path("protocols") / "example-sle-cart-01.yaml", (), catalogue()),
        Shelf(folder / "rules", lambda _: ""),
    ),
    "new vault": lambda folder: vault.create_vault(folder / "another", PASSPHRASE, CIRCUMSTANCES)[0].close(),
}


@pytest.mark.parametrize("writer", WRITERS)
def test_every_writer_names_the_folder_and_leaves_all_as_it_was(folder: Path, writable: Path, writer: str) -> None:
    # Where it may, it writes; this also imports what is imported late, which nobody may read from a root's own folder.
    WRITERS[writer](writable)
    assert content_of(writable)
    keep_settings(folder, Settings(author="Dr Example"))
    before = content_of(folder)
    with read_only(folder), pytest.raises(WorldError) as caught:
        WRITERS[writer](folder)
    assert content_of(folder) == before
    for language in LANGUAGES:
        assert str(folder) in error_words(caught.value, spoken(language))


def test_a_vault_in_it_is_not_opened(folder: Path, opened: OpenVault) -> None:
    opened.close()
    before = content_of(folder)
    with read_only(folder), pytest.raises(WorldError) as caught:
        vault.open_vault(folder / "vault", PASSPHRASE, CIRCUMSTANCES)
    assert "permissions" in error_words(caught.value, spoken("en"))
    assert content_of(folder) == before


def test_one_that_turns_read_only_keeps_what_was_safe(folder: Path, opened: OpenVault) -> None:
    patient = opened.records.add_patient([Statement.of("name", "Synthetic")], "x")
    with read_only(folder / "vault"):
        with pytest.raises(WorldError) as caught:
            opened.backup()
        assert str(folder) in error_words(caught.value, spoken("en"))
        with pytest.raises(WorldError):
            opened.new_recovery_key()
    assert opened.records.patient(patient) is not None
    opened.close()
    again = vault.open_vault(folder / "vault", PASSPHRASE, CIRCUMSTANCES)
    assert [line.name for line in again.records.patients()] == ["Synthetic"]
    again.close()
