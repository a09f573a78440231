"""Criteria that no worked example shows both ways; by the names in the examples alone."""

from __future__ import annotations

from collections.abc import Iterator

from core.language.said import said
from core.rule_files.reach import reach_of
from core.rule_files.remarks import remark, remark_on_file
from core.rule_files.rule_file import Expected, Form, RuleFile
from core.source_text.problem import Problem

CODE = "untested"
_ALL_PASS = ("eligible", "possible", "for the board: within usual limits")


def lint(rule_file: RuleFile) -> Iterator[Problem]:
    """Yield criteria that fail in no example, or pass in none."""
    expected = [each for example in rule_file.examples for each in example.expected]
    if not expected:
        hint = "write 'examples:' with a patient for whom everything passes, and one for each criterion that fails"
        yield remark_on_file(rule_file, CODE, "the file has no worked examples", hint)
        return
    failing = {name for each in expected for name in each.fails or ()}
    for criterion in rule_file.all_criteria:
        if criterion.form is not Form.CONDITION:
            continue
        reach = reach_of(criterion.satisfied)
        if reach.is_false and criterion.id not in failing:
            message = said("no example shows '{id}' failing", id=criterion.id)
            yield remark(
                rule_file, criterion, CODE, message, said("add an example with 'fails: [{id}]'", id=criterion.id)
            )
        elif reach.is_true and not any(_passes(criterion.id, each) for each in expected):
            message = said("no example shows '{id}' passing", id=criterion.id)
            yield remark(rule_file, criterion, CODE, message, "add an example in which it passes")


def _passes(name: str, expected: Expected) -> bool:
    """True if an example says that a criterion passes, or says of others that they fail and not of this one."""
    if expected.conclusion in _ALL_PASS:
        return True
    named = (*(expected.fails or ()), *(expected.unknown or ()), *(expected.deferred or ()))
    return expected.fails is not None and name not in named
