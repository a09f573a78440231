"""Judging again only what can see a change gives what judging everything gives."""

from __future__ import annotations

import os
import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.chart import values
from core.chart.chart import Chart
from core.chart.entries import Answer, Finding
from core.rule_files.compiling import CompiledRuleFile
from core.screening.rejudging import Rejudging, watch
from core.screening.screening import Screening, Standing, screen_all, screen_seen
from core.values.partial_date import PartialDate
from core.values.quantity import parse_quantity
from core.values.truth import Truth
from tests.sample_screenings import ON, catalogue, patients, rules

EDITS = int(os.environ.get("KRITERION_EDITS", "5"))


def charts() -> list[Chart]:
    return [each.chart for each in patients() if each.chart is not None]


def edited(chart: Chart, chance: random.Random) -> Chart:
    """One change somebody could type: a finding more, changed or taken back, an answer, a course gone."""
    kind = chance.choice(("gone", "more", "moved", "answered", "untreated"))
    findings = list(chart.findings)
    match kind:
        case "gone" if findings:
            del findings[chance.randrange(len(findings))]
        case "more":
            findings.append(new_finding(chance, len(findings)))
        case "moved" if findings:
            at = chance.randrange(len(findings))
            findings[at] = replace(findings[at], on=PartialDate.on(ON - timedelta(days=chance.randrange(400))))
        case "answered":
            names = [name for file in rules().files for name in file.checked.scope.questions]
            ref, truth = f"answers/x/{len(chart.answers)}", chance.choice(list(Truth))
            return replace(chart, answers=(*chart.answers, Answer(ref, chance.choice(names), truth, "x", None)))
        case _:
            return replace(chart, courses=chart.courses[1:])
    return replace(chart, findings=tuple(findings))


def new_finding(chance: random.Random, number: int) -> Finding:
    concept = chance.choice(list(catalogue().concepts.values()))
    quantity = parse_quantity(f"{chance.randrange(1, 200)} {concept.units[0].name if concept.units else ''}".strip())
    value = values.Fact(is_so=True) if quantity is None or not concept.units else values.Measured(quantity)
    is_test = concept.kind.value == "test"
    shown = values.TestResult(chance.choice(("positive", "negative"))) if is_test else value
    return Finding(f"{concept.id}/{900 + number}", concept.id, shown, PartialDate.on(ON))


@pytest.mark.parametrize("at", range(len(charts())))
def test_after_every_edit_it_is_what_judging_everything_gives(at: int) -> None:
    chance = random.Random(at)
    chart = charts()[at]
    rejudging = Rejudging(watch(rules().files))
    for _ in range(EDITS):
        assert rejudging.screen(chart, ON) == screen_all(rules().files, chart, ON)
        chart = edited(chart, chance)


def test_another_day_judges_everything() -> None:
    chart = charts()[2]
    rejudging = Rejudging(watch(rules().files))
    rejudging.screen(chart, ON)
    later = ON + timedelta(days=90)
    assert rejudging.screen(chart, later) == screen_all(rules().files, chart, later)


def test_a_finding_no_file_asks_for_judges_none(monkeypatch: pytest.MonkeyPatch) -> None:
    chart = charts()[2]
    rejudging = Rejudging(watch(rules().files))
    rejudging.screen(chart, ON)
    asked: list[int] = []

    def counting(
        files: Iterable[CompiledRuleFile], seen: Chart, on: date, entries: int, standing: Mapping[str, Standing]
    ) -> Iterator[Screening]:
        asked.append(len(list(files)))
        return screen_seen((), seen, on, entries, standing)

    monkeypatch.setattr("core.screening.rejudging.screen_seen", counting)
    more = replace(chart, findings=(*chart.findings, Finding("unheard_of/1", "unheard_of", values.Fact(is_so=True))))
    rejudging.screen(more, ON)
    assert asked == [0]


def test_a_criterion_that_cannot_see_the_change_is_not_judged_again() -> None:
    chart = charts()[2]
    rejudging = Rejudging(watch(rules().files))
    before = rejudging.screen(chart, ON)
    fraction = parse_quantity("41 %")
    assert fraction is not None
    more = Finding("lvef/99", "lvef", values.Measured(fraction), PartialDate.on(ON))
    after = rejudging.screen(replace(chart, findings=(*chart.findings, more)), ON)
    pairs = [
        (old, new)
        for was, now in zip(before, after, strict=True)
        for old, new in zip(was.best.judgements, now.best.judgements, strict=True)
    ]
    judged = [new for old, new in pairs if old is not new]
    assert judged
    assert len(pairs) > 10 * len(judged)
