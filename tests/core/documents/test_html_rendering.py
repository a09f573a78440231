"""The HTML is one file for screen readers: heads with scope, a language, nothing to load."""

from __future__ import annotations

from dataclasses import replace

from core.documents.blocks import Banner, Tone
from core.documents.html import render_html
from core.documents.keeping_together import NO_BREAK
from tests.core.documents.reading_back import read_html, squeezed
from tests.core.documents.sample_papers import PATIENT, SPECIMEN, VERDICTS

LOADING = {"script", "link", "img", "iframe", "object", "embed", "base", "form", "a", "svg", "audio", "video"}


def test_language_title_and_one_main_heading() -> None:
    page = read_html(render_html(replace(SPECIMEN, language="de")))
    tags = [tag for tag, _ in page.tags]
    assert ("html", {"lang": "de"}) in page.tags
    assert tags.count("h1") == 1
    assert tags.count("main") == 1
    assert PATIENT.text in page.text.replace(NO_BREAK, " ")


def test_heads_have_a_scope() -> None:
    heads = [attributes for tag, attributes in read_html(render_html(SPECIMEN)).tags if tag == "th"]
    assert heads
    assert all(attributes.get("scope") in {"col", "row"} for attributes in heads)


def test_nothing_is_loaded() -> None:
    page = render_html(SPECIMEN)
    assert LOADING.isdisjoint(tag for tag, _ in read_html(page).tags)
    assert not any(word in page for word in ("http:", "https:", "url(", "@import", "src=", "href="))
    assert "default-src 'none'" in page


def test_verdicts_stand_with_sign_and_word() -> None:
    text = read_html(render_html(SPECIMEN)).text
    assert all(verdict.text in text for verdict in VERDICTS)


def test_boxes_say_their_sign() -> None:
    text = read_html(render_html(replace(SPECIMEN, blocks=tuple(Banner(tone, "x") for tone in Tone)))).text
    assert all(f"{tone.sign} x" in text for tone in Tone)


def test_right_to_left_names_do_not_turn_their_neighbours() -> None:
    paper = replace(SPECIMEN, patient=replace(PATIENT, name="שרה"))
    page = render_html(paper).replace(NO_BREAK, " ")
    assert "<bdi>שרה</bdi> · born 19 Jul 2011 · MRN 00-0318" in page


def test_the_printed_page_carries_the_patient_and_its_number() -> None:
    page = render_html(SPECIMEN)
    assert '"page " counter(page) " of " counter(pages) ""' in page
    assert squeezed('@bottom-left{content:"Sample patient 03 \\0000b7 born') in squeezed(page)
