"""Every method, sample or circumstance of a value can be asked for in brackets, by each of its names."""

from __future__ import annotations

from collections.abc import Iterator

from core.catalogue.concept import Concept, Kind
from core.catalogue.reading import load_catalogue
from core.criteria.parsing.sentences import read_sentence
from core.criteria.scope import Scope


def sentences() -> Iterator[str]:
    """Yield a sentence for every method of every value."""
    for concept in load_catalogue().concepts.values():
        asked = _asked(concept)
        for qualifier in concept.qualifiers if asked else ():
            yield from (f"{concept.id} ({name}) {asked}" for name in (qualifier.id, *qualifier.also))


def _asked(concept: Concept) -> str:
    if concept.kind in (Kind.NUMBER, Kind.SCORE):
        return f">= 1 {concept.units[0].name}" if concept.units else ">= 1"
    return "is positive" if concept.kind is Kind.TEST else ""


def test_a_method_in_brackets_is_no_part_of_the_name() -> None:
    scope = Scope(load_catalogue())
    written = list(sentences())
    assert written
    assert {text: slips for text in written if (slips := read_sentence(text, scope)[1])} == {}
