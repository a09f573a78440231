"""Which inputs decide a classification, and what an open one would decide."""

from __future__ import annotations

from collections.abc import Iterator

from core.entry.desk.scoring.asking import Scoring
from core.entry.desk.scoring.words import NO, YES
from core.scores.definition import Family, Input, Kind
from core.scores.recording import NOT_EXAMINED, word_of

DECIDING = "deciding"
"""The output that names the inputs which decide, where a score tells it itself."""


def deciding(scoring: Scoring) -> tuple[str, ...]:
    """Return the inputs that count by now: what is open is taken to be no.

    Where the score does not tell, those whose other answer alone would give another value, once all is answered.
    """
    if DECIDING not in scoring.definition.outputs:
        return tuple(_turning(scoring))
    inputs, given = scoring.definition.inputs, scoring.answers.given
    left = [each.id for each in scoring.answers.open] + [name for name, word in given.items() if word == NOT_EXAMINED]
    lowest = {name: NO for name in left if inputs[name].kind is Kind.YES_NO}
    answer = scoring.answer_of({**given, **lowest})
    told = None if answer is None else answer.output.get(DECIDING)
    return tuple(word_of(each) for each in told) if isinstance(told, (list, tuple)) else ()


def _turning(scoring: Scoring) -> Iterator[str]:
    answer = scoring.answer
    if scoring.definition.family is not Family.CLASSIFICATION or scoring.answers.open or answer is None:
        return
    values = scoring.values_of(answer)
    for name, word in scoring.answers.given.items():
        other = {YES: NO, NO: YES}.get(word)
        turned = None if other is None else scoring.answer_of({**scoring.answers.given, name: other})
        if turned is not None and scoring.values_of(turned) != values:
            yield name


def would_decide(scoring: Scoring, asked: Input, words: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield each answer to an open input with what it alone would come to, where the value is open."""
    given = scoring.answers.given
    is_left = given.get(asked.id, "") in ("", NOT_EXAMINED)
    if scoring.definition.family is not Family.CLASSIFICATION or not scoring.is_open or not is_left:
        return
    for word in words:
        answer = scoring.answer_of({**given, asked.id: word})
        if answer is not None:
            yield scoring.words.answer(asked, word), scoring.words.conclusion(answer)[0]
