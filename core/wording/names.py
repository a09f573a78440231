"""Names of the catalogue and of rule files as a person reads them."""

from __future__ import annotations

from collections.abc import Iterable

from core.criteria.printing.told import told
from core.criteria.printing.voice import Voice
from core.criteria.scope import Scope
from core.language.languages import in_language
from core.language.phrases import Phrases


def name_of(name: str, scope: Scope, phrases: Phrases) -> str:
    """Return the label of a concept, drug, class, question or fact of the site; else the name in plain words."""
    if name in scope.questions:
        return told(scope.questions[name].ask, scope, phrases)
    if name in scope.site:
        return told(scope.site[name].label, scope, phrases)
    record, _, field = name.partition(".")
    concept = scope.catalogue.concept(record)
    if concept is not None and field in concept.fields:
        whole = in_language(concept.label, phrases.language)
        return f"{whole}: {in_language(concept.fields[field].label, phrases.language)}"
    thing = concept or scope.catalogue.drugs.get(name) or scope.catalogue.classes.get(name)
    if thing is not None:
        return in_language(thing.label, phrases.language)
    return name.replace("_", " ")


def names_of(names: Iterable[str], scope: Scope, phrases: Phrases) -> str:
    """Return several labels in a row."""
    return ", ".join(name_of(name, scope, phrases) for name in names)


def all_names(names: Iterable[str], scope: Scope, phrases: Phrases) -> str:
    """Return several labels joined by "and"."""
    return Voice(scope, phrases).all_of(name_of(name, scope, phrases) for name in names)
