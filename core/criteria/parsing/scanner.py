"""The signs of a sentence: words, numbers, operators, brackets, with their offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NoReturn

from core.language.said import said

RESERVED = frozenset(
    [
        "LLN",
        "ULN",
        "after",
        "and",
        "any",
        "at",
        "before",
        "between",
        "domain",
        "domains",
        "each",
        "ever",
        "every",
        "failed",
        "fall",
        "first",
        "for",
        "from",
        "had",
        "has",
        "higher",
        "highest",
        "in",
        "includes",
        "is",
        "latest",
        "least",
        "longer",
        "lower",
        "lowest",
        "more",
        "not",
        "of",
        "off",
        "on",
        "one",
        "only",
        "or",
        "other",
        "over",
        "points",
        "received",
        "relative",
        "results",
        "rise",
        "shorter",
        "shows",
        "since",
        "stable",
        "start",
        "than",
        "the",
        "time",
        "times",
        "to",
        "with",
        "within",
        "without",
    ]
)
"""Words of the language; no concept, code or name of a file may be one of them."""

_TOKEN = re.compile(
    r"\s*(?:(?P<titre>1:[0-9]+)|(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<name>half-lives\b|[A-Za-z_][A-Za-z0-9_]*)"
    r"|(?P<wrong_op>=>|=<|==|<>|[≥≤≠])|(?P<op><=|>=|!=|<|>|=)|(?P<mark>[(),%/])|(?P<wrong>\S))"
)
_UNIT = re.compile(r"\s*(?P<unit>%|(?!\d+(?:\.\d+)?(?:\s|$|[(),]))[^\s(),<>=!]+)")

_UNITS_IN_WORDS = "kg g mg cm mm mmHg m m2 L mL s ms h min U IU Cel °C index ratio titre"
WORD_UNITS = frozenset(_UNITS_IN_WORDS.split())
"""Units that look like names; behind a number they are units."""


class SentenceError(Exception):
    """A sentence cannot be read on from here; offsets count in the sentence."""

    def __init__(self, start: int, end: int, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.start = start
        self.end = end
        self.code = code
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Token:
    """One sign: ``kind`` is titre, number, name, op, wrong_op, mark, wrong or end."""

    kind: str
    text: str
    start: int
    end: int


class Scanner:
    """Reads a sentence sign by sign; units are read only where the grammar awaits one."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0
        self.last = Token("start", "", 0, 0)
        self._tokens: dict[int, Token] = {}  # by where they are looked for: each is asked for many times

    def peek(self, ahead: int = 0) -> Token:
        """Return the sign ``ahead`` of the next one without taking it."""
        position = self.position
        token = self._token(position)
        for _ in range(ahead):
            token = self._token(token.end)
        return token

    def take(self) -> Token:
        """Take the next sign."""
        self.last = self.peek()
        self.position = self.last.end
        return self.last

    def is_after_next(self, *words: str) -> bool:
        """True if the signs behind the next one are these words."""
        return all(self.peek(index).text == word for index, word in enumerate(words, start=1))

    def words_since(self, first: Token) -> tuple[str, ...]:
        """Return the words from a sign up to here."""
        return tuple(re.findall(r"\w+", self.text[first.start : self.position]))

    def is_next(self, *words: str) -> bool:
        """True if the next signs are these words."""
        token = self._token(self.position)
        for word in words:
            if token.text != word:
                return False
            token = self._token(token.end)
        return True

    def accept(self, *words: str) -> bool:
        """Take the next signs if they are these words."""
        if not self.is_next(*words):
            return False
        for _ in words:
            self.take()
        return True

    def expect(self, word: str, example: str = "") -> Token:
        """Take the next sign, which must be ``word``."""
        token = self.peek()
        if token.text != word:
            self.fail(token, "syntax", said("expected '{word}', found {shown}", word=word, shown=shown(token)), example)
        return self.take()

    def unit(self, known: tuple[str, ...]) -> Token | None:
        """Take a unit if one stands here: the longest of ``known``, else whatever is written like a unit."""
        rest = self.text[self.position :]
        start = self.position + len(rest) - len(rest.lstrip())
        for name in sorted(known, key=len, reverse=True):
            end = start + len(name)
            if self.text.startswith(name, start) and not self.text[end : end + 1].isalnum():
                return self._taken(Token("unit", name, start, end))
        match = _UNIT.match(self.text, self.position)
        if match is None or match["unit"] in RESERVED or match["unit"] == "x":
            return None
        return self._taken(Token("unit", match["unit"], match.start("unit"), match.end()))

    def _taken(self, token: Token) -> Token:
        self.last, self.position = token, token.end
        return token

    def fail(self, token: Token, code: str, message: str, hint: str = "") -> NoReturn:
        """Raise the error at a sign."""
        raise SentenceError(token.start, max(token.end, token.start + 1), code, message, hint)

    def _token(self, position: int) -> Token:
        found = self._tokens.get(position)
        if found is None:
            found = self._tokens[position] = self._read_token(position)
        return found

    def _read_token(self, position: int) -> Token:
        match = _TOKEN.match(self.text, position)
        if match is None or match.lastgroup is None:
            return Token("end", "", len(self.text), len(self.text))
        return Token(match.lastgroup, match[match.lastgroup], match.start(match.lastgroup), match.end())


def shown(token: Token) -> str:
    """Say what stands at a sign."""
    return "the end of the sentence" if token.kind == "end" else said("'{text}'", text=token.text)
