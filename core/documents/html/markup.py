"""Elements whose text is always escaped."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping

from core.documents.blocks import Line, Run, Voice, runs_of
from core.documents.reading_order import turned_parts

_ELEMENTS = {Voice.STRONG: "strong", Voice.MUTED: "small"}
_SAFE_IN_CSS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,-")


def escaped(text: str) -> str:
    """Return ``text`` for HTML; what reads from right to left turns itself and not its neighbours."""
    if text.isascii():
        return html.escape(text, quote=True)
    parts = ((html.escape(part, quote=True), is_turned) for part, is_turned in turned_parts(text))
    return "".join(f"<bdi>{part}</bdi>" if is_turned else part for part, is_turned in parts)


def element(name: str, content: str, attributes: Mapping[str, str] | None = None) -> str:
    """Return an element around ``content``, which is markup already; attribute values are escaped here."""
    pairs = "".join(f' {key}="{html.escape(value, quote=True)}"' for key, value in (attributes or {}).items())
    return f"<{name}{pairs}>{content}</{name}>"


def inline(line: Line) -> str:
    """Return a line as markup."""
    return "".join(_run(run) for run in runs_of(line))


def paragraphs(lines: Iterable[Line]) -> str:
    """Return each line as a paragraph."""
    return "".join(element("p", inline(line)) for line in lines)


def css_string(text: str) -> str:
    """Return ``text`` as a quoted string of a style sheet; all but plain letters stand as their code."""
    signs = (sign if sign in _SAFE_IN_CSS else f"\\{ord(sign):06x}" for sign in text)
    return f'"{"".join(signs)}"'


def _run(run: Run) -> str:
    name = _ELEMENTS.get(run.voice)
    text = escaped(run.text)
    return element(name, text) if name else text
