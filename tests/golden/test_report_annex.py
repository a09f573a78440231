"""What is too long for a cell stands in full in the annex, and every pointer to it leads somewhere."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from core.criteria.printing.told import told
from core.documents.blocks import Document, Heading, Table
from core.language.phrases import LANGUAGES, Phrases
from core.wording.verdicts import named, numbered
from tests.golden.reports import cell_texts, report
from tests.sample_screenings import screening_of

LONGEST_CELL = 2000
"""Signs; more would make a column of a page of its own (the longest now: readings in dispute and their reason)."""


@cache
def paper(language: str) -> tuple[Document, tuple[tuple[str, str], ...]]:
    """Return the report with the longest criteria there are; of each criterion its name, and how a table writes it."""
    screening, file = screening_of("sample-06", "nct06569472")
    phrases = Phrases(language)
    scope, criteria = file.checked.scope, [each.criterion for each in screening.best.judgements]
    names = tuple(
        (named(each, scope, phrases), f"{numbered(each, phrases)} {told(each.text, scope, phrases)}")
        for each in criteria
    )
    return report(language, screening, file), names


def annexed(document: Document, heading: str) -> list[str]:
    """Return the headings of the annex."""
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    start = next((index for index, block in enumerate(headings) if block.text == heading), len(headings))
    following = headings[start + 1 :]
    end = next((index for index, block in enumerate(following) if block.level <= 2), len(following))
    return [block.text for block in following[:end]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pointer_leads_to_a_criterion_in_full(language: str) -> None:
    document, names = paper(language)
    phrases = Phrases(language)
    pointer, heading = phrases.say("report-in-full"), phrases.say("report-heading-in-full")
    cells = [
        "\n".join(cell_texts(cell))
        for block in document.blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row
    ]
    pointing = [name for name, written in names if any(written in cell and pointer in cell for cell in cells)]
    assert annexed(document, heading) == pointing
    assert max(len(cell) for cell in cells) < LONGEST_CELL


def test_a_paper_in_a_language_that_the_file_lacks_has_an_annex() -> None:
    """The generated sentence stands beside the source's wording, in full; beside a translation it does not."""
    screening, file = screening_of("sample-06", "nct06569472")
    heading = Phrases("de").say("report-heading-in-full")
    untold = replace(file, scopes={name: replace(scope, told={}) for name, scope in file.scopes.items()})
    assert len(annexed(report("de", screening, untold), heading)) > len(annexed(paper("de")[0], heading))
