"""A whole patient file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept
from core.chart.chart import Chart
from core.chart.entries import Entry, Finding, PlannedTreatment
from core.chart.points import POINTS
from core.chart.reading.births import read_birth
from core.chart.reading.findings import FindingReader
from core.chart.reading.identity import read_person
from core.chart.reading.infusions import read_infusions, read_planned_treatments
from core.chart.reading.lines import warn_of_lines
from core.chart.reading.moments import read_moment
from core.chart.reading.rows import read_rows
from core.chart.sections import every_section, is_section
from core.language.said import said
from core.source_text.fields import Fields, fields_of
from core.source_text.problem import Problem
from core.source_text.reading import read_text
from core.source_text.tree import Mapping, Scalar
from core.values.partial_date import PartialDate

_HEAD = ("format", "id")
_FOLLOWING = frozenset({"unit", "unknown-key", "number", "unknown-value"})


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
    ordered = tuple(sorted(_without_followers(found), key=lambda problem: (problem.span.line, problem.span.column)))
    return (None if any(problem.is_error for problem in ordered) else chart), ordered


def _without_followers(problems: list[Problem]) -> list[Problem]:
    """Leave out what only follows from a comma that cut a value in two (``{value: 9,8 g/dL}``): it is one slip."""
    cut = {problem.span.line for problem in problems if problem.code == "flow-comma"}
    return [each for each in problems if each.span.line not in cut or each.code not in _FOLLOWING]


def chart_from_tree(
    tree: Mapping, file: str, catalogue: Catalogue, problems: list[Problem], on: date | None = None
) -> Chart:
    """Return the chart a tree writes; entries with problems are left out. ``on`` as in ``read_patient``."""
    fields = Fields(tree, file, problems)
    person = read_person(fields)
    birth = read_birth(fields, catalogue, on or person.judged_on)
    reader = FindingReader(catalogue, fields, birth)
    planned, to_give = _planned(fields, catalogue)
    chart = Chart(
        id=fields.text("id") or "",
        is_synthetic=person.is_synthetic,
        name=person.name,
        birth=birth,
        number=person.number,
        planned=planned,
        planned_treatments=to_give,
        judged_on=person.judged_on,
    ).holding((*_findings(fields, reader), *_entries(reader)))
    warn_of_lines(fields, catalogue, chart)
    return replace(chart, infusions=read_infusions(fields, catalogue, birth, chart.courses))


def _entries(reader: FindingReader) -> Iterator[Entry]:
    """Yield what stands in every section that holds entries, row by row where it says no more than its columns."""
    for section in every_section():
        read = section.read or (read_rows if section.naming is not None else None)
        if read is not None:
            yield from read(section, reader)


def _findings(fields: Fields, reader: FindingReader) -> list[Finding]:
    found: list[Finding] = []
    written: dict[str, str] = {}
    for entry in fields.written:
        name = entry.key.text
        if name in _HEAD or is_section(name):
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
    sections = (each.id for each in every_section() if is_section(each.id))
    hint = catalogue.hint_for(
        key.text, catalogue.concepts.__contains__, "use a concept of the catalogue", (*_HEAD, *sections)
    )
    fields.report(key.span, "unknown-name", said("unknown concept '{text}'", text=key.text), hint)


def _concept(name: str, catalogue: Catalogue) -> Concept | None:
    return catalogue.concept(catalogue.id_called(name) or "")


def _planned(fields: Fields, catalogue: Catalogue) -> tuple[dict[str, PartialDate], tuple[PlannedTreatment, ...]]:
    """Return the planned days, and what is to be given after the infusion."""
    inner = fields.fields("planned")
    if inner is None:
        return {}, ()
    found = {name: moment for name in POINTS if (moment := read_moment(inner, name)) is not None}
    treatments = read_planned_treatments(inner, catalogue)
    inner.finish()
    return found, treatments
