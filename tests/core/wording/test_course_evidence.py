"""A course as evidence: its doses, how it ended, how it fared in a count, the counted ones first."""

from __future__ import annotations

import pytest

from core.language.phrases import LANGUAGES, Phrases
from core.wording.evidence import evidence_of
from tests.core.wording.small_file import judged

COUNT = """
require:
  therapy:
    at_least: 1
    of: [mycophenolate_mofetil, azathioprine, methotrexate]
    counted_if: [no_response, lost_response]
    any_length_if: [intolerance]
    each_for: at least 3 months
    together_with: glucocorticoids
"""
RECORD = """
diagnoses: [{is: sle, since: 2015-01-01}]
treatments_complete: {since: 1990-02-11, as_of: 2026-11-20}
treatments:
  - {drug: prednisone, from: 2015-01-01, to: ongoing, doses: [{dose: 10 mg, per: day, from: 2015-01-01, to: ongoing}]}
  - {drug: azathioprine, from: 2016-01-01, to: 2016-02-15, outcome: no_response, stopped_for: inefficacy}
  - drug: mycophenolate_mofetil
    from: 2017-01-01
    to: 2018-01-01
    doses:
      - {dose: 500 mg, per: 12 h, from: 2017-01-01, to: 2017-03-31}
      - {dose: 1 g, per: 12 h, from: 2017-04-01, to: 2018-01-01}
    outcome: lost_response
    stopped_for: inefficacy
"""


def told(language: str = "en") -> list[str]:
    """Return the evidence of the count in words."""
    found = judged(COUNT, RECORD)
    return [each.text for each in evidence_of(found.judgement, found.screening.chart, found.scope, Phrases(language))]


def test_what_counted_stands_first_with_its_doses_and_length() -> None:
    """Each dose with the day it began: any of them may be what a criterion asks about."""
    assert told()[0] == (
        "Mycophenolate mofetil or mycophenolic acid: 500 mg per 12 h from 1 Jan 2017, 1 g per 12 h from 1 Apr 2017, "
        "lost response, stopped: inefficacy, 1 Jan 2017 to 1 Jan 2018, counted, 366 days in all"
    )


def test_a_companion_is_not_counted() -> None:
    """The glucocorticoid that had to be taken beside is evidence, and no drug that failed."""
    (companion,) = [text for text in told() if text.startswith("Prednisone")]
    assert companion == "Prednisone: 10 mg per day, 1 Jan 2015, ongoing"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_course_is_told_in_every_language(language: str) -> None:
    assert len(told(language)) == len(told())
