"""Reading one sentence of the rule language by recursive descent; the catalogue is known while reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NoReturn

from typing_extensions import override

from core.catalogue.concept import Kind
from core.criteria.nodes import (
    All,
    AnyOf,
    Between,
    Compare,
    Condition,
    Defined,
    Had,
    Includes,
    Not,
    Pick,
    Received,
    Repeated,
    Shows,
    State,
)
from core.criteria.parsing.everyday import NEGATION, behind_hint, comparison_hint, naming_hint, negation_hint
from core.criteria.parsing.histories import HistoryReader
from core.criteria.parsing.meant import LIST, ending_hint, meant_operator
from core.criteria.parsing.measured import MeasuredReader, choices_of
from core.criteria.parsing.naming import Topic
from core.criteria.parsing.scanner import SentenceError, Token, shown
from core.criteria.parsing.windows import take_window
from core.criteria.scope import Scope
from core.criteria.values import Several, Subject, Term, Window
from core.language.said import said

_RESULTS_AHEAD = 3
_OF_ANY_DATE = ("first", "ever")
_RESULTS = (Kind.NUMBER, Kind.TITRE, Kind.TEST, Kind.SCORE, Kind.RECORD)


Places = dict[Condition, tuple[int, int]]
"""Where conditions stand in a sentence, by offsets; of equal ones the first."""


def read_sentence(
    text: str, scope: Scope, places: Places | None = None
) -> tuple[Condition | None, tuple[SentenceError, ...]]:
    """Return the condition a sentence writes and all problems; None where it cannot be read to its end.

    ``places`` takes where the condition and its parts stand.
    """
    reader = SentenceReader(text, scope, {} if places is None else places)
    try:
        node = reader.whole()
    except SentenceError as error:
        return None, (*reader.naming.slips, error)
    return reader.with_results(node), tuple(reader.naming.slips)


class SentenceReader(HistoryReader, MeasuredReader):
    """Joins conditions; the readers it is made of have one method per rule of the grammar."""

    def __init__(self, text: str, scope: Scope, places: Places) -> None:
        super().__init__(text, scope)
        self.places = places
        self.last_state: tuple[Topic, ...] = ()

    def whole(self) -> Condition:
        """Read the sentence to its end."""
        node = self.joined()
        token = self.scanner.peek()
        if token.kind != "end":
            hint = behind_hint(node, self.scanner, self.scope) or ending_hint(token, self.scanner.peek(1))
            self.scanner.fail(token, "syntax", said("the sentence should end before {shown}", shown=shown(token)), hint)
        return node

    @override
    def joined(self) -> Condition:
        start = self.scanner.peek().start
        parts = [self._and()]
        while self.scanner.accept("or"):
            parts.append(self._and())
        return self._placed(start, parts[0] if len(parts) == 1 else AnyOf(tuple(parts)))

    def _and(self) -> Condition:
        start = self.scanner.peek().start
        parts = [self._not()]
        while self.scanner.accept("and"):
            parts.append(self._not())
        return self._placed(start, parts[0] if len(parts) == 1 else All(tuple(parts)))

    def _not(self) -> Condition:
        start = self.scanner.peek().start
        node = Not(self._not()) if self.scanner.accept("not") else self._atom()
        return self._placed(start, node)

    def _placed(self, start: int, node: Condition) -> Condition:
        """Note where a condition stands; of equal ones the first."""
        self.places.setdefault(node, (start, self.scanner.last.end))
        return node

    def _atom(self) -> Condition:
        token = self.scanner.peek()
        if token.text == "(":
            return self._group()
        reader = self._by_word().get(token.text)
        if reader is not None:
            self._refuse_in_record(token)
            self.scanner.take()
            return reader()
        if NEGATION.fullmatch(token.text) and self.naming.fields is None:
            message = said("'{text}' is no word of the language", text=token.text)
            self.scanner.fail(token, "syntax", message, negation_hint(self.scanner, self.scope))
        if token.text == "at" and self.scanner.peek(_RESULTS_AHEAD).text == "results":
            self._refuse_in_record(token)
            return self.repeated()
        return self._measured()

    def _by_word(self) -> dict[str, Callable[[], Condition]]:
        words: dict[str, Callable[[], Condition]] = {
            "has": self.has,
            "had": self.had,
            "received": self.received,
            "failed": self.failed,
            "on": self.on,
            "off": self.off,
            "stable": self.stable,
            "rise": lambda: self.shift("rise"),
            "fall": lambda: self.shift("fall"),
            "time": self.time_since,
        }
        if self.scanner.peek().text == "ever" and self.scanner.peek(1).text in ("had", "received"):
            words["ever"] = self.ever
        return words

    def _refuse_in_record(self, token: Token) -> None:
        """Inside the brackets of a record only its own facts stand."""
        if self.naming.fields is not None:
            message = said("'{text}' does not speak of the facts of {place}", text=token.text, place=self.naming.place)
            self.naming.slip(token, "type", message, "write it outside the brackets, behind 'and'")

    def _measured(self) -> Condition:
        pick = self.pick()
        start = self.scanner.peek()
        subject, topics = self.subject()
        following = self.scanner.peek()
        if following.text == "is":
            self.last_state = topics
            return self.state(subject, topics, pick)
        if following.text == "includes":
            return self.includes(subject, topics, pick)
        if following.text == "shows":
            return self.shows(subject, topics, pick)
        if following.text == "between":
            return self.between(subject, topics, pick)
        if following.kind == "op":
            return self.compare(subject, topics, pick)
        return self._defined(start, subject, topics, pick)

    def _defined(self, start: Token, subject: Subject, topics: tuple[Topic, ...], pick: Pick) -> Condition:
        if pick or not isinstance(subject, Term) or subject.name not in self.scope.definition_names:
            self._expect_comparison(start, topics)
        self._refuse_in_record(start)
        return Defined(subject.name)

    def _expect_comparison(self, start: Token, topics: tuple[Topic, ...]) -> NoReturn:
        token = self.scanner.peek()
        concept = topics[0].concept if topics else None
        self._refuse_named(start)
        is_fact = concept is None or concept.kind is Kind.YES_NO
        hint = (
            said("write '{text} is yes'", text=start.text) if is_fact else said("write '{text} >= …'", text=start.text)
        )
        meant = meant_operator(token, self.scanner.peek(1))
        words = tuple(word for topic in topics for word in choices_of(topic) or ())
        said_without = comparison_hint(start, self.scanner, words)
        if said_without:
            hint = said_without
        elif meant:
            hint = said("write {what}", what=meant)
        elif token.text == ",":
            hint = LIST
        self.scanner.fail(
            token, "syntax", said("expected a comparison or 'is', found {shown}", shown=shown(token)), hint
        )

    def _refuse_named(self, start: Token) -> None:
        """Say of a sentence that names what is not measured, or what nobody knows, that alone, in one problem."""
        slip = self.naming.slips[-1] if self.naming.slips else None
        if slip is not None and slip.start == start.start:
            self.naming.slips.remove(slip)
            hint = self._joined_choice(start) or naming_hint(start, self.scanner, self.scope)
            raise SentenceError(slip.start, slip.end, slip.code, slip.message, hint or slip.hint)

    def _joined_choice(self, start: Token) -> str:
        """Return the list that ``nyha is I or II`` was meant to be, "" where the word is none of the last name's."""
        of = [each for each in self.last_state if start.text in (choices_of(each) or ())]
        return said("write '{name} is one of (…, {word})'", name=of[0].name, word=start.text) if of else ""

    # --- brackets

    def _group(self) -> Condition:
        first = self.scanner.expect("(")
        inner = self.joined()
        self.scanner.expect(")", "close the bracket")
        start = self.scanner.peek()
        window = take_window(self.scanner, self.naming)
        if window is None:
            return inner
        if "ever" in self.scanner.words_since(first):
            self.naming.slip(start, "window", "'ever' has no window", "write the window at each part")
        return self._distributed(inner, window, start)

    def _distributed(self, node: Condition, window: Window, at: Token) -> Condition:
        """Give a window behind a bracket to every part; a part that cannot take it is a problem."""
        match node:
            case All(parts):
                return All(tuple(self._distributed(part, window, at) for part in parts))
            case AnyOf(parts):
                return AnyOf(tuple(self._distributed(part, window, at) for part in parts))
            case Not(part):
                return Not(self._distributed(part, window, at))
            case Compare() | Between() | State() | Includes() | Repeated() | Shows() | Had() | Received():
                if node.window is None and not self._is_of_the_day(node):
                    return replace(node, window=window)
            case _:
                pass
        hint = "write the window at each part"
        self.naming.slip(at, "window", "a window behind a bracket cannot apply to every part inside", hint)
        return node

    def with_results(self, node: Condition) -> Condition:
        """Give every result that grows old the window that the file names for all, where its sentence names none."""
        if self.scope.results is None:
            return node
        match node:
            case All(parts):
                dated: Condition = All(tuple(self.with_results(part) for part in parts))
            case AnyOf(parts):
                dated = AnyOf(tuple(self.with_results(part) for part in parts))
            case Not(part):
                dated = Not(self.with_results(part))
            case Compare() | Between() | State() | Includes() | Repeated() | Shows() if self._grows_old(node):
                dated = replace(node, window=self.scope.results)
            case _:
                return node
        if node in self.places:
            self.places.setdefault(dated, self.places[node])
        return dated

    def _grows_old(self, node: Compare | Between | State | Includes | Repeated | Shows) -> bool:
        """True for a result without a window that does not stand for ever; "first" and "ever" look at any date."""
        if node.window is not None or (not isinstance(node, Repeated) and node.pick in _OF_ANY_DATE):
            return False
        concepts = [self.scope.catalogue.concept(name) for name in self.scope.expanded(_measured(node))]
        return bool(concepts) and all(
            concept is not None and concept.kind in _RESULTS and concept.freshness is not None for concept in concepts
        )

    def _is_of_the_day(self, node: Condition) -> bool:
        """True for an age, an answer or a fact of the site: a look back says nothing of them."""
        if not isinstance(node, Compare | Between | State | Includes) or not isinstance(node.subject, Term):
            return False
        name = node.subject.name
        concept = self.scope.catalogue.concept(name)
        is_age = concept is not None and concept.kind is Kind.AGE
        return is_age or name in self.scope.questions or name in self.scope.site


def _measured(node: Compare | Between | State | Includes | Repeated | Shows) -> tuple[str, ...]:
    """Return what a sentence measures."""
    match node:
        case Shows(record):
            return (record,)
        case Repeated(_, term):
            return (term.name,)
        case _:
            return node.subject.names if isinstance(node.subject, Several) else (node.subject.name,)
