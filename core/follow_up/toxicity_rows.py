"""The rows of the toxicity log: of values, of gradings by the day, of what was recorded as an event."""

from __future__ import annotations

from dataclasses import dataclass

from core.scores.definition import HIGHEST, LOWEST

FIRST_DAY, LAST_DAY = -5, 28
CRS, BY_ICE, BY_CAPD, IEC_HS, LICATS = "astct_crs", "astct_icans_adult", "icans_pediatric", "iec_hs", "licats"
TEMPERATURE, NEUTROPHILS, PLATELETS, IGG = "temperature", "anc", "platelets", "igg"
INFECTION, OTHER_EVENTS = "infection", "other_events"
CTCAE = "ctcae_v5"
IMMUNOGLOBULINS = "immunoglobulins"
"""The class of drugs whose courses are shown in the row of IgG."""


@dataclass(frozen=True, slots=True)
class RowKind:
    """A row of the strip. Of values: ``concept`` with its ``field`` and which value of a day counts; of grades: the
    ``event`` on which clinicians put their own grade. ``is_always``: shown without an entry as well. ``answers``: the
    grading and the input of it by which the value may stand on record as well. ``test``: graded by CTCAE as that test.
    """

    id: str
    concept: str
    field: str = ""
    of_day: str = ""
    event: str = ""
    is_always: bool = False
    answers: tuple[str, str] = ("", "")
    test: str = ""

    @property
    def is_grade(self) -> bool:
        """True for a row of grades: of a day's findings, of a day's laboratory values, of what was recorded."""
        return not self.of_day

    @property
    def is_of_many(self) -> bool:
        """True for a row of whatever was recorded of a kind: each entry is told with its name."""
        return self.id in (INFECTION, OTHER_EVENTS)

    @property
    def is_of_findings(self) -> bool:
        """True for a grading that is recorded day by day."""
        return self.is_grade and not self.test and not self.is_of_many

    @property
    def grading(self) -> str:
        """The score by which the row is graded, "" for none."""
        if not self.is_grade or self.id == OTHER_EVENTS:
            return ""
        return CTCAE if self.test or self.id == INFECTION else self.id


def _by_ctcae(concept: str, test: str) -> RowKind:
    return RowKind(f"ctcae_{concept}", concept, test=test)


ROWS = (
    RowKind(TEMPERATURE, "vital_signs", TEMPERATURE, HIGHEST, is_always=True, answers=(CRS, "temp")),
    RowKind("systolic", "vital_signs", "systolic", LOWEST),
    RowKind("spo2", "spo2", of_day=LOWEST),
    RowKind("oxygen_flow", "oxygen_flow", of_day=HIGHEST),
    RowKind(CRS, CRS, event="crs", is_always=True),
    RowKind("ice_score", "ice_score", of_day=LOWEST, answers=(BY_ICE, "ice")),
    RowKind(BY_ICE, BY_ICE, event="icans"),
    RowKind("capd", "capd", of_day=HIGHEST, answers=(BY_CAPD, "capd")),
    RowKind(BY_CAPD, BY_CAPD, event="icans"),
    RowKind(IEC_HS, "iec_hs_grade", event="iec_hs_event"),
    RowKind(LICATS, "licats_grade", event="licats_event"),
    RowKind(NEUTROPHILS, NEUTROPHILS, of_day=LOWEST, is_always=True),
    RowKind(PLATELETS, PLATELETS, of_day=LOWEST, is_always=True),
    RowKind("ferritin", "ferritin", of_day=HIGHEST, is_always=True),
    RowKind("crp", "crp", of_day=HIGHEST),
    RowKind(INFECTION, INFECTION, event=INFECTION),
    RowKind(IGG, IGG, of_day=LOWEST, event="hypogammaglobulinaemia"),
    RowKind("febrile_neutropenia", NEUTROPHILS, test="febrile_neutropenia"),
    _by_ctcae("haemoglobin", "hemoglobin"),
    _by_ctcae("wbc", "wbc"),
    _by_ctcae("alc", "lymphocytes"),
    _by_ctcae("cd4_count", "cd4"),
    _by_ctcae("alt", "alt"),
    _by_ctcae("ast", "ast"),
    _by_ctcae("bilirubin", "bilirubin"),
    _by_ctcae("creatinine", "creatinine"),
    _by_ctcae("ck", "cpk"),
    _by_ctcae("fibrinogen", "fibrinogen"),
    _by_ctcae("albumin", "albumin"),
    _by_ctcae("potassium", "hypokalemia"),
    _by_ctcae("sodium", "hyponatremia"),
    RowKind(OTHER_EVENTS, "", event=OTHER_EVENTS),
)
"""Neutrophils and platelets are graded by ICAHT and not by CTCAE."""
EVENTS = frozenset({each.event for each in ROWS if each.event and not each.is_of_many} | {"icaht_event"})
"""Events that are told in a row of their own, and so are no marks."""
