"""The pages for authors of rule files, in every language: each example is read, read aloud and refused as they say.

``python -m tests.spec.test_writing_pages`` writes what the program says into them anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from core.assurance.examples import run_examples
from core.catalogue.reading import load_catalogue, read_catalogue
from core.chart.reading.whole import read_patient
from core.criteria.parsing.scanner import SentenceError
from core.criteria.parsing.sentences import read_sentence
from core.criteria.printing.aloud import read_aloud
from core.discovery import resource_path
from core.language.languages import ENGLISH
from core.language.phrases import LANGUAGES, Phrases
from core.language.translating import translated
from core.rule_files.checking import check_rule_file
from core.rule_files.compiling import compile_rule_file
from core.rule_files.drafting.author_pages import author_pages, parts
from core.rule_files.reading.whole import read_rule_file
from core.source_text.problem import Problem
from core.values.duration import Duration, TimeUnit
from core.wording.problems import problem_line

NAME = "page.yaml"
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
_FENCED = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SAID = re.compile(r"^```yaml (wrong(?: examples)?)\n(.*?)^```\n\n```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_TABLE = re.compile(r"^\|[^\n]*\n\|[-|]+\n((?:\|[^\n]*\n)+)", re.MULTILINE)
SENTENCES, MISTAKES, HEARD_OTHERWISE = range(3)
"""The tables, all of them on the first page."""


@cache
def text_of(language: str) -> str:
    """Return all pages of a language."""
    return "\n".join(author_pages(language))


def fenced(language: str) -> tuple[tuple[str, str], ...]:
    """Return what stands between fences: its kind and its text."""
    return tuple((match[1], match[2]) for match in _FENCED.finditer(text_of(language)))


def blocks(kind: str) -> tuple[str, ...]:
    """Return the YAML of one kind; every language has the same."""
    return tuple(text for each, text in fenced(ENGLISH) if each == f"yaml {kind}")


def rows(table: int, language: str = ENGLISH) -> Iterator[tuple[str, ...]]:
    """Yield the cells of a table below its head."""
    for line in _TABLE.findall(text_of(language))[table].splitlines():
        yield tuple(cell.strip() for cell in line.strip("|").split(" | "))


def code_in(cell: str) -> str:
    """Return the sentence in a cell."""
    return cell.strip("` ")


def file_with(criterion: str) -> bytes:
    """Return a file with the declarations of the pages and one criterion."""
    section = "exclusion" if "exclude_if" in criterion else "inclusion"
    lines = "".join(f"    {line}\n" for line in criterion.splitlines())
    body = f"{section}:\n  - id: it\n    text: As said\n    source: registry 1\n{lines}"
    return f"{_HEAD}{blocks('declarations')[0]}{body}".encode()


def problems_in(kind: str, text: str) -> tuple[Problem, ...]:
    """Return what is said of something that is wrong: a criterion, or an example behind those of the last page."""
    if kind == "wrong":
        return read_rule_file(file_with(text), NAME, load_catalogue()).problems
    return check_rule_file(f"{blocks('file')[-1]}{text}".encode(), NAME, load_catalogue()).problems


def said_of(kind: str, text: str, language: str) -> str:
    """Return that in words, a line for each problem, without its place."""
    lines = (problem_line(each, Phrases(language)) for each in problems_in(kind, text))
    return "".join(f"{line.partition(' ')[2]}\n" for line in lines)


_READ = read_rule_file(file_with("require: has sle"), NAME, load_catalogue()).rule_file
assert _READ is not None
assert _READ.scope is not None
SCOPE = _READ.scope


def words_of(sentence: str, language: str = ENGLISH) -> str:
    """Return a sentence read aloud, without problems."""
    node, slips = read_sentence(sentence, SCOPE)
    assert node is not None, slips
    assert slips == ()
    return read_aloud(node, SCOPE, Phrases(language))


def slip_in(sentence: str) -> SentenceError:
    """Return the slip of a sentence that is no sentence."""
    _, slips = read_sentence(sentence, SCOPE)
    assert slips
    return slips[-1]


# --- what stands on the pages


@pytest.mark.parametrize("at", range(len(blocks("file"))))
def test_a_whole_file_is_a_file(at: int) -> None:
    """Without a problem (but those after the first show some criteria in no example), and its examples hold."""
    text = blocks("file")[at]
    check = check_rule_file(text.encode(), "my-first-trial.yaml", load_catalogue())
    assert {problem.code for problem in check.problems} <= ({"untested"} if at else set())
    assert check.checked is not None
    runs = run_examples(compile_rule_file(check.checked), load_catalogue())
    assert [problem for run in runs for problem in run.problems] == []


@pytest.mark.parametrize("criterion", blocks("criterion"))
def test_every_criterion_is_read(criterion: str) -> None:
    """Each criterion on the pages, in a file with their declarations."""
    assert read_rule_file(file_with(criterion), NAME, load_catalogue()).problems == ()


@pytest.mark.parametrize("lists", blocks("lists"))
def test_every_part_of_a_file_is_read(lists: str) -> None:
    """Each list of criteria, with what is declared beside it."""
    assert read_rule_file(f"{_HEAD}{lists}".encode(), NAME, load_catalogue()).problems == ()


@pytest.mark.parametrize("patient", blocks("patient"))
def test_every_patient_is_read(patient: str) -> None:
    chart, problems = read_patient(f"format: 1\nid: page\n{patient}".encode(), NAME, load_catalogue())
    assert problems == ()
    assert chart is not None


def test_the_drug_is_read() -> None:
    """With the interval of each route."""
    (drug,) = blocks("drug")
    catalogue, problems = read_catalogue({NAME: drug.encode()})
    assert problems == ()
    found = catalogue.drugs["examplimab"]
    assert found.interval_by("subcutaneous") == Duration(1, TimeUnit.WEEK)
    assert found.interval_by("") == Duration(4, TimeUnit.WEEK)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("at", range(len(tuple(rows(SENTENCES)))))
def test_a_sentence_is_read_as_the_page_says(at: int, language: str) -> None:
    """The words on the page are the program's own."""
    sentence, words = tuple(rows(SENTENCES, language))[at]
    assert words_of(code_in(sentence), language) == words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("at", range(len(tuple(rows(MISTAKES)))))
def test_a_frequent_mistake_is_refused_with_these_words(at: int, language: str) -> None:
    """There is a hint as well, and what the page proposes is read."""
    wrong, said, right = tuple(rows(MISTAKES, language))[at]
    slip = slip_in(code_in(wrong))
    assert slip.hint
    assert translated(slip.message, language) == said
    assert words_of(code_in(right))


@pytest.mark.parametrize("cells", list(rows(HEARD_OTHERWISE)), ids=lambda cells: code_in(cells[0]))
def test_what_may_be_heard_otherwise_is_read_both_ways(cells: tuple[str, str, str]) -> None:
    """Both sentences are valid and say different things."""
    assert words_of(code_in(cells[0])) != words_of(code_in(cells[2]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_to_be_wrong_is_refused_with_these_words(language: str) -> None:
    shown = _SAID.findall(text_of(language))
    assert len(shown) == sum(kind.startswith("yaml wrong") for kind, _ in fenced(language)) > 0
    for kind, text, said in shown:
        assert said_of(kind, text, language) == said


def test_every_kind_of_block_is_there() -> None:
    """The forms of YAML, and every verb of the language."""
    written = "\n".join(blocks("criterion"))
    for form in ("all:", "any:", "at_least:", "when:", "therapy:", "not_public:", "sources_differ:", "unless:"):
        assert form in written
    sentences = " ".join(code_in(cells[0]) for cells in rows(SENTENCES))
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


# --- the languages


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_page(language: str) -> None:
    """Its own, not the English one in its place."""
    names = [path.name for path in sorted(resource_path("authors", language).glob("*.md"))]
    assert names == [path.name for path in sorted(resource_path("authors", ENGLISH).glob("*.md"))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_examples(language: str) -> None:
    """Between fences, but for what the program says; and the sentences of the tables."""
    own, english = (
        [(kind, "" if kind == "text" else text) for kind, text in fenced(each)] for each in (language, ENGLISH)
    )
    assert own == english
    for table in (SENTENCES, MISTAKES, HEARD_OTHERWISE):
        own_code, code = (
            [[cell for cell in cells if cell.startswith("`")] for cells in rows(table, each)]
            for each in (language, ENGLISH)
        )
        assert own_code == code


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_parts(language: str) -> None:
    """Under as many headings of the same depth the same keys and words are explained."""
    own, english = (
        (
            [len(sharps) for sharps in re.findall(r"^(#+) ", re.sub(_FENCED, "", text_of(each)), re.MULTILINE)],
            [(part.keys, part.words) for part in parts(each)],
        )
        for each in (language, ENGLISH)
    )
    assert own == english


# --- anew


def _anew(page: str, language: str) -> str:
    """Return a page with what the program says now."""

    def line(cells: tuple[str, ...]) -> str:
        return f"| {' | '.join(cells)} |\n"

    def table(at: int) -> Iterator[str]:
        for cells in rows(at, language):
            code = code_in(cells[0])
            if at == SENTENCES:
                yield line((cells[0], words_of(code, language)))
            elif at == MISTAKES:
                yield line((cells[0], translated(slip_in(code).message, language), cells[-1]))

    for at, written in enumerate(_TABLE.findall(text_of(language))):
        if at != HEARD_OTHERWISE:
            page = page.replace(written, "".join(table(at)))
    return _SAID.sub(
        lambda match: match[0].replace(f"```text\n{match[3]}", f"```text\n{said_of(match[1], match[2], language)}"),
        page,
    )


if __name__ == "__main__":
    for each in LANGUAGES:
        for path in sorted(resource_path("authors", each).glob("*.md")):
            path.write_text(_anew(path.read_text(encoding="utf-8"), each), encoding="utf-8")
