"""The PDF says what the paper says, on every page whose it is, and the same bytes each time."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from core.documents.blocks import Banner, Column, Heading, Paragraph, Table, Tone
from core.documents.pdf import render_pdf
from tests.core.documents.reading_back import pdf_pages, squeezed
from tests.core.documents.sample_papers import PATIENT, SPECIMEN, VERDICTS, long_paper


def test_every_page_names_patient_birth_date_and_page() -> None:
    pages = pdf_pages(render_pdf(long_paper()))
    assert len(pages) > 3
    for number, page in enumerate(pages, start=1):
        assert PATIENT.name in page
        assert PATIENT.born in page
        assert f"Eligibility report · page {number} of {len(pages)}" in page
        assert "synthetic patient" in page
        assert "Basis: rule file 1.1.0." in page


def test_a_letter_without_title_block_names_the_patient_too() -> None:
    letter = replace(SPECIMEN, has_title=False, blocks=(Paragraph("Dear colleagues,"),))
    (page,) = pdf_pages(render_pdf(letter))
    assert PATIENT.text in page
    assert SPECIMEN.title not in page


def test_the_bytes_are_the_same_each_time() -> None:
    assert render_pdf(SPECIMEN) == render_pdf(SPECIMEN)
    assert render_pdf(long_paper()) == render_pdf(long_paper())


def test_verdicts_stand_with_sign_and_word() -> None:
    text = squeezed("".join(pdf_pages(render_pdf(SPECIMEN))))
    for verdict in VERDICTS:
        assert squeezed(verdict.text) in text


def test_rows_are_all_there_once_and_heads_on_each_page() -> None:
    pages = pdf_pages(render_pdf(long_paper()))
    words = " ".join(pages).split()
    for number in range(150):
        assert sum(word == str(number) for word in words) >= 2
        assert " ".join(words).count(f"finding {number} ") == 1
    assert all("No. What" in " ".join(page.split()) for page in pages)


def test_a_page_break_starts_a_page() -> None:
    first, second = pdf_pages(render_pdf(SPECIMEN))
    assert "echocardiography" not in first
    assert "echocardiography" in second


def test_an_empty_paper_has_its_page() -> None:
    assert len(pdf_pages(render_pdf(replace(SPECIMEN, blocks=())))) == 1


@pytest.mark.parametrize("tone", Tone)
def test_a_box_longer_than_a_page_goes_on(tone: Tone) -> None:
    lines = tuple(f"line {number} of the box" for number in range(120))
    pages = pdf_pages(render_pdf(replace(SPECIMEN, blocks=(Banner(tone, "Long", lines),))))
    assert len(pages) > 1
    text = " ".join(pages)
    assert all(text.count(line) == 1 for line in lines)


def test_a_cell_longer_than_a_page_goes_on() -> None:
    words = [f"w{number}" for number in range(4000)]
    table = Table((Column("a"), Column("b")), (("short", " ".join(words)),))
    pages = pdf_pages(render_pdf(replace(SPECIMEN, blocks=(table,))))
    assert len(pages) > 1
    printed = set(" ".join(pages).split())
    assert printed.issuperset(words)


def test_a_footer_too_long_for_the_page_is_whole_at_the_end() -> None:
    words = [f"note{number}" for number in range(1500)]
    pages = pdf_pages(render_pdf(replace(SPECIMEN, footer=(" ".join(words),))))
    assert all(PATIENT.text in page for page in pages)
    assert set(" ".join(pages).split()).issuperset(words)


def test_metadata_outline_and_language() -> None:
    reader = PdfReader(BytesIO(render_pdf(SPECIMEN)))
    assert reader.metadata is not None
    assert reader.metadata.title == SPECIMEN.title
    assert reader.metadata.author == SPECIMEN.header_left
    assert SPECIMEN.printed_at in str(reader.metadata.subject)
    assert str(reader.root_object.get("/Lang")) == "en"
    outline = repr(reader.outline)
    assert all(title in outline for title in (SPECIMEN.title, "Criteria", "Schedule", "Disease now"))


def test_an_outline_may_start_deep() -> None:
    paper = replace(SPECIMEN, has_title=False, blocks=(Heading("deep", 3), Heading("top", 1), Heading("deeper", 3)))
    assert len(PdfReader(BytesIO(render_pdf(paper))).outline) >= 2


def test_only_the_bundled_fonts_are_used() -> None:
    fonts = re.findall(rb"/BaseFont /(?:[A-Z]+\+)?(\S+)", render_pdf(SPECIMEN))
    assert set(fonts) == {b"KriterionSans-Regular", b"KriterionSans-SemiBold"}
