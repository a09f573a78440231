"""Older rule files in shorter forms: over all that ships, and over files made older by writing the forms out."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest

from core.discovery import rules_path
from core.rule_files.checking import check_rule_file
from core.rule_files.reading.whole import read_rule_file
from core.rule_files.rewriting.rewriting import Form, Rewritten, rewritten
from core.rule_files.rewriting.saying import said_hash
from core.rule_files.succession import succession_of
from core.source_text.editing import canonical_hash
from core.source_text.reading import read_text
from core.source_text.walking import scalars
from tests.sample_screenings import catalogue

SHIPPED = sorted(path for folder in ("protocols", "programmes") for path in rules_path(folder).glob("*.yaml"))
OLDER = """\
format: 1
id: older            # a comment
kind: protocol
version: 0.1.0
state: draft
completeness: full
diseases: [sle]
title: "An older file"
reviewed: not reviewed by a physician
sources:
  registry: {title: "Registry entry", version: "3.0", date: 2026-01-15, read: "2026-02-01"}

# What is asked for.
inclusion:
  - id: dsdna
    text: "Anti-dsDNA positive"
    wording: summary
    require: anti_dsdna is positive within 28 days before screening
    source: registry 1
  - {id: s, text: A, wording: summary, require: "sledai_2k >= 8 within 28 days before screening", source: registry 2}
  - id: kidney
    text: Kidneys
    require: egfr >= 30 mL/min/1.73m2 within 28 days before screening
    wording: summary
    source: registry 3
  - id: signed
    text: Signed
    formality: consent
    given_by: patient or guardian
    wording: full
    source: registry 4
  - id: promised
    text: Contraception
    commitment: "Uses contraception"
    from: screening
    until: infusion + 12 months
    wording: summary
    source: registry 5
"""
NEWER = """\
format: 1
id: older            # a comment
kind: protocol
version: 0.1.0
state: draft
completeness: full
diseases: [sle]
title: An older file
reviewed: not reviewed by a physician
sources:
  registry: {title: Registry entry, version: "3.0", date: 2026-01-15, read: "2026-02-01"}

default: {wording: summary}

results: within 28 days before screening

# What is asked for.
inclusion:
  - id: dsdna
    text: Anti-dsDNA positive
    require: anti_dsdna is positive
    source: registry 1
  - {id: s, text: A, require: "sledai_2k >= 8", source: registry 2}
  - id: kidney
    text: Kidneys
    require: egfr >= 30 mL/min/1.73m2
    source: registry 3
  - id: signed
    text: Signed
    formality: consent by patient or guardian
    wording: full
    source: registry 4
  - id: promised
    text: Contraception
    commitment: Uses contraception from screening until infusion + 12 months
    source: registry 5
"""


def shorter(text: str) -> Rewritten:
    return rewritten(text.encode(), "older.yaml", catalogue())


def said_of(content: bytes) -> str:
    rule_file = read_rule_file(content, "", catalogue()).rule_file
    assert rule_file is not None
    return said_hash(rule_file)


def tree_hash(content: bytes) -> str:
    tree, _ = read_text(content, "")
    assert tree is not None
    return canonical_hash(tree)


def test_every_form_of_a_small_file() -> None:
    made = shorter(OLDER)
    assert made.after.decode() == NEWER
    assert set(made.forms) == set(Form)


def test_line_ends_stay() -> None:
    assert shorter(OLDER.replace("\n", "\r\n")).after.decode() == NEWER.replace("\n", "\r\n")


@pytest.mark.parametrize("path", SHIPPED[::3], ids=lambda path: path.stem)
def test_what_ships_says_the_same_and_is_rewritten_once(path: Path) -> None:
    content = path.read_bytes()
    made = rewritten(content, path.name, catalogue())
    assert made.said == said_of(content) == said_of(made.after)
    if set(made.forms) <= {Form.QUOTES}:
        assert tree_hash(content) == tree_hash(made.after)
    again = rewritten(made.after, path.name, catalogue())
    assert again.after == made.after
    assert not again.forms
    was, now = check_rule_file(content, "", catalogue()), check_rule_file(made.after, "", catalogue())
    assert [each.code for each in was.problems] == [each.code for each in now.problems]
    kept = [line for line in content.decode().splitlines() if "#" in line and '"' not in line]
    assert [line for line in made.after.decode().splitlines() if line in kept] == kept


@pytest.mark.parametrize("path", SHIPPED[::7], ids=lambda path: path.stem)
def test_a_file_made_older_comes_back(path: Path) -> None:
    """Quotation marks put back, consent taken apart, defaults written out at each criterion: the same bytes again."""
    short = rewritten(path.read_bytes(), path.name, catalogue()).after.decode()
    older = quoted(consent_apart(short), Random(path.name))
    assert older != short
    made = rewritten(older.encode(), path.name, catalogue())
    assert made.after.decode() == short
    assert said_of(older.encode()) == said_of(short.encode())


def consent_apart(text: str) -> str:
    return re.sub(
        r"^( +)formality: consent by (.+)$", r"\1formality: consent\n\1given_by: \2", text, flags=re.MULTILINE
    )


def quoted(text: str, chance: Random) -> str:
    """Put titles, texts and names of examples that stand alone on a line into quotation marks."""

    def put(match: re.Match[str]) -> str:
        is_put = chance.random() < 0.7 and match[2][0] not in "\"'{[|>"
        return f'{match[1]}"{match[2]}"' if is_put else match[0]

    return re.sub(r"^( +(?:- )?(?:en|de|text|name|what): )([^\"\\#\n]*[^\"\\#\n ])$", put, text, flags=re.MULTILINE)


def test_a_default_that_a_criterion_repeats_is_left_out() -> None:
    repeated = NEWER.replace("    source: registry 3\n", "    wording: summary\n    source: registry 3\n")
    assert shorter(repeated).after.decode() == NEWER


@pytest.mark.parametrize(
    ("was", "now", "form"),
    [
        (
            "    given_by: patient or guardian\n",
            "    given_by: patient or guardian  # so\n",
            Form.CONSENT,
        ),
        ("    given_by:", "    # by whom\n    given_by:", Form.CONSENT),
        ("    until: infusion + 12 months", "    until: 12 months after infusion", Form.COMMITMENT),
        (
            '    commitment: "Uses contraception"',
            "    commitment: {en: Uses it, de: Verhütet}",
            Form.COMMITMENT,
        ),
        ("    wording: full\n", "", Form.DEFAULT),
        ("is positive within 28 days before screening", "is positive", Form.RESULTS),
    ],
)
def test_what_would_be_lost_or_say_something_else_stays(was: str, now: str, form: Form) -> None:
    """A comment beside a key, a translated promise, a criterion that says nothing where a default would speak."""
    text = OLDER.replace(was, now)
    assert text != OLDER
    made = shorter(text)
    assert form not in made.forms
    assert len(made.forms) == len(Form) - 1
    assert said_of(text.encode()) == said_of(made.after)


@pytest.mark.parametrize("text", ["yes", "3.0", "2026-01-01", "null", "a: b", "a #b", "- a", "{a}", "*a", "on", "1:40"])
def test_quotation_marks_that_another_reader_needs_stay(text: str) -> None:
    older = OLDER.replace('"An older file"', f'"{text}"')
    assert f'"{text}"' in shorter(older).after.decode()


def test_a_file_with_errors_is_left_alone() -> None:
    made = shorter(OLDER.replace("sledai_2k", "sledai_3k"))
    assert not made.is_changed
    assert made.problems


def test_a_rewritten_file_is_the_file_that_is_held() -> None:
    """The library takes it for the version it has: nothing is new in it, and no version is held twice."""
    old = read_rule_file(OLDER.encode(), "", catalogue()).rule_file
    new = read_rule_file(NEWER.encode(), "", catalogue()).rule_file
    other = read_rule_file(NEWER.replace(">= 30", ">= 31").encode(), "", catalogue()).rule_file
    assert old is not None
    assert new is not None
    assert other is not None
    assert old.hash != new.hash
    assert succession_of(new, NEWER.encode(), [old]).same is old
    assert succession_of(other, NEWER.encode(), [old]).is_refused


@pytest.mark.parametrize("path", SHIPPED[::26], ids=lambda path: path.stem)
def test_every_text_of_a_file_is_said(path: Path) -> None:
    """The hash moves with every text that a verdict, a paper or an example could show."""
    content = path.read_bytes()
    tree, _ = read_text(content, "")
    assert tree is not None
    before, chance = said_of(content), Random(path.name)
    spoken = [each for each in scalars(tree) if " " in each.text and each.is_on_one_line and not each.is_quoted]
    for scalar in chance.sample(spoken, min(25, len(spoken))):
        line = content.decode().splitlines(keepends=True)
        at = scalar.span.line - 1
        line[at] = line[at].replace(scalar.text, f"{scalar.text} x", 1)
        read = read_rule_file("".join(line).encode(), "", catalogue()).rule_file
        assert read is None or said_hash(read) != before, scalar.text
