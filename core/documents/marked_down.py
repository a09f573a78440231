"""Our own pages, written in Markdown, as blocks of a paper.

Only what our pages use is read: headings, paragraphs, lists, tables, pictures, code. Anything else is an error of the
page, so that nothing of it is left out on paper in silence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from core.documents.blocks import Block, Callout, Column, Heading, Line, Lines, Paragraph, Run, Table, Voice
from core.documents.logo import Figure
from core.documents.png import needed_of

_LOWEST = 3
_BULLET = "•"


def blocks_of(page: str, folder: Path) -> tuple[Block, ...]:
    """Return a page as blocks; its pictures lie in ``folder``. ValueError names what cannot be printed."""
    tokens = MarkdownIt("commonmark").enable("table").parse(page)
    return tuple(_blocks(_Rest(tokens), folder))


class _Rest:
    """The tokens of a page, taken one after the other."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._at = 0

    def next(self) -> Token | None:
        if self._at == len(self._tokens):
            return None
        self._at += 1
        return self._tokens[self._at - 1]

    def until(self, kind: str) -> Iterator[Token]:
        """Yield the tokens up to the next one of a kind, which is taken too."""
        while (token := self.next()) is not None and token.type != kind:
            yield token


def _blocks(rest: _Rest, folder: Path) -> Iterator[Block]:
    while (token := rest.next()) is not None:
        match token.type:
            case "heading_open":
                (inline, *_) = rest.until("heading_close")
                yield Heading(_plain(inline), min(int(token.tag[1:]), _LOWEST))
            case "paragraph_open":
                (inline, *_) = rest.until("paragraph_close")
                yield _picture(inline, folder) or Paragraph(_line(inline))
            case "bullet_list_open" | "ordered_list_open":
                yield Lines(tuple(_items(rest, token.type.replace("open", "close"))))
            case "table_open":
                yield _table(rest)
            case "fence":
                yield Callout("", tuple(token.content.rstrip("\n").split("\n")))
            case _:
                raise ValueError(f"a page of ours holds {token.type}, which cannot be printed: {token.map}")


def _items(rest: _Rest, end: str) -> Iterator[Line]:
    number = 0
    for token in rest.until(end):
        if token.type == "list_item_open":
            number += 1
        elif token.type == "inline":
            sign = f"{number}." if end.startswith("ordered") else _BULLET
            yield (Run(f"{sign} "), *_runs(token))
        elif token.type not in ("paragraph_open", "paragraph_close", "list_item_close"):
            raise ValueError(f"a list of ours holds {token.type}, which cannot be printed: {token.map}")


def _table(rest: _Rest) -> Table:
    rows: list[list[Token]] = []
    for token in rest.until("table_close"):
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(token)
    head, *body = rows
    widths = [max(min(len(_plain(row[at])), 60) for row in rows) for at in range(len(head))]
    columns = tuple(Column(_plain(cell), max(width, 8)) for cell, width in zip(head, widths, strict=True))
    return Table(columns, tuple(tuple(_line(cell) for cell in row) for row in body), is_dense=True)


def _picture(inline: Token, folder: Path) -> Figure | None:
    """Return the picture that is all of a paragraph."""
    parts = inline.children or []
    if len(parts) != 1 or parts[0].type != "image":
        return None
    path = folder / str(parts[0].attrs["src"])
    return Figure(needed_of(path.read_bytes()), parts[0].content)


def _line(inline: Token) -> Line:
    return tuple(_runs(inline))


def _plain(inline: Token) -> str:
    return "".join(run.text for run in _runs(inline))


def _runs(inline: Token) -> Iterator[Run]:
    voice = Voice.PLAIN
    for part in inline.children or ():
        match part.type:
            case "text" | "code_inline":
                yield Run(part.content, voice)
            case "softbreak":
                yield Run(" ", voice)
            case "strong_open":
                voice = Voice.STRONG
            case "strong_close":
                voice = Voice.PLAIN
            case "em_open" | "em_close":
                continue  # the typeface has no slanted letters; the words say it
            case _:
                raise ValueError(f"a line of ours holds {part.type}, which cannot be printed: {inline.content}")
