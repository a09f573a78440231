"""What every eligibility report promises: marks, words, one truth in every format, nothing that no record holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from core.criteria.printing.told import told
from core.documents.blocks import Cell, Document, Table, Verdict
from core.documents.html import render_html
from core.documents.pdf import render_pdf
from core.documents.text import render_text
from core.language.phrases import LANGUAGES, Phrases
from core.rule_files.rule_file import Polarity
from core.screening.screening import Screening
from tests.core.documents.reading_back import pdf_pages, read_html, squeezed
from tests.golden.reports import adolescent, cell_texts, every_report, example, report, texts_of, verdicts_of
from tests.sample_screenings import pairs, patients, screening_of

PHRASES = Path(__file__).parents[2] / "resources" / "phrases"
EXCLUDED = {"en": "Excl. ", "de": "Ausschl. "}
MET = {"en": re.compile(r"\b(not )?met\b", re.IGNORECASE), "de": re.compile(r"erfüllt", re.IGNORECASE)}
FORBIDDEN = re.compile(  # the estimate that an insurer wants is enclosed: the word is on the paper, no price is
    r"\b(probability|chance|likelihood|score of fitness|fitness score|price|cost|success)\b"
    r"|Wahrscheinlichkeit|\bErfolg(s|\b)|Chance|Preis|Kosten(?!voranschlag)",
    re.IGNORECASE,
)
MARKS = {
    "en": (
        "FICTIONAL rule file",
        "synthetic patient",
        "rule file not reviewed by a physician",
        "known from a summary only",
        "the source is cut here",
        "The sources differ; none decides:",
        "The sources differ; [newer] decides:",
        "The exclusions are not public.",
        "confidential",
        "local default",
        "assumed",
        "due later",
        "not reviewed as a medical device",
        "Criteria are public excerpts; the treating team and the site decide.",
        "The site decides.",
    ),
    "de": (
        "ERFUNDENE Regeldatei",
        "erfunden",
        "Regeldatei nicht ärztlich geprüft",
        "nur aus einer Zusammenfassung bekannt",
        "die Quelle ist hier abgeschnitten",
        "Die Quellen weichen voneinander ab; keine entscheidet:",
        "Die Ausschlüsse sind nicht öffentlich.",
        "vertraulich",
        "lokale Vorgabe",
        "nicht als Medizinprodukt geprüft",
        "Das Zentrum entscheidet.",
    ),
}
AMOUNT = re.compile(
    r"(\d+(?:[.,]\d+)?)\s?"
    r"(%|(?:mg|g|µg|ug|mcg|IU|units|cells)(?:/(?:kg|m2|m²|day|d|Tag|week|Woche|month|Monat))*)(?![\w/])"
)


@cache
def reports(language: str) -> tuple[tuple[Screening, Document], ...]:
    """Return the reports drawn of a language; they are the same objects for every test."""
    return tuple((screening, document) for screening, _, document in every_report(language))


def without_spaces(texts: Iterator[str]) -> str:
    return " ".join(" ".join(texts).split())


# --- marks


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mark_occurs_on_some_shipped_report(language: str) -> None:
    """The reports drawn hold nearly all of them; the others are looked at until none is left."""
    others = (report(language, screening, file) for screening, file in pairs())
    left = list(MARKS[language])
    for document in chain((document for _, document in reports(language)), others):
        text = "\n".join(texts_of(document))
        left = [mark for mark in left if mark not in text]
        if not left:
            return
    raise AssertionError(left)


def test_what_is_from_memory_is_marked() -> None:
    """No criterion that ships is from memory; one that is says so beside its source."""
    screening, file = screening_of("sample-03", "nct06222853")
    judged = tuple(
        replace(each, criterion=replace(each.criterion, wording="memory")) for each in screening.best.judgements
    )
    changed = replace(screening, best=replace(screening.best, judgements=judged))
    for language, words in (("en", "from memory, check the source"), ("de", "aus dem Gedächtnis, Quelle prüfen")):
        assert without_spaces(texts_of(report(language, changed, file))).count(words) == len(judged)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_marks_of_a_file_stand_on_each_of_its_reports(language: str) -> None:
    """Fictional, not reviewed, synthetic: on every page, of no other file."""
    for screening, document in reports(language):
        rule_file = screening.rule_file
        marks = " · ".join(document.marks)
        assert (MARKS[language][0] in marks) == rule_file.is_fictional
        assert (MARKS[language][2] in marks) == (not rule_file.review.by)
        assert (MARKS[language][1] in marks) == screening.chart.is_synthetic


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_readings_of_a_dispute_are_printed(language: str) -> None:
    """Every source of a dispute stands in the criterion's own row with its sentence."""
    screening, file = next(
        (screening, file)
        for screening, file in pairs()
        if screening.rule_file.id == "nct06569472" and screening.best.judgements
    )
    texts = list(texts_of(report(language, screening, file)))
    assert any(text.startswith("[copies] ") and "17" in text for text in texts)
    assert any(text.startswith("[registry] ") and "18" in text for text in texts)


# --- words


def rows_of(document: Document) -> Iterator[tuple[Cell, ...]]:
    """Yield every row of every table."""
    for block in document.blocks:
        if isinstance(block, Table):
            yield from block.rows


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_exclusion_row_says_met(language: str) -> None:
    """Neither the verdict nor anything else in the row of an exclusion says met or not met."""
    seen = 0
    for _, document in reports(language):
        for row in rows_of(document):
            texts = [text for cell in row for text in cell_texts(cell)]
            if any(text.startswith(EXCLUDED[language]) for text in texts):
                seen += 1
                assert not any(MET[language].search(text) for text in texts), texts
    assert seen


@pytest.mark.parametrize("language", LANGUAGES)
def test_possible_never_stands_alone(language: str) -> None:
    """The word is followed by what to do, and by what is not known."""
    whole = {"en": "ossible: confirm with the site", "de": "öglich: mit dem Zentrum klären"}[language]
    for screening, document in reports(language):
        for verdict in verdicts_of(document):
            is_told_by_state = verdict.startswith("– ")  # a file that takes nobody
            assert ("≈" in verdict) == (whole in verdict and not is_told_by_state)
        if screening.conclusion.word.value == "possible":
            texts, scope, phrases = " ".join(texts_of(document)), screening.rule_file.scope, Phrases(language)
            assert any(told(missing, scope, phrases) in texts for missing in screening.rule_file.missing)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_criterion_has_its_row(language: str) -> None:
    """Each judged criterion stands in the tables with its verdict; inclusions before exclusions in each."""
    for screening, document in reports(language):
        verdicts = [row for row in rows_of(document) if len(row) == 4 and isinstance(row[0], Verdict)]
        parts = [part for part in (screening.best, *screening.cohorts) if part.judgements]
        judged = {(each.cohort, each.criterion.id, each.point) for part in parts for each in part.judgements}
        assert len(verdicts) == len(judged)


# --- one truth in every format


@pytest.mark.parametrize("make", [adolescent, example], ids=["adolescent", "example"])
def test_text_html_and_pdf_carry_the_same_verdicts(make: Callable[[], Document]) -> None:
    """Word for word and as often: nothing is judged by a renderer."""
    document = make()
    verdicts = list(verdicts_of(document))
    assert verdicts
    html = squeezed(read_html(render_html(document)).text)
    pdf = squeezed("".join(pdf_pages(render_pdf(document))))
    text = render_text(document)
    for verdict in set(verdicts):
        # a longer verdict may begin with a shorter one
        expected = sum(other.startswith(verdict) for other in verdicts)
        assert html.count(squeezed(verdict)) >= expected, verdict
        assert pdf.count(squeezed(verdict)) >= expected, verdict
        assert text.count(verdict.partition(" ")[0]) >= expected
    assert [line for line in text.splitlines() if verdicts[0] in line]


def test_a_report_is_the_same_bytes_again() -> None:
    """The same screening at the same instant."""
    screening, file = screening_of("sample-03", "nct06222853")
    first, second = (render_pdf(report("en", screening, file)) for _ in range(2))
    assert first == second


# --- nothing that no record holds


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_speaks_of_chances_or_prices(language: str) -> None:
    """What the program itself says holds no probability, no score of fitness, no price and no percentage."""
    for path in (PHRASES / language).glob("*.ftl"):
        said = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        assert not [line for line in said if FORBIDDEN.search(line.partition("=")[2])]
        assert not [line for line in said if re.search(r"\d\s?%", line)]


def amounts(text: str) -> frozenset[tuple[str, str]]:
    """Return percentages and doses, the number in one way of writing."""
    return frozenset((number.replace(",", "."), unit.replace("²", "2")) for number, unit in AMOUNT.findall(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_percentages_and_doses_are_those_of_record_and_rule_file(language: str) -> None:
    """No paper holds a percentage or a dose that neither the patient's file nor the rule file writes."""
    records = {each.chart.id: Path(each.file).read_text(encoding="utf-8") for each in patients() if each.chart}
    for screening, document in reports(language):
        rule_text = Path(screening.rule_file.file).read_text(encoding="utf-8")
        known = numbers(records[screening.chart.id]) | numbers(rule_text)
        found = {(number, unit) for text in texts_of(document) for number, unit in amounts(text)}
        assert {number for number, _ in found} <= known, (screening.chart.id, screening.rule_file.id)
        percentages = {number for number, unit in found if unit == "%"}
        written = {number for number, unit in amounts(records[screening.chart.id] + rule_text) if unit == "%"}
        assert percentages <= written


def numbers(text: str) -> frozenset[str]:
    """Return every number of a text."""
    return frozenset(number.replace(",", ".") for number in re.findall(r"\d+(?:[.,]\d+)?", text))


def test_the_search_would_find_one() -> None:
    assert amounts("a chance of 83 % with 600 mg/m² or 1,5 g/Tag") == {("83", "%"), ("600", "mg/m2"), ("1.5", "g/Tag")}


def test_inclusions_stand_before_exclusions() -> None:
    """In every table of criteria."""
    screening, _ = screening_of("sample-03", "nct06222853")
    order = [each.criterion.polarity for each in screening.best.judgements]
    assert sorted(order, key=lambda polarity: polarity is Polarity.EXCLUSION) == order
