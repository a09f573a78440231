"""A patient made by the program that stands at an edge of a file, and what is expected of it there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from core.assurance.examples import conclusion_of, ids
from core.assurance.mutation.mutants import Mutant
from core.assurance.probing.plain import Plain
from core.rule_files.rule_file import Example, Expected
from core.screening.conclusions import Conclusion
from core.screening.screening import Screening


@dataclass(frozen=True)
class Boundary:
    """A patient like one of the examples but for ``changes``; ``tells`` are the mutants that it notices."""

    name: str
    on: date
    like: str
    changes: Mapping[str, Plain]
    patient: Mapping[str, Plain]
    expect: Mapping[str, Plain]
    tells: tuple[Mutant, ...]
    example: Example


def expected_between(own: Screening, other: Screening) -> Expected | None:
    """Return what the file says and a mutant does not, at the place where they differ and least is in the way."""
    found = min(_differing(own, other), key=lambda each: each[0], default=None)
    return None if found is None else found[1]


def _differing(own: Screening, other: Screening) -> Iterator[tuple[tuple[bool, int], Expected]]:
    """Yield each place where they differ, with its rank: first where other criteria are named, least in the way."""
    for target in _targets(own):
        conclusion, changed = conclusion_of(target, own), conclusion_of(target, other)
        if conclusion is None or (changed is not None and _told(conclusion) == _told(changed)):
            continue
        is_deferred = changed is None or ids(conclusion.deferred) != ids(changed.deferred)
        is_word_alone = changed is not None and _told(conclusion)[2:] == _told(changed)[2:]
        in_the_way = len(conclusion.fails) + len(conclusion.open)
        yield (is_word_alone, in_the_way), _expected(target, conclusion, is_deferred=is_deferred)


def expected_at(target: str, screening: Screening, *, is_deferred: bool) -> Expected | None:
    """Return what a screening says at a point or cohort, what is deferred too where asked for."""
    conclusion = conclusion_of(target, screening)
    return None if conclusion is None else _expected(target, conclusion, is_deferred=is_deferred)


def _expected(target: str, conclusion: Conclusion, *, is_deferred: bool) -> Expected:
    return Expected(
        target,
        conclusion.word.value,
        fails=tuple(sorted(ids(conclusion.fails))),
        unknown=tuple(sorted(ids(conclusion.open))),
        deferred=tuple(sorted(ids(conclusion.deferred))) if is_deferred else None,
        not_before=conclusion.not_before,
    )


def _targets(screening: Screening) -> Iterator[str]:
    if not screening.cohorts:
        yield screening.best.headline_point
        yield from (point for point in screening.best.points if point != screening.best.headline_point)
        return
    for cohort in screening.cohorts:
        yield cohort.id
        yield from (f"{cohort.id}/{point}" for point in cohort.points)


def _told(conclusion: Conclusion) -> tuple[object, ...]:
    named = tuple(frozenset(ids(each)) for each in (conclusion.fails, conclusion.open, conclusion.deferred))
    return (conclusion.word, conclusion.not_before, *named)


def written_expectation(expected: Iterable[Expected]) -> dict[str, Plain]:
    """Return expectations as an example writes them."""
    return {each.target: _written(each) for each in expected}


def _written(expected: Expected) -> dict[str, Plain]:
    inner: dict[str, Plain] = {"conclusion": expected.conclusion}
    for key, names in (("fails", expected.fails), ("unknown", expected.unknown), ("deferred", expected.deferred)):
        if names is not None:
            inner[key] = list(names)
    if expected.not_before is not None:
        inner["not_before"] = expected.not_before.isoformat()
    return inner
