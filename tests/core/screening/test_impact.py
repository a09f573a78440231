"""Who moves between two versions equals the screening by either: samples, examples, and these with parts left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from random import Random

import pytest

from core.assurance.boundaries import ON as BOUNDARY_ON
from core.assurance.boundaries import boundary_patients
from core.chart.chart import Chart
from core.chart.reading.whole import chart_from_tree
from core.discovery import rules_path
from core.rule_files.checking import check_rule_file
from core.rule_files.comparison.comparing import Comparison, Written, compare
from core.rule_files.compiling import CompiledRuleFile, compile_rule_file
from core.rule_files.rule_file import Example
from core.screening.conclusions import Conclusion, Word
from core.screening.impact import Impact, PatientImpact
from core.screening.screening import Screening, screen
from core.source_text.problem import Problem
from tests.core.rule_files.amending import AMENDMENTS, EXAMPLE, Amendment, content, written
from tests.drawn import IS_WHOLE
from tests.sample_screenings import ON, catalogue, patients

CLOSED = (Word.NOT_ELIGIBLE, Word.NOT_THIS_COHORT, Word.OTHER_DISEASE)
DRAWN = 400 if IS_WHOLE else 60
IN_COHORTS = ("nct06308978", "nct06328777", "nct05869955")
"""Files with cohorts, of which every limit is moved in turn."""
MOVING = (
    "the upper age is raised",
    "a washout is shortened",
    "a limit of a value is raised",
    "a criterion is removed",
    "cohorts are added",
    "how many drugs have to have failed",
    "what was not public is filled in",
    "what counts as failed",
)
"""The amendments that move some of the cases: an impact that never found anybody would equal everything."""
Case = tuple[Chart, date]


def made_ready(file: Written) -> CompiledRuleFile:
    return _made_ready(file.content)


@cache
def _made_ready(text: bytes) -> CompiledRuleFile:
    return compile_rule_file(written(text).checked)


@cache
def examples_of(rule_id: str) -> tuple[Example, ...]:
    check = check_rule_file(rules_path("protocols", f"{rule_id}.yaml").read_bytes(), "x", catalogue())
    assert check.checked is not None
    return check.checked.rule_file.examples


@cache
def known_cases(rule_id: str) -> tuple[Case, ...]:
    """The samples, and the patients of the examples of a file."""
    found: list[Case] = [(each.chart, ON) for each in patients() if each.chart is not None]
    problems: list[Problem] = []
    found += [
        (chart_from_tree(example.patient, "x", catalogue(), problems, example.on), example.on)
        for example in examples_of(rule_id)
    ]
    assert not [each for each in problems if each.is_error]
    assert len(found) > len(patients())
    return tuple(found)


def cases(rule_id: str, seed: str) -> Iterator[Case]:
    """The known cases as they are, then drawn ones of which some entries are left out, on days around theirs."""
    known = known_cases(rule_id)
    yield from known
    chance = Random(seed)
    for _ in range(DRAWN):
        chart, on = chance.choice(known)
        refs = [each.ref for each in chart.entries]
        kept = [ref for ref in refs if chance.random() < chance.choice((0.7, 0.95, 1.0))]
        yield chart.keeping(kept), on + timedelta(days=chance.choice((-40, -3, 0, 0, 0, 5, 33, 200)))


def at_the_limits(comparison: Comparison) -> Iterator[Case]:
    """Patients who pass everything, but for one value or course just at a limit that one of both versions writes."""
    example = examples_of("example-sle-cart-01")[0]
    base = chart_from_tree(example.patient, "x", catalogue(), [], example.on)
    assert example.on == BOUNDARY_ON
    for placed in (placed for each in comparison.criteria for placed in (each.old, each.new) if placed is not None):
        for patient in boundary_patients(placed.criterion.condition, placed.scope):
            edge = patient.chart
            others = tuple(each for each in base.findings if each.concept not in edge.concepts)
            yield (
                replace(
                    base,
                    birth=edge.birth or base.birth,
                    findings=(*others, *edge.findings),
                    courses=(*base.courses, *edge.courses),
                    episodes=(*base.episodes, *edge.episodes),
                ),
                example.on,
            )


def standpoint(screening: Screening) -> tuple[object, ...]:
    later = [(name, each.word, each.not_before) for name, each in screening.best.later_in_the_way.items()]
    return screening.conclusion.word, screening.conclusion.not_before, *later


def asked(conclusion: Conclusion) -> set[tuple[str, str]]:
    if conclusion.word in CLOSED:
        return set()
    return {(gap.about.value, gap.subject) for each in conclusion.open for gap in each.open_gaps}


def check(old: CompiledRuleFile, new: CompiledRuleFile, comparison: Comparison, case: Case) -> PatientImpact:
    """Compare what the impact says with two whole screenings."""
    was, now = (screen(each, *case) for each in (old, new))
    found = Impact(old, new, comparison).of(*case)
    assert found.is_moved == (standpoint(was) != standpoint(now))
    if found.is_moved:
        assert found.old is not None
        assert found.new is not None
        assert (standpoint(found.old), standpoint(found.new)) == (standpoint(was), standpoint(now))
    assert {(gap.about.value, gap.subject) for gap in found.asked} == asked(now.conclusion) - asked(was.conclusion)
    assert found.is_other_disease <= (was.is_other_disease and now.is_other_disease)
    return found


@pytest.mark.parametrize("amendment", AMENDMENTS, ids=lambda each: each.name)
def test_the_impact_is_the_screening_before_and_after(amendment: Amendment) -> None:
    old, new = made_ready(amendment.old), made_ready(amendment.new)
    comparison = compare(amendment.old, amendment.new)
    touched = {each.placed.criterion.id for each in comparison.criteria if each.is_judged_otherwise}
    moved = 0
    for case in (*cases("example-sle-cart-01", amendment.name), *at_the_limits(comparison)):
        found = check(old, new, comparison, case)
        moved += found.is_moved
        assert {name for _, name in found.by} <= touched
    assert not (amendment.moves_nobody and moved)
    assert moved or amendment.name not in MOVING


@pytest.mark.parametrize("rule_id", IN_COHORTS)
def test_it_is_so_in_files_with_cohorts(rule_id: str) -> None:
    """Each number of a condition is changed in turn: what is named, and who moves, is as two screenings say."""
    text = content(f"protocols/{rule_id}.yaml")
    changed = list(amended(text))
    assert changed
    old = written(text)
    for number, other in enumerate(changed if IS_WHOLE else Random(rule_id).sample(changed, min(len(changed), 4))):
        new = written(other)
        comparison = compare(old, new)
        assert comparison.criteria
        for case in list(cases(rule_id, f"{rule_id} {number}"))[: None if IS_WHOLE else 40]:
            check(made_ready(old), made_ready(new), comparison, case)


def amended(text: bytes) -> Iterator[bytes]:
    """Yield a file with the number of one sentence raised."""
    lines = text.decode().split("\n")
    for at, line in enumerate(lines):
        key, _, sentence = line.partition(": ")
        words = sentence.split(" ")
        numbers = [place for place, word in enumerate(words) if word.isdigit()]
        if key.strip() in ("require", "exclude_if") and numbers:
            words[numbers[0]] = str(int(words[numbers[0]]) + 1)
            yield "\n".join((*lines[:at], f"{key}: {' '.join(words)}", *lines[at + 1 :])).encode()


def test_of_a_file_undone_nobody_is_judged() -> None:
    same = written(content(EXAMPLE))
    comparison = compare(same, written(content(EXAMPLE)))
    for case in known_cases("example-sle-cart-01"):
        assert not check(made_ready(same), made_ready(same), comparison, case).is_moved


def test_the_criterion_that_moved_it_is_named() -> None:
    """Two limits tightened, of which one rules a patient out: it alone is named."""
    text = content(EXAMPLE).decode()
    text = text.replace("egfr >= 30 mL/min/1.73m2", "egfr >= 80 mL/min/1.73m2")
    text = text.replace("platelets >= 50 10^9/L", "platelets >= 60 10^9/L")
    old, new = written(content(EXAMPLE)), written(text.encode())
    example = examples_of("example-sle-cart-01")[0]
    problems: list[Problem] = []
    case = (chart_from_tree(example.patient, "x", catalogue(), problems, example.on), example.on)
    found = check(made_ready(old), made_ready(new), compare(old, new), case)
    assert found.is_moved
    assert found.by == (("", "kidney"),)
    assert found.new is not None
    assert found.new.conclusion.word is Word.NOT_ELIGIBLE


def test_shortcuts_are_taken() -> None:
    """Most patients are not screened for an update: the counts would show if they were again."""
    amendment = next(each for each in AMENDMENTS if each.name == "the list of antibodies is widened")
    impact = Impact(made_ready(amendment.old), made_ready(amendment.new), compare(amendment.old, amendment.new))
    found = [impact.of(*case) for case in known_cases("example-sle-cart-01")]
    assert sum(each.new is None for each in found) > len(found) / 2
