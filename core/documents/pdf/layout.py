"""Every block as slices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.documents.blocks import (
    Banner,
    Block,
    Callout,
    Checklist,
    Document,
    FoldedCard,
    Footnotes,
    Grid,
    Heading,
    KeyValues,
    Lines,
    PageBreak,
    Paragraph,
    Signature,
    Table,
)
from core.documents.body_drawing import BodyDrawing
from core.documents.logo import Figure, Logo
from core.documents.pdf.body_drawings import set_body
from core.documents.pdf.boxes import set_banner, set_callout
from core.documents.pdf.cards import set_card
from core.documents.pdf.grids import set_grid
from core.documents.pdf.pictures import set_figure, set_logo
from core.documents.pdf.slices import Slice
from core.documents.pdf.tables import set_pairs, set_table
from core.documents.pdf.text_blocks import (
    set_address,
    set_checklist,
    set_footnotes,
    set_heading,
    set_paragraph,
    set_signature,
    set_title,
)
from core.documents.pdf.trend_drawings import set_trends
from core.documents.trend_drawing import TrendDrawing

_SIGNED_WITH = 3
"""A signature, the close before it, and a remark before that."""


def slices_of(document: Document, width: float) -> tuple[Slice, ...]:
    """Return the whole paper, from its title to its last block, set to ``width`` points."""
    title = set_title(document, width) if document.has_title else ()
    slices = list(title)
    before: Block | None = None
    for number, block in enumerate(document.blocks):
        if slices and _is_bound(before, document.blocks[number : number + _SIGNED_WITH]):
            slices[-1] = replace(slices[-1], is_kept_with_next=True)
        slices += _set(block, width)
        before = block
    return tuple(slices)


def _is_bound(before: Block | None, ahead: Sequence[Block]) -> bool:
    """Tell whether the first block ahead stays with the one before: a signature with what is signed, a legend with its
    table, what a sentence speaks of with the sentence.

    A close, and a remark before it, are not what is signed: they take the end of the block before with them.
    """
    block = ahead[0]
    leads = next((number for number, each in enumerate(ahead) if not isinstance(each, Paragraph)), len(ahead))
    if leads < len(ahead) and isinstance(ahead[leads], Signature):
        return not isinstance(before, PageBreak)
    if isinstance(before, Paragraph):
        return before.leads
    return isinstance(block, Paragraph) and not block.leads and isinstance(before, Table | Grid | KeyValues)


def _set(block: Block, width: float) -> tuple[Slice, ...]:
    match block:
        case Heading():
            return set_heading(block, width)
        case Paragraph():
            return set_paragraph(block, width)
        case Table():
            return set_table(block, width)
        case Grid():
            return set_grid(block, width)
        case KeyValues():
            return set_pairs(block, width)
        case Logo():
            return set_figure(block, width) if isinstance(block, Figure) else set_logo(block)
        case PageBreak():
            return (Slice(0.0, is_page_break=True),)
        case _:
            return _set_apart(block, width)


def _set_apart(
    block: Banner | Callout | Lines | Checklist | Signature | FoldedCard | BodyDrawing | TrendDrawing | Footnotes,
    width: float,
) -> tuple[Slice, ...]:
    match block:
        case FoldedCard():
            return (set_card(block, width),)
        case BodyDrawing() | TrendDrawing():
            return set_body(block, width) if isinstance(block, BodyDrawing) else set_trends(block, width)
        case Banner():
            return set_banner(block, width)
        case Callout():
            return set_callout(block, width)
        case Lines():
            return set_address(block, width)
        case Checklist():
            return set_checklist(block, width)
        case Signature():
            return set_signature(block, width)
        case Footnotes():
            return set_footnotes(block, width)
