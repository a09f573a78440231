"""Prints the specification tables into ``docs/specification.md``: run ``python -m tests.spec.print_tables``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from core.rule_files.rule_file import Example, Expected
from core.source_text.tree import Mapping
from tests.spec.conclusion_table import BOARD_LINES, COLUMNS, LINES, Line
from tests.spec.plain_yaml import in_lines, inside, on_one_line
from tests.spec.tables import Row, RowSet, Table, tables
from tests.spec.whole_files import WrittenExample, checked, paths, written_examples

PAGE = Path(__file__).parents[2] / "docs" / "specification.md"
_VERDICTS = {"true": "passes", "false": "fails", "unknown": "unknown"}
_LETTERS = {"T": "true", "F": "false", "U": "unknown"}

_INTRODUCTION = """\
# What the rule language means, by example

This page is printed from the tables in `tests/spec` by `python -m tests.spec.print_tables`, and a test keeps it
current. Every row is run on both engines: what stands here is what the program does. `docs/meaning.md` says the same
in sentences. Behind a heading stand the cases it settles: G1 to G53 are the questions the language had to answer,
patterns 1 to 53 the forms of logic seen in published trials, rules the sections of the language, decisions those of
`docs/decisions` with their points.

A row names what is on record (beside what the set says is on record in every row), the day where it is another than
the table's, what comes out, and why it is unknown. In sets that show a criterion the words are *passes* and *fails*.
Patients are invented.
"""

_CONCLUSIONS = """\
## Conclusions

The first line that fits decides. Before it: a patient with none of the file's diseases has *other disease*, and a
cohort whose membership is false is *not this cohort*. "Ends on one day": waiting, or stopping a drug and waiting,
cures every failure, and there is one day on which all of it is true together. "Says enough": the disease is known, and
criteria on age, on activity or severity, and on earlier treatment are in the file and pass. What is due later is
listed and not counted. *Not yet* speaks of what fails; what is deferred stands beside it.

A headline is told with the later points at which something fails ("eligible at screening; leukapheresis not before
9 May 2027"), and a file that is closed, withdrawn or does not recruit begins with that: its word never stands for
somebody who could go there (`docs/decisions/0019-how-a-conclusion-is-told.md`).
"""

_FILES = """\
## Whole files

Cohorts, decision points and conclusions need a whole file. Each is a small invented one from `tests/spec/files`.
"""


def page() -> str:
    """Return the page."""
    return "\n".join(_lines()).rstrip() + "\n"


def _lines() -> Iterator[str]:
    yield _INTRODUCTION
    for table in tables():
        yield from _table(table)
    yield _CONCLUSIONS
    yield from _conclusions("A protocol", LINES)
    yield from _conclusions("A programme", BOARD_LINES)
    yield _FILES
    for path in paths():
        yield from _whole_file(path)


# --- tables


def _table(table: Table) -> Iterator[str]:
    yield f"## {table.title}"
    yield ""
    yield f"{table.about.strip()} Evaluated on {table.on} unless a row says otherwise."
    yield ""
    if table.declares.entries:
        yield "The file declares:"
        yield ""
        yield from _code(in_lines(table.declares))
    for each in table.sets:
        yield from _set(table, each)


def _set(table: Table, each: RowSet) -> Iterator[str]:
    yield f"### {_sentence(each.says)}"
    yield ""
    yield f"`{table.name}/{each.name}` · {', '.join(each.cases)}"
    yield ""
    asked = each.criterion if each.criterion is not None else each.condition
    if asked is not None:
        yield from _code(in_lines(asked))
    if each.patient.entries:
        yield "On record in every row:"
        yield ""
        yield from _code(in_lines(each.patient))
    lettered = [row for row in each.rows if row.letters]
    written = [row for row in each.rows if not row.letters]
    if lettered:
        yield from _letter_table(each, lettered)
    if written:
        yield from _row_table(table, each, written)


def _letter_table(each: RowSet, lettered: list[Row]) -> Iterator[str]:
    yield from _grid(
        (*each.questions, "answer"),
        ([_LETTERS[letter] for letter in row.letters.split()] for row in lettered),
    )


def _row_table(table: Table, each: RowSet, written: list[Row]) -> Iterator[str]:
    days = any(_day(table, row) for row in written)
    head = ("", "on record", "day", "result", "why") if days else ("", "on record", "result", "why")
    yield from _grid(head, (_row(table, each, row, has_day=days) for row in written))


def _row(table: Table, each: RowSet, row: Row, *, has_day: bool) -> list[str]:
    says = _sentence(row.says)
    if row.condition is not None and row.condition is not each.condition:
        says += f"<br>{_inline(on_one_line(row.condition), is_text=not isinstance(row.condition, Mapping))}"
    if row.criterion is not None and row.criterion is not each.criterion:
        says += f"<br>{_inline(inside(row.criterion))}"
    if row.declares is not table.declares and row.declares.entries != table.declares.entries:
        changed = [entry for entry in row.declares if entry not in table.declares.entries]
        says += "".join(f"<br>declares {_inline(f'{e.key.text}: {on_one_line(e.value)}')}" for e in changed)
    record = _inline(inside(row.added)) if row.added.entries else ""
    cells = [says, record, _day(table, row), _result(row), _why(row)]
    return cells if has_day else [*cells[:2], *cells[3:]]


def _day(table: Table, row: Row) -> str:
    parts = [str(row.on)] if row.on != table.on else []
    if row.decision != row.on:
        parts.append(f"decided for {row.decision}")
    return ", ".join([*parts, *(f"{name} on {day}" for name, day in row.anchors)])


def _result(row: Row) -> str:
    expected = row.expected
    if expected.refused:
        return f"refused: {expected.refused}"
    return f"**{_VERDICTS[expected.truth] if row.criterion is not None else expected.truth}**"


def _why(row: Row) -> str:
    expected = row.expected
    parts = [", ".join(expected.causes)] if expected.causes else []
    if expected.asks:
        parts.append(f"asks for {', '.join(expected.asks)}")
    if expected.assumed:
        parts.append(f"assumed: {', '.join(expected.assumed)}")
    if expected.evidence and expected.truth != "unknown":
        parts.append(f"rests on {', '.join(expected.evidence)}")
    return "; ".join(parts)


# --- conclusions and whole files


def _conclusions(title: str, lines: Iterable[Line]) -> Iterator[str]:
    yield f"### {title}"
    yield ""
    yield from _grid((*COLUMNS, "conclusion"), ([*line.cells, f"**{line.word.value}**"] for line in lines))


def _whole_file(path: Path) -> Iterator[str]:
    rule_file = checked(path).rule_file
    yield f"### {rule_file.title['en']}"
    yield ""
    yield f"`tests/spec/files/{path.name}`:"
    yield ""
    text = path.read_text(encoding="utf-8")
    start = text.index("\ndiseases:") + 1
    yield from _code(text[start : text.index("\nexamples:")].splitlines())
    written = {example.name: example for example in written_examples(path)}
    yield from _grid(
        ("example", "settles", "patient", "expected"),
        (
            [
                f"{_sentence(example.name)} ({example.on})",
                _sentence(written[example.name].note),
                _patient(written[example.name]),
                _expected(example),
            ]
            for example in rule_file.examples
        ),
    )


def _patient(example: WrittenExample) -> str:
    return "<br>".join(_inline(f"{entry.key.text}: {on_one_line(entry.value)}") for entry in example.patient)


def _expected(example: Example) -> str:
    parts = [f"{expected.target}: {_one_expected(expected)}" for expected in example.expected]
    if example.due_later:
        parts.append(f"due later: {', '.join(example.due_later)}")
    return "<br>".join(parts)


def _one_expected(expected: Expected) -> str:
    parts = [f"**{expected.conclusion}**"] if expected.conclusion else []
    named = (("fails", expected.fails), ("unknown", expected.unknown), ("deferred", expected.deferred))
    parts += [f"{label} {', '.join(names)}" for label, names in named if names]
    parts += [f"if {', '.join(expected.stop)} is stopped"] if expected.stop else []
    parts += [f"not before {expected.not_before}"] if expected.not_before is not None else []
    parts += [f"assumed: {', '.join(expected.assumed)}"] if expected.assumed else []
    return ", ".join(parts)


# --- markdown


def _code(lines: Iterable[str]) -> Iterator[str]:
    yield "```yaml"
    yield from lines
    yield "```"
    yield ""


def _grid(head: Iterable[str], rows: Iterable[list[str]]) -> Iterator[str]:
    columns = list(head)
    yield f"| {' | '.join(columns)} |"
    yield f"|{'---|' * len(columns)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', '/') for cell in row)} |"
    yield ""


def _inline(text: str, *, is_text: bool = False) -> str:
    shown = text.strip('"') if is_text else text
    return f"`{shown}`"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
