"""What the names of a sentence stand for; a name nobody knows is noted with the nearest one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from core.catalogue.concept import Concept, Kind
from core.criteria.parsing.meant import name_hint
from core.criteria.parsing.scanner import RESERVED, Scanner, SentenceError, Token, shown
from core.criteria.scope import TARGET, Scope
from core.language.said import said
from core.source_text.suggestion import nearest

_YES_NO = ("yes", "no")
_MOST_WORDS = 5
_HAPPENS = (Kind.CONDITION, Kind.EVENT)
_IN_WORDS = (Kind.YES_NO, Kind.CODE, Kind.CODES, Kind.TEST, Kind.CLASSIFICATION)


@dataclass(frozen=True, slots=True)
class Topic:
    """What a measured name is: a concept, or a question or site fact with the words it may be."""

    name: str
    concept: Concept | None
    words: tuple[str, ...] = ()


@dataclass
class Naming:
    """Resolves names within one scope. ``fields``: inside ``shows (…)`` and ``with (…)`` only these exist."""

    scope: Scope
    scanner: Scanner
    slips: list[SentenceError]
    fields: Mapping[str, Concept] | None = None
    place: str = field(default="")

    def take_name(self, what: str) -> Token:
        """Take a name; a reserved word or anything else is an error."""
        token = self.scanner.peek()
        if token.kind != "name" or token.text in RESERVED or not token.text.isidentifier():
            self.scanner.fail(
                token, "syntax", said("expected {what}, found {shown}", what=what, shown=shown(token)), name_hint(token)
            )
        taken = self.scanner.take()
        joined = self._in_several_words(taken)
        if joined:
            message = said("'{text}' is one name in several words", text=self.scanner.text[taken.start : joined[0].end])
            self.scanner.fail(taken, "syntax", message, said("write {name}", name=joined[1]))
        return taken

    def _in_several_words(self, first: Token) -> tuple[Token, str] | None:
        """Return the last word of a name that was written in several (heart failure, SLEDAI-2K, FVC%), and the name."""
        if self.scanner.peek().text == "(" and self._has_qualifier(first.text, self.scanner.peek(1).text):
            return None  # a method in brackets: egfr (ckd_epi)
        found, words, behind = None, [first.text], 0
        while (token := self.scanner.peek(behind)).kind in ("name", "number", "mark", "wrong") and behind < _MOST_WORDS:
            behind += 1
            if token.kind == "name" and token.text in RESERVED:
                break
            words.append("percent" if token.text == "%" else token.text)
            name = self.scope.catalogue.id_of(" ".join(words)) if token.text not in ("-", "(", ",") else None
            found = found if name is None else (token, name)
        return found

    def _has_qualifier(self, name: str, word: str) -> bool:
        concept = self.scope.catalogue.concept(self.scope.catalogue.id_of(name) or "")
        return concept is not None and any(word in (each.id, *each.also) for each in concept.qualifiers)

    def topic(self, token: Token) -> Topic:
        """Return what is measured under a name."""
        if self.fields is not None:
            return self._field(token)
        name = token.text
        if name in self.scope.questions:
            return Topic(name, None, _YES_NO)
        if name in self.scope.site:
            return Topic(name, None, self.scope.site[name].one_of)
        concept_id = self.scope.catalogue.id_of(name) or name
        concept = self.scope.catalogue.concept(concept_id)
        if concept is None:
            self._unknown(
                token,
                said("unknown name '{text}'", text=token.text),
                self.scope.catalogue.concepts.__contains__,
                self._own_names(),
            )
            return Topic(name, None, ())
        if concept.kind in _HAPPENS:
            hint = said("write 'has {id}' or 'had {id} within …'", id=concept.id)
            if self.scanner.is_next("is", "no") or self.scanner.is_next("=", "no"):
                hint = said("write 'not has {id}' or 'not had {id} within …'", id=concept.id)
            self.slip(
                token, "type", said("'{name}' is something that is there or happened, not a value", name=name), hint
            )
            return Topic(name, None, ())
        return Topic(concept.id, concept)

    def measured_names(self, tokens: Iterable[Token]) -> tuple[tuple[str, ...], tuple[Topic, ...]]:
        """Return names of measurements as written, groups whole, with what each stands for."""
        names: list[str] = []
        topics: list[Topic] = []
        for token in tokens:
            if token.text in self.scope.groups:
                names.append(token.text)
                topics += [self._known(member) for member in self.scope.expanded((token.text,))]
                continue
            topic = self.topic(token)
            names.append(topic.name)
            topics.append(topic)
        return tuple(names), tuple(topics)

    def happenings(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """Return names of diagnoses, signs and events."""
        return tuple(self._happening(token) for token in tokens)

    def drugs(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """Return names of drugs, classes and groups."""
        return tuple(self._drug(token) for token in tokens)

    def received(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """Return names of drugs, classes, groups and events that are given."""
        return tuple(self._received(token) for token in tokens)

    def anchor(self, token: Token) -> str:
        """Return a decision point of the file or a dated landmark of the catalogue."""
        if token.text in self.scope.anchors:
            return token.text
        concept_id = self.scope.catalogue.id_of(token.text) or ""
        concept = self.scope.catalogue.concept(concept_id)
        if concept is not None and concept.kind is Kind.DATE:
            return concept_id
        self._unknown(
            token, said("unknown decision point '{text}'", text=token.text), self._is_landmark, self.scope.anchors
        )
        return token.text

    def landmark(self, token: Token) -> str:
        """Return a dated landmark of the catalogue."""
        concept_id = self.scope.catalogue.id_of(token.text) or token.text
        concept = self.scope.catalogue.concept(concept_id)
        if concept is None or concept.kind is not Kind.DATE:
            default_hint = "name the day it counts from, such as ssc_diagnosis"
            hint = self.scope.catalogue.hint_for(token.text, self._is_landmark, default_hint)
            self.slip(token, "unknown-name", said("'{text}' is no dated landmark", text=token.text), hint)
        return concept_id

    def slip(self, token: Token, code: str, message: str, hint: str = "") -> None:
        """Note a problem that does not stop the reading."""
        self.slips.append(SentenceError(token.start, token.end, code, message, hint))

    # --- the kinds of names

    def _field(self, token: Token) -> Topic:
        known = self.fields or {}
        concept = known.get(token.text)
        if concept is None:
            message = said("'{text}' is no field of {place}", text=token.text, place=self.place)
            near = nearest(token.text, known)
            hint = (
                said("did you mean '{near}'?", near=near)
                if near
                else said("its facts: {names}", names=", ".join(known) or "none")
            )
            self.slip(token, "unknown-name", message, hint)
            return Topic(token.text, None, ())
        return Topic(token.text, concept)

    def _known(self, name: str) -> Topic:
        return Topic(name, self.scope.catalogue.concept(name))

    def _happening(self, token: Token) -> str:
        if token.text in self.scope.groups or token.text == TARGET:
            return token.text
        concept_id = self.scope.catalogue.id_of(token.text) or token.text
        concept = self.scope.catalogue.concept(concept_id)
        if concept is None and self.scope.catalogue.drugs_of(concept_id):
            hint = said("write 'received {concept_id}' or 'on {concept_id}'", concept_id=concept_id)
            self.slip(token, "type", said("'{text}' is a drug, not a diagnosis or event", text=token.text), hint)
        elif concept is None:
            self._unknown(token, said("unknown diagnosis or event '{text}'", text=token.text), self._is_happening)
        elif concept.kind not in _HAPPENS:
            written = "is …" if concept.kind in _IN_WORDS else ">= …"
            hint = said("leave the verb out: '{concept_id} {written}'", concept_id=concept_id, written=written)
            self.scanner.fail(
                token, "type", said("'{text}' is a value, not a diagnosis or event", text=token.text), hint
            )
        return concept_id

    def _drug(self, token: Token) -> str:
        if token.text in self.scope.groups:
            return token.text
        drug = self.scope.catalogue.id_of(token.text) or token.text
        if not self.scope.catalogue.drugs_of(drug):
            drugs_of = self.scope.catalogue.drugs_of
            self._unknown(
                token,
                said("unknown drug '{text}'", text=token.text),
                lambda name: bool(drugs_of(name)),
                self.scope.groups,
            )
        return drug

    def _received(self, token: Token) -> str:
        concept_id = self.scope.catalogue.id_of(token.text) or token.text
        concept = self.scope.catalogue.concept(concept_id)
        if concept is None:
            return self._drug(token)
        if not concept.is_given:
            self.slip(
                token,
                "type",
                said("'{text}' is not given to a patient", text=token.text),
                said("write 'had {concept_id}'", concept_id=concept_id),
            )
        return concept_id

    def _own_names(self) -> tuple[str, ...]:
        return (*self.scope.questions, *self.scope.site, *self.scope.groups)

    def _is_landmark(self, name: str) -> bool:
        concept = self.scope.catalogue.concept(name)
        return concept is not None and concept.kind is Kind.DATE

    def _is_happening(self, name: str) -> bool:
        concept = self.scope.catalogue.concept(name)
        return concept is not None and concept.kind in _HAPPENS

    def _unknown(self, token: Token, message: str, is_wanted: Callable[[str], bool], own: Iterable[str] = ()) -> None:
        """Note a name that nobody knows, with what may be meant: of the catalogue, or of this file's ``own`` names."""
        default_hint = "use a name of the catalogue, or declare it in this file"
        hint = self.scope.catalogue.hint_for(token.text, is_wanted, default_hint, own)
        self.slip(token, "unknown-name", message, hint)
