"""What published histories say is typed as it is said, in a patient file and in a field, in either language."""

from __future__ import annotations

from datetime import date

import pytest

from core.chart import values
from core.chart.reading.whole import read_patient
from core.chart.values import Absence, Coded, Measured
from core.entry.charting import chart_of, tree_of
from core.entry.patient_file import file_of, statements_of
from core.entry.statement import Statement
from core.entry.typed import Refused, Typing, Understood, read_typed
from core.entry.typed.cells import read_cell, read_row
from core.source_text.reading import read_text
from core.source_text.tree import Mapping
from tests.sample_screenings import catalogue

HEAD = "format: 1\nid: x\nname: X\nbirth_date: 1990-02-11\nsex: female\n"
TODAY = date(2026, 11, 22)


def recorded(concept: str, value: str) -> str:
    """Return what a patient file with this value holds."""
    text = f'{HEAD}{concept}: {{value: "{value}", date: 2026-11-20}}\n'
    chart, problems = read_patient(text.encode(), "x.yaml", catalogue())
    assert chart is not None, problems
    (finding,) = (each for each in chart.findings if each.concept != "sex")
    match finding.value:
        case Coded(codes):
            return " ".join(sorted(codes))
        case values.TestResult() as found:
            return found.word or str(found.quantity)
        case Measured(quantity):
            return str(quantity)
        case Absence() as absence:
            return absence.value
        case _:
            raise AssertionError(finding)


def typed(concept: str, text: str, language: str) -> str:
    """Return what a field says, as the file that it makes is read."""
    known = catalogue().concept(concept)
    assert known is not None
    read = read_typed(text, known, Typing(language, TODAY, unit=known.units[0].name if known.units else ""))
    assert isinstance(read, Understood), read
    assert isinstance(read.content, dict)
    return recorded(concept, str(read.content["value"]))


VALUES = [
    ("ckd_stage", "CKD 3", "G3"),
    ("ckd_stage", "CKD 3a", "G3a"),
    ("ckd_stage", "Stadium 4", "G4"),
    ("ckd_stage", "stage 5", "G5"),
    ("treatment_country", "Norway", "NO"),
    ("treatment_country", "Norwegen", "NO"),
    ("treatment_country", "Thailand", "TH"),
    ("treatment_country", "Ägypten", "EG"),
    ("treatment_country", "Elfenbeinküste", "CI"),
    ("treatment_country", "Neuseeland", "NZ"),
    ("anti_car_antibodies", "positive", "positive"),
    ("anti_car_t_cells", "negative", "negative"),
    ("hla_antibodies", "positive", "positive"),
    ("donor_specific_antibodies", "negative", "negative"),
    ("car_t_cells_detected", "negative", "negative"),
    ("tanner_stage", "3", "stage_3"),
]


@pytest.mark.parametrize(("concept", "text", "means"), VALUES)
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_word_of_a_history_is_the_value(concept: str, text: str, means: str, language: str) -> None:
    """In the file and in the field."""
    assert recorded(concept, text) == means
    assert typed(concept, text, language) == means


NUMBERS = [
    ("cortisol", "400 nmol/L"),
    ("fsh", "5 IU/L"),
    ("amh", "2 ng/mL"),
    ("testosterone", "15 nmol/L"),
    ("vitamin_d", "75 nmol/L"),
    ("magnesium", "0.8 mmol/L"),
    ("phosphate", "1.1 mmol/L"),
    ("kl_6", "500 U/mL"),
    ("bone_density_t_score", "-2.5"),
    ("tetanus_igg", "1.2 IU/mL"),
    ("pneumococcal_igg", "positive"),
    ("car_t_cells_in_blood", "10 /uL"),
    ("lines_of_therapy", "4"),
    ("lines_of_therapy", ">=2"),
]


@pytest.mark.parametrize(("concept", "text"), NUMBERS)
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_result_that_the_plan_asks_for_is_typed(concept: str, text: str, language: str) -> None:
    """Titres, hormones, vitamins, minerals, persistence: the field makes what the file says."""
    assert typed(concept, text, language) == recorded(concept, text)


@pytest.mark.parametrize("text", ["CKD", "CKD 6", "CKD 3c", "renal insufficiency"])
def test_a_stage_that_is_none_is_asked_back(text: str) -> None:
    """No stage is guessed."""
    known = catalogue().concept("ckd_stage")
    assert known is not None
    assert isinstance(read_typed(text, known, Typing("en", TODAY)), Refused)
    entry = f'{HEAD}ckd_stage: {{value: "{text}", date: 2026-11-20}}\n'
    assert read_patient(entry.encode(), "x.yaml", catalogue())[0] is None


DRUGS = [
    ("Avacopan", "avacopan"),
    ("ATG", "antithymocyte_globulin"),
    ("Thalidomid", "thalidomide"),
    ("thalidomide", "thalidomide"),
    ("Lenalidomid", "lenalidomide"),
    ("Sulfasalazin", "sulfasalazine"),
    ("Dapson", "dapsone"),
    ("Colchicin", "colchicine"),
    ("Mycophenolat", "mycophenolate_mofetil"),
    ("CD19 CAR-T", "cd19_car_t_cells"),
    ("CD19-CAR-T-Zellen", "cd19_car_t_cells"),
    ("BCMA CAR-T cells", "bcma_car_t_cells"),
    ("CD19/BCMA CAR-T cells", "cd19_bcma_car_t_cells"),
    ("CD19/BCMA-CAR-T-Zellen", "cd19_bcma_car_t_cells"),
    ("tisagenlecleucel", "cd19_car_t_cells"),
    ("CAR-T", "car_t_cells"),
]


@pytest.mark.parametrize(("name", "drug"), DRUGS)
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_drug_is_found_by_its_name(name: str, drug: str, language: str) -> None:
    """English and German names, in the file and in the cell; the target of CAR-T cells is part of the name."""
    text = f"{HEAD}treatments: [{{drug: {name}, from: 2024-02-01, to: 2024-02-01}}]\n"
    chart, problems = read_patient(text.encode(), "x.yaml", catalogue())
    assert chart is not None, problems
    assert [course.drug for course in chart.courses] == [drug]
    cell = read_cell("treatments", "drug", name, catalogue(), Typing(language, TODAY))
    assert isinstance(cell, Understood), cell
    assert cell.content == drug


LINES = "lines_of_therapy: {value: '%s', date: 2026-01-10}\ntreatments_complete: {as_of: 2026-01-10}\n%s"
TWO = "treatments: [{drug: azathioprine, from: 2020, to: 2021}, {drug: methotrexate, from: 2022, to: 2023}]\n"


@pytest.mark.parametrize(
    ("number", "courses", "codes"),
    [("2", TWO, []), ("1", TWO, []), ("<=4", TWO, []), ("3", TWO, ["lines-missing"]), (">=2", "", ["lines-missing"])],
)
def test_more_lines_than_a_complete_list_holds_are_warned_of(number: str, courses: str, codes: list[str]) -> None:
    """The chart is made all the same, and nothing in it is changed."""
    chart, problems = read_patient((HEAD + LINES % (number, courses)).encode(), "x", catalogue())
    assert chart is not None
    assert [problem.code for problem in problems] == codes
    assert len(chart.complete) == 1


EPISODES = [("diagnoses", "rash"), ("diagnoses", "Hautausschlag"), ("diagnoses", "fever"), ("diagnoses", "Fieber"),
    ("diagnoses", "Proteinurie"), ("events", "CAR-T failure"), ("diagnoses", "Lupusnephritis"),
    ("events", "Schlaganfall")]  # fmt: skip
MEANT = ("rash", "rash", "fever", "fever", "proteinuria", "cell_therapy_failure", "lupus_nephritis", "stroke")


@pytest.mark.parametrize(("section", "name", "means"), [(*each, m) for each, m in zip(EPISODES, MEANT, strict=True)])
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_sign_or_event_is_found_by_its_name(section: str, name: str, means: str, language: str) -> None:
    key = "is" if section == "diagnoses" else "event"
    chart, problems = read_patient(f"{HEAD}{section}: [{{{key}: {name}, date: 2026-01}}]\n".encode(), "x", catalogue())
    assert chart is not None, problems
    assert [episode.concept for episode in chart.episodes] == [means]
    cell = read_cell(section, key, name, catalogue(), Typing(language, TODAY))
    assert isinstance(cell, Understood), cell
    assert cell.content == means


@pytest.mark.parametrize("text", ["class: IIIA", "class: Klasse III-A", "class: III (A)"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_class_and_its_suffix_are_one_word(text: str, language: str) -> None:
    """The field of the biopsy makes both."""
    concept = catalogue().concept("renal_biopsy")
    assert concept is not None
    read = read_typed(text, concept, Typing(language, TODAY))
    assert isinstance(read, Understood), read
    assert read.content == {"class": ["III"], "activity_suffix": "A"}


@pytest.mark.parametrize("text", ["class: VA", "class: IIIB", "class: IIIA; activity_suffix: C", "class: IIIA, IVC"])
def test_what_is_no_class_or_contradicts_itself_is_asked_back(text: str) -> None:
    """A suffix stands behind III and IV alone, and one report has one."""
    concept = catalogue().concept("renal_biopsy")
    assert concept is not None
    assert isinstance(read_typed(text, concept, Typing("en", TODAY)), Refused)


def test_why_cells_failed_is_told_with_the_product() -> None:
    """One event: the product, and the cause that was found."""
    entry = "events: [{event: cell_therapy_failure, date: 2025-01, substance: CD19 CAR-T, cause: antigen loss}]\n"
    chart, problems = read_patient(f"{HEAD}{entry}".encode(), "x", catalogue())
    assert chart is not None, problems
    (event,) = chart.episodes
    assert event.fields["substance"] == Coded(frozenset({"cd19_car_t_cells"}))
    assert event.fields["failure_cause"] == Coded(frozenset({"antigen_loss"}))


def test_what_is_given_and_planned_survives_the_record() -> None:
    """A file becomes statements and a file again, with the same chart."""
    text = f"""{HEAD}treatments: [{{drug: fludarabine, from: 2026-01-30, to: 2026-02-01}}]
infusion: {{date: 2026-02-04, cells: 1e6 /kg, lymphodepletion: [fludarabine]}}
planned: {{infusion: 2027-02-04, treatments: {{mycophenolate_mofetil: day 35, prednisone: month 3}}}}
"""
    chart, problems = read_patient(text.encode(), "x", catalogue())
    assert chart is not None, problems
    tree, _ = read_text(text.encode(), "x")
    assert isinstance(tree, Mapping)
    again = chart_of("x", list(enumerate(statements_of(tree))), catalogue())
    assert again.problems == {}
    assert again.chart.infusion == chart.infusion
    assert again.chart.planned == chart.planned
    assert again.chart.planned_treatments == chart.planned_treatments
    written = tree_of(file_of("x", statements_of(tree)), 1)
    assert isinstance(written, Mapping)
    assert statements_of(written) == statements_of(tree)


@pytest.mark.parametrize(
    ("language", "substance", "cause"),
    [
        ("en", "CD19 CAR-T cells", "loss of the target antigen"),
        ("de", "CD19-CAR-T-Zellen", "Verlust des Zielantigens"),
        ("de", "tisagenlecleucel", "antigen loss"),
    ],
)
def test_why_cells_failed_is_typed_in_a_row(language: str, substance: str, cause: str) -> None:
    cells = {"event": "cell_therapy_failure", "date": "1/2025", "substance": substance, "failure_cause": cause}
    content = read_row("events", cells, catalogue(), Typing(language, TODAY)).content
    assert content is not None
    chart = chart_of("x", [(0, Statement.of("events", content))], catalogue())
    assert chart.problems == {}
    assert chart.chart.episodes[0].fields == {
        "substance": Coded(frozenset({"cd19_car_t_cells"})),
        "failure_cause": Coded(frozenset({"antigen_loss"})),
    }


def test_a_cause_that_is_none_is_asked_back() -> None:
    """Nothing is recorded that the file would refuse."""
    cell = read_cell("events", "failure_cause", "bad luck", catalogue(), Typing("en", TODAY))
    assert isinstance(cell, Refused)
