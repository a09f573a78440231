"""Names as a person reads them: labels of the catalogue, members of classes and of the file's groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from core.catalogue.catalogue import RESULT_WORDS
from core.catalogue.concept import Concept, Kind
from core.criteria.printing.told import bare
from core.criteria.printing.voice import Voice
from core.criteria.scope import TARGET
from core.criteria.values import Which
from core.language.languages import in_language


def labelled(labels: Mapping[str, str], name: str, language: str) -> str:
    """Return the label in a language, in English where there is none, else the name in plain words."""
    return in_language(labels, language) or in_plain_words(name)


def in_plain_words(name: str) -> str:
    """Return a name of a file as words."""
    return name.replace("_", " ")


def concept_of(voice: Voice, name: str) -> Concept | None:
    """Return the concept a name stands for: a field inside a record, else one of the catalogue."""
    return voice.scope.catalogue.concept(name) if voice.fields is None else voice.fields.get(name)


def plain_label(voice: Voice, name: str) -> str:
    """Return the label of a name without its members."""
    scope = voice.scope
    if name in scope.questions:
        return voice.say("quoted", text=bare(scope.questions[name].ask, scope, voice.language))
    if name in scope.site:
        return voice.say("site-fact", label=bare(scope.site[name].label, scope, voice.language) or in_plain_words(name))
    thing = concept_of(voice, name) or scope.catalogue.drugs.get(name) or scope.catalogue.classes.get(name)
    return in_plain_words(name) if thing is None else labelled(thing.label, name, voice.language)


def full_label(voice: Voice, name: str) -> str:
    """Return the label of a name; a class, a group and the file's own disease with their members."""
    scope = voice.scope
    if name == TARGET:
        return voice.say("target", members=_row(voice, sorted(scope.targets)))
    if name in scope.groups:
        members = voice.some_of(full_label(voice, member) for member in scope.groups[name])
        if voice.language != scope.language and voice.language in scope.told:
            return voice.say("group-unnamed", members=members)  # no translation has its name
        return voice.say("group", label=in_plain_words(name), members=members)
    concept = concept_of(voice, name)
    if concept is not None and concept.members:
        return voice.say("class", label=plain_label(voice, name), members=_row(voice, concept.members))
    if name in scope.catalogue.classes:
        members = _row(voice, scope.catalogue.classes[name].members)
        return voice.say("class", label=plain_label(voice, name), members=members)
    return plain_label(voice, name)


def _row(voice: Voice, names: Iterable[str]) -> str:
    return voice.some_of(plain_label(voice, name) for name in names)


def full_labels(voice: Voice, names: Iterable[str]) -> str:
    """Return several labels in a row, with their members."""
    return voice.row(full_label(voice, name) for name in names)


def mode_of(which: Which) -> str:
    """Return the form of a phrase about one name, any or each of several."""
    return "one" if len(which.names) == 1 else which.mode


def left_out(voice: Voice, which: Which) -> str:
    """Return the note on names that are taken out, "" for none."""
    return voice.say("other-than", names=full_labels(voice, which.other_than)) if which.other_than else ""


def value_label(voice: Voice, concept: Concept | None, word: str) -> str:
    """Return a value a fact may be."""
    code = None if concept is None else concept.code(word)
    if code is not None:
        return labelled(code.label, word, voice.language)
    is_result = concept is not None and concept.kind is Kind.TEST and word in RESULT_WORDS
    if is_result:
        return voice.say(f"result-{word}")
    return voice.say(word) if word in ("yes", "no") else in_plain_words(word)
