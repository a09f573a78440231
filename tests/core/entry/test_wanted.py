"""Questions of several files under one name: one answer counts for all, so all that is asked is shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.criteria.scope import Question
from core.entry.form.wanted import wanted_questions
from core.values.duration import Duration, TimeUnit
from tests.sample_screenings import patients

WEEKS, MONTHS = Duration(4, TimeUnit.WEEK), Duration(3, TimeUnit.MONTH)


@pytest.mark.parametrize(
    ("lengths", "shortest"),
    [((WEEKS, MONTHS), WEEKS), ((MONTHS, WEEKS), WEEKS), ((None, MONTHS), MONTHS), ((None, None), None)],
)
def test_every_wording_is_shown_and_the_shortest_validity_counts(
    lengths: tuple[Duration | None, Duration | None], shortest: Duration | None
) -> None:
    screenings = patients()[0].screenings[:3]
    first = Question("fit", "Is the patient fit?", ("investigator",), lengths[0])
    other = replace(first, ask="Fit for the procedure?", valid_for=lengths[1])
    names = [each.rule_file.id for each in screenings]
    scopes = {names[0]: {"fit": first}, names[1]: {"fit": other}, names[2]: {"fit": first}}
    question, files = wanted_questions(screenings, scopes)["fit"]
    assert question.ask == "Is the patient fit? / Fit for the procedure?"
    assert question.valid_for == shortest
    assert files == tuple(names)
