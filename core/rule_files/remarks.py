"""What lints share: a remark at a criterion, and the conditions a file holds."""

from __future__ import annotations

from collections.abc import Iterator

from core.criteria.nodes import Condition, Had, Has, Shows, children, walk
from core.criteria.scope import Scope
from core.rule_files.rule_file import Criterion, RuleFile
from core.source_text.problem import NOWHERE, Problem, Severity, Span


def remark(
    rule_file: RuleFile, criterion: Criterion, code: str, message: str, hint: str, at: Condition | None = None
) -> Problem:
    """Return a warning at a condition of a criterion, or at its id."""
    span = rule_file.places.of(criterion.span, at)
    return Problem(rule_file.file, span, code, message, hint, Severity.WARNING)


def remark_on_name(rule_file: RuleFile, key: str, name: str, code: str, message: str, hint: str) -> Problem:
    """Return a warning at a name that the file declares under ``key``."""
    return remark_on_file(rule_file, code, message, hint, rule_file.places.names.get((key, name), NOWHERE))


def remark_on_file(rule_file: RuleFile, code: str, message: str, hint: str, span: Span = NOWHERE) -> Problem:
    """Return a warning about the file as a whole."""
    return Problem(rule_file.file, span, code, message, hint, Severity.WARNING)


def scope_of(rule_file: RuleFile) -> Scope:
    """Return the names of a file that was read; a file without them was never read."""
    if rule_file.scope is None:
        message = "a rule file is linted after it was read"
        raise ValueError(message)
    return rule_file.scope


def conditions_of(criterion: Criterion) -> tuple[Condition, ...]:
    """Return every condition a criterion holds."""
    written = (criterion.condition, criterion.applies_when, criterion.unless)
    return tuple(condition for condition in written if condition is not None)


def nodes_of(rule_file: RuleFile) -> Iterator[Condition]:
    """Yield every node of a file: of criteria, cohorts and definitions."""
    for criterion in rule_file.all_criteria:
        for condition in conditions_of(criterion):
            yield from walk(condition)
    for cohort in rule_file.cohorts:
        if cohort.applies_when is not None:
            yield from walk(cohort.applies_when)
    for definition in scope_of(rule_file).definitions.values():
        yield from walk(definition)


def walk_outside(node: Condition) -> Iterator[Condition]:
    """Yield the node and what is inside it, but not the facts of records and events: their names are their own."""
    yield node
    if not isinstance(node, Shows | Has | Had):
        for child in children(node):
            yield from walk_outside(child)
