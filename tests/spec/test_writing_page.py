"""The page for authors of rule files: every example on it is read, and read aloud as it says.

``python -m tests.spec.test_writing_page`` writes what is read aloud into its table of sentences anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.assurance.examples import run_examples
from core.catalogue.reading import load_catalogue, read_catalogue
from core.criteria.parsing.sentences import read_sentence
from core.criteria.printing.aloud import read_aloud
from core.language.phrases import Phrases
from core.rule_files.checking import check_rule_file
from core.rule_files.compiling import compile_rule_file
from core.rule_files.reading.whole import read_rule_file
from core.values.duration import Duration, TimeUnit

PAGE = Path(__file__).parents[2] / "docs" / "writing-rule-files.md"
TEXT = PAGE.read_text(encoding="utf-8")
ENGLISH = Phrases("en")
_HEAD = """\
format: 1
id: page
kind: protocol
version: 1.0.0
state: draft
completeness: full
diseases: [sle]
title: {en: The page}
reviewed: not reviewed by a physician
sources:
  registry: {title: A registry, date: 2026-01-01, read: 2026-01-02}
  paper: {title: A paper, date: 2026-01-01, read: 2026-01-02}
"""


def blocks(kind: str) -> tuple[str, ...]:
    """Return the fenced blocks of one kind."""
    return tuple(re.findall(rf"^```yaml {kind}\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL))


def rows(heading: str) -> Iterator[tuple[str, ...]]:
    """Yield the cells of a table under its first line."""
    _, _, below = TEXT.partition(f"| {heading} |")
    table, _, _ = below.partition("\n\n")
    for line in table.splitlines()[2:]:
        yield tuple(cell.strip() for cell in line.strip("|").split(" | "))


def code_in(cell: str) -> str:
    """Return the sentence in a cell."""
    return cell.strip("` ")


def file_with(criterion: str) -> bytes:
    """Return a file with the declarations of the page and one criterion."""
    section = "exclusion" if "exclude_if" in criterion else "inclusion"
    lines = "".join(f"    {line}\n" for line in criterion.splitlines())
    body = f"{section}:\n  - id: it\n    text: As said\n    source: registry 1\n{lines}"
    return f"{_HEAD}{blocks('declarations')[0]}{body}".encode()


_READ = read_rule_file(file_with("require: has sle"), PAGE.name, load_catalogue()).rule_file
assert _READ is not None
assert _READ.scope is not None
SCOPE = _READ.scope


def words_of(sentence: str) -> str:
    """Return a sentence read aloud, without problems."""
    node, slips = read_sentence(sentence, SCOPE)
    assert node is not None, slips
    assert slips == ()
    return read_aloud(node, SCOPE, ENGLISH)


@pytest.mark.parametrize("at", range(len(blocks("file"))))
def test_a_whole_file_of_the_page_is_a_file(at: int) -> None:
    """Without a problem (but the later ones show some criteria in no example), and its examples hold."""
    text = blocks("file")[at]
    check = check_rule_file(text.encode(), "my-first-trial.yaml", load_catalogue())
    assert {problem.code for problem in check.problems} <= ({"untested"} if at else set())
    assert check.checked is not None
    runs = run_examples(compile_rule_file(check.checked), load_catalogue())
    assert [problem for run in runs for problem in run.problems] == []


@pytest.mark.parametrize("criterion", blocks("criterion"))
def test_every_block_is_read(criterion: str) -> None:
    """Each criterion on the page, in a file with the page's declarations."""
    reading = read_rule_file(file_with(criterion), PAGE.name, load_catalogue())
    assert reading.problems == ()


@pytest.mark.parametrize("cells", list(rows("you write")), ids=lambda cells: code_in(cells[0]))
def test_a_sentence_is_read_as_the_page_says(cells: tuple[str, str]) -> None:
    """The words on the page are the program's own."""
    assert words_of(code_in(cells[0])) == cells[1]


@pytest.mark.parametrize("cells", list(rows("not")), ids=lambda cells: code_in(cells[0]))
def test_a_frequent_mistake_is_refused_with_a_hint(cells: tuple[str, str]) -> None:
    """And what the page proposes is read."""
    _, slips = read_sentence(code_in(cells[0]), SCOPE)
    assert slips
    assert slips[-1].hint
    assert words_of(code_in(cells[1]))


@pytest.mark.parametrize("cells", list(rows("who writes")), ids=lambda cells: code_in(cells[0]))
def test_what_may_be_heard_otherwise_is_read_both_ways(cells: tuple[str, str, str]) -> None:
    """Both sentences are valid and say different things."""
    assert words_of(code_in(cells[0])) != words_of(code_in(cells[2]))


def test_every_kind_of_block_is_on_the_page() -> None:
    """The forms of YAML, and every verb of the language."""
    written = "\n".join(blocks("criterion"))
    for form in ("all:", "any:", "at_least:", "when:", "therapy:", "not_public:", "sources_differ:", "unless:"):
        assert form in written
    sentences = " ".join(code_in(cells[0]) for cells in rows("you write"))
    for verb in (
        "has",
        "had",
        "received",
        "failed",
        "on",
        "off",
        "stable",
        "rise",
        "fall",
        "shows",
        "includes",
        "time",
    ):
        assert f"{verb} " in sentences


def _anew() -> str:
    """Return the page with the words of its sentences as they are now."""
    _, _, below = TEXT.partition("| you write |")
    table, _, _ = below.partition("\n\n")
    head, rule, *lines = table.split("\n")
    sentences = [code_in(line.strip("|").split(" | ")[0]) for line in lines]
    written = [f"| `{sentence}` | {words_of(sentence)} |" for sentence in sentences]
    return TEXT.replace(table, "\n".join((head, rule, *written)))


if __name__ == "__main__":
    PAGE.write_text(_anew(), encoding="utf-8")


def test_the_drug_of_the_page_is_read() -> None:
    """With the interval of each route."""
    (drug,) = blocks("drug")
    catalogue, problems = read_catalogue({PAGE.name: drug.encode()})
    assert problems == ()
    found = catalogue.drugs["examplimab"]
    assert found.interval_by("subcutaneous") == Duration(1, TimeUnit.WEEK)
    assert found.interval_by("") == Duration(4, TimeUnit.WEEK)
