"""The answers of a score that is being asked: one text for the draft, one content for the record."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from core.catalogue.concept import Concept
from core.entry.statement import Plain
from core.entry.typed.numbers import NUMBER, read_number_text
from core.scores.definition import Definition, Input, Kind
from core.scores.recording import NOT_EXAMINED, OTHERS, UNANSWERED
from core.scores.shipped import asked_for
from core.scores.units import plain

DAY = "@"
"""The key of the day in the text of a draft."""
_NUMBER_AND_UNIT = re.compile(rf"(?P<number>{NUMBER})\s*(?P<unit>.*)")
NUMBERS = (Kind.NUMBER, Kind.WHOLE)
MOST_LEVELS = 9
"""Up to this level one digit answers; what goes further is typed."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers by input in the words of the record; what is not answered is not there. ``day`` "": of the day entered.

    A number that was not understood stands as it was typed: the score refuses it.
    """

    definition: Definition
    given: Mapping[str, str] = field(default_factory=dict[str, str])
    day: str = ""

    @property
    def text(self) -> str:
        """The one text of a draft, the same in every language; "" for nothing."""
        cells = {**self.given, DAY: self.day} if self.day else self.given
        return json.dumps(cells, ensure_ascii=False, sort_keys=True) if cells else ""

    @property
    def open(self) -> tuple[Input, ...]:
        """What is asked and not answered; what was not examined is answered so."""
        return tuple(each for each in self.definition.asked if each.id not in self.given)

    def answering(self, name: str, word: str) -> Answers:
        """Return the answers with another one, "" to take it away."""
        rest = {each: told for each, told in self.given.items() if each != name}
        return replace(self, given={**rest, name: word} if word else rest)

    def typing(self, name: str, text: str) -> Answers:
        """Return the answers with a number as it was typed, in the unit that stands with it."""
        return self.answering(name, _number_written(self.definition.inputs[name], text.strip()))

    def rest_is_no(self) -> Answers:
        """Return the answers with "no", or nothing found, for every item that is not answered."""
        return replace(self, given={**self.given, **{each.id: _lowest(each) for each in self.rest}})

    @property
    def rest(self) -> tuple[Input, ...]:
        """What "the rest is no" answers: items of the checklist, levels where 0 is that nothing is there."""
        finding = self.definition.finding
        has_levels = finding is not None and finding.has_rest
        items = (each for each in self.open if each.is_item)
        return tuple(each for each in items if _can_be_nothing(each) or (has_levels and is_level(each)))

    def taking(self, others: Mapping[str, str]) -> Answers:
        """Return the answers with others for what is not answered."""
        known = {each.id for each in self.definition.asked}
        taken = {name: word for name, word in others.items() if name in known}
        return replace(self, given={**taken, **self.given})


YES, NO, NOTHING = "yes", "no", "none"


def _can_be_nothing(asked: Input) -> bool:
    """True for yes or no, and for a choice one of whose words is that nothing is there."""
    return asked.kind is Kind.YES_NO or (asked.kind is Kind.CHOICE and NOTHING in asked.options)


def _lowest(asked: Input) -> str:
    return {Kind.YES_NO: NO, Kind.CHOICE: NOTHING}.get(asked.kind, "0")


def is_level(asked: Input) -> bool:
    """True for a level that one digit answers."""
    return (
        asked.kind is Kind.WHOLE
        and asked.possible is not None
        and 0 <= asked.possible[0] <= asked.highest <= (MOST_LEVELS)
    )


def answers_of_text(definition: Definition, text: str) -> Answers:
    """Return the answers of a draft's text."""
    cells: dict[str, str] = json.loads(text) if text else {}
    day = cells.pop(DAY, "")
    return Answers(definition, cells, day)


def answers_of_content(concept: Concept, content: Plain) -> Answers | None:
    """Return the answers that a finding holds, with its day; None where its score is not asked so."""
    definition = asked_for(concept.id)
    if definition is None or not isinstance(content, dict):
        return None
    day = content.get("date", "")
    given: dict[str, str] = {}
    for key in ("items", "domains", "inputs"):
        written = content.get(key)
        if isinstance(written, dict):
            given |= _named(definition, written)
    return Answers(definition, given, day if isinstance(day, str) else "")


def _named(definition: Definition, written: Mapping[str, Plain]) -> dict[str, str]:
    """Return answers by input; the word for the others answers every item that is not named."""
    words = {name: word for name, word in written.items() if isinstance(word, str)}
    others = words.pop(OTHERS, "")
    found = {asked.id: word for name, word in words.items() if (asked := definition.named(name)) is not None}
    if others:
        items = definition.items or definition.asked
        found = {**{each.id: _as_level(each, others) for each in items}, **found}
    return {name: word for name, word in found.items() if word not in (UNANSWERED, "unknown")}


def _as_level(asked: Input, word: str) -> str:
    return "0" if word == NO and asked.kind in NUMBERS else word


def shortened(concept: Concept, given: Mapping[str, str]) -> dict[str, Plain]:
    """Return items as a patient file has them: the rest that is no in one word, what is not answered by its name."""
    every: Iterable[str] = [item.id for item in concept.items]
    told = {name: given.get(name, UNANSWERED) for name in every}
    if NO not in told.values():
        return {name: word for name, word in told.items() if word != UNANSWERED}
    return {**{name: word for name, word in told.items() if word != NO}, OTHERS: NO}


def _number_written(asked: Input, text: str) -> str:
    """Return a typed number as the record has it, with its unit; a text that is none, or two, as it was typed."""
    if asked.kind not in NUMBERS or text in ("", NOT_EXAMINED):
        return text
    match = _NUMBER_AND_UNIT.fullmatch(text)
    number = None if match is None else read_number_text(match["number"])
    if match is None or number is None or number.other:
        return text
    unit = next((each for each in asked.units if plain(each) == plain(match["unit"])), match["unit"])
    return f"{number.text} {unit or asked.unit}".strip()
