"""The machine of somebody else: steps written as SQL that DuckDB, PostgreSQL, SQLite and Spark understand alike.

NULL is unknown, and AND, OR and NOT of SQL are Kleene's. All numbers and days are whole numbers, so nothing is rounded
and no database counts months. What differs between them stands in ``Dialect``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from core.engine.columns.column import Column, Holds
from core.engine.columns.steps import (
    Absent,
    Agreed,
    AtMost,
    Compared,
    Constant,
    Counted,
    Excepted,
    Given,
    Greatest,
    Least,
    Listed,
    Multiplied,
    Recorded,
    Reversed,
    Said,
    Step,
    There,
)
from core.engine.deciding.kleene import FALSE, TRUE, UNKNOWN


@dataclass(frozen=True)
class Dialect:
    """What one database writes in its own way: the marks around a name, and its types by what a column holds."""

    id: str
    quote: str
    text: str
    types: Mapping[Holds, str]


_TYPES: Mapping[Holds, str] = {
    Holds.DAY: "INTEGER",
    Holds.NUMBER: "BIGINT",
    Holds.WORD: "TEXT",
    Holds.TRUTH: "SMALLINT",
}
DIALECTS: Mapping[str, Dialect] = {
    each.id: each
    for each in (
        Dialect("duckdb", '"', "TEXT", _TYPES),
        Dialect("postgresql", '"', "TEXT", _TYPES),
        Dialect("sqlite", '"', "TEXT", _TYPES),
        Dialect("spark", "`", "STRING", {**_TYPES, Holds.WORD: "STRING"}),
    )
}
PATIENT = "patient"
"""The column that says who it is."""
JUDGED_ON = "judged_on"
"""The column that says of which day a row is: on another day nothing of it is known."""


class Writer:
    """Writes steps for one database; a step that has a name already is told by it."""

    def __init__(self, dialect: Dialect, named: Mapping[Step, str] | None = None) -> None:
        self._quote = dialect.quote
        self._named = named or {}

    def name(self, name: str) -> str:
        """Return a name as the database reads it, whatever stands in it."""
        return f"{self._quote}{name.replace(self._quote, self._quote * 2)}{self._quote}"

    def column(self, column: Column) -> str:
        """Return the name of a column."""
        return self.name(column.name)

    def write(self, step: Step, indent: str = "") -> str:
        """Return a step as an expression that is true, false or NULL."""
        name = self._named.get(step)
        return self.name(name) if name is not None else WRITTEN[type(step)](step, self, indent)

    def joined(self, word: str, parts: Iterable[Step], indent: str) -> str:
        """Return parts with a word between them, each on a line of its own."""
        inner = indent + "  "
        each = [self.write(part, inner) for part in parts]
        return each[0] if len(each) == 1 else f"(\n{inner}" + f"\n{inner}{word} ".join(each) + f"\n{indent})"


def verdict(expression: str, is_of_day: str) -> str:
    """Return an expression as 1, 0 or -1: 0 of a row that is of another day."""
    cases = f"WHEN {is_of_day} AND {expression} THEN {TRUE} WHEN {is_of_day} AND NOT {expression} THEN {FALSE}"
    return f"CASE {cases} ELSE {UNKNOWN} END"


def words(texts: Iterable[str]) -> str:
    """Return texts as SQL writes them."""
    return ", ".join("'" + text.replace("'", "''") + "'" for text in texts)


def _constant(step: Constant, _writer: Writer, _indent: str) -> str:
    return {TRUE: "TRUE", FALSE: "FALSE"}.get(step.truth, "CAST(NULL AS BOOLEAN)")


def _counted(step: Counted, writer: Writer, indent: str) -> str:
    parts = [writer.write(part, indent + "  ") for part in step.parts]
    certain = " + ".join(f"CASE WHEN {part} THEN 1 ELSE 0 END" for part in parts)
    possible = " + ".join(f"CASE WHEN NOT {part} THEN 0 ELSE 1 END" for part in parts)
    return f"CASE WHEN {certain} >= {step.needed} THEN TRUE WHEN {possible} < {step.needed} THEN FALSE END"


def _agreed(step: Agreed, writer: Writer, indent: str) -> str:
    parts = [writer.write(part, indent + "  ") for part in step.parts]
    return (
        f"CASE WHEN {' AND '.join(parts)} THEN TRUE WHEN {' AND '.join(f'NOT {part}' for part in parts)} THEN FALSE END"
    )


def _at_most(step: AtMost, writer: Writer, _indent: str) -> str:
    first, last = writer.column(step.first), writer.column(step.last)
    return f"CASE WHEN {last} <= {step.day} THEN TRUE WHEN {first} > {step.day} THEN FALSE END"


_SIGNS: Mapping[str, str] = {"!=": "<>"}


def _compared(step: Compared, writer: Writer, _indent: str) -> str:
    sign = _SIGNS.get(step.op, step.op)
    day, number = writer.column(step.day), writer.column(step.number)
    return f"CASE WHEN {day} >= {step.since} THEN {number} {sign} {step.limit} END"


def _multiplied(step: Multiplied, writer: Writer, _indent: str) -> str:
    sign = _SIGNS.get(step.op, step.op)
    day, number, limit = (writer.column(each) for each in (step.day, step.number, step.limit))
    return f"CASE WHEN {day} >= {step.since} THEN {number} * {step.of} {sign} {limit} * {step.times} END"


def _said(step: Said, writer: Writer, _indent: str) -> str:
    day, word = writer.column(step.day), writer.column(step.word)
    fresh = f"{day} >= {step.since} AND " if step.since else ""
    cases = [
        f"WHEN {fresh}{word} IN ({words(told)}) THEN {truth}"
        for told, truth in ((step.true, "TRUE"), (step.false, "FALSE"))
        if told
    ]
    return f"CASE {' '.join(cases)} END" if cases else "CAST(NULL AS BOOLEAN)"


def _there(step: There, writer: Writer, _indent: str) -> str:
    sure, possible = writer.column(step.sure), writer.column(step.possible)
    return f"CASE WHEN {sure} >= {step.first} THEN TRUE WHEN COALESCE({possible}, 0) < {step.first} THEN FALSE END"


def _absent(step: Absent, writer: Writer, _indent: str) -> str:
    born = writer.column(step.born)

    def told(each: Listed) -> str:
        since, as_of, never = (writer.column(column) for column in (each.since, each.as_of, each.never))
        is_whole = f"{as_of} >= {each.fresh} AND ({since} <= {step.first} OR {since} <= {born})"
        return f"({is_whole} OR {never} >= {each.fresh})"

    lists = [told(each) for each in step.lists]
    return f"CASE WHEN {' AND '.join(lists)} THEN FALSE END" if lists else "FALSE"


def _given(step: Given | Recorded, writer: Writer, _indent: str) -> str:
    return f"CASE {writer.column(step.column)} WHEN {TRUE} THEN TRUE WHEN {FALSE} THEN FALSE END"


def _excepted(step: Excepted, writer: Writer, indent: str) -> str:
    column, inner = writer.column(step.column), indent + "  "
    usual = writer.write(step.step, inner)
    return (
        f"CASE WHEN {column} IS NULL THEN\n{inner}{usual}\n"
        f"{indent}WHEN {column} = {TRUE} THEN TRUE WHEN {column} = {FALSE} THEN FALSE END"
    )


WRITTEN: Mapping[type[Step], Callable[[Any, Writer, str], str]] = {
    Constant: _constant,
    Reversed: lambda step, writer, indent: f"(NOT {writer.write(step.part, indent)})",
    Least: lambda step, writer, indent: writer.joined("AND", step.parts, indent),
    Greatest: lambda step, writer, indent: writer.joined("OR", step.parts, indent),
    Counted: _counted,
    Agreed: _agreed,
    AtMost: _at_most,
    Compared: _compared,
    Multiplied: _multiplied,
    Said: _said,
    There: _there,
    Absent: _absent,
    Recorded: _given,
    Given: _given,
    Excepted: _excepted,
}
"""What writes each kind of step."""


def table_text(columns: Iterable[Column], dialect: Dialect, table: str) -> str:
    """Return the statement that makes the table; every column may be empty but who it is."""
    writer = Writer(dialect)
    lines = [f"  {writer.name(PATIENT)} {dialect.text} NOT NULL"]
    lines += [f"  {writer.name(JUDGED_ON)} {dialect.types[Holds.DAY]} NOT NULL"]
    lines += [f"  {writer.column(column)} {dialect.types[column.holds]}" for column in columns]
    return f"CREATE TABLE {writer.name(table)} (\n" + ",\n".join(lines) + "\n);\n"


def query_text(steps: Mapping[str, Step], whole: Mapping[str, Step], day: int, dialect: Dialect, table: str) -> str:
    """Return the query that gives the verdict of each step by its name, and of what is made of several of them.

    ``day`` is the day all of them were planned for.
    """
    alone, joined = Writer(dialect), Writer(dialect, {step: name for name, step in steps.items() if _is_worth(step)})
    inner = ",\n".join(f"    {alone.write(step, '    ')} AS {alone.name(name)}" for name, step in steps.items())
    who, judged_on = alone.name(PATIENT), alone.name(JUDGED_ON)
    is_of_day = f"{judged_on} = {day}"
    told = [f"  {verdict(alone.name(name), is_of_day)} AS {alone.name(name)}" for name in steps]
    told += [f"  {verdict(joined.write(step, '  '), is_of_day)} AS {alone.name(name)}" for name, step in whole.items()]
    lines = ["WITH judged AS (", f"  SELECT {who}, {judged_on},", inner, f"  FROM {alone.name(table)}", ")"]
    lines += ["SELECT", ",\n".join((f"  {who}", *told)), "FROM judged", f"ORDER BY {who}"]
    return "\n".join(lines)


def _is_worth(step: Step) -> bool:
    """A constant is written where it stands."""
    return not isinstance(step, Constant)
