"""A whole patient file."""

from __future__ import annotations

from datetime import date

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept
from core.chart.chart import Chart
from core.chart.entries import Finding, PlannedTreatment
from core.chart.points import POINTS
from core.chart.reading.births import read_birth
from core.chart.reading.courses import read_courses
from core.chart.reading.findings import FindingReader
from core.chart.reading.happenings import read_happenings
from core.chart.reading.infusions import read_infusion, read_planned_treatments
from core.chart.reading.lines import warn_of_lines
from core.chart.reading.moments import read_moment
from core.chart.reading.statements import (
    read_answers,
    read_completeness,
    read_contraindications,
    read_never,
    read_site,
)
from core.chart.sections import every_section
from core.chart.sections.findings import RESULTS
from core.chart.values import Coded
from core.language.said import said
from core.source_text.fields import Fields, fields_of
from core.source_text.problem import Problem
from core.source_text.reading import read_text
from core.source_text.suggestion import nearest
from core.source_text.tree import Mapping, Scalar
from core.values.partial_date import PartialDate

_OWN_KEYS = frozenset({"format", "id", *(each.id for each in every_section() if each.id != RESULTS)})


def read_patient(
    content: bytes, file: str, catalogue: Catalogue, on: date | None = None
) -> tuple[Chart | None, tuple[Problem, ...]]:
    """Read a patient file; the chart only where nothing in it is an error.

    ``on`` is the day it is judged on, where that is known; else the file's own day (``judge_on``) counts.
    """
    tree, problems = read_text(content, file)
    if tree is None:
        return None, problems
    found = list(problems)
    fields = fields_of(tree, file, found)
    if fields is None:
        return None, tuple(found)
    if fields.required_text("format") not in (None, "1"):
        fields.report(fields.span_of("format"), "format", "this format is not known", "write format: 1")
    fields.required_text("id")
    chart = chart_from_tree(fields.written, file, catalogue, found, on)
    ordered = tuple(sorted(found, key=lambda problem: (problem.span.line, problem.span.column)))
    return (None if any(problem.is_error for problem in ordered) else chart), ordered


def chart_from_tree(
    tree: Mapping, file: str, catalogue: Catalogue, problems: list[Problem], on: date | None = None
) -> Chart:
    """Return the chart a tree writes; entries with problems are left out. ``on`` as in ``read_patient``."""
    fields = Fields(tree, file, problems)
    judged_on = _judged_on(fields)
    birth = read_birth(fields, catalogue, on or judged_on)
    reader = FindingReader(catalogue, fields, birth)
    happened = read_happenings(fields, reader)
    courses = read_courses(fields, catalogue, birth)
    planned, to_give = _planned(fields, catalogue)
    findings = (*_sex(fields, catalogue), *_findings(fields, reader), *happened.ruled_out)
    complete = read_completeness(fields, birth)
    warn_of_lines(fields, catalogue, findings, courses, complete)
    return Chart(
        id=fields.text("id") or "",
        is_synthetic=bool(fields.yes_no("synthetic")),
        name=fields.text("name") or "",
        birth=birth,
        number=fields.text("number") or "",
        findings=findings,
        episodes=happened.episodes,
        courses=courses,
        complete=complete,
        never=read_never(fields, catalogue),
        contraindications=read_contraindications(fields, catalogue),
        answers=read_answers(fields),
        site=read_site(fields),
        planned=planned,
        planned_treatments=to_give,
        infusion=read_infusion(fields, catalogue, birth, courses),
        judged_on=judged_on,
    )


def _judged_on(fields: Fields) -> date | None:
    """Return the day on which the patient is to be judged: of a sample, which is made for that day."""
    moment = read_moment(fields, "judge_on")
    if moment is not None and not moment.is_exact:
        message = said("'judge_on' is '{text}', not one day", text=moment.text)
        fields.report(fields.span_of("judge_on"), "date", message, "write judge_on: 2026-11-22")
        return None
    return None if moment is None else moment.first


def _findings(fields: Fields, reader: FindingReader) -> list[Finding]:
    found: list[Finding] = []
    written: dict[str, str] = {}
    for entry in fields.written:
        name = entry.key.text
        if name in _OWN_KEYS:
            continue
        concept = _concept(name, reader.catalogue)
        tree = fields.tree(name)
        if concept is None:
            _report_unknown(fields, entry.key, reader.catalogue)
        elif concept.id in written:
            message = said("'{name}' and '{written}' are the same", name=name, written=written[concept.id])
            fields.report(entry.key.span, "duplicate-key", message, "write one list under one of them")
        elif tree is not None:
            written[concept.id] = name
            found += reader.read(concept, tree)
    return found


def _report_unknown(fields: Fields, key: Scalar, catalogue: Catalogue) -> None:
    drug = catalogue.id_called(key.text) or ""
    if catalogue.drugs_of(drug):
        hint = said("write treatments: [{{drug: {drug}, from: …, to: …}}]", drug=drug)
        fields.report(key.span, "kind", said("'{text}' is a drug, not a finding", text=key.text), hint)
        return
    known = (name for name in catalogue.names if not catalogue.drugs_of(catalogue.id_called(name) or ""))
    near = nearest(key.text, (*known, *_OWN_KEYS))
    hint = said("did you mean '{near}'?", near=near) if near else "use a concept of the catalogue"
    fields.report(key.span, "unknown-name", said("unknown concept '{text}'", text=key.text), hint)


def _concept(name: str, catalogue: Catalogue) -> Concept | None:
    return catalogue.concept(catalogue.id_called(name) or "")


def _sex(fields: Fields, catalogue: Catalogue) -> tuple[Finding, ...]:
    concept = catalogue.by_role.get("sex")
    scalar = fields.scalar("sex")
    if scalar is None or concept is None or scalar.text == "unknown":
        return ()
    code = concept.code(scalar.text)
    if code is None:
        hint = said("write one of: {names}", names=", ".join(sorted(concept.words)))
        fields.report(scalar.span, "unknown-value", said("'sex' cannot be '{text}'", text=scalar.text), hint)
        return ()
    return (Finding("sex", concept.id, Coded(frozenset({code.id}))),)


def _planned(fields: Fields, catalogue: Catalogue) -> tuple[dict[str, PartialDate], tuple[PlannedTreatment, ...]]:
    """Return the planned days, and what is to be given after the infusion."""
    inner = fields.fields("planned")
    if inner is None:
        return {}, ()
    found = {name: moment for name in POINTS if (moment := read_moment(inner, name)) is not None}
    treatments = read_planned_treatments(inner, catalogue)
    inner.finish()
    return found, treatments
