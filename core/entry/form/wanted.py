"""What the rule files ask for: those fields come first, the rest is folded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from core.criteria.scope import Question
from core.engine.judgement.outcome import About, Cause, Gap
from core.screening.screening import Screening


@dataclass(frozen=True, slots=True)
class Wanted:
    """What rule files are open about: concepts, drugs and lists with the number of files that ask.

    ``too_old`` holds the concepts that are recorded, but too long ago for so many files.
    """

    asked: Mapping[str, int] = field(default_factory=dict[str, int])
    too_old: Mapping[str, int] = field(default_factory=dict[str, int])


def wanted_concepts(screenings: Iterable[Screening]) -> Wanted:
    """Return every concept, drug or list that a criterion is open about."""
    asked: dict[str, set[str]] = {}
    too_old: dict[str, set[str]] = {}
    for screening in screenings:
        for gap in _gaps(screening):
            if gap.about in (About.VALUE, About.LIST):
                name = gap.subject.partition(".")[0]
                asked.setdefault(name, set()).add(screening.rule_file.id)
                if gap.cause is Cause.STALE:
                    too_old.setdefault(name, set()).add(screening.rule_file.id)
    return Wanted(_counted(asked), _counted(too_old))


def _counted(files: Mapping[str, set[str]]) -> Mapping[str, int]:
    return {name: len(found) for name, found in files.items()}


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
