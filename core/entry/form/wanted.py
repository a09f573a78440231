"""What the rule files ask for: those fields come first, the rest is folded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from core.criteria.scope import Question
from core.engine.judgement.outcome import About, Cause, Gap
from core.screening.screening import Screening
from core.values.duration import Duration

_BETWEEN = " / "
_SOME_DAY = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What rule files are open about: concepts, drugs and lists with the number of files that ask.

    ``too_old`` holds the concepts that are recorded, but too long ago for so many files. ``usual`` are the values that
    stand open for the patient's diseases, asked for or not.
    """

    asked: Mapping[str, int] = field(default_factory=dict[str, int])
    too_old: Mapping[str, int] = field(default_factory=dict[str, int])
    usual: frozenset[str] = frozenset()

    def has(self, name: str) -> bool:
        """True for what has its field on the form before anybody asks for all of them."""
        return name in self.asked or name in self.usual


def wanted_concepts(screenings: Iterable[Screening], usual: frozenset[str] = frozenset()) -> Wanted:
    """Return every concept, drug, list or free text that a criterion is open about, beside what is usual."""
    asked: dict[str, set[str]] = {}
    too_old: dict[str, set[str]] = {}
    for screening in screenings:
        for gap in _gaps(screening):
            if gap.about in (About.VALUE, About.LIST):
                name = _asked_for(gap)
                asked.setdefault(name, set()).add(screening.rule_file.id)
                if gap.cause is Cause.STALE:
                    too_old.setdefault(name, set()).add(screening.rule_file.id)
    return Wanted(_counted(asked), _counted(too_old), usual)


def _asked_for(gap: Gap) -> str:
    """Return what is asked for: a concept, drug or list; of a free text that nobody has marked, the whole text."""
    return gap.subject if gap.cause is Cause.NEEDS_JUDGEMENT else gap.name


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
                known, files = asked.get(name, (question, ()))
                asked[name] = (_both(known, question), (*files, screening.rule_file.id))
    return asked


def _both(known: Question, question: Question) -> Question:
    """One answer counts for every file that asks under the same name: what any of them asks is shown."""
    lengths = [each for each in (known.valid_for, question.valid_for) if each is not None]
    asks = dict.fromkeys((*known.ask.split(_BETWEEN), question.ask))
    return replace(known, ask=_BETWEEN.join(asks), valid_for=min(lengths, key=_days, default=None))


def _days(length: Duration) -> int:
    return (length.after(_SOME_DAY) - _SOME_DAY).days


def _gaps(screening: Screening) -> Iterable[Gap]:
    return [gap for judgement in screening.best.judgements for gap in judgement.open_gaps]
