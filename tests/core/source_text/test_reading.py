"""YAML is read strictly: what is written is kept as text with its place, what is refused is named at its place."""

from __future__ import annotations

import pytest

from core.source_text.problem import MOST_PROBLEMS, Problem
from core.source_text.reading import read_text
from core.source_text.tree import Mapping, Scalar, Sequence, Tree
from core.source_text.walking import scalars

RULE_FILE = """\
# A fictional rule file: the forms that authors use.
format: 1
id: example-01
fictional: yes
version: 2.1.0
state: active                        # draft | active | closed | withdrawn
recruitment: {status: fictional, seen: 2026-03-28}
missing: [Further exclusions, organ function]
title:
  en: CD19 CAR-T cells in refractory lupus (EXAMPLE)
  de: CD19-CAR-T-Zellen bei refraktärem Lupus (BEISPIEL)
sources:
  protocol: {title: Example protocol EX-01, version: "3.0", date: 2026-03-15, cite: "J Ex 2002;29:288-91"}
questions:
  caregiver: {ask: "Is there a caregiver (28 days)?", asked_of: patient, valid_for: 3 months}
inclusion:
  - id: autoantibodies
    text: ANA at least 1:80, or anti-dsDNA, or anti-Sm, ever
    require: ever ana_titre >= 1:80 or ever any of (anti_dsdna, anti_sm) is positive
    source: [protocol 5.1.4, sledai]
  - id: refractory
    text: >-
      Hydroxychloroquine without sufficient response,
      and at least two further drugs
    require:
      therapy:
        of: [conventional, biologics]
        at_dose: {mycophenolate_mofetil: ">= 1.5 g/day", azathioprine: ">= 1.5 mg/kg/day"}
        count_once: [[methotrexate, azathioprine]]          # the two together are one
"""

PATIENT_FILE = """\
format: 1
synthetic: true
diagnoses: [{is: jdm, since: 2023-05}]
sledai_2k: {value: 14, date: 2026-05-20, items: {arthritis: yes, seizure: no, fever: unanswered}}
bilag_2004: {domains: {renal: A, others: E}, date: 2026-05-20}
anc: {value: 2.4 10^9/L, date: 2026-05-27}
lvef: {value: 60 %, date: 2026-05-02}
creatinine:
  - {value: 88 umol/L, date: 2026-11-20, uln: 80 umol/L, laboratory: central}
  - {value: "<20 umol/L", date: 2026-10-02T07:40}
dlco: {absent: not done, date: 2026-11-20}       # not asked | unknown | not done
treatments+:
  - drug: mycophenolate_mofetil
    doses: [{dose: 600 mg/m2, per: 12 h, from: 2024-03, to: 2025-05}]
events: []
contraindications: [{to: belimumab, why: "infusion reaction", by: Dr Example}]
hiv: negative
"""


def problems_of(text: str) -> list[tuple[str, int, int]]:
    """Return code, line and column of all problems of a text."""
    return [(each.code, each.span.line, each.span.column) for each in found_in(text)]


def found_in(text: str) -> tuple[Problem, ...]:
    """Return all problems of a text."""
    return read_text(text.encode(), "test.yaml")[1]


def tree_of(text: str) -> Tree:
    """Return the tree of a text without problems."""
    tree, problems = read_text(text.encode(), "test.yaml")
    assert problems == ()
    assert tree is not None
    return tree


@pytest.mark.parametrize("text", [RULE_FILE, PATIENT_FILE, RULE_FILE.replace("\n", "\r\n")])
def test_what_authors_write_is_read(text: str) -> None:
    """The forms of rule and patient files hold nothing that is refused."""
    assert isinstance(tree_of(text), Mapping)


def test_json_is_the_same_tree() -> None:
    """A patient file may be JSON."""
    tree = tree_of('{"a": [{"value": "<20 umol/L", "n": 1.50}], "b": true}')
    assert [each.text for each in scalars(tree)] == ["a", "value", "<20 umol/L", "n", "1.50", "b", "true"]


def test_scalars_stay_text() -> None:
    """Nothing is typed on the way: a version is no number, yes no truth value, a date no date."""
    tree = tree_of('a: 3.10\nb: yes\nc: 2026-05-01\nd: "yes"\ne: 0x1F\n')
    values = list(scalars(tree))[1::2]
    assert [each.text for each in values] == ["3.10", "yes", "2026-05-01", "yes", "0x1F"]
    assert [each.is_quoted for each in values] == [False, False, False, True, False]


def test_shapes_and_spans() -> None:
    """Collections know whether they are written in braces, and where."""
    tree = tree_of("a: {b: [c, d]}\ne:\n  - f\n")
    assert isinstance(tree, Mapping)
    inner, outer = tree.get("a"), tree.get("e")
    assert isinstance(inner, Mapping)
    assert isinstance(outer, Sequence)
    assert (inner.is_flow, outer.is_flow, tree.is_flow) == (True, False, False)
    assert (inner.span.line, inner.span.column, inner.span.end) == (1, 4, 15)
    assert (outer.span.line, outer.span.column) == (3, 3)
    assert tree.get("z") is None


REFUSED: tuple[tuple[str, list[tuple[str, int, int]]], ...] = (
    # what YAML can do and a rule file never needs
    ("a: &x b\nc: *x\n", [("anchor", 1, 4), ("alias", 2, 4)]),
    ("a: * x\n", [("anchor", 1, 5)]),
    ("a: !!python/object:os.system {b: c}\n", [("tag", 1, 4)]),
    ("a: !x y\n", [("tag", 1, 4)]),
    ("<<: {a: b}\n", [("merge-key", 1, 1)]),
    ("a: 1\nb: 2\na: 3\n", [("duplicate-key", 3, 1)]),
    ('{a: 1, "a": 2}\n', [("duplicate-key", 1, 8)]),
    ("---\na: b\n---\nc: d\n", [("several-documents", 3, 1)]),
    ("%YAML 1.1\n---\na: b\n", [("directive", 1, 1)]),
    ("? a\n: b\n", [("complex-key", 1, 3)]),
    ("{? a : b}\n", [("complex-key", 1, 4)]),
    ("?\n  a\n: b\n", [("complex-key", 2, 3)]),
    ("[a, b]: c\n", [("complex-key", 1, 1)]),
    ("a: |2\n   b\n", [("unclear-text", 1, 4)]),
    # nothing, and what is no number
    ("a:\nb: c\n", [("empty-value", 1, 1)]),
    ("a: null\nb: ~\nc: Null\n", [("empty-value", 1, 1), ("empty-value", 2, 1), ("empty-value", 3, 1)]),
    ("- a\n-\n", [("empty-value", 2, 2)]),
    ("a: >-\nb: c\n", [("empty-value", 1, 1)]),
    ("", [("empty-file", 1, 1)]),
    ("# only a comment\n", [("empty-file", 1, 1)]),
    ("~\n", [("empty-file", 1, 1)]),
    ("a: .nan\nb: -.INF\nc: NaN\n", [("not-a-number", 1, 4), ("not-a-number", 2, 4), ("not-a-number", 3, 4)]),
    # signs
    ("a: b\n\tc: d\n", [("tab", 2, 1), ("yaml", 2, 3)]),
    ("a: b\u202ec\n", [("bidirectional", 1, 5)]),
    ("a: b\x07\n", [("control-sign", 1, 5)]),
    ("a: b\u200bc\n", [("control-sign", 1, 5)]),
    ("a: b\u2028c\n", [("control-sign", 1, 5)]),
    ('a: "\\0"\n', [("control-sign", 1, 4)]),
    ('a: "\\u202e"\n', [("control-sign", 1, 4)]),
    ("a: b\rc: d\r", [("line-end", 1, 5)]),
    ("\ufeffa: b\n", [("byte-order-mark", 1, 1)]),
    ("a: " + "b" * 2000 + "\n", [("long-line", 1, 2001)]),
    # a comma inside braces
    (
        "a: {if: ever any of (x, y) is positive}\n",
        [("flow-sentence", 1, 9), ("flow-sentence", 1, 25), ("flow-comma", 1, 25)],
    ),
    ("a: {text: Wait, b: c}\n", []),
    ("a: {text: first, second}\n", [("flow-comma", 1, 18)]),
    ("a: {b: }\n", [("flow-comma", 1, 5)]),
    (": b\n", [("empty-key", 1, 1)]),
    ("{a: {? : b}}\n", [("empty-key", 1, 8)]),
    ("a: {value: 2,5 g/L}\n", [("flow-comma", 1, 14)]),
    ("a: [2,5]\n", [("flow-comma", 1, 7)]),
    ("a: [b: c]\n", [("flow-pair", 1, 5)]),
    # sentences inside braces
    ("a: {ask: Is it so?}\n", [("flow-sentence", 1, 10)]),
    ("a: [active (mild)]\n", [("flow-sentence", 1, 5)]),
    ("a: [AST and ALT]\n", [("flow-sentence", 1, 5)]),
    ("a: {b: or relapse}\n", [("flow-sentence", 1, 8)]),
    ("a: {require: age >= 18 years}\n", [("flow-sentence", 1, 14)]),
    ("a: {b: >= 1.5 g/day}\n", [("yaml", 1, 8)]),
    ("a: [b\n  c, d]\n", [("flow-sentence", 1, 5)]),
    # a comment that cuts
    ("a: stable dose # of what\n", [("comment-cuts", 1, 16)]),
    ("a:\n  - stable dose # of what\n", [("comment-cuts", 2, 17)]),
)


@pytest.mark.parametrize(("text", "expected"), REFUSED)
def test_refused_at_its_place(text: str, expected: list[tuple[str, int, int]]) -> None:
    """Each refusal has its code and stands at its line and column."""
    assert problems_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a: stable dose  # two spaces\n",
        "a: [b, c] # no sentence to cut\n",
        'a: "quoted" # nor here\n',
        "a: # before a list\n  - b\n",
        "a: b#c\n",
        "a: Is it so?\nb: c\n",
        "a: R&D *starred* 5 % of !all\n",
        "a: ''\n",
        'a: "null"\n',
        "a: {b: <20}\n",
        "a: [organ function, 14 days, 88 umol/L, band, order]\n",
        "---\na: b\n",
        "a: b\n...\n",
        "a: zum Urteil der Ärztin über 😀\n",
    ],
)
def test_accepted(text: str) -> None:
    """What only looks like something refused."""
    assert found_in(text) == ()


SYNTAX: tuple[tuple[str, int, int, str], ...] = (
    ("a: 'b\nc: d\n", 1, 4, "quotation mark"),
    ('a: b\nc: "d\n', 2, 4, "quotation mark"),
    ("a: [b, c\n", 1, 4, "not closed"),
    ("a: {b: c\n", 1, 4, "not closed"),
    ("a: b: c\n", 1, 5, "second ': '"),
    ("a:\n  b: c\n d: e\n", 3, 2, "indented"),
    ("- a\nb: c\n", 2, 1, "indented"),
    ("a: @b\n", 1, 4, "cannot start"),
    ("a: >= 5\n", 1, 5, "cannot start"),
    ('a: "b" c\n', 1, 8, "after the end"),
    ("{a: b}}\n", 1, 7, "after the end"),
    ("a: [b,, c]\n", 1, 7, "value is missing"),
    ("a: - b\n", 1, 4, "list cannot start"),
    ("a: b\nc\n", 2, 1, "without ': '"),
    ('a: "\\q"\n', 1, 5, "unknown sign"),
    ('a: "\\ud800"\n', 1, 7, "no character"),
)


@pytest.mark.parametrize(("text", "line", "column", "words"), SYNTAX)
def test_syntax_in_words(text: str, line: int, column: int, words: str) -> None:
    """Refusals of libyaml are said in words of ours, at the place where the author has to look."""
    found = found_in(text)
    at_place = [each for each in found if (each.span.line, each.span.column) == (line, column)]
    assert any(words in each.message for each in at_place), found
    assert all(each.hint for each in found)


def test_all_problems_at_once() -> None:
    """One run names everything, in the order of the file, and still gives the tree."""
    tree, problems = read_text(b"a: null\nb: x # y\nc: {d, e}\na: 1\nf:\n  g: !t h\n", "test.yaml")
    assert tree is not None
    assert [each.code for each in problems] == [
        "empty-value",
        "comment-cuts",
        "flow-comma",
        "flow-comma",
        "duplicate-key",
        "tag",
    ]


def test_problems_before_a_syntax_error_stay() -> None:
    """What was found before the reading had to stop is not lost."""
    tree, problems = read_text(b"a: null\nb: x # y\nc: [d\n", "test.yaml")
    assert tree is None
    assert [each.code for each in problems] == ["empty-value", "comment-cuts", "yaml"]


def test_too_many_problems_end_the_reading() -> None:
    """A broken file neither floods the screen nor takes the time to be read to its end."""
    found = found_in("".join(f"k{number}: null\n" for number in range(250)))
    assert len(found) == MOST_PROBLEMS
    assert found[-1].code == "more-problems"
    assert found[-1].span.line == MOST_PROBLEMS


def test_keys_in_the_order_of_the_file() -> None:
    """The tree keeps order; the first of two equal keys stays."""
    tree, _ = read_text(b"b: 1\na: 2\nb: 3\n", "test.yaml")
    assert isinstance(tree, Mapping)
    assert [(entry.key.text, entry.value.text) for entry in tree if isinstance(entry.value, Scalar)] == [
        ("b", "1"),
        ("a", "2"),
    ]


COLONS = (
    "CASTLE: CAR-T in SLE, phase 1/2",
    "Age: 18 to 65 years: at screening",
    "what follows:",
    "Dose 1:4 and a: b  # a comment: here",
    "https://example.org and: more",
    "50% of patients: see note",
)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "before", ["title: ", "text:   ", "title:\n  en: ", "list:\n  - id: x\n    text: ", "- short: "]
)
@pytest.mark.parametrize("text", COLONS)
def test_a_colon_within_a_text_for_people_needs_no_quotes(text: str, before: str, end: str) -> None:
    written = f"{before}{text}\n".replace("\n", end)
    bare, comment, _ = text.partition("  #")
    tree, problems = read_text(written.encode(), "f.yaml")
    assert problems == ()
    assert tree is not None
    read = list(scalars(tree))[-1]
    assert (read.text, comment != "") == (bare, "#" in text)
    assert written.split(end)[read.span.line - 1][read.span.column - 1 :].startswith(bare)


@pytest.mark.parametrize("line", ["require: age >= 18 years: adults", "id: a: b", "seen: 2026: 03"])
def test_a_second_colon_elsewhere_stays_a_slip(line: str) -> None:
    assert [problem.code for problem in read_text(f"{line}\n".encode(), "f.yaml")[1]] == ["yaml"]


def test_the_sign_that_stands_for_a_colon_is_nobodys() -> None:
    tree, _ = read_text("title: a\ue000 b\n".encode(), "f.yaml")
    assert tree is None or [each.text for each in scalars(tree)][-1] != "a: b"
