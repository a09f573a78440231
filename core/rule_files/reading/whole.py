"""A whole rule file from its bytes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.catalogue.catalogue import Catalogue
from core.criteria.nodes import Condition, Has, walk
from core.criteria.parsing.conditions import ConditionReader
from core.criteria.scope import Scope
from core.progress import Report, unwatched
from core.rule_files.places import Places
from core.rule_files.reading.criteria import CriteriaReader, with_questions
from core.rule_files.reading.dates import read_dates
from core.rule_files.reading.declarations import is_name, read_declarations
from core.rule_files.reading.defaults import KEY as DEFAULT
from core.rule_files.reading.defaults import with_defaults
from core.rule_files.reading.examples import read_examples
from core.rule_files.reading.header import read_header, texts_by_language
from core.rule_files.reading.limits import KEY as LIMITS
from core.rule_files.reading.limits import with_limits
from core.rule_files.reading.translations import spoken
from core.rule_files.rule_file import Cohort, Polarity, RuleFile
from core.source_text.editing import canonical_hash
from core.source_text.fields import Fields, fields_of
from core.source_text.problem import Problem, Span
from core.source_text.reading import read_text
from core.source_text.tree import Mapping, Tree


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a file: the file if it could be read without error, and every problem.

    ``tree`` and ``written`` are what could be read of it, errors or not: an editor shows them.
    Nothing is judged by them.
    """

    rule_file: RuleFile | None
    problems: tuple[Problem, ...]
    written: RuleFile | None = None
    tree: Tree | None = None


def read_rule_file(content: bytes, file: str, catalogue: Catalogue, report: Report = unwatched) -> Reading:
    """Read a rule file; all problems at once, the file only where none of them is an error."""
    tree, problems = read_text(content, file, report)
    if tree is None:
        return Reading(None, problems)
    found = list(problems)
    fields = fields_of(tree, file, found)
    if fields is not None and _is_of_a_patient(fields):
        found.append(_patient_file(fields))
        return Reading(None, tuple(found))
    rule_file = None if fields is None else _read(fields, tree, catalogue, report)
    is_usable = not any(problem.is_error for problem in found)
    ordered = sorted(set(found), key=lambda problem: (problem.span.line, problem.span.column, problem.code))
    return Reading(rule_file if is_usable else None, tuple(ordered), rule_file, tree)


def _read(fields: Fields, tree: Tree, catalogue: Catalogue, report: Report) -> RuleFile:
    limited, limits = with_limits(with_defaults(fields), catalogue)
    translated = spoken(limited)
    fields = translated.fields
    header = read_header(fields)
    scope, anchors, definitions = read_declarations(fields, catalogue)
    scope = replace(scope, language=header.language, told=translated.told)
    blocks = {entry.key.text: entry.value for entry in fields.mapping("blocks") or ()}
    reader = CriteriaReader(scope, fields.file, fields.problems, header.sources, blocks, report)
    inclusion, is_inclusion_public = reader.read(fields, Polarity.INCLUSION)
    exclusion, is_exclusion_public = reader.read(fields, Polarity.EXCLUSION)
    cohorts = tuple(_cohort(entry, scope, reader) for entry in fields.each("cohorts"))
    full_scope = with_questions(scope, reader.questions)
    criteria = (*inclusion, *exclusion)
    points = {*scope.anchors}
    cohort_ids = {cohort.id for cohort in cohorts}
    targets = frozenset(points | cohort_ids | {f"{cohort}/{point}" for cohort in cohort_ids for point in points})
    rule_file = RuleFile(
        file=fields.file,
        id=header.id,
        kind=header.kind,
        version=header.version,
        hash=canonical_hash(tree),
        state=header.state,
        title=header.title,
        short=header.short,
        language=header.language,
        is_fictional=header.is_fictional,
        recruitment=header.recruitment,
        is_full=header.is_full,
        missing=header.missing,
        diseases=tuple(sorted(scope.targets)),
        registry=header.registry,
        effective=header.effective,
        limits=limits,
        supersedes=header.supersedes,
        maintainers=header.maintainers,
        review=header.review,
        translated=header.translated,
        sources=header.sources,
        changelog=header.changelog,
        anchors=anchors,
        scope=full_scope,
        criteria=criteria,
        cohorts=tuple(_with_questions(cohort, reader) for cohort in cohorts),
        is_inclusion_public=is_inclusion_public,
        is_exclusion_public=is_exclusion_public,
        definition_texts=definitions.texts,
        definition_sources=definitions.sources,
        schedules=tuple(scalar.text for scalar in fields.texts("schedules")),
        examples=read_examples(fields, targets, frozenset(reader.written)),
        dates=read_dates(fields),
        places=Places(reader.places, _declared(fields)),
    )
    fields.finish((LIMITS, DEFAULT))
    return rule_file


def _is_of_a_patient(fields: Fields) -> bool:
    """True for a file that tells of somebody and holds no rule."""
    written = {entry.key.text for entry in fields.written}
    return "birth_date" in written and not written & {"kind", "inclusion", "exclusion", "cohorts", "sources"}


def _patient_file(fields: Fields) -> Problem:
    message = "this is a patient file, not a rule file"
    hint = "screen it, or take it in as a patient; a rule file has kind, sources and inclusion"
    span = next(entry.key.span for entry in fields.written if entry.key.text == "birth_date")
    return Problem(fields.file, span, "kind", message, hint)


def _declared(fields: Fields) -> dict[tuple[str, str], Span]:
    """Return where a file declares its names."""
    found: dict[tuple[str, str], Span] = {}
    for key in ("anchors", "windows", "groups", "questions", "site", "define"):
        tree = fields.written.get(key)
        found |= {(key, entry.key.text): entry.key.span for entry in tree} if isinstance(tree, Mapping) else {}
    return found


def _cohort(fields: Fields, scope: Scope, outer: CriteriaReader) -> Cohort:
    identity = fields.required_scalar("id")
    if identity is not None:
        is_name(fields, identity)
    tree = fields.tree("applies_when")
    here = outer.places.setdefault(fields.written.span, {})
    reader = ConditionReader(scope, fields.file, fields.problems, frozenset(outer.sources), here)
    applies_when = None if tree is None else reader.read(tree)
    title = texts_by_language(fields, "title")
    at = fields.text("at") or ""
    common = set(outer.ids)
    cohort_scope = replace(scope, targets=_targets(applies_when, scope))
    inner = replace(outer, scope=cohort_scope, ids=common)
    inner.questions = outer.questions
    inclusion, is_inclusion_public = inner.read(fields, Polarity.INCLUSION)
    exclusion, is_exclusion_public = inner.read(fields, Polarity.EXCLUSION)
    fields.finish()
    return Cohort(
        id="" if identity is None else identity.text,
        title=title,
        criteria=(*inclusion, *exclusion),
        applies_when=applies_when,
        at=at,
        is_inclusion_public=is_inclusion_public,
        is_exclusion_public=is_exclusion_public,
        scope=cohort_scope,
        span=fields.written.span,
    )


def _targets(applies_when: Condition | None, scope: Scope) -> frozenset[str]:
    """A cohort's own disease is what its membership asks for; without such a sentence the file's."""
    if applies_when is None:
        return scope.targets
    asked = {name for node in walk(applies_when) if isinstance(node, Has) for name in scope.expanded(node.which.names)}
    related = frozenset(name for name in asked if any(_is_related(name, target, scope) for target in scope.targets))
    return related or scope.targets


def _is_related(name: str, target: str, scope: Scope) -> bool:
    return name in scope.catalogue.concepts_of(target) or target in scope.catalogue.concepts_of(name)


def _with_questions(cohort: Cohort, reader: CriteriaReader) -> Cohort:
    scope = cohort.scope
    return cohort if scope is None else replace(cohort, scope=with_questions(scope, reader.questions))
