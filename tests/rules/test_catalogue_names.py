"""The names that protocols, patient files and score tables use all lead to something in the catalogue."""

from __future__ import annotations

import pytest

from core.catalogue.concept import Kind
from core.catalogue.reading import load_catalogue
from core.criteria.parsing.sentences import read_sentence
from core.criteria.scope import Scope

CATALOGUE = load_catalogue()

NAMES_OF_PROTOCOLS = """
    aav abatacept active_tuberculosis age albumin aldolase allogeneic_hsct alt ana ana_level ana_titre anc
    anifrolumab anti_chromatin anti_dsdna anti_hbc anti_histone anti_hmgcr anti_jo1 anti_ku anti_la anti_mda5
    anti_mi2 anti_nxp2 anti_pmscl anti_ro anti_ro52 anti_ro60 anti_sae anti_sm anti_srp anti_tif1g anti_u1rnp
    anticoagulant antidiabetic antimalarial antisynthetase ast asys atrial_fibrillation autoimmune_disease
    autoimmune_thyroid_disease azathioprine b_cell_drug belimumab bilag bilag_2004 bilirubin biologic
    biologics breast_feeding calcineurin_inhibitor calcineurin_inhibitors calcinosis car_t_cells cardiac_mri
    catastrophic_aps childbearing_or_fathering_possible childbearing_possible childbearing_potential
    childhood_onset_sle chloroquine ciclosporin ck cns_lupus coeliac_disease complete_renal_response country
    creatinine cyclophosphamide diabetes diabetes_control dialysis dlco_percent dm dm_rash
    drug_for_cns_disease drug_induced_lupus drug_reaction ecg echo egfr emg epilepsy eular_acr_2019_sle
    extramuscular_vas fev1_percent first_non_raynaud_sign fludarabine fvc_percent gi_involvement gilbert
    gilbert_syndrome glucocorticoid glucocorticoid_dose growth_factors haemodialysis haemoglobin haq_di hbsag
    hbv_dna hcv_rna heart_involvement hiv hrct hrct_extent hydroxychloroquine hypothyroidism igra iim
    iim_eular_acr_2017 iim_subtype ild immunosuppressant imnm infection inr jak_inhibitor jdm jmg juvenile_mg
    kidney_transplant latent_tb_treatment_completed ldh leflunomide levothyroxine lung_involvement
    lupus_anticoagulant lupus_lung_disease lupus_nephritis lvef maa mctd mesna methotrexate mmt8 mrss
    mrss_new_areas_scored_1 mrss_new_areas_scored_2 msa muscle_biopsy muscle_enzyme muscle_mri muscle_weakness
    mycophenolate mycophenolate_mofetil myocarditis myositis_associated myositis_specific
    neurodegenerative_disease neuropsychiatric_lupus nintedanib nsaid obinutuzumab ocrelizumab ofatumumab pah
    pericarditis phga_vas platelets pleuritis pm prednisone pregnancy_test proteinuria_24h proximal_weakness
    ptt ra recurrent_rash red_cell_transfusion renal_biopsy respiratory_symptoms rituximab
    sars_cov_2_infection sars_cov_2_vaccine secondary_sjogren selena_sledai sirolimus skin_ulcer sle
    sle_acr_1997 sle_classified sle_diagnosis sle_eular_acr_2019 sledai_2k solid_organ_transplant spo2 ssc
    ssc_acr_eular_2013 ssc_diagnosis ssc_subset standard_of_care_iim stem_cell_transplant stroke
    systemic_infection systemic_treatment tacrolimus telitacicept thyroid_control tlc_percent tocilizumab
    type_1_diabetes upcr vasculitis venous_thromboembolism voclosporin weight
"""
"""Every concept, drug, class and diagnosis that fourteen protocols and their sample patients name."""

NAMES_OF_SCORES = """
    sledai_2k selena_sledai eular_acr_2019_sle slicc_2012_sle doris_2021 lldas bilag_2004 pga_sle sdi
    eular_acr_2017_iim bohan_peter cdasi_v2 cat mmt8 cmas chaq tis_2016 printo_cid_jdm acr_eular_2013_ssc mrss
    criss haq_di detect ucla_git_2 child_pugh car_hematotox performance_status anc
"""
"""The scores and classifications that are recorded of a patient."""

CODES: tuple[tuple[str, str], ...] = (
    ("eular_acr_2019_sle", "met"),
    ("eular_acr_2019_sle", "yes"),
    ("eular_acr_2017_iim", "definite"),
    ("eular_acr_2017_iim", "probable"),
    ("bilag_2004", "A"),
    ("bilag_2004", "E"),
    ("iim_subtype", "dm"),
    ("iim_subtype", "pm"),
    ("iim_subtype", "imnm"),
    ("iim_subtype", "asys"),
    ("ssc_subset", "diffuse"),
    ("muscle_mri", "active"),
    ("emg", "active"),
    ("muscle_biopsy", "active"),
    ("ecg", "unremarkable"),
    ("hrct_extent", "worse"),
    ("respiratory_symptoms", "worse"),
    ("diabetes_control", "controlled"),
    ("thyroid_control", "controlled"),
    ("treatment_country", "ES"),
    ("sex", "other"),
)
QUALIFIERS = (
    ("spo2", "room_air"),
    ("upcr", "first_morning"),
    ("upcr", "urine_24h"),
    ("dlco_percent", "hb_corrected"),
    ("mmt8", "bilateral"),
    ("pregnancy_test", "serum"),
    ("ana_titre", "central_lab"),
    ("egfr", "schwartz"),
    ("glucocorticoid_dose", "oral"),
    ("glucocorticoid_dose", "without_pulses"),
)
FIELDS = (
    ("renal_biopsy", "class"),
    ("renal_biopsy", "edition"),
    ("renal_biopsy", "activity_index"),
    ("renal_biopsy", "chronicity_index"),
    ("hrct", "ild"),
    ("hrct", "ground_glass"),
    ("echo", "inflammation"),
    ("cardiac_mri", "inflammation"),
    ("ild", "seen_on"),
    ("infection", "needs_treatment"),
    ("drug_reaction", "substance"),
    ("drug_reaction", "severity"),
    ("bleeding", "grade"),
    ("myocarditis", "severity"),
)
DOMAINS = """
    constitutional mucocutaneous neuropsychiatric musculoskeletal cardiorespiratory gastrointestinal ophthalmic
    renal haematological
"""
ITEMS = """
    lupus_headache cerebrovascular_accident organic_brain_syndrome alopecia mucosal_ulcers fever low_complement
    dna_binding
"""


@pytest.mark.parametrize("name", sorted({*NAMES_OF_PROTOCOLS.split(), *NAMES_OF_SCORES.split()}))
def test_a_name_leads_somewhere(name: str) -> None:
    """By its id or another spelling."""
    assert CATALOGUE.id_of(name) is not None


@pytest.mark.parametrize(("concept", "code"), CODES)
def test_a_value_can_be_written(concept: str, code: str) -> None:
    """Each word that a criterion or a patient file gives as a value."""
    assert CATALOGUE.concepts[concept].code(code) is not None


@pytest.mark.parametrize(("concept", "word"), QUALIFIERS)
def test_a_method_can_be_asked_for(concept: str, word: str) -> None:
    """Method, sample and circumstances that criteria name."""
    assert word in {qualifier.id for qualifier in CATALOGUE.concepts[concept].qualifiers}


@pytest.mark.parametrize(("concept", "name"), FIELDS)
def test_a_record_or_event_has_the_field(concept: str, name: str) -> None:
    """Fields that criteria ask for inside one record, diagnosis or event."""
    assert name in CATALOGUE.concepts[concept].fields


def test_substances_of_a_reaction_are_drugs() -> None:
    """A reaction to fludarabine, cyclophosphamide or mesna can be written."""
    substance = CATALOGUE.concepts["drug_reaction"].fields["substance"]
    assert {"fludarabine", "cyclophosphamide", "mesna"} <= substance.words
    assert substance.code("MMR") is not None


def test_parts_of_scores() -> None:
    """The nine domains of BILAG-2004 and the items of SLEDAI that criteria leave out."""
    assert {domain.id for domain in CATALOGUE.concepts["bilag_2004"].domains} == set(DOMAINS.split())
    for score in ("sledai_2k", "selena_sledai"):
        assert all(CATALOGUE.concepts[score].item(item) for item in ITEMS.split())


@pytest.mark.parametrize(
    ("concept", "units"),
    [
        ("weight", "kg"),
        ("glucocorticoid_dose", "mg/day mg/kg/day"),
        ("proteinuria_24h", "g/day"),
        ("upcr", "mg/g g/g mg/mmol"),
        ("creatinine", "mg/dL umol/L"),
        ("bilirubin", "mg/dL umol/L"),
        ("anc", "10^9/L /uL"),
        ("haemoglobin", "g/dL g/L"),
        ("egfr", "mL/min/1.73m2"),
        ("anti_dsdna", "IU/mL U/mL"),
        ("phga_vas", "cm mm"),
        ("fvc_percent", "%"),
        ("age", "years"),
    ],
)
def test_a_unit_can_be_written(concept: str, units: str) -> None:
    """The units that criteria and laboratories use."""
    assert all(CATALOGUE.concepts[concept].unit(unit) for unit in units.split())


@pytest.mark.parametrize(
    ("concept", "method"),
    [
        (concept.id, method)
        for concept in CATALOGUE.concepts.values()
        if concept.kind is Kind.NUMBER
        for code in concept.qualifiers
        for method in (code.id, *code.also)
    ],
)
def test_a_method_can_be_written_behind_its_name(concept: str, method: str) -> None:
    """A name with its method in brackets is never heard as another spelling of the name (eGFR, CKD-EPI)."""
    unit = "".join(unit.name for unit in CATALOGUE.concepts[concept].units[:1])
    node, slips = read_sentence(f"{concept} ({method}) >= 1 {unit}".strip(), Scope(CATALOGUE))
    assert node is not None, slips
    assert slips == ()
