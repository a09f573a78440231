"""A score asked item by item: one draft, one finding; what is open is never no, what is on record is never silent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.chart.entries import Finding
from core.chart.values import Absence, Coded, Scored
from core.entry.charting import chart_of
from core.entry.desk.desk import Desk
from core.entry.desk.fields import Field, Kept
from core.entry.desk.scoring.asking import Scoring, scoring_of
from core.entry.desk.scoring.deciding import deciding
from core.entry.desk.scoring.details import input_details
from core.entry.desk.scoring.lines import AskedRow, Heading, choices
from core.entry.desk.scoring.state import ScoreState, score_state
from core.entry.scoring.answers import answers_of_content
from core.entry.statement import Plain, Statement
from core.entry.typed import Refused, Understood
from core.language.phrases import spoken
from core.scores.definition import Kind
from core.scores.recording import NOT_EXAMINED, answer_of, stated
from core.scores.shipped import asked_for, definition_of, shipped_scores
from core.values.truth import Truth
from tests.core.entry.test_desk import NOW
from tests.sample_screenings import catalogue

TODAY = date(2026, 11, 22)
LANGUAGES = ("en", "de")
PANELS = tuple(sorted(each.concept for name in shipped_scores() if (each := definition_of(name).finding) is not None))
SLEDAI, SLE, SSC, CKS = "sledai_2k", "eular_acr_2019_sle", "acr_eular_2013_ssc", "printo_cid_jdm"


def desk(*statements: Statement, language: str = "en", entry_on: str = TODAY.isoformat()) -> Desk:
    kept = tuple(Kept(number, each, "x", NOW) for number, each in enumerate(statements, start=1))
    return Desk("x", catalogue(), language, TODAY, entry_on, kept)


def scoring(found: Desk, name: str) -> Scoring:
    made = scoring_of(found, Field(name), spoken(found.language))
    assert made is not None
    return made


def answering(found: Desk, name: str, answers: dict[str, str]) -> Desk:
    for asked, word in answers.items():
        made = scoring(found, name)
        kind = made.definition.inputs[asked].kind
        is_number = kind in (Kind.NUMBER, Kind.WHOLE) and word != NOT_EXAMINED
        text = made.typed(asked, word) if is_number else made.answered(asked, word)
        found = found.typed(Field(name).panel, text)
    return found


def state(found: Desk, name: str) -> ScoreState:
    return score_state(scoring(found, name))


def row(found: Desk, name: str, asked: str) -> AskedRow:
    return next(each for each in state(found, name).lines if isinstance(each, AskedRow) and each.id == asked)


def statement(found: Desk, name: str) -> Statement:
    draft = found.draft(Field(name).panel)
    assert draft is not None
    assert draft.statement is not None, draft.typed
    return draft.statement


def finding_of(found: Desk, name: str) -> Finding:
    charting = chart_of("x", [("this", statement(found, name))], catalogue())
    assert charting.problems == {}
    return charting.chart.findings[0]


def sledai(content: Plain) -> Statement:
    return Statement.of(SLEDAI, content)


# --- one draft, one finding


@given(st.sampled_from(PANELS), st.sampled_from(LANGUAGES), st.data())
def test_any_sequence_of_answers_is_one_finding_that_reads_back(name: str, language: str, data: st.DataObject) -> None:
    found, wanted = desk(language=language), dict[str, str]()
    definition = scoring(found, name).definition
    for _ in range(data.draw(st.integers(1, 15))):
        asked = data.draw(st.sampled_from(definition.asked))
        words = [each.word for each in choices(scoring(found, name), asked)]
        word = data.draw(st.sampled_from(["", *words]))
        wanted[asked.id] = word
        found = found.typed(Field(name).panel, scoring(found, name).answered(asked.id, word))
    told = {asked: word for asked, word in wanted.items() if word}
    assert dict(scoring(found, name).answers.given) == told
    if not told:
        assert found.draft(Field(name).panel) is None or statement_is_empty(found, name)
        return
    content = statement(found, name).plain
    concept = catalogue().concept(name)
    assert concept is not None
    back = answers_of_content(concept, content)
    assert back is not None
    assert dict(back.given) == told
    assert back.day == TODAY.isoformat()
    value = finding_of(found, name).value
    settled = stated(definition, answer_of(definition, told)).values
    if not settled and not concept.items and not concept.domains and not concept.fields:
        assert value is Absence.UNKNOWN
    assert state(found, name).title


def statement_is_empty(found: Desk, name: str) -> bool:
    draft = found.draft(Field(name).panel)
    return draft is not None and draft.statement is None


def test_nothing_is_recorded_by_leaving_anything_but_the_panel() -> None:
    found = answering(desk(), SLEDAI, {"haematuria": "yes"})
    assert found.left(Field(SLEDAI)) is None
    assert found.text(Field(SLEDAI)) == ""
    assert found.open_drafts == (Field(SLEDAI).panel,)
    change = found.left(Field(SLEDAI).panel)
    assert change is not None
    assert change.replaces is None


def test_what_is_on_record_of_the_day_is_corrected_and_of_another_day_stands() -> None:
    today = sledai({"items": {"arthritis": "yes", "others": "no"}, "value": "4", "date": "2026-11-22"})
    earlier = sledai({"items": {"rash": "yes", "others": "no"}, "value": "2", "date": "2026-10-01"})
    found = desk(earlier, today)
    assert scoring(found, SLEDAI).answers.given["arthritis"] == "yes"
    found = answering(found, SLEDAI, {"fever": "yes"})
    change = found.left(Field(SLEDAI).panel)
    assert change is not None
    assert change.replaces == 2
    found = found.typed(Field(SLEDAI).panel, scoring(found, SLEDAI).of_day("2026-10-01"))
    assert (found.left(Field(SLEDAI).panel) or change).replaces == 1
    found = found.typed(Field(SLEDAI).panel, scoring(found, SLEDAI).of_day("2026-10-02"))
    change = found.left(Field(SLEDAI).panel)
    assert change is not None
    assert change.replaces is None


def test_a_day_that_is_to_come_is_refused() -> None:
    found = answering(desk(), SLEDAI, {"fever": "yes"})
    draft = found.typed(Field(SLEDAI).panel, scoring(found, SLEDAI).of_day("2026-11-23")).draft(Field(SLEDAI).panel)
    assert draft is not None
    assert isinstance(draft.typed, Refused)


# --- missing is never no


def test_the_total_is_a_range_while_items_are_open_and_not_examined_is_not_no() -> None:
    found = answering(desk(), SLEDAI, {"haematuria": "yes", "visual_disturbance": NOT_EXAMINED})
    shown = state(found, SLEDAI)
    assert (shown.value, shown.rest) == ("4", "to 105")
    found = found.typed(Field(SLEDAI).panel, scoring(found, SLEDAI).rest_is_no())
    shown = state(found, SLEDAI)
    assert (shown.value, shown.rest, shown.record) == ("4", "to 12", "Record: 4 to 12")
    assert "1 of 24 not examined" in shown.open_words
    content = statement(found, SLEDAI).plain
    assert isinstance(content, dict)
    assert content["items"] == {"haematuria": "yes", "visual_disturbance": NOT_EXAMINED, "others": "no"}
    assert "value" not in content
    value = finding_of(found, SLEDAI).value
    assert isinstance(value, Scored)
    assert value.items["visual_disturbance"] is Truth.UNKNOWN
    kept = desk(statement(found, SLEDAI))
    assert "Visual disturbance: not examined" in kept.text(Field(SLEDAI))
    assert row(kept, SLEDAI, "visual_disturbance").answer == NOT_EXAMINED


def test_a_total_is_recorded_once_every_item_is_answered() -> None:
    found = answering(desk(), SLEDAI, {"seizure": "yes"})
    found = found.typed(Field(SLEDAI).panel, scoring(found, SLEDAI).rest_is_no())
    value = finding_of(found, SLEDAI).value
    assert isinstance(value, Scored)
    assert value.total is not None
    assert value.total.low == Decimal(8)


def test_the_rest_is_no_answers_no_level_that_says_how_strong_somebody_is() -> None:
    assert state(desk(), "cmas").rest_is == ""
    assert scoring(desk(), "cmas").rest_is_no() == ""
    assert state(desk(), "mmt8").rest_is == ""
    assert state(desk(), "mrss").rest_is == "The rest is 0 (17)"
    assert state(desk(), SLEDAI).rest_is == "The rest is no (24)"
    assert state(desk(), CKS).rest_is == ""


def test_what_is_usual_is_not_taken_for_an_answer() -> None:
    """The exclusion of systemic sclerosis is "none" where a file says nothing; a panel has to be told."""
    items = [each.id for each in asked_items(SSC)]
    found = answering(desk(), SSC, {**dict.fromkeys(items, "no"), "raynaud": "yes", "skin_proximal_to_mcp": "yes"})
    assert state(found, SSC).value == "open"
    assert finding_of(found, SSC).value is Absence.UNKNOWN
    found = answering(found, SSC, {"exclusion": "none"})
    value = finding_of(found, SSC).value
    assert isinstance(value, Coded)
    assert value.codes == {"met"}
    assert value.number is not None
    assert value.number.low == Decimal(12)
    found = answering(found, SSC, {"exclusion": "gvhd"})
    assert finding_of(found, SSC).value is Absence.NOT_APPLICABLE


def asked_items(name: str) -> list[AskedRow]:
    rows = [each for each in state(desk(), name).lines if isinstance(each, AskedRow)]
    definition = scoring(desk(), name).definition
    return [each for each in rows if definition.inputs[each.id].is_item]


# --- which item decides


def test_a_classification_says_which_item_decides_and_which_could() -> None:
    found = answering(desk(), SLE, {"ana": "yes", "joint_involvement": "yes", "low_c3_and_c4": "yes"})
    assert state(found, SLE).value == "met"
    assert deciding(scoring(found, SLE)) == ("ana", "joint_involvement", "low_c3_and_c4")
    assert row(found, SLE, "joint_involvement").mark == "decides"
    found = answering(found, SLE, {"low_c3_and_c4": ""})
    assert state(found, SLE).value == "open"
    assert row(found, SLE, "anti_dsdna").mark == "open"
    assert ("yes", "met") in input_details(scoring(found, SLE), "anti_dsdna").could
    assert ("no", "open") in input_details(scoring(found, SLE), "anti_dsdna").could
    found = answering(found, SLE, {"ana": "no"})
    assert state(found, SLE).value == "not met"
    assert deciding(scoring(found, SLE)) == ("ana",)


def test_a_response_shows_each_part_also_while_others_are_open() -> None:
    found = answering(desk(), CKS, {"ck": "640", "cmas": "50"})
    parts = dict(state(found, CKS).parts)
    assert parts["CK at most 150 U/L"] == "not met"
    assert parts["CMAS at least 48"] == "met"
    assert parts["MMT-8 at least 78 of 80"] == "open"
    assert row(found, CKS, "ck").told == "640 U/L"


# --- since last time, copied


def test_each_item_says_what_it_was_and_the_last_answers_can_be_copied() -> None:
    last = sledai({"items": {"rash": "yes", "fever": "no", "others": "no"}, "value": "2", "date": "2026-10-01"})
    found = desk(last)
    assert state(found, SLEDAI).last == "2 on 1 Oct 2026 · change −2 to +103"
    assert not scoring(found, SLEDAI).answers.given
    found = answering(found, SLEDAI, {"rash": "no", "fever": "yes"})
    assert row(found, SLEDAI, "rash").change == "▼ was yes"
    assert row(found, SLEDAI, "fever").change == "▲ new"
    assert row(found, SLEDAI, "arthritis").change == "was no"
    found = found.typed(Field(SLEDAI).panel, scoring(found, SLEDAI).copied())
    assert row(found, SLEDAI, "rash").answer == "no"
    assert row(found, SLEDAI, "arthritis").answer == "no"
    assert (state(found, SLEDAI).value, state(found, SLEDAI).rest) == ("1", "")


# --- conflicts


def test_a_typed_total_of_the_day_beside_differing_items_is_shown() -> None:
    typed = sledai({"value": "16", "date": "2026-11-22"})
    found = answering(desk(typed), SLEDAI, {"seizure": "yes"})
    assert state(found, SLEDAI).warning == ""
    found = found.typed(Field(SLEDAI).panel, scoring(found, SLEDAI).rest_is_no())
    warning = state(found, SLEDAI).warning
    assert "16 is on record of this day" in warning
    assert "8" in warning


@pytest.mark.parametrize(
    ("name", "content", "is_wrong"),
    [
        (SLE, {"value": "met", "inputs": {"ana": "no"}}, True),
        (SLE, {"value": "not_met", "inputs": {"ana": "no"}}, False),
        (SLE, {"value": "met", "inputs": {"ana": "yes"}}, False),
        (SLE, {"inputs": {"anna": "yes"}}, True),
        (SLE, {"inputs": {"ana": "perhaps"}}, True),
        ("mrss", {"value": "50", "inputs": {"face": "0"}}, True),
        ("mrss", {"value": "20", "inputs": {"face": "0"}}, False),
        ("creatinine", {"value": "88 umol/L", "inputs": {"face": "0"}}, True),
    ],
)
def test_a_value_that_its_own_answers_contradict_is_a_problem(
    name: str, content: dict[str, Plain], *, is_wrong: bool
) -> None:
    found = chart_of("x", [("this", Statement.of(name, {**content, "date": "2026-11-20"}))], catalogue())
    assert bool(found.problems) is is_wrong


def test_a_value_that_is_typed_over_answers_that_give_another_is_refused() -> None:
    stands = Statement.of(SLE, {"value": "not_met", "inputs": {"ana": "no"}, "date": "2026-11-22"})
    draft = desk(stands).typed(Field(SLE), "met").draft(Field(SLE))
    assert draft is not None
    assert isinstance(draft.typed, Refused)


# --- what is on record


def measured(name: str, value: str, on: str, **more: str) -> Statement:
    return Statement.of(name, {"value": value, "date": on, **more})


@pytest.mark.parametrize(
    ("statements", "asked", "answer", "why"),
    [
        ([measured("platelets", "99 10^9/L", "2026-11-20")], "thrombocytopenia", "yes", ""),
        ([measured("platelets", "100 10^9/L", "2026-11-20")], "thrombocytopenia", "no", ""),
        ([measured("platelets", "99000 /uL", "2026-11-20")], "thrombocytopenia", "yes", ""),
        ([measured("platelets", "<150 10^9/L", "2026-11-20")], "thrombocytopenia", "", "certain"),
        ([measured("platelets", "99 10^9/L", "2026-10-01")], "thrombocytopenia", "", "too old"),
        ([measured("platelets", "99 10^9/L", "2026-11-23")], "thrombocytopenia", "", ""),
        ([measured("platelets", "99 10^9/L", "2026-11")], "thrombocytopenia", "", ""),
        (
            [measured("platelets", "99 10^9/L", "2026-11-20"), measured("platelets", "180 10^9/L", "2026-11-20")],
            "thrombocytopenia",
            "",
            "two results",
        ),
        ([measured("c3", "0.5 g/L", "2026-11-20", lln="0.9 g/L")], "low_complement", "yes", ""),
        ([measured("c3", "0.95 g/L", "2026-11-20", lln="90 mg/dL")], "low_complement", "", ""),
        ([measured("c3", "0.5 g/L", "2026-11-20")], "low_complement", "", "certain"),
        ([measured("anti_dsdna", "positive", "2026-11-20")], "dna_binding", "yes", ""),
        ([measured("urine_red_cells", "5 /hpf", "2026-11-20")], "haematuria", "no", ""),
        ([measured("urine_red_cells", "60 /uL", "2026-11-20")], "haematuria", "", "certain"),
    ],
)
def test_what_is_on_record_fits_an_item_or_says_why_not(
    statements: list[Statement], asked: str, answer: str, why: str
) -> None:
    found = desk(*statements)
    assert scoring(found, SLEDAI).offered.get(asked, "") == answer
    assert scoring(found, SLEDAI).answers.given == {}
    lines = input_details(scoring(found, SLEDAI), asked).evidence
    assert any(why in each.about for each in lines)
    taken = found.typed(Field(SLEDAI).panel, scoring(found, SLEDAI).taken(asked))
    assert scoring(taken, SLEDAI).answers.given.get(asked, "") == answer


@pytest.mark.parametrize(
    ("value", "taken"),
    [("640 U/L", "640 U/L"), ("10 ukat/L", "10 µkat/L"), ("<40 U/L", ""), ("2.5 ukat/L", "2.5 µkat/L")],
)
def test_a_number_is_taken_with_its_own_unit_and_day(value: str, taken: str) -> None:
    found = desk(measured("ck", value, "2026-11-20", uln="170 U/L"))
    assert scoring(found, CKS).offered.get("ck", "") == taken
    evidence = input_details(scoring(found, CKS), "ck").evidence[0]
    assert "20 Nov 2026" in evidence.about
    assert evidence.value.split()[0] == value.split(maxsplit=1)[0]


def test_what_counts_once_ever_is_found_however_old_and_says_never_no() -> None:
    old = measured("anti_dsdna", "positive", "2019-03-01")
    now = measured("anti_dsdna", "negative", "2026-11-20")
    assert scoring(desk(old, now), SLE).offered["anti_dsdna"] == "yes"
    assert "anti_dsdna" not in scoring(desk(now), SLE).offered


def test_a_total_without_serology_is_taken_from_its_items_alone() -> None:
    items = {"low_complement": "yes", "others": "no"}
    whole = sledai({"items": dict(items), "value": "2", "date": "2026-11-20"})
    assert scoring(desk(whole), "doris_2021").offered["csledai"] == "0"
    assert "csledai" not in scoring(desk(sledai({"value": "2", "date": "2026-11-20"})), "doris_2021").offered
    open_one = sledai({"items": {**items, "rash": "unanswered"}, "date": "2026-11-20"})
    assert "csledai" not in scoring(desk(open_one), "doris_2021").offered


# --- numbers as they are typed


@pytest.mark.parametrize(
    ("text", "stands"),
    [("7,5", "7.5 cm"), ("7.5 cm", "7.5 cm"), ("75 mm", "75 mm"), ("seven", "seven"), ("7,5 inch", "7.5 inch")],
)
def test_a_number_is_understood_in_its_units_or_refused_with_the_name_of_its_input(text: str, stands: str) -> None:
    found = answering(desk(language="de"), CKS, {"phga": text})
    assert scoring(found, CKS).answers.given["phga"] == stands
    draft = found.draft(Field(CKS).panel)
    assert draft is not None
    is_understood = stands.endswith(("cm", "mm"))
    assert isinstance(draft.typed, Understood) is is_understood
    assert ("Arzturteil" in state(found, CKS).warning) is not is_understood


# --- every panel


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PANELS)
def test_every_word_of_a_panel_is_said_in_the_language(name: str, language: str) -> None:
    made = scoring(desk(language=language), name)
    definition, concept = made.definition, made.concept
    for line in score_state(made).lines:
        assert line.label
    for asked in definition.asked:
        for option in asked.options:
            assert language in definition.words.get(option, {}) or option.isdecimal(), (name, option)
    for part in definition.parts:
        assert language in definition.words.get(part, {}), (name, part)
    for labels in definition.groups.values():
        assert labels[language]
    assert definition.finding is not None
    for code in definition.finding.codes.values():
        assert concept.code(code) is not None or code in {each.value for each in Absence}
    headings = [each.label for each in score_state(made).lines if isinstance(each, Heading)]
    assert len(headings) == len(set(headings))


@pytest.mark.parametrize("name", PANELS)
def test_what_a_panel_asks_of_the_record_is_known_to_the_catalogue(name: str) -> None:
    definition = asked_for(name)
    assert definition is not None
    for declared in definition.record.values():
        assert all(catalogue().concept(each) is not None for each in declared.of)


def test_every_item_of_an_activity_score_with_items_has_a_definition() -> None:
    for name in (SLEDAI, "selena_sledai"):
        definition = asked_for(name)
        assert definition is not None
        assert [each.id for each in definition.items if not all(each.help.get(tongue) for tongue in LANGUAGES)] == []
