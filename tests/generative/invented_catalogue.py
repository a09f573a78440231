"""A small invented catalogue and file scopes that hold every kind of concept; no name means anything.

What a record lets follow (pregnancy, the childhood form, codes of diagnoses, what support raises) has its concepts here
as well, so that derived facts are judged like recorded ones.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Code, Concept, Item, Kind, Unit
from core.catalogue.drug import Drug, DrugClass
from core.criteria.nodes import AnyOf, Compare, Condition, Has, State
from core.criteria.scope import Question, Scope, SiteFact
from core.criteria.values import Amount, Term, Which
from core.values.duration import Duration, TimeUnit


def days(count: int) -> Duration:
    """Return a length in days."""
    return Duration(count, TimeUnit.DAY)


def codes(*names: str) -> tuple[Code, ...]:
    """Return codes without labels."""
    return tuple(Code(name, {}) for name in names)


def kinds(**wider: str) -> tuple[Code, ...]:
    """Return codes of which some are kinds of others, "" for none."""
    return tuple(Code(name, {}, kind_of=of) for name, of in wider.items())


COLOURS = kinds(red="", green="", blue="", crimson="red", ruby="crimson")
MASS_UNITS = (
    Unit("mg/dL", Decimal(1)),
    Unit("g/L", Decimal(100)),
    Unit("umol/L", Decimal("0.0113"), ("µmol/L",), "molar"),
)
FIELDS = {
    "klass": Concept("klass", Kind.CODE, "s", {}, codes=kinds(minor="", major="", grave="major")),
    "index": Concept("index", Kind.NUMBER, "s", {}),
    "grade": Concept("grade", Kind.NUMBER, "s", {}),
    "severe": Concept("severe", Kind.YES_NO, "s", {}),
}
ITEMS = (
    Item("seizure", Decimal(8), frozenset({"nerves"}), {}),
    Item("palsy", Decimal(8), frozenset({"nerves"}), {}),
    Item("swelling", Decimal(4), frozenset(), {}),
    Item("fever", Decimal(1), frozenset({"plain"}), {}),
)
CONCEPTS = (
    Concept(
        "serum",
        Kind.NUMBER,
        "s",
        {},
        units=MASS_UNITS,
        freshness=days(28),
        qualifiers=codes("central", "local", "remote"),
        interchangeable=(frozenset({"central", "local"}), frozenset({"remote"})),
    ),
    Concept("height", Kind.NUMBER, "s", {}, units=(Unit("cm", Decimal(1)), Unit("m", Decimal(100)))),
    Concept(
        "share",
        Kind.NUMBER,
        "s",
        {},
        units=(Unit("%", Decimal(1)),),
        freshness=Duration(6, TimeUnit.MONTH),
        qualifiers=codes("resting", "working"),
        raised_by=("spell", "lump"),
    ),
    Concept("smoker", Kind.YES_NO, "s", {}, freshness=days(28)),
    Concept("fertile", Kind.YES_NO, "s", {}, role="childbearing_potential"),
    Concept("expecting", Kind.YES_NO, "s", {}, freshness=days(28), role="pregnant"),
    Concept("nursing", Kind.YES_NO, "s", {}, freshness=days(28), role="breast_feeding"),
    Concept("strip", Kind.TEST, "s", {}, freshness=days(14), qualifiers=codes("blood", "urine"), role="pregnancy_test"),
    Concept("sex", Kind.CODE, "s", {}, codes=codes("female", "male"), role="sex"),
    Concept("began_young", Kind.YES_NO, "s", {}, role="childhood_onset"),
    Concept("make", Kind.CODE, "s", {}, codes=COLOURS, follows={"bump": "green", "lump": "crimson", "ailment": "red"}),
    Concept("colour", Kind.CODE, "s", {}, codes=COLOURS, freshness=days(90)),
    Concept("layers", Kind.CODES, "s", {}, codes=COLOURS),
    Concept("shades", Kind.CODES, "s", {}, codes=COLOURS, freshness=days(28)),
    Concept("dilution", Kind.TITRE, "s", {}, freshness=days(180)),
    Concept("virus", Kind.TEST, "s", {}, units=MASS_UNITS, freshness=days(28)),
    Concept("germ", Kind.TEST, "s", {}, units=MASS_UNITS),
    Concept("panel", Kind.TEST, "s", {}, units=MASS_UNITS, members=("virus", "germ")),
    Concept("first_sign", Kind.DATE, "s", {}),
    Concept("slide", Kind.RECORD, "s", {}, fields=FIELDS, freshness=days(180)),
    Concept("score", Kind.SCORE, "s", {}, items=ITEMS, freshness=days(28)),
    Concept("ladder", Kind.SCORE, "s", {}, codes=codes("A", "B", "C"), domains=codes("skin", "lung", "gut")),
    Concept("verdict", Kind.CLASSIFICATION, "s", {}, codes=kinds(met="", not_met="", just_met="met")),
    Concept("growth", Kind.CONDITION, "s", {}, members=("bump", "lump", "scar")),
    Concept("scar", Kind.CONDITION, "s", {}, is_part=True),
    Concept("bump", Kind.CONDITION, "s", {}),
    Concept("lump", Kind.CONDITION, "s", {}, freshness=days(10)),
    Concept("ailment", Kind.CONDITION, "s", {}, members=("young_ailment",)),
    Concept(
        "young_ailment",
        Kind.CONDITION,
        "s",
        {},
        is_part=True,
        childhood_form_of="ailment",
        first_symptom="first_sign",
    ),
    Concept("blow", Kind.EVENT, "s", {}, is_point=True, fields=FIELDS),
    Concept("spell", Kind.EVENT, "s", {}, fields=FIELDS),
    Concept("transfer", Kind.EVENT, "s", {}, is_point=True, is_given=True),
    Concept("age", Kind.AGE, "s", {}),
    Concept("weight", Kind.NUMBER, "s", {}, units=(Unit("kg", Decimal(1)), Unit("g", Decimal("0.001"))), role="weight"),
    Concept(
        "steroid_dose",
        Kind.DOSE,
        "s",
        {},
        dose_of="steroids",
        units=(Unit("mg/day", Decimal(1)), Unit("g/day", Decimal(1000)), Unit("mg/kg/day", Decimal(1), (), "per kg")),
        qualifiers=codes("oral", "without_pulses"),
    ),
)
DRUGS = (
    Drug("pill", {}, half_life_days=Decimal("0.2"), equivalence=Decimal(1)),
    Drug("tablet", {}, equivalence=Decimal("1.25")),
    Drug("drops", {}),
    Drug(
        "drip",
        {},
        dosing_interval=Duration(24, TimeUnit.WEEK),
        half_life_days=Decimal("20.5"),
        intervals_by_route={"intravenous": Duration(8, TimeUnit.WEEK), "subcutaneous": days(14)},
    ),
    Drug("syrup", {}, half_life_days=Decimal("0.5")),
    Drug("powder", {}, half_life_days=Decimal(6)),
    Drug("lotion", {}, intervals_by_route={"topical": days(28)}),
    Drug("dummy", {}),
    Drug("mystery", {}, is_any=True),
)
CLASSES = (
    DrugClass("steroids", {}, ("pill", "tablet", "drops")),
    DrugClass("mixtures", {}, ("syrup", "powder", "lotion")),
    DrugClass("dusts", {}, ("powder", "lotion")),
    DrugClass("liquids", {}, ("drip", "syrup")),
)
CATALOGUE = Catalogue(
    {concept.id: concept for concept in CONCEPTS},
    {drug.id: drug for drug in DRUGS},
    {found.id: found for found in CLASSES},
)
DEFINITIONS: dict[str, Condition] = {
    "is_grown": Compare(Term("height"), ">=", Amount(Decimal(150), "cm")),
    "is_marked": AnyOf((State(Term("fertile"), ("yes",)), Has(Which(("growth",))))),
}
SCOPE = Scope(
    CATALOGUE,
    groups={"remedies": ("mixtures", "drip"), "probes": ("virus", "germ"), "harms": ("bump", "blow")},
    windows={"laboratory": days(14), "treatment_list": days(21)},
    questions={
        "consents": Question("consents", "?", ("investigator",)),
        "agrees": Question("agrees", "?", ("investigator",), days(28)),
        "stocked": Question("stocked", "?", ("site",)),
    },
    site={
        "gate": SiteFact("gate", "", ("12 years", "17 years")),
        "floor": SiteFact("floor", "", ("20 mg/dL", "30 mg/dL")),
        "lot": SiteFact("lot", "", ("yes", "no")),
        "bar": SiteFact("bar", "", ("8", "12")),
        "load": SiteFact("load", "", ("20 kg", "60 kg")),
        "part": SiteFact("part", "", ("20 %", "30 %")),
        "cap": SiteFact("cap", "", ("7.5 mg/day", "20 mg/day")),
        "rung": SiteFact("rung", "", ("1:80", "1:160")),
        "edge": SiteFact("edge", "", ("15 cm", "90 cm"), known="15 cm"),
        "open": SiteFact("open", "", ("yes", "no"), known="yes"),
    },
    definitions=DEFINITIONS,
    definition_names=frozenset(DEFINITIONS),
    failed_means=("no_response", "lost_response", "intolerance"),
    targets=frozenset({"ailment"}),
)
OTHER_SCOPE = replace(
    SCOPE,
    failed_means=("no_response", "partial_response", "lost_response", "relapse"),
    targets=frozenset({"bump", "lump"}),
    dosing_intervals={"drip": Duration(6, TimeUnit.MONTH), "powder": days(14)},
)
"""Another file over the same catalogue: every way to fail counts, it says its own dosing intervals."""
SCOPES = (SCOPE, OTHER_SCOPE)
