"""A rule file of one criterion and a patient, screened: what the words are about fits on one screen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from textwrap import indent

from core.catalogue.catalogue import Catalogue
from core.catalogue.reading import load_catalogue
from core.chart.reading.whole import read_patient
from core.criteria.scope import Scope
from core.rule_files.checking import check_rule_file
from core.rule_files.compiling import compile_rule_file
from core.screening.judgements import Judgement
from core.screening.screening import Screening, screen

ON = date(2026, 11, 22)
_FILE = """\
format: 1
id: small
kind: protocol
fictional: yes
version: 1.0.0
state: draft
completeness: full
language: en
title: {en: Small}
reviewed: not reviewed by a physician
sources:
  page: {title: a page, date: unknown, read: unknown}
diseases: [sle]
failed_means: [no_response]
questions:
  fit: {ask: "Is the patient fit?", asked_of: investigator, valid_for: 28 days}
  stays: {ask: "Does the patient stay near?", asked_of: patient}
site:
  lot: {label: Lot in stock, one_of: [yes, no]}
"""
_PATIENT = "format: 1\nid: p\nsynthetic: true\nbirth_date: 1990-02-11\nsex: female\n"


@cache
def _catalogue() -> Catalogue:
    return load_catalogue()


@dataclass(frozen=True, slots=True)
class Judged:
    """The one judgement of the small file, with all that telling it needs."""

    judgement: Judgement
    screening: Screening
    scope: Scope


def judged(criterion: str, patient: str = "", on: date = ON, section: str = "inclusion") -> Judged:
    """Screen a patient by one criterion; ``criterion`` holds its keys (``require: age >= 18 years``)."""
    catalogue = _catalogue()
    text = f"{_FILE}{section}:\n  - id: small\n    text: Small\n{indent(criterion.strip(), '    ')}\n    source: page\n"
    check = check_rule_file(text.encode(), "small.yaml", catalogue)
    assert check.checked is not None, [(each.span.line, each.message, each.hint) for each in check.problems]
    chart, problems = read_patient(f"{_PATIENT}{patient}".encode(), "p.yaml", catalogue)
    assert chart is not None, [(each.span.line, each.message, each.hint) for each in problems]
    screening = screen(compile_rule_file(check.checked), chart, on)
    (judgement,) = screening.best.judgements
    return Judged(judgement, screening, check.checked.scope)
