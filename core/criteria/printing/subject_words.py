"""What a sentence measures, in words, and which result decides."""

from __future__ import annotations

from core.catalogue.concept import Concept, Kind
from core.criteria.nodes import Pick
from core.criteria.printing.labels import concept_of, full_label, in_plain_words, labelled
from core.criteria.printing.lengths import length_words
from core.criteria.printing.voice import Voice
from core.criteria.printing.window_words import open_window, result_window
from core.criteria.values import Items, Several, Subject, Term, Window

_RESULTS = (Kind.NUMBER, Kind.TITRE, Kind.TEST, Kind.SCORE, Kind.CLASSIFICATION)
_POINTS_OF_SCORE = "score"


def subject_words(voice: Voice, subject: Subject) -> str:
    """Return what is measured: one thing with its method, or several."""
    if isinstance(subject, Term):
        return term_words(voice, subject)
    names = voice.some_of(full_label(voice, name) for name in subject.names)
    phrase = f"several-{subject.mode.replace('_', '-')}"
    return voice.say(phrase, names=names, needed=subject.needed)


def term_words(voice: Voice, term: Term) -> str:
    """Return one measurement with its method or sample and the items left out."""
    concept = concept_of(voice, term.name)
    label = full_label(voice, term.name)
    if term.qualifiers:
        qualifiers = voice.row(_qualifier(voice, concept, word) for word in term.qualifiers)
        label = voice.say("qualified", label=label, qualifiers=qualifiers)
    if term.items is None:
        return label
    return voice.say(f"items-{term.items.mode}", score=label, items=_items(voice, concept, term.items))


def _qualifier(voice: Voice, concept: Concept | None, word: str) -> str:
    known = () if concept is None else concept.qualifiers
    code = next((code for code in known if code.id == word), None)
    if code is not None:
        return labelled(code.label, word, voice.language)
    return voice.say("points-of-score") if word == _POINTS_OF_SCORE else in_plain_words(word)


def _items(voice: Voice, concept: Concept | None, items: Items) -> str:
    return voice.row(_item(voice, concept, name) for name in items.names)


def _item(voice: Voice, concept: Concept | None, name: str) -> str:
    item = None if concept is None else concept.item(name)
    if item is not None:
        return labelled(item.label, name, voice.language)
    known = () if concept is None else concept.items
    members = voice.some_of(labelled(each.label, each.id, voice.language) for each in known if name in each.groups)
    return voice.say("item-group", group=name, label=in_plain_words(name), items=members)


def concepts_of(voice: Voice, subject: Subject) -> tuple[Concept, ...]:
    """Return the concepts a sentence measures, members of classes and groups among them."""
    names = (subject.name,) if isinstance(subject, Term) else subject.names
    found = (concept_of(voice, member) for name in names for member in _members(voice, name))
    return tuple(concept for concept in found if concept is not None)


def _members(voice: Voice, name: str) -> tuple[str, ...]:
    return (name,) if voice.fields is not None else voice.scope.members(name)


def deciding(voice: Voice, subject: Subject, pick: Pick, window: Window | None) -> tuple[str, ...]:
    """Return the notes on which entry decides; inside a record none: its fields are of one day."""
    if voice.fields is not None:
        return ()
    if isinstance(subject, Term) and subject.name in voice.scope.questions:
        return _answering(voice, subject.name)
    concepts = concepts_of(voice, subject)
    kinds = {concept.kind for concept in concepts}
    if not kinds or kinds == {Kind.AGE}:
        return ()
    if kinds == {Kind.DOSE} and window is None and pick != "ever":
        return (voice.say("dose-now"),)
    is_lasting = not kinds.intersection(_RESULTS) and all(concept.freshness is None for concept in concepts)
    if window is None and pick in ("", "latest") and is_lasting:
        return ()  # sex, childbearing potential: there is but one answer
    return (_picked(voice, _entry_word(kinds), pick, concepts, window),)


def _picked(voice: Voice, word: str, pick: Pick, concepts: tuple[Concept, ...], window: Window | None) -> str:
    picked = voice.say(f"pick-{word}", pick=pick or "latest")
    if window is None and pick == "ever":
        return picked
    return voice.say("picked", pick=picked, window=window_words(voice, concepts, window))


def window_words(voice: Voice, concepts: tuple[Concept, ...], window: Window | None) -> str:
    """Return which days a result may be of: the file's window, or the catalogue's freshness."""
    return open_window(voice, concepts) if window is None else result_window(voice, window)


def _entry_word(kinds: set[Kind]) -> str:
    if kinds == {Kind.DOSE}:
        return "dose"
    if kinds == {Kind.RECORD}:
        return "record"
    return "result" if kinds.intersection(_RESULTS) else "entry"


def _answering(voice: Voice, name: str) -> tuple[str, ...]:
    question = voice.scope.questions[name]
    who = voice.any_of(voice.say(f"who-{each}") for each in question.asked_of)
    notes = (voice.say("answered-by", who=who),)
    if question.valid_for is None:
        return notes
    return (*notes, voice.say("answer-stands", length=length_words(voice, question.valid_for)))


def is_several(subject: Subject) -> bool:
    """True if a sentence measures several things at once."""
    return isinstance(subject, Several)
