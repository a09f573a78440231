"""Whatever the engines and the screening can say has words in every language, and the words keep the promises."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from core.catalogue.reading import load_catalogue
from core.chart.entries import Completeness
from core.chart.points import POINTS
from core.chart.values import Absence
from core.chart.words import OUTCOMES, REASONS_FOR_STOPPING
from core.criteria.nodes import Not
from core.criteria.scope import LIST_FRESHNESS, Scope
from core.engine.judgement.outcome import About, Assumption, AssumptionKind, Cause, Gap, Outcome
from core.language.phrases import LANGUAGES, Phrases
from core.rule_files.rule_file import Polarity
from core.screening.conclusions import Conclusion, Word
from core.screening.judgements import Judgement, Remedy
from core.screening.screening import Screening
from core.values.truth import Truth
from core.wording.causes import assumption_sentence, cause_sentence, point_word
from core.wording.conclusions import conclusion_line, in_the_way, remedy_words
from core.wording.entries import told
from core.wording.telling import Telling
from core.wording.verdicts import called, item_number, numbered, verdict_words
from tests.sample_screenings import compiled, drawn_pairs, screening_of

ROOT = Path(__file__).parents[3]
ENGINES = ROOT / "core" / "engine"
POSITION_OF_DETAIL = {"missing": 1, "_mark": 2, "one_gap": 3, "unknown_for": 3, "Gap": 3}
"""Where the functions that make gaps are told the detail, if not by its name."""

MET = {"en": re.compile(r"\b(met|fulfilled|satisfied)\b", re.IGNORECASE), "de": re.compile(r"erfüllt", re.IGNORECASE)}
CONFIRM = {"en": "possible: confirm with the site", "de": "möglich: mit dem Zentrum klären"}
POSSIBLE = {"en": "possible", "de": "möglich"}
CLOSENESS = re.compile(r"\b\d+ (of|von|out of) \d+\b|%|\b\d+/\d+\b")

SCREENING, FILE = screening_of("sample-03", "nct06222853")
SCOPE = FILE.scopes[""]


# --- what the engines can say


def strings_of(tree: ast.Module) -> dict[str, str]:
    """Return the texts a module gives names to."""
    return {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def details_in(source: str, named: dict[str, str]) -> Iterator[str]:
    """Yield every detail that calls in a module write, as a text or by a name."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        position = POSITION_OF_DETAIL.get(node.func.id)
        if position is None:
            continue
        written = [keyword.value for keyword in node.keywords if keyword.arg == "detail"]
        for argument in (*written, *node.args[position : position + 1]):
            for inner in ast.walk(argument):
                if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
                    yield inner.value
                elif isinstance(inner, ast.Name) and inner.id in named:
                    yield named[inner.id]


def details() -> frozenset[str]:
    """Return every detail word of both engines, and the absences that become details."""
    sources = [path.read_text(encoding="utf-8") for path in sorted(ENGINES.rglob("*.py"))]
    named = {name: text for source in sources for name, text in strings_of(ast.parse(source)).items()}
    found = {detail for source in sources for detail in details_in(source, named)}
    return frozenset({"ULN", "LLN", "", *found, *(absence.value for absence in Absence)})


def test_the_details_are_found() -> None:
    """The search finds those known to be there: a name, a text, a keyword."""
    assert details() >= {"dose", "half-life", "outcome", "route", "line", "adherence", "earlier value", "not done"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cause_has_words(language: str) -> None:
    """Each cause, about each kind of thing, with each detail: a sentence of its own kind, naming what it is about."""
    phrases = Phrases(language)
    said: dict[tuple[Cause, str], str] = {}
    for cause, about, detail in product(Cause, About, sorted(details())):
        subject = {About.LIST: "treatments", About.TEXT: "a list", About.ANSWER: "heart_disease"}.get(about, "alt")
        sentence = cause_sentence(Gap(cause, subject, about, detail), SCOPE, phrases)
        assert sentence.strip()
        assert "{" not in sentence
        if about is About.VALUE:
            assert sentence != "ALT"
            said[(cause, detail)] = sentence
    plain = [said[(cause, "")] for cause in Cause]
    assert len(set(plain)) == len(plain)
    missing = {said[(Cause.MISSING, detail)] for detail in details() - {"LLN", "score"}}
    assert len(missing) == len(details() - {"LLN", "score"})


def reasons_of_counts() -> frozenset[str]:
    """Return every reason that both engines give for counting a course or not: what their `_reason` returns, and
    the words written beside it.
    """
    found: set[str] = set()
    for path in ENGINES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name == "_reason":
                found |= {
                    inner.value
                    for statement in ast.walk(node)
                    if isinstance(statement, ast.Return)
                    for inner in ast.walk(statement)
                    if isinstance(inner, ast.Constant) and isinstance(inner.value, str)
                }
    return frozenset({*found, "not_taken", "not_known", "contraindicated"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_counted_reason_has_words(language: str) -> None:
    assert reasons_of_counts() >= {"counted", "any_length", "outcome", "too_short", "mark"}
    for reason in reasons_of_counts():
        assert Phrases(language).say(f"counted-{reason}").strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_charts(language: str) -> None:
    """Outcomes, reasons for stopping, absences, lists and points."""
    phrases = Phrases(language)
    words = [f"outcome-{word}" for word in OUTCOMES] + [f"stopped-{word}" for word in REASONS_FOR_STOPPING]
    words += [f"absence-{absence.value.replace(' ', '-')}" for absence in Absence]
    for word in words:
        assert phrases.say(word).strip()
    telling = Telling(SCOPE, phrases)
    for name in LIST_FRESHNESS:
        assert told(Completeness("x/1", name, date(2012, 1, 1), date(2026, 1, 1)), "", telling).text.strip()
    assert len({point_word(point, phrases) for point in POINTS}) == len(POINTS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_assumption_has_words(language: str) -> None:
    details_of = {AssumptionKind.ANCHOR: "2026-06-01", AssumptionKind.DEFAULT_WINDOW: "28 days"}
    for kind in AssumptionKind:
        subject = "leukapheresis" if kind is AssumptionKind.ANCHOR else "alt"
        assert assumption_sentence(Assumption(kind, subject, details_of.get(kind, "")), SCOPE, Phrases(language))


# --- conclusions


def conclusions() -> Iterator[Conclusion]:
    """Yield every word of a conclusion, with and without a day, something to stop, something later."""
    days = (None, date(2026, 12, 9), date(2029, 7, 19))
    for word, day, stop in product(Word, days, ((), ("rituximab",))):
        yield Conclusion(word, not_before=day, is_later=day is not None and day.year > 2027, stop=stop)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_conclusion_has_words_without_closeness(language: str) -> None:
    phrases = Phrases(language)
    for conclusion in conclusions():
        line = conclusion_line(conclusion, "leukapheresis", SCOPE, phrases)
        assert line.strip()
        assert not CLOSENESS.search(line)
        assert (POSSIBLE[language] in line) == (CONFIRM[language] in line)
        assert (POSSIBLE[language] in line) == (conclusion.word is Word.POSSIBLE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_remedy_has_words(language: str) -> None:
    phrases = Phrases(language)
    judgement = next(each for each in SCREENING.best.judgements if each.criterion.id == "other_trial")
    said = {remedy_words(replace(judgement, remedy=each, stop=("rituximab",)), SCOPE, phrases) for each in Remedy}
    assert len(said) == len(Remedy)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_in_the_way_counts_nothing_against_a_whole(language: str) -> None:
    """Of samples by files: words, no "n of m", no percentage, and no part that only says "possible"."""
    phrases = Phrases(language)
    for screening, file in drawn_pairs(other_diseases=True):
        for part in (screening.best, *screening.cohorts):
            scope = file.scopes[part.id]
            # the file's own words of what it lacks ("55 %", "2 of 3 lists") are none of ours
            bare = replace(screening.rule_file, missing=())
            words = in_the_way(part, bare, scope, phrases)
            assert words
            assert all(word.strip() for word in words)
            assert not CLOSENESS.search("; ".join(words))
            # by what it ends, of any criterion, is the one thing said to be met
            ends = {phrases.say("kind-time"), phrases.say("failure-no-day")}
            assert not MET[language].search(without("; ".join(words), ends))


def without(text: str, phrases: Iterable[str]) -> str:
    for phrase in phrases:
        text = text.replace(phrase, "")
    return text


# --- verdicts


def with_truth(judgement: Judgement, truth: Truth) -> Judgement:
    """Return a judgement as it would be with another truth."""
    return replace(judgement, told=Outcome(Not(judgement.criterion.condition), truth))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_exclusion_is_never_met(language: str) -> None:
    """Each verdict of inclusion and exclusion has words of its own; none could be read the wrong way round."""
    phrases = Phrases(language)
    said: dict[tuple[Polarity, Truth], str] = {}
    for judgement, truth in product(SCREENING.best.judgements, Truth):
        bare = replace(judgement, criterion=replace(judgement.criterion, applies_when=None, unless=None))
        words = verdict_words(replace(with_truth(bare, truth), is_due_later=False, anchored=frozenset()), phrases)
        # an inclusion is met or not in German; of an exclusion nobody could tell what was met
        assert judgement.criterion.polarity is Polarity.INCLUSION or not MET[language].search(words)
        said[(judgement.criterion.polarity, truth)] = words
    assert len(set(said.values())) == len(said)
    if language == "en":
        assert said[(Polarity.EXCLUSION, Truth.TRUE)] == "absent: passes"
        assert said[(Polarity.EXCLUSION, Truth.FALSE)] == "present: excludes"
        assert said[(Polarity.EXCLUSION, Truth.UNKNOWN)] == "not known"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_verdict_is_marked(language: str) -> None:
    """Due later, assumed: the words say so."""
    phrases = Phrases(language)
    judgement = replace(with_truth(SCREENING.best.judgements[0], Truth.TRUE), is_due_later=False, anchored=frozenset())
    plain = verdict_words(judgement, phrases)
    assumed = frozenset({Assumption(AssumptionKind.ABSENT, "alt")})
    assert verdict_words(replace(judgement, anchored=assumed), phrases) != plain
    assert verdict_words(replace(judgement, is_due_later=True), phrases) == phrases.say("due-later")


def test_a_criterion_is_numbered_as_in_its_source() -> None:
    """By the source's own number where it counts that section; an exclusion among the inclusions has none."""
    by_id = {each.id: each for each in FILE.checked.rule_file.criteria}
    assert numbered(by_id["heart"], Phrases("en")) == "Incl. 5"
    assert numbered(by_id["other_trial"], Phrases("en")) == "Excl. 9"
    example = {each.id: each for each in compiled("example-sle-cart-01").checked.rule_file.criteria}
    assert numbered(example["washout"], Phrases("de")) == "Ausschl. 5.2.9"
    elsewhere = replace(by_id["heart"], polarity=Polarity.EXCLUSION)
    assert item_number(elsewhere) == ""
    assert numbered(elsewhere, Phrases("en")) == "Excl."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Age 12 to 29 years, both included, at enrolment", "Age 12 to 29 years"),
        ("eGFR at least 30 and not on dialysis; hepatic limits follow", "eGFR at least 30 and not on dialysis"),
        ("Prednisone below 7,5 mg, for example", "Prednisone below 7,5 mg"),
        ("No live vaccine (within 30 days)", "No live vaccine"),
        ("Usual limit - ECOG below 2, or Karnofsky above 60", "Usual limit – ECOG below 2"),
        ("Usual limit: ECOG below 2, or Karnofsky above 60", "Usual limit: ECOG below 2"),
        ("Active disease by at least four of six items - rash", "Active disease by at least four of six items"),
        (f"Active after {'very ' * 6}long use of 1 mg/kg a day", f"Active after {'very ' * 6}long use of …"),
        (f"No {'very ' * 20}long sentence", f"No {'very ' * 10}very …"),
    ],
)
def test_a_criterion_is_called_by_the_beginning_of_its_text(text: str, words: str) -> None:
    """An id is no name for a reader; where the language lacks, the words are those of the file."""
    criterion, scope = replace(FILE.checked.rule_file.criteria[0], text=text), Scope(load_catalogue())
    assert called(criterion, scope, Phrases("en")) == words
    assert called(criterion, scope, Phrases("de")) == f"„{words}“"
    assert called(criterion, replace(scope, told={"de": {text: "Alter; mehr"}}), Phrases("de")) == "Alter"


# --- the phrases themselves


def test_every_phrase_of_wording_and_report_is_said_somewhere() -> None:
    """A phrase nothing says is a line that goes stale unseen."""
    code = "".join(
        path.read_text(encoding="utf-8") for folder in ("core", "ui") for path in (ROOT / folder).rglob("*.py")
    )
    silent = [phrase for phrase in shipped_ids("wording", "report", "causes", "core") if not is_said(phrase, code)]
    assert silent == []


def shipped_ids(*files: str) -> Iterator[str]:
    """Yield the ids of the phrases of some files."""
    for name in files:
        text = (ROOT / "resources" / "phrases" / "en" / f"{name}.ftl").read_text(encoding="utf-8")
        yield from re.findall(r"^([a-z][\w-]*) =", text, re.MULTILINE)


def is_said(phrase: str, code: str) -> bool:
    """True if the code writes the id, or the beginning of it before what an f-string puts in."""
    parts = phrase.split("-")
    starts = ["-".join(parts[:count]) for count in range(1, len(parts))]
    return f'"{phrase}"' in code or any(f'f"{start}-{{' in code for start in starts) or is_second_part(phrase, code)


def is_second_part(phrase: str, code: str) -> bool:
    """True if an f-string begins with what differs (``f"{'exclusion' if … else 'verdict'}-{…}"``)."""
    return phrase.partition("-")[0] in ("exclusion", "verdict") and "'exclusion' if" in code


def test_the_screening_used_here_has_what_the_tests_need() -> None:
    """Sample 03 by NCT06222853 holds inclusions and exclusions, failures and open questions."""
    assert isinstance(SCREENING, Screening)
    assert {each.criterion.polarity for each in SCREENING.best.judgements} == set(Polarity)
    assert SCREENING.conclusion.fails
    assert SCREENING.conclusion.open
