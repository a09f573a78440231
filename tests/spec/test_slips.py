"""Typical slips of an author: each is found at its place, and nearly always with what to write instead.

A row is a small edit of the example file. The place is counted from the edit, never typed by hand.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from core.catalogue.reading import load_catalogue
from core.discovery import rules_path
from core.rule_files.reading.whole import read_rule_file
from core.source_text.problem import Problem

FILE = "example-sle-cart-01.yaml"
TEXT = (rules_path("protocols") / FILE).read_text(encoding="utf-8")
LEAST_WITH_HINT = 0.8


@dataclass(frozen=True, slots=True)
class Slip:
    """``find`` becomes ``write``; the problem of ``code`` stands at ``marked`` inside it, and hints at ``hint``."""

    name: str
    find: str
    write: str
    code: str
    marked: str
    hint: str = ""


SLIPS = (
    # names
    Slip("drug misspelt", "received rituximab within", "received rituximb within", "unknown-name", "rituximb", "rituximab"),
    Slip("concept misspelt", "- platelets >= 50", "- plateletts >= 50", "unknown-name", "plateletts", "platelets"),
    Slip("diagnosis misspelt", "has gilbert_syndrome", "has gilbert_syndrom", "unknown-name", "gilbert_syndrom", "gilbert_syndrome"),
    Slip("diagnosis as a value", "has gilbert_syndrome", "gilbert_syndrome is yes", "type", "gilbert_syndrome", "has gilbert_syndrome"),
    Slip("value as a diagnosis", "require: sledai_2k >= 8", "require: has sledai_2k >= 8", "type", "sledai_2k", "sledai_2k >= …"),
    Slip("drug as a diagnosis", "has gilbert_syndrome", "has rituximab", "unknown-name", "rituximab", "received"),
    Slip("window unknown", "lvef >= 45 % within imaging", "lvef >= 45 % within imagin", "unknown-name", "imagin", "imaging"),
    Slip("decision point misspelt", "within 26 weeks before leukapheresis", "within 26 weeks before leukaferesis", "unknown-name", "leukaferesis", "leukapheresis"),
    Slip("point of a criterion misspelt", "at: leukapheresis\n    require", "at: leukaferesis\n    require", "unknown-name", "leukaferesis", "leukapheresis"),
    Slip("method misspelt", "spo2 (room_air)", "spo2 (room_aire)", "unknown-name", "room_aire", "room_air"),
    Slip("group not named as one of", "- hiv is positive", "- conventional is positive", "type", "conventional", "any of conventional"),
    Slip("member of a group misspelt", "biologics: [belimumab,", "biologics: [belimumap,", "unknown-name", "belimumap", "belimumab"),
    Slip("source not named", "source: protocol 5.1.1\n", "source: protokol 5.1.1\n", "unknown-source", "protokol", "protocol"),
    # values and units
    Slip("unit missing", "- platelets >= 50 10^9/L", "- platelets >= 50", "unit", "50", "50 10^9/L"),
    Slip("unit of another kind", "haemoglobin >= 8 g/dL", "haemoglobin >= 8 mmol", "unit", "mmol", "8 g/dL"),
    Slip("decimal comma", "require: sledai_2k >= 8 within", "require: crp <= 7,5 mg/L within", "number", "7,5", "7.5"),
    Slip("thousands separator", "- platelets >= 50 10^9/L", "- platelets >= 50,000 /uL", "number", "50,000", "50000"),
    Slip("age without years", "age between 18 years and", "age between 18 and", "unit", "18", "18 years"),
    Slip("titre as a number", "ana_titre >= 1:80", "ana_titre >= 80", "unit", "80", "1:80"),
    Slip("word misspelt", "- hiv is positive", "- hiv is positve", "unknown-value", "positve", "positive"),
    Slip("number as a state", "sledai_2k >= 8 within", "sledai_2k is 8 within", "syntax", "8", "leave out 'is'"),
    Slip("fact without a value", "require: caregiver is yes", "require: caregiver", "syntax", "\n", "caregiver is yes"),
    Slip("grade without domains", "is A in at least 1 domain within", "is A within", "type", "A", "in at least 1 domain"),
    Slip("percentage of change", "require: sledai_2k >= 8 within 28 days", "require: fall in fvc_percent > 8 % over 6 months", "scale", "8", "relative"),
    # signs and words
    Slip("sign turned round", "lvef >= 45", "lvef => 45", "syntax", "=>", ">="),
    Slip("sign of the keyboard", "lvef >= 45", "lvef ≥ 45", "syntax", "≥", ">="),
    Slip("sign in words", "lvef >= 45 %", "lvef at least 45 %", "syntax", "at", ">="),
    Slip("equality doubled", "lvef >= 45", "lvef == 45", "syntax", "==", "="),
    Slip("number forgotten", "lvef >= 45 % within", "lvef >= within", "syntax", "within", "number"),
    Slip("in for within", "sledai_2k >= 8 within 28 days", "sledai_2k >= 8 in 28 days", "syntax", "in", "within"),
    Slip("within forgotten", "sledai_2k >= 8 within 28 days", "sledai_2k >= 8, 28 days", "syntax", ",", "and"),
    Slip("within misspelt", "sledai_2k >= 8 within 28 days", "sledai_2k >= 8 whithin 28 days", "syntax", "whithin", "within"),
    Slip("length without unit", "sledai_2k >= 8 within 28 days", "sledai_2k >= 8 within 28", "syntax", "\n", "28 days"),
    Slip("length in words", "sledai_2k >= 8 within 28 days", "sledai_2k >= 8 within four weeks", "unknown-name", "four", "28 days"),
    Slip("list without any of", "any of (anti_dsdna, anti_sm) is positive", "(anti_dsdna, anti_sm) is positive", "syntax", ",", "any of"),
    Slip("list of drugs without any of", "ever received any of (car_t_cells,", "ever received (car_t_cells,", "which", "(", "any of"),
    Slip("bracket not closed", "any of (anti_dsdna, anti_sm) is", "any of (anti_dsdna, anti_sm is", "syntax", "is", ")"),
    Slip("comma forgotten", "any of (anti_dsdna, anti_sm) is", "any of (anti_dsdna anti_sm) is", "syntax", "anti_sm", ","),
    Slip("subject not repeated", "require: sledai_2k >= 8 within", "require: sledai_2k >= 8 and <= 20 within", "syntax", "<=", "between"),
    Slip("and at the end", "breast_feeding is yes\n", "breast_feeding is yes and\n", "syntax", "\n", "and"),
    Slip("ever with a window", "ever received any of (car_t_cells, allogeneic_hsct)", "ever received any of (car_t_cells, allogeneic_hsct) within 5 years", "window", "received", "ever"),
    # the file
    Slip("key misspelt", "    applies_when: childbearing", "    aplies_when: childbearing", "unknown-key", "aplies_when", "applies_when"),
    Slip("the other polarity", "    exclude_if: unsafe is yes", "    require: unsafe is yes", "form", "unsafe is yes", "exclude_if"),
    Slip("source forgotten", "    require: caregiver is yes\n    source: protocol 5.1.14", "    require: caregiver is yes", "missing-key", "", "source"),
    Slip("the same id twice", "- id: kidney", "- id: bilirubin", "duplicate-id", "bilirubin", "its own"),
    Slip("outcomes of the block forgotten", "            counted_if: [no_response, partial_response, lost_response, relapse, intolerance]\n", "", "missing-key", "", "counted_if"),
    Slip("outcome misspelt", "any_length_if: [intolerance]", "any_length_if: [intolerence]", "unknown-value", "intolerence", "intolerance"),
    Slip("length that does not say at least", "each_for: at least 12 weeks", "each_for: 12 weeks", "syntax", "12 weeks", "at least 12 weeks"),
    Slip("failed without its meaning", "failed_means: [no_response, partial_response, lost_response, relapse]\n", "", "failed-means", "", "failed_means"),
    Slip("tab", "    require: caregiver is yes", "\trequire: caregiver is yes", "tab", "\t", "spaces"),
)  # fmt: skip


def problems_of(text: str) -> tuple[Problem, ...]:
    """Return what the check says of a text of a rule file."""
    return read_rule_file(text.encode(), FILE, load_catalogue()).problems
