"""Sources speak the language of the paper where their words are ours; what is published stays as it is, and is said."""

from __future__ import annotations

import pytest

from core.language.phrases import Phrases
from core.rule_files.rule_file import Source
from core.wording.citing import citations, has_published_titles, source_words
from tests.sample_screenings import compiled, rules

OURS = Source(
    "a", "Copy of the record", "local default", "", "unknown", "unknown", {"en": "Copy of the record", "de": "Kopie"}
)
PUBLISHED = Source("b", "Long Term Follow-up", "doi:1", "", "2024", "unknown")


def test_a_title_of_ours_is_translated_and_a_published_one_is_not() -> None:
    assert source_words(OURS, Phrases("de")).startswith("Kopie; Datum nicht bekannt")
    assert source_words(OURS, Phrases("en")).startswith("Copy of the record; ")
    assert "local default" not in source_words(OURS, Phrases("de"))
    assert source_words(PUBLISHED, Phrases("de")).startswith("Long Term Follow-up; ")


def test_that_published_titles_stand_in_their_language_is_said_where_some_do() -> None:
    assert has_published_titles((OURS, PUBLISHED), "en", "de")
    assert not has_published_titles((OURS,), "en", "de")
    assert not has_published_titles((OURS, PUBLISHED), "en", "en")


def test_a_section_named_in_words_of_the_source_is_quoted_on_a_paper_of_another_language() -> None:
    file = compiled("hospital-exemption")
    criteria, sources = file.checked.rule_file.criteria, file.checked.rule_file.sources
    told = {
        language: [
            cited for each in criteria for cited in citations(each, sources, file.checked.scope, Phrases(language))
        ]
        for language in ("en", "de")
    }
    assert "[4] organ function" in told["en"]
    assert "[4] „organ function“" in told["de"]
    assert "[1] Einschluss 1" in told["de"]


@pytest.mark.parametrize("language", ["de"])
def test_every_shipped_description_of_a_source_is_translated(language: str) -> None:
    """What is left names its journal, its authors or its protocol."""
    left = {
        source.title
        for file in rules().files
        for source in file.checked.rule_file.sources.values()
        if language not in source.titles
    }
    published = ("Example protocol", "SLEDAI-2K", "et al.", "J Rheumatol")
    assert [title for title in left if not any(each in title for each in published)] == []
