"""The published grammar and the parser of the program accept and refuse the same sentences.

The parser knows the catalogue, so it refuses more (unknown names, wrong units): only its problems of syntax are
compared. What it says of a unit it does not know is left aside: the grammar knows the units of the catalogue alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from random import Random

import pytest
from lark import Lark, LarkError

from core.catalogue.reading import load_catalogue
from core.catalogue.reserved import KEYWORDS
from core.criteria.nodes import Condition
from core.criteria.parsing import conditions
from core.criteria.parsing.scanner import RESERVED, SentenceError
from core.criteria.parsing.sentences import Places, read_sentence
from core.criteria.printing.sentences import is_sentence, print_sentence
from core.criteria.scope import Scope
from core.discovery import resource_path, rules_path, yaml_files
from core.rule_files.reading.whole import read_rule_file
from tests.generative.chance import Chance
from tests.generative.invented_catalogue import SCOPE
from tests.generative.invented_rules import condition

GRAMMAR = resource_path("grammar.lark").read_text(encoding="utf-8")
STARTS = ["start", "at_dose"]
SYNTAX = frozenset({"syntax", "number"})
ENDS_THE_READING = frozenset({"unit", "type"})
"""Slips at which a sentence is given up before its end, so that one slip is one problem: the rest is not read."""
_SIGNS = re.compile(r"half-lives|[<>=!]+|[(),]|[^\s(),<>=!]+")
MUTATIONS, INVENTED = 3, 500


@cache
def grammar() -> Lark:
    """Return the grammar; it is refused here if it is not LALR(1) or if two terminals collide."""
    return Lark(GRAMMAR, parser="lalr", start=STARTS)


def is_in_grammar(text: str, start: str = "start") -> bool:
    """True if the grammar accepts a text."""
    try:
        grammar().parse(text, start=start)
    except LarkError:
        return False
    return True


def codes_of(text: str, scope: Scope) -> set[str]:
    """Return the codes of all problems; any word may be a defined name, since the grammar cannot know."""
    open_scope = replace(scope, definition_names=frozenset(re.findall(r"\w+", text)))
    _, slips = read_sentence(text, open_scope)
    return {slip.code for slip in slips}


def disagreement(text: str, scope: Scope) -> str:
    """Return where the two differ about a sentence, "" where they do not."""
    codes = codes_of(text, scope)
    if is_in_grammar(text):
        return f"refused by the parser: {text}" if codes & SYNTAX else ""
    if codes & SYNTAX or codes & ENDS_THE_READING:
        return ""
    return f"refused by the grammar: {text}"


@cache
def shipped() -> tuple[tuple[str, Scope], ...]:
    """Return every sentence of the files that ship, with the scope it is read in."""
    found: list[tuple[str, Scope]] = []

    def noting(text: str, scope: Scope, places: Places) -> tuple[Condition | None, tuple[SentenceError, ...]]:
        found.append((text, scope))
        return read_sentence(text, scope, places)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(conditions, "read_sentence", noting)
        for folder in ("protocols", "programmes"):
            for path in yaml_files(rules_path(folder)):
                read_rule_file(path.read_bytes(), path.name, load_catalogue())
    return tuple(found)


def invented() -> Iterator[tuple[str, Scope]]:
    """Yield the printed forms of invented conditions."""
    for seed in range(INVENTED):
        node = condition(Chance(seed))
        if is_sentence(node):
            yield print_sentence(node), SCOPE


def mutated(text: str, chance: Random) -> str:
    """Return a sentence with a sign left out, doubled, or exchanged with another."""
    signs = _SIGNS.findall(text)
    at, other = chance.randrange(len(signs)), chance.randrange(len(signs))
    match chance.randrange(3):
        case 0:
            del signs[at]
        case 1:
            signs.insert(at, signs[at])
        case _:
            signs[at], signs[other] = signs[other], signs[at]
    return " ".join(signs)


def test_the_grammar_is_lalr() -> None:
    """It builds with one sign of look-ahead, and its start symbols read what they are for."""
    assert is_in_grammar("haemoglobin >= 8 g/dL within 28 days")
    assert is_in_grammar(">= 1.5 mg/kg/day", start="at_dose")
    assert is_in_grammar("between 5 mg/day and 10 mg/day", start="at_dose")
    assert not is_in_grammar("within 28 days", start="at_dose")


def test_the_reserved_words_are_the_same_everywhere() -> None:
    """Of the grammar's names, of its terminals, of the scanner, of the catalogue."""
    look_ahead = re.search(r"NAME +: /\(\?!\(([^)]+)\)", GRAMMAR)
    assert look_ahead is not None
    words = set(re.findall(r"^_[A-Z_]+(?:\.\d)? *: /([a-z-]+)\\b/$", GRAMMAR, re.MULTILINE))
    kept = {"rise", "fall", "relative", "points", "ULN", "LLN"}
    assert set(look_ahead[1].split("|")) == RESERVED == KEYWORDS
    assert (words - {"x", "half-lives"}) | kept == RESERVED


def test_every_unit_of_the_catalogue_is_a_unit_of_the_grammar() -> None:
    """The grammar cannot lag behind the catalogue."""
    concepts = load_catalogue().concepts.values()
    every = [unit for concept in (*concepts, *(field for each in concepts for field in each.fields.values()))
             for unit in concept.units]  # fmt: skip
    written = {name for unit in every for name in (unit.name, *unit.also)}
    assert [name for name in sorted(written) if not is_in_grammar(f"x1 >= 5 {name}")] == []


def test_the_sentences_that_ship() -> None:
    """Both accept every one."""
    assert len(shipped()) > 300
    assert [text for text, _ in shipped() if not is_in_grammar(text)] == []
    assert [found for text, scope in shipped() if (found := disagreement(text, scope))] == []


def test_printed_conditions() -> None:
    """Whatever is printed is in the grammar; both agree on each."""
    assert [found for text, scope in invented() if (found := disagreement(text, scope))] == []


@pytest.mark.parametrize("seed", range(MUTATIONS))
def test_broken_sentences(seed: int) -> None:
    """A sign left out, doubled or exchanged: both refuse it, or both accept what it now says."""
    chance = Random(seed)
    broken = [(mutated(text, chance), scope) for text, scope in (*shipped(), *invented())]
    assert [found for text, scope in broken if (found := disagreement(text, scope))] == []


@pytest.mark.parametrize(
    "text",
    [
        "is_marked",  # a name that begins with a word of the language
        "not is_marked",
        "islands >= 3",
        "ever had blow and everything is yes",
        "x1 >= 2 x ULN",
        "off pill for the longer of 4 weeks and 5 half-lives before infusion",
        "(has sle or age >= 18 years) within 28 days",
    ],
)
def test_words_count_only_as_whole_words(text: str) -> None:
    """Names may begin with a word of the language."""
    assert is_in_grammar(text)
    assert not codes_of(text, SCOPE) & SYNTAX
