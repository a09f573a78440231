"""The logo of a letterhead: checked, never stretched, in every format as that format can hold it."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from core.documents.html import render_html
from core.documents.logo import MOST_BYTES, Logo
from core.documents.pdf import render_pdf
from core.documents.text import render_text
from core.errors import WorldError
from core.use_cases.keep_logo import drop_logo, keep_logo, read_logo
from tests.core.documents.sample_papers import SPECIMEN


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width: int = 40, height: int = 10, shade: int = 90) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = b"".join(b"\0" + bytes([shade]) * width for _ in range(height))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def test_it_is_drawn_in_the_pdf_and_not_stretched() -> None:
    paper = replace(SPECIMEN, blocks=(Logo(png(), "Department"),))
    content = render_pdf(paper)
    assert content == render_pdf(paper)
    document = pypdfium2.PdfDocument(content)
    pictures = [each for each in document[0].get_objects() if isinstance(each, pypdfium2.PdfImage)]
    assert len(pictures) == 1
    left, low, right, high = pictures[0].get_bounds()
    assert (right - left) / (high - low) == pytest.approx(4, rel=0.01)
    assert high - low <= 15 * 72 / 25.4 + 0.1


def test_html_holds_it_with_its_words_and_loads_nothing() -> None:
    page = render_html(replace(SPECIMEN, blocks=(Logo(png(), 'a "quoted" <name>'),)))
    assert 'alt="a &quot;quoted&quot; &lt;name&gt;"' in page
    assert 'src="data:image/png;base64,' in page
    assert "img-src data:" in page
    assert "img-src" not in render_html(SPECIMEN), "a paper without a picture allows none"


def test_text_leaves_it_out() -> None:
    assert "PNG" not in render_text(replace(SPECIMEN, blocks=(Logo(png(), "Department"),)))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a",
        png()[:-4],
        png()[:40] + b"x" + png()[41:],
        png() + b"behind",
        b"\x89PNG\r\n\x1a\n",
        png(width=5000),
        png(width=0),
        png() + bytes(MOST_BYTES),
    ],
)
def test_what_is_no_logo_is_refused(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="a logo"):
        Logo(content, "x")
    with pytest.raises(WorldError):
        keep_logo(tmp_path, content)
    assert list(tmp_path.iterdir()) == []


def test_it_is_kept_and_dropped(tmp_path: Path) -> None:
    assert read_logo(tmp_path) == b""
    keep_logo(tmp_path, png())
    assert read_logo(tmp_path) == png()
    (tmp_path / "letterhead.png").write_bytes(png()[:30])
    assert read_logo(tmp_path) == b"", "a torn file is no logo"
    drop_logo(tmp_path)
    drop_logo(tmp_path)
    assert list(tmp_path.iterdir()) == []
