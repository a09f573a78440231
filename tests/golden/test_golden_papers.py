"""The specimen paper as text, as HTML and as the text of its PDF is what it was.

After a wanted change: ``python -m tests.golden.test_golden_papers`` writes the files anew; read the difference.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from core.documents.html import render_html
from core.documents.pdf import render_pdf
from core.documents.text import render_text
from tests.core.documents.reading_back import pdf_pages
from tests.core.documents.sample_papers import SPECIMEN

FOLDER = Path(__file__).parent / "papers"


def _pdf_text() -> str:
    return "\n\f\n".join(page.replace("\r\n", "\n") for page in pdf_pages(render_pdf(SPECIMEN))) + "\n"


def papers() -> dict[str, str]:
    """Return every golden file's content as it is now."""
    return {
        "specimen.txt": render_text(SPECIMEN),
        "specimen.html": render_html(SPECIMEN),
        "specimen.pdf.txt": _pdf_text(),
    }


@pytest.mark.parametrize("name", ["specimen.txt", "specimen.html", "specimen.pdf.txt"])
def test_paper_is_what_it_was(name: str) -> None:
    assert papers()[name] == (FOLDER / name).read_text(encoding="utf-8")


if __name__ == "__main__":
    for file_name, content in papers().items():
        (FOLDER / file_name).write_text(content, encoding="utf-8")
