"""One scalar of libyaml as text with places, and what a text may not be."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yaml.events import ScalarEvent

from core.language.said import said
from core.source_text.flow_text import COMMA_HINT, sentence_sign
from core.source_text.lines import Lines, Place
from core.source_text.notes import Notes
from core.source_text.problem import Span
from core.source_text.scan import unwanted_sign
from core.source_text.tree import PlacesOnLine, Scalar
from core.source_text.unfolding import unfold

COLON = "\ue000"
"""What stands for a colon within a text while libyaml reads it, in a file that does not hold it."""
_QUOTES = ("'", '"')
_BLOCKS = ("|", ">")
_NOT_A_NUMBER = re.compile(r"[-+]?\.?(?:nan|inf|infinity)", re.IGNORECASE)
# anchors and tags before a text, each followed by blanks, comments and line ends
_PROPERTIES = re.compile(r"(?:[&!][^\s]*(?:[ \r\n]+|#[^\n]*(?=\n)|$)+)*")


def read_scalar(event: ScalarEvent, notes: Notes, *, is_in_flow: bool) -> Scalar:
    """Return the text of ``event``; ``is_in_flow`` tells that it stands inside braces or brackets."""
    if COLON in event.value and COLON not in notes.lines.text:
        event.value = event.value.replace(COLON, ":")
    found = _on_one_line(event, notes.lines)
    if found is None:
        return _anywhere(event, notes, is_in_flow=is_in_flow)
    if not event.style:  # what is quoted here holds no escape, so no sign that the scan has not seen
        _check_bare(found, notes, is_in_flow=is_in_flow)
    return found


def _on_one_line(event: ScalarEvent, lines: Lines) -> Scalar | None:
    """Return a text that stands sign by sign on one line of the file, as nearly all do; None for any other.

    Whatever is folded, escaped or doubled is shorter when read than it is written.
    """
    text, style, start, end = event.value, event.style, event.start_mark, event.end_mark
    is_quoted = style in _QUOTES
    if not text or style in _BLOCKS or event.anchor is not None or event.tag is not None:
        return None
    if start is None or end is None or start.line != end.line:
        return None
    line, column = start.line, start.column
    length = len(text)
    first = lines.starts[line] + column + is_quoted
    if end.column - column != length + 2 * is_quoted or not lines.text.startswith(text, first):
        return None
    line, column = line + 1, column + 1
    places = PlacesOnLine(line, column + is_quoted, length + 1)
    return Scalar(text, Span(line, column, end.column + 1), is_quoted, places)


def _anywhere(event: ScalarEvent, notes: Notes, *, is_in_flow: bool) -> Scalar:
    """Return a text over several lines, with escapes or properties, or an empty one."""
    start, end = notes.place(event.start_mark), notes.place(event.end_mark)
    text, places = _text(event, notes, start, end)
    is_bare = not event.style
    span = notes.span_between(places[0] if is_bare else start, end)
    scalar = Scalar(text, span, is_quoted=event.style in _QUOTES, places=places)
    if is_bare:
        _check_bare(scalar, notes, is_in_flow=is_in_flow)
    elif scalar.is_quoted:
        _refuse_escaped_signs(scalar, notes)
    return scalar


def _text(event: ScalarEvent, notes: Notes, start: Place, end: Place) -> tuple[str, Sequence[Place]]:
    """Return the text and its places; a layout that cannot be followed is refused, with no place but its start."""
    is_block = event.style in _BLOCKS
    if is_block and not event.value.strip("\n"):
        return "", (start,)
    first, after = notes.lines.offset(start), notes.lines.offset(end)
    if event.anchor is not None or event.tag is not None:
        first += _length_of_properties(notes.lines.text[first:after])
    text, places = unfold(notes.lines, first, after, event.style)
    has_number = is_block and any(sign.isdigit() for sign in notes.written_at(start)[:3])
    if text == event.value and not has_number:
        return text, places
    hint = "leave a number behind | or > out, or write the text on one line"
    notes.report(notes.span(event), "unclear-text", "a text whose layout cannot be followed", hint)
    return event.value, (start,) * (len(event.value) + 1)


def _length_of_properties(written: str) -> int:
    found = _PROPERTIES.match(written)
    return 0 if found is None else found.end()


def _check_bare(scalar: Scalar, notes: Notes, *, is_in_flow: bool) -> None:
    if is_in_flow:
        _refuse_flow_sentence(scalar, notes)
    else:
        _refuse_cutting_comment(scalar, notes)
    if _NOT_A_NUMBER.fullmatch(scalar.text):
        notes.report(
            scalar.span,
            "not-a-number",
            said("'{text}' is not a number", text=scalar.text),
            "write the value, or unknown",
        )


def _refuse_flow_sentence(scalar: Scalar, notes: Notes) -> None:
    if not scalar.is_on_one_line:
        hint = "set the missing comma, or quote the text"
        notes.report(scalar.span, "flow-sentence", "a text over several lines inside braces", hint)
        return
    sign = sentence_sign(scalar.text)
    if sign is not None:
        message = said("a sentence inside braces ('{sign}' in '{text}')", sign=sign, text=scalar.text)
        notes.report(scalar.span, "flow-sentence", message, COMMA_HINT)


def _refuse_cutting_comment(scalar: Scalar, notes: Notes) -> None:
    """Refuse ``text # more``: an author who wrote one blank may have meant the sign as part of the sentence."""
    if scalar.text and notes.stands_at(" #", scalar.places[-1]):
        line, column = scalar.places[-1]
        hint = "put two spaces before a comment, or quote the text"
        notes.report(Span(line, column + 1, column + 2), "comment-cuts", "a comment here cuts the sentence", hint)


def _refuse_escaped_signs(scalar: Scalar, notes: Notes) -> None:
    """Refuse in the unquoted text what the scan refuses in the file: an escape can write any sign."""
    words = unwanted_sign(scalar.text)
    if words is not None:
        notes.report(scalar.span, "control-sign", said("{words}, written as an escape", words=words), "leave it out")
