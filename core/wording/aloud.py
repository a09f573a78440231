"""What a criterion needs, read aloud from its condition."""

from __future__ import annotations

from collections.abc import Iterator

from core.criteria.nodes import Condition
from core.criteria.printing.aloud import Line, outline, read_aloud
from core.criteria.printing.told import told
from core.criteria.printing.voice import KnownDays
from core.criteria.scope import Scope
from core.engine.judgement.situation import Days
from core.language.phrases import Phrases
from core.rule_files.rule_file import Criterion, Form, Polarity
from core.screening.judgements import Judgement
from core.screening.screening import Screening


def days_of(judgement: Judgement, screening: Screening) -> Days:
    """Return the days a judgement was made for: with them windows are read with their dates."""
    return Days(judgement.on, {name: anchor.day for name, anchor in screening.anchors.items()})


def needed_words(criterion: Criterion, scope: Scope, phrases: Phrases, days: KnownDays | None = None) -> str:
    """Return what a criterion asks for in one text of the language, its exceptions with it."""
    if criterion.form is not Form.CONDITION:
        return told(criterion.text, scope, phrases)
    parts = [
        phrases.say(word, what=read_aloud(condition, scope, phrases, days))
        for word, condition in _conditions(criterion)
    ]
    return "; ".join(parts)


def needed_outline(
    criterion: Criterion, scope: Scope, phrases: Phrases, days: KnownDays | None = None
) -> Iterator[Line]:
    """Yield what a criterion asks for line by line, each part of a nested condition on a line of its own."""
    if criterion.form is not Form.CONDITION:
        return
    for word, condition in _conditions(criterion):
        lines = outline(condition, scope, phrases, days)
        first = lines[0][1] if lines else ""
        yield 0, phrases.say(word, what=first)
        yield from lines[1:]


def _conditions(criterion: Criterion) -> Iterator[tuple[str, Condition]]:
    if criterion.applies_when is not None:
        yield "needed-only-if", criterion.applies_when
    is_exclusion = criterion.polarity is Polarity.EXCLUSION
    yield ("needed-excluded-if" if is_exclusion else "needed-required"), criterion.condition
    if criterion.unless is not None:
        yield "needed-unless", criterion.unless
