"""What can be written where the cursor stands: keys from the schema, names and units from the grammar and catalogue."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept, Kind
from core.criteria.parsing.expected import Expected, Wanted, expected_after
from core.criteria.scope import TARGET, Scope
from core.discovery import resource_path
from core.language.languages import in_language
from core.rule_files.drafting.place import CursorPlace, place_at
from core.rule_files.rule_file import NamedLimit, RuleFile

_SCHEMA = ("schemas", "rule-file.schema.json")
_CONDITION = "#/$defs/condition"
_UNIT_BEGUN = re.compile(r"[^\s(),<>=!{}\[\]]*$")
_NAME_BEGUN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*$|$")
_HAPPENS = (Kind.CONDITION, Kind.EVENT)
_DRUG_KEYS = frozenset({"of", "all_of", "one_from_each", "must_include", "groups"})
_DEPTH = 12

Schema = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Completion:
    """Something that can be written: the ``text``, what it is called, and which ``sort`` of thing it is.

    ``sort``: key, word, unit, limit, window, anchor, source, question, site, group, definition, value, concept,
    event, drug, class.
    """

    text: str
    sort: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Completions:
    """What can be written in the place of the ``begun`` letters before the cursor, what begins with them first."""

    begun: str = ""
    found: tuple[Completion, ...] = ()

    @property
    def beginning(self) -> tuple[Completion, ...]:
        """What begins with the letters, where there are any."""
        begun = self.begun.casefold()
        return tuple(each for each in self.found if begun and each.text.casefold().startswith(begun))


def completions_at(
    lines: Sequence[str], number: int, column: int, catalogue: Catalogue, language: str, written: RuleFile | None = None
) -> Completions:
    """Return what can be written at a place (line and column from 0); ``written`` is what was last read of the file."""
    place = place_at(lines, number, column)
    nodes = tuple(_nodes_at(place.path))
    if place.value is None:
        begun = _begun(_NAME_BEGUN, lines[number][:column])
        keys = [Completion(key, "key", _described(node)) for key, node in _keys(nodes) if key not in place.beside]
        if _is_sentence(nodes):
            keys += _in_sentence("", written, catalogue, language)
        return _ranked(begun, keys or tuple(_values(place, nodes, written, catalogue, language)))
    if not _is_sentence(nodes):
        begun = _begun(_UNIT_BEGUN, place.value)
        return _ranked(begun, _values(place, nodes, written, catalogue, language))
    for pattern in (_UNIT_BEGUN, _NAME_BEGUN):
        begun = _begun(pattern, place.value)
        before = place.value[: len(place.value) - len(begun)]
        found = tuple(_in_sentence(before, written, catalogue, language))
        if pattern is _NAME_BEGUN or any(each.sort == "unit" for each in found):
            return _ranked(begun, found)
    return Completions()


def _begun(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return "" if found is None else found[0]


def _ranked(begun: str, found: Iterable[Completion]) -> Completions:
    """Put what begins with the letters first, then what holds them; the rest goes."""
    wanted = begun.casefold()
    ranked: dict[str, tuple[int, Completion]] = {}
    for each in found:
        text, label = each.text.casefold(), each.label.casefold()
        rank = 0 if text.startswith(wanted) else 1 if wanted in text else 2 if wanted in label else None
        if rank is not None and each.text != begun:
            ranked.setdefault(each.text, (rank, each))
    return Completions(begun, tuple(each for _, each in sorted(ranked.values(), key=lambda pair: pair[0])))


# --- sentences


def _in_sentence(before: str, written: RuleFile | None, catalogue: Catalogue, language: str) -> Iterator[Completion]:
    """Yield what a sentence may go on with; named limits stand for their values."""
    scope = written.scope if written is not None and written.scope is not None else Scope(catalogue)
    limits = written.limits if written is not None else dict[str, NamedLimit]()
    filled = before
    for name, limit in limits.items():
        filled = re.sub(rf"(?<![\w.]){re.escape(name)}(?![\w.])", limit.value, filled)
    expected = expected_after(filled, scope)
    yield from _own(expected, scope, language)
    if Wanted.LIMIT in expected.wanted:
        yield from (Completion(name, "limit", limit.value) for name, limit in limits.items())
        yield from (Completion(fact.id, "site", fact.label) for fact in scope.site.values())
    for wanted in expected.wanted:
        yield from _known(wanted, catalogue, language)


def _own(expected: Expected, scope: Scope, language: str) -> Iterator[Completion]:
    """Yield what the language and the file itself have."""
    yield from (Completion(unit, "unit") for unit in expected.units)
    yield from (Completion(name, "value") for name in expected.fields)
    yield from (Completion(word, "word") for word in expected.words)
    if Wanted.WINDOW in expected.wanted:
        yield from (Completion(name, "window", str(length)) for name, length in scope.windows.items())
    if Wanted.ANCHOR in expected.wanted:
        yield from (Completion(name, "anchor") for name in scope.anchors)
    if Wanted.VALUE in expected.wanted:
        yield from (Completion(each.id, "question", each.ask) for each in scope.questions.values())
        yield from (Completion(each.id, "site", each.label) for each in scope.site.values())
        yield from (Completion(name, "definition") for name in sorted(scope.definition_names))
    if Wanted.HAPPENING in expected.wanted:
        concept = scope.catalogue.concept(next(iter(scope.targets), ""))
        yield Completion(TARGET, "value", "" if concept is None else in_language(concept.label, language))
    if {Wanted.DRUG, Wanted.GIVEN, Wanted.HAPPENING} & set(expected.wanted):
        yield from (Completion(name, "group", ", ".join(members)) for name, members in scope.groups.items())


def _known(wanted: Wanted, catalogue: Catalogue, language: str) -> Iterator[Completion]:
    """Yield the names of the catalogue of a kind, in the order of their letters."""
    tests: Mapping[Wanted, Callable[[Concept], bool]] = {
        Wanted.VALUE: lambda concept: concept.kind not in _HAPPENS and concept.kind is not Kind.DATE,
        Wanted.HAPPENING: lambda concept: concept.kind in _HAPPENS,
        Wanted.GIVEN: lambda concept: concept.is_given,
        Wanted.ANCHOR: lambda concept: concept.kind is Kind.DATE,
        Wanted.LANDMARK: lambda concept: concept.kind is Kind.DATE,
    }
    test = tests.get(wanted)
    if test is not None:
        for name, concept in sorted(catalogue.concepts.items()):
            if test(concept):
                sort = "event" if concept.kind in _HAPPENS else "concept"
                yield Completion(name, sort, in_language(concept.label, language))
    if wanted in (Wanted.DRUG, Wanted.GIVEN):
        yield from _drugs(catalogue, language)


def _drugs(catalogue: Catalogue, language: str) -> Iterator[Completion]:
    for name, drug_class in sorted(catalogue.classes.items()):
        yield Completion(name, "class", in_language(drug_class.label, language))
    for name, drug in sorted(catalogue.drugs.items()):
        yield Completion(name, "drug", in_language(drug.label, language))


# --- keys and other values


def _values(
    place: CursorPlace, nodes: Sequence[Schema], written: RuleFile | None, catalogue: Catalogue, language: str
) -> Iterator[Completion]:
    """Yield what a key that holds no sentence can have."""
    for node in nodes:
        choices = node.get("enum", [node["const"]] if "const" in node else [])
        for choice in cast("list[object]", choices) if isinstance(choices, list) else ():
            if isinstance(choice, str):
                yield Completion(choice, "value")
    key = place.path[-1] if place.path else ""
    if "patient" in place.path:
        yield from (
            Completion(name, "concept", in_language(concept.label, language))
            for name, concept in sorted(catalogue.concepts.items())
        )
    elif key == "diseases":
        yield from _known(Wanted.HAPPENING, catalogue, language)
    elif _DRUG_KEYS & set(place.path):
        scope = written.scope if written is not None else None
        groups = scope.groups if scope is not None else dict[str, tuple[str, ...]]()
        yield from (Completion(name, "group", ", ".join(members)) for name, members in groups.items())
        yield from _drugs(catalogue, language)
    elif key in ("source", "at", "fails", "unknown", "deferred") and written is not None:
        yield from _of_file(key, written, language)


def _of_file(key: str, written: RuleFile, language: str) -> Iterator[Completion]:
    del language
    if key == "source":
        yield from (Completion(name, "source", source.title) for name, source in written.sources.items())
    elif key == "at" and written.scope is not None:
        yield from (Completion(name, "anchor") for name in written.scope.anchors)
    else:
        yield from (Completion(each.id, "value", each.text) for each in written.all_criteria)


@cache
def _schema() -> Schema:
    schema: Schema = json.loads(resource_path(*_SCHEMA).read_text("utf-8"))
    return schema


def _nodes_at(path: Sequence[str]) -> Iterator[Schema]:
    """Yield what the schema says of the place under these keys, every way that it may be written."""
    nodes = tuple(_ways(_schema()))
    for key in path:
        nodes = tuple(way for node in nodes for inner in _under(node, key) for way in _ways(inner))
    yield from nodes


def _ways(node: Schema, depth: int = 0) -> Iterator[Schema]:
    """Yield a node of the schema and the ones that it may stand for: references, choices, items of lists."""
    yield node
    if depth > _DEPTH:
        return
    named = node.get("$ref")
    if isinstance(named, str):
        definitions = _inner(_schema(), "$defs")
        yield from _ways(definitions[named.rpartition("/")[2]], depth + 1)
    for key in ("anyOf", "oneOf"):
        for way in cast("list[Schema]", node.get(key, [])):
            yield from _ways(way, depth + 1)
    for key in ("items", "then", "else"):
        inner = node.get(key)
        if isinstance(inner, dict):
            yield from _ways(cast("Schema", inner), depth + 1)


def _under(node: Schema, key: str) -> Iterator[Schema]:
    properties = _inner(node, "properties")
    if key in properties:
        yield properties[key]
        return
    patterns = _inner(node, "patternProperties")
    yield from (inner for pattern, inner in patterns.items() if re.search(pattern, key))
    others = node.get("additionalProperties")
    if isinstance(others, dict):
        yield cast("Schema", others)


def _keys(nodes: Iterable[Schema]) -> Iterator[tuple[str, Schema]]:
    for node in nodes:
        yield from _inner(node, "properties").items()


def _inner(node: Schema, key: str) -> Mapping[str, Schema]:
    found = node.get(key)
    return cast("Mapping[str, Schema]", found) if isinstance(found, dict) else {}


def _described(node: Schema) -> str:
    return str(node.get("description", ""))


def is_place(path: Sequence[str]) -> bool:
    """Tell whether the schema says anything of the place under these keys."""
    return any(True for _ in _nodes_at(path))


def holds_sentence(path: Sequence[str]) -> bool:
    """Tell whether a condition may be written as a sentence under these keys."""
    return _is_sentence(_nodes_at(path))


def _is_sentence(nodes: Iterable[Schema]) -> bool:
    return any(node.get("$ref") == _CONDITION for node in nodes)
