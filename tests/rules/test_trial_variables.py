"""Each variable that registered trials use is a name of the catalogue, or has a stated place elsewhere."""

from __future__ import annotations

import pytest

from core.catalogue.reading import load_catalogue

CATALOGUE = load_catalogue()

IN_THE_CATALOGUE = """
    age weight_kg bmi country geographic_proximity regulatory_route sex stored_apheresis_product
    classification_sle_2019 classification_ssc_2013 classification_iim_2017 ild organ_involvement
    disease_activity_evidence ssc_subset dm_rash iim_subtype ild_progression other_autoimmune_disease
    first_non_raynaud_date muscle_weakness calcinosis classification_sle_acr1997 classification_sle_slicc2012
    iim_mimic skin_ulcer acute_flare classification_asys classification_bohan_peter muscle_damage
    resp_symptoms caps_history drug_induced_lupus glomerulonephritis irreversible_damage new_skin_areas
    overlap_syndrome rpgn ssc_cardiac ssc_renal_crisis sledai_2k mrss mmt8 phga_vas cdasi_a core_set_measures
    extramuscular_vas ptga_vas cmas haq_di pga selena_sledai chaq das_jdm lldas ana_titre anti_dsdna anti_sm
    anti_chromatin anti_histone msa maa antisynthetase_ab lupus_anticoagulant ssc_antibody egfr crcl_cg upcr
    dialysis proteinuria_24h creatinine renal_failure prior_complete_response raas_blockade alt ast bilirubin
    anc cd19_bcells hb muscle_enzymes platelets gilbert alc inr ck albumin aldolase aptt cd3_count
    coagulopathy pt wbc cardiac_disease spo2 ecog life_expectancy blood_pressure child_pugh liver_disease nyha
    oxygen_use lvef fvc_pct muscle_mri ecg emg dlco_pct hrct muscle_biopsy pulmonary_hypertension chest_ct
    fev1_pct cardiac_mri echo tlc_pct gc_dose_current biologic_prior severe_allergy anticoagulation
    bcell_drug_prior prior_sot prior_hsct prior_car_t gvhd prior_gene_therapy active_infection hiv syphilis
    cmv hbv_dna covid_test ebv immunodeficiency vaccination_up_to_date pregnancy_status lactation
    pregnancy_plan malignancy_history diabetes_control psychiatric peptic_ulcer substance_abuse
    thyroid_control cns_lupus cns_disease_nonlupus seizure_history leukapheresis_feasible
"""
"""Variables that store one fact: an id or another spelling of it."""

ELSEWHERE: tuple[tuple[str, str, str], ...] = (
    ("cohort_gate", "", "a fact of the site, declared by the file"),
    ("hla_type", "", "only asked for in lots of a product: a fact of the site"),
    ("product_inventory", "", "a fact of the site, declared by the file"),
    (
        "disease_duration",
        "sle_diagnosis iim_diagnosis ssc_diagnosis first_non_raynaud_symptom",
        "time since a named landmark",
    ),
    ("dx_disease", "sle iim ssc jdm", "diagnoses of the patient"),
    ("disease_attribution", "", "a judgement: a question of the file"),
    ("lung_impairment", "", "a judgement: a question of the file"),
    ("diagnosis_date", "sle_diagnosis iim_diagnosis ssc_diagnosis", "one landmark for each disease"),
    ("disease_severity", "", "a judgement: a question of the file"),
    ("bilag_a_count", "bilag_2004", "counted by the sentence"),
    ("bilag_b_count", "bilag_2004", "counted by the sentence"),
    ("sledai_clinical", "sledai_2k", "the score without some items"),
    ("sledai_items", "sledai_2k", "the items of the score"),
    ("bilag_domains", "bilag_2004", "the domains of the score"),
    ("mrss_change", "mrss", "rise or fall of the score"),
    ("anti_ro_la", "anti_ro anti_ro52 anti_ro60 anti_la", "one concept for each antibody"),
    ("anti_srp_hmgcr", "anti_srp anti_hmgcr", "one concept for each antibody"),
    ("serology_active", "", "a judgement: a question of the file"),
    ("ln_class", "renal_biopsy", "a field of the biopsy"),
    ("biopsy_edition", "renal_biopsy", "a field of the biopsy"),
    ("biopsy_date", "renal_biopsy", "the date of the biopsy"),
    ("ci_nih", "renal_biopsy", "a field of the biopsy"),
    ("ai_nih", "renal_biopsy", "a field of the biopsy"),
    ("ln_activity_suffix", "renal_biopsy", "a field of the biopsy"),
    ("egfr_formula", "egfr", "the method of the result"),
    ("proteinuria_change", "upcr proteinuria_24h", "rise or fall of the result"),
    ("egfr_change", "egfr", "rise or fall of the result"),
    ("upcr_count", "upcr", "at least n results"),
    ("gcsf_date", "g_csf", "a treatment"),
    ("lab_date", "", "the date of each result"),
    ("transfusion_date", "transfusion", "an event"),
    ("organ_function_unspecified", "", "limits that are not public"),
    ("fvc_change", "fvc_percent", "rise or fall of the result"),
    ("dlco_change", "dlco_percent", "rise or fall of the result"),
    ("hb_corrected_dlco", "dlco_percent", "the method of the result"),
    ("prior_therapies", "", "the treatments of the patient"),
    ("therapy_duration", "", "computed from the treatments"),
    ("gc_prior", "glucocorticoids", "a treatment"),
    ("intolerance", "", "why a treatment was stopped"),
    ("therapy_response", "", "the outcome of a treatment"),
    ("gc_dose_mgkg", "glucocorticoid_dose", "computed from the treatments"),
    ("hcq_use", "hydroxychloroquine", "a treatment"),
    ("stable_regimen_duration", "", "computed from the treatments"),
    ("gc_stable_days", "glucocorticoids", "computed from the treatments"),
    ("hypersensitivity_ld", "drug_reaction", "an event with its substance"),
    ("hypersensitivity_product", "drug_reaction", "an event with its substance"),
    ("hypersensitivity_rtx", "drug_reaction", "an event with its substance"),
    ("investigational_product_date", "investigational_product", "a treatment"),
    ("bcell_depletion_date", "b_cell_depleters", "a treatment"),
    ("is_stop_date", "immunosuppressants", "computed from the treatments"),
    ("therapy_combination", "", "computed from the treatments"),
    ("washout_feasible", "", "a judgement: a question of the file"),
    ("is_stable_weeks", "immunosuppressants", "computed from the treatments"),
    ("aza_dose_mgkg", "azathioprine", "the dose of a treatment"),
    ("contraindication", "", "the contraindications of the patient"),
    ("cyc_prior", "cyclophosphamide", "a treatment"),
    ("drug_class", "immunosuppressants biologics", "groups of the file, or classes"),
    ("mmf_dose", "mycophenolate_mofetil", "the dose of a treatment"),
    ("prohibited_medication", "", "a list of the file"),
    ("therapy_recency", "", "computed from the treatments"),
    ("adherence", "", "a mark on a treatment"),
    ("alternative_options", "", "a judgement: a question of the file"),
    ("anifrolumab_date", "anifrolumab", "a treatment"),
    ("belimumab_date", "belimumab", "a treatment"),
    ("cni_date", "calcineurin_inhibitors", "a treatment"),
    ("cyc_cumulative_dose", "cyclophosphamide", "computed from the treatments"),
    ("gc_dependence", "", "a judgement: a question of the file"),
    ("gc_duration", "glucocorticoids", "computed from the treatments"),
    ("gc_stop_date", "glucocorticoids", "computed from the treatments"),
    ("hcq_dose", "hydroxychloroquine", "the dose of a treatment"),
    ("mtx_dose", "methotrexate", "the dose of a treatment"),
    ("pulse_gc_date", "glucocorticoids", "a treatment with its route"),
    ("surgery_date", "surgery", "an event"),
    ("therapy_counting_rule", "", "a rule of the file"),
    ("hbv", "hbsag anti_hbc hbv_dna", "three tests"),
    ("hcv", "anti_hcv hcv_rna", "two tests"),
    ("tb", "igra active_tuberculosis latent_tuberculosis latent_tb_treatment_completed", "four facts"),
    ("covid_infection_date", "sars_cov_2_infection", "an episode"),
    ("iv_antibiotic_date", "iv_antibiotic", "an event"),
    ("live_vaccine_date", "live_vaccine", "an event"),
    ("covid_vaccination", "sars_cov_2_vaccine", "events that are counted"),
    ("contraception_agreement", "", "a commitment of the file"),
    ("pregnancy_test_date", "pregnancy_test", "the date of each test"),
    ("gamete_donation", "", "a commitment of the file"),
    ("thromboembolism_date", "thromboembolism", "an event"),
    ("vte_date", "venous_thromboembolism", "an event"),
    ("stroke_history", "stroke tia", "events"),
    ("informed_consent", "", "a formality of the file"),
    ("investigator_judgement", "", "a judgement: a question of the file"),
    ("guardian_consent", "", "a formality of the file"),
    ("compliance", "", "a judgement: a question of the file"),
    ("rescreen_allowed", "", "a rule of the file"),
    ("retest_allowed", "", "a rule of the file"),
)
"""Variables that store several facts, are computed, or are no fact of the patient: what holds them, and how."""


@pytest.mark.parametrize("name", IN_THE_CATALOGUE.split())
def test_a_single_fact_has_its_name(name: str) -> None:
    """The name of the dictionary leads to a concept, drug or class."""
    assert CATALOGUE.id_of(name) is not None


@pytest.mark.parametrize(("name", "places", "how"), ELSEWHERE)
def test_what_is_no_single_fact_has_its_place(name: str, places: str, how: str) -> None:
    """It is no name itself; what holds it is there."""
    assert CATALOGUE.id_of(name) is None
    assert how
    assert all(CATALOGUE.id_of(place) == place for place in places.split())
