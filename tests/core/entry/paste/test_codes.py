"""Codes of other systems: each leads to one thing that the catalogue has, and its list says where it was read."""

from __future__ import annotations

from collections import Counter

import pytest

from core.catalogue.codes import OWN, CodeSystem
from core.discovery import rules_path
from core.source_text.reading import read_text
from core.source_text.tree import Mapping, Sequence
from tests.sample_screenings import catalogue

SYSTEMS = catalogue().code_systems


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system.id)
def test_a_list_has_its_source_and_its_codes_mean_something(system: CodeSystem) -> None:
    assert system.source
    assert system.uris
    known = catalogue()
    assert [each for each in system.codes.values() if known.concept(each) is None and not known.drugs_of(each)] == []
    for code, meant in system.codes.items():
        assert known.coded(system.uris[0], code) == meant
    assert known.coded(system.uris[0], "no such code") == ""


def test_a_code_leads_to_one_thing() -> None:
    tree, problems = read_text(rules_path("catalogue").joinpath("codes.yaml").read_bytes(), "codes.yaml")
    assert isinstance(tree, Mapping), problems
    for entry in tree:
        assert isinstance(entry.value, Sequence)
    written = rules_path("catalogue").joinpath("codes.yaml").read_text("utf-8")
    for system in SYSTEMS:
        section = written.partition(f"- id: {system.id}\n")[2].partition("- id: ")[0]
        told = [code.strip(' "') for line in section.splitlines() if "codes: [" in line
                for code in line.partition("codes: [")[2].partition("]")[0].split(",")]  # fmt: skip
        assert [code for code, count in Counter(told).items() if count > 1] == []


def test_uris_are_of_one_system_and_ours_leads_to_the_catalogue() -> None:
    uris = [uri for system in SYSTEMS for uri in system.uris]
    assert len(uris) == len(set(uris))
    assert catalogue().coded(OWN, "sle") == "sle"
    assert catalogue().coded(OWN, "rituximab") == "rituximab"
    assert catalogue().coded(OWN, "nothing") == ""
    assert catalogue().coded("urn:elsewhere", "sle") is None
