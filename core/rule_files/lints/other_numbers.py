"""A wording and its condition that name different numbers: one of them was changed and the other forgotten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.criteria.scope import Scope
from core.language.said import said
from core.rule_files.remarks import conditions_of, remark, scope_of
from core.rule_files.rule_file import Criterion, Form, RuleFile
from core.rule_files.worded import MULTIPLE, PERCENT, PLAIN, TIME, Number, asked_numbers, worded_numbers
from core.source_text.problem import Problem

CODE = "other-numbers"
_DIRECTIONS = ({">", ">="}, {"<", "<="})


def lint(rule_file: RuleFile) -> Iterator[Problem]:
    """Yield criteria whose text says another number, or another limit, than their condition."""
    scope = scope_of(rule_file)
    for criterion in rule_file.all_criteria:
        if criterion.form is Form.CONDITION:
            yield from _compared(rule_file, criterion, scope)


def _compared(rule_file: RuleFile, criterion: Criterion, scope: Scope) -> Iterator[Problem]:
    asked = [number for condition in conditions_of(criterion) for number in asked_numbers(condition, scope)]
    worded = worded_numbers(f"{criterion.text} {criterion.reading}") if asked else ()
    for kind in (TIME, PERCENT, MULTIPLE, PLAIN):
        only_worded = [each for each in _without(worded, asked, kind) if not each.is_word or kind == TIME]
        only_asked = _without(asked, worded, kind)
        if only_worded and only_asked:
            names = {"worded": _shown(only_worded), "asked": _shown(only_asked)}
            message = said("the text says {worded}, the condition {asked}", **names)
            hint = "write the same number in both, or say the difference under 'reading:'"
            yield remark(rule_file, criterion, CODE, message, hint, criterion.condition)
            return
    for number in worded:
        other = next((each for each in asked if _is_stricter(number, each)), None)
        if other is not None:
            names = {"worded": f"{number.op} {number.shown}", "asked": f"{other.op} {other.shown}"}
            message = said("the text says {worded}, the condition {asked}", **names)
            yield remark(rule_file, criterion, CODE, message, "write the same limit in both", criterion.condition)
            return


def _without(numbers: Sequence[Number], others: Sequence[Number], kind: str) -> list[Number]:
    """Return the numbers of a kind that the others have not."""
    return [each for each in numbers if each.kind == kind and not any(each.is_same(other) for other in others)]


def _shown(numbers: Sequence[Number]) -> str:
    return ", ".join(dict.fromkeys(each.shown for each in numbers))


def _is_stricter(one: Number, other: Number) -> bool:
    """True for the same number with its end in the one limit and out of the other (at least 8, > 8)."""
    is_same_way = any({one.op, other.op} == direction for direction in _DIRECTIONS)
    return is_same_way and one.kind == other.kind and one.is_same(other)
