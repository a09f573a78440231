"""A wording that names drugs one by one, and a condition that asks for their whole class."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.catalogue.catalogue import Catalogue
from core.language.said import said
from core.rule_files.lints.class_unlisted import names_in
from core.rule_files.remarks import conditions_of, remark, scope_of, walk_outside
from core.rule_files.rule_file import RuleFile
from core.rule_files.worded import is_open_list
from core.source_text.problem import Problem

_SHORTEST = 4
_MOST_SHOWN = 3


def lint(rule_file: RuleFile) -> Iterator[Problem]:
    """Yield criteria that ask for a class of which their text names some drugs, and none that stands for the rest."""
    scope = scope_of(rule_file)
    for criterion in rule_file.all_criteria:
        text = f"{criterion.text} {criterion.reading}"
        if is_open_list(text):
            continue
        for node in (each for condition in conditions_of(criterion) for each in walk_outside(condition)):
            for name in names_in(node):
                named, others = ((), ()) if name in scope.groups else _parted(name, text, scope.catalogue)
                if named and others:
                    rest = f"{', '.join(others[:_MOST_SHOWN])}{' …' if len(others) > _MOST_SHOWN else ''}"
                    words = {"named": ", ".join(named), "name": name, "others": rest}
                    message = said("the text names {named}, '{name}' also takes in {others}", **words)
                    hint = "name the drugs, or say in the text that others count too"
                    yield remark(rule_file, criterion, "class-wider", message, hint, node)


def _parted(name: str, text: str, catalogue: Catalogue) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the drugs of a class that a text names, and those that it does not; none where it names the class."""
    known = catalogue.classes.get(name)
    if known is None or _is_named((name, *known.label.values(), *known.also), text):
        return (), ()
    drugs = [catalogue.drugs[each] for each in known.members if each in catalogue.drugs]
    named = [each.id for each in drugs if _is_named((each.id, *each.label.values(), *each.also), text)]
    return tuple(named), tuple(each.id for each in drugs if each.id not in named)


def _is_named(names: tuple[str, ...], text: str) -> bool:
    spelled = (re.escape(each.replace("_", " ").removesuffix("s")) for each in names if len(each) >= _SHORTEST)
    return re.search(rf"\b(?:{'|'.join(spelled)})", text.replace("-", " "), re.IGNORECASE) is not None
