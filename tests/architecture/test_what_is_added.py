"""What is added in one place is demanded whole: pages, papers, blocks of the letter, migrations, languages.

Each test names the missing piece. Sections, operators, lints, drugs, concepts, scores and files of rules have tests of
their own; CONTRIBUTING.md says which.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from core.catalogue.reading import load_catalogue
from core.chart.sections import every_section
from core.documents.follow_up_letters import every_letter
from core.documents.follow_up_letters import kinds as letter_kinds
from core.documents.referral_letter import blocks, every_block
from core.documents.safety import every_safety_paper
from core.documents.safety import kinds as safety_kinds
from core.documents.statements import every_statement
from core.documents.statements import kinds as statement_kinds
from core.language.languages import ENGLISH
from core.language.phrases import LANGUAGES, spoken
from core.safety import Matter
from core.store.records.stepping import all_migrations
from core.use_cases.make_paper import template_text
from core.use_cases.papers import every_kind, kinds
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


def files_of(package: ModuleType) -> list[str]:
    """The names of the files of a package but its own."""
    return sorted(
        path.stem for folder in package.__path__ for path in Path(folder).glob("*.py") if path.stem != "__init__"
    )


def test_every_paper_has_its_name_and_what_is_typed_for_it_too() -> None:
    assert without_phrase(tuple(kind.phrase for kind in every_kind())) == []
    typed = {field.phrase for kind in every_kind() for field in kind.typed}
    assert without_phrase(tuple(sorted(typed))) == []


def test_every_file_of_papers_blocks_and_statements_is_found() -> None:
    for package, found in (
        (kinds, every_kind()),
        (blocks, every_block()),
        (statement_kinds, every_statement()),
        (safety_kinds, every_safety_paper()),
        (letter_kinds, every_letter()),
    ):
        assert len(files_of(package)) <= len(found)
        names, orders = [each.id for each in found], [each.order for each in found]
        assert len(set(names)) == len(names)
        assert len(set(orders)) == len(orders), "two stand at one place"


def test_every_block_of_the_letter_has_its_name() -> None:
    assert without_phrase(tuple(block.phrase for block in every_block())) == []


UNTOLD = {
    "synthetic": "a mark on every page",
    "name": "the head of the letter",
    "birth_date": "the head of the letter",
    "age": "the head of the letter",
    "sex": "a section of the catalogue",
    "number": "the block of the person",
    "judge_on": "samples have a day of their own",
    "note": "a remark for the own office",
    "results": "findings stand by the section of their concept",
    "results_complete": "the judgements of a rule file ask it",
    "answers": "judgements for one rule file: the report tells them",
    "site": "what a site said of a trial: the report tells it",
    "follow_up": "the page of the follow-up tells it with its plan",
    "pasted": "lines that nobody recorded",
    "pseudonym": "it names nobody, and a letter that told it would give away whose data set it is",
}
"""Why a section of the record has no block of the letter."""


def test_every_section_of_the_record_has_a_block_of_the_letter() -> None:
    told = {each for block in every_block() for each in block.lists}
    sections = {each.id for each in every_section()}
    assert sections - told - set(UNTOLD) == set(), "no block tells them"
    assert told - sections == set(), "there is no such section"
    assert set(UNTOLD) & told == set()


def test_every_section_of_the_catalogue_has_one_block_of_the_letter() -> None:
    told = [each for block in every_block() for each in block.sections]
    sections = set(load_catalogue().sections)
    assert sections - set(told) == set(), "no block tells them"
    assert set(told) - sections == set(), "there is no such section"
    assert sorted(set(told)) == sorted(told), "two blocks tell one"


def test_what_a_block_asks_for_is_in_the_catalogue() -> None:
    wanted = {name for block in every_block() for alternatives in block.wants for name in alternatives}
    assert wanted <= set(load_catalogue().concepts)


def test_every_letter_after_the_infusion_has_its_words() -> None:
    parts = ("", "-subject", "-purpose", "-greeting", "-recipient-to-fill")
    assert without_phrase(tuple(f"{each.phrase}{part}" for each in every_letter() for part in parts)) == []


def test_every_safety_report_has_its_words() -> None:
    names = tuple(
        f"{report.phrase}{part}"
        for report in every_safety_paper()
        for part in ("", "-purpose", "-source", "-greeting", "-recipient-to-fill")
    )
    further = {name for report in every_safety_paper() for name in report.needs}
    lacks = (f"safety-lacks-{name}" for name in sorted(further))
    matters = (f"safety-{word}-{each.value}" for word in ("nothing", "where") for each in Matter)
    assert without_phrase((*names, *lacks, *matters)) == []


def test_every_statement_has_its_words() -> None:
    parts = ("", "-purpose", "-source", "-greeting", "-recipient-to-fill")
    assert without_phrase(tuple(f"{each.phrase}{part}" for each in every_statement() for part in parts)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_texts_of_the_letter(language: str) -> None:
    assert template_text(language)
    assert template_text(language, is_infused=True)


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
    wanted += [
        Path("resources/authors") / language / each.name for each in (ROOT / "resources/authors/en").glob("*.md")
    ]
    if language != ENGLISH:
        wanted.append(Path("resources/phrases") / language / "problems.po")
    assert [str(path) for path in wanted if not (ROOT / path).is_file()] == []
    assert "start-language" in spoken(language).ids, "a language says what it is called"
