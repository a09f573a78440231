"""Reading conditions as a rule file writes them: a sentence, or one of the YAML forms around sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from core.criteria.nodes import (
    All,
    AnyOf,
    AtLeast,
    Condition,
    Not,
    NotPublic,
    SourcesDiffer,
    WhenThen,
)
from core.criteria.parsing.sentences import Places, read_sentence
from core.criteria.parsing.therapies import read_therapy
from core.criteria.scope import Scope
from core.language.said import said
from core.source_text.fields import Fields
from core.source_text.problem import Problem, Span
from core.source_text.suggestion import nearest
from core.source_text.tree import Mapping, Scalar, Sequence, Tree

_FORMS = ("all", "any", "not", "at_least", "when", "therapy", "not_public", "sources_differ")


@dataclass(frozen=True, slots=True)
class ConditionReader:
    """Reads conditions within one scope; problems are appended at their places, None means unreadable.

    ``places`` takes where each condition stands in the file; of equal ones the first.
    """

    scope: Scope
    file: str
    problems: list[Problem]
    sources: frozenset[str] = frozenset()
    places: dict[Condition, Span] = field(default_factory=dict[Condition, Span])

    def read(self, tree: Tree) -> Condition | None:
        """Return the condition written at ``tree``."""
        if isinstance(tree, Scalar):
            return self._sentence(tree)
        if isinstance(tree, Sequence):
            self._report(tree.span, "kind", "a list is no condition", "write 'all:' or 'any:' above the list")
            return None
        return self._form(tree)

    def _sentence(self, scalar: Scalar) -> Condition | None:
        places: Places = {}
        node, slips = read_sentence(scalar.text, self.scope, places)
        for part, (start, end) in places.items():
            self.places.setdefault(part, scalar.span_of(start, end))
        for slip in slips:
            self._report(scalar.span_of(slip.start, slip.end), slip.code, slip.message, slip.hint)
        return node

    def _form(self, mapping: Mapping) -> Condition | None:
        readers: dict[str, Callable[[Fields], Condition | None]] = {
            "all": lambda fields: self._joined(fields, "all", All),
            "any": lambda fields: self._joined(fields, "any", AnyOf),
            "not": self._negation,
            "at_least": self._at_least,
            "when": self._branch,
            "therapy": lambda fields: read_therapy(fields, self.scope),
            "not_public": self._not_public,
            "sources_differ": self._sources_differ,
        }
        key = next((entry.key.text for entry in mapping if entry.key.text in readers), None)
        if key is None:
            written = mapping.entries[0].key if mapping.entries else None
            near = nearest(written.text, _FORMS) if written else None
            hint = (
                said("did you mean '{near}'?", near=near)
                if near
                else said("write a sentence or one of: {names}", names=", ".join(_FORMS))
            )
            name = written.text if written else ""
            self._report(
                written.span if written else mapping.span,
                "unknown-key",
                said("'{name}' is no condition", name=name),
                hint,
            )
            return None
        fields = Fields(mapping, self.file, self.problems)
        node = readers[key](fields)
        fields.finish()
        if node is not None:
            self.places.setdefault(node, mapping.span)
        return node

    def _joined(
        self, fields: Fields, key: str, build: Callable[[tuple[Condition, ...]], Condition]
    ) -> Condition | None:
        parts = self._parts(fields, key)
        return None if parts is None else build(parts)

    def _parts(self, fields: Fields, key: str) -> tuple[Condition, ...] | None:
        sequence = fields.sequence(key)
        if sequence is None:
            return None
        if not sequence.items:
            self._report(sequence.span, "empty", said("'{key}' holds nothing", key=key), "write at least one condition")
            return None
        parts = tuple(self.read(item) for item in sequence)
        read = tuple(part for part in parts if part is not None)
        return read if len(read) == len(parts) else None

    def _negation(self, fields: Fields) -> Condition | None:
        tree = fields.required_tree("not")
        part = None if tree is None else self.read(tree)
        return None if part is None else Not(part)

    def _at_least(self, fields: Fields) -> Condition | None:
        needed = fields.required_scalar("at_least")
        parts = self._parts(fields, "of") if fields.required_tree("of") is not None else None
        if needed is None or parts is None:
            return None
        if not needed.text.isdecimal() or not 1 <= int(needed.text) <= len(parts):
            hint = said("write a whole number from 1 to {len}", len=len(parts))
            self._report(
                needed.span,
                "number",
                said("at least '{text}' of {len} cannot be asked", text=needed.text, len=len(parts)),
                hint,
            )
            return None
        return AtLeast(int(needed.text), parts)

    def _branch(self, fields: Fields) -> Condition | None:
        trees = (fields.required_tree("when"), fields.required_tree("then"))
        otherwise_tree = fields.tree("else")
        when, then = (None if tree is None else self.read(tree) for tree in trees)
        otherwise = None if otherwise_tree is None else self.read(otherwise_tree)
        if when is None or then is None or (otherwise_tree is not None and otherwise is None):
            return None
        return WhenThen(when, then, otherwise)

    def _not_public(self, fields: Fields) -> Condition | None:
        what = fields.required_text("not_public")
        return None if what is None else NotPublic(what)

    def _sources_differ(self, fields: Fields) -> Condition | None:
        mapping = fields.mapping("sources_differ")
        if mapping is None:
            return None
        readings: dict[str, Condition] = {}
        use = ""
        is_whole = True
        for entry in mapping:
            name = entry.key.text
            if name == "use":
                use = entry.value.text if isinstance(entry.value, Scalar) else ""
                continue
            if self.sources and name not in self.sources:
                near = nearest(name, self.sources)
                hint = said("did you mean '{near}'?", near=near) if near else "name it under 'sources:'"
                self._report(entry.key.span, "unknown-source", said("unknown source '{name}'", name=name), hint)
            condition = self.read(entry.value)
            is_whole = is_whole and condition is not None
            if condition is not None:
                readings[name] = condition
        if not is_whole:
            return None
        if len(readings) <= 1:
            self._report(mapping.span, "sources", "sources differ only where there are two", "write both readings")
            return None
        if use and use not in readings:
            self._report(
                mapping.span, "sources", said("'use: {use}' is none of the readings", use=use), "name one of them"
            )
            return None
        return SourcesDiffer(readings, use)

    def _report(self, span: Span, code: str, message: str, hint: str = "") -> None:
        self.problems.append(Problem(self.file, span, code, message, hint))
