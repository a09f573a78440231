"""A text of several parts: a total first, where there is one, then ``name: answer`` apart by semicolons, then the day.

Scores with items or graded domains and examinations with fields are written so; a panel changes one part at a time
and leaves every other as it was typed, understood or not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from core.catalogue.concept import Code, Concept, Item
from core.language.languages import in_language
from core.vocabulary.asking import shown, shown_anywhere
from core.vocabulary.vocabulary import Matter

OTHERS = "others"
"""The word that answers for every part not named, in every language."""


@dataclass(frozen=True, slots=True)
class Segments:
    """``head`` is what stands before the first named part, ``day`` what follows an @."""

    head: str
    named: tuple[tuple[str, str], ...]
    day: str = ""

    @property
    def text(self) -> str:
        """The text again."""
        parts = [self.head] if self.head else []
        parts += [f"{name}: {answer}" for name, answer in self.named]
        return "; ".join(parts) + (f" @ {self.day}" if self.day else "")

    def answers(self, concept: Concept) -> dict[str, str]:
        """Return what is answered, by the ids of the parts."""
        known = spellings(concept)
        found = {known.get(name.casefold()): answer for name, answer in self.named}
        return {part: answer for part, answer in found.items() if part is not None}

    def with_answer(self, concept: Concept, part: str, answer: str, language: str) -> Segments:
        """Return the segments with one part answered, "" to take its answer away."""
        known = spellings(concept)
        rest = tuple(pair for pair in self.named if known.get(pair[0].casefold()) != part)
        if not answer:
            return replace(self, named=rest)
        at = next((at for at, (name, _) in enumerate(self.named) if known.get(name.casefold()) == part), None)
        named = [*self.named]
        if at is None:
            named.insert(_place(self.named, known, part), (part_label(concept, part, language), answer))
        else:
            named[at] = (named[at][0], answer)
        return replace(self, named=tuple(named))


def read_segments(text: str) -> Segments:
    """Return the parts of a text; a part without a colon stands before the named ones."""
    before, _, day = text.partition("@")
    head: list[str] = []
    named: list[tuple[str, str]] = []
    for part in before.split(";"):
        name, colon, answer = part.partition(":")
        if colon:
            named.append((name.strip(), answer.strip()))
        elif part.strip():
            head.append(part.strip())
    return Segments("; ".join(head), tuple(named), day.strip())


def part_ids(concept: Concept) -> tuple[str, ...]:
    """Return the parts of a concept: items or domains of a score, fields of an examination."""
    return tuple(part.id for part in _parts(concept))


def part_label(concept: Concept, part: str, language: str) -> str:
    """Return the name of a part in a language."""
    if part == OTHERS:
        return shown(Matter.TYPED, "parts", language)[OTHERS]
    return in_language(_labels(concept)[part], language) or part


def spellings(concept: Concept) -> Mapping[str, str]:
    """Return every way to write the name of a part, without capitals, with the part it means."""
    found = {word.casefold(): OTHERS for word in shown_anywhere(Matter.TYPED, "parts", OTHERS)}
    for part in _parts(concept):
        words = (part.id, part.id.replace("_", " "), *part.also, *part.label.values())
        found.update((word.casefold(), part.id) for word in words)
    return found


def _labels(concept: Concept) -> dict[str, Mapping[str, str]]:
    return {part.id: part.label for part in _parts(concept)}


def _parts(concept: Concept) -> tuple[Item | Code | Concept, ...]:
    return (*concept.items, *concept.domains, *concept.fields.values())


def _place(named: tuple[tuple[str, str], ...], known: Mapping[str, str], part: str) -> int:
    """A new part stands before the word for the others."""
    places = [at for at, (name, _) in enumerate(named) if known.get(name.casefold()) == OTHERS]
    return places[0] if places and part != OTHERS else len(named)
