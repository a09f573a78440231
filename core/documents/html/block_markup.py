"""Every block as HTML."""

from __future__ import annotations

from core.documents.blocks import (
    Banner,
    Block,
    Callout,
    CardFace,
    Checklist,
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
from core.documents.html.body_drawings import body_markup
from core.documents.html.markup import element, escaped, inline, paragraphs
from core.documents.html.pictures import logo_markup
from core.documents.html.tabular import grid_markup, pairs_markup, table_markup
from core.documents.html.trend_drawings import trends_markup
from core.documents.logo import Logo
from core.documents.trend_drawing import TrendDrawing


def block_markup(block: Block) -> str:
    """Return one block as markup; what follows a page break starts a page when printed."""
    match block:
        case Heading():
            return element(f"h{block.level}", escaped(block.text))
        case Paragraph():
            return element("p", inline(block.text))
        case Lines():
            return element("p", "<br/>".join(inline(line) for line in block.lines))
        case Table():
            return table_markup(block)
        case Grid():
            return grid_markup(block)
        case KeyValues():
            return pairs_markup(block)
        case PageBreak():
            return '<hr class="page"/>'
        case _:
            return _set_apart(block)


def _set_apart(
    block: Logo | Banner | Callout | Checklist | Signature | FoldedCard | BodyDrawing | TrendDrawing | Footnotes,
) -> str:
    match block:
        case Logo():
            return logo_markup(block)
        case Banner():
            return _box("banner", block.tone.name.lower(), block.headline, block)
        case Callout():
            return _box("callout", block.tone.name.lower(), block.title, block)
        case Checklist():
            items = (f"{item.sign} {inline(item.text)}" for item in block.items)
            return element("ul", "".join(element("li", item) for item in items), {"class": "checklist"})
        case Footnotes():
            notes = (f"{note.mark} {inline(note.text)}" for note in block.notes)
            return element("ul", "".join(element("li", note) for note in notes), {"class": "footnotes"})
        case FoldedCard():
            return element("div", "".join(_face(face) for face in block.faces), {"class": "card"})
        case BodyDrawing() | TrendDrawing():
            return body_markup(block) if isinstance(block, BodyDrawing) else trends_markup(block)
        case Signature():
            labels = (element("p", escaped(label)) for label in block.labels)
            return element("div", "".join(labels), {"class": "signature"})


def _face(face: CardFace) -> str:
    title = element("p", element("strong", escaped(face.title)))
    pairs = (element("p", f"{element('small', escaped(name))} {inline(value)}") for name, value in face.written)
    return element("section", title + "".join(pairs) + paragraphs(face.lines), {"class": "face"})


def _box(kind: str, tone: str, title: str, box: Banner | Callout) -> str:
    content = element("p", element("strong", escaped(title))) + paragraphs(box.lines)
    return element("section", content, {"class": f"{kind} {tone}"})
