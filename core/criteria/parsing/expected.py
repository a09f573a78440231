"""What a sentence may go on with at its end: the grammar itself is asked, with a name that nobody has.

The sentence is read as ever; which names are looked for where that name stands is what may stand there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from typing_extensions import override

from core.criteria.parsing.limits import TIME_UNITS
from core.criteria.parsing.measured import choices_of
from core.criteria.parsing.naming import Naming, Topic
from core.criteria.parsing.scanner import Scanner, SentenceError, Token
from core.criteria.parsing.sentences import SentenceReader
from core.criteria.scope import Scope

PROBE = "what_may_stand_here_"
"""A name that no catalogue and no file has."""
_JOINING = ("within", "and", "or", "without", "before", "after", "from")
_BEGINNING = (
    "has",
    "had",
    "received",
    "failed",
    "on",
    "off",
    "stable",
    "not",
    "ever",
    "any",
    "every",
    "each of",
    "any of",
    "at least",
    "latest",
    "first",
    "highest",
    "lowest",
    "rise in",
    "fall in",
    "time since",
)


class Wanted(Enum):
    """The kinds of names a sentence looks for."""

    VALUE = "value"
    HAPPENING = "happening"
    DRUG = "drug"
    GIVEN = "given"
    ANCHOR = "anchor"
    LANDMARK = "landmark"
    WINDOW = "window"
    LIMIT = "limit"


@dataclass(frozen=True, slots=True)
class Expected:
    """What may come: names of these kinds, and these words, units and facts as they are written."""

    wanted: tuple[Wanted, ...] = ()
    words: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()


def expected_after(text: str, scope: Scope) -> Expected:
    """Return what may stand behind ``text``, the beginning of a sentence."""
    closing = ")" * max(text.count("(") - text.count(")"), 0)  # a list of names is read as a whole
    reader = _Listener(f"{text}{PROBE}{closing}", scope)
    stopped: SentenceError | None = None
    try:
        reader.whole()
    except SentenceError as error:
        stopped = error
    heard = reader.heard
    at = len(text)
    last = Scanner(text)
    before = earlier = Token("start", "", 0, 0)
    while last.peek().kind != "end":
        earlier, before = before, last.take()
    if before.kind == "op":
        heard.wanted.append(Wanted.LIMIT)
    if before.text == "within":
        heard.wanted.append(Wanted.WINDOW)
    is_stopped_here = stopped is not None and stopped.start == at
    is_length = is_stopped_here and before.kind == "number" and earlier.kind != "op"
    return Expected(
        tuple(dict.fromkeys(heard.wanted)),
        tuple(dict.fromkeys((*heard.words, *_words(heard, before, is_ended=is_stopped_here and not is_length)))),
        tuple(dict.fromkeys((*heard.units, *(TIME_UNITS if is_length else ())))),
        tuple(heard.fields),
    )


@dataclass
class _Heard:
    wanted: list[Wanted] = field(default_factory=list[Wanted])
    words: list[str] = field(default_factory=list[str])
    units: list[str] = field(default_factory=list[str])
    fields: list[str] = field(default_factory=list[str])


def _words(heard: _Heard, before: Token, *, is_ended: bool) -> Iterator[str]:
    if before.text in ("", "and", "or", "not", "(") and Wanted.VALUE in heard.wanted:
        yield from _BEGINNING
    if is_ended and not heard.wanted and before.kind != "op":
        yield from _JOINING
    if before.text == "is":
        yield from ("one of", "not")
    if before.text in ("has", "had", "received", "failed", "on", "off", "stable"):
        yield from ("any of", "each of")


@dataclass
class _ListeningNaming(Naming):
    heard: _Heard = field(default_factory=_Heard)

    def _hear(self, token: Token, wanted: Wanted) -> None:
        if token.text == PROBE:
            self.heard.wanted.append(wanted)

    @override
    def topic(self, token: Token) -> Topic:
        if token.text == PROBE and self.fields is not None:
            self.heard.fields += self.fields
        elif self.fields is None:
            self._hear(token, Wanted.VALUE)
        return super().topic(token)

    @override
    def anchor(self, token: Token) -> str:
        self._hear(token, Wanted.ANCHOR)
        return super().anchor(token)

    @override
    def landmark(self, token: Token) -> str:
        self._hear(token, Wanted.LANDMARK)
        return super().landmark(token)

    @override
    def _happening(self, token: Token) -> str:
        self._hear(token, Wanted.HAPPENING)
        return super()._happening(token)

    @override
    def _drug(self, token: Token) -> str:
        self._hear(token, Wanted.DRUG)
        return super()._drug(token)

    @override
    def _received(self, token: Token) -> str:
        self._hear(token, Wanted.GIVEN)
        return super()._received(token)


class _ListeningScanner(Scanner):
    def __init__(self, text: str, heard: _Heard) -> None:
        super().__init__(text)
        self._heard = heard

    @override
    def unit(self, known: tuple[str, ...]) -> Token | None:
        found = super().unit(known)
        if found is not None and found.text == PROBE:
            self._heard.units += known
        return found


class _Listener(SentenceReader):
    def __init__(self, text: str, scope: Scope) -> None:
        super().__init__(text, scope, {})
        self.heard = _Heard()
        self.scanner = _ListeningScanner(text, self.heard)
        self.naming = _ListeningNaming(scope, self.scanner, [], heard=self.heard)

    @override
    def _choice(self, token: Token, topics: tuple[Topic, ...]) -> str:
        if token.text == PROBE:
            for topic in topics:
                self.heard.words += choices_of(topic) or ()
        return super()._choice(token, topics)
