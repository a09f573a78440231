"""A file with criteria at every later point, and a patient for it, screened: what a headline has to tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from core.catalogue.catalogue import Catalogue
from core.catalogue.reading import load_catalogue
from core.chart.reading.whole import read_patient
from core.criteria.scope import Scope
from core.rule_files.checking import check_rule_file
from core.rule_files.compiling import CompiledRuleFile, compile_rule_file
from core.screening.screening import Screening, screen

ON = date(2026, 11, 22)
HEAD = {
    "id": "headed",
    "kind": "protocol",
    "fictional": "no",
    "state": "active",
    "recruitment": "{status: recruiting, seen: 2026-11-01}",
    "completeness": "full",
    "missing": "[]",
}
CRITERIA = """\
inclusion:
  - {id: age, text: Adult, require: "age between 18 years and 65 years", source: page}
  - {id: activity, text: Active, require: "sledai_2k >= 8 within 28 days before screening", source: page}
  - {id: treated, text: Treated, require: ever received immunosuppressants, concerns: treatment, source: page}
  - {id: steroid, text: Steroid, at: leukapheresis, require: "glucocorticoid_dose <= 20 mg/day", source: page}
exclusion:
  - id: belimumab
    text: Belimumab
    at: enrolment
    exclude_if: received belimumab within 12 weeks before enrolment
    source: page
  - id: washout
    text: Rituximab
    at: leukapheresis
    exclude_if: received rituximab within 26 weeks before leukapheresis
    source: page
  - {id: car_t, text: CAR-T, at: infusion, exclude_if: ever received car_t_cells, source: page}
  - {id: hiv, text: HIV, at: infusion, exclude_if: hiv is positive, source: page, retest: {times: 1}}
"""
_PATIENT = """\
format: 1
id: p
synthetic: true
name: P
birth_date: 1990-02-11
sex: female
treatments_complete: {since: 1990-02-11, as_of: 2026-11-20}
sledai_2k: {value: 14, date: 2026-11-16}
"""
AZATHIOPRINE = "{drug: azathioprine, from: 2016-01-01, to: 2017-01-01, outcome: no_response}"
DIAGNOSIS = "diagnoses: [{is: sle, since: 2014-01-20}]\n"
NO_HIV = "hiv: {value: negative, date: 2026-11-18}\n"


@dataclass(frozen=True, slots=True)
class Headed:
    """One screening with all that telling it needs."""

    screening: Screening
    compiled: CompiledRuleFile

    @property
    def scope(self) -> Scope:
        """The names of the file."""
        return self.compiled.scopes[self.screening.best.id]


@cache
def _catalogue() -> Catalogue:
    return load_catalogue()


def headed(
    *courses: str,
    more: str = NO_HIV,
    criteria: str = CRITERIA,
    on: date = ON,
    birth: str = "1990-02-11",
    diagnosis: str = DIAGNOSIS,
    head: Mapping[str, str] = HEAD,
) -> Headed:
    """Screen a patient with these courses; ``head`` are lines of the file's head that differ, ``more`` of the patient.

    Azathioprine without response stands in every record, so the patient was treated.
    """
    lines = "\n".join(f"{key}: {value}" for key, value in {**HEAD, **head}.items())
    text = (
        f"format: 1\nversion: 1.0.0\n{lines}\nlanguage: en\ntitle: {{en: Headed}}\ndiseases: [sle]\n"
        "effective: {from: unknown}\nmaintainers: [A. Example]\nreviewed: not reviewed by a physician\n"
        f"sources:\n  page: {{title: a page, date: unknown, read: unknown}}\n{criteria}"
    )
    check = check_rule_file(text.encode(), "headed.yaml", _catalogue())
    assert check.checked is not None, [(each.span.line, each.message, each.hint) for each in check.problems]
    treatments = "".join(f"  - {course}\n" for course in (AZATHIOPRINE, *courses))
    record = f"{_PATIENT.replace('1990-02-11', birth)}{diagnosis}{more}treatments:\n{treatments}"
    chart, problems = read_patient(record.encode(), "p.yaml", _catalogue())
    assert chart is not None, [(each.span.line, each.message, each.hint) for each in problems]
    compiled = compile_rule_file(check.checked)
    return Headed(screen(compiled, chart, on), compiled)
