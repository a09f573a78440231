"""The messages of libyaml, said so that the author of a file knows what to write."""

from __future__ import annotations

from yaml import YAMLError
from yaml.error import MarkedYAMLError

from core.source_text.lines import Lines, Place
from core.source_text.problem import Problem, Span

_QUOTE = "quote the text, or put it on its own line"

# libyaml's words (a part of them) -> (code, message, hint)
_KNOWN: tuple[tuple[str, str, str, str], ...] = (
    ("undefined alias", "alias", "an alias (*)", "write the value out"),
    ("cannot start any token", "yaml", "a text cannot start with this sign", "quote the text"),
    ("mapping values are not allowed", "yaml", "a second ': ' in one line", _QUOTE),
    ("',' or '}'", "yaml", "the { opened here is not closed, or a text in it needs quotation marks", _QUOTE),
    ("',' or ']'", "yaml", "the [ opened here is not closed, or a text in it needs quotation marks", _QUOTE),
    ("nesting depth", "too-deep", "far too many levels", "write fewer levels"),
    ("expected comment or line break", "yaml", "a text cannot start with > or |", "quote the text"),
    ("expected node content", "yaml", "a value is missing before this sign", "leave the comma out, or write the value"),
    ("expected alphabetic or numeric", "anchor", "a text cannot start with & or *", "quote the text"),
    ("expected ':'", "yaml", "a line without ': ' among keys", "write key: value, or indent the line"),
    ("expected key", "yaml", "this line is indented unlike the keys above it", "align it with them"),
    ("expected '-' indicator", "yaml", "this line is indented unlike the items above", "align them"),
    ("expected <document start>", "yaml", "text after the end of the document", "indent it below a key"),
    ("found unexpected end of stream", "yaml", "a quotation mark opened here is not closed", "close it"),
    ("found unexpected document indicator", "yaml", "a quotation mark opened here is not closed", "close it"),
    ("sequence entries are not allowed", "yaml", "a list cannot start here", "put '- ' on its own line"),
    ("unknown escape character", "yaml", "an unknown sign after \\", "write \\\\, or use single quotes"),
    ("invalid Unicode character", "yaml", "an escape that is no character", "write the character itself"),
    ("hexdecimal number", "yaml", "an escape that is no character", "write the character itself"),
    ("directive", "directive", "a directive (%)", "leave the line out"),
    ("tag", "tag", "a tag (!)", "leave it out, or quote the text"),
)
# for these libyaml names the place where it gave up; the author must look where the text began
_SHOWN_WHERE_OPENED = (
    "',' or '}'",
    "',' or ']'",
    "expected ':'",
    "unexpected end of stream",
    "document indicator",
)


def syntax_problem(error: YAMLError, file: str, lines: Lines) -> Problem:
    """Return what ``error`` of libyaml means to the author of ``file``."""
    words = str(getattr(error, "problem", "") or error)
    line, column = lines.inside(_place(error, words))
    span = Span(line, column, column + 1)
    if "expected key" in words and lines.line(line)[column - 1 :].startswith(":"):
        return Problem(file, span, "empty-key", "an empty key", "write a word before the colon")
    if "expected key" in words and lines.line(line)[: column - 1].strip():
        return Problem(file, span, "yaml", "text after the end of a value", _QUOTE)
    for part, code, message, hint in _KNOWN:
        if part in words:
            return Problem(file, span, code, message, hint)
    return Problem(file, Span(line, column, column + 1), "yaml", words, "check indentation and quotes")


def _place(error: YAMLError, words: str) -> Place:
    if not isinstance(error, MarkedYAMLError):
        return 1, 1
    opened = any(part in words for part in _SHOWN_WHERE_OPENED)
    mark = (error.context_mark if opened else None) or error.problem_mark or error.context_mark
    return (1, 1) if mark is None else (mark.line + 1, mark.column + 1)
