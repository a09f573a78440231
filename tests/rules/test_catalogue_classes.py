"""Classes of the catalogue hold what their labels and helps say, and what usually excludes is counted."""

from __future__ import annotations

import re

import pytest
import yaml

from core.catalogue.concept import Concept, Kind, UsualExclusion
from core.catalogue.drug import Drug, DrugClass
from core.catalogue.reading import load_catalogue
from core.catalogue.shipped import shipped_files
from core.values.duration import Duration, TimeUnit

CATALOGUE = load_catalogue()

NOT_AGAINST_AUTOIMMUNE_DISEASE = {"fludarabine", "bendamustine", "mesna", "investigational_product", "placebo"}
"""Of the files of treatments: what only prepares for cells or protects, the product nobody can name, and none."""


def drugs_of_file(name: str) -> set[str]:
    """Return the ids of the drugs that one shipped file lists."""
    written = yaml.safe_load(shipped_files()[f"rules/drugs/{name}.yaml"])
    return {entry["id"] for entry in written["drugs"]}


def test_systemic_treatments_are_all_of_the_catalogue() -> None:
    """The help says "any of this catalogue": every drug of the files that hold treatments, but those named above."""
    files = ("glucocorticoids", "immunosuppressants", "biologics", "cellular")
    wanted = {drug for name in files for drug in drugs_of_file(name)} - NOT_AGAINST_AUTOIMMUNE_DISEASE
    assert wanted - set(CATALOGUE.classes["systemic_treatments"].members) == set()


def test_systemic_treatments_hold_nothing_for_other_ends() -> None:
    """Antihypertensives, anticoagulants and antibiotics are no treatment of autoimmune disease."""
    others = set(CATALOGUE.classes["systemic_treatments"].members) & drugs_of_file("other")
    assert others == {*CATALOGUE.classes["antifibrotics"].members, "penicillamine"}


def test_biologics_are_all_antibodies_and_receptor_proteins() -> None:
    """Those of their file, but immunoglobulins, proteasome inhibitors and antithymocyte globulin."""
    others = ("immunoglobulins", "proteasome_inhibitors")
    apart = {"antithymocyte_globulin"}.union(*(CATALOGUE.classes[name].members for name in others))
    assert set(CATALOGUE.classes["biologics"].members) == drugs_of_file("biologics") - apart


def test_every_immunosuppressive_drug_has_one_kind() -> None:
    """Each drug of the file is an immunosuppressant, an antimalarial, targeted or an immunomodulator; never two."""
    kinds = ("immunosuppressants", "antimalarials", "targeted_synthetics", "immunomodulators")
    for drug in drugs_of_file("immunosuppressants") - NOT_AGAINST_AUTOIMMUNE_DISEASE:
        assert len([kind for kind in kinds if drug in CATALOGUE.classes[kind].members]) == 1, drug


def test_cells_of_any_kind_are_cellular_therapies() -> None:
    """The help says "cells of any kind, and gene therapy"."""
    wanted = drugs_of_file("cellular") - {"investigational_product", "placebo"}
    assert set(CATALOGUE.classes["cellular_therapies"].members) == wanted


HELD = {
    "organ_involvement": "lupus_nephritis cns_lupus neuropsychiatric_lupus ild pericarditis gut_vasculitis serositis",
    "kidney_involvement": "lupus_nephritis scleroderma_renal_crisis",
    "lupus_lung_disease": "lupus_pneumonitis alveolar_haemorrhage shrinking_lung lupus_ild",
    "heart_involvement": "myocarditis pericarditis conduction_involvement myocardial_fibrosis",
    "gi_involvement": "gut_vasculitis gut_dysmotility dysphagia autoimmune_hepatopathy_of_lupus",
    "immune_cytopenia": "immune_thrombocytopenia_of_lupus haemolysis_of_lupus leukopenia_of_lupus",
    "ild": "ssc_ild ra_ild ctd_ild nsip uip pulmonary_fibrosis rapidly_progressive_ild",
    "ctd_ild": "ssc_ild iim_ild lupus_ild sjogren_ild ra_ild",
    "dm_rash": "heliotrope_rash gottron_papules gottron_sign v_sign shawl_sign holster_sign",
    "dm": "amyopathic_dm",
    "overlap_syndrome": "mctd overlap_myositis",
    "autoimmune_disease": "overlap_syndrome mctd jdm lupus_nephritis gpa",
    "malignancy": "diffuse_large_b_cell_lymphoma t_cell_malignancy melanoma",
    "lymphoproliferative_disease": "lymphoma t_cell_malignancy",
    "neurodegenerative_disease": "parkinson_disease dementia motor_neurone_disease",
    "pneumonia": "pneumocystis_pneumonia",
    "systemic_infection": "sepsis invasive_fungal_infection cmv_disease",
    "anti_car_response": "anti_car_antibodies anti_car_t_cells",
}
"""What the help of a class names, by class."""

NOT_HELD = {
    "organ_involvement": "arthritis dm_rash raynaud hypertension",
    "infection": "latent_tuberculosis chronic_hepatitis_b",
    "systemic_infection": "pneumonia herpes_zoster",
    "renal_failure": "chronic_kidney_disease",
    "sle": "cutaneous_lupus drug_induced_lupus lupus_rash",
    "dm": "jdm",
}


@pytest.mark.parametrize("name", sorted(HELD))
def test_a_class_holds_what_its_help_names(name: str) -> None:
    """The members, or theirs."""
    assert set(HELD[name].split()) - CATALOGUE.concepts_of(name) == set()


@pytest.mark.parametrize("name", sorted(NOT_HELD))
def test_a_class_holds_nothing_else(name: str) -> None:
    """What stands beside it is not among its members."""
    assert CATALOGUE.concepts_of(name).isdisjoint(NOT_HELD[name].split())


def test_every_vaccine_is_a_vaccine() -> None:
    """Each vaccine of the section is live or inactivated."""
    section = {each.id for each in CATALOGUE.of_kind(Kind.EVENT) if each.section == "vaccines"}
    assert section == set(CATALOGUE.concepts_of("vaccine"))


def test_a_myositis_subtype_follows_from_its_diagnosis() -> None:
    """Every kind of myositis settles the subtype, and amyopathic dermatomyositis is dermatomyositis in both lists."""
    subtype = CATALOGUE.concepts["iim_subtype"]
    assert set(subtype.follows) == CATALOGUE.concepts_of("iim") - {"iim"}
    assert set(subtype.follows.values()) == subtype.words
    for diagnosis, code in subtype.follows.items():
        kinds = {subtype.follows[each] for each in CATALOGUE.concepts_of(diagnosis)}
        assert subtype.kinds_of_code(code) == kinds, diagnosis


def test_an_ssc_subset_follows_from_its_diagnosis() -> None:
    """The three subsets; juvenile disease may be any of them."""
    subset = CATALOGUE.concepts["ssc_subset"]
    assert set(subset.follows.values()) == subset.words
    assert "juvenile_ssc" not in subset.follows


FLUCTUATING = """
    anti_dsdna anti_c1q anti_chromatin anti_histone anti_ribosomal_p lupus_anticoagulant anticardiolipin anti_beta2gp1
    antiphospholipid_antibodies rheumatoid_factor anca direct_coombs ana ana_titre ana_level c3 c4
"""
PANELS = ("myositis_specific", "myositis_associated", "antisynthetase", "ssc_antibody", "anti_ro")


def test_antibodies_that_do_not_fluctuate_never_go_stale() -> None:
    """Each names its source, or that it is from memory; those that follow activity keep their freshness."""
    lasting = {"anti_sm", "ana_pattern", *PANELS}.union(*(CATALOGUE.concepts_of(panel) for panel in PANELS))
    for name in sorted(lasting):
        assert CATALOGUE.concepts[name].freshness is None, name
    for name in sorted(lasting - {"ana_pattern"}):
        assert re.search(r"memory|doi|\d{4};", CATALOGUE.concepts[name].freshness_source), name
    for name in FLUCTUATING.split():
        assert CATALOGUE.concepts[name].freshness is not None, name


def usual_exclusions() -> dict[str, UsualExclusion]:
    """Return every mark of the catalogue by the id that carries it."""
    things: tuple[Concept | Drug | DrugClass, ...] = (
        *CATALOGUE.concepts.values(),
        *CATALOGUE.drugs.values(),
        *CATALOGUE.classes.values(),
    )
    return {each.id: each.usually_excludes for each in things if each.usually_excludes is not None}


def test_what_usually_excludes_is_marked() -> None:
    """Pregnancy, infections, cancer, earlier cells, brain, heart, lung, live vaccines."""
    wanted = """
        pregnant pregnancy_test breast_feeding infection active_tuberculosis hiv hbsag hbv_dna hcv_rna malignancy
        car_t_cells stem_cell_transplants solid_organ_transplant cns_disease cns_lupus heart_failure
        respiratory_failure mechanical_ventilation ecmo live_vaccine
    """
    assert set(wanted.split()) - set(usual_exclusions()) == set()


@pytest.mark.parametrize("name", sorted(usual_exclusions()))
def test_a_usual_exclusion_names_the_records_it_counts(name: str) -> None:
    """As many records as the share says, of the same number everywhere."""
    mark = usual_exclusions()[name]
    cited = mark.source.partition(": ")[2]
    assert len(set(re.findall(r"NCT\d{8}", cited))) == mark.named_by
    assert mark.records == 22


def test_a_live_vaccine_excludes_for_a_while() -> None:
    """The length is that of the one record that gives it; a pregnancy has none."""
    assert usual_exclusions()["live_vaccine"].look_back == Duration(4, TimeUnit.WEEK)
    assert usual_exclusions()["pregnant"].look_back is None


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("antisynthetase syndrome", "asys"),
        ("Necrotising myopathy", "imnm"),
        ("necrotizing myopathy", "imnm"),
        ("Juvenile systemic sclerosis", "juvenile_ssc"),
        ("SSc-ILD", "ssc_ild"),
        ("RA-ILD", "ra_ild"),
        ("CTD-ILD", "ctd_ild"),
        ("NSIP", "nsip"),
        ("lung fibrosis", "pulmonary_fibrosis"),
        ("Progressive pulmonary fibrosis", "progressive_pulmonary_fibrosis"),
        ("myocardial fibrosis", "myocardial_fibrosis"),
        ("ICU", "intensive_care"),
        ("ECMO", "ecmo"),
        ("mechanical ventilation", "mechanical_ventilation"),
        ("vasopressor", "vasopressor_use"),
        ("oxygen", "oxygen_use"),
        ("renal insufficiency", "chronic_kidney_disease"),
        ("DLBCL", "diffuse_large_b_cell_lymphoma"),
        ("holster sign", "holster_sign"),
        ("V sign", "v_sign"),
        ("shawl sign", "shawl_sign"),
        ("oral ulcers", "oral_ulcers"),
        ("ESSDAI", "essdai"),
        ("anti-CAR", "anti_car_response"),
        ("hydralazine", "hydralazine"),
        ("DSA", "donor_specific_antibodies"),
        ("KL-6", "kl_6"),
        ("ATG", "antithymocyte_globulin"),
    ],
)
def test_what_histories_say_is_found(said: str, wanted: str) -> None:
    """Words of published histories, in capitals, with spaces and hyphens."""
    assert CATALOGUE.id_of(said) == wanted


@pytest.mark.parametrize(
    ("concept", "said", "wanted"),
    [
        ("treatment_country", "Portugal", "PT"),
        ("treatment_country", "Norway", "NO"),
        ("treatment_country", "Norwegen", "NO"),
        ("treatment_country", "United Kingdom", "GB"),
        ("treatment_country", "no", ""),
        ("iim_subtype", "Antisynthetase syndrome", "asys"),
        ("iim_subtype", "DM", "dm"),
        ("ckd_stage", "3", "G3"),
        ("ckd_stage", "3a", "G3a"),
        ("tanner_stage", "IV", "stage_4"),
    ],
)
def test_a_value_is_found_as_it_is_said(concept: str, said: str, wanted: str) -> None:
    """Countries by name, subtypes in words, stages by number; an answer is no country."""
    found = CATALOGUE.concepts[concept].code(said)
    assert ("" if found is None else found.id) == wanted


def test_a_stage_has_kinds() -> None:
    """Stage 3 of the kidney is 3a or 3b."""
    stage: Concept = CATALOGUE.concepts["ckd_stage"]
    assert stage.kinds_of_code("G3") == {"G3", "G3a", "G3b"}
