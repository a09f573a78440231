"""Tables whose rows are records: a patient, a visit, a value; only rows of the patient at hand, absences as such."""

from __future__ import annotations

from datetime import date

import pytest

from core.entry.desk.desk import Desk
from core.entry.paste.line import PastedLine, State
from core.entry.paste.pasting import Pasting
from core.entry.paste.redcap import is_dictionary, with_dictionary
from core.entry.statement import Plain, Statement
from tests.core.entry.paste.handed_over import desk, said, why

WHO = {"number": "S-7", "name": "Erfundene Person", "birth_date": "2010-03-14"}


def whose(**changes: str) -> Desk:
    """Return the desk of the patient at hand."""
    told = {**WHO, **changes}
    return desk([Statement.of(section, text) for section, text in told.items() if text])


def lines(text: str, of: Desk | None = None) -> list[PastedLine]:
    return list(Pasting(text, of or whose(), source="table.csv").lines)


def values(text: str, of: Desk | None = None) -> list[tuple[str, Plain, str]]:
    """Return what would be recorded by itself: concept, value, day."""
    found: list[tuple[str, Plain, str]] = []
    pasting = Pasting(text, of or whose())
    for line in pasting.ticked:
        assert line.concept is not None
        assert isinstance(line.content, dict)
        found.append((line.concept.id, line.content["value"], line.day))
    return found


VISITS = """Patient ID;Visit date;Creatinine [umol/L];CRP (mg/L);HBsAg;Kommentar
S-7;2026-11-01;88;5,5;negative;unauffällig
S-7;2026-10-01;91;n.d.;NA;
S-8;2026-11-01;300;99;positive;
"""


def test_one_row_a_visit() -> None:
    assert values(VISITS) == [
        ("creatinine", "88 umol/L", "2026-11-01"),
        ("crp", "5.5 mg/L", "2026-11-01"),
        ("hbsag", "negative", "2026-11-01"),
        ("creatinine", "91 umol/L", "2026-10-01"),
        ("hbsag", "unknown", "2026-10-01"),
    ]
    asked = [line for line in lines(VISITS) if line.state is State.WHICH_VALUE]
    assert [line.options for line in asked] == [("not done", "not detected")]
    assert {phrase for line in lines(VISITS) for phrase in why(line)} >= {"paste-whose", "paste-other-rows"}
    assert "300" not in "".join(line.raw for line in lines(VISITS))


def test_one_row_a_value_of_several_patients() -> None:
    text = "Patient,Test,Result,Unit,Date\nS-8,Creatinine,300,umol/L,2026-11-01\nS-7,Creatinine,88,umol/L,2026-11-01\n"
    assert values(text) == [("creatinine", "88 umol/L", "2026-11-01")]


def test_one_row_a_patient_has_its_day_asked() -> None:
    (_, *found) = lines("MRN\tCreatinine [umol/L]\tCK [U/L]\nS-7\t88\t300\n")
    assert [line.state for line in found] == [State.WHICH_DAY] * 2


@pytest.mark.parametrize(
    ("row", "changes", "is_theirs"),
    [
        ("S-7,Other Name,1999-01-01", {}, True),
        ("s-7 ,,", {}, True),
        (",Person Erfundene,2010-03-14", {}, True),
        (",Erfundene Person,14.03.2010", {}, True),
        ("S-8,Erfundene Person,2010-03-14", {}, False),
        (",Erfundene Person,2010-03-15", {}, False),
        (",Erfundene Person,", {}, False),
        (",Erfunden Person,2010-03-14", {}, False),
        ("S-7,,", {"number": ""}, False),
        ("S-77,,", {}, False),
        (",Erfundene Person,2010-03-14", {"birth_date": "2010-03"}, False),
    ],
)
def test_a_row_is_of_the_patient_or_of_somebody_else(row: str, changes: dict[str, str], is_theirs: bool) -> None:
    text = f"Patient ID,Patient name,Date of birth,Date,Creatinine [umol/L],CK [U/L]\n{row},2026-11-01,88,300\n"
    found = lines(text, whose(**changes))
    assert any(line.concept is not None for line in found) == is_theirs
    assert is_theirs or "paste-nobody" in [phrase for line in found for phrase in why(line)]


def test_a_birth_date_that_contradicts_the_number_ticks_nothing() -> None:
    text = "Patient ID,DOB,Date,Creatinine [umol/L],CK [U/L]\nS-7,1999-01-01,2026-11-01,88,300\n"
    pasting = Pasting(text, whose())
    assert pasting.born_otherwise
    assert not pasting.ticked


@pytest.mark.parametrize(
    ("cell", "value"),
    [("NA", "unknown"), ("n/a", "unknown"), ("unknown", "unknown"), ("k.A.", "unknown"), ("nicht erhoben", "not done"),
     ("?", "unknown"), ("missing", "unknown"), ("not done", "not done")],
)  # fmt: skip
def test_what_is_not_given_is_an_absence(cell: str, value: str) -> None:
    text = f"Date\tCreatinine [umol/L]\tCK [U/L]\n2026-11-01\t{cell}\t300\n"
    assert values(text)[0] == ("creatinine", value, "2026-11-01")


def test_a_formula_is_no_value() -> None:
    found = lines("Date\tCreatinine [umol/L]\tCK [U/L]\n2026-11-01\t=A1*2\t300\n")
    assert [why(line) for line in found if line.concept is None] == [["import-formula"]]


def test_a_column_is_asked_about_once_and_its_answer_holds_for_all_rows() -> None:
    text = "Date\tUrat XY [mg/dl]\tCreatinine [umol/L]\tCK [U/L]\n2026-11-01\t5,1\t88\t300\n2026-10-01\t6,2\t90\t200\n"
    pasting = Pasting(text, whose())
    asked = [line for line in pasting.lines if line.state is State.NOT_KNOWN]
    assert len(asked) == 2
    chosen = pasting.with_concept(
        asked[0].key, "uric_acid" if "uric_acid" in pasting.desk.catalogue.concepts else "crp"
    )
    assert not [line for line in chosen.lines if line.state is State.NOT_KNOWN]


def test_taken_in_twice_changes_nothing() -> None:
    once = Pasting(VISITS, whose())
    told = [change.statement for _, change in once.changes if change.statement is not None]
    again = Pasting(VISITS, desk([*(Statement.of(name, text) for name, text in WHO.items()), *told]))
    assert told
    assert not again.changes


DICTIONARY = """field_name,form_name,field_type,field_label,select_choices_or_calculations,field_note
record_id,a,text,"Record ID",,
visit,a,text,"Visit date",,
krea,a,text,"<b>Creatinine</b>",,umol/L
hbs,a,radio,"HBsAg","1, positive | 0, negative | 9, borderline",
ck,a,text,"CK [U/L]",,
"""
EXPORT = """record_id,redcap_event_name,visit,krea,hbs,ck,a_complete
S-7,baseline_arm_1,2026-11-01,88,0,300,2
S-7,month_1_arm_1,2026-10-01,UNK,1,NASK,2
S-8,baseline_arm_1,2026-11-01,300,1,9,2
"""


def test_an_export_of_redcap_in_the_words_of_its_dictionary() -> None:
    assert is_dictionary(DICTIONARY)
    assert not is_dictionary(EXPORT)
    assert values(with_dictionary(EXPORT, DICTIONARY)) == [
        ("creatinine", "88 umol/L", "2026-11-01"),
        ("hbsag", "negative", "2026-11-01"),
        ("ck", "300 U/L", "2026-11-01"),
        ("creatinine", "unknown", "2026-10-01"),
        ("hbsag", "positive", "2026-10-01"),
        ("ck", "not asked", "2026-10-01"),
    ]


def test_what_is_a_print_of_one_patient_stays_one() -> None:
    text = "Test;Result;Unit\nCreatinine;88;umol/L\nCK;300;U/L"
    pasting = Pasting(text, whose()).of_day(date(2026, 11, 1).isoformat())
    assert [said(line)["value"] for line in pasting.ticked] == ["88 umol/L", "300 U/L"]
