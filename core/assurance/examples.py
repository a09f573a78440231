"""Running the worked examples of a rule file: every expectation that does not hold becomes a problem at its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.catalogue.catalogue import Catalogue
from core.chart.reading.whole import chart_from_tree
from core.engine.judgement.outcome import AssumptionKind
from core.language.said import said
from core.progress import Report, told, unwatched
from core.rule_files.compiling import CompiledRuleFile
from core.rule_files.rule_file import Example, Expected
from core.screening.conclusions import Conclusion
from core.screening.judgements import Judgement
from core.screening.screening import CohortScreening, Screening, screen
from core.source_text.problem import Problem, Span


@dataclass(frozen=True, slots=True)
class ExampleRun:
    """One example with what came of it; no problem means that it holds."""

    example: Example
    screening: Screening
    problems: tuple[Problem, ...]

    @property
    def holds(self) -> bool:
        """True if everything expected came out."""
        return not self.problems


def run_examples(
    compiled: CompiledRuleFile, catalogue: Catalogue, report: Report = unwatched
) -> tuple[ExampleRun, ...]:
    """Run every example of a file."""
    return tuple(_run(compiled, example, catalogue) for example in told(compiled.checked.rule_file.examples, report))


def _run(compiled: CompiledRuleFile, example: Example, catalogue: Catalogue) -> ExampleRun:
    file = compiled.checked.rule_file.file
    problems: list[Problem] = []
    chart = chart_from_tree(example.patient, file, catalogue, problems, example.on)
    screening = screen(compiled, chart, example.on)
    reading = tuple(problem for problem in problems if problem.is_error)
    if reading:
        return ExampleRun(example, screening, reading)
    found = tuple(
        Problem(file, span, "example", said("the example '{name}' does not hold: {text}", name=example.name, text=text))
        for span, text in slips(example, screening)
    )
    return ExampleRun(example, screening, found)


def slips(example: Example, screening: Screening) -> Iterator[tuple[Span, str]]:
    """Yield what an example expects and a screening does not say, each with its place; nothing: the example holds."""
    for text in _due_later(example, screening):
        yield example.span, text
    for expected in example.expected:
        for text in _differences(expected, screening):
            yield expected.span, text


def _differences(expected: Expected, screening: Screening) -> Iterator[str]:
    conclusion = conclusion_of(expected.target, screening)
    target = expected.target
    if conclusion is None:
        yield said("{target}: nothing is judged there", target=target)
        return
    if expected.conclusion and expected.conclusion != conclusion.word.value:
        yield said(
            "{target}: expected '{conclusion}', found '{value}'{because}",
            target=target,
            conclusion=expected.conclusion,
            value=conclusion.word.value,
            because=_because(conclusion),
        )
    for label, wanted, found in (
        ("fails", expected.fails, conclusion.fails),
        ("unknown", expected.unknown, conclusion.open),
        ("deferred", expected.deferred, conclusion.deferred),
    ):
        if wanted is not None and set(wanted) != ids(found):
            yield said(
                "{target}: {label} expected {listed}, found {listed2}",
                target=target,
                label=label,
                listed=_listed(set(wanted)),
                listed2=_listed(ids(found)),
            )
    if expected.not_before is not None and expected.not_before != conclusion.not_before:
        yield said(
            "{target}: not before {not_before} expected, found {not_before2}",
            target=target,
            not_before=expected.not_before,
            not_before2=conclusion.not_before or "no day",
        )
    if expected.stop is not None and set(expected.stop) != set(conclusion.stop):
        yield said(
            "{target}: to stop expected {listed}, found {listed2}",
            target=target,
            listed=_listed(set(expected.stop)),
            listed2=_listed(set(conclusion.stop)),
        )
    missing = set(expected.assumed) - assumed_texts(conclusion)
    if missing:
        yield said(
            "{target}: assumed expected {listed}, found {listed2}",
            target=target,
            listed=_listed(missing),
            listed2=_listed(assumed_texts(conclusion)),
        )


def _because(conclusion: Conclusion) -> str:
    parts = [
        f"{label} {_listed(ids(found))}"
        for label, found in (
            ("fails", conclusion.fails),
            ("unknown", conclusion.open),
            ("deferred", conclusion.deferred),
        )
        if found
    ]
    return f" ({'; '.join(parts)})" if parts else ""


def _due_later(example: Example, screening: Screening) -> Iterator[str]:
    if example.due_later is None:
        return
    found = {each.criterion.id for part in _parts(screening) for each in part.judgements if each.is_due_later}
    if set(example.due_later) != found:
        yield said(
            "due later expected {listed}, found {listed2}",
            listed=_listed(set(example.due_later)),
            listed2=_listed(found),
        )


def _parts(screening: Screening) -> tuple[CohortScreening, ...]:
    return screening.cohorts or (screening.best,)


def conclusion_of(target: str, screening: Screening) -> Conclusion | None:
    """Return the conclusion of a point, a cohort's headline, or ``cohort/point``."""
    by_cohort = {cohort.id: cohort for cohort in screening.cohorts}
    name, _, point = target.partition("/")
    if name in by_cohort:
        return by_cohort[name].points.get(point) if point else by_cohort[name].headline
    if name == screening.best.headline_point:
        return screening.best.headline
    return screening.best.points.get(name)


def ids(judgements: tuple[Judgement, ...]) -> set[str]:
    """Return the ids of the criteria judged."""
    return {each.criterion.id for each in judgements}


def assumed_texts(conclusion: Conclusion) -> set[str]:
    """Return what was assumed, an undated anchor as ``leukapheresis on 2026-06-01``."""
    return {
        f"{each.subject} on {each.detail}" if each.kind is AssumptionKind.ANCHOR else each.subject
        for each in conclusion.assumed
    }


def _listed(names: set[str]) -> str:
    return ", ".join(sorted(names)) or "nothing"
