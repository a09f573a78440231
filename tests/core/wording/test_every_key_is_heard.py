"""Each key of a rule file is heard when the file is read aloud, in every language; members of a class are never cut.

The keys come from the schema of rule files, so that a new one names itself here until it is heard.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, cast

import pytest

from core.catalogue.reading import load_catalogue
from core.language.phrases import LANGUAGES, Phrases
from core.rule_files.checking import check_rule_file
from core.use_cases.read_aloud import read_rule_file_aloud
from tests.rules.plain_text import schema_of

BASE = """\
format: 1
id: whole
kind: protocol
version: 1.0.0
state: draft
completeness: partial
missing: [the annex]
diseases: [sle]
title: {en: A whole file}
reviewed: not reviewed by a physician
sources:
  protocol: {title: A protocol, date: 2026-01-01, read: 2026-01-02}
  other: {title: Another, date: 2026-01-01, read: 2026-01-02}
failed_means: [no_response]
default: {source: protocol 9}
groups: {own: [methotrexate, azathioprine]}
anchors: {week_four: {after: infusion + 4 weeks}}
questions:
  fit: {ask: "Fit?", asked_of: investigator}
site:
  arm: {label: Arm, one_of: [a, b]}
define:
  bad: {text: Bad disease, is: "sledai_2k >= 12"}
inclusion:
  - id: fitness
    text: First
    require: fit is yes and arm is a and bad
    source: protocol 1
  - id: treated
    text: Treated
    require:
      therapy:
        at_least: 1
        of: [own, rituximab]
        counted_if: [no_response]
    source: protocol 2
  - id: promise
    text: Promise
    commitment: "Will you?"
    asked_of: patient
    from: screening
    until: infusion + 12 months
    source: protocol 3
  - id: signed
    text: Signed
    formality: consent
    given_by: patient
    source: protocol 4
  - id: joined
    text: Joined
    require: has sle
    source: protocol 5
exclusion:
  - id: out
    text: Out
    exclude_if: has infection
    source: protocol 6
cohorts:
  - id: adults
    title: {en: Adults}
    inclusion:
      - id: old
        text: Old
        require: age >= 18 years
        source: protocol 7
"""
TREATED = "counted_if: [no_response]\n"
PROMISED = 'commitment: "Will you?"\n    asked_of: patient\n    from: screening\n    until: infusion + 12 months'
JOINED = "    require: has sle\n    source: protocol 5\n"
HEARD: Mapping[str, tuple[str, str]] = {
    "id": ("id: whole", "id: other-file"),
    "kind": ("kind: protocol", "kind: programme"),
    "version": ("version: 1.0.0", "version: 1.2.0"),
    "supersedes": ("state: draft", "state: draft\nsupersedes: 0.9.0"),
    "state": ("state: draft", "state: active"),
    "fictional": ("state: draft", "state: draft\nfictional: yes"),
    "language": ("state: draft", "state: draft\nlanguage: de"),
    "title": ("A whole file", "Another file"),
    "short": ("state: draft", "state: draft\nshort: {en: Little}"),
    "recruitment": ("state: draft", "state: draft\nrecruitment: {status: recruiting}"),
    "recruitment.status": ("state: draft", "state: draft\nrecruitment: {status: completed}"),
    "recruitment.seen": ("state: draft", "state: draft\nrecruitment: {seen: 2026-06-01}"),
    "registry": ("state: draft", "state: draft\nregistry: {nct: NCT00000000}"),
    "effective": ("state: draft", "state: draft\neffective: {from: 2026-01-01}"),
    "effective.from": ("state: draft", "state: draft\neffective: {from: 2026-02-01}"),
    "effective.until": ("state: draft", "state: draft\neffective: {until: 2026-03-01}"),
    "completeness": ("completeness: partial", "completeness: full"),
    "missing": ("the annex", "the appendix"),
    "diseases": ("diseases: [sle]", "diseases: [sle, ssc]"),
    "maintainers": ("state: draft", "state: draft\nmaintainers: [A. Example]"),
    "reviewed": ("not reviewed by a physician", "{by: B. Example, on: 2026-01-01}"),
    "reviewed.by": ("not reviewed by a physician", "{by: C. Example, on: 2026-01-01}"),
    "reviewed.on": ("not reviewed by a physician", "{by: C. Example, on: 2026-02-01}"),
    "reviewed.next_due": ("not reviewed by a physician", "{by: C. Example, on: 2026-01-01, next_due: 2027-01-01}"),
    "translated": ("state: draft", "state: draft\ntranslated: {fr: not reviewed by a physician}"),
    "translated.*.by": ("state: draft", "state: draft\ntranslated: {fr: {by: D. Example, on: 2026-01-01}}"),
    "translated.*.on": ("state: draft", "state: draft\ntranslated: {fr: {by: D. Example, on: 2026-04-01}}"),
    "translated.*.next_due": (
        "state: draft",
        "state: draft\ntranslated: {fr: {by: D. Example, on: 2026-01-01, next_due: 2027-04-01}}",
    ),
    "sources": ("sources:\n", "sources:\n  third: {title: Third, date: unknown, read: unknown}\n"),
    "sources.*.title": ("title: A protocol", "title: The protocol"),
    "sources.*.url": ("A protocol,", "A protocol, url: example.org,"),
    "sources.*.identifier": ("A protocol,", "A protocol, identifier: X1,"),
    "sources.*.id": ("A protocol,", "A protocol, id: X2,"),
    "sources.*.cite": ("A protocol,", "A protocol, cite: X3,"),
    "sources.*.version": ("A protocol,", "A protocol, version: 3,"),
    "sources.*.date": ("A protocol, date: 2026-01-01", "A protocol, date: 2025-01-01"),
    "sources.*.read": ("read: 2026-01-02}\n  other", "read: 2026-01-03}\n  other"),
    "changelog": ("groups:", "changelog: [{version: 1.0.0, date: 2026-01-01, by: A, source: S, what: First}]\ngroups:"),
    "anchors": ("{week_four: {after", "{week_five: {after"),
    "anchors.*.after": ("infusion + 4 weeks", "infusion + 5 weeks"),
    "anchors.*.label": ("infusion + 4 weeks", "infusion + 4 weeks, label: Fourth week"),
    "anchors.*.default": ("infusion + 4 weeks", "infusion + 4 weeks, default: ask the site"),
    "limits": ("groups:", "limits: {upper_age: 70 years}\ngroups:"),
    "limits.*.is": ("groups:", "limits: {upper_age: {is: 71 years}}\ngroups:"),
    "limits.*.since": ("groups:", "limits: {upper_age: {is: 71 years, since: 2026-05-01}}\ngroups:"),
    "limits.*.before": ("groups:", "limits: {upper_age: {is: 71 years, before: 45 years}}\ngroups:"),
    "results": ("groups:", "results: within 28 days before screening\ngroups:"),
    "default": ("default: {", "default: {wording: summary, "),
    "default.wording": ("default: {", "default: {wording: memory, "),
    "default.source": ("    require: has sle\n    source: protocol 5\n", "    require: has sle\n"),
    "default.at": ("default: {", "default: {at: infusion, "),
    "default.asked_of": ("default: {", "default: {asked_of: guardian, "),
    "windows": ("groups:", "windows: {laboratory: 14 days}\ngroups:"),
    "interval": ("groups:", "interval: {belimumab: 4 weeks}\ngroups:"),
    "failed_means": ("failed_means: [no_response]", "failed_means: [no_response, relapse]"),
    "groups": ("{own: [methotrexate, azathioprine]}", "{own: [methotrexate, leflunomide]}"),
    "questions": ("questions:\n", 'questions:\n  free: {ask: "Free?"}\n'),
    "questions.*.ask": ('"Fit?"', '"Fit enough?"'),
    "questions.*.asked_of": ("asked_of: investigator", "asked_of: site"),
    "questions.*.valid_for": ("asked_of: investigator", "asked_of: investigator, valid_for: 28 days"),
    "questions.*.concerns": ("asked_of: investigator", "asked_of: investigator, concerns: [activity]"),
    "site": ("site:\n", "site:\n  bed: {label: Bed, one_of: [c, d]}\n"),
    "site.*.label": ("label: Arm", "label: The arm"),
    "site.*.one_of": ("one_of: [a, b]", "one_of: [a, c]"),
    "site.*.known": ("one_of: [a, b]", "one_of: [a, b], known: b"),
    "site.*.ask": ("one_of: [a, b]", 'one_of: [a, b], ask: "Which arm?"'),
    "site.*.seen": ("one_of: [a, b]", "one_of: [a, b], seen: 2026-05-01"),
    "define": ("define:\n", 'define:\n  worse: {text: Worse, is: "sledai_2k >= 20"}\n'),
    "define.*.text": ("text: Bad disease", "text: Bad lupus"),
    "define.*.is": ('is: "sledai_2k >= 12"', 'is: "sledai_2k >= 14"'),
    "define.*.source": ('is: "sledai_2k >= 12"', 'is: "sledai_2k >= 12", source: protocol 9'),
    "condition.all": (JOINED, JOINED.replace("has sle", "{all: [has sle, has ra]}")),
    "condition.any": (JOINED, JOINED.replace("has sle", "{any: [has sle, has ra]}")),
    "condition.not": (JOINED, JOINED.replace("has sle", "{not: has sle}")),
    "condition.at_least": (JOINED, JOINED.replace("has sle", "{at_least: 2, of: [has sle, has ra, has ssc]}")),
    "condition.of": (JOINED, JOINED.replace("has sle", "{at_least: 1, of: [has sle, has ra]}")),
    "condition.when": (JOINED, JOINED.replace("has sle", "{when: has ra, then: has sle}")),
    "condition.then": (JOINED, JOINED.replace("has sle", "{when: has ra, then: has ssc}")),
    "condition.else": (JOINED, JOINED.replace("has sle", "{when: has ra, then: has sle, else: has ssc}")),
    "condition.therapy": (JOINED, JOINED.replace("has sle", "{therapy: {all_of: [belimumab], counted_if: taken}}")),
    "condition.not_public": (JOINED, JOINED.replace("has sle", "{all: [has sle, {not_public: the rest}]}")),
    "condition.sources_differ": (
        JOINED,
        JOINED.replace("has sle", "{sources_differ: {protocol: has sle, other: has ra}}"),
    ),
    "condition.sources_differ.use": (
        JOINED,
        JOINED.replace("has sle", "{sources_differ: {protocol: has sle, other: has ra, use: other}}"),
    ),
    "therapy.at_least": ("at_least: 1", "at_least: 2"),
    "therapy.of": ("of: [own, rituximab]", "of: [own, belimumab]"),
    "therapy.all_of": (TREATED, f"{TREATED}        all_of: [belimumab]\n"),
    "therapy.one_from_each": (TREATED, f"{TREATED}        one_from_each: [[belimumab, anifrolumab]]\n"),
    "therapy.counting": (TREATED, f"{TREATED}        counting: groups\n"),
    "therapy.must_include": (TREATED, f"{TREATED}        must_include: [rituximab]\n"),
    "therapy.count_once": (TREATED, f"{TREATED}        count_once: [[methotrexate, azathioprine]]\n"),
    "therapy.counted_if": (TREATED, "counted_if: [no_response, relapse]\n"),
    "therapy.any_length_if": (
        TREATED,
        f"{TREATED}        each_for: at least 12 weeks\n        any_length_if: [intolerance]\n",
    ),
    "therapy.contraindicated": (TREATED, f"{TREATED}        contraindicated: counts\n"),
    "therapy.each_for": (TREATED, f"{TREATED}        each_for: at least 12 weeks\n"),
    "therapy.together_for": (TREATED, f"{TREATED}        together_for: at least 12 weeks\n"),
    "therapy.in_total_for": (TREATED, f"{TREATED}        in_total_for: at least 12 weeks\n"),
    "therapy.gap": (TREATED, f"{TREATED}        each_for: at least 12 weeks\n        gap: 60 days\n"),
    "therapy.looking_back": (TREATED, f"{TREATED}        looking_back: 2 years\n"),
    "therapy.together_with": (TREATED, f"{TREATED}        together_with: [glucocorticoids]\n"),
    "therapy.at_dose": (TREATED, f'{TREATED}        at_dose: {{methotrexate: ">= 15 mg/week"}}\n'),
    "therapy.cumulative": (TREATED, f'{TREATED}        cumulative: {{methotrexate: ">= 1 g"}}\n'),
    "therapy.dose_adequate": (TREATED, f"{TREATED}        dose_adequate: required\n"),
    "therapy.adherence": (TREATED, f"{TREATED}        adherence: documented\n"),
    "therapy.still_on": (TREATED, f"{TREATED}        still_on: yes\n"),
    "therapy.unchanged_for": (TREATED, f"{TREATED}        still_on: yes\n        unchanged_for: at least 4 weeks\n"),
    "blocks": (
        "exclusion:\n",
        "blocks: {both: [{id: another, text: More, require: has ra, source: protocol 8}]}\nexclusion:\n",
    ),
    "criterion.id": ("", ""),
    "criterion.text": ("text: First", "text: The first"),
    "criterion.require": ("fit is yes and arm is a and bad", "fit is yes and arm is b and bad"),
    "criterion.exclude_if": ("exclude_if: has infection", "exclude_if: has malignancy"),
    "criterion.commitment": ('"Will you?"', '"Will you really?"'),
    "criterion.from": ("from: screening", "from: infusion"),
    "criterion.until": ("infusion + 12 months", "infusion + 24 months"),
    "criterion.formality": (PROMISED, "formality: consent\n    given_by: patient"),
    "criterion.given_by": ("given_by: patient", "given_by: patient or guardian"),
    "criterion.valid_for": ('commitment: "Will you?"', 'commitment: "Will you?"\n    valid_for: 3 months'),
    "criterion.not_public": ("require: has sle", "not_public: the limit of age"),
    "criterion.applies_when": (JOINED, f"{JOINED}    applies_when: sex is female\n"),
    "criterion.unless": (JOINED, f"{JOINED}    unless: has ra\n"),
    "criterion.at": (JOINED, f"{JOINED}    at: infusion\n"),
    "criterion.asked_of": ("asked_of: patient\n", "asked_of: guardian\n"),
    "criterion.if_not_recorded": (
        "exclude_if: has infection",
        "exclude_if: has infection\n    if_not_recorded: assume absent",
    ),
    "criterion.retest": (JOINED, f"{JOINED}    retest: {{times: 1}}\n"),
    "criterion.retest.times": (JOINED, f"{JOINED}    retest: {{times: 2}}\n"),
    "criterion.retest.if": (JOINED, f"{JOINED}    retest: {{times: 1, if: ever hiv is negative}}\n"),
    "criterion.concerns": (JOINED, f"{JOINED}    concerns: [age]\n"),
    "criterion.help": (JOINED, f"{JOINED}    help: Ask twice\n"),
    "criterion.wording": (JOINED, f"{JOINED}    wording: summary\n"),
    "criterion.reading": (JOINED, f"{JOINED}    reading: As we read it\n"),
    "criterion.source": ("source: protocol 5", "source: protocol 55"),
    "inclusion": (BASE[BASE.index("inclusion:\n") : BASE.index("exclusion:")], "inclusion: not_public\n"),
    "exclusion": (BASE[BASE.index("exclusion:\n") : BASE.index("cohorts:")], "exclusion: not_public\n"),
    "cohorts": ("title: {en: Adults}\n", "title: {en: Adults}\n    exclusion: not_public\n"),
    "cohorts.id": ("", ""),
    "cohorts.title": ("title: {en: Adults}", "title: {en: Grown-ups}"),
    "cohorts.applies_when": ("title: {en: Adults}\n", "title: {en: Adults}\n    applies_when: age >= 18 years\n"),
    "cohorts.at": ("title: {en: Adults}\n", "title: {en: Adults}\n    at: enrolment\n"),
    "cohorts.inclusion": ("require: age >= 18 years", "require: age >= 21 years"),
    "cohorts.exclusion": ("title: {en: Adults}\n", "title: {en: Adults}\n    exclusion: not_public\n"),
    "schedules": ("groups:", "schedules: [cd19-core]\ngroups:"),
    "examples": ("", ""),
}  # fmt: skip
SILENT = {
    "format": "there is one",
    "criterion.id": "a name for people is its number and text",
    "cohorts.id": "a name for people is its title",
    "examples": "said by their number and names: test_examples_are_heard",
    "blocks": "heard where they are used: test_a_block_is_heard_where_it_is_used",
}
EXAMPLE = """\
examples:
  - name: The first patient
    on: 2026-06-01
    patient: {birth_date: 1990-01-01}
    expect: {screening: {conclusion: not eligible}}
"""


def keys_of_the_schema() -> frozenset[str]:
    """Return every key of a rule file, those of criteria, conditions and therapies once; examples are not judged by."""
    return frozenset(
        _collapsed(key) for key in _keys(cast("Mapping[str, Any]", schema_of("rule-file")), "", frozenset())
    )


def _collapsed(key: str) -> str:
    for inner, name in ((".therapy.", "therapy."), ("blocks.*.", "criterion.")):
        if inner in key or key.startswith(inner):
            rest = key.rsplit(inner, 1)[-1] if inner in key else key.removeprefix(inner)
            key = f"{name}{rest}"
            break
    for place in ("define.*.is.", "cohorts.applies_when.", *(f"criterion.{each}." for each in _CONDITIONS)):
        if key.startswith(place):
            return f"condition.{key.removeprefix(place)}"
    return "examples" if key.startswith("examples") else key


_CONDITIONS = ("require", "exclude_if", "applies_when", "unless", "retest.if")


def _definitions() -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", schema_of("rule-file")["$defs"])


def _keys(node: Mapping[str, Any], path: str, seen: frozenset[str]) -> Iterator[str]:
    reference = str(node.get("$ref", "")).rpartition("/")[2]
    if reference:
        if reference not in seen:
            yield from _keys(_definitions()[reference], path, seen | {reference})
        return
    for key, inner in node.get("properties", {}).items():
        yield f"{path}{key}"
        yield from _keys(inner, f"{path}{key}.", seen)
    for inner in (*node.get("patternProperties", {}).values(), node.get("additionalProperties")):
        if isinstance(inner, Mapping):
            yield from _keys(cast("Mapping[str, Any]", inner), f"{path}*.", seen)
    for inner in (node.get("items"), *(each for word in ("oneOf", "anyOf", "allOf") for each in node.get(word, ()))):
        if isinstance(inner, Mapping):
            yield from _keys(cast("Mapping[str, Any]", inner), path, seen)


@cache
def heard(text: str, language: str) -> tuple[str, ...]:
    """Return a file read aloud."""
    check = check_rule_file(text.encode(), "whole.yaml", load_catalogue())
    assert check.checked is not None, [problem for problem in check.problems if problem.is_error]
    return tuple(read_rule_file_aloud(check.checked, Phrases(language)))


def test_every_key_of_the_schema_has_a_row() -> None:
    assert keys_of_the_schema() - set(SILENT) == set(HEARD) - set(SILENT)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", sorted(set(HEARD) - set(SILENT)))
def test_a_key_is_heard(key: str, language: str) -> None:
    """Another value of it, or it at all, is another line."""
    find, write = HEARD[key]
    assert find in BASE
    assert heard(BASE.replace(find, write, 1), language) != heard(BASE, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_are_heard(language: str) -> None:
    assert any("The first patient" in line for line in heard(BASE + EXAMPLE, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_block_is_heard_where_it_is_used(language: str) -> None:
    block = "blocks:\n  both:\n    - {id: another, text: More of it, require: has ra, source: protocol 8}\n"
    text = BASE.replace("exclusion:\n", f"  - uses: both\n{block}exclusion:\n")
    assert any("More of it" in line for line in heard(text, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_members_of_a_class_are_never_cut(language: str) -> None:
    """Whatever a condition names, all that it stands for is heard once in full."""
    catalogue = load_catalogue()
    text = BASE.replace("of: [own, rituximab]", "of: [biologics]").replace("has infection", "has malignancy")
    lines = "\n".join(heard(text, language))
    for name in (*catalogue.drugs_of("biologics"), *catalogue.concepts_of("malignancy")):
        thing = catalogue.drugs.get(name) or catalogue.concepts[name]
        assert thing.label[language] in lines, name
