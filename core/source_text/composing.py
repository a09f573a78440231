"""From libyaml's events to a positioned tree, with every refusal of the house on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaml._yaml import Mark as CMark
from yaml.error import Mark
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

from core.source_text.flow_text import COMMA_HINT, sentence_sign
from core.source_text.lines import Lines, Place
from core.source_text.problem import MOST_PROBLEMS, Problem, Span
from core.source_text.scan import unwanted_sign
from core.source_text.tree import Entry, Mapping, Scalar, Sequence, Tree
from core.source_text.unfolding import unfold

MOST_LEVELS = 32
NOTHING = frozenset({"", "~", "null", "Null", "NULL"})

_NOT_A_NUMBER = re.compile(r"[-+]?\.?(?:nan|inf|infinity)", re.IGNORECASE)
# anchors and tags before a text, each followed by blanks, comments and line ends
_PROPERTIES = re.compile(r"(?:[&!][^\s]*(?:[ \r\n]+|#[^\n]*(?=\n)|$)+)*")
_QUESTION_MARK = re.compile(r"(?:^|[{\[,\s-])\?$")
_DECIMAL_COMMA = re.compile(r"\d,\d")
_NOTHING_HINT = "leave the key out, or write unknown"


class StoppedError(Exception):
    """Reading cannot go on after the last problem written; never leaves ``core.source_text``."""


class Composer:
    """Builds the tree of one document and writes down what it refuses."""

    def __init__(self, lines: Lines, file: str) -> None:
        self.problems: list[Problem] = []
        self._lines = lines
        self._file = file
        self._events: Iterator[Event] = iter(())

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
            self._report(Span(1, 1, 1), "empty-file", "the file is empty", "write at least one key")
        return tree

    def _check_document(self, event: DocumentStartEvent, *, is_first: bool) -> None:
        if not is_first:
            span = self._span(event)
            self._report(span, "several-documents", "a second document (---)", "keep one document in a file")
            raise StoppedError
        if event.version is not None or event.tags:
            self._report(self._span(event), "directive", "a directive (%)", "leave the line out")

    def _node(self, event: NodeEvent, *, level: int, is_in_flow: bool) -> Tree:
        self._refuse_extras(event, level)
        if isinstance(event, ScalarEvent):
            return self._scalar(event, is_in_flow=is_in_flow)
        is_flow = isinstance(event, CollectionStartEvent) and bool(event.flow_style)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(event, level=level, is_flow=is_flow)
        if isinstance(event, MappingStartEvent):
            return self._mapping(event, level=level, is_flow=is_flow)
        return Scalar("", self._span(event), is_quoted=False, places=(self._place(event.start_mark),))

    def _refuse_extras(self, event: NodeEvent, level: int) -> None:
        """Refuse what YAML can do and a rule file never needs: aliases, anchors, tags, endless depth."""
        if isinstance(event, AliasEvent):
            self._report(self._span(event), "alias", f"an alias (*{event.anchor})", "write the value out, or quote it")
            return
        if event.anchor is not None:
            self._refuse_property(event, "anchor", "an anchor")
        if isinstance(event, ScalarEvent | CollectionStartEvent) and event.tag is not None:
            self._refuse_property(event, "tag", "a tag")
        if level > MOST_LEVELS:
            self._report(self._span(event), "too-deep", f"more than {MOST_LEVELS} levels", "write fewer levels")
            raise StoppedError

    def _refuse_property(self, event: NodeEvent, code: str, name: str) -> None:
        line, column = self._place(event.start_mark)
        written = self._lines.line(line)[column - 1 :].partition(" ")[0]
        span = Span(line, column, column + max(len(written), 1))
        self._report(span, code, f"{name} ({written})", "leave it out, or quote the text")

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
        return Sequence(tuple(items), self._span(start, end), is_flow)

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
        return Mapping(tuple(entries.values()), self._span(start, end), is_flow)

    def _entry(self, event: NodeEvent, *, level: int, is_flow: bool) -> Entry | None:
        key = self._node(event, level=level + 1, is_in_flow=is_flow)
        value_event = next(self._events)
        if not isinstance(value_event, NodeEvent):
            raise StoppedError
        value = self._node(value_event, level=level + 1, is_in_flow=is_flow)
        if not isinstance(key, Scalar):
            self._report(key.span, "complex-key", "a list or mapping as a key", "write a plain word")
            return None
        self._check_key(key, value, is_flow=is_flow)
        return Entry(key, value)

    def _check_key(self, key: Scalar, value: Tree, *, is_flow: bool) -> None:
        if key.text == "<<" and not key.is_quoted:
            self._report(key.span, "merge-key", "a merge key (<<)", "write the keys out")
        elif self._is_nothing(key):
            hint = COMMA_HINT if is_flow else "write a word before the colon"
            self._report(key.span, "empty-key", "an empty key", hint)
        elif key.places[0][0] != key.places[-1][0] or self._is_explicit(key):
            self._report(key.span, "complex-key", "a key that is not a plain word", "write key: value")
        elif is_flow and isinstance(value, Scalar) and not value.is_quoted and not value.text:
            self._report(key.span, "flow-comma", f"'{key.text}' has no value", COMMA_HINT)
        else:
            self._refuse_nothing(value, key.span, f"'{key.text}'")

    def _is_explicit(self, key: Scalar) -> bool:
        """True for YAML's second way to write a key: behind a question mark, or on the line below one."""
        line, column = key.span.line, key.span.column
        before = self._lines.line(line)[: column - 1].strip()
        if before:
            return _QUESTION_MARK.search(before) is not None
        return self._lines.line(line - 1).strip("- ") == "?"

    def _is_new(self, entry: Entry, entries: dict[str, Entry]) -> bool:
        first = entries.get(entry.key.text)
        if first is None:
            return True
        message = f"the key '{entry.key.text}' stands here twice (first on line {first.key.span.line})"
        self._report(entry.key.span, "duplicate-key", message, "keep one of them")
        return False

    def _refuse_bare_pair(self, start: MappingStartEvent, *, is_flow: bool) -> None:
        """Refuse ``[a: b]``, which YAML reads as a list of a mapping."""
        has_property = start.anchor is not None or start.tag is not None
        if is_flow and not has_property and self._lines.text[self._lines.offset(self._place(start.start_mark))] != "{":
            self._report(self._span(start), "flow-pair", "a key inside [ ]", "write {key: value}, or quote it")

    def _refuse_decimal_comma(self, item: Tree, *, is_flow: bool) -> None:
        """Refuse ``[2,5]``: two numbers to YAML, one to a German reader."""
        if not is_flow or not isinstance(item, Scalar) or item.is_quoted:
            return
        before = item.span.column - 3
        if before >= 0 and _DECIMAL_COMMA.match(self._lines.line(item.span.line), before):
            hint = "write a decimal point, or a space after the comma"
            self._report(item.span, "flow-comma", "a comma between two digits", hint)

    # --- scalars

    def _scalar(self, event: ScalarEvent, *, is_in_flow: bool) -> Scalar:
        text, places = self._text(event)
        start, end = self._place(event.start_mark), self._place(event.end_mark)
        is_plain = not event.style
        span = self._span_between(places[0] if is_plain else start, end)
        scalar = Scalar(text, span, is_quoted=event.style in {"'", '"'}, places=places)
        self._refuse_signs(scalar)
        if is_plain and is_in_flow:
            self._refuse_flow_sentence(scalar)
        elif is_plain:
            self._refuse_cutting_comment(scalar, self._lines.offset(end))
        if is_plain and _NOT_A_NUMBER.fullmatch(text):
            self._report(span, "not-a-number", f"'{text}' is not a number", "write the value, or unknown")
        return scalar

    def _text(self, event: ScalarEvent) -> tuple[str, tuple[Place, ...]]:
        """Return the text and its places; a layout that cannot be followed is refused, with no place but its start."""
        start = self._place(event.start_mark)
        if event.style in {"|", ">"} and not event.value.strip("\n"):
            return "", (start,)
        end = self._lines.offset(self._place(event.end_mark))
        text, places = unfold(self._lines, self._after_properties(event, start, end), end, event.style)
        if not self._has_block_number(event, start) and text == event.value:
            return text, places
        hint = "leave a number behind | or > out, or write the text on one line"
        self._report(self._span(event), "unclear-text", "a text whose layout cannot be followed", hint)
        return event.value, (start,) * (len(event.value) + 1)

    def _has_block_number(self, event: ScalarEvent, start: Place) -> bool:
        header = self._lines.line(start[0])[start[1] - 1 :][:3]
        return event.style in {"|", ">"} and any(sign.isdigit() for sign in header)

    def _after_properties(self, event: ScalarEvent, start: Place, end: int) -> int:
        """Return the offset where the text starts behind a refused anchor or tag."""
        first = self._lines.offset(start)
        if event.anchor is None and event.tag is None:
            return first
        written = self._lines.text[first:end]
        return first + _end_of_properties(written)

    def _refuse_signs(self, scalar: Scalar) -> None:
        """Refuse in the unquoted text what the scan refuses in the file: an escape can write any sign."""
        words = unwanted_sign(scalar.text) if scalar.is_quoted else None
        if words is not None:
            self._report(scalar.span, "control-sign", f"{words}, written as an escape", "leave it out")

    def _refuse_flow_sentence(self, scalar: Scalar) -> None:
        if scalar.places[0][0] != scalar.places[-1][0]:
            message = "a text over several lines inside braces"
            hint = "set the missing comma, or quote the text"
            self._report(scalar.span, "flow-sentence", message, hint)
            return
        sign = sentence_sign(scalar.text)
        if sign is not None:
            message = f"a sentence inside braces ('{sign}' in '{scalar.text}')"
            self._report(scalar.span, "flow-sentence", message, COMMA_HINT)

    def _refuse_cutting_comment(self, scalar: Scalar, end: int) -> None:
        if scalar.text and self._lines.text[end : end + 2] == " #":
            line, column = scalar.places[-1]
            span = Span(line, column + 1, column + 2)
            hint = "put two spaces before a comment, or quote the text"
            self._report(span, "comment-cuts", "a comment here cuts the sentence", hint)

    def _refuse_nothing(self, value: Tree, span: Span, name: str) -> None:
        if self._is_nothing(value):
            self._report(span, "empty-value", f"{name} has no value", _NOTHING_HINT)

    def _is_nothing(self, value: Tree) -> bool:
        if not isinstance(value, Scalar) or value.is_quoted:
            return False
        return value.text in NOTHING and self._sign_at(value) != "*"

    # --- places

    def _sign_at(self, scalar: Scalar) -> str:
        offset = self._lines.offset((scalar.span.line, scalar.span.column))
        return self._lines.text[offset : offset + 1]

    def _span(self, start: Event, end: Event | None = None) -> Span:
        """Return the span from where ``start`` begins to where ``end`` ends, or to its first line's end."""
        return self._span_between(self._place(start.start_mark), self._place((end or start).end_mark))

    def _span_between(self, start: Place, end: Place) -> Span:
        line, column = start
        last = end[1] if end[0] == line else self._lines.width(line) + 1
        return Span(line, column, max(last, column + 1))

    def _place(self, mark: Mark | CMark | None) -> Place:
        """Return the place of a mark; at the end of the stream libyaml's lie one line beyond the text."""
        if mark is None:
            return (1, 1)
        place = (mark.line + 1, mark.column + 1)
        return place if place[0] <= self._lines.count else self._lines.inside(place)

    def _report(self, span: Span, code: str, message: str, hint: str) -> None:
        self.problems.append(Problem(self._file, span, code, message, hint))
        if len(self.problems) >= MOST_PROBLEMS:
            raise StoppedError


def _end_of_properties(written: str) -> int:
    found = _PROPERTIES.match(written)
    return 0 if found is None else found.end()
