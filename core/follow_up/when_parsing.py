"""Reading ``when`` sentences; the words are listed in ``FORMS``, which is also what the author is shown.

Conditions and events are names that the schedule declares, so a sentence stays one line in every language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.follow_up.timing import (
    At,
    AtAge,
    AtEvent,
    Moment,
    Once,
    Pace,
    Relative,
    Series,
    Throughout,
    Until,
    When,
    While,
    can_step,
)
from core.language.said import said
from core.source_text.suggestion import nearest
from core.values.duration import Duration, TimeUnit

FORMS = (
    "day N",
    "day N to day M every D",
    "day N to day M daily | twice daily | weekly | 2 to 3 times weekly",
    "month 2 to month 12 every 1 month until CONDITION",
    "year 1 for life every 1 year",
    "day 0 to day 90 throughout",
    "at EVENT",
    "before EVENT",
    "at age N years",
    "2 weeks before EVENT",
    "within 3 months before EVENT",
    "while CONDITION every D",
    "until CONDITION",
    "once CONDITION",
)

_TOKEN = re.compile(r"-?\d+|[a-z][a-z0-9_]*|\S")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_UNITS = {unit.value: unit for unit in TimeUnit} | {f"{unit.value}s": unit for unit in TimeUnit}
_PLAN_UNITS = ("day", "week", "month", "year")
_PER = {"daily": Duration(1, TimeUnit.DAY), "weekly": Duration(1, TimeUnit.WEEK)}
_TIMES = {"once": 1, "twice": 2}
_PACE_WORDS = frozenset({"every", "throughout", *_PER, *_TIMES})
_FIRST_WORDS = (*_PLAN_UNITS, "at", "before", "within", "while", "until", "once")


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong with a sentence, from the sign ``start`` to before ``end``."""

    start: int
    end: int
    message: str
    hint: str


class _SlipError(Exception):
    def __init__(self, slip: Slip) -> None:
        super().__init__(slip.message)
        self.slip = slip


def parse_when(text: str, conditions: frozenset[str], events: frozenset[str]) -> When | Slip:
    """Return what the sentence means, or the first thing wrong with it."""
    try:
        return _Reader(text, conditions, events).read()
    except _SlipError as error:
        return error.slip


class _Reader:
    """Reads one sentence from left to right."""

    def __init__(self, text: str, conditions: frozenset[str], events: frozenset[str]) -> None:
        self._words = [(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text)]
        self._length = len(text)
        self._conditions = conditions
        self._events = events
        self._at = 0

    def read(self) -> When:
        """Return the whole sentence's meaning."""
        when = self._form()
        if self._at < len(self._words):
            raise self._slip("the sentence should end here", "write one 'when' for each line of the list")
        return when

    def _form(self) -> When:
        word = self._next()
        if word in _PLAN_UNITS:
            return self._planned()
        if word == "within" or word.isdigit():
            return self._relative()
        if self._accept("at"):
            return self._at_something()
        if self._accept("before"):
            return AtEvent(self._event(), is_before=True)
        if self._accept("while"):
            return self._while()
        if self._accept("until"):
            return Until(self._condition())
        if self._accept("once"):
            return Once(self._condition())
        near = nearest(word, _FIRST_WORDS) if word else None
        hint = (
            said("did you mean '{near}'?", near=near)
            if near
            else said("write one of: {names}", names=" · ".join(FORMS))
        )
        raise self._slip(said("'{word}' begins no time", word=word) if word else "here a time is missing", hint)

    def _planned(self) -> When:
        start = self._moment()
        end: Moment | None = None
        if self._accept("for"):
            self._expect("life")
        elif self._accept("to"):
            end = self._moment()
        elif self._next() in _PACE_WORDS:
            raise self._slip("until when is missing", "write 'to month 12' or 'for life' before it")
        else:
            return At(start)
        if self._accept("throughout"):
            return Throughout(start, end, self._suffix("until"))
        mark = self._at
        pace = self._pace()
        if pace is None:
            raise self._slip("how often is missing", "write 'every 1 month', 'daily', 'weekly' or 'throughout'")
        if not can_step(start, pace):
            hint = "count both in days and weeks, or both in months and years"
            raise self._slip(
                said("steps of {per} do not fit a start counted in {value}s", per=pace.per, value=start.unit.value),
                hint,
                mark,
            )
        return Series(start, end, pace, self._suffix("while"), self._suffix("until"))

    def _while(self) -> While:
        condition = self._condition()
        return While(condition, self._pace())

    def _at_something(self) -> When:
        if self._next() != "age":
            return AtEvent(self._event())
        self._at += 1
        years = self._number("the age")
        self._expect("years", "write 'at age 18 years'")
        return AtAge(years)

    def _relative(self) -> Relative:
        is_within = self._accept("within")
        length = self._duration()
        is_before = self._accept("before")
        if not is_before:
            self._expect("after", "write 'before' or 'after' and an event")
        return Relative(length, is_before, self._event(), is_within)

    # --- parts

    def _moment(self) -> Moment:
        word = self._next()
        if word not in _PLAN_UNITS:
            raise self._slip(
                said("'{word}' counts no time of the plan", word=word), "write day, week, month or year and a number"
            )
        self._at += 1
        return Moment(_UNITS[word], self._number(f"the {word}"))

    def _pace(self) -> Pace | None:
        if self._accept("every"):
            return Pace(1, self._duration())
        if (word := self._next()) in _PER:
            self._at += 1
            return Pace(1, _PER[word])
        if word in _TIMES:
            self._at += 1
            return Pace(_TIMES[word], self._per())
        if word.isdigit():
            times = self._number("how often")
            at_most = self._number("how often at most") if self._accept("to") else 0
            self._expect("times", "write '3 times daily'")
            return Pace(times, self._per(), at_most)
        return None

    def _per(self) -> Duration:
        word = self._next()
        if word not in _PER:
            raise self._slip(said("'{word}' is no pace", word=word), "write daily or weekly")
        self._at += 1
        return _PER[word]

    def _duration(self) -> Duration:
        count = self._number("a length of time")
        word = self._next()
        if word not in _UNITS:
            near = nearest(word, _UNITS) if word else None
            raise self._slip(
                said("'{word}' is no unit of time", word=word),
                said("did you mean '{near}'?", near=near) if near else "write days or months",
            )
        if count < 1:
            raise self._slip(said("{count} is no length of time", count=count), "write 1 or more", self._at - 1)
        self._at += 1
        return Duration(count, _UNITS[word])

    def _number(self, what: str) -> int:
        word = self._next()
        if not word.lstrip("-").isdigit():
            raise self._slip(said("{what} is not a number: '{word}'", what=what, word=word), "write it in digits")
        self._at += 1
        return int(word)

    def _suffix(self, word: str) -> str:
        return self._condition() if self._accept(word) else ""

    def _condition(self) -> str:
        return self._declared(self._conditions, "condition", "conditions")

    def _event(self) -> str:
        return self._declared(self._events, "event", "events")

    def _declared(self, known: frozenset[str], kind: str, key: str) -> str:
        word = self._next()
        if not _NAME.fullmatch(word):
            raise self._slip(
                said("here the name of a {kind} is missing", kind=kind),
                said("known: {names}", names=", ".join(sorted(known)) or "none"),
            )
        if word not in known:
            near = nearest(word, known)
            hint = said("did you mean '{near}'?", near=near) if near else said("declare it under '{key}:'", key=key)
            raise self._slip(said("unknown {kind} '{word}'", kind=kind, word=word), hint)
        self._at += 1
        return word

    # --- words

    def _next(self) -> str:
        return self._words[self._at][0] if self._at < len(self._words) else ""

    def _accept(self, word: str) -> bool:
        if self._next() != word:
            return False
        self._at += 1
        return True

    def _expect(self, word: str, hint: str = "") -> None:
        if not self._accept(word):
            raise self._slip(
                said("expected '{word}', found '{next}'", word=word, next=self._next()),
                hint or said("write '{word}'", word=word),
            )

    def _slip(self, message: str, hint: str, at: int | None = None) -> _SlipError:
        place = self._at if at is None else at
        if place < len(self._words):
            _, start, end = self._words[place]
        else:
            start, end = self._length, self._length + 1
        return _SlipError(Slip(start, end, message, hint))
