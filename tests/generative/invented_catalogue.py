"""A small invented catalogue and file scope that hold every kind of concept; no name means anything."""

from __future__ import annotations

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


MASS_UNITS = (
    Unit("mg/dL", Decimal(1)),
    Unit("g/L", Decimal(100)),
    Unit("umol/L", Decimal("0.0113"), ("µmol/L",), "molar"),
)
FIELDS = {
    "klass": Concept("klass", Kind.CODE, "s", {}, codes=codes("one", "two", "three")),
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
        qualifiers=codes("central", "local", "other"),
        interchangeable=(frozenset({"central", "local"}), frozenset({"other"})),
    ),
    Concept("height", Kind.NUMBER, "s", {}, units=(Unit("cm", Decimal(1)), Unit("m", Decimal(100)))),
    Concept("share", Kind.NUMBER, "s", {}, units=(Unit("%", Decimal(1)),), freshness=Duration(6, TimeUnit.MONTH)),
    Concept("smoker", Kind.YES_NO, "s", {}, freshness=days(28)),
    Concept("fertile", Kind.YES_NO, "s", {}),
    Concept("colour", Kind.CODE, "s", {}, codes=codes("red", "green", "blue"), freshness=days(90)),
    Concept("layers", Kind.CODES, "s", {}, codes=codes("red", "green", "blue")),
    Concept("shades", Kind.CODES, "s", {}, codes=codes("red", "green", "blue"), freshness=days(28)),
    Concept("dilution", Kind.TITRE, "s", {}, freshness=days(180)),
    Concept("virus", Kind.TEST, "s", {}, units=MASS_UNITS, freshness=days(28)),
    Concept("germ", Kind.TEST, "s", {}, units=MASS_UNITS),
    Concept("panel", Kind.TEST, "s", {}, units=MASS_UNITS, members=("virus", "germ")),
    Concept("first_sign", Kind.DATE, "s", {}),
    Concept("slide", Kind.RECORD, "s", {}, fields=FIELDS, freshness=days(180)),
    Concept("score", Kind.SCORE, "s", {}, items=ITEMS, freshness=days(28)),
    Concept("ladder", Kind.SCORE, "s", {}, codes=codes("A", "B", "C"), domains=codes("skin", "lung", "gut")),
    Concept("verdict", Kind.CLASSIFICATION, "s", {}, codes=codes("met", "not_met")),
    Concept("growth", Kind.CONDITION, "s", {}, members=("bump", "lump", "scar")),
    Concept("scar", Kind.CONDITION, "s", {}, is_part=True),
    Concept("bump", Kind.CONDITION, "s", {}),
    Concept("lump", Kind.CONDITION, "s", {}, freshness=days(10)),
    Concept("ailment", Kind.CONDITION, "s", {}),
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
        units=(Unit("mg/day", Decimal(1)),),
        qualifiers=codes("oral", "without_pulses"),
    ),
)
DRUGS = (
    Drug("pill", {}, half_life_days=Decimal("0.2"), equivalence=Decimal(1)),
    Drug("tablet", {}, equivalence=Decimal("1.25")),
    Drug("drops", {}),
    Drug("drip", {}, dosing_interval=Duration(24, TimeUnit.WEEK), half_life_days=Decimal("20.5")),
    Drug("syrup", {}, half_life_days=Decimal("0.5")),
    Drug("powder", {}, half_life_days=Decimal(6)),
    Drug("lotion", {}),
)
CLASSES = (
    DrugClass("steroids", {}, ("pill", "tablet", "drops")),
    DrugClass("mixtures", {}, ("syrup", "powder", "lotion")),
    DrugClass("dusts", {}, ("powder", "lotion")),
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
        "open": SiteFact("open", "", ("yes", "no"), known="yes"),
    },
    definitions=DEFINITIONS,
    definition_names=frozenset(DEFINITIONS),
    failed_means=("no_response", "lost_response", "intolerance"),
    targets=frozenset({"ailment"}),
)
