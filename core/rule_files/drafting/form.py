"""A criterion as fields: the operators, numbers, units, windows, names and lists of its sentences, each at its place.

A field knows where it stands and writes nothing but itself; what no field can hold stays a line of text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import takewhile

from core.criteria.parsing.expected import Wanted, expected_after
from core.criteria.parsing.limits import OPS, TIME_UNITS
from core.criteria.parsing.scanner import RESERVED, Scanner, Token
from core.criteria.scope import Scope
from core.rule_files.reading.translations import TEXTS
from core.rule_files.rule_file import Criterion, RuleFile
from core.source_text.editing import replace_between
from core.source_text.problem import Span
from core.source_text.tree import Mapping, Scalar, Tree
from core.source_text.tree import Sequence as TreeSequence

_ASKING = ("applies_when", "require", "exclude_if", "unless", "retest")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_SPLIT = re.compile(r"\s*,\s*")
_NAMED = (Wanted.DRUG, Wanted.GIVEN, Wanted.HAPPENING)


class Sort(Enum):
    """What a field holds."""

    OPERATOR = "operator"
    NUMBER = "number"
    UNIT = "unit"
    NAME = "name"
    MEMBERS = "members"


@dataclass(frozen=True, slots=True)
class FormField:
    """One field: what it holds now and where; ``choices`` are what else the grammar knows there, () for anything.

    ``head`` and ``tail`` are what its text of the file says before and behind it.
    """

    sort: Sort
    text: str
    span: Span
    head: str
    tail: str
    choices: tuple[str, ...] = ()
    is_listed: bool = False
    """True for a list of YAML, whose items are texts of their own."""


@dataclass(frozen=True, slots=True)
class FormLine:
    """One sentence, or one key of a block, with its fields in their order; without fields it is shown as it is."""

    line: int
    key: str
    text: str
    fields: tuple[FormField, ...]


def form_of(tree: Tree, criterion: Criterion, written: RuleFile) -> tuple[FormLine, ...]:
    """Return what a criterion asks for as lines of fields; ``written`` is what was read of the same ``tree``."""
    scope = written.scope
    mapping = _criterion_at(tree, criterion.span)
    if mapping is None or scope is None:
        return ()
    limits = {name: limit.value for name, limit in written.limits.items()}
    reading = _Reading(scope, limits)
    return tuple(
        line for entry in mapping if entry.key.text in _ASKING for line in reading.lines(entry.value, entry.key.text)
    )


def with_field(content: bytes, field: FormField, new_text: str) -> bytes:
    """Return the file with another text in a field, and no other byte changed.

    Raises KriterionError where the file would read otherwise elsewhere: for what ends a sentence or a list of YAML.
    """
    if field.is_listed:
        return replace_between(content, field.span, new_text, _SPLIT.split(new_text))
    return replace_between(content, field.span, new_text, [f"{field.head}{new_text}{field.tail}"])


def _criterion_at(tree: Tree, span: Span) -> Mapping | None:
    """Return the criterion whose id stands at a place."""
    if isinstance(tree, Mapping):
        identity = tree.get("id")
        if isinstance(identity, Scalar) and identity.span == span:
            return tree
        inner: Iterable[Tree] = (entry.value for entry in tree)
    elif isinstance(tree, TreeSequence):
        inner = tree.items
    else:
        return None
    return next((found for each in inner if (found := _criterion_at(each, span)) is not None), None)


@dataclass(frozen=True)
class _Reading:
    scope: Scope
    limits: dict[str, str]

    def lines(self, tree: Tree, key: str) -> Iterator[FormLine]:
        """Yield the lines of what stands under a key."""
        if isinstance(tree, Scalar):
            fields = () if key in TEXTS else tuple(self._fields(tree))
            yield FormLine(tree.span.line, key, tree.text, fields)
        elif isinstance(tree, Mapping):
            for entry in tree:
                yield from self.lines(entry.value, key if key in TEXTS else entry.key.text)
        elif _is_list_of_names(tree):
            yield self._listed(tree, key)
        else:
            for item in tree:
                yield from self.lines(item, key)

    def _listed(self, tree: TreeSequence, key: str) -> FormLine:
        first, last = (item for item in (tree.items[0], tree.items[-1]) if isinstance(item, Scalar))
        text = ", ".join(item.text for item in tree if isinstance(item, Scalar))
        span = Span(first.span.line, first.span.column, last.span.end)
        field = FormField(Sort.MEMBERS, text, span, "", "", is_listed=True)
        return FormLine(first.span.line, key, text, (field,))

    def _fields(self, scalar: Scalar) -> Iterator[FormField]:
        for sort, start, end, choices in self._parts(scalar.text):
            if scalar.places[start][0] == scalar.places[end][0] and _is_as_written(scalar, start, end):
                head, text, tail = scalar.text[:start], scalar.text[start:end], scalar.text[end:]
                yield FormField(sort, text, scalar.span_of(start, end), head, tail, choices)

    def _parts(self, text: str) -> Iterator[tuple[Sort, int, int, tuple[str, ...]]]:
        """Yield what can be changed in a sentence: which sort, from where to where, and the choices."""
        scanner = Scanner(text)
        while (token := scanner.take()).kind != "end":
            if token.kind == "op":
                yield Sort.OPERATOR, token.start, token.end, tuple(OPS)
            elif token.kind in ("number", "titre"):
                yield Sort.NUMBER, token.start, token.end, ()
                yield from self._unit(text, scanner)
            elif token.text == "(" and (members := _members(scanner)) is not None:
                yield Sort.MEMBERS, *members, ()
            elif token.kind == "name" and token.text not in RESERVED:
                yield from self._name(text, token)

    def _unit(self, text: str, scanner: Scanner) -> Iterator[tuple[Sort, int, int, tuple[str, ...]]]:
        known = expected_after(self._filled(text[: scanner.position] + " "), self.scope).units
        position = scanner.position
        unit = scanner.unit(known)
        if unit is None:
            return
        if unit.text in TIME_UNITS:
            yield Sort.UNIT, unit.start, unit.end, tuple(TIME_UNITS)
        elif unit.text in known:
            yield Sort.UNIT, unit.start, unit.end, known
        else:
            scanner.position = position if unit.text.isidentifier() else scanner.position

    def _name(self, text: str, token: Token) -> Iterator[tuple[Sort, int, int, tuple[str, ...]]]:
        wanted = expected_after(self._filled(text[: token.start]), self.scope).wanted
        if Wanted.WINDOW in wanted:
            yield Sort.NAME, token.start, token.end, tuple(self.scope.windows)
        elif Wanted.LIMIT in wanted and token.text in self.limits:
            yield Sort.NAME, token.start, token.end, tuple(self.limits)
        elif Wanted.ANCHOR in wanted and token.text in self.scope.anchors:
            yield Sort.NAME, token.start, token.end, self.scope.anchors
        elif any(each in wanted for each in _NAMED):
            yield Sort.NAME, token.start, token.end, ()

    def _filled(self, text: str) -> str:
        """Put the values of named limits in, as the reading does."""
        for name, value in self.limits.items():
            text = re.sub(rf"(?<![\w.]){re.escape(name)}(?![\w.])", value, text)
        return text


def _is_list_of_names(tree: TreeSequence) -> bool:
    """True for names in brackets on one line; a list of sentences is none."""
    items: Sequence[Tree] = tree.items
    return (
        tree.is_flow
        and bool(items)
        and all(isinstance(item, Scalar) and _NAME.fullmatch(item.text) and not item.is_quoted for item in items)
        and len({item.span.line for item in items}) == 1
    )


def _members(scanner: Scanner) -> tuple[int, int] | None:
    """Return where the names of a list stand whose bracket was taken, None where the bracket holds something else."""
    tokens: list[Token] = []
    position = scanner.position
    tokens = list(takewhile(lambda token: token.kind != "end" and token.text != ")", iter(scanner.take, None)))
    names, commas = tokens[::2], tokens[1::2]
    is_list = bool(names) and all(each.kind == "name" and each.text not in RESERVED for each in names)
    if is_list and len(names) == len(commas) + 1 and all(each.text == "," for each in commas):
        return names[0].start, names[-1].end
    scanner.position = position
    return None


def _is_as_written(scalar: Scalar, start: int, end: int) -> bool:
    """True for a part that stands in the file sign by sign as it is read: nothing in it was folded or escaped."""
    line, column = scalar.places[start]
    return all(scalar.places[at] == (line, column + at - start) for at in range(start, end + 1))
