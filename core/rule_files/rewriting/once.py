"""What criterion after criterion repeats, written once: ``default`` and ``results``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from core.rule_files.reading import defaults
from core.rule_files.reading.limits import ASKING
from core.rule_files.reading.translations import TEXTS
from core.rule_files.rewriting.edits import Edit, Group, criteria_of, end_of, line_before_lists, start_of, taken_out
from core.source_text.editing import content_of
from core.source_text.lines import Lines
from core.source_text.tree import Mapping, Scalar, Sequence, Tree

RESULTS = "results"
_FEWEST = 3
"""So many repetitions are worth a line of their own; less than half of the criteria are no default."""
_WINDOW = re.compile(r"\bwithin (?:\d+ (?:day|week|month|year)s?|[a-z][a-z_]*)(?: (?:before|of) [a-z][a-z_]*)?")


def defaults_said(lines: Lines, tree: Mapping) -> list[Group]:
    """Return one group for each key of ``default``: where it is written once, and where it is no longer repeated."""
    held = tree.get(defaults.KEY)
    if held is not None and not isinstance(held, Mapping):
        return []
    told = {} if held is None else {entry.key.text: entry.value for entry in held}
    groups = [_redundant(lines, tree, key, told[key]) for key in defaults.KEYS if key in told]
    new = [(key, value) for key in defaults.KEYS if key not in told and (value := _repeated(lines, tree, key))]
    if new:
        written = ", ".join(f"{key}: {value}" for key, (value, _) in new)
        placed = _placed(lines, tree, held, written)
        outs = [edit for _, (_, edits) in new for edit in edits]
        groups += [] if placed is None else [(placed, *outs)]
    return [group for group in groups if group]


def _redundant(lines: Lines, tree: Mapping, key: str, value: Tree) -> Group:
    """Return the edits that take out what ``default`` says already."""
    wanted = content_of(value)
    return tuple(
        edit
        for criterion in criteria_of(tree)
        if (written := criterion.get(key)) is not None and content_of(written) == wanted
        if (edit := taken_out(lines, criterion, key)) is not None
    )


def _repeated(lines: Lines, tree: Mapping, key: str) -> tuple[str, Group] | None:
    """Return what most criteria say at a key, as it is written, if each criterion says something there."""
    values = [criterion.get(key) for criterion in criteria_of(tree)]
    ends = [None if value is None else end_of(lines, value) for value in values]
    if None in values:
        return None  # a criterion that says nothing would say this
    counted = Counter(
        str(content_of(value)) for value, end in zip(values, ends, strict=True) if value is not None and end is not None
    )
    most = counted.most_common(1)
    for value, end in zip(values, ends, strict=True) if most else ():
        if value is None or end is None or str(content_of(value)) != most[0][0]:
            continue
        edits = _redundant(lines, tree, key, value)
        is_worth = len(edits) >= _FEWEST and 2 * len(edits) > len(values)
        return (lines.text[start_of(lines, value) : end], edits) if is_worth else None
    return None


def _placed(lines: Lines, tree: Mapping, held: Mapping | None, written: str) -> Edit | None:
    if held is None:
        return line_before_lists(lines, tree, f"{defaults.KEY}: {{{written}}}")
    end = end_of(lines, held)
    return None if end is None or not held.entries else Edit(end - 1, end - 1, f", {written}")


def window_named(lines: Lines, tree: Mapping) -> Group | None:
    """Return the line ``results: within …`` of the window that most sentences name; None where there is one already."""
    if tree.get(RESULTS) is not None:
        return None
    counted = Counter(match[0] for scalar in _sentences(tree) for match in _WINDOW.finditer(scalar.text))
    window, count = next(iter(counted.most_common(1)), ("", 0))
    edit = line_before_lists(lines, tree, f"{RESULTS}: {window}") if count >= _FEWEST else None
    return None if edit is None else (edit,)


def windows_said(lines: Lines, tree: Mapping) -> list[Group]:
    """Return for each sentence the edit that leaves out the window which ``results`` names."""
    window = tree.get(RESULTS)
    if not isinstance(window, Scalar):
        return []
    groups = [tuple(_without(lines, scalar, f" {window.text}")) for scalar in _sentences(tree)]
    return [group for group in groups if group]


def _without(lines: Lines, scalar: Scalar, phrase: str) -> Iterator[Edit]:
    for match in re.finditer(rf"{re.escape(phrase)}(?![\w])", scalar.text):
        start, end = (lines.offset(scalar.places[at]) for at in match.span())
        if lines.text[start:end] == phrase:
            yield Edit(start, end, "")


def _sentences(tree: Tree, *, is_asking: bool = False) -> Iterator[Scalar]:
    """Yield the texts of conditions."""
    if isinstance(tree, Mapping):
        for entry in tree:
            key = entry.key.text
            if key not in TEXTS and key != "examples":
                yield from _sentences(entry.value, is_asking=is_asking or key in ASKING)
    elif isinstance(tree, Sequence):
        for item in tree:
            yield from _sentences(item, is_asking=is_asking)
    elif is_asking:
        yield tree
