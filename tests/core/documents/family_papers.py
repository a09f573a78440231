"""The family's papers of the patients that differ: a child, adults, a donor's cells, none known, before and after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.documents.blocks import (
    Block,
    Callout,
    Cell,
    Document,
    Heading,
    Line,
    Lines,
    Paragraph,
    Table,
    Verdict,
    runs_of,
)
from core.documents.family import family_sheet, wallet_card
from core.documents.monitoring_plan import PaperOptions
from core.follow_up.plan import Plan
from core.language.phrases import spoken
from tests.core.follow_up.sample_plans import DAY0, chart, plan_of

NUMBER = "+00 000 000000"
_FLUDARABINE = """
    treatments:
      - {drug: fludarabine, from: 2026-01-30, to: 2026-02-01}
      - {drug: cyclophosphamide, from: 2026-02-01, to: 2026-02-01}
    infusion: {date: 2026-02-04, product: autologous, region: US, lymphodepletion: [fludarabine, cyclophosphamide]}
"""
_NONE_GIVEN = "infusion: {date: 2026-02-04, product: autologous, vector: mrna, lymphodepletion: none}"


@dataclass(frozen=True)
class Case:
    """A patient, and the day the papers are told from."""

    plan: Plan
    on: date

    def sheet(self, language: str, telephone: str = NUMBER) -> Document:
        """Return the sheet."""
        return family_sheet(self.plan, spoken(language), self._options(telephone))

    def card(self, language: str, telephone: str = NUMBER, clinic: str = "Rheumatology") -> Document:
        """Return the card."""
        return wallet_card(self.plan, spoken(language), self._options(telephone, clinic))

    def _options(self, telephone: str, clinic: str = "") -> PaperOptions:
        return PaperOptions(self.on, f"{self.on.isoformat()}T09:41", clinic, telephone)


def _case(
    on: date,
    diagnosis: str,
    more: str = "",
    *,
    born: str = "1990-02-11",
    product: str = "autologous",
    vector: str = "lentiviral",
    region: str = "EU",
) -> Case:
    patient = chart(*([diagnosis] if diagnosis else []), born=born, more=more)
    return Case(plan_of(patient, on=on, product=product, vector=vector, region=region), on)


LATER = date(2026, 3, 20)
CASES = {
    "child": _case(DAY0, "jdm", born="2014-03-01"),
    "small child, later": _case(LATER, "jdm", born="2019-03-01"),
    "adult, fludarabine": _case(LATER, "sle", _FLUDARABINE, region="US"),
    "adult, mRNA": _case(LATER, "ssc", _NONE_GIVEN, vector="mrna"),
    "adult, donor": _case(date(2026, 1, 20), "asys", product="allogeneic"),
    "nothing known": _case(date(2026, 1, 20), "", product="", vector="", region=""),
    "years later": _case(date(2031, 5, 1), "sle", _FLUDARABINE),
}


def lines(document: Document) -> list[str]:
    """Return every line of the title and the blocks, as a reader meets them."""
    return [document.title, *(line for block in document.blocks for line in _of(block))]


def sentences(document: Document) -> list[str]:
    """Return the lines that are whole sentences: without heads, entries of lists and days."""
    return [line for line in lines(document) if line.endswith((".", "?", "!"))]


def _of(block: Block) -> list[str]:
    match block:
        case Heading(text):
            return [text]
        case Paragraph(text):
            return [_plain(text)]
        case Callout(title, rows):
            return [title, *map(_plain, rows)]
        case Table(columns, rows):
            cells = [line for row in rows for cell in row for line in _cell(cell)]
            return [*(column.title for column in columns), *cells]
        case _:
            return []


def _cell(cell: Cell) -> list[str]:
    if isinstance(cell, Lines):
        return [_plain(line) for line in cell.lines]
    return [cell.text] if isinstance(cell, Verdict) else [_plain(cell)]


def _plain(line: Line) -> str:
    return "".join(run.text for run in runs_of(line))
