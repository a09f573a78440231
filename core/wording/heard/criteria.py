"""Criteria read aloud: when and where they are judged, what they need, what is assumed, who promises what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.criteria.nodes import NotPublic
from core.criteria.printing.aloud import Line
from core.rule_files.rule_file import Criterion, Form, Polarity
from core.wording.aloud import needed_outline
from core.wording.citing import citations
from core.wording.heard.declared import concerned
from core.wording.heard.hearing import Hearing
from core.wording.verdicts import numbered
from core.wording.who import asked_words

_INSIDE = 1


def criteria_lines(criteria: Iterable[Criterion], sources: Iterable[str], hearing: Hearing) -> Iterator[Line]:
    """Yield criteria, an empty line before each."""
    keys = tuple(sources)
    for criterion in criteria:
        yield 0, ""
        yield 0, f"{numbered(criterion, hearing.phrases)}: {hearing.told(criterion.text)}"
        yield from ((depth + _INSIDE, line) for depth, line in _inside(criterion, keys, hearing))


def _inside(criterion: Criterion, sources: tuple[str, ...], hearing: Hearing) -> Iterator[Line]:
    yield hearing.line("at", points=", ".join(map(hearing.point, criterion.points)))
    yield from needed_outline(criterion, hearing.scope, hearing.phrases)
    yield from _promised(criterion, hearing)
    if criterion.is_absence_assumed:
        yield hearing.line("absence-assumed")
    if criterion.retest:
        yield hearing.line("retest", times=criterion.retest)
        if criterion.retest_if is not None:
            yield from hearing.outlined("retest-if", criterion.retest_if, 1)
    if criterion.concerns:
        yield hearing.line("concerns", what=concerned(criterion.concerns, hearing))
    for word, text in (("help", criterion.help), ("reading", criterion.reading)):
        if text:
            yield hearing.line(word, text=hearing.told(text))
    if criterion.wording != "full":
        yield 0, hearing.phrases.say(f"report-wording-{criterion.wording}")
    yield 0, " · ".join(citations(criterion, sources, hearing.scope, hearing.phrases))


def _promised(criterion: Criterion, hearing: Hearing) -> Iterator[Line]:
    """Yield what is not public of a criterion, or who promises or consents, from when until when."""
    if isinstance(criterion.condition, NotPublic) and criterion.form is Form.NOT_PUBLIC:
        exclusion = criterion.polarity is Polarity.EXCLUSION
        yield from hearing.outlined("excluded-not-public" if exclusion else "not-public", criterion.condition)
    if criterion.form is Form.FORMALITY:
        yield hearing.line("formality", who=asked_words(criterion.given_by.split(" or "), hearing.phrases))
    elif criterion.form is Form.COMMITMENT:
        ask = hearing.scope.questions[criterion.id].ask
        yield hearing.line("commitment", ask=hearing.told(ask), who=asked_words(criterion.asked_of, hearing.phrases))
        yield hearing.line("from-until", first=criterion.from_text, last=criterion.until_text)
    elif criterion.asked_of:
        yield hearing.line("asked-of", who=asked_words(criterion.asked_of, hearing.phrases))
    if criterion.valid_for is not None:
        yield hearing.line("valid-for", length=hearing.length(criterion.valid_for))
