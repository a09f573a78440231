"""Coverage counts pairs, not fields: every combination that can be written is drawn, the others have a reason.

A row of ``UNREACHABLE`` names what cannot be written and a sentence that is refused for that reason; no row may name a
combination that is drawn after all, and none that is not drawn is without a row.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import pytest

from core.criteria.nodes import Condition
from core.criteria.parsing.sentences import read_sentence
from core.engine.judgement.situation import Situation
from tests.generative.agreement import differences, situation_for, smallest, told
from tests.generative.chance import Chance
from tests.generative.invented_catalogue import SCOPE
from tests.generative.invented_rules import (
    Make,
    between,
    compare,
    failed,
    had,
    has,
    includes,
    off,
    on,
    received,
    repeated,
    shift,
    shows,
    stable,
    state,
    time_since,
)
from tests.generative.invented_therapies import therapy
from tests.generative.pairs import (
    BLOCKS,
    COMPARISONS,
    HISTORIES,
    READINGS,
    Pair,
    blocks,
    comparisons,
    histories,
    readings,
)

DRAWS = 20_000
"""Sentences of each form that are looked through; they are made, not judged."""

BATCH = 500
SEED = 1
CHARTS = 3
"""On so many charts each combination is judged."""


@dataclass(frozen=True, slots=True)
class Unreachable:
    """Combinations that no file can write: those that fit a pattern for each place, why, and a sentence so refused."""

    why: str
    places: tuple[str, ...]
    refused: str = ""

    def names(self, pair: Pair) -> bool:
        """True if the row speaks of the combination."""
        return all(re.fullmatch(place, each) for place, each in zip(self.places, pair, strict=True))


@dataclass(frozen=True, slots=True)
class Table:
    """All combinations of one sort, how they are read off a condition, and the forms that hold them."""

    every: frozenset[Pair]
    read: Callable[[Condition], Iterator[Pair]]
    makes: tuple[Make, ...]
    unreachable: tuple[Unreachable, ...]


ANY = ".*"
DOSES = "dose of a course|at_dose|cumulative"
OF_THE_DAY = "age|answer|fact of the site"


def but(*patterns: str) -> str:
    """Return the pattern of everything else."""
    return f"(?!(?:{'|'.join(patterns)})$).*"


def of(*kinds: str) -> str:
    """Return the pattern of what is compared of these kinds: one result, several results, or a change."""
    return f"(?:results of |change of )?(?:{'|'.join(kinds)})"


TABLES = {
    "operator, limit, subject": Table(
        COMPARISONS,
        comparisons,
        (compare, compare, between, repeated, shift, on, time_since, therapy, therapy),
        (
            Unreachable(
                "only an age and a time since are lengths",
                (ANY, "Length", but("age", "time since", DOSES)),
                "serum >= 18 years",
            ),
            Unreachable(
                "a time since is compared with a length alone",
                (ANY, but("Length"), "time since"),
                "time since first_sign >= 1:80",
            ),
            Unreachable(
                "only a titre is compared with one",
                (ANY, "TitreLimit", but(of("titre"), DOSES)),
                "serum >= 1:80",
            ),
            Unreachable("a titre is compared with a titre", (ANY, "Amount", of("titre")), "dilution >= 80"),
            Unreachable("an age is compared with years", (ANY, "Amount", "age"), "age >= 18"),
            Unreachable(
                "only measurements and tests have a limit of the laboratory",
                (ANY, "Multiple", of("titre", "score", "classification", "age", "dose")),
                "score >= 2 x ULN",
            ),
            Unreachable(
                "only what is measured once has two ends: results that are counted have one test",
                ("between", ANY, "results of .*"),
                "at least 2 results of serum between 10 mg/dL and 20 mg/dL",
            ),
            Unreachable(
                "a change has one limit",
                ("between", ANY, "change of .*"),
                "rise in serum between 10 mg/dL and 20 mg/dL over 7 days",
            ),
            Unreachable(
                "a time since has one limit",
                ("between", ANY, "time since"),
                "time since first_sign between 7 days and 14 days",
            ),
            Unreachable(
                "the dose of a sentence has one limit",
                ("between", ANY, "dose of a course"),
                "on pill at between 5 mg/day and 10 mg/day",
            ),
        ),
    ),
    "pick, window, concept": Table(
        READINGS,
        readings,
        (compare, compare, between, state, state, includes, shows),
        (
            Unreachable("'ever' has no window", ("ever", but("none"), ANY), "ever serum >= 10 mg/dL within 7 days"),
            Unreachable(
                "an age, an answer, a fact of the site is as of the decision day, so nothing is picked",
                (but("", "latest"), ANY, OF_THE_DAY),
                "any consents is yes",
            ),
            Unreachable(
                "an age, an answer, a fact of the site is as of the decision day, which only 'at' moves",
                (ANY, but("none", "at a point", "at a landmark"), OF_THE_DAY),
                "age >= 18 years within 7 days",
            ),
            Unreachable(
                "a dose has no first result", ("first", ANY, "dose"), "first steroid_dose >= 5 mg/day within 7 days"
            ),
            Unreachable(
                "over which days a dose is looked at has to be said",
                ("any|every|highest|lowest", "none", "dose"),
                "highest steroid_dose >= 5 mg/day",
            ),
            Unreachable(
                "no record is higher than another",
                ("highest|lowest", ANY, "record"),
                "highest slide shows (severe is yes)",
            ),
        ),
    ),
    "history, mode, window": Table(
        HISTORIES,
        histories,
        (has, had, received, received, failed, on, off, stable),
        (
            Unreachable("'has' is of the day", ("Has", ANY, but("none")), "has bump within 7 days"),
            Unreachable("only drugs have half-lives", ("Had", ANY, ".*half-lives.*"), "had bump within 5 half-lives"),
            Unreachable(
                "'failed' looks back over a period",
                ("Failed", ANY, "(from|at|since).*"),
                "failed pill from 3 months to 7 days before screening",
            ),
            Unreachable(
                "how long a drug was taken has no day to count from",
                ("Failed", ANY, "for.* before .*"),
                "failed pill for 7 days before screening",
            ),
            Unreachable(
                "'off' and 'stable' speak of each of their drugs",
                ("Off|Stable", "any", ANY),
                "off any of (pill, tablet)",
            ),
            Unreachable("'stable' needs its period", ("Stable", ANY, "none"), "stable pill"),
        ),
    ),
    "two keys of a therapy block": Table(
        BLOCKS,
        blocks,
        (therapy,),
        (
            Unreachable("what counts is said once", ("counted_if: .*", "counted_if: .*")),
            Unreachable("how it is counted is said once", ("counting: .*", "counting: .*")),
            Unreachable("what a contraindication does is said once", ("contraindicated: .*", "contraindicated: .*")),
        ),
    ),
}
"""All that could be combined, and what cannot."""
EACH = pytest.mark.parametrize("name", TABLES)


@cache
def examples(name: str) -> Mapping[Pair, Condition]:
    """Return the first example of every combination, drawn until each is seen or the draws are used up."""
    table, chance = TABLES[name], Chance(SEED)
    wanted = table.every - refused_by(table)
    found: dict[Pair, Condition] = {}
    for count in range(DRAWS):
        for make in table.makes:
            node = make(chance)
            for pair in table.read(node):
                found.setdefault(pair, node)
        if count % BATCH == 0 and wanted <= found.keys():
            break
    return found


def drawn(name: str) -> frozenset[Pair]:
    """Return every combination that occurs in the draws of a table."""
    return frozenset(examples(name))


def refused_by(table: Table) -> frozenset[Pair]:
    """Return every combination that a row says nobody can write."""
    return frozenset(pair for pair in table.every if any(row.names(pair) for row in table.unreachable))


@EACH
def test_every_pair_that_can_be_written_is_drawn(name: str) -> None:
    """And nothing is drawn that the table does not know."""
    table = TABLES[name]
    assert sorted(table.every - refused_by(table) - drawn(name)) == []
    assert sorted(drawn(name) - table.every) == []


@EACH
def test_no_row_names_what_is_drawn(name: str) -> None:
    """Each row is needed, and true."""
    table = TABLES[name]
    assert sorted(refused_by(table) & drawn(name)) == []
    for row in table.unreachable:
        others = [other for other in table.unreachable if other is not row]
        assert any(row.names(pair) and not any(other.names(pair) for other in others) for pair in table.every), row.why


@EACH
def test_engines_agree_on_every_pair(name: str) -> None:
    """Each combination is judged by both on charts about what it speaks of: none is left to chance."""
    for at, (pair, node) in enumerate(sorted(examples(name).items(), key=lambda each: each[0])):
        for seed in range(at * CHARTS, (at + 1) * CHARTS):
            situation = situation_for(node, seed)
            assert not differences(node, situation), f"{pair}\n{told(*smallest(node, situation, differs))}"


def differs(node: Condition, situation: Situation) -> bool:
    """True if the engines give two truths."""
    return bool(differences(node, situation))


SENTENCES = [row.refused for table in TABLES.values() for row in table.unreachable if row.refused]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_no_row_reaches_is_refused(sentence: str) -> None:
    """The reason is the language's own: the sentence is a problem of its file."""
    node, slips = read_sentence(sentence, SCOPE)
    assert node is None or slips
