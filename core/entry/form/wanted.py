"""What the rule files ask for: those fields come first, the rest is folded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from core.criteria.scope import Question
from core.engine.judgement.outcome import About, Gap
from core.screening.screening import Screening


def wanted_concepts(screenings: Iterable[Screening]) -> Mapping[str, int]:
    """Return every concept, drug or list that a criterion is open about, with how many files ask for it."""
    asked: dict[str, set[str]] = {}
    for screening in screenings:
        for gap in _gaps(screening):
            if gap.about in (About.VALUE, About.LIST):
                asked.setdefault(gap.subject.partition(".")[0], set()).add(screening.rule_file.id)
    return {name: len(files) for name, files in asked.items()}


def wanted_questions(
    screenings: Iterable[Screening], scopes: Mapping[str, Mapping[str, Question]]
) -> Mapping[str, tuple[Question, tuple[str, ...]]]:
    """Return the questions to be judged by id, each with the titles' ids of the files that ask it.

    ``scopes`` are the questions of each file.
    """
    asked: dict[str, tuple[Question, tuple[str, ...]]] = {}
    for screening in screenings:
        for name, question in scopes.get(screening.rule_file.id, {}).items():
            if not question.is_for_the_site:
                known = asked.get(name, (question, ()))
                asked[name] = (known[0], (*known[1], screening.rule_file.id))
    return asked


def _gaps(screening: Screening) -> Iterable[Gap]:
    return [gap for judgement in screening.best.judgements for gap in judgement.open_gaps]
