"""A score answered: outputs, what is missing, between what they lie, after whom, and what is doubtful."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TypeAlias, cast

from core.language.languages import ENGLISH
from core.scores import formulas
from core.scores.completing import Compute, completed, open_inputs
from core.scores.definition import LETTERS, Definition
from core.scores.given import Given, Json, Outputs, RefusedError, Result
from core.scores.shipped import definition_of
from core.scores.understanding import understood

Told: TypeAlias = "bool | int | float | str | Sequence[Told] | Mapping[str, Told] | None"
"""What can be written as JSON."""
_VALID = "valid"
"""The output of scores that say whether a value lies on their scale."""
_DIGITS = 12
"""Digits behind the point that are written: what lies beyond is dust of floating point."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a score says of one input."""

    definition: Definition
    output: Mapping[str, Told]
    missing: tuple[str, ...]
    not_examined: tuple[str, ...]
    ranges: Mapping[str, tuple[Told, Told]]
    possible: Mapping[str, tuple[Told, ...]]
    settings: Mapping[str, Told]

    def told(self) -> dict[str, Told]:
        """Return the answer as it is exchanged."""
        definition = self.definition
        answer: dict[str, Told] = {
            "score": definition.id,
            "version": definition.version,
            "output": self.output,
            "missing": self.missing,
            "range": {name: list(found) for name, found in self.ranges.items()},
            "formula": definition.formula,
            "sources": definition.sources,
            "marks": marks_of(definition),
        }
        extras: dict[str, Told] = {
            "not_examined": self.not_examined,
            "possible": self.possible,
            "settings": self.settings,
        }
        answer |= {name: extra for name, extra in extras.items() if extra}
        return answer


def answered(name: str, written: Mapping[str, Json]) -> Answer:
    """Return what the score ``name`` says. Raises RefusedError for an input that cannot be used."""
    definition = definition_of(name)
    try:
        read = understood(definition, _prepared(name, written))
    except RefusedError as error:
        if _VALID in definition.outputs and all(each.is_of_range for each in error.refusals):
            return _not_valid(definition)
        raise
    found = completed(definition, formula_of(name), read.values)
    output: dict[str, Told] = {key: _told(value) for key, value in found.outputs.items()}
    ranges = {key: (_told(low), _told(high)) for key, (low, high) in found.ranges.items()}
    for key, (low, high) in ranges.items():
        output[f"{key}_min"], output[f"{key}_max"] = low, high
    ranges |= _told_by_formula(output)
    missing = dict.fromkeys((*(each.id for each in open_inputs(definition, read.values)), *found.asked))
    return Answer(
        definition,
        output,
        tuple(each for each in missing if each not in read.not_examined),
        tuple(read.not_examined),
        ranges,
        {key: tuple(_told(each) for each in words) for key, words in found.possible.items()},
        {each: definition.inputs[each].default for each in read.settings if definition.inputs[each].help},
    )


def _told_by_formula(output: Mapping[str, Told]) -> Mapping[str, tuple[Told, Told]]:
    """Return the ranges that formulas tell themselves, of outputs that they leave open."""
    return {
        key: (output[f"{key}_min"], output[f"{key}_max"])
        for key, value in output.items()
        if value is None and f"{key}_min" in output and f"{key}_max" in output
    }


def _not_valid(definition: Definition) -> Answer:
    """Return the answer to a number that is no value of the scale, where the score says whether it is."""
    output: dict[str, Told] = dict.fromkeys(definition.outputs)
    return Answer(definition, {**output, _VALID: False}, (), (), {}, {}, {})


def marks_of(definition: Definition) -> list[Told]:
    """Return the doubts that are shown with a result: M and C of the whole, then of parts."""
    doubts = [(definition.status, "all")] if definition.status in "MC" else []
    doubts += [(mark.letter, mark.about[ENGLISH]) for mark in definition.marks]
    return [{"letter": letter, "meaning": LETTERS[letter], "about": about} for letter, about in doubts]


@cache
def formula_names() -> frozenset[str]:
    """Return the scores that have a formula of their own."""
    return frozenset(module.name for module in iter_modules(formulas.__path__) if not module.name.startswith("_"))


def formula_of(name: str) -> Compute:
    """Return the formula of a score; a plain sum of its items where it has none of its own."""
    if name not in formula_names():
        return _sum
    return cast("Compute", import_module(f"{formulas.__name__}.{name}").compute)


def _prepared(name: str, written: Mapping[str, Json]) -> Mapping[str, Json]:
    """Return what was written in the words of the inputs, where the score takes other ways of telling them."""
    if name not in formula_names():
        return written
    prepare = cast(
        "Callable[[Mapping[str, Json]], Mapping[str, Json]] | None",
        getattr(import_module(f"{formulas.__name__}.{name}"), "prepare", None),
    )
    return written if prepare is None else prepare(written)


def _sum(given: Given) -> Outputs:
    return {"total": given.total()}


def _told(value: Result) -> Told:
    if isinstance(value, Fraction):
        return value.numerator if value.denominator == 1 else round(float(value), _DIGITS)
    if isinstance(value, float):
        return round(value, _DIGITS)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _told(each) for key, each in value.items()}
    return value
