"""What a criterion speaks of: a vaccine that was received is no earlier treatment of the disease."""

from __future__ import annotations

import pytest

from core.catalogue.concept import Aspect
from core.catalogue.reading import load_catalogue
from core.rule_files.aspects import aspects_of
from core.rule_files.checking import check_rule_file
from core.rule_files.rule_file import Criterion

FILE = """\
format: 1
id: aspects
kind: protocol
fictional: yes
version: 1.0.0
state: draft
completeness: full
diseases: [sle]
title: {{en: Aspects}}
reviewed: not reviewed by a physician
sources: {{page: {{title: a page, date: unknown, read: unknown}}}}
groups: {{standard: [azathioprine, methotrexate]}}
{section}:
  - id: asked
    text: What is asked
    {verb}: {sentence}
    source: page 1
"""


def spoken_of(sentence: str, section: str = "inclusion") -> frozenset[Aspect]:
    """Return what a criterion of one sentence speaks of."""
    verb = "require" if section == "inclusion" else "exclude_if"
    content = FILE.format(section=section, verb=verb, sentence=sentence).encode()
    found = check_rule_file(content, "aspects.yaml", load_catalogue()).checked
    assert found is not None
    asked: Criterion = next(iter(found.rule_file.all_criteria))
    assert found.rule_file.scope is not None
    return aspects_of(asked, found.rule_file.scope)


@pytest.mark.parametrize(
    "sentence", ["ever received rituximab", "ever received immunosuppressants", "ever received any of (standard)"]
)
def test_a_drug_a_class_and_a_group_received_are_treatment(sentence: str) -> None:
    assert Aspect.TREATMENT in spoken_of(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["received sars_cov_2_vaccine at least 2 times", "ever received vaccine", "ever received red_cell_transfusion"],
)
def test_a_vaccine_or_a_transfusion_received_is_none(sentence: str) -> None:
    assert Aspect.TREATMENT not in spoken_of(sentence)


def test_what_must_not_have_been_received_says_nothing_of_what_failed() -> None:
    assert Aspect.TREATMENT not in spoken_of("ever received rituximab", "exclusion")
