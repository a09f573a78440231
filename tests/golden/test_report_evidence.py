"""A row of a report has at most three lines of evidence; what it leaves out stands in the appendix, whole and once."""

from __future__ import annotations

import re
from itertools import takewhile

import pytest

from core.documents.blocks import Block, Heading, Lines, Table
from core.documents.eligibility_report.criterion_cells import MOST_LINES, few_of
from core.language.phrases import LANGUAGES, Phrases
from tests.golden.reports import cell_texts, every_report, report, texts_of
from tests.sample_screenings import screening_of

POINTER = {
    "en": re.compile(r"and (\d+) more: appendix, no\. (\d+)"),
    "de": re.compile(r"und (\d+) weitere: Anhang, Nr\. (\d+)"),
}


def appendix(blocks: tuple[Block, ...], phrases: Phrases) -> dict[int, tuple[str, ...]]:
    """Return the evidence of each number of the appendix."""
    title = phrases.say("report-heading-evidence")
    start = next((at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.text == title), None)
    if start is None:
        return {}
    inner = takewhile(lambda block: not isinstance(block, Heading) or block.level > 2, blocks[start + 1 :])
    found: dict[int, tuple[str, ...]] = {}
    number = 0
    for block in inner:
        if isinstance(block, Heading):
            number = int(block.text.partition(".")[0])
        elif isinstance(block, Lines):
            found[number] = tuple(cell_texts(block))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_row_has_three_lines_of_evidence_and_every_pointer_leads_to_all_of_it(language: str) -> None:
    phrases = Phrases(language)
    column = phrases.say("report-column-evidence")
    pointed = 0
    for _, _, document in every_report(language):
        held = appendix(document.blocks, phrases)
        named: set[int] = set()
        for block in document.blocks:
            if not isinstance(block, Table):
                continue
            titles = [each.title for each in block.columns]
            for row in block.rows:
                lines = [line for cell in row for line in cell_texts(cell)]
                pointers = [found for line in lines for found in [POINTER[language].fullmatch(line)] if found]
                named |= {int(found[2]) for found in pointers}
                if column in titles:
                    shown = list(cell_texts(row[titles.index(column)]))
                    assert len(shown) <= MOST_LINES
                    for found in pointers:
                        whole = held[int(found[2])]
                        assert whole[: len(shown) - 1] == tuple(shown[:-1])
                        assert len(whole) == len(shown) - 1 + int(found[1])
        assert named == set(held)
        pointed += len(named)
    assert pointed


def test_what_keeps_a_verdict_open_stands_first_and_what_was_assumed_beside_the_criterion() -> None:
    document = report("en", *screening_of("sample-01", "nct06222853"))
    (row,) = [
        row
        for block in document.blocks
        if isinstance(block, Table) and block.columns[0].title == "Verdict"
        for row in block.rows
        if "Incl. 3 " in " ".join(cell_texts(row[1]))
    ]
    assert next(iter(cell_texts(row[2]))).endswith("dose not recorded")
    assert "assumed: within 28 days, no window published" in set(texts_of(document))


def test_a_long_criterion_stands_whole_in_one_table() -> None:
    document = report("en", *screening_of("sample-01", "nct06222853"))
    text = (
        "Still active after at least 3 months of prednisone 1 mg/kg/day or more, hydroxychloroquine and at least two of"
    )
    assert sum(text in line for line in texts_of(document)) == 1


def test_few_lines_are_all_shown() -> None:
    assert few_of(("a", "b", "c")) == ("a", "b", "c")
    assert few_of(("a", "b", "c", "d")) == ("a", "b")
    assert few_of(("x" * 300, "b")) == ("x" * 300,)
