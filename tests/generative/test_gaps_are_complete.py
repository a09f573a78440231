"""The gaps of a sentence are all that is missing: what else becomes known leaves it unknown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.chart.chart import Chart
from core.chart.entries import Answer, Course, Entry, Episode, Finding, SiteStatement
from core.engine.judgement.outcome import Gap
from core.engine.judgement.situation import Situation
from core.values.truth import Truth
from tests.generative.agreement import ENGINES, case, told
from tests.generative.chance import EVALUATION_ON, Chance
from tests.generative.invented_catalogue import CATALOGUE, SCOPE
from tests.generative.invented_charts import chart

SEEDS = st.integers(0, 10**9)


def _asked_for(gaps: Iterable[Gap]) -> frozenset[str]:
    """Return every concept, drug, question and fact that an entry about would answer one of the gaps."""
    found: set[str] = set()
    for gap in gaps:
        for name in (*gap.subject.split(", "), gap.subject.split(".")[0]):
            found |= {name, *SCOPE.members(name), *SCOPE.concepts((name,)), *SCOPE.drugs((name,))}
            if name == "treatments":
                found |= CATALOGUE.drugs.keys()
    return frozenset(found | {name for name in CATALOGUE.concepts if CATALOGUE.concepts_of(name) & found})


def _is_new(entry: Entry, known: Chart, asked_for: frozenset[str]) -> bool:
    """True for an entry about something nobody asks for and nothing is recorded of."""
    is_open = not known.complete and not known.never
    match entry:
        case Finding():
            return entry.concept not in asked_for and not known.of(entry.concept) and not _is_happening(entry)
        case Episode():
            recorded = {episode.concept for episode in known.episodes}
            return is_open and bool(entry.concept) and entry.concept not in asked_for | recorded
        case Course():
            drugs = CATALOGUE.drugs_of(entry.drug)
            given_before = frozenset[str]().union(*(CATALOGUE.drugs_of(course.drug) for course in known.courses))
            return is_open and drugs.isdisjoint(asked_for | given_before)
        case Answer():
            return entry.question not in asked_for | {answer.question for answer in known.answers}
        case SiteStatement():
            return entry.fact not in asked_for | {statement.fact for statement in known.site}
        case _:
            return False


def _is_happening(finding: Finding) -> bool:
    return CATALOGUE.concepts[finding.concept].kind.value in ("condition", "event")


def _with_more(situation: Situation, gaps: Iterable[Gap], seed: int) -> Situation:
    """Return the situation with whatever another chart says that no gap asks for."""
    other = chart(Chance(seed), tuple(CATALOGUE.concepts)).as_of(EVALUATION_ON)
    known, asked_for = situation.chart, _asked_for(gaps)
    more = [replace(each, ref=f"more/{each.ref}") for each in other.entries if _is_new(each, known, asked_for)]
    return replace(
        situation,
        chart=replace(
            known,
            findings=(*known.findings, *(each for each in more if isinstance(each, Finding))),
            episodes=(*known.episodes, *(each for each in more if isinstance(each, Episode))),
            courses=(*known.courses, *(each for each in more if isinstance(each, Course))),
            answers=(*known.answers, *(each for each in more if isinstance(each, Answer))),
            site=(*known.site, *(each for each in more if isinstance(each, SiteStatement))),
        ),
    )


@pytest.mark.parametrize("name", ENGINES)
@settings(max_examples=300)
@given(SEEDS)
def test_what_no_gap_asks_for_decides_nothing(name: str, seed: int) -> None:
    """Entries about other things are added to the chart of an undecided sentence: it stays undecided."""
    node, situation = case(seed, depth=0)
    outcome = ENGINES[name](node, situation)
    if outcome.truth is Truth.UNKNOWN:
        more = _with_more(situation, outcome.gaps, seed + 1)
        assert ENGINES[name](node, more).truth is Truth.UNKNOWN, told(node, more)
