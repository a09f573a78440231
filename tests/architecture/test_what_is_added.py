"""What is added in one place is demanded whole: pages, papers, blocks of the letter, migrations, languages.

Each test names the missing piece. Sections, operators, lints, drugs, concepts, scores and files of rules have tests of
their own; CONTRIBUTING.md says which.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.documents.referral_letter.options import LetterPart, Statement
from core.language.languages import ENGLISH
from core.language.phrases import LANGUAGES, spoken
from core.store.records.stepping import all_migrations
from core.use_cases.make_paper import PaperKind
from tests.architecture.program_sources import ROOT, sources
from ui.desktop.pages.page import Page

WORDS = ("typed.yaml", "doses.yaml", "pasted.yaml", "spoken.yaml")
PAGES = ROOT / "ui" / "desktop" / "pages"
WHERE_PAGES_MEET = "ui/desktop/opened.py"


def page_classes() -> list[type[Page]]:
    """Every page that has a place in the rail: the class of each ``page.py`` that is a Page."""
    modules = (importlib.import_module(f"ui.desktop.pages.{path.parent.name}.page") for path in PAGES.glob("*/page.py"))
    return sorted(
        (
            each
            for module in modules
            for each in vars(module).values()
            if isinstance(each, type) and issubclass(each, Page) and each.__module__ == module.__name__
        ),
        key=lambda each: each.__name__,
    )


def without_phrase(names: Iterator[str] | tuple[str, ...]) -> list[str]:
    wanted = tuple(names)
    return [f"{name} in {language}" for language in LANGUAGES for name in wanted if name not in spoken(language).ids]


def test_every_folder_of_a_page_holds_one() -> None:
    assert len(page_classes()) == len(list(PAGES.glob("*/page.py")))


def test_every_page_has_its_name_and_its_keys() -> None:
    pages = page_classes()
    assert without_phrase(tuple(page.phrase for page in pages)) == []
    for what in ("id", "shortcut"):
        told = [getattr(page, what) for page in pages]
        assert all(told)
        assert len(set(told)) == len(told), f"two pages have one {what}: {told}"


def test_every_page_is_shown_by_the_window() -> None:
    text = next(source.text for source in sources("ui") if source.path == WHERE_PAGES_MEET)
    assert [page.__name__ for page in page_classes() if f"{page.__name__}(" not in text] == []


def test_every_paper_has_its_name() -> None:
    assert without_phrase(tuple(f"documents-{kind.value}" for kind in PaperKind)) == []


def test_every_paper_is_made() -> None:
    text = (ROOT / "core/use_cases/make_paper.py").read_text(encoding="utf-8")
    assert [kind.name for kind in PaperKind if f"case PaperKind.{kind.name}:" not in text] == []


def test_every_block_of_the_letter_has_its_name_and_is_written() -> None:
    assert without_phrase(tuple(f"documents-part-{part.value}" for part in LetterPart)) == []
    folder = ROOT / "core/documents/referral_letter"
    text = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    assert [part.name for part in LetterPart if f"LetterPart.{part.name}" not in text] == []


def test_every_statement_has_its_title_purpose_and_source() -> None:
    names = (f"letter-statement-{each.value}{part}" for each in Statement for part in ("", "-purpose", "-source"))
    assert without_phrase(names) == []


def test_every_version_of_the_record_was_kept() -> None:
    """The past stays readable: a record as each version wrote it, which the newest opens."""
    versions = [migration.version for migration in all_migrations()]
    assert versions == list(range(1, len(versions) + 1))
    kept = ROOT / "tests/core/store"
    assert [version for version in versions if not (kept / f"version-{version}.db").is_file()] == []


def test_the_languages_are_the_folders_of_phrases() -> None:
    folders = {path.name for path in (ROOT / "resources/phrases").iterdir() if path.is_dir()}
    assert folders == set(LANGUAGES)
    assert (ENGLISH, *sorted(folders - {ENGLISH})) == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_its_files(language: str) -> None:
    english = {path.name for path in (ROOT / "resources/phrases/en").glob("*.ftl")}
    wanted = [Path("resources/phrases") / language / name for name in sorted(english)]
    wanted.append(Path("resources/letters") / language / "referral.txt")
    wanted += [Path("resources/phrases") / language / name for name in WORDS]
    if language != ENGLISH:
        wanted.append(Path("resources/phrases") / language / "problems.po")
    assert [str(path) for path in wanted if not (ROOT / path).is_file()] == []
    assert "start-language" in spoken(language).ids, "a language says what it is called"
