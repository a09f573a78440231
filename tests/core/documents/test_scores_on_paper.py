"""Scores on paper: what was answered, what was not, doubts by their letter; the map is that of the panel."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from core.chart.reading.whole import read_patient
from core.documents.blocks import Block, Document
from core.documents.body_drawing import BodyDrawing
from core.documents.html import render_html
from core.documents.pdf import render_pdf
from core.documents.scored import body_drawing, newest_scores, scored_blocks
from core.documents.text import render_text
from core.language.phrases import LANGUAGES, spoken
from core.scores.body_map import seen
from core.scores.body_map_reading import maps_of, shipped_maps
from core.scores.body_words import BodyWords
from core.scores.definition import LETTERS
from core.scores.recording import NOT_EXAMINED
from core.scores.shipped import asked_for, definition_of
from core.wording.telling import Telling
from tests.core.documents.reading_back import pdf_pages, read_html, squeezed
from tests.core.documents.sample_papers import SPECIMEN
from tests.sample_screenings import catalogue, compiled

ON = date(2026, 11, 22)
FILE = "nct06222853"


def told(*lines: str, language: str = "en") -> tuple[Block, ...]:
    text = "\n".join(("format: 1", "id: p", "synthetic: true", *lines))
    chart, problems = read_patient(text.encode(), "p.yaml", catalogue(), ON)
    assert chart is not None, problems
    telling = Telling(compiled(FILE).scopes[""], spoken(language))
    return tuple(scored_blocks(newest_scores(chart, catalogue()), telling))


def paper(blocks: tuple[Block, ...]) -> Document:
    return replace(SPECIMEN, blocks=blocks)


def words(blocks: tuple[Block, ...]) -> str:
    return " ".join(render_text(paper(blocks)).split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "at"), [(name, at) for name in sorted(shipped_maps()) for at in range(len(maps_of(name)))]
)
def test_paper_and_panel_have_one_map(name: str, at: int, language: str) -> None:
    """Every region with its look and number, beside it each site in words, in every format."""
    body, definition, draw = maps_of(name)[at], definition_of(name), Random(name + language)
    levels = {each.id: ["", NOT_EXAMINED, *map(str, range(int(each.highest) + 1))] for each in definition.items}
    answers = {item: word for item, words in levels.items() if (word := draw.choice(words))}
    drawing = body_drawing(body, definition, answers, spoken(language))
    panel = seen(body, definition, answers)
    said = BodyWords(body, definition, spoken(language))
    drawn = [region for view in drawing.views for region in view.regions]
    ordered = [each for view in body.views for each in panel if each.region.view == view]
    assert [(each.shapes, each.told, each.shade, each.is_hatched) for each in drawn] == [
        (each.region.shapes, each.told, each.shade, each.is_not_examined) for each in ordered
    ]
    cells = {row[one]: row[one + 1] for row in drawing.table.rows for one in range(0, len(row), 2) if row[one]}
    assert cells == {said.label(each.region.item): said.answer(each) for each in panel}
    document = paper((drawing,))
    page = read_html(render_html(document))
    printed = squeezed("".join(pdf_pages(render_pdf(document))))
    text = squeezed(render_text(document))
    for label, answer in cells.items():
        for found in (squeezed(page.text), printed):
            assert squeezed(str(label)) in found
            assert squeezed(str(answer)) in found
        assert all(squeezed(word) in text for word in f"{label} {answer}".split())  # a long cell goes on below
    lines = sum(len(view.outline) for view in drawing.views)
    polygons = sum(tag.endswith("polygon") for tag, _ in page.tags)
    assert polygons == sum(len(each.shapes) for each in drawn) + lines + len(drawing.legend)
    assert all(attributes.get("aria-label") is not None for tag, attributes in page.tags if tag.endswith("svg"))


def test_what_counts_is_told_with_version_and_day_and_what_is_open_by_name() -> None:
    blocks = told("mrss: {date: 2026-11-10, inputs: {face: 1, fingers_r: 3, hands_l: not_examined, feet_l: 0}}")
    printed = words(blocks)
    assert "Modified Rodnan skin score" in printed
    assert "version: 17 sites" in printed
    assert "10 Nov 2026" in printed
    assert "4 to 46" in printed
    assert "Face 1, Fingers, right 3" in printed
    assert any(isinstance(each, BodyDrawing) for each in blocks)


def test_a_typed_total_claims_no_version_and_no_map() -> None:
    assert told("mrss: {value: 27, date: 2026-11-10}") == ()


def test_the_newest_is_told_even_where_an_older_one_has_more() -> None:
    assert (
        told("mrss:", "  - {date: 2026-05-01, inputs: {face: 1, others: 0}}", "  - {value: 27, date: 2026-11-10}") == ()
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_doubt_of_a_score_stands_below_it(language: str) -> None:
    blocks = told("sledai_2k: {date: 2026-11-10, items: {arthritis: yes, others: no}}", language=language)
    definition = asked_for("sledai_2k")
    assert definition is not None
    printed = words(blocks)
    assert definition.marks
    for mark in definition.marks:
        assert mark.letter in LETTERS
        assert mark.about[language] in printed


def test_an_item_that_is_not_answered_is_never_a_no() -> None:
    printed = words(told("sledai_2k: {date: 2026-11-10, items: {arthritis: yes, rash: not_examined, seizure: no}}"))
    assert "Arthritis (4)" in printed
    assert "Not answered" in printed
    assert "4 to" in printed


def test_a_grade_of_zero_is_told_where_it_is_the_worst() -> None:
    """Of a strength 0 is what counts most; of a skin score it is that nothing is there."""
    strength = words(told("mmt8: {date: 2026-11-10, inputs: {neck: 0, right_biceps: 4}}"))
    assert "Neck flexors 0, Biceps, right 4" in strength
    heading, table, *_ = told("mrss: {date: 2026-11-10, inputs: {face: 0, abdomen: 1, others: 0}}")
    skin = words((heading, table))
    assert "Abdomen 1" in skin
    assert "Face 0" not in skin
