"""Trends on paper show what the page shows: every point once, gaps as gaps, marks, and a table with every value."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest

from core.chart.chart import Chart
from core.chart.entries import Finding
from core.documents.blocks import Lines, Table, runs_of
from core.documents.html import render_html
from core.documents.pdf import render_pdf
from core.documents.text import render_text
from core.documents.trend_drawing import CURVES, HEIGHT, MUTED, TEXT, WIDTH, TrendDrawing
from core.documents.trends_on_paper import trend_blocks
from core.follow_up.trends import GAP_DAYS, Trend
from core.language.phrases import LANGUAGES, spoken
from core.use_cases.show_trends import show_trends
from core.wording.trends import TrendWords
from tests.core.documents.reading_back import pdf_pages
from tests.core.documents.sample_papers import SPECIMEN
from tests.core.follow_up.test_toxicity import DAY0, chart, measured
from tests.followed_patients import DAY0 as BEGUN
from tests.followed_patients import PERSONS, Person, record_of
from tests.sample_screenings import catalogue

ON = DAY0 + timedelta(days=3000)


def drawn(found: tuple[Trend, ...], language: str = "en") -> TrendDrawing:
    (block,) = trend_blocks(found, TrendWords(DAY0, catalogue(), spoken(language)))
    assert isinstance(block, TrendDrawing)
    return block


def cells(table: Table) -> list[str]:
    return [
        "".join(run.text for run in runs_of(line))
        for row in table.rows
        for cell in row[1:]
        for line in (cell.lines if isinstance(cell, Lines) else (cell,))
        if isinstance(line, str) and line
    ]


def invented(seed: int) -> Chart:
    """Return a chart with values at random days, some of them bounds."""
    chance = random.Random(seed)
    found: list[Finding] = []
    for concept, unit, most in (
        ("igg", "g/L", 15),
        ("cd19_count", "/uL", 300),
        ("ck", "U/L", 900),
        ("upcr", "mg/mmol", 300),
    ):
        days = sorted(chance.sample(range(-80, 3000), chance.randint(0, 12)))
        for number, day in enumerate(days, start=1):
            bound = "<" if chance.random() < 0.2 else ""
            found.append(measured(concept, day, f"{bound}{chance.randint(1, most)}", unit, number))
    return chart(*found)


@pytest.mark.parametrize("seed", range(20))
def test_every_value_is_drawn_once_and_stands_in_the_table(seed: int) -> None:
    trends = show_trends(invented(seed), catalogue(), DAY0, ON)
    if not trends:
        return
    drawing = drawn(trends)
    points = [each for trend in trends for curve in trend.curves for each in curve.points]
    dots = [dot for picture in drawing.pictures for dot in picture.dots]
    assert len(dots) == len(points)
    assert sum(dot.is_hollow for dot in dots) == sum(each.is_bound for each in points)
    assert sum(len(cells(table)) for table in drawing.tables) == len(points)
    assert all(0 <= dot.x <= WIDTH and 0 <= dot.y <= HEIGHT for dot in dots)
    joined = sum(len(stretch) - 1 for trend in trends for curve in trend.curves for stretch in curve.stretches)
    lines = [each for picture in drawing.pictures for each in picture.strokes if each.ink in CURVES]
    assert len(lines) == joined, "a gap is never joined"


def test_a_gap_is_a_gap_and_said_to_be() -> None:
    far = 20 + GAP_DAYS + 1
    values = (measured("ck", day, "90", "U/L", number) for number, day in enumerate((0, 20, far, far + 9), start=1))
    drawing = drawn(show_trends(chart(*values), catalogue(), DAY0, ON))
    assert len([each for each in drawing.pictures[0].strokes if each.ink in CURVES]) == 2
    assert any(str(GAP_DAYS) in each for each in drawing.legend)


def test_higher_values_stand_higher_and_later_ones_further_right() -> None:
    values = (measured("ck", 10, "90", "U/L", 1), measured("ck", 100, "400", "U/L", 2))
    first, second = drawn(show_trends(chart(*values), catalogue(), DAY0, ON)).pictures[0].dots
    assert first.y > second.y
    assert first.x < second.x


def test_the_infusion_and_what_was_given_and_happened_are_marked() -> None:
    """Day 0 by a line of its own; each course and event by a dashed one, its number and its name with its days."""
    man = next(each for each in PERSONS if each.name == "sclerosis")
    trends = show_trends(record_of(man), catalogue(), BEGUN, BEGUN + timedelta(days=2000))
    (block,) = trend_blocks(trends, TrendWords(BEGUN, catalogue(), spoken("en")))
    assert isinstance(block, TrendDrawing)
    for picture in block.pictures:
        assert len([each for each in picture.strokes if each.ink == TEXT]) == 1
        assert len([each for each in picture.strokes if each.is_dashed and each.ink == MUTED]) == len(trends[0].marks)
    told = " ".join(block.told)
    for name in ("Cytokine release syndrome", "ICANS", "Tocilizumab", "Mycophenolate"):
        assert name in told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("person", PERSONS, ids=lambda person: person.name)
def test_the_same_numbers_stand_in_each_format(person: Person, language: str) -> None:
    trends = show_trends(record_of(person), catalogue(), BEGUN, BEGUN + timedelta(days=1500))
    blocks = tuple(trend_blocks(trends, TrendWords(BEGUN, catalogue(), spoken(language))))
    paper = replace(SPECIMEN, blocks=blocks)
    (block,) = blocks
    assert isinstance(block, TrendDrawing)
    html, text = render_html(paper), render_text(paper)
    pdf = " ".join(" ".join(pdf_pages(render_pdf(paper))).split())
    for table in block.tables:
        for value in cells(table):
            assert value in html.replace("&lt;", "<").replace("\u00a0", " ")
            assert value.split()[0] in text
            assert value.split()[0] in pdf
    pictures = html.count("<svg")
    assert pictures == len(trends)
    for part in html.split("<svg")[1:]:
        ET.fromstring("<svg" + part.partition("</svg>")[0] + "</svg>")
