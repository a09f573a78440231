"""The headline of a file: later points that fail stand in it, a file that takes nobody says so before all else."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from core.documents.eligibility_report import ReportOptions, report_document
from core.documents.text import render_text
from core.exchange.answer import screening_answer
from core.language.dates import format_date
from core.language.phrases import LANGUAGES, Phrases, spoken
from core.screening.asking import next_questions
from core.screening.conclusions import Word
from core.screening.ranking import best_first
from core.screening.recruitment import Taking
from core.wording.causes import point_word
from core.wording.conclusions import in_the_way
from core.wording.headline import headline_line
from core.wording.listing import file_row
from tests.core.wording.headed_file import CRITERIA, NO_HIV, ON, Headed, headed
from tests.sample_screenings import catalogue, pairs

RITUXIMAB = "{drug: rituximab, from: 2026-11-08, to: 2026-11-08}"
BELIMUMAB = "{drug: belimumab, from: 2026-01-01, to: 2026-10-20}"
PREDNISONE = (
    "{drug: prednisone, from: 2026-01-01, to: ongoing, route: oral,"
    " doses: [{dose: 60 mg/day, from: 2026-01-01, to: ongoing}]}"
)
CAR_T = "{drug: car_t_cells, from: 2024-01-01, to: 2024-01-01}"
PARTIAL = {"completeness": "partial", "missing": "[the rest]"}
OPTIONS = ReportOptions("2026-11-22T09:41", "Kriterion 1.0.0")
ALL_PASS = ("way-nothing", "report-nothing-in-the-way")


def line(told: Headed, language: str = "en") -> str:
    return headline_line(told.screening, told.scope, spoken(language))


def report(told: Headed, language: str = "en") -> str:
    document = report_document(told.screening, told.compiled, spoken(language), OPTIONS)
    return " ".join(render_text(document).replace("│", " ").split())


LATER = [
    ((), "eligible"),
    ((RITUXIMAB,), "eligible at screening; leukapheresis not before 9 May 2027 (Rituximab)"),
    ((BELIMUMAB,), "eligible at screening; enrolment not before 12 Jan 2027 (Belimumab)"),
    ((PREDNISONE,), "eligible at screening; leukapheresis fails, treatable (Prednisone)"),
    (
        (BELIMUMAB, RITUXIMAB),
        (
            "eligible at screening; enrolment not before 12 Jan 2027 (Belimumab);"
            " leukapheresis not before 9 May 2027 (Rituximab)"
        ),
    ),
    ((RITUXIMAB, PREDNISONE), "eligible at screening; leukapheresis fails, treatable (Prednisone)"),
    ((CAR_T,), "not eligible"),
    ((RITUXIMAB, CAR_T), "not eligible"),
]


@pytest.mark.parametrize(("courses", "expected"), LATER)
def test_a_later_point_that_fails_stands_in_the_headline(courses: tuple[str, ...], expected: str) -> None:
    """With its day, or that no day ends it, and the fact; a failure that nothing cures decides at once."""
    assert line(headed(*courses)) == expected


def test_in_german() -> None:
    assert line(headed(RITUXIMAB), "de") == "geeignet bei Screening; Leukapherese nicht vor dem 9. Mai 2027 (Rituximab)"


def test_a_file_that_is_possible_names_it_too() -> None:
    told = headed(RITUXIMAB, head=PARTIAL)
    assert line(told) == "possible: confirm with the site; leukapheresis not before 9 May 2027 (Rituximab)"


def test_a_drug_to_be_stopped_is_named() -> None:
    taken = "{drug: rituximab, from: 2026-10-01, to: ongoing}"
    expected = "eligible at screening; leukapheresis not before 23 May 2027 if Rituximab is stopped today"
    assert line(headed(taken)) == expected


def test_behind_enrolment_the_next_points_speak() -> None:
    """The headline is that of the next open point; what is behind the patient is no later point."""
    enrolled = f"{NO_HIV}planned: {{enrolment: 2026-11-10}}\n"
    expected = "eligible at leukapheresis; infusion fails, repeatable"
    assert line(headed(BELIMUMAB, more=enrolled)) == "eligible"
    assert line(headed(more=enrolled.replace("negative", "positive"))) == expected


def test_a_confidential_fact_is_not_named_in_a_headline() -> None:
    told = headed(more="hiv: {value: positive, date: 2026-11-18}\n")
    assert line(told) == "eligible at screening; infusion fails, repeatable"


def test_what_fails_at_screening_and_later_is_told_once() -> None:
    """The same criterion at two points, the second no later: one day is enough."""
    criteria = CRITERIA.replace("at: leukapheresis\n", "at: [screening, leukapheresis]\n")
    told = headed(RITUXIMAB, criteria=criteria.replace("before leukapheresis", "before screening"))
    assert line(told) == "not yet: screening not before 9 May 2027"


def all_pass(language: str) -> tuple[str, ...]:
    return tuple(spoken(language).say(phrase).casefold() for phrase in ALL_PASS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("courses", [(RITUXIMAB,), (BELIMUMAB,), (PREDNISONE,), (BELIMUMAB, RITUXIMAB)])
def test_nothing_says_that_all_passes(courses: tuple[str, ...], language: str) -> None:
    """Neither list, report nor what stands in the way; the report has a row for what fails later."""
    told = headed(*courses)
    way = in_the_way(told.screening.best, told.screening.rule_file, told.scope, spoken(language))
    row = file_row(told.screening, told.compiled, spoken(language))
    whole = report(told, language)
    for text in all_pass(language):
        assert text not in f"{way} {row.spoken} {whole}".casefold()
    for point in told.screening.best.later_in_the_way:
        where = point_word(point, spoken(language))
        assert where in row.rest
        assert spoken(language).say("report-at-point", point=where) in whole


def test_where_nothing_fails_later_it_is_said_as_before() -> None:
    told = headed()
    assert all_pass("en")[0] in file_row(told.screening, told.compiled, spoken("en")).spoken


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sample_names_its_later_points(language: str) -> None:
    """In the row, the report and the answer, of every file that ships."""
    phrases, seen = Phrases(language), 0
    for screening, compiled in pairs():
        later = screening.best.later_in_the_way
        row = file_row(screening, compiled, phrases)
        assert screening_answer(screening, compiled, phrases)["later_in_the_way"] == list(later)
        for point, conclusion in later.items():
            seen += 1
            assert conclusion.fails
            assert point_word(point, phrases) in row.rest
            if conclusion.not_before is not None:
                assert format_date(conclusion.not_before, language) in row.rest
            assert phrases.say("way-nothing") not in row.way
    assert seen


# --- files that take nobody

STATES = [
    ({"state": "closed"}, Taking.CLOSED, "closed", "geschlossen"),
    ({"state": "withdrawn"}, Taking.WITHDRAWN, "withdrawn", "zurückgezogen"),
    ({"state": "closed", "recruitment": "{status: recruiting, seen: 2026-11-01}"}, Taking.CLOSED, "closed", "geschlos"),
    (
        {"recruitment": "{status: active not recruiting, seen: 2026-11-01}"},
        Taking.NOT_RECRUITING,
        "active, not recruiting",
        "laufend, Rekrutierung beendet",
    ),
    (
        {"recruitment": '{status: "Active, not recruiting", seen: 2026-11-01}'},
        Taking.NOT_RECRUITING,
        "active, not recruiting",
        "laufend, Rekrutierung beendet",
    ),
    (
        {"recruitment": "{status: ACTIVE_NOT_RECRUITING, seen: 2026-11-01}"},
        Taking.NOT_RECRUITING,
        "active, not recruiting",
        "laufend, Rekrutierung beendet",
    ),
    (
        {"recruitment": "{status: not yet recruiting, seen: 2026-11-01}"},
        Taking.NOT_RECRUITING,
        "not yet recruiting",
        "rekrutiert noch nicht",
    ),
    ({"recruitment": "{status: suspended, seen: 2026-11-01}"}, Taking.NOT_RECRUITING, "suspended", "ausgesetzt"),
    ({"recruitment": "{status: completed, seen: 2026-11-01}"}, Taking.CLOSED, "completed", "abgeschlossen"),
    ({"recruitment": "{status: terminated, seen: 2026-11-01}"}, Taking.CLOSED, "terminated", "abgebrochen"),
    ({"recruitment": "{status: withdrawn, seen: 2026-11-01}"}, Taking.WITHDRAWN, "withdrawn", "zurückgezogen"),
]
OPEN = [
    {},
    {"recruitment": "{status: unknown, seen: 2026-11-01}"},
    {"recruitment": "{status: published series of eight children, seen: 2026-11-01}"},
    {"state": "draft"},
    {"fictional": "yes", "recruitment": "{status: fictional, seen: 2020-01-01}"},
]


@pytest.mark.parametrize("full", [{}, PARTIAL], ids=["full", "partial"])
@pytest.mark.parametrize(("head", "taking", "english", "german"), STATES)
def test_a_file_that_takes_nobody_says_so_first(
    head: dict[str, str], taking: Taking, english: str, german: str, full: dict[str, str]
) -> None:
    """Judged as before; line, row, report and answer begin with the state, and none counts it as possible."""
    told = headed(RITUXIMAB, head={**head, **full})
    plain = headed(RITUXIMAB, head=full)
    assert told.screening.recruitment.taking is taking
    assert told.screening.conclusion.word is plain.screening.conclusion.word
    assert line(told) == f"{english}; by its criteria {line(plain)}"
    assert line(told, "de").startswith(german)
    row = file_row(told.screening, told.compiled, spoken("en"))
    assert (row.tone, row.sign, row.word) == ("neutral", "–", english)
    assert f"– {line(told)[:1].upper()}{line(told)[1:]}"[:40] in report(told)
    answered = screening_answer(told.screening, told.compiled, spoken("en"))
    assert answered["conclusion"] == taking.value
    assert answered["by_criteria"] == plain.screening.conclusion.word.value


@pytest.mark.parametrize("head", OPEN)
def test_what_says_nothing_of_it_is_open(head: dict[str, str]) -> None:
    told = headed(head=head)
    assert told.screening.takes_patients
    assert line(told) == "eligible"
    assert screening_answer(told.screening, told.compiled, spoken("en"))["conclusion"] == "eligible"


def test_a_trial_that_only_does_not_recruit_keeps_what_is_no_promise() -> None:
    """Not eligible stays not eligible; of a file that is closed the state is the answer."""
    for head, word in (({"recruitment": STATES[3][0]["recruitment"]}, "not eligible"), ({"state": "closed"}, "closed")):
        told = headed(CAR_T, head=head)
        answered = screening_answer(told.screening, told.compiled, spoken("en"))
        assert (answered["conclusion"], answered["by_criteria"]) == (word, "not eligible")


def test_they_stand_below_the_open_ones_and_ask_nothing() -> None:
    """Even one that would be eligible stands below one that is not."""
    closed, lost = headed(head={"state": "closed"}).screening, headed(CAR_T).screening
    asking = headed(more="").screening
    closed_asking = headed(more="", head={"state": "closed"}).screening
    assert best_first((closed, lost, closed_asking)) == (lost, closed, closed_asking)
    assert next_questions((closed_asking,), catalogue()) == ()
    assert next_questions((asking, closed_asking), catalogue()) == next_questions((asking,), catalogue())


# --- how old the registry's word is


@pytest.mark.parametrize(
    ("seen", "is_old"),
    [
        ((ON - timedelta(days=90)).isoformat(), False),
        ((ON - timedelta(days=91)).isoformat(), True),
        (ON.isoformat(), False),
        ((ON + timedelta(days=5)).isoformat(), False),
        ("2026-09", False),
        ("2026-08", True),
        ("2026", True),
        ("unknown", True),
    ],
)
def test_a_status_read_more_than_ninety_days_ago_says_so(seen: str, is_old: bool) -> None:
    told = headed(head={"recruitment": f"{{status: recruiting, seen: {seen}}}"})
    row = file_row(told.screening, told.compiled, spoken("en"))
    assert told.screening.recruitment.is_old is is_old
    assert ("more than 90 days ago" in row.below) is is_old
    assert ("more than 90 days ago" in report(told)) is is_old


def test_a_status_without_a_day_says_that() -> None:
    told = headed(head={"recruitment": "{status: recruiting}"})
    assert "nobody wrote when that was read" in file_row(told.screening, told.compiled, spoken("en")).below


def test_the_day_counts_from_the_evaluation_date() -> None:
    told = headed(on=date(2026, 11, 20), head={"recruitment": "{status: recruiting, seen: 2026-08-22}"})
    assert not told.screening.recruitment.is_old


# --- what a file lacks

PROGRAMME = {"kind": "programme", **PARTIAL}
ONLY = 'inclusion:\n  - {id: age, text: Adult, require: "age >= 18 years", source: page}\n'

HALF_PUBLIC = """\
  - id: active
    text: Active
    require: {all: ["sledai_2k >= 8 within 28 days", {not_public: more}]}
    source: page
"""


@pytest.mark.parametrize(
    ("criteria", "lacks"),
    [
        (ONLY, "no criterion on activity, earlier treatment"),
        (
            'inclusion:\n  - {id: active, text: A, require: "sledai_2k >= 8 within 28 days", source: page}\n',
            "no criterion on age, earlier treatment",
        ),
        (
            f"{ONLY}{HALF_PUBLIC}",
            "no criterion on earlier treatment; criterion on activity not settled",
        ),
    ],
)
def test_a_file_that_holds_too_little_names_what_it_lacks(criteria: str, lacks: str) -> None:
    told = headed(criteria=criteria, head=PARTIAL)
    assert told.screening.conclusion.word is Word.UNDECIDED
    way = in_the_way(told.screening.best, told.screening.rule_file, told.scope, spoken("en"))
    assert f"the file holds too little to say more: {lacks}" in way


def test_a_disease_that_is_not_known_is_named() -> None:
    """Beside what the file lacks; with a disease on record nothing is said of it."""
    known, unknown = headed(), headed(diagnosis="")
    assert unknown.screening.conclusion.word is Word.UNDECIDED
    for told, is_named in ((known, False), (unknown, True)):
        assert ("the file holds too little to say more: disease not known" in report(told)) is is_named


# --- programmes


def test_a_programme_outside_its_limits_stands_with_the_board() -> None:
    """Its own sign and tone, beside the one within limits and above what is undecided."""
    outside, within = headed(birth="1950-02-11", head=PROGRAMME), headed(head=PROGRAMME)
    open_one = headed(criteria=ONLY, head=PARTIAL)
    assert outside.screening.conclusion.word is Word.OUTSIDE_LIMITS
    row = file_row(outside.screening, outside.compiled, spoken("en"))
    assert (row.tone, row.sign) == ("board", "◇")
    screenings = (open_one.screening, outside.screening, within.screening)
    assert best_first(screenings) == (within.screening, outside.screening, open_one.screening)


def test_a_programme_names_a_later_point_too() -> None:
    expected = (
        "for the board: within usual limits at screening;"
        " leukapheresis fails, for the board: outside usual limits (Rituximab)"
    )
    assert line(headed(RITUXIMAB, head=PROGRAMME)) == expected


@pytest.mark.parametrize("fact", ["pregnant", "breast_feeding"])
@pytest.mark.parametrize(
    ("language", "word"), [("en", "temporary: Child"), ("de", "vorübergehend: „Child“")], ids=["en", "de"]
)
@pytest.mark.parametrize("point", ["screening", "infusion"])
def test_what_ends_of_itself_is_neither_fixed_nor_dated(fact: str, language: str, word: str, point: str) -> None:
    """A pregnancy ends, on a day nobody knows; at a later point it counts at once, since it will still be there."""
    criterion = f"  - {{id: child, text: Child, at: {point}, exclude_if: {fact} is yes, source: page}}\n"
    told = headed(more=f"{fact}: {{value: yes, date: 2026-11-21}}\n", criteria=f"{CRITERIA}{criterion}")
    assert told.screening.best.headline.word is Word.NOT_ELIGIBLE
    assert word in " ".join(
        in_the_way(told.screening.best, told.compiled.checked.rule_file, told.scope, spoken(language))
    )


def test_a_failed_course_is_not_said_to_have_no_outcome() -> None:
    """What is asked for is the way in which it failed."""
    criteria = (
        f"{CRITERIA.partition('exclusion:')[0]}"
        "  - {id: lost, text: Lost, require: {therapy: {counted_if: [lost_response], at_least: 1, of: [azathioprine]}},"
        " source: page}\n"
    )
    course = "{drug: azathioprine, from: 2016-01-01, to: 2017-01-01, outcome: failed}"
    told = report(headed(course, criteria=criteria))
    assert "failed, in which way is not recorded" in told
    assert "outcome not recorded" not in told
