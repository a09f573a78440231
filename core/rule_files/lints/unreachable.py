"""Parts of a condition that can never matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.criteria.nodes import All, AnyOf, AtLeast, Condition, WhenThen, walk
from core.criteria.printing.sentences import is_sentence, print_sentence
from core.criteria.scope import Scope
from core.language.said import said
from core.rule_files.ranges import demand_of, lies_in
from core.rule_files.remarks import conditions_of, remark, scope_of
from core.rule_files.rule_file import RuleFile
from core.source_text.problem import Problem

CODE = "unreachable"


def lint(rule_file: RuleFile) -> Iterator[Problem]:
    """Yield parts that another part of the same list already decides, and branches that are the same."""
    scope = scope_of(rule_file)
    for criterion in rule_file.all_criteria:
        for condition in conditions_of(criterion):
            for node in walk(condition):
                for part in _idle(node, scope):
                    message = said("{shown} can never change the answer", shown=_shown(part))
                    yield remark(rule_file, criterion, CODE, message, "take it out, or mend it", part)


def _idle(node: Condition, scope: Scope) -> Iterator[Condition]:
    match node:
        case WhenThen(_, then, otherwise) if then == otherwise:
            yield then
        case AtLeast(_, parts):
            yield from _doubled(parts)
        case AnyOf(parts):
            yield from (part for part in parts if _is_carried(part, parts, scope, is_any=True))
            yield from _doubled(parts)
        case All(parts):
            yield from (part for part in parts if _is_carried(part, parts, scope, is_any=False))
            yield from _doubled(parts)
        case _:
            pass


def _doubled(parts: Sequence[Condition]) -> Iterator[Condition]:
    yield from (part for index, part in enumerate(parts) if part in parts[:index])


def _is_carried(part: Condition, parts: Sequence[Condition], scope: Scope, *, is_any: bool) -> bool:
    """True if another part is true wherever this one is (in an ``any``), or false wherever it is (in an ``all``)."""
    others = [other for other in parts if other != part]
    inner: tuple[Condition, ...] = ()
    if isinstance(part, All if is_any else AnyOf):
        inner = part.parts
    if any(other in inner for other in others):
        return True
    return any(_implies(part, other, scope) if is_any else _implies(other, part, scope) for other in others)


def _implies(one: Condition, other: Condition, scope: Scope) -> bool:
    first, second = demand_of(one, scope), demand_of(other, scope)
    if first is None or second is None or first.of != second.of:
        return False
    return lies_in(first.interval, second.interval) and first.interval != second.interval


def _shown(condition: Condition) -> str:
    return said("'{text}'", text=print_sentence(condition)) if is_sentence(condition) else "a block"
