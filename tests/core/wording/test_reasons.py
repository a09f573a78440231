"""An unknown says what the record holds: the value, its date, the days asked for, and who can close it."""

from __future__ import annotations

import pytest

from core.language.phrases import LANGUAGES, Phrases
from core.screening.judgements import Verdict
from core.wording.reasons import reasons_of
from core.wording.who import who_words
from tests.core.wording.small_file import judged

LVEF = "require: lvef >= 50 % within 28 days"
ROWS = [
    (LVEF, "", "Left ventricular ejection fraction: not recorded"),
    (
        LVEF,
        "lvef: {value: 62 %, date: 2026-03-02}\n",
        (
            "Left ventricular ejection fraction (62 %, 2 Mar 2026): too old; asked for: "
            "within 28 days before the decision day (25 Oct 2026 to 22 Nov 2026)"
        ),
    ),
    (
        "require: dlco >= 40 %",
        "dlco: {value: 48 %, date: 2026-03-02}\n",
        (
            "DLCO, % predicted (48 %, 2 Mar 2026): too old; asked for: not older than 3 months, "
            "assumed from the catalogue as the file names no window (22 Aug 2026 to 22 Nov 2026)"
        ),
    ),
    (
        "require: lvef >= 50 % from 60 days to 30 days before screening",
        "lvef: {value: 62 %, date: 2026-11-20}\n",
        (
            "Left ventricular ejection fraction (62 %, 20 Nov 2026): of other days than asked for: "
            "from 60 days to 30 days before screening (23 Sep 2026 to 23 Oct 2026)"
        ),
    ),
    (LVEF, "lvef: {value: 62 %}\n", "Left ventricular ejection fraction (62 %): undated"),
    (
        LVEF,
        "lvef: {absent: not done, date: 2026-11-20}\n",
        "Left ventricular ejection fraction (20 Nov 2026): not done",
    ),
    (
        LVEF,
        "lvef: {value: 62 %, date: 2026-10}\n",
        "Left ventricular ejection fraction (62 %, Oct 2026): date not exact enough",
    ),
    (
        LVEF,
        'lvef: {value: ">45 %", date: 2026-11-20}\n',
        "Left ventricular ejection fraction (>45 %, 20 Nov 2026): date or value not exact enough",
    ),
    (
        LVEF,
        "lvef:\n  - {value: 62 %, date: 2026-11-20}\n  - {value: 42 %, date: 2026-11-20}\n",
        "Left ventricular ejection fraction (62 %, 20 Nov 2026; 42 %, 20 Nov 2026): two entries of one time disagree",
    ),
    (
        "require: hiv is negative within 28 days",
        "hiv: {value: borderline, date: 2026-11-20}\n",
        "HIV (borderline, 20 Nov 2026): result neither positive nor negative",
    ),
    (
        "require: alt <= 3 x ULN within 28 days",
        "alt: {value: 88 U/L, date: 2026-11-20}\n",
        "ALT (88 U/L, 20 Nov 2026): the laboratory's own limit is not recorded",
    ),
    ("require: fit is yes", "", "to judge: Is the patient fit? (investigator)"),
    ("require: stays is yes", "", "to ask: Does the patient stay near? (patient)"),
    (
        "require: fit is yes",
        "answers: {fit: {answer: yes, by: Dr Example, date: 2026-09-20}}\n",
        "to judge again: Is the patient fit? (answered: yes, 20 Sep 2026, Dr Example; an answer stands for 28 days)",
    ),
    ("require: lot is yes", "", "ask the site: Lot in stock"),
    ("not_public: the list of drugs", "", "not public: the list of drugs"),
    (
        "require: failed mycophenolate_mofetil",
        (
            "treatments:\n  - {drug: mycophenolate_mofetil, from: 2024-03-01, to: 2025-05-01}\n"
            "treatments_complete: {since: 1990-02-11, as_of: 2026-11-20}\n"
        ),
        "Mycophenolate mofetil or mycophenolic acid (1 Mar 2024 to 1 May 2025): outcome not recorded",
    ),
]


@pytest.mark.parametrize(("criterion", "patient", "words"), ROWS)
def test_a_reason_shows_what_is_there(criterion: str, patient: str, words: str) -> None:
    """What the record holds stands beside why it is not enough."""
    told = judged(criterion, patient)
    assert told.judgement.verdict is Verdict.UNKNOWN
    reasons = reasons_of(told.judgement, told.screening, told.scope, Phrases("en"))
    assert [reason.text for reason in reasons] == [words]


CLEARED = "exclude_if: received car_t_cells"
LISTS = [
    ("", "CAR-T cells: not confirmed absent; the list is not complete for the time asked for"),
    (
        "treatments_complete: {since: 1990-02-11, as_of: 2026-05-30}\n",
        (
            "CAR-T cells: not confirmed absent (List of treatments: complete from 11 Feb 1990 to 30 May 2026 only; "
            "it stands 14 days longer)"
        ),
    ),
    (
        "never: [{of: car_t_cells, as_of: 2026-05-30}]\n",
        "CAR-T cells: absent as of 30 May 2026 only; this stands 14 days longer",
    ),
]


@pytest.mark.parametrize(("patient", "words"), LISTS)
def test_a_list_says_how_far_it_reaches(patient: str, words: str) -> None:
    """A list confirmed in May clears nothing in November, and the words say why."""
    told = judged(CLEARED, patient, section="exclusion")
    reasons = reasons_of(told.judgement, told.screening, told.scope, Phrases("en"))
    assert [reason.text for reason in reasons] == [words]


def test_a_whole_list_is_asked_for_as_one() -> None:
    """A count of treatments asks for the list, not for every drug of a class."""
    told = judged("require: failed any of (azathioprine, methotrexate)")
    (reason,) = reasons_of(told.judgement, told.screening, told.scope, Phrases("en"))
    assert reason.text == "List of treatments: not confirmed complete for the time asked for"


def test_the_reason_names_the_entries_it_shows() -> None:
    """A paper that prints the reasons does not print those entries again."""
    told = judged(LVEF, "lvef: {value: 62 %, date: 2026-03-02}\n")
    (reason,) = reasons_of(told.judgement, told.screening, told.scope, Phrases("en"))
    assert reason.refs == told.judgement.outcome.evidence


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("criterion", "patient"), [row[:2] for row in ROWS])
def test_every_reason_has_words_and_somebody_to_ask(language: str, criterion: str, patient: str) -> None:
    """In every language each reason is a whole sentence, and somebody can close it."""
    told = judged(criterion, patient)
    phrases = Phrases(language)
    assert all(reason.text for reason in reasons_of(told.judgement, told.screening, told.scope, phrases))
    assert who_words(told.judgement, told.scope, phrases)


WHO = [
    ("require: fit is yes", "investigator"),
    ("require: stays is yes", "patient"),
    ("require: lot is yes", "site"),
    ("not_public: the list of drugs", "not public"),
    ("require: failed any of (azathioprine, methotrexate)", "record"),
]


@pytest.mark.parametrize(("criterion", "who"), WHO)
def test_who_provides_what_is_missing(criterion: str, who: str) -> None:
    """A judgement, an answer, a fact of the site, a text and a list each have somebody."""
    told = judged(criterion)
    assert who_words(told.judgement, told.scope, Phrases("en")) == who


def test_how_a_result_is_obtained_is_what_the_catalogue_says() -> None:
    """An echocardiogram is asked of whoever makes it."""
    told = judged(LVEF)
    concept = told.scope.catalogue.concept("lvef")
    assert concept is not None
    assert who_words(told.judgement, told.scope, Phrases("de")) == concept.obtained_by["de"]
