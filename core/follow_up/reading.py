"""A schedule from its bytes: everything that is wrong with it at once, each at its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core.catalogue.catalogue import Catalogue
from core.chart.points import POINTS
from core.criteria.parsing.conditions import ConditionReader
from core.criteria.scope import Scope
from core.follow_up.activity_reading import ActivityReader
from core.follow_up.parts_reading import optional_texts, read_ids, read_remarks
from core.follow_up.schedule import NO_TEXT, Named, Schedule
from core.language.languages import ENGLISH
from core.language.said import said
from core.rule_files.reading.header import read_header
from core.rule_files.rule_file import RuleKind
from core.source_text.editing import canonical_hash
from core.source_text.fields import Fields, fields_of
from core.source_text.problem import Problem
from core.source_text.reading import read_text
from core.source_text.tree import Tree


@dataclass(frozen=True, slots=True)
class ScheduleReading:
    """What came of reading a file: the schedule if it has no error, and every problem."""

    schedule: Schedule | None
    problems: tuple[Problem, ...]


def read_schedule(content: bytes, file: str, catalogue: Catalogue) -> ScheduleReading:
    """Read a schedule file; nothing is raised for what stands in it."""
    tree, found = read_text(content, file)
    problems = list(found)
    fields = None if tree is None else fields_of(tree, file, problems)
    if tree is None or fields is None:
        return ScheduleReading(None, tuple(problems))
    schedule = _schedule(fields, tree, catalogue)
    is_usable = not any(problem.is_error for problem in problems)
    ordered = sorted(set(problems), key=lambda problem: (problem.span.line, problem.span.column, problem.code))
    return ScheduleReading(schedule if is_usable else None, tuple(ordered))


def _schedule(fields: Fields, tree: Tree, catalogue: Catalogue) -> Schedule:
    header = read_header(fields)
    if header.kind is not RuleKind.SCHEDULE:
        fields.report(fields.span_of("kind"), "unknown-value", "this is no schedule", "write kind: schedule")
    scope = Scope(catalogue)
    conditions = _named(fields, "conditions", scope)
    events = _named(fields, "events", scope)
    reader = ActivityReader(catalogue, header.sources, conditions, frozenset(events))
    activities = reader.read_all(fields)
    schedule = Schedule(
        file=fields.file,
        id=header.id,
        version=header.version,
        hash=canonical_hash(tree),
        state=header.state,
        title=header.title,
        subject=optional_texts(fields, "subject"),
        review=header.review,
        sources=header.sources,
        missing=header.missing,
        diseases=_diseases(fields, catalogue),
        scope=scope,
        conditions=conditions,
        events=events,
        activities=activities,
        reports=read_remarks(fields, "report", header.sources, conditions),
        notes=read_remarks(fields, "notes", header.sources, conditions),
    )
    fields.finish()
    return schedule


def _diseases(fields: Fields, catalogue: Catalogue) -> tuple[str, ...]:
    found: list[str] = []
    for scalar in fields.texts("diseases"):
        name = catalogue.id_of(scalar.text)
        if name is None or not catalogue.concepts_of(name):
            hint = catalogue.hint_for(
                scalar.text, lambda name: bool(catalogue.concepts_of(name)), "write a diagnosis of the catalogue"
            )
            fields.report(scalar.span, "unknown-name", said("unknown diagnosis '{text}'", text=scalar.text), hint)
        else:
            found.append(name)
    return tuple(found)


def _named(fields: Fields, key: str, scope: Scope) -> Mapping[str, Named]:
    """Return the conditions (with a sentence or without) or events (with a point or without) the file declares."""
    found: dict[str, Named] = {}
    ids = read_ids(fields, key)
    for name, inner in ids.items():
        reader = ConditionReader(scope, fields.file, fields.problems)
        said_of = {part: inner.tree(part) if key == "conditions" else None for part in ("is", "ruled_out")}
        sentences = {part: None if tree is None else reader.read(tree) for part, tree in said_of.items()}
        point = inner.choice("point", POINTS) if key == "events" else None
        own = ("is", "ruled_out", "name") if key == "conditions" else ("point",)
        languages = (entry.key.text for entry in inner.written if entry.key.text not in own)
        words = {language: inner.text(language) or "" for language in languages}
        if ENGLISH not in words:
            inner.report(
                inner.written.span, "missing-key", said("'{name}' has no English words", name=name), "write en: …"
            )
        told = optional_texts(inner, "name") if key == "conditions" else NO_TEXT
        place = point or (name if name in POINTS else "")
        found[name] = Named(name, words, sentences["is"], place, told, sentences["ruled_out"])
        inner.finish()
    return found
