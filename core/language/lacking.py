"""What a language lacks and is said in English: phrases, and labels of whatever was read from files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields, is_dataclass
from typing import cast

from core.language.languages import ENGLISH, languages
from core.language.phrases import spoken

Labels = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Lacking:
    """How many phrases and labels a language has not of its own."""

    language: str
    phrases: int
    labels: int


def lacking(things: Sequence[object]) -> tuple[Lacking, ...]:
    """Return what each language lacks of the phrases, and of the labels in some things; whole ones are left out."""
    labels = tuple(labels_in(things))
    found = (
        Lacking(each, len(spoken(each).missing), sum(not label.get(each) for label in labels)) for each in languages()
    )
    return tuple(each for each in found if each.phrases or each.labels)


def labels_in(thing: object) -> Iterator[Labels]:
    """Yield every text by language that a thing or anything in it holds, each once."""
    waiting, seen = [thing], set[int]()
    while waiting:
        each = waiting.pop()
        if id(each) in seen or isinstance(each, str | bytes):
            continue
        seen.add(id(each))
        if _is_label(each):
            yield cast("Labels", each)
        else:
            waiting += _inside(each)


def _inside(thing: object) -> Iterator[object]:
    if isinstance(thing, Mapping):
        yield from cast("Mapping[object, object]", thing).values()
    elif isinstance(thing, Sequence | AbstractSet):
        yield from cast("Sequence[object]", thing)
    elif is_dataclass(thing) and not isinstance(thing, type):
        yield from (getattr(thing, each.name) for each in fields(thing))


def _is_label(thing: object) -> bool:
    if not isinstance(thing, Mapping):
        return False
    labels = cast("Mapping[object, object]", thing)
    return ENGLISH in labels and all(isinstance(text, str) for text in labels.values())
