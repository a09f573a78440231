"""A paper as HTML."""

from __future__ import annotations

from core.documents.blocks import Document
from core.documents.html.block_markup import block_markup
from core.documents.html.markup import element, escaped
from core.documents.html.style_sheet import style_sheet
from core.documents.keeping_together import set_together
from core.documents.legible import legible
from core.documents.logo import Logo

# Nothing is loaded, run or sent, whatever a value holds.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_PICTURES = "; img-src data:"
"""Only what stands in the file itself, and only where there is one."""


def render_html(document: Document) -> str:
    """Return the paper as one HTML file without scripts, links or anything to load."""
    paper = set_together(legible(document))
    policy = _POLICY + (_PICTURES if any(isinstance(block, Logo) for block in paper.blocks) else "")
    head = "".join(
        (
            '<meta charset="utf-8"/>',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}"/>',
            '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
            element("title", escaped(paper.title)),  # no name: browsers remember titles
            element("style", style_sheet(paper)),
        )
    )
    blocks = "\n".join(block_markup(block) for block in paper.blocks)
    main = element("main", f"{_title(paper)}\n{blocks}\n")
    body = f"{_header(paper)}\n{main}\n{_footer(paper)}"
    page = element("html", f"\n<head>{head}</head>\n<body>\n{body}\n</body>\n", {"lang": paper.language})
    return f"<!DOCTYPE html>\n{page}\n"


def _header(paper: Document) -> str:
    lines = (paper.header_left, paper.header_right, *paper.marks)
    return element("header", "".join(element("p", escaped(line)) for line in lines if line))


def _title(paper: Document) -> str:
    if not paper.has_title:
        return ""
    return element("h1", escaped(paper.title)) + element("p", escaped(paper.subtitle), {"class": "subtitle"})


def _footer(paper: Document) -> str:
    lines = (paper.patient.text, *paper.footer)
    return element("footer", "".join(element("p", escaped(line)) for line in lines))
