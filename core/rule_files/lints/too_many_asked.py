"""Therapy rules that ask for more drugs than they count."""

from __future__ import annotations

from collections.abc import Iterator

from core.criteria.nodes import Therapy, walk
from core.criteria.scope import Scope
from core.language.said import said
from core.rule_files.remarks import conditions_of, remark, scope_of
from core.rule_files.rule_file import RuleFile
from core.source_text.problem import Problem


def lint(rule_file: RuleFile) -> Iterator[Problem]:
    """Yield therapy rules whose ``at_least`` no patient can reach; lines and regimens have no bound."""
    scope = scope_of(rule_file)
    for criterion in rule_file.all_criteria:
        for condition in conditions_of(criterion):
            for node in walk(condition):
                most = _most(node, scope) if isinstance(node, Therapy) else None
                if isinstance(node, Therapy) and most is not None and node.at_least > most:
                    message = said("at least {needed} are asked, {most} can count", needed=node.at_least, most=most)
                    hint = said("write at most {most}, or name more under 'of'", most=most)
                    yield remark(rule_file, criterion, "too-many-asked", message, hint, node)


def _most(node: Therapy, scope: Scope) -> int | None:
    """Return how many can count at most; None where that is open."""
    if node.counting in ("lines", "regimens") or not node.of:
        return None
    if node.counting == "groups":
        return len(node.of)
    drugs = scope.drugs(node.of)
    if any(scope.catalogue.drugs[name].is_any for name in drugs):
        return None
    once = [scope.drugs(names) & drugs for names in node.count_once]
    merged = frozenset[str]().union(*once)
    return len(drugs - merged) + len([names for names in once if names])
