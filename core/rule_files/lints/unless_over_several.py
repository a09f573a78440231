"""``unless`` on a criterion that measures several things: it lifts all of them (language case G27)."""

from __future__ import annotations

from collections.abc import Iterator

from core.criteria.nodes import Between, Compare, Condition, Defined, Includes, Repeated, Shift, State
from core.criteria.values import Subject, Term
from core.language.said import said
from core.rule_files.remarks import remark, scope_of, walk_outside
from core.rule_files.rule_file import Polarity, RuleFile
from core.source_text.problem import Problem


def lint(rule_file: RuleFile) -> Iterator[Problem]:
    """Yield criteria whose exception lifts more than one measurement."""
    scope = scope_of(rule_file)
    for criterion in rule_file.all_criteria:
        if criterion.unless is None or isinstance(criterion.unless, Defined):
            continue  # a bypass under `define:` is meant to lift whole criteria
        names = {name for node in walk_outside(criterion.condition) for name in _measured(node, criterion.polarity)}
        measured = sorted(name for name in names if name not in scope.questions and name not in scope.site)
        if len(measured) > 1:
            message = said("'unless' lifts all of {names}", names=", ".join(measured))
            hint = "give each its own criterion, or write the exception beside the one it belongs to"
            yield remark(rule_file, criterion, "unless-over-several", message, hint)


def _measured(node: Condition, polarity: Polarity) -> tuple[str, ...]:
    match node:
        case Compare() | Between() | State() | Includes():
            return _named(node.subject, polarity)
        case Repeated() | Shift():
            return (node.term.name,)
        case _:
            return ()


def _named(subject: Subject, polarity: Polarity) -> tuple[str, ...]:
    """Return the names that are asked for one by one; where one of several is enough, they are one."""
    if isinstance(subject, Term):
        return (subject.name,)
    enough = "any" if polarity is Polarity.INCLUSION else "each"
    return (" or ".join(subject.names),) if subject.mode == enough else subject.names
