"""What somebody means who writes a name that is none: a frequent word, or a slip of the pen; never another thing.

A guess must not lead to another antibody, drug or disease: obeyed, a file checks clean and asks for something else. So
words are compared one by one, as they sound; of a short one every letter counts (two may stand in each other's place),
of a longer one a single letter may be wrong, and a figure never is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.catalogue.names import Among, Names
from core.catalogue.spelling import folded
from core.language.said import said
from core.source_text.fields import Fields
from core.source_text.suggestion import slips

_WORDS = re.compile(r"[\s_/\u2010-\u2015-]+")
_SOUNDS = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ae", "e"), ("oe", "e"), ("ue", "u"), ("ph", "f"), ("th", "t"),
    ("ck", "k"), ("c", "k"), ("z", "k"), ("y", "i"))  # fmt: skip
_DOUBLE = re.compile(r"(.)\1")
_LONG = 7
"""From so many letters on one of them may be wrong, but for the last: cortisol is not cortisone, kalium not kalzium."""

_SHORTEST = 3
_VOICELESS = {"b": "p", "d": "t", "g": "k"}
"""Last letters that sound alike: rituximap."""


@dataclass(frozen=True, slots=True)
class Meant:
    """A word that is said often, and the names it can mean; none of them is what it says.

    ``line`` is what a criterion has instead of a condition where the word is nothing that can be known of a patient
    (``formality: consent``), "" for other words.
    """

    said: str
    names: tuple[str, ...]
    line: str = ""


def read_meant(fields: Fields, names: Names) -> tuple[Meant, ...]:
    """Return the words of one entry with the names they can mean."""
    words = [name.text for name in fields.required_texts("said")]
    meant = names.use(fields, "names", Among.EVERYTHING)
    points = tuple(point.text for point in fields.texts("points"))
    line = fields.text("line") or ""
    fields.finish()
    return tuple(Meant(word, (*meant, *points), line) for word in words)


def near_names(word: str, owners: Mapping[str, str], frequent: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return the names that a word can mean: of a frequent word those that it is known to mean, else the one that it is
    a slip of.

    ``owners`` says of every name that can be meant what it stands for; ``frequent`` are words by their folded spelling.
    """
    often = tuple(name for name in frequent.get(folded(word), ()) if name in owners)
    return often or _slip_of(word, owners)


def heard(name: str) -> tuple[str, ...]:
    """Return the words of a name as they sound: what is compared."""
    return tuple(_by_ear(word) for word in _WORDS.split(name.casefold().strip()) if word)


def apart(one: tuple[str, ...], other: tuple[str, ...]) -> int | None:
    """Return how far two names are from each other as they are heard: 0 for alike, 1 for one slip, None for more."""
    return _distance(one, other)


def did_you_mean(names: Sequence[str], otherwise: str) -> str:
    """Return the hint for a name that is none."""
    if not names:
        return otherwise
    if len(names) == 1:
        return said("did you mean '{near}'?", near=names[0])
    return said("did you mean one of: {names}?", names=", ".join(names))


def _slip_of(word: str, owners: Mapping[str, str]) -> tuple[str, ...]:
    """Return the name of the one thing that sounds alike, else of the one that is a slip away."""
    wanted = heard(word)
    near: dict[int, dict[str, str]] = {}
    for name in sorted(owners):
        distance = _distance(wanted, heard(name))
        if distance is not None:
            near.setdefault(distance, {}).setdefault(owners[name], name)
    return tuple(near[min(near)].values()) if near and len(near[min(near)]) == 1 else ()


def _by_ear(word: str) -> str:
    """Return a word as it sounds: cyclosporine is ciclosporin. Of a short one every letter counts (BZ is not BK)."""
    if len(word) < _LONG:
        return word
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    return _DOUBLE.sub(r"\1", word).removesuffix("e")


def _distance(one: tuple[str, ...], other: tuple[str, ...]) -> int | None:
    """Return 0 for what sounds alike, 1 for one slip in one word, None for anything more."""
    if len(one) != len(other):
        return None
    differing = [(word, name) for word, name in zip(one, other, strict=True) if word != name]
    if not differing:
        return 0
    return 1 if len(differing) == 1 and _is_slip(*differing[0]) else None


def _is_slip(word: str, name: str) -> bool:
    if min(len(word), len(name)) > _SHORTEST and (f"{word}s" == name or word == f"{name}s"):  # several of one thing
        return True
    if any(sign.isdecimal() for sign in word + name) or min(len(word), len(name)) < _SHORTEST:
        return False
    if min(len(word), len(name)) < _LONG:
        return sorted(word) == sorted(name) and slips(word, name) == 1
    return _VOICELESS.get(word[-1], word[-1]) == _VOICELESS.get(name[-1], name[-1]) and slips(word, name) == 1
