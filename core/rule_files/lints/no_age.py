"""A protocol without any criterion on age (language case G42)."""

from __future__ import annotations

from collections.abc import Iterator

from core.catalogue.concept import Aspect, Kind
from core.criteria.nodes import Between, Compare
from core.criteria.values import Term
from core.rule_files.remarks import nodes_of, remark_on_file, scope_of
from core.rule_files.rule_file import RuleFile, RuleKind
from core.source_text.problem import Problem


def lint(rule_file: RuleFile) -> Iterator[Problem]:
    """Yield a warning for a protocol that asks for no age."""
    if rule_file.kind is not RuleKind.PROTOCOL or not rule_file.is_inclusion_public:
        return
    ages = {concept.id for concept in scope_of(rule_file).catalogue.of_kind(Kind.AGE)}
    is_asked = any(
        isinstance(node, Compare | Between) and isinstance(node.subject, Term) and node.subject.name in ages
        for node in nodes_of(rule_file)
    )
    if not is_asked and not any(Aspect.AGE in criterion.concerns for criterion in rule_file.all_criteria):
        hint = "add a criterion such as 'require: age >= 18 years', or 'not_public: the limits of age'"
        yield remark_on_file(rule_file, "no-age", "no criterion asks for an age", hint)
