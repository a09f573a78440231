"""Reading what is measured: one concept with its method and items, or several at once; and which result decides."""

from __future__ import annotations

from core.catalogue.concept import Kind
from core.criteria.nodes import Pick
from core.criteria.parsing.limits import take_count
from core.criteria.parsing.naming import Topic
from core.criteria.parsing.reader import PartReader
from core.criteria.parsing.scanner import Token
from core.criteria.parsing.windows import take_name_list
from core.criteria.values import Items, Several, Subject, Term
from core.language.said import said
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

_GOING_ON = ("is", "between", "includes", "shows", "(", "without", "only")
"""What stands behind a name only if it is measured, not defined."""


class TermReader(PartReader):
    """Reads the subject of a sentence."""

    def pick(self) -> Pick:
        """Read which result decides, "" where it is not said."""
        word = self.scanner.peek().text
        if word not in _PICKS or (word == "any" and self.scanner.peek(1).text == "of"):
            return ""
        self.scanner.take()
        return _PICKS[word]

    def subject(self) -> tuple[Subject, tuple[Topic, ...]]:
        """Read one measurement or several."""
        for word in ("any", "each"):
            if self.scanner.accept(word, "of"):
                names, topics = self.naming.measured_names(take_name_list(self.scanner, self.naming))
                return Several("any" if word == "any" else "each", names), topics
        if self.scanner.accept("at", "least"):
            needed = take_count(self.scanner, "how many of them")
            self.scanner.expect("of", said("write 'at least {needed} of (…)'", needed=needed))
            names, topics = self.naming.measured_names(take_name_list(self.scanner, self.naming))
            return Several("at_least", names, needed), topics
        term, topic = self.term()
        return term, (topic,)

    def term(self) -> tuple[Term, Topic]:
        """Read one measurement with its method and the items left out."""
        token = self.naming.take_name("what is measured")
        if self._is_definition(token):
            return Term(token.text), Topic(token.text, None)
        if token.text in self.scope.groups:
            hint = said("write 'any of {text}' or 'each of {text}'", text=token.text)
            self.scanner.fail(token, "type", said("'{text}' is a group of several", text=token.text), hint)
        topic = self.naming.topic(token)
        qualifiers: tuple[str, ...] = ()
        if self.scanner.is_next("("):
            qualifiers = tuple(self._qualifier(word, topic) for word in take_name_list(self.scanner, self.naming))
        return Term(topic.name, qualifiers, self._items(topic)), topic

    def _is_definition(self, token: Token) -> bool:
        return token.text in self.scope.definition_names and not _continues(self.scanner.peek())

    def _qualifier(self, token: Token, topic: Topic) -> str:
        if topic.concept is None:
            return token.text
        known = {name: code.id for code in topic.concept.qualifiers for name in (code.id, *code.also)}
        if topic.concept.kind is Kind.CLASSIFICATION:
            known["score"] = "score"
        if token.text not in known:
            message = said("'{text}' is no method or sample of '{name}'", text=token.text, name=topic.name)
            near = nearest(token.text, known)
            hint = (
                said("did you mean '{near}'?", near=near)
                if near
                else said("known: {names}", names=", ".join(known) or "none")
            )
            self.naming.slip(token, "unknown-name", message, hint)
        return known.get(token.text, token.text)

    def _items(self, topic: Topic) -> Items | None:
        token = self.scanner.peek()
        if token.text not in ("without", "only"):
            return None
        self.scanner.take()
        tokens = take_name_list(self.scanner, self.naming)
        items = () if topic.concept is None else topic.concept.items
        known = {name: item.id for item in items for name in (item.id, *item.also)}
        known |= {group: group for item in items for group in item.groups}
        for name in tokens:
            if topic.concept is not None and name.text not in known:
                near = nearest(name.text, known)
                hint = (
                    said("did you mean '{near}'?", near=near)
                    if near
                    else f"items: {', '.join(sorted(known)) or 'none'}"
                )
                self.naming.slip(
                    name, "unknown-name", said("'{text}' is no item of '{name}'", text=name.text, name=topic.name), hint
                )
        names = tuple(known.get(name.text, name.text) for name in tokens)
        return Items("without" if token.text == "without" else "only", names)


def _continues(token: Token) -> bool:
    return token.kind == "op" or token.text in _GOING_ON
