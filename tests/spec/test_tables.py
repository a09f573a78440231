"""Every row of the specification tables, on every engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

import pytest

from core.catalogue.reading import load_catalogue
from core.engine.deciding.asking import decided
from core.engine.judgement.outcome import Outcome
from tests.spec.asking import Asked
from tests.spec.engines import ENGINES
from tests.spec.tables import Row, mapping, merged, rows, scalar

JUDGED = tuple(row for row in rows() if not row.expected.refused)
REFUSED = tuple(row for row in rows() if row.expected.refused)


def name_of(row: Row) -> str:
    return row.name


@cache
def asked(row: Row) -> Asked:
    found = Asked(row)
    errors = [problem for problem in found.problems if problem.is_error]
    assert errors == [], f"{row.name}: {row.says}"
    return found


@cache
def judged(row: Row, engine: str) -> tuple[Asked, Outcome]:
    found = asked(row)
    assert found.condition is not None
    return found, ENGINES[engine](found.condition, found.scope)(found.situation)


@cache
def panels() -> Mapping[str, str]:
    """Return for each test the panel it belongs to."""
    return {member: each.id for each in load_catalogue().concepts.values() for member in each.members}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("row", JUDGED, ids=name_of)
def test_row(row: Row, engine: str) -> None:
    """The truth, why it is unknown, what is asked for, what was assumed, what it rests on."""
    _, outcome = judged(row, engine)
    expected = row.expected
    found = (outcome.truth.value, tuple(sorted({gap.cause.value for gap in outcome.gaps})))
    assert found == (expected.truth, tuple(sorted(expected.causes))), f"{row.says}: {outcome.gaps}"
    if expected.asks is not None:
        assert sorted(gap.subject for gap in outcome.gaps) == sorted(expected.asks), row.says
    if expected.assumed is not None:
        assert sorted({each.kind.value for each in outcome.assumed}) == sorted(expected.assumed), row.says
    if expected.evidence is not None:
        assert sorted(outcome.evidence) == sorted(expected.evidence), row.says


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("row", JUDGED, ids=name_of)
def test_the_evidence_alone_gives_the_same_truth(row: Row, engine: str) -> None:
    """What an outcome names as its evidence is all it rests on; gaps stand where, and only where, it is unknown."""
    found, outcome = judged(row, engine)
    assert found.condition is not None
    again = ENGINES[engine](found.condition, found.scope)(found.with_only(outcome.evidence))
    assert again.truth is outcome.truth
    assert bool(outcome.gaps) is not outcome.truth.is_known


@pytest.mark.parametrize("row", JUDGED, ids=name_of)
def test_it_is_decided_as_it_is_explained(row: Row) -> None:
    """The engine that decides gives the truth of the one that explains, whatever the row looks at."""
    found, outcome = judged(row, "explaining")
    assert found.condition is not None
    assert decided(found.condition, found.scope)(found.situation) is outcome.truth


@pytest.mark.parametrize("row", REFUSED, ids=name_of)
def test_what_is_refused(row: Row) -> None:
    """What has no meaning, or two, is an error of the file and never judged."""
    codes = {problem.code for problem in Asked(row).problems}
    assert row.expected.refused in codes, f"{row.says}: {codes}"


def test_every_row_is_found_by_its_name() -> None:
    names = [row.name for row in rows()]
    assert len(names) == len(set(names))


def hidings(row: Row) -> Iterator[tuple[str, ...]]:
    """Yield the keys that are hidden together: what tells the same goes with it.

    A list with the statement that it is complete (diagnoses may stand among the events), a test with its panels.
    """
    for entry in row.patient:
        key = entry.key.text
        if key in ("diagnoses", "events"):
            yield ("diagnoses", "diagnoses_complete", "events", "events_complete", "never")
        elif key in ("treatments", "results"):
            yield (key, f"{key}_complete", "never")
        elif not key.endswith("_complete") and key != "planned":
            yield (key, panels().get(key, key))


@pytest.mark.parametrize("row", JUDGED, ids=name_of)
def test_more_knowledge_never_overturns(row: Row) -> None:
    """Rule 4.10: with a concept or a list hidden, the truth is the same or unknown, unless something was assumed."""
    _, whole = judged(row, "explaining")
    for keys in hidings(row):
        hidden = mapping(dict.fromkeys(keys, scalar("none")))
        _, part = judged(replace(row, patient=merged(row.patient, hidden)), "explaining")
        is_overturned = part.truth.is_known and whole.truth is ~part.truth
        assert not is_overturned or part.assumed, f"{row.says}: without {', '.join(keys)} {part.truth}"
