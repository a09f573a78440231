"""Which part of the pages for authors explains a key or a word: read off the pages, every key of the schema by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

import pytest

from core.language.phrases import LANGUAGES
from core.rule_files.drafting.author_pages import part_at, part_explaining, parts, parts_of
from tests.rules.plain_text import schema_of

ENGLISH = LANGUAGES[0]
ANY_NAME = "de"
"""Fits wherever the schema takes a name of the file's own, or a language."""


def keys(node: Mapping[str, Any], path: tuple[str, ...] = (), seen: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield every key of the schema with the keys above it, dotted; what is referred to inside itself once."""
    reference = str(node.get("$ref", "")).rpartition("/")[2]
    if reference and reference not in seen:
        definitions = cast("Mapping[str, Any]", schema_of("rule-file")["$defs"])
        yield from keys(definitions[reference], path, seen | {reference})
    for key, inner in node.get("properties", {}).items():
        yield ".".join((*path, key))
        yield from keys(inner, (*path, key), seen)
    for inner in (*node.get("patternProperties", {}).values(), node.get("additionalProperties")):
        if isinstance(inner, Mapping):
            yield from keys(cast("Mapping[str, Any]", inner), (*path, ANY_NAME), seen)
    for word in ("items", "then", "else"):
        inner = node.get(word)
        if isinstance(inner, Mapping):
            yield from keys(cast("Mapping[str, Any]", inner), path, seen)
    for word in ("oneOf", "anyOf", "allOf"):
        for inner in node.get(word, ()):
            yield from keys(inner, path, seen)


def test_every_key_of_the_schema_is_explained() -> None:
    """By a part that begins an item with it, not by one on the keys above it; a new key names itself here."""
    every = {tuple(key.split(".")) for key in keys(cast("Mapping[str, Any]", schema_of("rule-file")))}
    assert len(every) > 120
    assert {path for path in every if path[-1] == "uses"}
    found = parts(ENGLISH)
    assert sorted(".".join(path) for path in every if path[-1] not in found[part_explaining(found, path)].keys) == []


@pytest.mark.parametrize(
    ("path", "heading"),
    [
        ("id", "The head of a file"),
        ("inclusion.id", "A criterion"),
        ("cohorts.id", "Cohorts"),
        ("cohorts.inclusion.id", "A criterion"),
        ("blocks.common.id", "Criteria used twice"),
        ("inclusion.at", "When a criterion is judged"),
        ("cohorts.at", "Cohorts"),
        ("cohorts.inclusion.at", "When a criterion is judged"),
        ("exclusion.applies_when", "A criterion"),
        ("cohorts.applies_when", "Cohorts"),
        ("inclusion.require.of", "Blocks"),
        ("inclusion.require.therapy.of", "Earlier treatment"),
        ("inclusion.require.therapy.at_dose.methotrexate", "Earlier treatment"),
        ("define.severe.is", "Asking a person"),
        ("limits.upper_age.is", "Written once"),
        ("limits.upper_age.since", "Written once"),
        ("questions.caregiver.asked_of", "Asking a person"),
        ("inclusion.asked_of", "Consent and promises"),
        ("inclusion.until", "Consent and promises"),
        ("effective.until", "What the file says of itself"),
        ("reviewed.by", "Before a file is used"),
        ("changelog.by", "What the file says of itself"),
        ("examples.patient", "An example"),
        ("examples.patient.like", "One patient like another"),
        ("examples.patient.diagnoses.since", "What is known of a patient"),
        ("examples.patient.sledai_2k.value", "What is known of a patient"),
        ("examples.patient.answers.caregiver.by", "What is known of a patient"),
        ("examples.expect.screening.unknown", "What must come out"),
    ],
)
def test_a_key_that_stands_in_several_places_leads_to_its_own(path: str, heading: str) -> None:
    found = parts(ENGLISH)
    assert found[part_explaining(found, path.split("."))].heading == heading


def test_a_key_that_nobody_explains_leads_to_the_key_above_it_or_to_the_top() -> None:
    found = tuple(parts_of("# Top\n## Lists\n- `groups`: of drugs\n"))
    assert part_explaining(found, ("groups", "mine")) == 1
    assert part_explaining(found, ("nothing", "at", "all")) == 0
    assert part_explaining(found, ()) == 0


def test_what_is_code_or_only_mentioned_explains_nothing() -> None:
    (part,) = parts_of(
        "# Top\n```yaml\n# Comment\n- `format`: 1\n```\nSee `groups`.\n- `at`, `of`: two\n| `has sle` |\n| `all` |\n"
    )
    assert part.heading == "Top"
    assert part.keys == {"at", "of"}
    assert part.words == {"has"}


FILE: Sequence[str] = """\
format: 1
inclusion:
  - id: treated
    text: At least one drug received
    require:
      any:
        - received rituximab within 26 weeks
        - therapy:
            at_least: 2
            counted_if: [no_response]
examples:
  - name: one
    patient: {like: another, diagnoses: [{is: sle, since: 2014-01}]}
""".splitlines()


def at(words: str, inside: int) -> str:
    """Return the heading of the part on what stands so far inside words of the file."""
    number = next(number for number, line in enumerate(FILE) if words in line)
    return parts(ENGLISH)[part_at(FILE, number, FILE[number].index(words) + inside, ENGLISH)].heading


@pytest.mark.parametrize("inside", range(len("counted_if") + 1))
def test_a_key_is_found_wherever_the_cursor_stands_in_it(inside: int) -> None:
    assert at("counted_if", inside) == "Earlier treatment"


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("received rituximab", "Sentences"),
        ("within 26", "Sentences"),
        ("rituximab", "Blocks"),
        ("At least one", "A criterion"),
        ("received\n", "A criterion"),
        ("no_response", "Earlier treatment"),
        ("like:", "One patient like another"),
        ("since:", "What is known of a patient"),
        ("2014-01", "What is known of a patient"),
        ("format", "The head of a file"),
    ],
)
def test_a_word_of_a_sentence_is_explained_before_its_key(words: str, heading: str) -> None:
    """A word of a text for people is none."""
    if words.endswith("\n"):
        number = next(at for at, line in enumerate(FILE) if line.endswith(words.strip()))
        assert parts(ENGLISH)[part_at(FILE, number, len(FILE[number]), ENGLISH)].heading == heading
    else:
        assert at(words, 1) == heading


def test_an_empty_text_leads_to_the_top() -> None:
    assert part_at([""], 0, 0, ENGLISH) == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_leads_to_the_same_place(language: str) -> None:
    """And one without pages of its own to the English ones."""
    number = next(at for at, line in enumerate(FILE) if "counted_if" in line)
    assert part_at(FILE, number, 14, language) == part_at(FILE, number, 14, ENGLISH)
    assert parts("qx") == parts(ENGLISH)
