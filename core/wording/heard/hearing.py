"""What the parts of a file share that are read aloud: the words of the language, dates, lengths, lists of names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from core.criteria.nodes import Condition
from core.criteria.printing.aloud import Line, outline
from core.criteria.printing.told import told
from core.criteria.printing.voice import Voice
from core.criteria.scope import Scope
from core.language.dates import format_partial
from core.language.phrases import Phrases
from core.values.duration import Duration
from core.values.partial_date import parse_partial_date
from core.wording.names import name_of


@dataclass(frozen=True, slots=True)
class Hearing:
    """One scope read aloud in one language."""

    scope: Scope
    phrases: Phrases

    def line(self, word: str, depth: int = 0, /, **arguments: str | int) -> Line:
        """Return a phrase as a line."""
        return depth, self.phrases.say(f"heard-{word}", **arguments)

    def told(self, text: str) -> str:
        """Return a text of the file in the language, or its own words in quotes."""
        return told(text, self.scope, self.phrases)

    def named(self, name: str) -> str:
        """Return the label of a name of the catalogue or the file."""
        return name_of(name, self.scope, self.phrases)

    def point(self, name: str) -> str:
        """Return a decision point."""
        word = f"point-{name}"
        return self.phrases.say(word) if self.phrases.can_say(word) else name.replace("_", " ")

    def day(self, written: str) -> str:
        """Return a date of the head as the language writes it; what is no date as it stands."""
        known = parse_partial_date(written)
        return written if known is None else format_partial(written, self.phrases.language)

    def length(self, duration: Duration) -> str:
        """Return a length of time."""
        return Voice(self.scope, self.phrases).say(f"length-{duration.unit.value}", count=duration.count)

    def span(self, duration: Duration) -> str:
        """Return a length of time as it stands behind a preposition."""
        return Voice(self.scope, self.phrases).say(f"span-{duration.unit.value}", count=duration.count)

    def outlined(self, word: str, condition: Condition, depth: int = 0) -> Iterator[Line]:
        """Yield a phrase with a condition in it, each part of a nested one on a line of its own."""
        (_, first), *others = outline(condition, self.scope, self.phrases)
        yield self.line(word, depth, what=first)
        yield from ((depth + inner, line) for inner, line in others)

    def pairs(self, word: str, written: Mapping[str, str], depth: int = 0) -> Iterator[Line]:
        """Yield a mapping of the head, key by key; a key that has no word of its own stands in plain words."""
        for key, text in written.items():
            spoken = f"heard-key-{key.replace('_', '-')}"
            label = self.phrases.say(spoken) if self.phrases.can_say(spoken) else key.replace("_", " ")
            state = f"report-recruitment-{text.replace(' ', '-')}"
            is_state = key == "status" and self.phrases.can_say(state)
            told = self.told(text) if key == "status" else self.day(text)
            yield self.line(word, depth, key=label, text=self.phrases.say(state) if is_state else told)
