"""What clinicians type: a table of texts and what they say, in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept, Kind
from core.catalogue.reading import load_catalogue
from core.chart.words import LEVELS
from core.entry.charting import chart_of
from core.entry.statement import Plain, Statement
from core.entry.typed import (
    Empty,
    Refused,
    TwoReadings,
    Typed,
    Typing,
    Understood,
    read_birth_date,
    read_typed,
    read_typed_date,
    typed_text,
)
from core.values.partial_date import PartialDate

TODAY = date(2026, 11, 22)


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


def typing(language: str = "en", unit: str = "", on: str = "") -> Typing:
    return Typing(language, TODAY, PartialDate.on(date(1990, 2, 11)), on, unit)


def concept(name: str) -> Concept:
    found = catalogue().concept(name)
    assert found is not None
    return found


def said(typed: Typed) -> str:
    """The outcome in one line, for the tables below."""
    match typed:
        case Understood(content=content):
            if isinstance(content, dict):
                return " ".join(f"{key}={shown(value)}" for key, value in sorted(content.items(), key=order))
            return shown(content)
        case TwoReadings(offers=offers):
            return "? " + " | ".join(offer.text for offer in offers)
        case Refused(reason=reason, offers=offers):
            return f"! {reason.id}" + "".join(f" | {offer.text}" for offer in offers)
        case Empty():
            return ""


def order(pair: tuple[str, Plain]) -> int:
    return ("value", "uln", "lln", "method", "date").index(pair[0])


def shown(value: Plain) -> str:
    return "+".join(map(shown, value)) if isinstance(value, list) else str(value)


VALUES = [
    # numbers, units, signs
    ("creatinine", "en", "88 umol/L", "value=88 umol/L"),
    ("creatinine", "en", "88 µmol/L", "value=88 umol/L"),
    ("creatinine", "en", "88 μmol/l", "value=88 umol/L"),
    ("creatinine", "en", "88µmol/L", "value=88 umol/L"),
    ("creatinine", "en", "  88   umol / L ", "value=88 umol/L"),
    ("creatinine", "en", "0.8 mg/dl", "value=0.8 mg/dL"),
    ("creatinine", "de", "0,8 mg/dl", "value=0.8 mg/dL"),
    ("creatinine", "de", "0.8 mg/dL", "value=0.8 mg/dL"),
    ("creatinine", "en", "0.80 mg/dL", "value=0.80 mg/dL"),
    ("creatinine", "en", "<0.5 mg/dL", "value=<0.5 mg/dL"),
    ("creatinine", "en", "≤ 0.5 mg/dL", "value=<=0.5 mg/dL"),
    ("creatinine", "en", ">1.2 mg/dL", "value=>1.2 mg/dL"),
    ("creatinine", "en", "88", "? 88 µmol/L | 88 mg/L"),
    ("creatinine", "en", "88 parsec", "! entry-unknown-unit"),
    ("creatinine", "en", "88 mg/dL", "! entry-impossible"),
    ("creatinine", "en", "-1 mg/dL", "! entry-impossible"),
    ("creatinine", "en", "abc", "! entry-no-number"),
    ("creatinine", "en", "1.2.3 mg/dL", "! entry-no-number"),
    # one separator and exactly three digits: never guessed
    ("platelets", "en", "1,500 /uL", "? 1.5 /µL | 1500 /µL"),
    ("platelets", "de", "180.000 /µL", "? 180000 /µL | 180 /µL"),
    ("platelets", "en", "180,000 /uL uln 400,000 /uL", "? 180000 /µL ULN 400000 /µL | 180 /µL ULN 400 /µL"),
    ("platelets", "en", "1,234,567 /uL", "value=1234567 /uL"),
    ("platelets", "en", "180 G/l", "value=180 G/L"),
    ("platelets", "en", "180 10⁹/L", "value=180 10^9/L"),
    ("platelets", "en", "180 x10^9/L", "value=180 10^9/L"),
    # behind the value
    ("alt", "en", "34 U/L uln 35", "value=34 U/L uln=35 U/L"),
    ("alt", "en", "34 U/L ULN: 35 U/L @ 3/2024", "value=34 U/L uln=35 U/L date=2024-03"),
    ("alt", "en", "34 U/L @ 20 Nov 2026 uln 35", "value=34 U/L uln=35 U/L date=2026-11-20"),
    ("alt", "de", "34 U/l @ vor 6 Wochen", "value=34 U/L date=2026-10"),
    ("alt", "en", "34 U/L @ 03/04/2026", "? 34 U/L @ 3 Apr 2026 | 34 U/L @ 4 Mar 2026"),
    ("alt", "en", "34 U/L @ someday", "! entry-no-date"),
    ("lvef", "en", "60 %", "value=60 %"),
    ("lvef", "en", "60", "value=60 %"),
    ("lvef", "en", "60 % echo 2d", "value=60 % method=echo_2d"),
    ("spo2", "en", "9.8", "! entry-impossible | 98 %"),
    # a measurement whose number is not at hand
    ("ck", "en", "raised", "value=raised"),
    ("ck", "en", "High", "value=raised"),
    ("ck", "de", "erhöht", "value=raised"),
    ("ck", "de", "erhöht OGN 170 U/l @ 3/2024", "value=raised uln=170 U/L date=2024-03"),
    ("igg", "de", "erniedrigt", "value=low"),
    ("igg", "en", "reduced", "value=low"),
    ("igg", "en", "normal", "value=normal"),
    ("sledai_2k", "en", "high", "! entry-no-number"),
    ("ana_titre", "en", "raised", "! entry-no-titre"),
    # nothing can be recorded of a day that has not been yet
    ("creatinine", "de", "0,8 mg/dL @ 20.11.2027", "! entry-after-today"),
    ("sledai_2k", "en", "14 @ 23 Nov 2026", "! entry-after-today"),
    ("sledai_2k", "en", "14 @ 11/2026", "value=14 date=2026-11"),
    ("sle_diagnosis", "en", "2030", "! entry-after-today"),
    # titres
    ("ana_titre", "en", "1:640", "value=1:640"),
    ("ana_titre", "en", "640", "value=1:640"),
    ("ana_titre", "en", "<1:80", "value=<1:80"),
    ("ana_titre", "en", "1/640", "! entry-no-titre | 1:640"),
    # tests
    ("hbsag", "en", "neg", "value=negative"),
    ("hbsag", "en", "-", "value=negative"),
    ("hbsag", "de", "nicht reaktiv", "value=negative"),
    ("hbsag", "de", "positiv", "value=positive"),
    ("hbsag", "en", "maybe", "! entry-no-word"),
    ("anti_dsdna", "en", "88 IU/mL uln 30", "value=88 IU/mL uln=30 IU/mL"),
    # words
    ("leukapheresis_feasible", "en", "y", "value=yes"),
    ("leukapheresis_feasible", "de", "nein", "value=no"),
    ("leukapheresis_feasible", "en", "perhaps", "! entry-no-word"),
    ("leukapheresis_feasible", "en", "not done", "value=not done"),
    ("leukapheresis_feasible", "de", "unbekannt", "value=unknown"),
    ("hbsag", "en", "declined", "value=declined"),
    ("hbsag", "de", "entfällt", "value=not applicable"),
    # scores and landmarks
    ("sledai_2k", "en", "14", "value=14"),
    ("sledai_2k", "en", "14 points", "! entry-left-over"),
    ("sle_diagnosis", "en", "3/2014", "value=2014-03"),
    ("sle_diagnosis", "en", "2014", "value=2014"),
    ("sle_diagnosis", "en", "since 20 Nov 2014", "value=2014-11-20"),
    ("sle_diagnosis", "de", "am 20.11.2014", "value=2014-11-20"),
    ("sle_diagnosis", "de", "seit 2014 @ 3/2024", "value=2014 date=2024-03"),
    ("sle_diagnosis", "en", "1980", "! entry-before-birth"),
    ("sle_diagnosis", "en", "", ""),
]


@pytest.mark.parametrize(("name", "language", "text", "meant"), VALUES, ids=[f"{row[0]}: {row[2]}" for row in VALUES])
def test_a_value_says_what_was_meant(name: str, language: str, text: str, meant: str) -> None:
    assert said(read_typed(text, concept(name), typing(language))) == meant


DATES = [
    ("20 Nov 2026", "2026-11-20"),
    ("20. Nov 2026", "2026-11-20"),
    ("Nov 20, 2026", "2026-11-20"),
    ("20.11.2026", "2026-11-20"),
    ("3.4.2026", "2026-04-03"),
    ("2026-11-20", "2026-11-20"),
    ("20/11/2026", "2026-11-20"),
    ("11/20/2026", "2026-11-20"),
    ("03/04/2026", "? 3 Apr 2026 | 4 Mar 2026"),
    ("03-04-2026", "? 3 Apr 2026 | 4 Mar 2026"),
    ("04/04/2026", "2026-04-04"),
    ("3/2024", "2024-03"),
    ("03.2024", "2024-03"),
    ("März 2024", "2024-03"),
    ("Dez. 2024", "2024-12"),
    ("2023", "2023"),
    ("today", "2026-11-22"),
    ("heute", "2026-11-22"),
    ("yesterday", "2026-11-21"),
    ("3 days ago", "2026-11-19"),
    ("vor 3 Tagen", "2026-11-19"),
    ("6 wk ago", "2026-10"),
    ("6w", "2026-10"),
    ("3 months ago", "2026-08"),
    ("vor 2 Jahren", "2024"),
    ("20.11.26", "2026-11-20"),
    ("31.02.2026", "! entry-no-date"),
    ("13/2024", "! entry-no-date"),
    ("soon", "! entry-no-date"),
    ("1980", "! entry-before-birth"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "meant"), DATES)
def test_a_date_says_what_was_meant(text: str, meant: str) -> None:
    assert said(read_typed_date(text, typing())) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("11.2.1990", "1990-02-11"),
        ("1990", "1990"),
        ("2026", "2026"),
        ("22.11.2026", "2026-11-22"),
        ("23.11.2026", "! entry-born-after-today"),
        ("11.2.2090", "! entry-born-after-today"),
        ("2030", "! entry-born-after-today"),
    ],
)
def test_nobody_is_born_after_today(text: str, meant: str) -> None:
    assert said(read_birth_date(text, Typing("de", TODAY))) == meant


def test_today_is_not_the_day_of_evaluation_where_both_are_known() -> None:
    ahead = replace(typing(), evaluation_on=date(2027, 3, 1), today=TODAY)
    assert said(read_typed("14 @ 1 Dec 2026", concept("sledai_2k"), ahead)) == "! entry-after-today"
    assert said(read_typed("14", concept("sledai_2k"), replace(ahead, on="2027-03-01"))) == "! entry-after-today"
    back = replace(typing(), evaluation_on=date(2026, 1, 1), today=TODAY)
    assert said(read_typed("14 @ 1 Nov 2026", concept("sledai_2k"), back)) == "value=14 date=2026-11-01"


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("word", sorted(LEVELS))
def test_a_level_reads_back_by_its_word(word: str, language: str) -> None:
    each = concept("ck")
    typed = read_typed(typed_text({"value": word}, each, language), each, typing(language))
    assert isinstance(typed, Understood)
    assert typed.content == {"value": word}


def test_the_unit_that_is_shown_counts() -> None:
    assert said(read_typed("88", concept("creatinine"), typing(unit="umol/L"))) == "value=88 umol/L"


def test_the_other_unit_stands_beside() -> None:
    typed = read_typed("88 umol/L", concept("creatinine"), typing())
    assert isinstance(typed, Understood)
    assert [dict(phrase.arguments) for phrase in typed.beside] == [{"value": "0.995 mg/dL"}]


def test_an_unusual_value_is_doubted_and_kept() -> None:
    typed = read_typed("20 mg/dL", concept("creatinine"), typing())
    assert isinstance(typed, Understood)
    assert typed.content == {"value": "20 mg/dL"}
    assert [doubt.reason.id for doubt in typed.doubts] == ["entry-unusual"]


def test_the_day_of_entry_is_that_of_the_value() -> None:
    assert said(read_typed("60 %", concept("lvef"), typing(on="2026-11-20"))) == "value=60 % date=2026-11-20"


TYPED_KINDS = (Kind.NUMBER, Kind.TITRE, Kind.TEST, Kind.YES_NO, Kind.CODE, Kind.CODES, Kind.DATE, Kind.SCORE)
CONCEPTS = sorted(
    name for name, each in load_catalogue().concepts.items() if each.kind in TYPED_KINDS and not each.members
)


@given(st.sampled_from(CONCEPTS), st.text(max_size=30), st.sampled_from(("en", "de")))
def test_every_text_has_an_answer_and_what_is_understood_can_be_stated(name: str, text: str, language: str) -> None:
    typed = read_typed(text, concept(name), typing(language))
    if isinstance(typed, Understood):
        check_stated(name, typed.content)


def check_stated(name: str, content: Plain) -> None:
    charting = chart_of("x", [("this", Statement.of(name, content))], catalogue())
    assert not [problem for problem in charting.problems.get("this", ()) if problem.is_error]


numbers = st.decimals(min_value=0, max_value=999, places=2, allow_nan=False, allow_infinity=False)


@given(st.sampled_from(CONCEPTS), numbers, st.integers(0, 3), st.sampled_from(("en", "de")), st.booleans())
def test_what_is_shown_reads_back_as_itself(
    name: str, number: object, unit: int, language: str, is_limited: bool
) -> None:
    each = concept(name)
    units = [known.name for known in each.units] or [""]
    text = f"{'<' if is_limited else ''}{number} {units[unit % len(units)]}"
    typed = read_typed(text, each, typing(language))
    if isinstance(typed, Understood):
        check_stated(name, typed.content)
        again = read_typed(typed_text(typed.content, each, language), each, typing(language))
        assert isinstance(again, Understood)
        assert again.content == typed.content


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(
    "name",
    [
        each
        for each in CONCEPTS
        if load_catalogue().concepts[each].codes and load_catalogue().concepts[each].kind is not Kind.SCORE
    ],
)
def test_every_code_reads_back_by_its_label(name: str, language: str) -> None:
    each = concept(name)
    for code in each.codes:
        content: Plain = {"value": [code.id] if each.kind is Kind.CODES else code.id}
        typed = read_typed(typed_text(content, each, language), each, typing(language))
        assert isinstance(typed, Understood), (code.id, typed)
        assert typed.content == content
