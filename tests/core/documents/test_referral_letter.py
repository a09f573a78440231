"""The letter says what the record says, and nothing it does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from core.chart.chart import Chart
from core.chart.entries import Episode
from core.criteria.scope import Scope
from core.discovery import resource_path
from core.documents.pdf import render_pdf
from core.documents.referral_letter import Consent, LetterOptions, LetterPart, Statement, letter_document
from core.documents.referral_letter.telling import LetterTelling
from core.documents.referral_letter.template import lists_told, read_template
from core.documents.text import render_text
from core.language.phrases import Phrases
from core.screening.screening import screen
from tests.sample_screenings import catalogue, patients, rules

PRINTED_AT = "2026-11-22T09:41"
TEMPLATE = "Dear colleagues,\n\nI refer {{patient.name}} ({{patient.who}}): {{value creatinine}}; {{date infusion}}."


def chart(number: str) -> Chart:
    found = next(each.chart for each in patients() if each.chart is not None and each.chart.id == f"sample-{number}")
    assert found is not None
    return found


@cache
def phrases(language: str) -> Phrases:
    return Phrases(language)


PLAIN = LetterOptions(PRINTED_AT, "Kriterion", TEMPLATE)


def letter(sample: str, chosen: LetterOptions, language: str = "en") -> str:
    template, problems = read_template(chosen.template, "letter", catalogue())
    assert problems == ()
    assert template is not None
    document = letter_document(chart(sample), None, template, Scope(catalogue()), phrases(language), chosen)
    assert render_pdf(document) == render_pdf(document)
    return " ".join(render_text(document).split())  # lines break where they like


def test_macros_say_what_is_recorded_and_what_is_not() -> None:
    text = letter("03", PLAIN)
    assert "I refer Sample patient 03 (15 years, female): 88 µmol/L" in text
    assert "(not recorded)" in text


def test_outcome_words_come_from_the_courses() -> None:
    text = letter("03", replace(PLAIN, template="So far: {{treatments.outcomes}}."))
    assert "Tacrolimus: not assessable, not tolerated" in text
    assert "Cyclophosphamide: no response" in text
    assert "refractory" not in text


def test_every_course_is_in_the_table() -> None:
    for sample in ("02", "03", "06", "10"):
        text = letter(sample, PLAIN)
        for course in chart(sample).courses:
            label = (catalogue().drugs.get(course.drug) or catalogue().classes[course.drug]).label["en"]
            assert label.split()[0] in text


def test_only_ticked_blocks_stand() -> None:
    text = letter("03", replace(PLAIN, parts=frozenset({LetterPart.INTRODUCTION})))
    assert "Treatments, from the record" not in text
    assert "Consent" not in text


def test_confidential_findings_stand_only_when_ticked() -> None:
    confidential = [
        finding.concept
        for finding in chart("02").findings
        if (concept := catalogue().concept(finding.concept)) is not None and concept.is_confidential
    ]
    assert confidential
    label = catalogue().concepts["hiv"].label["en"]
    assert label not in letter("02", PLAIN)
    assert label in letter("02", replace(PLAIN, confidential=frozenset({"hiv"})))


def test_the_consent_of_a_minor_asks_both_guardians_and_the_child() -> None:
    text = letter("03", replace(PLAIN, consent=Consent(guardians=("A. Parent",), informed_by="Dr Example")))
    assert text.count("Guardian") == len(["mother", "father"])
    assert "Assent" in text
    assert "majority" in text
    assert "Participant" in letter("02", PLAIN)


@pytest.mark.parametrize("statement", Statement)
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_statement_invents_nothing(statement: Statement, language: str) -> None:
    text = letter("03", replace(PLAIN, statements=(statement,)), language)
    assert "____" in text


def test_the_result_is_that_of_the_screening() -> None:
    compiled = rules().by_id("nct06222853")
    assert compiled is not None
    screening = screen(compiled, chart("03"), date(2026, 11, 22))
    template, _ = read_template("{{file.title}}: {{result}}", "letter", catalogue())
    assert template is not None
    scope = compiled.scopes[screening.best.id]
    document = letter_document(chart("03"), (screening, compiled), template, scope, phrases("en"), PLAIN)
    assert screening.rule_file.hash[:12] in render_text(document)
    assert "rule file not reviewed" in render_text(document)


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_trial_that_takes_nobody_is_said_at_the_top(language: str) -> None:
    """Ahead of the letter's own words, with how old the registry's word is; and again in the result."""
    compiled = rules().by_id("nct06222853")
    assert compiled is not None
    screening = screen(compiled, chart("03"), date(2026, 11, 22))
    template, _ = read_template("Dear colleagues, {{result}}.", "letter", catalogue())
    assert template is not None
    scope = compiled.scopes[screening.best.id]
    document = letter_document(chart("03"), (screening, compiled), template, scope, phrases(language), PLAIN)
    top, _, rest = " ".join(render_text(document).split()).partition("Dear colleagues")
    nobody, old, state = {
        "en": ("takes no patients now: active, not recruiting", "more than 90 days ago", "active, not recruiting;"),
        "de": (
            "nimmt zurzeit niemanden auf: laufend, Rekrutierung",
            "vor mehr als 90 Tagen",
            "laufend, Rekrutierung beendet",
        ),
    }[language]
    assert nobody in top
    assert old in top
    assert state in rest


@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        ("a\n{{patient.nmae}}", (2, 1), "{{patient.name}}"),
        ("{{ value creatinin }}", (1, 1), "creatinine"),
        ("x {{date infuson}}", (1, 3), "infusion"),
        ("{{patient.name", (1, 1), "{{patient.name}}"),
        ("a }} b", (1, 3), "{{patient.name}}"),
    ],
)
def test_a_slip_in_a_template_is_named_at_its_place(text: str, place: tuple[int, int], hint: str) -> None:
    template, problems = read_template(text, "letter", catalogue())
    assert template is None
    assert [(each.span.line, each.span.column) for each in problems] == [place]
    assert hint in problems[0].hint


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_shipped_letters_have_no_slip(language: str) -> None:
    text = (resource_path("letters") / language / "referral.txt").read_text(encoding="utf-8")
    assert read_template(text, language, catalogue())[1] == ()


@pytest.mark.parametrize("name", ["<b>x</b>", "a<b", "<img src=file:///etc/passwd>", "Ł ≥ µ"])
def test_hostile_names_stand_as_they_are(name: str) -> None:
    template, _ = read_template("{{patient.name}}", "letter", catalogue())
    assert template is not None
    named = replace(chart("03"), name=name)
    document = letter_document(named, None, template, Scope(catalogue()), phrases("en"), PLAIN)
    assert name in render_text(document)
    assert render_pdf(document)


@pytest.mark.parametrize("section", lists_told())
def test_every_list_of_the_record_can_be_told_by_its_name(section: str) -> None:
    """What stands in it is told entry by entry; a list without any is said not to be recorded."""
    text = letter("03", replace(PLAIN, template=f"Told: {{{{{section}}}}}."))
    recorded = [each for each in chart("03").recorded if each.ref.startswith(f"{section}/")]
    told = text.partition("Told: ")[2]
    assert told
    assert told.startswith("(not recorded)") is not bool(recorded)


def test_a_list_tells_a_confidential_entry_only_where_it_was_ticked() -> None:
    hidden = Episode("diagnoses/9", "depression", None)
    shown = replace(chart("03"), episodes=(hidden, Episode("events/9", "psychosis", None)))
    for ticked, expected in ((frozenset[str](), ""), (frozenset({"psychosis"}), "Psychos")):
        telling = LetterTelling(shown, Scope(catalogue()), phrases("en"), date(2026, 11, 22), None, ticked)
        assert telling.listed("events").startswith(expected) is True
        assert bool(telling.listed("events")) is bool(expected)
        assert telling.listed("diagnoses") == ""
