"""German has one word for one thing (docs/glossary.md): what stands for it elsewhere stands in no phrase."""

from __future__ import annotations

import re

import pytest
from fluent.runtime import FluentResource
from fluent.syntax import ast
from fluent.syntax.serializer import FluentSerializer

from core.language.phrases import phrase_files

NEVER = {
    "Entscheidungszeitpunkt": "Entscheidungspunkt",
    "nicht erfasst": "nicht dokumentiert",
    "schließt aus": "Ausschluss",
    "Überweisungsbrief": "Zuweisungsschreiben",
    "teilweises Ansprechen": "partielles Ansprechen",
    "Therapieresistenz": "Therapierefraktärität",
}
OF_COURSES = ("aloud-", "cause-", "evidence-", "letter-", "form-treatments", "form-complete", "entry-", "boundary-")
"""The phrases that speak of what a patient took: a Therapie. Behandlung is what somebody is given as care."""


def phrases() -> dict[str, str]:
    """Return every German phrase as it is written."""
    found: dict[str, str] = {}
    serializer = FluentSerializer()
    for path in phrase_files("de"):
        for item in FluentResource(path.read_text(encoding="utf-8")).body:
            if isinstance(item, ast.Message):
                found[item.id.name] = serializer.serialize_entry(item)
    return found


@pytest.mark.parametrize("word", list(NEVER))
def test_no_phrase_has_the_other_word(word: str) -> None:
    assert [name for name, text in phrases().items() if word in text] == [], f"write {NEVER[word]}"


def test_what_a_patient_took_is_a_therapy() -> None:
    found = {name: text for name, text in phrases().items() if name.startswith(OF_COURSES)}
    assert len(found) > len(OF_COURSES)
    assert [name for name, text in found.items() if re.search(r"[Bb]ehandlung(?!sbedürftig)", text)] == []
