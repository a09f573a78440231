"""Exclusions by what a patient does not have: mostly a negation too many."""

from __future__ import annotations

from collections.abc import Iterator

from core.criteria.nodes import Condition, Had, Has, Not, Received
from core.criteria.printing.sentences import print_sentence
from core.language.said import said
from core.rule_files.remarks import remark
from core.rule_files.rule_file import Criterion, Polarity, RuleFile
from core.source_text.problem import Problem


def lint(rule_file: RuleFile) -> Iterator[Problem]:
    """Yield exclusions of everybody who does not have, had not or did not receive something."""
    for criterion in rule_file.all_criteria:
        negated = _negated(criterion)
        if negated is not None:
            meant = print_sentence(negated)
            message = said("who has it not is excluded: 'not {meant}'", meant=meant)
            hint = said("write 'exclude_if: {meant}', or 'require: {meant}' as an inclusion", meant=meant)
            yield remark(rule_file, criterion, "double-negation", message, hint, criterion.condition)


def _negated(criterion: Criterion) -> Condition | None:
    match criterion.condition:
        case Not(part) if criterion.polarity is Polarity.EXCLUSION and isinstance(part, Has | Had | Received):
            return part
        case _:
            return None
