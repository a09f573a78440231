"""Amendments as sponsors make them, each as a change of the text of a rule file that ships."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from core.discovery import rules_path
from core.rule_files.checking import check_rule_file
from core.rule_files.comparison.comparing import Change, Written
from tests.sample_screenings import catalogue

EXAMPLE = "protocols/example-sle-cart-01.yaml"
COHORTS = "protocols/nct06154252.yaml"
Key = tuple[str, str]


@cache
def content(name: str) -> bytes:
    """A shipped file without its examples, which name the criteria that are taken away here."""
    return rules_path(name).read_bytes().partition(b"\nexamples:")[0] + b"\n"


@cache
def written(text: bytes) -> Written:
    check = check_rule_file(text, "amended.yaml", catalogue())
    assert check.checked is not None, [each for each in check.problems if each.is_error]
    return Written(check.checked, text)


@dataclass(frozen=True)
class Amendment:
    """What is replaced by what in a file, and what must be told of it: criteria with their change, keys of the head."""

    name: str
    replaced: tuple[tuple[str, str], ...]
    criteria: dict[str, Change]
    head: frozenset[str] = frozenset()
    says: tuple[tuple[str, str], ...] = ()  # the marked words of one part: was, is
    moves_nobody: bool = False
    file: str = EXAMPLE

    @property
    def old(self) -> Written:
        return written(content(self.file))

    @property
    def text(self) -> bytes:
        text = content(self.file).decode()
        for old, new in self.replaced:
            assert text.count(old) >= 1, old
            text = text.replace(old, new, 1)
        return text.encode()

    @property
    def new(self) -> Written:
        return written(self.text)


TRIAL_DRUG = """  - id: trial_drug
    text:
      en: A trial drug within 12 weeks
      de: Ein Prüfpräparat innerhalb von 12 Wochen
    at: leukapheresis
    exclude_if: received belimumab within 12 weeks before leukapheresis
    source: protocol 5.2.11
  - id: live_vaccine
"""
COHORT = """cohorts:
  - id: younger
    title: {en: Younger, de: Jüngere}
    applies_when: age < 40 years
    inclusion:
      - id: weight
        text: {en: At least 40 kg, de: Mindestens 40 kg}
        require: weight >= 40 kg
        source: protocol 5.1.20
    exclusion: not_public
  - id: older
    title: {en: Older, de: Ältere}
    applies_when: age >= 40 years
    inclusion: not_public
    exclusion: not_public

schedules:"""
LIVE = """  - id: live_vaccine
    text:
      en: Live vaccine within 4 weeks
      de: Lebendimpfung innerhalb von 4 Wochen
    exclude_if: received live_vaccine within 4 weeks before screening
    source: protocol 5.2.10
"""
MALIGNANCY = """  - id: malignancy
    text:
      en: Malignancy, now or within 5 years
      de: Malignom, aktuell oder innerhalb von 5 Jahren
    exclude_if: had malignancy within 5 years before screening
    source: protocol 5.2.7
"""
CAREGIVER = "    require: caregiver is yes\n"

AMENDMENTS = (
    Amendment(
        "the upper age is raised",
        (
            ("require: age between 18 years and 65 years", "require: age between 18 years and 70 years"),
            ("en: Age 18 to 65 years", "en: Age 18 to 70 years"),
            ("de: Alter 18 bis 65 Jahre", "de: Alter 18 bis 70 Jahre"),
        ),
        {"age": Change.CHANGED},
        says=(("65", "70"),),
    ),
    Amendment(
        "the list of antibodies is widened",
        (("any of (anti_dsdna, anti_sm) is positive", "any of (anti_dsdna, anti_sm, anti_ro) is positive"),),
        {"autoantibodies": Change.CHANGED},
    ),
    Amendment(
        "a washout is shortened",
        (("rituximab within 26 weeks before", "rituximab within 12 weeks before"),),
        {"washout": Change.CHANGED},
        says=(("26", "12"),),
    ),
    Amendment(
        "a limit of a value is raised",
        (("egfr >= 30 mL/min/1.73m2", "egfr >= 45 mL/min/1.73m2"), ("en: eGFR at least 30", "en: eGFR at least 45")),
        {"kidney": Change.CHANGED},
        says=(("30", "45"),),
    ),
    Amendment("a criterion is added", (("  - id: live_vaccine\n", TRIAL_DRUG),), {"trial_drug": Change.ADDED}),
    Amendment("a criterion is removed", ((LIVE, ""),), {"live_vaccine": Change.REMOVED}),
    Amendment("cohorts are added", (("schedules:", COHORT),), {"weight": Change.ADDED}, head=frozenset({"cohorts"})),
    Amendment(
        "the text alone",
        (
            (
                "en: Reliable caregiver for 28 days after infusion",
                "en: Reliable caregiver for four weeks after infusion",
            ),
        ),
        {"caregiver": Change.REWORDED},
        says=(("28 days", "four weeks"),),
        moves_nobody=True,
    ),
    Amendment(
        "title and recruitment alone",
        (("state: active", "state: closed"), ("title:\n  en: CD19", "title:\n  en: New CD19")),
        {},
        head=frozenset({"state", "title"}),
        moves_nobody=True,
    ),
    Amendment(
        "a window that several criteria go by",
        (("windows: {laboratory: 14 days,", "windows: {laboratory: 28 days,"),),
        {"blood_count": Change.CHANGED, "bilirubin": Change.CHANGED, "heart_lung": Change.CHANGED},
        head=frozenset({"windows"}),
    ),
    Amendment(
        "how many drugs have to have failed",
        (("at_least: 2\n            of: [conventional", "at_least: 3\n            of: [conventional"),),
        {"refractory": Change.CHANGED},
    ),
    Amendment(
        "what was not public is filled in",
        ((CAREGIVER, "    not_public: who has to be there\n"),),
        {"caregiver": Change.CHANGED},
    ),
    Amendment(
        "a named list is widened",
        (("biologics: [belimumab, anifrolumab,", "biologics: [belimumab, anifrolumab, tocilizumab,"),),
        {"refractory": Change.CHANGED},
        head=frozenset({"groups"}),
    ),
    Amendment(
        "what counts as failed",
        (("failed_means: [no_response, partial_response,", "failed_means: [no_response,"),),
        {"refractory": Change.CHANGED},
        head=frozenset({"failed_means"}),
    ),
    Amendment(
        "a criterion goes to another place",
        ((MALIGNANCY, ""), (LIVE, LIVE + MALIGNANCY)),
        {"malignancy": Change.MOVED},
        moves_nobody=True,
    ),
    Amendment(
        "a criterion gets another name",
        (("  - id: malignancy\n", "  - id: cancer\n"),),
        {"cancer": Change.MOVED},
        moves_nobody=True,
    ),
    Amendment(
        "a question is valid for longer",
        (("asked_of: patient, valid_for: 3 months", "asked_of: patient, valid_for: 6 months"),),
        {"caregiver": Change.CHANGED},
        head=frozenset({"questions"}),
    ),
    Amendment(
        "a question is asked in other words",
        (("within 60 minutes?", "within an hour?"),),
        {"caregiver": Change.REWORDED},
        head=frozenset({"questions"}),
        moves_nobody=True,
    ),
    Amendment(
        "a translation alone",
        (("de: Aktive Infektion", "de: Eine aktive Infektion"),),
        {"infection": Change.REWORDED},
        moves_nobody=True,
    ),
    Amendment(
        "another section of the source",
        (("    source: protocol 5.2.2\n", "    source: protocol 5.2.12\n"),),
        {"infection": Change.REWORDED},
        moves_nobody=True,
    ),
    Amendment(
        "what is not recorded is taken to be absent",
        (("    exclude_if: has infection\n", "    exclude_if: has infection\n    if_not_recorded: assume absent\n"),),
        {"infection": Change.CHANGED},
    ),
    Amendment(
        "a criterion is judged at another point",
        (("    exclude_if: has infection\n", "    exclude_if: has infection\n    at: [screening, infusion]\n"),),
        {"infection": Change.CHANGED},
    ),
)
"""The twelve that are typical stand first."""
