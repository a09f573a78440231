"""A plan asked of a database by the query that is printed, over rows that are written into it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from core.engine.columns.cells import Cells, Row, cells_of, columns_by_name
from core.engine.columns.column import Column, Holds
from core.engine.columns.planning import Plan
from core.engine.columns.sql import JUDGED_ON, PATIENT, Dialect, Writer, query_text
from core.engine.columns.steps import Step
from core.engine.columns.table import table_of
from core.engine.columns.vectors import judge
from core.exchange.columns_sql import FITS
from core.screening.in_columns import FilePlan
from tests.generative.in_columns import NAME, Case, patients, truth_of

Ask = Callable[[str], Sequence[tuple[object, ...]]]
"""Carries out a query and returns its rows."""


def literal(cell: int | str | None, column: Column, dialect: Dialect) -> str:
    """Return one cell as SQL writes it."""
    kind = dialect.types[column.holds]
    if cell is None:
        return f"CAST(NULL AS {kind})"
    if column.holds is Holds.WORD:
        return "'" + str(cell).replace("'", "''") + "'"
    return f"CAST({cell} AS {kind})"


def with_rows(
    query: str, ids: Sequence[str], day: int, columns: Mapping[str, Column], cells: Cells, of: Dialect
) -> str:
    """Return a query over rows that are written into it: no table has to be made."""
    writer = Writer(of)

    def row(at: int) -> str:
        told = [f"'{ids[at]}' AS {writer.name(PATIENT)}", f"{day} AS {writer.name(JUDGED_ON)}"]
        told += [f"{literal(cells[name][at], column, of)} AS {writer.name(name)}" for name, column in columns.items()]
        return f"SELECT {', '.join(told)}"

    rows = " UNION ALL ".join(row(at) for at in range(len(ids)))
    return f"WITH {writer.name('patients')} AS ({rows}), {query.removeprefix('WITH ')}"


def verdicts(
    plans: Mapping[str, Plan], whole: Mapping[str, Step], rows: Sequence[Row], of: Dialect, ask: Ask
) -> list[tuple[object, ...]]:
    """Return what a database says of some patients, in their order."""
    day = next(iter(plans.values())).place.evaluation
    query = query_text({name: plan.step for name, plan in plans.items()}, whole, day, of, "patients")
    ids = [row.id for row in rows]
    found = ask(with_rows(query, ids, day, columns_by_name(plans.values()), cells_of(plans, rows), of))
    by_id = {told[0]: tuple(told[1:]) for told in found}
    return [by_id[each] for each in ids]


def differing(cases: Iterable[Case], of: Dialect, ask: Ask) -> Iterator[str]:
    """Yield the names of the cases of which a database says another thing than the deciding engine."""
    for each in cases:
        ((verdict,),) = verdicts({NAME: each.plan}, {}, [each.row], of, ask)
        if verdict != each.truth:
            yield f"{each.name}: {verdict}, not {each.truth}"


def differing_patients(files: Iterable[FilePlan], seeds: range, of: Dialect, ask: Ask) -> Iterator[str]:
    """Yield what a database says otherwise of invented patients by some files."""
    rows = patients(seeds)
    for file in files:
        fits = judge(file.fits, table_of(file.plans, rows))
        found = verdicts(file.plans, {FITS: file.fits}, rows, of, ask)
        for at, (row, told) in enumerate(zip(rows, found, strict=True)):
            truths = [*(truth_of(plan, name, row) for name, plan in file.plans.items()), int(fits[at])]
            for name, verdict, truth in zip((*file.plans, FITS), told, truths, strict=True):
                if verdict != truth:
                    yield f"{row.id} {name}: {verdict}, not {truth}"
