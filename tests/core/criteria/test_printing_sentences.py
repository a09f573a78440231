"""The canonical text of a condition says the same again: parse(print(x)) = x."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.catalogue.reading import load_catalogue
from core.criteria.nodes import All, AnyOf, Condition, NotPublic, Repeated, Shift, State, Therapy, walk
from core.criteria.parsing.scanner import RESERVED
from core.criteria.parsing.sentences import read_sentence
from core.criteria.printing.sentences import is_sentence, print_sentence
from core.criteria.values import Term
from core.discovery import rules_path, yaml_files
from core.errors import KriterionError
from core.rule_files.reading.whole import read_rule_file
from core.rule_files.rule_file import RuleFile
from tests.generative.chance import Chance
from tests.generative.invented_catalogue import SCOPE
from tests.generative.invented_rules import SENTENCES, condition
from tests.generative.invented_therapies import therapy

Make = Callable[[Chance], Condition]
SHIPPED = (*yaml_files(rules_path("protocols")), *yaml_files(rules_path("programmes")))


def is_writable(node: Condition) -> bool:
    """True if a sentence can hold the condition: no block, and no invented word that the language reserves."""
    return is_sentence(node) and not RESERVED.intersection(_words(node))


def _words(node: Condition) -> Iterator[str]:
    for each in walk(node):
        if isinstance(each, State):
            yield from each.choices
        subject = each.term if isinstance(each, Repeated | Shift) else getattr(each, "subject", None)
        if isinstance(subject, Term):
            yield from subject.qualifiers


@settings(max_examples=400)
@given(st.integers(0, 2**32))
def test_what_is_printed_reads_the_same(seed: int) -> None:
    """Every sentence, and sentences joined in every way."""
    node = condition(Chance(seed))
    if is_writable(node):
        assert read_sentence(print_sentence(node), SCOPE)[0] == node, print_sentence(node)


@pytest.mark.parametrize("make", [make for make in dict.fromkeys(SENTENCES) if make is not therapy])
def test_every_form_reads_the_same(make: Make) -> None:
    """No form is left out because chance did not make it."""
    written = [node for node in (make(Chance(seed)) for seed in range(60)) if is_writable(node)]
    assert written
    for node in written:
        assert read_sentence(print_sentence(node), SCOPE)[0] == node, print_sentence(node)


def shipped(path_name: str) -> RuleFile:
    """Return a shipped rule file."""
    path = next(path for path in SHIPPED if path.name == path_name)
    found = read_rule_file(path.read_bytes(), path.name, load_catalogue()).rule_file
    assert found is not None
    return found


@pytest.mark.parametrize("name", [path.name for path in SHIPPED])
def test_the_sentences_that_ship_read_the_same(name: str) -> None:
    """Each sentence of each shipped file, printed and read again."""
    rule_file = shipped(name)
    assert rule_file.scope is not None
    for criterion in rule_file.all_criteria:
        for node in walk(criterion.condition):
            if is_sentence(node) and not _stands_in_a_record(criterion.condition, node):
                assert read_sentence(print_sentence(node), rule_file.scope) == (node, ())


def _stands_in_a_record(whole: Condition, node: Condition) -> bool:
    """True for the facts inside ``shows (…)`` and ``with (…)``: outside the brackets their names mean nothing."""
    inner = [
        inside
        for each in walk(whole)
        for part in (getattr(each, "fields", None), getattr(each, "condition", None))
        if part is not None
        for inside in walk(part)
    ]
    return node in inner


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("serum>=10 mg/dL  within 4 weeks", "serum >= 10 mg/dL within 4 weeks"),
        ("serum > 1 x ULN", "serum > ULN"),
        ("smoker is yes and fertile is yes or colour is red", "(smoker is yes and fertile is yes) or colour is red"),
        ("(smoker is yes)", "smoker is yes"),
        (
            "(serum > ULN or height >= 15 cm) within 2 weeks",
            "serum > ULN within 2 weeks or height >= 15 cm within 2 weeks",
        ),
        ("had blow", "ever had blow"),
        ("received pill at least 1 times", "ever received pill"),
        ("any of (pill) is yes", ""),
        ("off each of (pill)", "off pill"),
        ("ladder is A in at least 1 domains", "ladder is A in at least 1 domain"),
    ],
)
def test_one_text_for_each_condition(written: str, canonical: str) -> None:
    """However it was written, a condition has one text; what cannot be read has none."""
    node, slips = read_sentence(written, SCOPE)
    if not canonical:
        assert slips
    else:
        assert node is not None
        assert print_sentence(node) == canonical


def test_blocks_have_no_sentence() -> None:
    """Only YAML writes what no sentence can: this is an error of ours, never a wrong text."""
    therapies = Therapy(counted_if=None, at_least=1, of=("pill",))
    for block in (NotPublic("a list"), All((NotPublic("a list"), NotPublic("b"))), AnyOf((therapies,))):
        with pytest.raises(KriterionError, match="block"):
            print_sentence(block)
