"""Which inputs decide a classification, and what an open one would decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.entry.desk.scoring.asking import Scoring
from core.entry.desk.scoring.words import NO, YES
from core.scores.definition import Family, Input, Kind
from core.scores.recording import NOT_EXAMINED, word_of

DECIDING = "deciding"
"""The output that names the inputs which decide, where a score tells it itself."""


def deciding(scoring: Scoring) -> tuple[str, ...]:
    """Return the inputs that the value rests on; while it is open those that count by now.

    What is not of the checklist decides where another answer to it alone would give another value (an entry
    criterion); of the checklist what the score names itself, unless the value is what an empty checklist gives. Where
    the score names none, those whose other answer alone would turn the value, once all is answered.
    """
    apart = tuple(_turning(scoring, [each for each in scoring.definition.asked if not each.is_item]))
    if DECIDING not in scoring.definition.outputs:
        items = [each for each in scoring.definition.items if not scoring.answers.open]
        return (*apart, *_turning(scoring, items))
    lowest = scoring.answer_of(_without_open(scoring))
    told = None if lowest is None else lowest.output.get(DECIDING)
    named = tuple(word_of(each) for each in told) if isinstance(told, (list, tuple)) else ()
    return apart if _is_of_empty(scoring) else (*apart, *named)


def _without_open(scoring: Scoring) -> dict[str, str]:
    """Return the answers with no for everything that is open."""
    given, inputs = scoring.answers.given, scoring.definition.inputs
    left = [each.id for each in scoring.answers.open] + [name for name, word in given.items() if word == NOT_EXAMINED]
    return {**given, **{name: NO for name in left if inputs[name].kind is Kind.YES_NO}}


def _is_of_empty(scoring: Scoring) -> bool:
    """True where the value is settled, and the same without any item of the checklist."""
    if scoring.answer is None or scoring.is_open:
        return False
    items = {each.id for each in scoring.definition.items}
    apart = {name: word for name, word in scoring.answers.given.items() if name not in items}
    empty = scoring.answer_of({**apart, **dict.fromkeys(items, NO)})
    return empty is not None and scoring.values_of(empty) == scoring.values_of(scoring.answer)


def _turning(scoring: Scoring, inputs: Iterable[Input]) -> Iterator[str]:
    """Yield the inputs whose other answer alone would give another value, or leave it open."""
    answer = scoring.answer
    if answer is None or scoring.is_open:
        return
    given, values = scoring.answers.given, scoring.values_of(answer)
    for asked in inputs:
        word = given.get(asked.id, "")
        others = [each for each in asked.options or (YES, NO) if each != word] if word not in ("", NOT_EXAMINED) else []
        turned = [scoring.answer_of({**given, asked.id: other}) for other in others]
        if any(each is not None and scoring.values_of(each) != values for each in turned):
            yield asked.id


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
