"""What a reader finds in a finished paper."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree as ET

import pypdfium2

# pdfium reports a hyphen at the end of a line as one of these.
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-"})


def pdf_pages(content: bytes) -> list[str]:
    """Return the text of each page."""
    document = pypdfium2.PdfDocument(content)
    texts: list[str] = []
    for page in document:
        text_page = page.get_textpage()
        texts.append(text_page.get_text_range().translate(_HYPHENS))
        text_page.close()
        page.close()
    document.close()
    return texts


def squeezed(text: str) -> str:
    """Return ``text`` without spaces and line breaks, which a paper may set anew."""
    return "".join(text.split())


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """Tags with their attributes, and the text outside the style sheet."""

    tags: list[tuple[str, dict[str, str]]]
    text: str


def read_html(page: str) -> HtmlPage:
    """Return what a browser would see; the page must be well-formed."""
    root = ET.fromstring(page.removeprefix("<!DOCTYPE html>\n"))
    tags = [(node.tag, dict(node.attrib)) for node in root.iter()]
    for style in root.iter("style"):
        style.text = ""
    return HtmlPage(tags, "".join(root.itertext()))
