"""Windows that were assumed alike are said once; nothing that was assumed is lost."""

from __future__ import annotations

import pytest

from core.engine.judgement.outcome import Assumption, AssumptionKind
from core.language.phrases import Phrases
from core.values.truth import Truth
from core.wording.causes import assumed_together, assumption_sentence, cause_sentence
from tests.core.wording.small_file import judged

WINDOW, ANCHOR = AssumptionKind.DEFAULT_WINDOW, AssumptionKind.ANCHOR


def test_one_sentence_for_one_length_and_source() -> None:
    """Two laboratory values of 28 days are one sentence, one of 3 months is another."""
    scope = judged("require: age >= 18 years").scope
    assumed = [
        Assumption(WINDOW, "alt", "28 days"),
        Assumption(WINDOW, "ast", "28 days"),
        Assumption(WINDOW, "alt", "28 days"),
        Assumption(WINDOW, "lvef", "3 months"),
        Assumption(ANCHOR, "infusion", "2026-12-10"),
    ]
    said = [assumption_sentence(each, scope, Phrases("en")) for each in assumed_together(assumed, scope)]
    assert len(said) == 3
    assert said[0] == "infusion on 10 Dec 2026"
    assert said[1].startswith("ALT, AST: window not published, 28 days assumed (")
    assert said[2].startswith("Left ventricular ejection fraction: window not published, 3 months assumed (")


def test_an_interval_is_said_with_the_source_of_its_route() -> None:
    """The injection's week has a source of its own; the drug's where the assumption names no route."""
    scope = judged("require: age >= 18 years").scope
    interval = AssumptionKind.DOSING_INTERVAL
    injected = assumption_sentence(Assumption(interval, "belimumab", "1 week, subcutaneous"), scope, Phrases("en"))
    assert injected == (
        "Belimumab: 1 week after the last dose counted as treatment "
        "(Benlysta, US prescribing information 6/2025: once weekly)"
    )
    plain = assumption_sentence(Assumption(interval, "belimumab", "4 weeks"), scope, Phrases("de"))
    assert plain == (
        "Belimumab: 4 Wochen nach der letzten Gabe als behandelt gezählt (aus dem Gedächtnis: „infusion every 4 weeks“)"
    )


THERAPY = "require: {therapy: {at_least: 1, of: [belimumab], counted_if: [no_response], each_for: at least 12 weeks}}"


@pytest.mark.parametrize(
    ("course", "sentences"),
    [
        ("route: subcutaneous, from: 2020-01-10, to: 2020-03-27", ["Belimumab: 1 week after the last dose"]),
        ("route: intravenous, from: 2020-01-10, to: 2020-03-20", ["Belimumab: 4 weeks after the last dose"]),
        ("from: 2020-01-10, to: 2020-03-27", ["Belimumab: 1 week after the last dose"]),
        ("route: subcutaneous, from: 2020-01-10, to: 2020-06-20", []),
    ],
)
def test_a_count_that_rests_on_an_interval_says_which(course: str, sentences: list[str]) -> None:
    """With its source; a course that is long enough by itself rests on none."""
    treatments = f"treatments: [{{drug: belimumab, {course}, outcome: no_response}}]\n"
    one = judged(THERAPY, treatments)
    assert one.judgement.outcome.truth is Truth.TRUE
    found = [
        assumption_sentence(each, one.scope, Phrases("en"))
        for each in one.judgement.assumed
        if each.kind is AssumptionKind.DOSING_INTERVAL
    ]
    assert [sentence.partition(" counted as treatment (")[0] for sentence in found] == sentences
    assert all("Benlysta" in sentence or "memory" in sentence for sentence in found)


def test_a_count_that_the_route_decides_asks_for_the_route() -> None:
    """Infused it would be long enough, injected not: never a pass by the longer interval."""
    treatments = "treatments: [{drug: belimumab, from: 2020-01-10, to: 2020-03-20, outcome: no_response}]\n"
    one = judged(THERAPY, treatments)
    assert one.judgement.outcome.truth is Truth.UNKNOWN
    asked = [cause_sentence(each, one.scope, Phrases("en")) for each in one.judgement.open_gaps]
    assert "Belimumab: route not recorded" in asked
