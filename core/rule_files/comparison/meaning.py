"""What a criterion means, as a value that can be compared and hashed: by which it judges, and what it says to readers.

A criterion is judged by more than its own lines: groups, definitions, windows, questions and what counts as failed
stand elsewhere in the file. All of that is put in its place here, so that two criteria of equal meaning judge every
chart alike, and a change anywhere in the file shows at each criterion that it reaches.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from typing import cast

from core.catalogue.concept import Kind
from core.criteria.field_names import field_names, words_in
from core.criteria.nodes import (
    Between,
    Compare,
    Condition,
    Defined,
    Failed,
    NotPublic,
    Off,
    On,
    Received,
    Sentence,
    Stable,
    Therapy,
    walk,
)
from core.criteria.scope import TARGET, Scope
from core.criteria.values import NamedWindow, Term
from core.rule_files.rule_file import Criterion
from core.source_text.problem import Span

Plain = str | None | Sequence["Plain"]
"""What is compared: texts and lists of them."""

_COUNTS = (Therapy, Failed)
_OF_DRUGS = (Therapy, Failed, Received, On, Off, Stable)
_LIST = "_list"
"""How the windows end that say how long a list stays complete."""


def judged_by(criterion: Criterion, scope: Scope) -> Mapping[str, Plain]:
    """Return everything that a verdict can depend on, by the part of the criterion it belongs to."""
    conditions = (criterion.applies_when, criterion.condition, criterion.unless)
    return {
        "side": [criterion.polarity.value, criterion.form.value],
        "needed": [None if each is None else _plain(each, scope) for each in conditions],
        "points": list(criterion.points),
        "absence": str(criterion.is_absence_assumed),
        "retest": [criterion.retest, None if criterion.retest_if is None else _plain(criterion.retest_if, scope)],
        "asked": list(criterion.asked_of),
        "concerns": sorted(each.value for each in criterion.concerns),
        "cut": str(criterion.wording == "cut"),
    }


def said_by(criterion: Criterion, scope: Scope) -> Mapping[str, Plain]:
    """Return what a criterion says to readers and no verdict depends on, by part."""
    names = frozenset(words_in((criterion.condition, criterion.applies_when, criterion.unless)))
    asked = [scope.questions[name].ask for name in sorted(names & scope.questions.keys())]
    labels = [scope.site[name].label for name in sorted(names & scope.site.keys())]
    return {
        "text": _in_every_language(criterion.text, scope),
        "public": [_in_every_language(each, scope) for each in _not_public(criterion)],
        "reading": _in_every_language(criterion.reading, scope),
        "help": _in_every_language(criterion.help, scope),
        "asks": [_in_every_language(each, scope) for each in (*asked, *labels)],
        "term": [criterion.from_text, criterion.until_text, criterion.given_by, str(criterion.valid_for)],
        "wording": criterion.wording,
        "source": [[each.source, each.section] for each in criterion.citations],
    }


def meaning_hash(criterion: Criterion, scope: Scope) -> str:
    """Return the SHA-256 (hexadecimal) of everything that a verdict can depend on."""
    return hash_of(judged_by(criterion, scope))


def hash_of(content: object) -> str:
    """Return the SHA-256 (hexadecimal) of texts, lists and mappings of them."""
    written = json.dumps(content, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode("ascii")).hexdigest()


def condition_meaning(condition: Condition, scope: Scope) -> Plain:
    """Return what a condition means in its file."""
    return _plain(condition, scope)


def _not_public(criterion: Criterion) -> Iterable[str]:
    conditions = (criterion.condition, criterion.applies_when, criterion.unless)
    return (node.what for each in conditions if each is not None for node in walk(each) if isinstance(node, NotPublic))


def _in_every_language(text: str, scope: Scope) -> Plain:
    translated = ([language, texts[text]] for language, texts in sorted(scope.told.items()) if text in texts)
    return [text, *(cast("Plain", each) for each in translated)]


# --- conditions


def _plain(part: object, scope: Scope) -> Plain:
    match part:
        case None | Span():
            return None
        case Defined():
            return _plain(scope.definitions[part.name], scope)
        case NamedWindow():
            return _plain(scope.windows[part.name], scope)
        case NotPublic():
            return ["NotPublic"]
        case str():
            return _name(part, scope)
        case Decimal() | Enum():
            return str(part.normalize() if isinstance(part, Decimal) else part.value)
        case _:
            return _compound(part, scope)


def _compound(part: object, scope: Scope) -> Plain:
    names = field_names(part)
    if names is not None:
        inner = [_plain(getattr(part, name), scope) for name in names]
        return [type(part).__name__, *inner, *_added(part, scope)]
    if isinstance(part, Mapping):
        named = cast("Mapping[object, object]", part)
        pairs: list[Plain] = [[_plain(key, scope), _plain(value, scope)] for key, value in named.items()]
        return sorted(pairs, key=str)
    if isinstance(part, tuple | list | frozenset | set):
        items = list(cast("Iterable[object]", part))
        if items and all(isinstance(each, str) for each in items):
            return _names(cast("list[str]", items), scope)
        return [_plain(each, scope) for each in items]
    return str(part)


def _names(names: list[str], scope: Scope) -> Plain:
    """Return a list of names with groups in their members: neither the order nor how they are grouped says anything."""
    return sorted((_name(each, scope) for each in scope.expanded(names)), key=str)


def _name(name: str, scope: Scope) -> Plain:
    """Return a name with what the file means by it."""
    if name == TARGET:
        return [TARGET, *sorted(scope.targets)]
    if name in scope.groups:
        return ["group", *sorted(scope.expanded((name,)))]
    if name in scope.questions:
        asked = scope.questions[name]
        concerns: Plain = sorted(each.value for each in asked.concerns)
        return [name, list(asked.asked_of), str(asked.valid_for), concerns]
    if name in scope.site:
        return [name, list(scope.site[name].one_of), scope.site[name].known]
    return name


def _added(node: object, scope: Scope) -> list[Plain]:
    """Return what the file adds to a sentence without being named in it."""
    added: list[Plain] = []
    if isinstance(node, _COUNTS):
        added += [["failed_means", *sorted(scope.failed_means)], ["targets", *sorted(scope.targets)]]
    if isinstance(node, _OF_DRUGS) or _is_dose(node, scope):
        added += [["interval", drug, str(each)] for drug, each in sorted(scope.dosing_intervals.items())]
    if isinstance(node, Sentence | Therapy):
        added += [["window", name, str(each)] for name, each in sorted(scope.windows.items()) if name.endswith(_LIST)]
    return added


def _is_dose(node: object, scope: Scope) -> bool:
    if not isinstance(node, Compare | Between):
        return False
    names = (node.subject.name,) if isinstance(node.subject, Term) else scope.expanded(node.subject.names)
    concepts = (scope.catalogue.concept(name) for name in names)
    return any(concept is not None and concept.kind is Kind.DOSE for concept in concepts)
