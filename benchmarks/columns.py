"""One rule of 22 criteria over the same columns: ours, the memory bus, and peers with expressions written by hand.

``uv run --group bench python -m benchmarks.columns [--picture FILE]``

Every machine is given the same arrays (days as int32, numbers as int32 where all of them fit) in the form it likes
best, and gives 1, 0 or -1 for each patient; all verdicts are compared with ours, and ours with the deciding engine on
the first patients. The bus is a copy of the same bytes into memory that is already there. Told are the time of all
cores together, which a busy machine hardly changes, and the clock: polars, DuckDB and ours use every core. Every
machine in every round, the median of the rounds. What a machine has to build before (a table of its own) is not
counted.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import duckdb
import numpy as np
import polars as pl
from numpy.typing import NDArray

from benchmarks.curve import Line, curve
from benchmarks.peers import LIMITS, ON, TEST
from core.catalogue.reading import load_catalogue
from core.chart.chart import Chart
from core.chart.entries import Finding
from core.chart.values import Measured, Scored, TestResult
from core.criteria.parsing.sentences import read_sentence
from core.criteria.scope import Scope
from core.engine.columns.column import Born
from core.engine.columns.place import Place
from core.engine.columns.planning import Plan, plan_of
from core.engine.columns.steps import AtMost, Compared, Said, Step, parts_of
from core.engine.columns.table import Array, Table, narrowed
from core.engine.columns.vectors import judge
from core.engine.deciding.record import record_of
from core.values.interval import Interval
from core.values.partial_date import PartialDate
from core.values.quantity import Quantity

SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
MOST_ROWS = {"SQLite": 1_000_000, "plain Python": 1_000_000}
"""Beyond it a machine would take longer than the rest of the run together."""
ROUNDS = 9
FEW_ROUNDS = 3
SLOW = 1.0
CHECKED = 2_000
"""So many patients are asked of the deciding engine as well."""
THREADS = os.cpu_count() or 1
MISSING = STALE = FAILS = 0.03
Verdicts = NDArray[np.int8]
Judging = Callable[[], Verdicts]


@dataclass(frozen=True)
class Bound:
    """One criterion as a hand writes it: a number (or day) of a row against a limit, where its day is new enough."""

    day: str
    since: int
    number: str
    sign: str
    limit: int


def the_plan(scope: Scope) -> Plan:
    """Return the rule of the other benchmark as a plan."""
    sentence = " and ".join(f"{name} {op} {limit} {unit}".strip() for name, (op, limit, unit) in LIMITS.items())
    condition, slips = read_sentence(f"age between 18 years and 65 years and {sentence} and hiv is negative", scope)
    if condition is None or slips:
        raise ValueError(slips)
    on = ON.toordinal()
    return plan_of(condition, scope, Place(on, on, dict.fromkeys(scope.anchors, on)), "rule")


def leaves(step: Step) -> list[Step]:
    """Return the steps of a plan that read columns."""
    found = [leaf for part in parts_of(step) for leaf in leaves(part)]
    return found or [step]


def table(plan: Plan, count: int, seed: int) -> Table:
    """Return so many patients: most values pass, some are missing, too old, or fail."""
    chance = np.random.default_rng(seed)
    on = ON.toordinal()
    born = chance.integers(on - 70 * 365, on - 15 * 365, count).astype(np.int32)
    arrays: dict[str, Array] = {Born("first").name: born, Born("last").name: born}
    for leaf in leaves(plan.step):
        if isinstance(leaf, Compared | Said):
            days = (on - chance.integers(0, 5, count)).astype(np.int32)
            days[chance.random(count) < STALE] = on - 5000
            days[chance.random(count) < MISSING] = 0
            arrays[leaf.day.name] = days
        fails = chance.random(count) < FAILS
        if isinstance(leaf, Compared):
            is_least = leaf.op == ">="
            near, far = np.int64(leaf.limit * 13 // 10), np.int64(leaf.limit * 7 // 10)
            good, bad = (near, far) if is_least else (far, near)
            spread = chance.integers(0, 3, count) * 2000  # even: whole thousandths
            edge = np.where(fails, bad, good) // 2000 * 2000
            arrays[leaf.number.name] = narrowed(edge + np.where(is_least == fails, -spread, spread))
        if isinstance(leaf, Said):
            arrays[leaf.word.name] = np.where(fails, 2, 1).astype(np.int16)
    return Table(tuple(map(str, range(count))), arrays, {"negative": 1, "positive": 2})


def bounds(plan: Plan) -> tuple[Bound, ...]:
    """Return the criteria as a hand would write them down."""
    found: list[Bound] = []
    for leaf in leaves(plan.step):
        match leaf:
            case Compared():
                found.append(Bound(leaf.day.name, leaf.since, leaf.number.name, leaf.op, leaf.limit))
            case Said():
                found.append(Bound(leaf.day.name, leaf.since, leaf.word.name, "=", 1))
            case AtMost():
                name = leaf.first.name  # births are known to the day here
                sign = "<=" if not any(each.number == name for each in found) else ">"
                found.append(Bound(name, 1, name, sign, leaf.day))
            case _:
                raise TypeError(leaf)
    return tuple(found)


# --- the bus, and machines written by hand


def bus(rows: Table, threads: int) -> Judging:
    """Copy the bytes of the table into memory that is already there."""
    pairs = [(source, np.zeros_like(source)) for source in rows.arrays.values()]
    nothing = np.zeros(0, np.int8)

    def copy_part(part: int) -> None:
        for source, target in pairs:
            cut = slice(len(source) * part // threads, len(source) * (part + 1) // threads)
            np.copyto(target[cut], source[cut])

    def work() -> Verdicts:
        if threads == 1:
            copy_part(0)
            return nothing
        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(copy_part, range(threads)))
        return nothing

    return work


_COMPARE: Mapping[str, Callable[[Array, int], NDArray[np.bool_]]] = {
    ">=": np.greater_equal, "<=": np.less_equal, ">": np.greater, "=": np.equal,
}  # fmt: skip


def plain_numpy(rows: Table, rule: tuple[Bound, ...]) -> Judging:
    """The least of -1, 0 and 1 over whole arrays, as it is usually written."""

    def work() -> Verdicts:
        found = np.ones(len(rows), np.int8)
        for each in rule:
            holds = _COMPARE[each.sign](rows.arrays[each.number], each.limit)
            known = rows.arrays[each.day] >= each.since
            np.minimum(found, np.where(known, np.where(holds, np.int8(1), np.int8(-1)), np.int8(0)), out=found)
        return found

    return work


def _polars_holds(each: Bound) -> pl.Expr:
    number = pl.col(each.number)
    match each.sign:
        case ">=":
            return number >= each.limit
        case "<=":
            return number <= each.limit
        case ">":
            return number > each.limit
        case _:
            return number == each.limit


def polars_nulls(rows: Table, rule: tuple[Bound, ...]) -> Judging:
    """Polars by its own three-valued logic."""
    frame = pl.DataFrame(dict(rows.arrays))
    each = [pl.when(pl.col(bound.day) >= bound.since).then(_polars_holds(bound)) for bound in rule]
    whole = pl.all_horizontal(each)
    verdict = pl.when(whole).then(1).when(~whole).then(-1).otherwise(0).cast(pl.Int8)
    query = verdict.alias("v")

    def work() -> Verdicts:
        return frame.select(query)["v"].to_numpy()

    return work


def polars_bits(rows: Table, rule: tuple[Bound, ...]) -> Judging:
    """Polars with what is false and what is not known apart: no nulls."""
    frame = pl.DataFrame(dict(rows.arrays))
    fails = pl.any_horizontal([(pl.col(each.day) >= each.since) & ~_polars_holds(each) for each in rule])
    open_ = pl.any_horizontal([pl.col(each.day) < each.since for each in rule])
    verdict = (
        pl.when(fails).then(pl.lit(-1, pl.Int8)).when(open_).then(pl.lit(0, pl.Int8)).otherwise(pl.lit(1, pl.Int8))
    )
    query = verdict.alias("v")

    def work() -> Verdicts:
        return frame.select(query)["v"].to_numpy()

    return work


def _sql(rule: tuple[Bound, ...]) -> str:
    parts = [f"(CASE WHEN {each.day} >= {each.since} THEN {each.number} {each.sign} {each.limit} END)" for each in rule]
    whole = " AND ".join(parts)
    told = "CASE WHEN w THEN 1 WHEN NOT w THEN -1 ELSE 0 END AS v"
    return f"SELECT {told} FROM (SELECT {whole} AS w FROM patients) AS judged"


def duckdb_by_hand(rows: Table, rule: tuple[Bound, ...]) -> Judging:
    """DuckDB over a table of its own in memory."""
    database = duckdb.connect()
    database.register("frame", dict(rows.arrays))
    database.execute("CREATE TABLE patients AS SELECT * FROM frame")
    database.unregister("frame")
    query = _sql(rule).replace("THEN 1 ", "THEN 1::TINYINT ")
    return lambda: np.asarray(database.execute(query).fetchnumpy()["v"]).astype(np.int8)


def sqlite_by_hand(rows: Table, rule: tuple[Bound, ...]) -> Judging:
    """SQLite over a table in memory."""
    database = sqlite3.connect(":memory:")
    names = list(rows.arrays)
    database.execute(f"CREATE TABLE patients ({', '.join(f'{name} INTEGER' for name in names)})")
    values = zip(*(rows.arrays[name].tolist() for name in names), strict=True)
    database.executemany(f"INSERT INTO patients VALUES ({', '.join('?' * len(names))})", values)
    query = _sql(rule)
    return lambda: np.fromiter((verdict for (verdict,) in database.execute(query)), np.int8, len(rows))


_SIGNS: Mapping[str, Callable[[int, int], bool]] = {
    ">=": int.__ge__, "<=": int.__le__, ">": int.__gt__, "=": int.__eq__,
}  # fmt: skip


def plain_python(rows: Table, rule: tuple[Bound, ...]) -> Judging:
    """A loop over tuples that leaves a patient at the first criterion that fails."""
    names = list(rows.arrays)
    people = list(zip(*(rows.arrays[name].tolist() for name in names), strict=True))
    asked = [
        (names.index(each.day), each.since, names.index(each.number), _SIGNS[each.sign], each.limit) for each in rule
    ]

    def verdict(person: tuple[int, ...]) -> int:
        found = 1
        for day, since, number, holds, limit in asked:
            if person[day] < since:
                found = 0
            elif not holds(person[number], limit):
                return -1
        return found

    return lambda: np.fromiter(map(verdict, people), np.int8, len(people))


MACHINES: Mapping[str, Callable[[Table, tuple[Bound, ...]], Judging]] = {
    "numpy, plain": plain_numpy,
    "polars, by nulls": polars_nulls,
    "polars, by bits": polars_bits,
    "DuckDB": duckdb_by_hand,
    "SQLite": sqlite_by_hand,
    "plain Python": plain_python,
}


# --- ours against the engine


def chart(plan: Plan, rows: Table, at: int) -> Chart:
    """Return one row as the chart of a patient."""
    findings: list[Finding] = []
    for leaf in leaves(plan.step):
        if not isinstance(leaf, Compared | Said):
            continue
        day = int(rows.arrays[leaf.day.name][at])
        if not day:
            continue
        on = PartialDate.on(date.fromordinal(day))
        if isinstance(leaf, Said):
            word = "negative" if rows.arrays[leaf.word.name][at] == 1 else "positive"
            findings.append(Finding("hiv/1", TEST, TestResult(word), on))
            continue
        name = leaf.number.of.concept
        amount = Interval.exactly(Decimal(int(rows.arrays[leaf.number.name][at])) / 2 / 10**6)
        value = Scored(amount) if name == "sledai_2k" else Measured(Quantity(amount, leaf.number.unit, str(amount)))
        findings.append(Finding(f"{name}/1", name, value, on))
    birth = PartialDate.on(date.fromordinal(int(rows.arrays[Born("first").name][at])))
    return Chart("bench", is_synthetic=True, birth=birth, findings=tuple(findings))


def differing_from_engine(plan: Plan, rows: Table, ours: Verdicts, scope: Scope) -> int:
    """Return of how many of the first patients the deciding engine says another thing."""
    first = range(min(CHECKED, len(rows)))
    records = (record_of(chart(plan, rows, at), scope.catalogue) for at in first)
    return sum(plan.decide(plan.place.moment(each)) != ours[at] for at, each in zip(first, records, strict=True))


# --- the run


@dataclass(frozen=True)
class Taken:
    """Seconds of one call: by the clock, and of all cores together."""

    clock: float
    cores: float


def measured(machines: Mapping[str, Judging]) -> dict[str, Taken]:
    """Return the medians, every machine in every round; a slow one leaves after the third."""
    taken: dict[str, list[Taken]] = {name: [] for name in machines}
    for at in range(ROUNDS):
        for name, work in machines.items():
            if at >= FEW_ROUNDS and taken[name][0].clock > SLOW:
                continue
            begin, cores = perf_counter(), process_time()
            work()
            taken[name].append(Taken(perf_counter() - begin, process_time() - cores))
    return {
        name: Taken(median(each.clock for each in found), median(each.cores for each in found))
        for name, found in taken.items()
    }


def run(plan: Plan, count: int, scope: Scope) -> dict[str, Taken]:
    """Measure and compare one size, and print it."""
    rows, rule = table(plan, count, seed=11), bounds(plan)
    step = plan.step
    ours = judge(step, rows)
    machines: dict[str, Judging] = {
        "the bus": bus(rows, THREADS),
        "the bus, one thread": bus(rows, 1),
        "Kriterion": lambda: judge(step, rows),
        "Kriterion, one thread": lambda: judge(step, rows, threads=1),
    }
    machines |= {name: make(rows, rule) for name, make in MACHINES.items() if count <= MOST_ROWS.get(name, count)}
    told = {name: int((work() != ours).sum()) for name, work in machines.items() if "the bus" not in name}
    found = measured(machines)
    passes, open_, fails = (f"{int((ours == truth).sum()):,}" for truth in (1, 0, -1))
    print(f"\n{count:,} patients, {rows.bytes / 1e6:,.1f} MB: {passes} pass, {open_} not known, {fails} fail")
    asked = min(CHECKED, count)
    print(f"of {asked:,} asked of the deciding engine {differing_from_engine(plan, rows, ours, scope)} differ")
    print(f"{'':24}{'ms, all cores':>14}{'x the bus':>11}{'ms, clock':>12}{'differ':>8}")
    for name, each in sorted(found.items(), key=lambda each: each[1].cores):
        times = each.cores / found["the bus, one thread"].cores
        print(f"{name:24}{each.cores * 1000:14,.2f}{times:11.1f}{each.clock * 1000:12,.2f}{told.get(name, ''):>8}")
    return found


def main() -> None:
    """Print the tables, draw the curve."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--picture", type=Path, help="draw the growth as an SVG")
    parser.add_argument("--most", type=int, default=SIZES[-1], help="the most patients")
    chosen = parser.parse_args()
    scope = Scope(load_catalogue())
    plan = the_plan(scope)
    growth = {count: run(plan, count, scope) for count in SIZES if count <= chosen.most}
    if chosen.picture is not None:
        names = [*dict.fromkeys(name for found in growth.values() for name in found)]
        lines = [
            Line(name, tuple((count, found[name].cores * 1000) for count, found in growth.items() if name in found))
            for name in names
            if "one thread" not in name
        ]
        chosen.picture.write_text(curve(lines, "patients", "milliseconds of all cores together"), encoding="utf-8")


if __name__ == "__main__":
    main()
