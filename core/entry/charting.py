"""From statements to a chart, by the reader of patient files: entry and file cannot be understood in two ways."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.chart.reading.whole import chart_from_tree
from core.chart.sections import Shape, section_of
from core.entry.statement import Plain, Statement
from core.source_text import tree
from core.source_text.problem import Problem, Span

Tag = TypeVar("Tag", bound=Hashable)
Trees = dict[tuple[Statement, int], tree.Tree]
"""The trees of statements by the line they stand on; of one patient, and gone with the patient's desk."""
_MOST_TREES = 4096
"""A patient has some hundred statements; what was typed letter by letter need not be kept for ever."""


@dataclass(frozen=True)
class Charting(Generic[Tag]):
    """A chart with the way back: whose statement an entry is, and what is wrong with which statement.

    ``tags`` leads from the names evidence uses (``creatinine/2``) to the tags the statements came with.
    """

    chart: Chart
    tags: Mapping[str, Tag]
    problems: Mapping[Tag, tuple[Problem, ...]]


def chart_of(
    patient_id: str, statements: Sequence[tuple[Tag, Statement]], catalogue: Catalogue, trees: Trees | None = None
) -> Charting[Tag]:
    """Return the chart the statements make, in their order; a statement with a problem is left out of it.

    ``trees`` keeps what was read from one chart of a patient to the next.
    """
    desk = _Desk(patient_id, {} if trees is None else trees)
    for number, (_, statement) in enumerate(statements, start=1):
        desk.place(statement, number)
    problems: list[Problem] = []
    chart = chart_from_tree(desk.tree(), "", catalogue, problems)
    tags = {ref: statements[number - 1][0] for ref, number in desk.refs.items()}
    return Charting(chart, tags, _by_tag(problems, [tag for tag, _ in statements]))


def _by_tag(problems: Iterable[Problem], tags: Sequence[Tag]) -> dict[Tag, tuple[Problem, ...]]:
    """Every node of a statement's tree stands on the line of its number, so a problem's line says whose it is."""
    found: dict[Tag, tuple[Problem, ...]] = {}
    for problem in problems:
        if 1 <= problem.span.line <= len(tags):
            tag = tags[problem.span.line - 1]
            found[tag] = (*found.get(tag, ()), problem)
    return found


class _Desk:
    """Sorts statements into the tree of one patient file."""

    def __init__(self, patient_id: str, trees: Trees) -> None:
        self._trees = trees
        self.refs: dict[str, int] = {}
        self._one: dict[str, tree.Tree] = {"id": _scalar(patient_id, 0)}
        self._lists: dict[str, list[tree.Tree]] = {}
        self._keyed: dict[str, dict[str, list[tree.Tree]]] = {}

    def place(self, statement: Statement, number: int) -> None:
        """Put the statement where a patient file has it; the reader numbers the items of a list from 1."""
        section, key = statement.section, statement.key
        content = self._trees.get((statement, number))
        if content is None:
            if len(self._trees) >= _MOST_TREES:
                self._trees.clear()
            content = self._trees[(statement, number)] = tree_of(statement.plain, number)
        match section_of(section).shape:
            case Shape.ONE:
                self._one[section] = content
                self.refs[section] = number
            case Shape.BY_KEY:
                self._keyed.setdefault(section, {})[key] = [content]
            case Shape.VERSIONS:
                items = self._keyed.setdefault(section, {}).setdefault(key, [])
                items.append(content)
                self.refs[f"{section}/{key}/{len(items)}"] = number
            case Shape.LIST:
                items = self._lists.setdefault(section, [])
                items.append(content)
                self.refs[f"{section}/{len(items)}"] = number

    def tree(self) -> tree.Mapping:
        """Return the whole file."""
        entries: dict[str, tree.Tree] = dict(self._one)
        for section, items in self._lists.items():
            entries[section] = tree.Sequence(tuple(items), items[0].span, is_flow=True)
        for section, by_key in self._keyed.items():
            entries[section] = _mapping({key: _one_or_list(section, items) for key, items in by_key.items()}, 0)
        return _mapping(entries, 0)


def _one_or_list(section: str, items: Sequence[tree.Tree]) -> tree.Tree:
    if section_of(section).shape is Shape.BY_KEY:
        return items[0]
    return tree.Sequence(tuple(items), items[0].span, is_flow=True)


def tree_of(content: Plain, line: int) -> tree.Tree:
    """Return a content as a tree that stands on one line."""
    if isinstance(content, str):
        return _scalar(content, line)
    if isinstance(content, list):
        return tree.Sequence(tuple(tree_of(item, line) for item in content), Span(line, 1, 1), is_flow=True)
    return _mapping({key: tree_of(value, line) for key, value in content.items()}, line)


def _scalar(text: str, line: int) -> tree.Scalar:
    return tree.Scalar(text, Span(line, 1, 1), is_quoted=False, places=tree.PlacesOnLine(line, 1, len(text) + 1))


def _mapping(values: Mapping[str, tree.Tree], line: int) -> tree.Mapping:
    entries = tuple(tree.Entry(_scalar(key, value.span.line), value) for key, value in values.items())
    return tree.Mapping(entries, Span(line, 1, 1), is_flow=True)
