"""The letter says what the record says, and nothing it does not."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from core.chart import values
from core.chart.chart import Chart
from core.chart.entries import Episode
from core.criteria.scope import Scope
from core.discovery import resource_path
from core.documents.pdf import render_pdf
from core.documents.referral_letter import Consent, LetterOptions, every_block, letter_document
from core.documents.referral_letter.telling import LetterTelling
from core.documents.referral_letter.template import lists_told, read_template
from core.documents.text import render_text
from core.language.phrases import Phrases
from core.screening.screening import screen
from core.use_cases.make_paper import template_text
from tests.core.documents.words_of_papers import words_of
from tests.sample_screenings import catalogue, patients, rules, screening_of

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
    return words_of(document)


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
    text = letter("03", replace(PLAIN, parts=frozenset({"introduction"})))
    assert "Treatments so far" not in text
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
    assert text.count("Guardian ") == len(["mother", "father"])
    assert "Assent" in text
    assert "majority" in text
    assert "Participant" in letter("02", PLAIN)


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
            "rekrutiert zurzeit nicht: laufend, Rekrutierung",
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


SAMPLES = tuple(each.chart.id.removeprefix("sample-") for each in patients() if each.chart is not None)
CONFIDENTIAL = frozenset(each.id for each in catalogue().concepts.values() if each.is_confidential)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("sample", SAMPLES)
def test_whatever_is_on_record_stands_in_the_letter(sample: str, language: str) -> None:
    """Every finding, diagnosis, event and course; what is confidential where it is ticked, and only there."""
    shown, plain = chart(sample), letter(sample, PLAIN, language)
    text = letter(sample, replace(PLAIN, confidential=CONFIDENTIAL), language)
    names = [each.concept for each in shown.findings if ":" not in each.ref]
    names += [each.concept for each in shown.episodes if ":" not in each.ref]
    for name in dict.fromkeys(names):
        label = catalogue().concepts[name].label[language]
        assert label.split(",")[0].split("(")[0].strip() in text or label.split()[0] in text, name
    for course in shown.courses:
        for phrase in (course.outcome and f"outcome-{course.outcome}", course.route and f"letter-route-{course.route}"):
            assert not phrase or phrases(language).say(phrase).split()[0] in text
    for name in {each.concept for each in shown.findings} & CONFIDENTIAL:
        words = catalogue().concepts[name].label[language]
        assert f"{words} " not in plain.replace("/", " "), name


def test_what_is_confidential_and_not_ticked_is_said() -> None:
    assert "Infections: discussed separately." in letter("02", PLAIN)
    assert "Pregnancy and contraception: discussed separately." in letter("02", PLAIN)
    ticked = letter("02", replace(PLAIN, confidential=CONFIDENTIAL))
    assert "discussed separately" not in ticked


def test_nobody_says_that_there_is_none_of_what_is_withheld() -> None:
    hidden = replace(chart("02"), episodes=(*chart("02").episodes, Episode("diagnoses/9", "depression", None)))
    template, _ = read_template("", "letter", catalogue())
    assert template is not None
    text = words_of(letter_document(hidden, None, template, Scope(catalogue()), phrases("en"), PLAIN))
    assert "Nervous system: discussed separately." in text
    assert "No signs on record: Nervous system" not in text
    assert "epress" not in text


@pytest.mark.parametrize(("language", "words"), [("en", "not recorded"), ("de", "nicht dokumentiert")])
def test_what_is_not_recorded_is_said_where_its_block_is_ticked(language: str, words: str) -> None:
    """Of a patient of whom next to nothing is known no block is silent, and none says that there is none."""
    empty = replace(Chart("sample-empty", is_synthetic=True), name="Sample patient", number="S-1")
    template, _ = read_template("", "letter", catalogue())
    assert template is not None
    for block in every_block():
        chosen = replace(PLAIN, parts=frozenset({block.id}))
        document = letter_document(empty, None, template, Scope(catalogue()), phrases(language), chosen)
        text = words_of(document)
        if not block.is_bare:
            assert phrases(language).say(block.phrase) in text
            assert words in text.lower() or "____" in text
        assert phrases(language).say("letter-none-on-record") not in text


def test_a_patient_who_was_infused_is_no_candidate() -> None:
    text = letter("07", PLAIN)
    assert "After treatment with CD19 CAR-T cells" in text
    assert "Day 0 4 Feb 2026" in text
    assert "Referral for CD19 CAR-T" not in text
    assert "Day 0" not in letter("06", PLAIN)


def test_every_infusion_is_told_with_all_that_is_on_record_of_it() -> None:
    last = chart("07").infusions[-1]
    first = replace(
        last, on=date(2025, 1, 7), batch="B-17", centre="Synthetic centre", indication="trial", permit="X-1"
    )
    given = replace(chart("07"), infusions=(first, last))
    template, _ = read_template("", "letter", catalogue())
    assert template is not None
    for language, ground in (("en", "Given by in a trial"), ("de", "in einer Studie")):
        alone = replace(PLAIN, parts=frozenset({"infusion"}))
        document = letter_document(given, None, template, Scope(catalogue()), phrases(language), alone)
        text = words_of(document)
        assert text.index("Feb") < text.index("2025"), "the last one first"
        for words in ("Batch B-17" if language == "en" else "B-17", "Synthetic centre", "X-1", ground):
            assert words in text, words


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ("unrelated donor", "maintenance")), ("de", ("nicht verwandte Spende", "Erhaltung"))],
)
def test_whose_cells_and_what_a_course_is_for_are_told(language: str, words: tuple[str, ...]) -> None:
    known = chart("07")
    infusions = tuple(replace(each, product="allogeneic", donor="unrelated") for each in known.infusions)
    first, *others = known.courses
    given = replace(known, infusions=infusions, courses=(replace(first, purpose="maintenance"), *others))
    template, _ = read_template("", "letter", catalogue())
    assert template is not None
    both = replace(PLAIN, parts=frozenset({"infusion", "therapies"}))
    text = words_of(letter_document(given, None, template, Scope(catalogue()), phrases(language), both))
    assert all(each in text for each in words)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Nothing is recorded, nor any of"), ("de", "Nichts dokumentiert")]
)
def test_of_an_empty_block_it_is_said_once(language: str, words: str) -> None:
    """A block without anything said "not recorded", and below it what else is not."""
    template = template_text(language)
    text = letter("13", replace(PLAIN, template=template), language)
    assert words in text
    none = phrases(language).say("letter-block-not-recorded")
    for block in every_block():
        if block.wants:
            assert f"{phrases(language).say(block.phrase)} {none}" not in " ".join(text.split())


def test_a_grade_is_called_by_its_scale() -> None:
    """Cytokine release is graded by ASTCT, an infection by CTCAE."""
    assert "ASTCT grade: 1" in letter("07", PLAIN)
    assert "CTCAE grade: 3" in letter("14", PLAIN)
    for name in ("crs", "icans", "iec_hs_event", "icaht_event", "licats_event"):
        assert "CTCAE" not in catalogue().concepts[name].fields["grade"].label["en"]


@pytest.mark.parametrize(("sample", "block"), [("07", "diagnosis"), ("10", "diagnosis")])
def test_a_subtype_stands_with_the_diagnosis(sample: str, block: str) -> None:
    """It stood among the scores of activity."""
    only = replace(PLAIN, parts=frozenset({block}))
    label = {"07": "Subtype of myositis", "10": "Subset of systemic sclerosis"}[sample]
    assert label in letter(sample, only)


@pytest.mark.parametrize(
    ("sample", "words"),
    [("06", "das Kind, das Kind"), ("08", "die Patientin, die Patientin"), ("10", "der Patient, den Patienten")],
)
def test_german_calls_the_patient_as_physicians_do(sample: str, words: str) -> None:
    text = letter(sample, replace(PLAIN, template="{{patient}}, {{the.patient}}"), "de")
    assert words in text


def test_what_is_typed_stands_and_what_is_empty_is_a_line_to_fill() -> None:
    fields = [field for block in every_block() for field in block.typed]
    typed = {field.id: f"TYPED-{number}." for number, field in enumerate(fields)}
    filled, empty = letter("06", replace(PLAIN, typed=typed)), letter("06", PLAIN)
    for field in fields:
        assert typed[field.id] in filled
        assert (phrases("en").say(field.phrase) in empty) is field.is_asked
    assert empty.count("____") > filled.count("____")


def test_several_files_are_told() -> None:
    found = [screening_of("sample-06", each) for each in ("nct06569472", "hospital-exemption")]
    template, _ = read_template("", "letter", catalogue())
    assert template is not None
    scope = found[0][1].scopes[found[0][0].best.id]
    document = letter_document(chart("06"), found[0], template, scope, phrases("en"), PLAIN, (found[1],))
    text = render_text(document)
    for screening, _ in found:
        assert screening.rule_file.hash[:12] in text


def test_greeting_close_signer_and_addressee() -> None:
    told = letter("06", replace(PLAIN, recipient="CAR-T centre", greeting="Dear Dr Example,", signer="Dr Writer"))
    for words in ("CAR-T centre", "Dear Dr Example,", "Yours sincerely", "Dr Writer · signature, date"):
        assert words in told
    assert "Mit freundlichen Grüßen" in letter("06", PLAIN, "de")


ROWS_OF_THE_LETTER = [
    ("06", r"27,5 kg"),
    ("02", r"Influenza"),
    ("06", r"Leukapherese"),
    ("06", r"Fahrzeit"),
    ("02", r"Unverträglichkeit|unwirksam"),
    ("06", r"subkutan"),
    ("06", r"EULAR/ACR"),
    ("10", r"ACR/EULAR"),
    ("01", r"Dringlichkeit"),
    ("06", r"Sorgeberechtigte: Namen, Telefon"),
    ("08", r"die Patientin"),
    ("06", r"Aktuelle Krankheitsaktivität"),
    ("06", r"Bisherige Therapien"),
    ("06", r"sekundärer Wirkverlust"),
    ("06", r"partielles Ansprechen"),
    ("01", r"1,0, obere Grenze 1,2"),
]


@pytest.mark.parametrize(("sample", "pattern"), ROWS_OF_THE_LETTER)
def test_german_words_of_the_letter(sample: str, pattern: str) -> None:
    options = replace(PLAIN, template=template_text("de"))
    text = letter(sample, options, "de")
    assert re.search(pattern, text)
    assert re.search(r"S2|3926|Ärztliche (Erklärung|Stellungnahme)|Überweis|Erkrankung jetzt", text) is None
    assert re.search(r"\d\.\d+ ?(m?g|cm|%|µ)|umol|10\^|\bper\b|/day|\bratio\b", text) is None


def test_a_failure_that_rests_on_what_is_confidential_is_not_named() -> None:
    """Every criterion that fails stands in the letter by its name; that of a withheld finding would tell it."""
    compiled = rules().by_id("example-sle-cart-01")
    assert compiled is not None
    positive = values.TestResult("positive")
    found = tuple(replace(each, value=positive) if each.concept == "hiv" else each for each in chart("02").findings)
    patient = replace(chart("02"), findings=found)
    screening = screen(compiled, patient, date(2026, 11, 22))
    assert screening.best.headline.fails
    template, _ = read_template("", "letter", catalogue())
    assert template is not None
    scope = compiled.scopes[screening.best.id]

    def told(options: LetterOptions) -> str:
        return words_of(letter_document(patient, (screening, compiled), template, scope, phrases("en"), options))

    separately = "What stands in the way is discussed separately."
    assert separately in told(PLAIN)
    assert separately not in told(replace(PLAIN, confidential=CONFIDENTIAL))
    for word in ("hiv", "viral"):
        assert word not in told(PLAIN).casefold()
