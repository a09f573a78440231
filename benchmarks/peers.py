"""One rule, many patients, six engines: verdicts compared and calls a second.

``uv run --group bench python -m benchmarks.peers``

The rule has 22 criteria: an age, twenty limits of newest results within their freshness, one result in words. Patients
have values missing at random, as patients do. A peer that has only true and false has to answer something for them; the
table counts how often that is *eligible*, or not eligible, although nobody knows. CPU time, all in one run;
cql-execution, if it is installed, in a process of its own after the others.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import cel
import rule_engine
import zen
from json_logic import jsonLogic

from benchmarks.cql import elm_library, run_cql
from benchmarks.measuring import side_by_side
from core.catalogue.reading import load_catalogue
from core.chart.chart import Chart
from core.chart.entries import Finding
from core.chart.values import Measured, Scored, TestResult
from core.criteria.parsing.sentences import read_sentence
from core.criteria.scope import Scope
from core.engine.deciding.asking import moment_of
from core.engine.deciding.compiling import compile_truth
from core.engine.deciding.moment import Moment
from core.engine.explaining.preparing import prepared
from core.engine.judgement.situation import Situation
from core.values.duration import Duration, TimeUnit
from core.values.interval import Interval
from core.values.partial_date import PartialDate
from core.values.quantity import Quantity
from core.values.truth import Truth

ON = date(2026, 6, 1)
LIMITS: dict[str, tuple[str, str, str]] = {
    # name: operator, limit, unit; the patient's numbers are drawn around the limit
    "sledai_2k": (">=", "8", ""),
    "egfr": (">=", "30", "mL/min/1.73m2"),
    "lvef": (">=", "45", "%"),
    "spo2": (">=", "92", "%"),
    "anc": (">=", "1.0", "10^9/L"),
    "platelets": (">=", "50", "10^9/L"),
    "haemoglobin": (">=", "8", "g/dL"),
    "alt": ("<=", "120", "U/L"),
    "ast": ("<=", "120", "U/L"),
    "weight": (">=", "40", "kg"),
    "crp": ("<=", "50", "mg/L"),
    "creatinine": ("<=", "176", "umol/L"),
    "bilirubin": ("<=", "34", "umol/L"),
    "albumin": (">=", "25", "g/L"),
    "inr": ("<=", "1.5", "ratio"),
    "fvc_percent": (">=", "50", "%"),
    "dlco_percent": (">=", "40", "%"),
    "alc": (">=", "0.5", "10^9/L"),
    "wbc": (">=", "2", "10^9/L"),
    "ck": ("<=", "2000", "U/L"),
}
AGE, TEST = "age", "hiv"
BOUNDS: tuple[tuple[str, str, str], ...] = (
    (AGE, ">=", "18"),
    (AGE, "<=", "65"),
    *((name, op, limit) for name, (op, limit, _) in LIMITS.items()),
    (TEST, "==", "0"),
)
"""The rule as the peers are given it: numbers beside numbers."""
CRITERIA = len(LIMITS) + 2
MISSING = 0.03
ROUNDS = 9
REPEATS = 20
"""Each engine judges all patients so often before the next has its turn: none finds its memory cold."""


@dataclass(frozen=True)
class Known:
    """A patient as our engines see one: found once, as a peer's dictionary is."""

    situation: Situation
    moment: Moment


@dataclass(frozen=True)
class Peer:
    """One engine: how it judges a patient, and what is true of it where a value is missing."""

    name: str
    judge: Callable[[dict[str, float], Known], object]


def patients(count: int, seed: int) -> list[dict[str, float]]:
    """Return patients with most values on the passing side and some missing."""
    random_ = random.Random(seed)
    found: list[dict[str, float]] = []
    for _ in range(count):
        patient: dict[str, float] = {}
        for name, (op, limit, _) in LIMITS.items():
            if random_.random() < MISSING:
                continue
            side = 1.0 if op == ">=" else -1.0
            passes = random_.random() > MISSING
            patient[name] = round(float(limit) * (1 + side * (0.3 if passes else -0.3)), 3)
        patient[AGE] = float(random_.randint(16, 66))
        if random_.random() >= MISSING:
            patient[TEST] = 0.0 if random_.random() > MISSING else 1.0
        found.append(patient)
    return found


def situation(patient: dict[str, float], scope: Scope) -> Situation:
    """Return the patient as our own engine sees it."""
    findings: list[Finding] = []
    for name, number in patient.items():
        if name == TEST:
            findings.append(
                Finding("hiv/1", TEST, TestResult("positive" if number else "negative"), PartialDate.on(ON))
            )
        if name not in LIMITS:
            continue
        amount = Interval.exactly(Decimal(str(number)))
        unit = LIMITS[name][2]
        value = Scored(amount) if name == "sledai_2k" else Measured(Quantity(amount, unit, f"{number} {unit}"))
        findings.append(Finding(f"{name}/1", name, value, PartialDate.on(ON)))
    birth = PartialDate.on(Duration(int(patient[AGE]), TimeUnit.YEAR).before(ON))
    return Situation.on(Chart("bench", is_synthetic=True, birth=birth, findings=tuple(findings)), scope, ON)


def peers(scope: Scope) -> tuple[Peer, ...]:
    """Return every engine with the one rule compiled as far as it can be."""
    sentence = " and ".join(f"{name} {op} {limit} {unit}".strip() for name, (op, limit, unit) in LIMITS.items())
    condition, slips = read_sentence(f"age between 18 years and 65 years and {sentence} and hiv is negative", scope)
    if condition is None or slips:
        raise ValueError(slips)
    decide, explain = compile_truth(condition, scope), prepared(condition, scope)
    plain = " and ".join(f"{name} {op} {limit}" for name, op, limit in BOUNDS)
    engine_rule = rule_engine.Rule(plain, context=rule_engine.Context(default_value=None))
    zen_rule = zen.compile_expression(plain)
    cel_rule = cel.compile(" && ".join(f"{name} {op} {float(limit)}" for name, op, limit in BOUNDS))
    logic = {"and": [{op: [{"var": name}, float(limit)]} for name, op, limit in BOUNDS]}

    def with_rule_engine(patient: dict[str, float], _: Known) -> object:
        try:
            return engine_rule.matches(patient)
        except rule_engine.errors.EngineError:
            return None

    def with_zen(patient: dict[str, float], _: Known) -> object:
        try:
            return zen_rule.evaluate(patient)
        except RuntimeError:
            return None

    def with_cel(patient: dict[str, float], _: Known) -> object:
        try:
            return cel_rule.execute(patient)
        except (RuntimeError, TypeError, ValueError):
            return None

    def with_json_logic(patient: dict[str, float], _: Known) -> object:
        try:
            return jsonLogic(logic, patient)
        except TypeError:
            return None

    return (
        Peer("Kriterion, verdicts only", lambda _, each: decide(each.moment) > 0),
        Peer("Kriterion, with reasons", lambda _, each: explain(each.situation).truth is Truth.TRUE),
        Peer("rule-engine", with_rule_engine),
        Peer("zen-engine", with_zen),
        Peer("CEL", with_cel),
        Peer("json-logic", with_json_logic),
    )


def main() -> None:
    """Print the table."""
    scope = Scope(load_catalogue())
    people = patients(400, seed=7)
    known = [Known(found, moment_of(found)) for found in (situation(patient, scope) for patient in people)]
    complete = [len(patient) == CRITERIA for patient in people]
    candidates = peers(scope)
    pairs = list(zip(people, known, strict=True))
    ours = [candidates[0].judge(patient, each) for patient, each in pairs]

    def all_of(peer: Peer) -> Callable[[], object]:
        return lambda: [peer.judge(patient, each) for patient, each in pairs]

    def print_row(name: str, calls: float, found: Sequence[object]) -> None:
        differs = sum(
            is_whole and bool(one) != bool(our) for one, our, is_whole in zip(found, ours, complete, strict=True)
        )
        too_cheap = sum(bool(one) and not is_whole for one, is_whole in zip(found, complete, strict=True))
        print(f"{name:36} {calls:>10,.0f}  {differs:>27}  {too_cheap:>26}")

    times = side_by_side({peer.name: all_of(peer) for peer in candidates}, rounds=ROUNDS, repeats=REPEATS)
    whole = [{name: patient.get(name) for name in (AGE, *LIMITS, TEST)} for patient in people]
    cql = run_cql(elm_library(BOUNDS), whole, rounds=ROUNDS, repeats=REPEATS)
    print(f"{CRITERIA} criteria{'':25} {'calls/s':>10}  differs where all is known  eligible though not known")
    for peer in candidates:
        print_row(peer.name, len(people) / times[peer.name], [peer.judge(patient, each) for patient, each in pairs])
    if cql is None:
        print("cql-execution is not installed; with node: npm install --prefix benchmarks/cql")
    else:
        print_row("cql-execution", cql.calls, cql.verdicts)
    print(json.dumps({"patients": len(people), "with a value missing": complete.count(False)}))


if __name__ == "__main__":
    main()
