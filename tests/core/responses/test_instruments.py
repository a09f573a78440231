"""Every instrument found out by itself has its score, its concept, names in each language, parts with labels."""

from __future__ import annotations

import pytest

from core.catalogue.concept import Kind
from core.language.phrases import LANGUAGES, spoken
from core.responses.contact import Contact, baseline_of
from core.responses.responding import INSTRUMENTS, Instrument
from core.responses.visited import Visited
from core.scores.definition import Family
from core.scores.shipped import definition_of
from core.values.truth import Truth
from core.wording.responses import ResponseWords
from tests.core.responses.visits_of import CHILD, DAY0, ON, VISIT, chart_of
from tests.sample_screenings import catalogue


@pytest.mark.parametrize("instrument", INSTRUMENTS, ids=lambda each: each.score)
def test_it_is_a_score_and_a_concept_of_somebodys_disease(instrument: Instrument) -> None:
    definition, concept = definition_of(instrument.score), catalogue().concepts[instrument.score]
    assert definition.family is Family.RESPONSE
    assert definition.finding is not None
    assert concept.kind in (Kind.SCORE, Kind.CLASSIFICATION)
    assert concept.diseases
    assert instrument.key in catalogue().concepts


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("instrument", INSTRUMENTS, ids=lambda each: each.score)
def test_nothing_on_record_is_open_with_a_cause_for_each_part_and_words_for_it(
    instrument: Instrument, language: str
) -> None:
    visited = Visited.of(chart_of("diagnoses: [{is: jdm, since: 2023-05}]", head=CHILD), catalogue(), ON)
    response = instrument.at(visited, baseline_of(DAY0), Contact.of_day(VISIT))
    assert response.truth is Truth.UNKNOWN
    assert all(part.truth is Truth.UNKNOWN and part.gaps for part in response.parts)
    words = ResponseWords(visited.chart, catalogue(), spoken(language))
    assert spoken(language).can_say(f"went-name-{instrument.score}")
    assert words.result(response) == words.say("nothing-recorded")
    names = [part.name for part in words.parts(response)]
    assert len(set(names)) == len(names)
    assert all(name and "_" not in name and part.why for name, part in zip(names, words.parts(response), strict=True))
