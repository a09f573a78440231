"""Reading sentences about measured values, facts and records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from core.catalogue.catalogue import RESULT_WORDS
from core.catalogue.concept import Concept, Kind
from core.criteria.nodes import Between, Compare, Condition, Includes, Pick, Repeated, Shows, State, TimeSince
from core.criteria.parsing.everyday import level_hint
from core.criteria.parsing.limits import take_count, take_duration, take_limit, take_op
from core.criteria.parsing.measured_checks import check_comparable, check_window
from core.criteria.parsing.naming import Topic
from core.criteria.parsing.scanner import Token, shown
from core.criteria.parsing.shifts import ShiftReader
from core.criteria.parsing.windows import take_clean, take_name_list, take_window
from core.criteria.values import Domains, Subject, Term, Window
from core.language.said import said
from core.source_text.suggestion import nearest
from core.vocabulary.asking import meanings
from core.vocabulary.vocabulary import Matter


class MeasuredReader(ShiftReader):
    """One method per form of a measured sentence."""

    def time_since(self) -> TimeSince:
        """Read ``time since landmark op D``; ``time`` has been taken."""
        self.scanner.expect("since", "write 'time since … <= 7 years'")
        landmark = self.naming.landmark(self.naming.take_name("a dated landmark"))
        op = take_op(self.scanner)
        return TimeSince(landmark, op, take_duration(self.scanner))

    def repeated(self) -> Repeated:
        """Read ``at least n results of term test [window]``."""
        self.scanner.expect("at")
        self.scanner.expect("least")
        needed = take_count(self.scanner, "a number of results")
        self.scanner.expect("results")
        self.scanner.expect("of")
        start = self.scanner.peek()
        term, topic = self.term()
        if self.scanner.is_next("is"):
            state = self.state(term, (topic,), "")
            if state.domains is not None:
                hint = "write '… is … in at least 1 domain' for the latest one"
                self.naming.slip(start, "type", "results with a grade in each domain cannot be counted", hint)
            return Repeated(needed, term, replace(state, window=None, domains=None), state.window)
        check_comparable(self.scanner.peek(), (topic,), self.naming)
        op = take_op(self.scanner)
        test = Compare(term, op, take_limit(self.scanner, self.naming, (topic,)))
        return Repeated(needed, term, test, self._window("", (topic,)))

    def compare(self, subject: Subject, topics: tuple[Topic, ...], pick: Pick) -> Compare:
        """Read ``op limit [without …] [window]``."""
        check_comparable(self.scanner.peek(), topics, self.naming)
        op = take_op(self.scanner)
        limit = take_limit(self.scanner, self.naming, topics)
        clean = take_clean(self.scanner, self.naming)
        return Compare(subject, op, limit, pick, clean, self._window(pick, topics))

    def between(self, subject: Subject, topics: tuple[Topic, ...], pick: Pick) -> Between:
        """Read ``between low and high [without …] [window]``."""
        check_comparable(self.scanner.peek(), topics, self.naming)
        self.scanner.expect("between")
        low = take_limit(self.scanner, self.naming, topics)
        self.scanner.expect("and", "write 'between 18 years and 65 years'")
        high = take_limit(self.scanner, self.naming, topics)
        clean = take_clean(self.scanner, self.naming)
        return Between(subject, low, high, pick, clean, self._window(pick, topics))

    def state(self, subject: Subject, topics: tuple[Topic, ...], pick: Pick) -> State:
        """Read ``is [not] choice [in at least n domains] [window]``."""
        self.scanner.expect("is")
        is_not = self.scanner.accept("not")
        tokens = self._choice_tokens(topics)
        choices = tuple(self._choice(token, topics) for token in tokens)
        domains = self._domains(topics)
        if domains is None and any(topic.concept is not None and topic.concept.domains for topic in topics):
            hint = "write 'in at least 1 domain' behind it"
            self.naming.slip(tokens[-1], "type", said("'{name}' has a grade in each domain", name=topics[0].name), hint)
        return State(subject, choices, is_not, domains, pick, self._window(pick, topics))

    def includes(self, subject: Subject, topics: tuple[Topic, ...], pick: Pick) -> Includes:
        """Read ``includes choice [window]``."""
        token = self.scanner.expect("includes")
        for topic in topics:
            if topic.concept is not None and topic.concept.kind is not Kind.CODES:
                self.naming.slip(
                    token,
                    "type",
                    said("'{name}' is not a set of values", name=topic.name),
                    said("write '{name} is …'", name=topic.name),
                )
        choices = tuple(self._choice(choice, topics) for choice in self._choice_tokens(topics))
        return Includes(subject, choices, pick, self._window(pick, topics))

    def shows(self, subject: Subject, topics: tuple[Topic, ...], pick: Pick) -> Condition:
        """Read ``shows (…) [window]``."""
        token = self.scanner.expect("shows")
        concept = topics[0].concept if topics else None
        if pick in ("highest", "lowest"):
            self.naming.slip(token, "type", "no record is higher than another", "write 'any' or 'every'")
        if not isinstance(subject, Term) or subject != Term(subject.name):
            hint = "write '[latest|first|any|every|ever] record shows (…)'"
            self.scanner.fail(token, "syntax", "only the name of one record stands before 'shows'", hint)
        if concept is not None and concept.kind is not Kind.RECORD:
            self.scanner.fail(
                token, "type", said("'{name}' is no record of several facts", name=topics[0].name), "write 'is …'"
            )
        fields = dict[str, Concept]() if concept is None else concept.fields
        condition = self.inside(fields, subject.name, is_known=concept is not None)
        return Shows(subject.name, condition, pick, self._window(pick, topics))

    # --- parts

    def _window(self, pick: Pick, topics: tuple[Topic, ...]) -> Window | None:
        start = self.scanner.peek()
        window = take_window(self.scanner, self.naming)
        check_window(pick, window, start if window is not None else self.scanner.last, topics, self.naming)
        return window

    def _choice_tokens(self, topics: tuple[Topic, ...]) -> tuple[Token, ...]:
        if self.scanner.accept("one", "of"):
            return take_name_list(self.scanner, self.naming)
        token = self.scanner.peek()
        if token.kind in ("op", "number", "titre"):
            name = topics[0].name if topics else "it"
            written = f"= {token.text}" if token.kind == "number" else ">= …"
            hint = said("leave out 'is': '{name} {written}'", name=name, written=written)
            self.scanner.fail(
                token, "syntax", said("expected a value in words, found {shown}", shown=shown(token)), hint
            )
        return (self.naming.take_name("a value"),)

    def _choice(self, token: Token, topics: tuple[Topic, ...]) -> str:
        for topic in topics:
            known = choices_of(topic)
            if known is None:
                continue
            if not known:
                self._not_one_of_words(token, topic)
                return token.text
            if token.text not in known:
                near = _meant_word(token.text, known)
                hint = (
                    said("did you mean '{near}'?", near=near)
                    if near
                    else said("write one of: {names}", names=", ".join(dict.fromkeys(known)))
                )
                self.naming.slip(
                    token, "unknown-value", said("'{name}' cannot be '{text}'", name=topic.name, text=token.text), hint
                )
                return token.text
            return known[token.text]
        return token.text

    def _not_one_of_words(self, token: Token, topic: Topic) -> None:
        fields: Mapping[str, Concept] = {} if topic.concept is None else topic.concept.fields
        if not fields:
            hint = level_hint(topic.name, token.text) or said("compare it: '{name} >= …'", name=topic.name)
            message = said("'{name}' is a number, not one of some words", name=topic.name)
            self.naming.slip(token, "type", message, hint)
            return
        at = next((name for name, each in fields.items() if each.code(token.text) is not None), "")
        fact = f"{at} is {token.text}" if at else "…"
        hint = said("write '{name} shows ({fact})'", name=topic.name, fact=fact)
        self.naming.slip(token, "type", said("'{name}' is a record of several facts", name=topic.name), hint)

    def _domains(self, topics: tuple[Topic, ...]) -> Domains | None:
        if not self.scanner.accept("in", "at", "least"):
            return None
        needed = take_count(self.scanner, "a number of domains")
        token = self.scanner.take()
        if token.text not in ("domain", "domains"):
            hint = said("write 'in at least {needed} domains'", needed=needed)
            self.scanner.fail(
                token, "syntax", said("expected 'domain' or 'domains', found {shown}", shown=shown(token)), hint
            )
        concept = topics[0].concept if topics else None
        if concept is not None and not concept.domains:
            self.naming.slip(
                token, "type", said("'{name}' has no domains", name=topics[0].name), "leave out 'in at least …'"
            )
        is_other = self.scanner.accept("other", "than")
        if not is_other and not self.scanner.accept("of"):
            return Domains(needed)
        names = tuple(self._domain(name, concept) for name in take_name_list(self.scanner, self.naming))
        return Domains(needed, names, is_other)

    def _domain(self, token: Token, concept: Concept | None) -> str:
        known = {} if concept is None else {name: code.id for code in concept.domains for name in (code.id, *code.also)}
        if concept is not None and token.text not in known:
            near = nearest(token.text, known)
            hint = said("did you mean '{near}'?", near=near) if near else f"domains: {', '.join(known)}"
            self.naming.slip(
                token, "unknown-name", said("'{id}' has no domain '{text}'", id=concept.id, text=token.text), hint
            )
        return known.get(token.text, token.text)


def _meant_word(text: str, known: Iterable[str]) -> str | None:
    """Return the word a text was meant to be: what hands and prints write for a result, or the one it is a slip of."""
    result = [each for each in meanings(Matter.TYPED, "results").get(text.casefold(), ()) if each in known]
    return result[0] if len(result) == 1 else nearest(text, known)


def choices_of(topic: Topic) -> dict[str, str] | None:
    """Return what a topic can be, by every spelling; None if anything goes because the name is unknown."""
    concept = topic.concept
    if concept is None:
        return {word: word for word in topic.words} if topic.words else None
    if concept.kind in (Kind.CONDITION, Kind.EVENT):
        return None  # the name has been refused already
    if concept.kind is Kind.YES_NO:
        return {"yes": "yes", "no": "no"}
    codes = {name: code.id for code in concept.codes for name in (code.id, *code.also)}
    return codes | {word: word for word in RESULT_WORDS} if concept.kind is Kind.TEST else codes
