"""Reading one sentence of the rule language by recursive descent; the catalogue is known while reading."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Literal

from core.catalogue.catalogue import RESULT_WORDS
from core.catalogue.concept import Concept, Kind
from core.criteria.nodes import (
    All,
    AnyOf,
    Between,
    Compare,
    Condition,
    Defined,
    Failed,
    Had,
    Has,
    Includes,
    Not,
    Off,
    On,
    Pick,
    Received,
    Repeated,
    Shift,
    Shows,
    Stable,
    State,
    TimeSince,
)
from core.criteria.parsing.limits import take_count, take_duration, take_limit, take_op
from core.criteria.parsing.naming import Naming, Topic
from core.criteria.parsing.scanner import Scanner, SentenceError, Token, shown
from core.criteria.parsing.windows import take_clean, take_lasting, take_name_list, take_window
from core.criteria.scope import Scope
from core.criteria.values import Domains, Items, OnDay, Several, Subject, Term, Which, Window
from core.source_text.suggestion import nearest

_PICKS: dict[str, Pick] = {
    "latest": "latest",
    "first": "first",
    "highest": "highest",
    "lowest": "lowest",
    "any": "any",
    "every": "every",
    "ever": "ever",
}
_TEST_KINDS = (Kind.TEST,)


def read_sentence(text: str, scope: Scope) -> tuple[Condition | None, tuple[SentenceError, ...]]:
    """Return the condition a sentence writes and all problems; None where it cannot be read to its end."""
    reader = SentenceReader(text, scope)
    try:
        node = reader.whole()
    except SentenceError as error:
        return None, (*reader.naming.slips, error)
    return node, tuple(reader.naming.slips)


class SentenceReader:
    """One method per rule of the grammar, in its order."""

    def __init__(self, text: str, scope: Scope) -> None:
        self.scanner: Scanner = Scanner(text)
        self.naming: Naming = Naming(scope, self.scanner, [])
        self.scope = scope

    def whole(self) -> Condition:
        """Read the sentence to its end."""
        node = self._or()
        token = self.scanner.peek()
        if token.kind != "end":
            self.scanner.fail(token, "syntax", f"the sentence should end before {shown(token)}", _ending_hint(token))
        return node

    def _or(self) -> Condition:
        parts = [self._and()]
        while self.scanner.accept("or"):
            parts.append(self._and())
        return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))

    def _and(self) -> Condition:
        parts = [self._not()]
        while self.scanner.accept("and"):
            parts.append(self._not())
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _not(self) -> Condition:
        return Not(self._not()) if self.scanner.accept("not") else self._atom()

    # --- atoms

    def _atom(self) -> Condition:
        token = self.scanner.peek()
        if token.text == "(":
            return self._group()
        reader = self._by_word().get(token.text)
        if reader is not None:
            self.scanner.take()
            return reader()
        if token.text == "at" and self.scanner.peek(3).text == "results":
            return self._repeated()
        return self._measured()

    def _by_word(self) -> dict[str, Callable[[], Condition]]:
        words: dict[str, Callable[[], Condition]] = {
            "has": self._has,
            "had": self._had,
            "received": self._received,
            "failed": self._failed,
            "on": self._on,
            "off": self._off,
            "stable": self._stable,
            "rise": lambda: self._shift("rise"),
            "fall": lambda: self._shift("fall"),
            "time": self._time_since,
        }
        if self.scanner.peek().text == "ever" and self.scanner.peek(1).text in ("had", "received"):
            words["ever"] = self._ever
        return words

    def _group(self) -> Condition:
        self.scanner.expect("(")
        inner = self._or()
        self.scanner.expect(")", "close the bracket")
        start = self.scanner.peek()
        window = take_window(self.scanner, self.naming)
        return inner if window is None else self._distributed(inner, window, start)

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
                if node.window is None:
                    return replace(node, window=window)
            case _:
                pass
        hint = "write the window at each part"
        self.naming.slip(at, "window", "a window behind a bracket cannot apply to every part inside", hint)
        return node

    def _ever(self) -> Condition:
        node = self._had() if self.scanner.take().text == "had" else self._received()
        if isinstance(node, Had | Received) and node.window is not None:
            token = self.scanner.peek()
            self.naming.slip(token, "window", "'ever' has no window", "leave out 'ever' or the window")
        return node

    def _has(self) -> Condition:
        which, names = self._which(self.naming.happenings)
        return Has(which, self._fields(names))

    def _had(self) -> Condition:
        which, names = self._which(self.naming.happenings)
        return Had(which, self._fields(names), take_window(self.scanner, self.naming))

    def _received(self) -> Condition:
        which, _ = self._which(self.naming.received)
        times = 1
        if self.scanner.accept("at", "least"):
            times = take_count(self.scanner, "how many times")
            self.scanner.expect("times")
        return Received(which, times, take_window(self.scanner, self.naming))

    def _failed(self) -> Condition:
        start = self.scanner.peek()
        which, _ = self._which(self.naming.drugs)
        if not self.scope.failed_means:
            hint = "write 'failed_means: [no_response, partial_response, lost_response, relapse]' in this file"
            self.naming.slip(start, "failed-means", "'failed' needs the outcomes it stands for", hint)
        lasting = take_lasting(self.scanner, self.naming)
        return Failed(which, lasting, take_window(self.scanner, self.naming))

    def _on(self) -> Condition:
        which, _ = self._which(self.naming.drugs)
        if not self.scanner.accept("at"):
            return On(which, lasting=take_lasting(self.scanner, self.naming))
        op = take_op(self.scanner)
        limit = take_limit(self.scanner, self.naming, ())
        return On(which, op, limit, take_lasting(self.scanner, self.naming))

    def _off(self) -> Condition:
        which, _ = self._which(self.naming.drugs)
        return Off(which, take_lasting(self.scanner, self.naming))

    def _stable(self) -> Condition:
        which, _ = self._which(self.naming.drugs)
        lasting = take_lasting(self.scanner, self.naming)
        if lasting is None:
            token = self.scanner.peek()
            self.scanner.fail(token, "syntax", "'stable' needs its period", "write 'for 8 weeks before enrolment'")
        return Stable(which, lasting)

    def _time_since(self) -> Condition:
        self.scanner.expect("since", "write 'time since ssc_diagnosis <= 7 years'")
        landmark = self.naming.landmark(self.naming.take_name("a dated landmark"))
        op = take_op(self.scanner)
        return TimeSince(landmark, op, take_duration(self.scanner))

    def _shift(self, direction: Literal["rise", "fall"]) -> Condition:
        self.scanner.expect("in", f"write '{direction} in … >= 3 over 6 months'")
        start = self.scanner.peek()
        term, topic = self._term()
        op = take_op(self.scanner)
        limit = take_limit(self.scanner, self.naming, (topic,))
        scale: Literal["relative", "points", ""] = ""
        if self.scanner.accept("relative"):
            scale = "relative"
        elif self.scanner.accept("points"):
            scale = "points"
        elif topic.concept is not None and any(unit.name == "%" for unit in topic.concept.units):
            hint = "write 'relative' (82 to 73 is 11 %) or 'points' (82 to 73 is 9 points) behind the number"
            self.naming.slip(start, "scale", f"a change of '{topic.name}' in % has two readings", hint)
        self.scanner.expect("over", "write the period: 'over 6 months'")
        over = take_duration(self.scanner)
        return Shift(direction, term, op, limit, over, scale, take_window(self.scanner, self.naming))

    def _repeated(self) -> Condition:
        self.scanner.take()
        self.scanner.expect("least")
        needed = take_count(self.scanner, "a number of results")
        self.scanner.expect("results")
        self.scanner.expect("of")
        term, topic = self._term()
        if self.scanner.is_next("is"):
            state = self._state(term, (topic,), "")
            return Repeated(needed, term, replace(state, window=None), state.window)
        op = take_op(self.scanner)
        test = Compare(term, op, take_limit(self.scanner, self.naming, (topic,)))
        return Repeated(needed, term, test, take_window(self.scanner, self.naming))

    # --- measured values

    def _measured(self) -> Condition:
        pick = self._pick()
        start = self.scanner.peek()
        subject, topics = self._subject()
        following = self.scanner.peek()
        if following.text == "is":
            return self._state(subject, topics, pick)
        if following.text == "includes":
            return self._includes(subject, topics, pick)
        if following.text == "shows":
            return self._shows(subject, topics, pick)
        if following.text == "between":
            return self._between(subject, topics, pick)
        if following.kind == "op":
            return self._compare(subject, topics, pick)
        return self._defined(start, subject, topics)

    def _pick(self) -> Pick:
        word = self.scanner.peek().text
        if word not in _PICKS or (word == "any" and self.scanner.peek(1).text == "of"):
            return ""
        self.scanner.take()
        return _PICKS[word]

    def _subject(self) -> tuple[Subject, tuple[Topic, ...]]:
        for word in ("any", "each"):
            if self.scanner.accept(word, "of"):
                names, topics = self.naming.measured_names(take_name_list(self.scanner, self.naming))
                return Several("any" if word == "any" else "each", names), topics
        if self.scanner.accept("at", "least"):
            needed = take_count(self.scanner, "how many of them")
            self.scanner.expect("of")
            names, topics = self.naming.measured_names(take_name_list(self.scanner, self.naming))
            return Several("at_least", names, needed), topics
        term, topic = self._term()
        return term, (topic,)

    def _term(self) -> tuple[Term, Topic]:
        token = self.naming.take_name("what is measured")
        if token.text in self.scope.definition_names and not _continues(self.scanner.peek()):
            return Term(token.text), Topic(token.text, None)
        if token.text in self.scope.groups:
            hint = f"write 'any of {token.text}' or 'each of {token.text}'"
            self.scanner.fail(token, "type", f"'{token.text}' is a group of several", hint)
        topic = self.naming.topic(token)
        qualifiers: tuple[str, ...] = ()
        if self.scanner.is_next("("):
            qualifiers = tuple(self._qualifier(word, topic) for word in take_name_list(self.scanner, self.naming))
        return Term(topic.name, qualifiers, self._items(topic)), topic

    def _qualifier(self, token: Token, topic: Topic) -> str:
        if topic.concept is None:
            return token.text
        known = {name: code.id for code in topic.concept.qualifiers for name in (code.id, *code.also)}
        if topic.concept.kind is Kind.CLASSIFICATION:
            known["score"] = "score"
        if token.text not in known:
            message = f"'{token.text}' is no method or sample of '{topic.name}'"
            near = nearest(token.text, known)
            hint = f"did you mean '{near}'?" if near else f"known: {', '.join(known) or 'none'}"
            self.naming.slip(token, "unknown-name", message, hint)
        return known.get(token.text, token.text)

    def _items(self, topic: Topic) -> Items | None:
        token = self.scanner.peek()
        if token.text not in ("without", "only"):
            return None
        self.scanner.take()
        tokens = take_name_list(self.scanner, self.naming)
        items = () if topic.concept is None else topic.concept.items
        known = {item.id for item in items} | {group for item in items for group in item.groups}
        for name in tokens:
            if topic.concept is not None and name.text not in known:
                near = nearest(name.text, known)
                hint = f"did you mean '{near}'?" if near else f"items: {', '.join(sorted(known)) or 'none'}"
                self.naming.slip(name, "unknown-name", f"'{name.text}' is no item of '{topic.name}'", hint)
        return Items("without" if token.text == "without" else "only", tuple(name.text for name in tokens))

    def _compare(self, subject: Subject, topics: tuple[Topic, ...], pick: Pick) -> Condition:
        self._check_comparable(topics)
        op = take_op(self.scanner)
        limit = take_limit(self.scanner, self.naming, topics)
        clean = take_clean(self.scanner, self.naming)
        return Compare(subject, op, limit, pick, clean, self._window_for(pick))

    def _between(self, subject: Subject, topics: tuple[Topic, ...], pick: Pick) -> Condition:
        self._check_comparable(topics)
        self.scanner.expect("between")
        low = take_limit(self.scanner, self.naming, topics)
        self.scanner.expect("and", "write 'between 18 years and 65 years'")
        high = take_limit(self.scanner, self.naming, topics)
        clean = take_clean(self.scanner, self.naming)
        return Between(subject, low, high, pick, clean, self._window_for(pick))

    def _window_for(self, pick: Pick) -> Window | None:
        start = self.scanner.peek()
        window = take_window(self.scanner, self.naming)
        if pick == "ever" and window is not None and not isinstance(window, OnDay):
            self.naming.slip(start, "window", "'ever' has no window", "leave out 'ever', or write 'any … within'")
        return window

    def _check_comparable(self, topics: tuple[Topic, ...]) -> None:
        token = self.scanner.peek()
        comparable = (Kind.NUMBER, Kind.TITRE, Kind.TEST, Kind.SCORE, Kind.CLASSIFICATION, Kind.AGE, Kind.DOSE)
        for topic in topics:
            if topic.concept is not None and topic.concept.kind not in comparable:
                hint = f"write '{topic.name} is …'"
                self.naming.slip(token, "type", f"'{topic.name}' is not a number", hint)
            elif topic.concept is None and topic.words[:2] == ("yes", "no"):
                self.naming.slip(token, "type", f"'{topic.name}' is a question", f"write '{topic.name} is yes'")

    def _state(self, subject: Subject, topics: tuple[Topic, ...], pick: Pick) -> State:
        self.scanner.expect("is")
        is_not = self.scanner.accept("not")
        tokens = self._choice_tokens()
        choices = tuple(self._choice(token, topics) for token in tokens)
        domains = self._domains(topics)
        if domains is None and any(topic.concept is not None and topic.concept.domains for topic in topics):
            hint = "write 'in at least 1 domain' behind it"
            self.naming.slip(tokens[-1], "type", f"'{topics[0].name}' has a grade in each domain", hint)
        return State(subject, choices, is_not, domains, pick, self._window_for(pick))

    def _choice_tokens(self) -> tuple[Token, ...]:
        if self.scanner.accept("one", "of"):
            return take_name_list(self.scanner, self.naming)
        return (self.naming.take_name("a value"),)

    def _choice(self, token: Token, topics: tuple[Topic, ...]) -> str:
        for topic in topics:
            known = choices_of(topic)
            if known is None:
                continue
            if not known:
                hint = f"compare it: '{topic.name} >= …'"
                self.naming.slip(token, "type", f"'{topic.name}' is a number, not one of some words", hint)
                return token.text
            if token.text not in known:
                near = nearest(token.text, known)
                hint = f"did you mean '{near}'?" if near else f"write one of: {', '.join(dict.fromkeys(known))}"
                self.naming.slip(token, "unknown-value", f"'{topic.name}' cannot be '{token.text}'", hint)
                return token.text
            return known[token.text]
        return token.text

    def _includes(self, subject: Subject, topics: tuple[Topic, ...], pick: Pick) -> Condition:
        token = self.scanner.expect("includes")
        for topic in topics:
            if topic.concept is not None and topic.concept.kind is not Kind.CODES:
                self.naming.slip(token, "type", f"'{topic.name}' is not a set of values", f"write '{topic.name} is …'")
        choices = tuple(self._choice(choice, topics) for choice in self._choice_tokens())
        return Includes(subject, choices, pick, self._window_for(pick))

    def _shows(self, subject: Subject, topics: tuple[Topic, ...], pick: Pick) -> Condition:
        token = self.scanner.expect("shows")
        concept = topics[0].concept if topics else None
        if not isinstance(subject, Term) or (concept is not None and concept.kind is not Kind.RECORD):
            self.scanner.fail(token, "type", f"'{topics[0].name}' is no record of several facts", "write 'is …'")
        condition = self._inside({} if concept is None else concept.fields, subject.name, is_known=concept is not None)
        return Shows(subject.name, condition, pick, self._window_for(pick))

    def _fields(self, names: tuple[str, ...]) -> Condition | None:
        if not self.scanner.accept("with"):
            return None
        concepts = [self.scope.catalogue.concept(name) for name in self.scope.concepts(names)]
        found = [concept for concept in concepts if concept is not None]
        fields = {name: concept for each in found for name, concept in each.fields.items()}
        return self._inside(fields, " or ".join(names), is_known=bool(found))

    def _inside(self, fields: Mapping[str, Concept], place: str, *, is_known: bool) -> Condition:
        outer = self.naming
        self.naming = Naming(self.scope, self.scanner, outer.slips if is_known else [], fields, place)
        self.scanner.expect("(", "write the facts in brackets")
        node = self._or()
        self.scanner.expect(")", "close the bracket")
        self.naming = outer
        return node

    def _defined(self, start: Token, subject: Subject, topics: tuple[Topic, ...]) -> Condition:
        if not isinstance(subject, Term) or subject.name not in self.scope.definition_names:
            token = self.scanner.peek()
            concept = topics[0].concept if topics else None
            is_fact = concept is None or concept.kind is Kind.YES_NO
            hint = f"write '{start.text} is yes'" if is_fact else f"write '{start.text} >= …'"
            self.scanner.fail(token, "syntax", f"expected a comparison or 'is', found {shown(token)}", hint)
        return Defined(subject.name)

    # --- parts

    def _which(self, resolve: Callable[[tuple[Token, ...]], tuple[str, ...]]) -> tuple[Which, tuple[str, ...]]:
        start = self.scanner.peek()
        mode: Literal["any", "each"] = "each" if start.text == "each" else "any"
        is_said = start.text in ("any", "each")
        if is_said:
            self.scanner.take()
            self.scanner.expect("of", f"write '{start.text} of (…)'")
        tokens = take_name_list(self.scanner, self.naming)
        if len(tokens) > 1 and not is_said:
            hint = "write 'any of (…)' or 'each of (…)'"
            self.naming.slip(tokens[0], "syntax", "a list of names is heard both as 'and' and as 'or'", hint)
        names = resolve(tokens)
        other: tuple[str, ...] = ()
        if self.scanner.accept("other", "than"):
            other = resolve(take_name_list(self.scanner, self.naming))
        return Which(names, mode, other), names

    def _domains(self, topics: tuple[Topic, ...]) -> Domains | None:
        if not self.scanner.accept("in", "at", "least"):
            return None
        needed = take_count(self.scanner, "a number of domains")
        token = self.scanner.take()
        if token.text not in ("domain", "domains"):
            self.scanner.fail(token, "syntax", f"expected 'domain' or 'domains', found {shown(token)}")
        concept = topics[0].concept if topics else None
        if concept is not None and not concept.domains:
            self.naming.slip(token, "type", f"'{topics[0].name}' has no domains", "leave out 'in at least …'")
        is_other = self.scanner.accept("other", "than")
        if not is_other and not self.scanner.accept("of"):
            return Domains(needed)
        names = tuple(self._domain(name, concept) for name in take_name_list(self.scanner, self.naming))
        return Domains(needed, names, is_other)

    def _domain(self, token: Token, concept: Concept | None) -> str:
        known = {} if concept is None else {name: code.id for code in concept.domains for name in (code.id, *code.also)}
        if concept is not None and token.text not in known:
            near = nearest(token.text, known)
            hint = f"did you mean '{near}'?" if near else f"domains: {', '.join(known)}"
            self.naming.slip(token, "unknown-name", f"'{concept.id}' has no domain '{token.text}'", hint)
        return known.get(token.text, token.text)


def choices_of(topic: Topic) -> dict[str, str] | None:
    """Return what a topic can be, by every spelling; None if anything goes because the name is unknown."""
    concept = topic.concept
    if concept is None:
        return {word: word for word in topic.words} if topic.words else None
    if concept.kind is Kind.YES_NO:
        return {"yes": "yes", "no": "no"}
    codes = {name: code.id for code in concept.codes for name in (code.id, *code.also)}
    if concept.kind in _TEST_KINDS:
        return codes | {word: word for word in RESULT_WORDS}
    return codes


def _continues(token: Token) -> bool:
    return token.kind == "op" or token.text in ("is", "between", "includes", "shows")


def _ending_hint(token: Token) -> str:
    if token.kind == "name":
        return "join two conditions with 'and' or 'or'"
    return "each sentence is one condition"
