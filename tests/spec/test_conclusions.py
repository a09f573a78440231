"""Whole files and the table of conclusions (rule language, section 5), on every engine."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from core.assurance.examples import run_examples
from core.catalogue.reading import load_catalogue
from core.criteria.nodes import NotPublic, State
from core.criteria.parsing.scanner import RESERVED
from core.criteria.parsing.sentences import read_sentence
from core.criteria.scope import Scope
from core.criteria.values import Several
from core.engine.judgement.outcome import About, AssumptionKind, Cause, Gap, Outcome
from core.rule_files.checking import check_rule_file
from core.rule_files.compiling import compile_rule_file
from core.rule_files.rule_file import Criterion, Form, Polarity
from core.screening.conclusions import Conclusion, Facts, Word, conclude
from core.screening.judgements import Judgement, Remedy
from core.source_text.reading import read_text
from core.values.truth import Truth
from tests.spec.conclusion_table import BOARD_LINES, LINES, Line, combinations, deciding
from tests.spec.engines import ENGINES
from tests.spec.whole_files import FOLDER, checked, paths, run_of, runs, written_examples

ON = date(2026, 6, 1)
LATER = date(2026, 7, 25)
EXAMPLES = [(path, example.name) for path in paths() for example in written_examples(path)]


def name_of(value: object) -> str:
    return value.stem if isinstance(value, Path) else str(value).replace(" ", "_")


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("path", "name"), EXAMPLES, ids=name_of)
def test_whole_file(path: Path, name: str, engine: str) -> None:
    """Each example of a whole file comes out as it says."""
    run = run_of(path, engine, name)
    assert [problem.message for problem in run.problems] == []


@pytest.mark.parametrize("path", paths(), ids=name_of)
def test_the_engines_conclude_the_same(path: Path) -> None:
    by_engine = [
        [(run.example.name, run.screening.conclusion.word, run.screening.conclusion.not_before) for run in found]
        for found in (runs(path, engine) for engine in ENGINES)
    ]
    assert all(each == by_engine[0] for each in by_engine)


# --- the table of all combinations


def judgement(truth: Truth, remedy: Remedy | None = None, cause: Cause | None = None) -> Judgement:
    """Return a judged criterion as the table needs it."""
    about = About.TEXT if cause is not None and cause.is_deferred else About.VALUE
    gaps = frozenset[Gap]() if cause is None else frozenset({Gap(cause, "x", about)})
    node = NotPublic("x")
    criterion = Criterion("x", Polarity.INCLUSION, Form.CONDITION, "x", node, ("screening",))
    return Judgement(criterion, "", "screening", ON, Outcome(node, truth, gaps), remedy=remedy)


def concluded(combination: tuple[str, ...], remedy: Remedy, *, is_programme: bool) -> Conclusion:
    fails, open_ones, deferred, member, file, says_enough = combination
    judgements = [judgement(Truth.TRUE)]
    if fails != "nothing":
        judgements.append(judgement(Truth.FALSE, remedy))
    if open_ones == "some":
        judgements.append(judgement(Truth.UNKNOWN, cause=Cause.MISSING))
    if deferred == "some":
        judgements.append(judgement(Truth.UNKNOWN, cause=Cause.NOT_PUBLIC))
    facts = Facts(
        is_full=file == "full",
        is_sufficient=says_enough == "yes",
        is_member_known=member == "known",
        is_programme=is_programme,
        joint_day=LATER if fails == "ends on one day" else None,
        holds_enough=says_enough == "yes",
    )
    return conclude(tuple(judgements), facts, ON)


REMEDIES: dict[str, tuple[Remedy, ...]] = {
    "nothing": (Remedy.TIME,),
    "ends on one day": (Remedy.TIME, Remedy.STOPPING),
    "ends on no common day": (Remedy.TIME, Remedy.STOPPING, Remedy.NO_DAY),
    "does not end": (Remedy.REPEATABLE, Remedy.TREATABLE, Remedy.ANOTHER_COURSE, Remedy.FIXED),
}


@pytest.mark.parametrize("combination", list(combinations()), ids=", ".join)
def test_every_combination(combination: tuple[str, ...]) -> None:
    """The word follows from the first line that fits, for protocols and programmes, whatever the remedy is called."""
    for remedy in REMEDIES[combination[0]]:
        protocol = concluded(combination, remedy, is_programme=False)
        programme = concluded(combination, remedy, is_programme=True)
        assert protocol.word is deciding(LINES, combination).word
        assert programme.word is deciding(BOARD_LINES, combination).word
        has_day = combination[0] == "ends on one day" and protocol.word in (Word.NOT_YET, Word.UNDECIDED)
        assert protocol.not_before == (LATER if has_day else None)


@pytest.mark.parametrize("lines", [LINES, BOARD_LINES], ids=["protocol", "programme"])
def test_every_line_decides_something(lines: tuple[Line, ...]) -> None:
    used = {deciding(lines, combination) for combination in combinations()}
    assert used == set(lines)


def test_what_is_due_later_is_not_counted() -> None:
    """G2: it is listed, and changes nothing."""
    later = replace(judgement(Truth.UNKNOWN, cause=Cause.MISSING), is_due_later=True)
    facts = Facts(is_full=True, is_sufficient=True, is_member_known=True)
    conclusion = conclude((judgement(Truth.TRUE), later), facts, ON)
    assert conclusion.word is Word.ELIGIBLE
    assert conclusion.due_later == (later,)


def test_more_than_twelve_months_away_is_later() -> None:
    for day, is_later in ((date(2027, 6, 1), False), (date(2027, 6, 2), True)):
        facts = Facts(is_full=True, is_sufficient=True, is_member_known=True, joint_day=day)
        assert conclude((judgement(Truth.FALSE, Remedy.TIME),), facts, ON).is_later is is_later


# --- what a failure is called


@pytest.mark.parametrize(
    ("file", "example", "criterion", "remedy"),
    [
        ("order", "an infection last week", "infection", Remedy.TIME),
        ("points", "mycophenolate is taken", "washed_out", Remedy.STOPPING),
        ("partial", "the antibody is not there", "serology", Remedy.REPEATABLE),
        ("order", "a skin score that is too low", "skin", Remedy.TREATABLE),
        ("order", "too old, and open questions", "age", Remedy.FIXED),
        ("points", "gene-modified cells were given", "cell_therapy", Remedy.FIXED),
    ],
)
@pytest.mark.parametrize("engine", ENGINES)
def test_g16_kinds_of_failure(file: str, example: str, criterion: str, remedy: Remedy, engine: str) -> None:
    run = run_of(FOLDER / f"{file}.yaml", engine, example)
    found = [each.remedy for each in run.screening.best.judgements if each.criterion.id == criterion]
    assert remedy in found


def test_g40_a_retest_changes_the_name_of_a_failure_only() -> None:
    run = run_of(FOLDER / "partial.yaml", "explaining", "the antibody is not there")
    (failed,) = run.screening.conclusion.fails
    assert failed.criterion.retest == "1"
    assert failed.remedy is Remedy.REPEATABLE
    assert run.screening.conclusion.word is Word.NOT_ELIGIBLE


def test_g42_what_is_missing_and_how_it_was_read_stands_in_the_file() -> None:
    rule_file = checked(FOLDER / "partial.yaml").rule_file
    by_id = {criterion.id: criterion for criterion in rule_file.criteria}
    assert rule_file.missing == ("organ function", "the exclusions")
    assert not rule_file.is_exclusion_public
    assert by_id["active"].wording == "summary"
    assert by_id["active"].reading == "active means at least 8 points"
    assert by_id["refractory"].wording == "cut"
    assert rule_file.sources["page"].date == "unknown"


def test_g49_whether_the_trial_recruits_is_no_part_of_the_answer() -> None:
    path = FOLDER / "partial.yaml"
    content = path.read_bytes()
    recruiting = check_rule_file(content.replace(b"not recruiting", b"recruiting"), path.name, load_catalogue()).checked
    assert recruiting is not None
    assert recruiting.rule_file.recruitment["status"] == "recruiting"
    words = [run.screening.conclusion.word for run in run_examples(compile_rule_file(recruiting), load_catalogue())]
    assert words == [run.screening.conclusion.word for run in runs(path, "explaining")]


def test_g15_what_was_assumed_reaches_the_conclusion() -> None:
    run = run_of(FOLDER / "points.yaml", "explaining", "nothing planned")
    kinds = {each.kind for each in run.screening.best.points["leukapheresis"].assumed}
    assert kinds == {AssumptionKind.ANCHOR}


# --- the file itself


def test_g51_a_comma_inside_braces_never_cuts_a_sentence_in_silence() -> None:
    written = b"a: {require: any of (anti_dsdna, anti_sm) is positive}\n"
    _, problems = read_text(written, "cut.yaml")
    assert {"flow-sentence"} <= {problem.code for problem in problems}
    assert all(problem.hint for problem in problems)


@pytest.mark.parametrize("written", [b"a: b # c\n", b"a: {b, c: d}\n", b"a: &x b\nc: *x\n", b"a: b\na: c\n", b"a: ~\n"])
def test_g51_what_yaml_would_take_in_silence_is_refused(written: bytes) -> None:
    _, problems = read_text(written, "slip.yaml")
    assert any(problem.is_error for problem in problems)


@pytest.mark.parametrize(
    "text", ["any of (anti_dsdna, anti_sm) is positive", "at least 2 of (anti_dsdna, anti_sm) is positive"]
)
def test_g52_a_sentence_has_one_parse(text: str) -> None:
    """``any of (a, b)`` is a subject of several, never ``any`` result of something called ``of``."""
    condition, slips = read_sentence(text, Scope(load_catalogue()))
    assert slips == ()
    assert isinstance(condition, State)
    assert isinstance(condition.subject, Several)
    assert condition.pick == ""


def test_g52_no_name_of_the_catalogue_is_a_word_of_the_language() -> None:
    catalogue = load_catalogue()
    words = set(catalogue.names) | {word for concept in catalogue.concepts.values() for word in concept.words}
    assert words & RESERVED == set()
