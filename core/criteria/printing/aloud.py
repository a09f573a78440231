"""Conditions read aloud, in words that cannot be misheard; resources/authors lists what was misheard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from core.criteria.nodes import (
    All,
    AnyOf,
    AtLeast,
    Between,
    Compare,
    Condition,
    Defined,
    Failed,
    Had,
    Has,
    Includes,
    Not,
    NotPublic,
    Off,
    On,
    Received,
    Repeated,
    Shift,
    Shows,
    SourcesDiffer,
    Stable,
    State,
    Therapy,
    TimeSince,
    WhenThen,
)
from core.criteria.printing.history_words import history_words
from core.criteria.printing.labels import in_plain_words
from core.criteria.printing.measured_words import measured_words
from core.criteria.printing.therapy_words import therapy_lines
from core.criteria.printing.told import told
from core.criteria.printing.voice import KnownDays, Voice
from core.criteria.scope import Scope
from core.language.phrases import Phrases

_History = Has | Had | Received | Failed | On | Off | Stable
_Measured = Compare | Between | State | Includes | Repeated | Shift | Shows | TimeSince
_Joined = All | AnyOf | AtLeast | SourcesDiffer
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
Line = tuple[int, str]
"""A line of an outline: how deep it stands, and its words."""


def read_aloud(condition: Condition, scope: Scope, phrases: Phrases, days: KnownDays | None = None) -> str:
    """Return a condition in words; with ``days`` every window is read with its first and last date."""
    return _inline(Voice(scope, phrases, days), condition, 0)


def outline(condition: Condition, scope: Scope, phrases: Phrases, days: KnownDays | None = None) -> tuple[Line, ...]:
    """Return a condition as lines: what joins stands above what is joined, each part on a line of its own."""
    return tuple(_lines(Voice(scope, phrases, days), condition, 0))


def _leaf(voice: Voice, node: _History | _Measured | NotPublic) -> str:
    match node:
        case NotPublic(what):
            return voice.say("not-public", what=told(what, voice.scope, voice.phrases))
        case Has() | Had() | Received() | Failed() | On() | Off() | Stable():
            return history_words(voice, node, _read)
        case _:
            return measured_words(voice, node, _read)


def _read(voice: Voice, condition: Condition) -> str:
    return _inline(voice, condition, 0)


# --- in one sentence


def _inline(voice: Voice, node: Condition, level: int) -> str:
    match node:
        case All() | AnyOf() | AtLeast() | SourcesDiffer():
            head, parts = _joined(voice, node)
            return f"{head}: {_numbered([_labelled(voice, label, part, level + 1) for label, part in parts], level)}"
        case Not(Has() | Had() | Received() | Failed() | On() | Off() | Stable() as part):
            return history_words(voice, part, _read, is_denied=True)
        case Not(part):
            return f"{voice.say('not')}: {_inline(voice, part, level)}"
        case WhenThen():
            return "; ".join(_labelled(voice, label, part, level) for label, part in _branches(voice, node))
        case Therapy():
            return f"{voice.say('therapy')}: {_numbered(therapy_lines(voice, node), level)}"
        case Defined(name):
            return _defined(voice, name, level)
        case _:
            return _leaf(voice, node)


def _defined(voice: Voice, name: str, level: int) -> str:
    head = voice.say("defined", name=in_plain_words(name))
    condition = voice.scope.definitions.get(name)
    return head if condition is None else f"{head}: {_inline(voice, condition, level)}"


def _labelled(voice: Voice, label: str, part: Condition | None, level: int) -> str:
    if part is None:
        return label
    words = _inline(voice, part, level)
    return f"{label}: {words}" if label else words


def _numbered(parts: Sequence[str], level: int) -> str:
    """Number the parts, so that nobody hears where a list inside a list ends; one part needs no number."""
    if len(parts) == 1:
        return parts[0]
    return "; ".join(f"({_number(index, level)}) {part}" for index, part in enumerate(parts))


def _number(index: int, level: int) -> str:
    if level % 2 == 0:
        return str(index + 1)
    return _LETTERS[index] if index < len(_LETTERS) else f"{_LETTERS[-1]}{index + 1 - len(_LETTERS)}"


# --- what joins


def _joined(voice: Voice, node: _Joined) -> tuple[str, Sequence[tuple[str, Condition]]]:
    """Return the words above a list and its parts with their labels."""
    match node:
        case All(parts):
            return voice.say("all"), [("", part) for part in parts]
        case AnyOf(parts):
            return voice.say("any"), [("", part) for part in parts]
        case AtLeast(needed, parts):
            return voice.say("at-least", needed=needed, count=len(parts)), [("", part) for part in parts]
        case SourcesDiffer(readings, use):
            head = voice.say("sources-decides", source=in_plain_words(use)) if use else voice.say("sources-differ")
            return head, [(in_plain_words(source), reading) for source, reading in readings.items()]
    assert_never(node)


def _branches(voice: Voice, node: WhenThen) -> tuple[tuple[str, Condition | None], ...]:
    asked = ((voice.say("if"), node.when), (voice.say("then"), node.then))
    if node.otherwise is None:
        return (*asked, (voice.say("otherwise-nothing"), None))
    return (*asked, (voice.say("otherwise"), node.otherwise))


# --- in lines


def _lines(voice: Voice, node: Condition, depth: int, label: str = "") -> Iterator[Line]:
    """Yield a condition as lines; ``label`` stands before a sentence, and above anything longer."""
    if _is_long(node):
        if label:
            yield depth, f"{label}:"
            depth += 1
        yield from _long(voice, node, depth)
    else:
        words = _inline(voice, node, 0)
        yield depth, f"{label}: {words}" if label else words


def _is_long(node: Condition) -> bool:
    match node:
        case All() | AnyOf() | AtLeast() | SourcesDiffer() | WhenThen() | Therapy() | Defined():
            return True
        case Not(part):
            return _is_long(part)
        case _:
            return False


def _long(voice: Voice, node: Condition, depth: int) -> Iterator[Line]:
    match node:
        case All() | AnyOf() | AtLeast() | SourcesDiffer():
            head, parts = _joined(voice, node)
            yield depth, f"{head}:"
            for label, part in parts:
                yield from _lines(voice, part, depth + 1, label)
        case WhenThen():
            for label, branch in _branches(voice, node):
                yield from ((depth, label),) if branch is None else _lines(voice, branch, depth, label)
        case Not(part):
            yield from _lines(voice, part, depth, voice.say("not"))
        case Therapy():
            yield depth, f"{voice.say('therapy')}:"
            yield from ((depth + 1, line) for line in therapy_lines(voice, node))
        case Defined(name):
            yield from _definition(voice, name, depth)
        case _:
            pass


def _definition(voice: Voice, name: str, depth: int) -> Iterator[Line]:
    head = voice.say("defined", name=in_plain_words(name))
    condition = voice.scope.definitions.get(name)
    if condition is None:
        yield depth, head
    else:
        yield from _lines(voice, condition, depth, head)
