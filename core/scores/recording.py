"""A score that is asked input by input, and how what it says stands on record.

Answers are words by input, as a patient file has them: ``yes``, ``no``, ``2``, ``640 U/L``, an option; ``not_examined``
and ``unanswered`` leave an input open, and so does saying nothing of it: what is usual is not taken for an answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_FLOOR, Decimal
from functools import lru_cache

from core.scores.answering import Answer, Told, answered
from core.scores.definition import Definition
from core.scores.given import Json
from core.scores.shipped import definition_of

NOT_EXAMINED, UNANSWERED, OTHERS = "not_examined", "unanswered", "others"
OPEN = (NOT_EXAMINED, UNANSWERED)
"""The words that leave an input open."""
_FINEST = Decimal("0.0001")
"""What is finer is cut, never rounded: a number below a limit must not reach it on record."""
_KEPT = 4096


@dataclass(frozen=True, slots=True)
class Stated:
    """What stands on record: a value (several codes of one value), the number of a classification, other fields.

    ``values`` is empty while open inputs leave the value open.
    """

    values: tuple[str, ...] = ()
    number: str = ""
    fields: Mapping[str, str] = field(default_factory=dict[str, str])


def answer_of(definition: Definition, answers: Mapping[str, str]) -> Answer:
    """Return what a score says of answers. Raises RefusedError for one that cannot be used."""
    return _answer_of(definition.id, tuple(sorted(answers.items())))


@lru_cache(maxsize=_KEPT)
def _answer_of(name: str, answers: tuple[tuple[str, str], ...]) -> Answer:
    """A chart is read again after each key; what its scores say stays the same."""
    definition, told = definition_of(name), dict(answers)
    is_finished = OTHERS in told
    asked = [each.id for each in definition.asked if not (is_finished and each.is_item)]
    written: dict[str, Json] = {**dict.fromkeys(asked, UNANSWERED), **told}
    return answered(name, written)


def stated(definition: Definition, answer: Answer) -> Stated:
    """Return how the answer of a score stands on record."""
    finding = definition.finding
    if finding is None:
        return Stated()
    word = word_of(answer.output.get(finding.value))
    written = finding.codes.get(word, word)
    values = tuple(written.split("+")) if finding.fields else (written,)
    outputs = {name: word_of(answer.output.get(output)) for name, output in finding.fields.items()}
    return Stated(
        values if written else (),
        word_of(answer.output.get(finding.number)) if finding.number and written else "",
        {name: text for name, text in outputs.items() if text},
    )


def word_of(told: Told) -> str:
    """Return what an output tells in one word: yes and no, a number with a decimal point; "" where it is open."""
    if isinstance(told, bool):
        return "yes" if told else "no"
    if isinstance(told, int):
        return str(told)
    if isinstance(told, float):
        number = Decimal(repr(told))
        cut = number if number == number.quantize(_FINEST) else number.quantize(_FINEST, ROUND_FLOOR)
        return f"{cut.normalize():f}"
    return told if isinstance(told, str) else ""
