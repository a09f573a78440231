"""The catalogue that ships is complete: labels, help, freshness, sources, units, words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import pytest

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Aspect, Code, Concept, Item, Kind
from core.catalogue.drug import Drug, DrugClass
from core.catalogue.reading import load_catalogue, read_catalogue
from core.catalogue.reserved import is_name
from core.catalogue.shipped import shipped_files
from core.chart.deriving.lung import FOLLOWING, SPIROMETRY, TRANSFER
from core.language.phrases import LANGUAGES
from core.values.duration import Duration, TimeUnit

CATALOGUE = load_catalogue()


def everything(catalogue: Catalogue) -> Iterator[Concept]:
    """Yield all concepts and all fields of examinations and events."""
    for concept in catalogue.concepts.values():
        yield concept
        yield from concept.fields.values()


def words_of(concept: Concept) -> tuple[Code | Item, ...]:
    """Return everything of a concept that a sentence can name."""
    return (*concept.codes, *concept.qualifiers, *concept.domains, *concept.items)


def test_what_ships_has_no_problem() -> None:
    """Neither an error nor a warning."""
    _, problems = read_catalogue(shipped_files())
    assert problems == ()


def test_every_concept_speaks_each_language() -> None:
    """Label and help of concepts, labels of codes, qualifiers, domains and items."""
    for concept in everything(CATALOGUE):
        texts = (concept.label, concept.help, *(word.label for word in words_of(concept)))
        assert all(text.get(language) for text in texts for language in LANGUAGES), concept.id


def test_every_drug_and_class_speaks_each_language() -> None:
    """Labels of drugs and classes, and the help of classes."""
    texts = [drug.label for drug in CATALOGUE.drugs.values()]
    texts += [text for found in CATALOGUE.classes.values() for text in (found.label, found.help)]
    assert all(text.get(language) for text in texts for language in LANGUAGES)


def test_help_is_one_sentence_or_two() -> None:
    """It ends with a full stop and fits beside a field."""
    for concept in everything(CATALOGUE):
        for text in concept.help.values():
            assert text.endswith("."), concept.id
            assert len(text) <= 160, concept.id


def test_freshness_has_its_source_and_permanence_its_reason() -> None:
    """Nothing stands for ever, or for a while, without somebody who says so."""
    for concept in CATALOGUE.concepts.values():
        assert concept.freshness_source, concept.id
        assert (concept.freshness is None) == (concept.freshness_source != "local default"), concept.id


@pytest.mark.parametrize(
    ("name", "freshness"),
    [
        ("haemoglobin", Duration(28, TimeUnit.DAY)),
        ("weight", Duration(28, TimeUnit.DAY)),
        ("hbsag", Duration(3, TimeUnit.MONTH)),
        ("lvef", Duration(3, TimeUnit.MONTH)),
        ("muscle_mri", Duration(6, TimeUnit.MONTH)),
        ("renal_biopsy", Duration(12, TimeUnit.MONTH)),
        ("pregnancy_test", Duration(7, TimeUnit.DAY)),
        ("eular_acr_2019_sle", None),
        ("sex", None),
    ],
)
def test_freshness_of_some(name: str, freshness: Duration | None) -> None:
    """The defaults that were agreed on."""
    assert CATALOGUE.concepts[name].freshness == freshness


def test_every_word_can_stand_in_a_sentence() -> None:
    """Codes, qualifiers, items, item groups, domains and fields are names and no word of the language."""
    for concept in everything(CATALOGUE):
        words = [word.id for word in words_of(concept)]
        groups = [group for item in concept.items for group in item.groups]
        assert all(is_name(word) for word in (*words, *groups, *concept.fields)), concept.id


def test_units_convert_exactly() -> None:
    """A round number in one unit comes out as a round number in the other, to the last digit."""
    cases = (
        ("haemoglobin", "g/L", "80", "8"),
        ("anc", "/uL", "1000", "1"),
        ("platelets", "/uL", "50000", "50"),
        ("upcr", "mg/g", "1000", "113.12"),
        ("upcr", "g/g", "1", "113.12"),
        ("proteinuria_24h", "mg/day", "500", "0.5"),
        ("albumin", "g/dL", "3", "30"),
        ("phga_vas", "mm", "20", "2"),
        ("igg", "mg/dL", "400", "4"),
        ("creatinine", "umol/L", "250", "2.828"),
        ("bilirubin", "umol/L", "34", "1.9878882"),
    )
    for name, unit, number, wanted in cases:
        found = CATALOGUE.concepts[name].unit(unit)
        assert found is not None
        assert Decimal(number) * found.factor == Decimal(wanted), name


def test_what_must_never_compare_does_not() -> None:
    """mL/min and mL/min/1.73m2 are two concepts; arbitrary units of one test are two families."""
    assert CATALOGUE.concepts["egfr"].unit("mL/min") is None
    assert CATALOGUE.concepts["creatinine_clearance"].unit("mL/min/1.73m2") is None
    families = {unit.name: unit.family for unit in CATALOGUE.concepts["anti_dsdna"].units}
    assert len(set(families.values())) == len(families)


def test_a_dose_per_kilogram_is_a_family_of_its_own() -> None:
    """It is converted with the weight of the day, never by a factor."""
    units = {unit.name: unit.family for unit in CATALOGUE.concepts["glucocorticoid_dose"].units}
    assert units["mg/day"] == ""
    assert units["mg/kg/day"] == "per kg"


def test_molar_units_name_their_molar_mass() -> None:
    """Each concept with molar and mass units says where the molar mass is from, of a gas its molar volume."""
    for concept in CATALOGUE.concepts.values():
        plain = [unit.name for unit in concept.units if unit.family == ""]
        if len({"mol" in unit for unit in plain}) > 1:
            assert re.search("mass|molar volume", concept.unit_source), concept.id


def test_ranges_hold_each_other_and_name_their_source() -> None:
    """What is plausible is possible."""
    for concept in everything(CATALOGUE):
        plausible, possible = concept.plausible, concept.possible
        assert concept.range_source or (plausible is None and possible is None), concept.id
        if plausible is not None and possible is not None:
            assert plausible.low is not None
            assert plausible.high is not None
            assert possible.holds(plausible.low), concept.id
            assert possible.holds(plausible.high), concept.id


def test_scores_have_a_source_and_stay_in_their_range() -> None:
    """The weights of the items add up to the top of the range where items are there."""
    for concept in CATALOGUE.of_kind(Kind.SCORE):
        assert concept.source, concept.id
        assert concept.possible is not None, concept.id
        if concept.items:
            assert sum(item.weight for item in concept.items) == concept.possible.high, concept.id


def test_item_groups_are_no_items() -> None:
    """What is left out of a score is an item or a group of items, never both."""
    for concept in CATALOGUE.of_kind(Kind.SCORE):
        names = {name for item in concept.items for name in (item.id, *item.also)}
        assert names.isdisjoint(group for item in concept.items for group in item.groups), concept.id


def test_sledai_items_and_groups() -> None:
    """24 items; serology is two of them; the old spelling of an item leads to it."""
    score = CATALOGUE.concepts["sledai_2k"]
    by_group = {
        group: {item.id for item in score.items if group in item.groups}
        for group in ("serology", "laboratory", "central_nervous")
    }
    assert len(score.items) == 24
    assert by_group["serology"] == {"low_complement", "dna_binding"}
    assert len(by_group["laboratory"]) == 8
    assert len(by_group["central_nervous"]) == 7
    item = score.item("cerebrovascular_accident")
    assert item is not None
    assert item.id == "cva"


def test_classifications_are_met_or_graded() -> None:
    """Each can be not met, or has classes of its own."""
    for concept in CATALOGUE.of_kind(Kind.CLASSIFICATION):
        assert len(concept.codes) >= 2, concept.id
        assert concept.source, concept.id


def test_numbers_of_drugs_have_sources() -> None:
    """Intervals, half-lives and equivalences each name theirs."""
    for drug in CATALOGUE.drugs.values():
        assert drug.dosing_interval is None or drug.dosing_interval_source, drug.id
        assert drug.intervals_by_route.keys() == drug.interval_sources_by_route.keys(), drug.id
        assert all(drug.interval_sources_by_route.values()), drug.id
        assert drug.half_life_days is None or drug.half_life_source, drug.id
        assert drug.equivalence is None or drug.equivalence_source, drug.id


def test_each_glucocorticoid_has_an_equivalence() -> None:
    """A dose in prednisone equivalents can be computed from every course."""
    for name in CATALOGUE.classes["glucocorticoids"].members:
        assert CATALOGUE.drugs[name].equivalence is not None, name
    assert CATALOGUE.drugs["prednisone"].equivalence == 1
    assert CATALOGUE.drugs["methylprednisolone"].equivalence == Decimal("1.25")


def test_what_a_list_holds_is_found_by_its_label_in_each_language() -> None:
    """Drugs, classes, diagnoses, signs and events: no label leads to something else. A rule file does not go by it."""
    happening = (each for each in CATALOGUE.concepts.values() if each.kind in (Kind.CONDITION, Kind.EVENT))
    things: tuple[Concept | Drug | DrugClass, ...] = (
        *happening,
        *CATALOGUE.drugs.values(),
        *CATALOGUE.classes.values(),
    )
    for thing in things:
        for label in thing.label.values():
            assert CATALOGUE.id_called(label) == thing.id, label
    assert CATALOGUE.id_called("Significant heart disease") == "cardiac_disease"
    assert CATALOGUE.id_of("significant_heart_disease") is None


def test_infused_drugs_have_an_interval() -> None:
    """Two infusions of rituximab are half a year of treatment, not two weeks."""
    assert CATALOGUE.drugs["rituximab"].dosing_interval == Duration(24, TimeUnit.WEEK)
    for name in ("obinutuzumab", "cyclophosphamide", "belimumab", "anifrolumab", "tocilizumab", "abatacept"):
        assert CATALOGUE.drugs[name].dosing_interval is not None, name


def test_an_injection_counts_for_less_than_an_infusion() -> None:
    """Where a drug is infused and injected, the route decides how long a dose counts."""
    for name in ("belimumab", "abatacept", "tocilizumab", "infliximab"):
        drug = CATALOGUE.drugs[name]
        infused, injected = drug.interval_by("intravenous"), drug.interval_by("subcutaneous")
        assert infused is not None
        assert injected is not None
        assert infused.count > injected.count, name
        assert infused == drug.interval_by(""), name


NAMES_STEROIDS_ITSELF = {"iim_standard_of_care", "systemic_treatments"}


@pytest.mark.parametrize("kind", ["glucocorticoids", "antimalarials"])
def test_no_class_hides_glucocorticoids_or_antimalarials(kind: str) -> None:
    """They count only where a list names them: their own class, and the two that say "any treatment"."""
    hidden = set(CATALOGUE.classes[kind].members)
    holding = {name for name, found in CATALOGUE.classes.items() if hidden & set(found.members)}
    assert holding == {kind, *NAMES_STEROIDS_ITSELF}


def test_one_drug_may_be_in_several_classes() -> None:
    """Rituximab depletes B cells and is a biologic; mycophenolic acid is no second drug."""
    assert {"b_cell_depleters", "b_cell_drugs", "biologics"} <= set(CATALOGUE.drugs["rituximab"].classes)
    assert CATALOGUE.id_of("mycophenolic_acid") == CATALOGUE.id_of("mmf") == "mycophenolate_mofetil"


def test_parts_of_diseases() -> None:
    """Who has lupus nephritis has SLE; who has JDM has myositis; a cutaneous lupus is no SLE."""
    assert "lupus_nephritis" in CATALOGUE.concepts_of("sle")
    assert "cns_lupus" in CATALOGUE.concepts_of("autoimmune_disease")
    assert "jdm" in CATALOGUE.concepts_of("iim")
    assert "cutaneous_lupus" not in CATALOGUE.concepts_of("sle")


def test_antibody_panels_hold_single_antibodies() -> None:
    """A panel's members are antibodies, not panels; Ro52 is associated, not specific."""
    for panel in ("myositis_specific", "myositis_associated", "antisynthetase", "ssc_antibody"):
        members = CATALOGUE.concepts[panel].members
        assert all(not CATALOGUE.concepts[member].members for member in members), panel
    assert "anti_ro52" not in CATALOGUE.concepts["myositis_specific"].members
    assert "anti_ro52" in CATALOGUE.concepts["myositis_associated"].members


def test_what_computations_look_for_is_there() -> None:
    """Age, the roles of weight, height, surface, sex and lines of therapy, and those of what is derived."""
    assert [concept.id for concept in CATALOGUE.of_kind(Kind.AGE)] == ["age"]
    derived = {"pregnant", "pregnancy_test", "childbearing_potential", "reproductive_potential", "breast_feeding"}
    derived |= {"childhood_onset", "creatinine", "filtration_rate", "body_mass_index"}
    derived |= {"qt_interval", "ecg_rate", "corrected_qt", "haemoglobin", "lung_reference_group", *SPIROMETRY, TRANSFER}
    derived |= set(FOLLOWING)
    assert set(CATALOGUE.by_role) == {"weight", "height", "body_surface", "sex", "lines_of_therapy", *derived}


def test_what_is_confidential() -> None:
    """HIV, syphilis, pregnancy and the mind are confidential; a creatinine is not."""
    confidential = {concept.id for concept in CATALOGUE.concepts.values() if concept.is_confidential}
    assert {"hiv", "syphilis", "pregnancy_test", "psychiatric_disease", "substance_misuse"} <= confidential
    assert "creatinine" not in confidential


def test_what_speaks_of_activity() -> None:
    """Scores of activity do; limits of organ function do not."""
    spoken = {concept.id for concept in CATALOGUE.concepts.values() if concept.aspect is Aspect.ACTIVITY}
    assert {"sledai_2k", "bilag_2004", "mrss", "mmt8", "ck", "upcr", "renal_biopsy"} <= spoken
    assert spoken.isdisjoint({"anc", "egfr", "creatinine", "lvef", "spo2", "bilirubin", "alt"})


@pytest.mark.parametrize("disease", ["sle", "childhood_onset_sle", "jdm", "dm", "asys", "ssc", "juvenile_ssc"])
def test_each_disease_has_its_ten_usual_values(disease: str) -> None:
    """They are numbers of a laboratory, and stand on the form without being asked for."""
    usual = CATALOGUE.usual_for([disease])
    assert len(usual) == 10
    assert {CATALOGUE.concepts[name].kind for name in usual} <= {Kind.NUMBER, Kind.TEST}


def test_what_is_usual_for_two_diseases_is_usual_for_who_has_both() -> None:
    both = CATALOGUE.usual_for(["sle", "ssc"])
    assert both == CATALOGUE.usual_for(["sle"]) | CATALOGUE.usual_for(["ssc"])
    assert CATALOGUE.usual_for(["jia"]) == frozenset()
