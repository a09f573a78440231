"""The toxicity log against a second, plain reading: 1,000 invented courses, and every boundary of the tables."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from core.chart.chart import Chart
from core.chart.entries import Episode, Finding
from core.chart.values import Absence, Coded, Measured, Recorded, Scored
from core.follow_up.haematotoxicity import neutrophils, platelets
from core.follow_up.strip import Strip
from core.follow_up.toxicity import strip_of
from core.follow_up.toxicity_rows import BY_CAPD, BY_ICE, CRS
from core.values.interval import Interval
from core.values.partial_date import PartialDate, parse_partial_date
from core.values.quantity import Quantity
from tests.sample_screenings import catalogue

DAY0 = date(2026, 2, 4)
ON = DAY0 + timedelta(days=120)
COURSES = 1000
OXYGEN = {"none": 1, "blow_by": 2, "low_flow": 2, "high_flow": 3, "face_mask": 3, "non_rebreather": 3, "venturi": 3,
          "cpap": 4, "bipap": 4, "ventilation": 4}  # fmt: skip
AROUSAL = {"spontaneous": 0, "voice": 2, "tactile": 3, "unarousable": 4}
SEIZURE = {"none": 0, "resolved": 3, "prolonged": 4}
MOTOR = {"none": 0, "deep_focal_weakness": 4}
EDEMA = {"none": 0, "focal": 3, "diffuse": 4}


# --- a chart


def on(day: int) -> PartialDate:
    return PartialDate.on(DAY0 + timedelta(days=day))


def measured(concept: str, day: int, text: str, unit: str, number: int) -> Finding:
    sign, digits = (text[0], text[1:]) if text[0] in "<>" else ("", text)
    amount = {
        "": Interval.exactly(Decimal(digits)),
        "<": Interval(None, Decimal(digits), is_high_open=True),
        ">": Interval(Decimal(digits), None, is_low_open=True),
    }[sign]
    return Finding(f"{concept}/{number}", concept, Measured(Quantity(amount, unit, f"{text} {unit}")), on(day))


def vital(day: int, temperature: str, number: int) -> Finding:
    value = Measured(Quantity(Interval.exactly(Decimal(temperature)), "Cel", f"{temperature} Cel"))
    return Finding(f"vital_signs/{number}", "vital_signs", Recorded({"temperature": value}), on(day))


def graded(concept: str, day: int, answers: dict[str, str], number: int = 1) -> Finding:
    return Finding(f"{concept}/{number}", concept, Absence.UNKNOWN, on(day), answers=answers)


def total(concept: str, day: int, number: int) -> Finding:
    return Finding(f"{concept}/1", concept, Scored(Interval.exactly(Decimal(number))), on(day))


def chart(*findings: Finding, born: str = "1990-05-01", events: tuple[Episode, ...] = ()) -> Chart:
    return Chart("x", is_synthetic=True, birth=parse_partial_date(born), findings=findings, episodes=events)


def strip(found: Chart, told_on: date = ON) -> Strip:
    return strip_of(found, catalogue(), DAY0, told_on)


def grade(found: Strip, name: str, day: int) -> tuple[int | None, int | None] | None:
    row = found.row(name)
    cell = None if row is None else row.on(day)
    return None if cell is None or cell.graded is None else (cell.graded.low, cell.graded.high)


# --- the second reading


def plain_crs(answers: dict[str, str]) -> int:
    """Lee 2019, table 2, read line by line."""
    if answers["death"] == "yes":
        return 5
    pressors = int(answers["vasopressors"])
    pressure = 1 if answers["hypotension"] == "none" else 2
    if answers["hypotension"] == "yes":
        if pressors >= 2:
            pressure = 4
        elif pressors == 1 or answers["vasopressin"] == "yes":
            pressure = 3
    worst = max(pressure, OXYGEN[answers["oxygen"]])
    if Decimal(answers["temp"]) >= 38 and answers["fever_other_cause"] == "no":
        return worst
    has_masked_fever = "yes" in (answers["post_tocilizumab"], answers["post_steroid"], answers["antipyretic"])
    return worst if has_masked_fever and worst >= 2 else 0


def plain_icans(answers: dict[str, str], tool: int) -> int:
    """``tool`` is the grade the ICE or the CAPD gives."""
    if answers["death"] == "yes":
        return 5
    return max(tool, AROUSAL[answers["arousal"]], SEIZURE[answers["seizure"]], MOTOR[answers["motor"]],
               EDEMA[answers["edema"]])  # fmt: skip


def plain_ice(ice: int) -> int:
    return 3 if ice <= 2 else 2 if ice <= 6 else 1 if ice <= 9 else 0


def plain_capd(capd: int) -> int:
    return 3 if capd >= 9 else 1 if capd >= 1 else 0


def plain_early(counts: dict[int, Fraction]) -> int:
    """ICAHT early of counts of every day from 0 to 30, per microlitre: runs walked day by day."""

    def longest(limit: int) -> tuple[int, int]:
        best, begin, last = (0, -1), -1, -1
        for day in range(31):
            if counts[day] <= limit:
                begin = day if begin < 0 or day - last > 3 else begin
                last = day
                best = max(best, (last - begin + 1, -begin))
        return best[0], -best[1]

    (severe, begin), (profound, _) = longest(500), longest(100)
    if severe and begin <= 3 and begin + severe - 1 == 30:
        return 4
    first = 0 if severe == 0 else 1 if severe < 7 else 2 if severe < 14 else 3 if severe < 31 else 4
    return max(first, 4 if profound >= 14 else 3 if profound >= 7 else 0)


# --- courses


def crs_answers(chance: random.Random) -> dict[str, str]:
    yes_no = ("no", "no", "no", "yes")
    hypotension = chance.choice(("none", "fluids_only", "yes"))
    return {
        "temp": chance.choice(("36.5", "37.9", "37.99", "38", "38.0", "38.1", "40.2")),
        "fever_other_cause": chance.choice(yes_no),
        "post_tocilizumab": chance.choice(yes_no),
        "post_steroid": chance.choice(yes_no),
        "antipyretic": chance.choice(yes_no),
        "hypotension": hypotension,
        "vasopressors": chance.choice("01123") if hypotension == "yes" else "0",
        "vasopressin": chance.choice(yes_no) if hypotension == "yes" else "no",
        "oxygen": chance.choice(list(OXYGEN)),
        "death": chance.choice(("no",) * 20 + ("yes",)),
    }


def icans_answers(chance: random.Random) -> dict[str, str]:
    return {
        "arousal": chance.choice(("spontaneous", "spontaneous", *AROUSAL)),
        "seizure": chance.choice(("none", "none", *SEIZURE)),
        "motor": chance.choice(("none", "none", "none", *MOTOR)),
        "edema": chance.choice(("none", "none", "none", *EDEMA)),
        "death": "no",
    }


@pytest.mark.parametrize("part", range(10))
def test_a_thousand_courses_are_graded_as_by_a_second_reading(part: int) -> None:
    chance = random.Random(f"toxicity {part}")
    for _ in range(COURSES // 10):
        _one_course(chance)


def _one_course(chance: random.Random) -> None:
    days = sorted(chance.sample(range(-5, 29), chance.randint(1, 12)))
    is_child = chance.random() < 0.5
    findings: list[Finding] = []
    wanted: dict[tuple[str, int], tuple[int, int] | None] = {}
    counts = {day: Fraction(chance.choice((50, 100, 101, 300, 500, 501, 900, 3000))) for day in range(31)}
    for day in days:
        answers = crs_answers(chance)
        is_measured = chance.random() < 0.5
        shown = {name: word for name, word in answers.items() if not (is_measured and name == "temp")}
        findings.append(graded(CRS, day, shown, len(findings)))
        if is_measured:
            cooler = Decimal(answers["temp"]) - 1
            findings.extend((vital(day, str(cooler), 2 * day + 100), vital(day, answers["temp"], 2 * day + 101)))
        wanted[CRS, day] = (plain_crs(answers), plain_crs(answers))
        found, tool = icans_answers(chance), chance.randint(0, 32 if is_child else 10)
        name, concept = (BY_CAPD, "capd") if is_child else (BY_ICE, "ice_score")
        by_tool = plain_capd(tool) if is_child else plain_ice(tool)
        findings.append(graded(name, day, {**found, **({"developmental_delay": "no"} if is_child else {})}))
        is_done = chance.random() < 0.8
        if is_done:
            findings.append(total(concept, day, tool))
        least, most = (by_tool, by_tool) if is_done else (0, 3)
        wanted[name, day] = (plain_icans(found, least), plain_icans(found, most))
    findings += [measured("anc", day, str(count), "/uL", day) for day, count in counts.items()]
    chance.shuffle(findings)
    told = strip(chart(*findings, born="2019-06-01" if is_child else "1990-05-01"))
    for (name, day), expected in wanted.items():
        assert grade(told, name, day) == expected, (name, day)
    for row in told.rows:
        if row.kind.id in (CRS, BY_ICE, BY_CAPD):
            assert {cell.day for cell in row.cells if not cell.is_gap} <= set(days), "nothing is carried over"
    crs = told.row(CRS)
    assert crs is not None
    highest = max(low for (name, _), (low, _) in ((key, each) for key, each in wanted.items() if each) if name == CRS)
    assert crs.in_all.highest == (highest, highest)
    assert crs.in_all.days == tuple(day for day in days if wanted[CRS, day] == (highest, highest))
    blood = told.row("anc")
    assert blood is not None
    assert blood.in_all.blood is not None
    assert blood.in_all.blood.early == (plain_early(counts), plain_early(counts))


# --- every boundary


@pytest.mark.parametrize(("temperature", "wanted"), [("37.9", 0), ("37.99", 0), ("38", 1), ("38.0", 1), ("38.1", 1)])
def test_fever_begins_at_38(temperature: str, wanted: int) -> None:
    answers = {"hypotension": "none", "oxygen": "none", "others": "no"}
    assert grade(strip(chart(vital(2, temperature, 1), graded(CRS, 2, answers))), CRS, 2) == (wanted, wanted)


@pytest.mark.parametrize("ice", range(11))
def test_ice_at_every_number(ice: int) -> None:
    answers = {"arousal": "spontaneous", "others": "none"}
    found = strip(chart(total("ice_score", 3, ice), graded(BY_ICE, 3, answers)))
    assert grade(found, BY_ICE, 3) == (plain_ice(ice), plain_ice(ice))


@pytest.mark.parametrize("capd", range(33))
def test_capd_at_every_number(capd: int) -> None:
    answers = {"arousal": "spontaneous", "others": "none"}
    found = strip(chart(total("capd", 3, capd), graded(BY_CAPD, 3, answers), born="2019-01-01"))
    assert grade(found, BY_CAPD, 3) == (plain_capd(capd), plain_capd(capd))


@pytest.mark.parametrize(("days", "wanted"), [(0, 0), (1, 1), (6, 1), (7, 2), (13, 2), (14, 3), (26, 3)])
@pytest.mark.parametrize(("count", "is_severe"), [(500, True), (Fraction(5001, 10), False), (499, True)])
def test_icaht_at_every_length(days: int, wanted: int, count: Fraction, *, is_severe: bool) -> None:
    daily = {day: Fraction(count if 4 <= day < 4 + days else 2000) / 1000 for day in range(31)}
    found = neutrophils({day: (each, each) for day, each in daily.items()})
    expected = wanted if is_severe else 0
    assert found.early == (expected, expected)
    assert found.days == (days if is_severe else 0)


@pytest.mark.parametrize(
    ("days", "count", "wanted"),
    [(1, "49.9", 1), (6, "49.9", 1), (7, "49.9", 2), (7, "50", 0), (1, "19.9", 3), (13, "19.9", 3), (14, "19.9", 4),
     (14, "20", 2)],
)  # fmt: skip
def test_platelets_at_every_length(days: int, count: str, wanted: int) -> None:
    daily = {day: Fraction(count if 4 <= day < 4 + days else 200) for day in range(31)}
    assert platelets({day: (each, each) for day, each in daily.items()}).early == (wanted, wanted)


@pytest.mark.parametrize(
    ("text", "level"),
    [("0.5", 1), ("0.51", 0), ("<0.5", 1), (">0.5", 0), ("0.1", 2), ("<0.1", 2), ("0.11", 1), ("<0.6", 0)],
)
def test_a_count_is_marked_only_where_it_certainly_is_past_the_limit(text: str, level: int) -> None:
    row = strip(chart(measured("anc", 2, text, "10^9/L", 1))).row("anc")
    assert row is not None
    assert row.on(2).level == level


# --- gaps, ranges, other systems


def test_a_day_without_entries_is_a_gap_and_not_0() -> None:
    answers = {"temp": "39", "hypotension": "none", "oxygen": "low_flow", "others": "no"}
    found = strip(chart(graded(CRS, 3, answers)))
    assert grade(found, CRS, 3) == (2, 2)
    row = found.row(CRS)
    assert row is not None
    assert all(cell.is_gap for cell in row.cells if cell.day != 3)
    assert row.in_all.graded_days == 1


def test_one_missing_input_leaves_a_range_and_is_named() -> None:
    flags = ("fever_other_cause", "post_tocilizumab", "post_steroid", "antipyretic", "death")
    answers = {"temp": "39", "hypotension": "none", **dict.fromkeys(flags, "no")}
    found = strip(chart(graded(CRS, 3, answers))).row(CRS)
    assert found is not None
    cell = found.on(3).graded
    assert cell is not None
    assert (cell.low, cell.high) == (1, 4)
    assert cell.missing == ("oxygen",)
    told = strip(chart(graded(CRS, 3, {**answers, "oxygen": "not_examined"}))).row(CRS)
    assert told is not None
    assert told.on(3).graded is not None
    assert grade(strip(chart(graded(CRS, 3, {**answers, "oxygen": "not_examined"}))), CRS, 3) == (1, 4)


def test_the_temperature_of_another_day_is_never_taken() -> None:
    answers = {"hypotension": "none", "oxygen": "none", "others": "no"}
    assert grade(strip(chart(vital(2, "39.5", 1), graded(CRS, 3, answers))), CRS, 3) == (0, 1)


def test_a_value_of_the_day_that_contradicts_an_answer_is_named_and_changes_nothing() -> None:
    answers = {"temp": "37", "hypotension": "none", "oxygen": "none", "others": "no"}
    row = strip(chart(vital(3, "39.5", 1), graded(CRS, 3, answers))).row(CRS)
    assert row is not None
    cell = row.on(3).graded
    assert cell is not None
    assert (cell.low, cell.high) == (0, 0)
    assert dict(cell.against) == {"temp": "vital_signs/1"}


def test_where_nothing_later_is_known_death_stays_open() -> None:
    assert grade(strip(chart(vital(3, "39.5", 1))), CRS, 3) == (0, 5)
    assert grade(strip(chart(vital(3, "39.5", 1), vital(4, "37", 2))), CRS, 3) == (0, 4)


def event(day: int, number: int, **words: str) -> Episode:
    fields = {name: Coded(frozenset({word})) for name, word in words.items()}
    amount = Measured(Quantity(Interval.exactly(Decimal(number)), "", str(number)))
    return Episode("events/1", "crs", on(day), on(day), fields={"grade": amount, **fields})


@pytest.mark.parametrize(
    ("number", "words", "is_differing"),
    [(2, {}, False), (3, {}, True), (3, {"grading_system": "astct"}, True), (3, {"grading_system": "lee_2014"}, False)],
)
def test_a_clinicians_grade_stands_beside_and_another_system_is_never_compared(
    number: int, words: dict[str, str], *, is_differing: bool
) -> None:
    answers = {"temp": "39", "hypotension": "none", "oxygen": "low_flow", "others": "no"}
    row = strip(chart(graded(CRS, 3, answers), events=(event(3, number, **words),))).row(CRS)
    assert row is not None
    assert [each.grade for each in row.on(3).stated] == [number]
    assert bool(row.on(3).differing) is is_differing
    assert row.in_all.highest == (2, 2)


def test_a_grade_by_another_system_alone_is_no_grade_of_the_row() -> None:
    row = strip(chart(events=(event(3, 3, grading_system="lee_2014"),))).row(CRS)
    assert row is not None
    assert row.on(3).graded is None
    assert row.in_all.highest is None


def test_both_gradings_stand_where_capd_ends_and_capd_is_refused_from_12() -> None:
    birthday = (DAY0 + timedelta(days=10)).replace(year=DAY0.year - 12).isoformat()
    answers = {"capd": "9", "arousal": "spontaneous", "others": "none"}
    by_ice = {"ice": "3", "arousal": "spontaneous", "others": "none"}
    found = strip(chart(graded(BY_CAPD, 9, answers), graded(BY_CAPD, 10, answers, 2), graded(BY_ICE, 9, by_ice),
                        graded(BY_ICE, 10, by_ice, 2), born=birthday))  # fmt: skip
    assert grade(found, BY_CAPD, 9) == (3, 3)
    assert grade(found, BY_CAPD, 10) == (None, None)
    assert grade(found, BY_ICE, 9) == (None, None)
    assert grade(found, BY_ICE, 10) == (2, 2)
    nothing = strip(chart(born=birthday))
    assert {row.kind.id for row in nothing.rows} >= {BY_CAPD, BY_ICE}


def test_what_has_no_exact_day_stands_in_no_column_and_is_named() -> None:
    moment = parse_partial_date("2026-02")
    found = strip(chart(replace(measured("anc", 3, "0.2", "10^9/L", 1), on=moment)))
    assert found.undated == ("anc/1",)
    assert not found.has_entries


def test_what_lies_after_the_day_it_is_told_of_is_not_known() -> None:
    answers = {"temp": "39", "hypotension": "none", "oxygen": "none", "others": "no"}
    found = strip(chart(graded(CRS, 3, answers), graded(CRS, 6, answers, 2)), DAY0 + timedelta(days=4))
    assert grade(found, CRS, 3) == (1, 1)
    assert grade(found, CRS, 6) is None


def test_late_days_with_a_grade_have_a_column() -> None:
    answers = {"temp": "39", "hypotension": "none", "oxygen": "none", "others": "no"}
    found = strip(chart(graded(CRS, 45, answers)))
    assert found.days[-1] == 45
    assert grade(found, CRS, 45) == (1, 1)
