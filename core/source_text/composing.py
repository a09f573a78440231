"""From libyaml's events to a positioned tree, with every refusal of the house on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from core.language.said import said
from core.source_text.flow_text import COMMA_HINT
from core.source_text.notes import Notes, StoppedError
from core.source_text.problem import Span
from core.source_text.scalar_reading import read_scalar
from core.source_text.tree import Entry, Mapping, Scalar, Sequence, Tree

MOST_LEVELS = 32
NOTHING = frozenset({"", "~", "null", "Null", "NULL"})

_QUESTION_MARK = re.compile(r"(?:^|[{\[,\s-])\?$")
_ANY_QUESTION_MARK = re.compile(r"(?:^|[{\[,\s-])\?", re.MULTILINE)
_DECIMAL_COMMA = re.compile(r"\d,\d")
_BEHIND_DECIMAL_COMMA = 3
_NOTHING_HINT = "leave the key out, or write unknown"


class Composer:
    """Builds the tree of one document and writes down what it refuses."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._events: Iterator[Event] = iter(())
        # looked for once in the whole text: next to no file holds one, and every key would be asked
        self._may_be_explicit = _ANY_QUESTION_MARK.search(notes.lines.text) is not None

    def compose(self, events: Iterator[Event]) -> Tree | None:
        """Return the tree of the one document of ``events``, or None for an empty file.

        Raises StoppedError after a problem that leaves nothing to go on with, and libyaml's YAMLError.
        """
        self._events = events
        tree: Tree | None = None
        for event in events:
            if isinstance(event, DocumentStartEvent):
                self._check_document(event, is_first=tree is None)
            elif isinstance(event, NodeEvent):
                tree = self._node(event, level=1, is_in_flow=False)
        if tree is None or self._is_nothing(tree):
            self._notes.report(Span(1, 1, 1), "empty-file", "the file is empty", "write at least one key")
        return tree

    def _check_document(self, event: DocumentStartEvent, *, is_first: bool) -> None:
        if not is_first:
            span = self._notes.span(event)
            self._notes.report(span, "several-documents", "a second document (---)", "keep one document in a file")
            raise StoppedError
        if event.version is not None or event.tags:
            self._notes.report(self._notes.span(event), "directive", "a directive (%)", "leave the line out")

    def _node(self, event: NodeEvent, *, level: int, is_in_flow: bool) -> Tree:
        if isinstance(event, ScalarEvent):
            if event.anchor is not None or event.tag is not None or level > MOST_LEVELS:
                self._refuse_extras(event, level)
            return read_scalar(event, self._notes, is_in_flow=is_in_flow)
        self._refuse_extras(event, level)
        is_flow = isinstance(event, CollectionStartEvent) and bool(event.flow_style)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(event, level=level, is_flow=is_flow)
        if isinstance(event, MappingStartEvent):
            return self._mapping(event, level=level, is_flow=is_flow)
        return Scalar("", self._notes.span(event), is_quoted=False, places=(self._notes.place(event.start_mark),))

    def _refuse_extras(self, event: NodeEvent, level: int) -> None:
        """Refuse what YAML can do and a rule file never needs: aliases, anchors, tags, endless depth."""
        if isinstance(event, AliasEvent):
            span = self._notes.span(event)
            self._notes.report(
                span, "alias", said("an alias (*{anchor})", anchor=event.anchor), "write the value out, or quote it"
            )
            return
        if event.anchor is not None:
            self._refuse_property(event, "anchor", "an anchor")
        if isinstance(event, ScalarEvent | CollectionStartEvent) and event.tag is not None:
            self._refuse_property(event, "tag", "a tag")
        if level > MOST_LEVELS:
            span = self._notes.span(event)
            self._notes.report(
                span, "too-deep", said("more than {most_levels} levels", most_levels=MOST_LEVELS), "write fewer levels"
            )
            raise StoppedError

    def _refuse_property(self, event: NodeEvent, code: str, name: str) -> None:
        line, column = self._notes.place(event.start_mark)
        written = self._written_at(event).partition(" ")[0]
        span = Span(line, column, column + max(len(written), 1))
        self._notes.report(span, code, f"{name} ({written})", "leave it out, or quote the text")

    def _written_at(self, event: Event) -> str:
        return self._notes.written_at(self._notes.place(event.start_mark))

    # --- collections

    def _sequence(self, start: SequenceStartEvent, *, level: int, is_flow: bool) -> Sequence:
        items: list[Tree] = []
        end: Event = start
        for event in self._events:
            if isinstance(event, SequenceEndEvent):
                end = event
                break
            if isinstance(event, NodeEvent):
                item = self._node(event, level=level + 1, is_in_flow=is_flow)
                self._refuse_nothing(item, item.span, "a list item")
                self._refuse_decimal_comma(item, is_flow=is_flow)
                items.append(item)
        return Sequence(tuple(items), self._notes.span(start, end), is_flow)

    def _mapping(self, start: MappingStartEvent, *, level: int, is_flow: bool) -> Mapping:
        self._refuse_bare_pair(start, is_flow=is_flow)
        entries: dict[str, Entry] = {}
        end: Event = start
        for event in self._events:
            if isinstance(event, MappingEndEvent):
                end = event
                break
            if isinstance(event, NodeEvent):
                entry = self._entry(event, level=level, is_flow=is_flow)
                if entry is not None and self._is_new(entry, entries):
                    entries[entry.key.text] = entry
        return Mapping(tuple(entries.values()), self._notes.span(start, end), is_flow)

    def _entry(self, event: NodeEvent, *, level: int, is_flow: bool) -> Entry | None:
        key = self._node(event, level=level + 1, is_in_flow=is_flow)
        value_event = next(self._events)
        if not isinstance(value_event, NodeEvent):
            raise StoppedError
        value = self._node(value_event, level=level + 1, is_in_flow=is_flow)
        if not isinstance(key, Scalar):
            self._notes.report(key.span, "complex-key", "a list or mapping as a key", "write a plain word")
            return None
        self._check_key(key, value, is_flow=is_flow)
        return Entry(key, value)

    def _check_key(self, key: Scalar, value: Tree, *, is_flow: bool) -> None:
        if key.text == "<<" and not key.is_quoted:
            self._notes.report(key.span, "merge-key", "a merge key (<<)", "write the keys out")
        elif self._is_nothing(key):
            hint = COMMA_HINT if is_flow else "write a word before the colon"
            self._notes.report(key.span, "empty-key", "an empty key", hint)
        elif not key.is_on_one_line or (self._may_be_explicit and self._is_explicit(key)):
            self._notes.report(key.span, "complex-key", "a key that is not a plain word", "write key: value")
        elif is_flow and isinstance(value, Scalar) and not value.is_quoted and not value.text:
            self._notes.report(key.span, "flow-comma", said("'{text}' has no value", text=key.text), COMMA_HINT)
        else:
            self._refuse_nothing(value, key.span, f"'{key.text}'")

    def _is_explicit(self, key: Scalar) -> bool:
        """True for YAML's second way to write a key: behind a question mark, or on the line below one."""
        line, column = key.span.line, key.span.column
        before = self._notes.lines.line(line)[: column - 1].strip()
        if before:
            return _QUESTION_MARK.search(before) is not None
        return self._notes.lines.line(line - 1).strip("- ") == "?"

    def _is_new(self, entry: Entry, entries: dict[str, Entry]) -> bool:
        first = entries.get(entry.key.text)
        if first is None:
            return True
        message = said(
            "the key '{text}' stands here twice (first on line {line})", text=entry.key.text, line=first.key.span.line
        )
        self._notes.report(entry.key.span, "duplicate-key", message, "keep one of them")
        return False

    def _refuse_bare_pair(self, start: MappingStartEvent, *, is_flow: bool) -> None:
        """Refuse ``[a: b]``, which YAML reads as a list of a mapping."""
        has_property = start.anchor is not None or start.tag is not None
        if is_flow and not has_property and not self._notes.stands_at("{", self._notes.place(start.start_mark)):
            span = self._notes.span(start)
            self._notes.report(span, "flow-pair", "a key inside [ ]", "write {key: value}, or quote it")

    def _refuse_decimal_comma(self, item: Tree, *, is_flow: bool) -> None:
        """Refuse ``[2,5]``: two numbers to YAML, one to a German reader."""
        if not is_flow or not isinstance(item, Scalar) or item.is_quoted:
            return
        lines, place = self._notes.lines, (item.span.line, item.span.column)
        if item.span.column >= _BEHIND_DECIMAL_COMMA and _DECIMAL_COMMA.match(lines.text, lines.offset(place) - 2):
            hint = "write a decimal point, or a space after the comma"
            self._notes.report(item.span, "flow-comma", "a comma between two digits", hint)

    # --- nothing

    def _refuse_nothing(self, value: Tree, span: Span, name: str) -> None:
        if self._is_nothing(value):
            self._notes.report(span, "empty-value", said("{name} has no value", name=name), _NOTHING_HINT)

    def _is_nothing(self, value: Tree) -> bool:
        if not isinstance(value, Scalar) or value.is_quoted or value.text not in NOTHING:
            return False
        return not self._notes.stands_at("*", (value.span.line, value.span.column))
