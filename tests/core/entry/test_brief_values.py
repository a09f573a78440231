"""A field that nobody edits shows the value alone: with its unit beside it, it is still the value that was recorded."""

from __future__ import annotations

from datetime import date

import pytest
import yaml

from core.catalogue.concept import Kind
from core.entry.statement import Plain
from core.entry.typed import Typing, Understood, read_typed
from core.entry.typed.showing import brief_text
from core.language.phrases import LANGUAGES
from tests.sample_screenings import catalogue, sample_paths

WRITTEN = ("1:1280", "<1:80", ">1:640", ">=1:320")


TITRES = [each.id for each in catalogue().concepts.values() if each.kind is Kind.TITRE]


def recorded() -> list[tuple[str, str]]:
    """Return every value that a sample records as a text, with its concept."""
    found: dict[tuple[str, str], None] = {}
    for path in sample_paths():
        written: dict[str, Plain] = yaml.safe_load(path.read_text("utf-8"))
        for name, content in written.items():
            for each in content if isinstance(content, list) else [content]:
                value = each.get("value") if isinstance(each, dict) else None
                if isinstance(value, str) and catalogue().concept(name) is not None:
                    found[(name, value)] = None
    return list(found)


def typed_back(name: str, value: str, language: str) -> str:
    concept = catalogue().concept(name)
    assert concept is not None
    unit = value.partition(" ")[2] if concept.kind in (Kind.NUMBER, Kind.TEST) else ""
    text = " ".join(part for part in (brief_text({"value": value}, concept, language), unit) if part)
    typed = read_typed(text, concept, Typing(language, date(2026, 11, 22)))
    assert isinstance(typed, Understood), text
    assert isinstance(typed.content, dict)
    return str(typed.content["value"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("value", WRITTEN)
@pytest.mark.parametrize("name", TITRES)
def test_a_titre_is_shown_whole(name: str, value: str, language: str) -> None:
    """1:1280 is no 1."""
    concept = catalogue().concept(name)
    assert concept is not None
    assert brief_text({"value": value}, concept, language) == value


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_of_the_samples_come_back(language: str) -> None:
    assert recorded()
    for name, value in recorded():
        assert typed_back(name, value, language) == value, name
