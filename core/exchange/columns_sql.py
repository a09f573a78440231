"""A rule file as SQL: the query, the table it reads, and what of the table only the deciding engine can make."""

from __future__ import annotations

from collections.abc import Iterator

from core.engine.columns.column import Column, VerdictOf
from core.engine.columns.sql import JUDGED_ON, Dialect, query_text, table_text
from core.screening.in_columns import Asked, FilePlan

TABLE = "patients"
FITS = "fits"


def columns_of_file(file: FilePlan) -> tuple[Column, ...]:
    """Return every column that the conditions of a file read, what is on record first."""
    columns = dict.fromkeys(column for each in file.asked.values() for column in each.plan.columns)
    return tuple(sorted(columns, key=lambda each: isinstance(each, VerdictOf)))


def file_as_sql(file: FilePlan, dialect: Dialect, table: str = TABLE) -> str:
    """Return the query with a head that says what the table holds and what the deciding engine has to have made."""
    steps = {name: each.plan.step for name, each in file.asked.items()}
    query = query_text(steps, {FITS: file.fits}, file.on.toordinal(), dialect, table)
    return "\n".join((*_head(file), query)) + ";\n"


def schema_as_sql(file: FilePlan, dialect: Dialect, table: str = TABLE) -> str:
    """Return the statement that makes the table."""
    return table_text(columns_of_file(file), dialect, table)


def _head(file: FilePlan) -> Iterator[str]:
    rule_file = file.compiled.checked.rule_file
    columns = columns_of_file(file)
    recorded = [each for each in columns if not isinstance(each, VerdictOf)]
    given = [each for each in columns if isinstance(each, VerdictOf) and not each.is_exception]
    yield _comment(f"{rule_file.id} {rule_file.version} for patients judged on {file.on.isoformat()}.")
    yield f"-- Of rows of another {JUDGED_ON} than {file.on.toordinal()} nothing is known."
    yield "-- 1 passes (or fits), -1 does not, 0 is not known."
    yield "-- One row a patient. Empty: nothing on record. Days are counted from 0001-01-01, which is 1."
    yield "-- A number is twice its millionths in the unit named, and one more where it lies between two of them."
    yield "--"
    yield "-- What is on record:"
    yield from (_comment(f"  {each.name}: {each.told}") for each in recorded)
    yield "--"
    yield "-- Needs the deciding engine (main.py rules table makes it), since columns cannot say it:"
    yield from (_comment(f"  {each.name}: {each.told}") for each in given)
    yield "--   every column that ends in _exception: the verdict on whoever columns do not suffice for, else empty"
    yield "--"
    yield "-- What is asked:"
    yield from (_comment(f"  {name}: {_asked(each, file)}") for name, each in file.asked.items())
    yield ""


def _asked(each: Asked, file: FilePlan) -> str:
    if not each.criterion:
        return f"belongs to {each.cohort or 'the file'} ({each.point})"
    criterion = file.compiled.criteria[(each.cohort, each.criterion)].criterion
    return f"{criterion.text} ({each.point})"


def _comment(text: str) -> str:
    """Return a text as a comment of one line, whatever is in it."""
    return f"-- {' '.join(text.split())}" if not text.startswith(" ") else f"--   {' '.join(text.split())}"
