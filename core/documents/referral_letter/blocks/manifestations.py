"""Which organs the disease has reached: signs by organ, and what is known of an organ without any."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from core.chart.entries import Episode
from core.documents.blocks import Block, Column, Lines, Paragraph, Table, muted
from core.documents.referral_letter.block import LetterBlock, Writing
from core.documents.referral_letter.tables import findings_table
from core.documents.referral_letter.telling import LetterTelling

_SECTIONS = ("signs", "neurology")
_REST = "general"
ORGANS: Mapping[str, tuple[str, ...]] = {
    "neurology": ("nervous_system_involvement",),
    "muscle": ("muscle_weakness", "muscle_damage"),
    "joints": ("arthritis", "arthralgia", "joint_effusion"),
    "skin": (
        "rash", "dm_rash", "recurrent_rash", "photosensitivity", "oral_ulcers", "hair_loss_of_lupus", "raynaud",
        "digital_ulcer", "skin_ulcer", "calcinosis", "mechanics_hands",
    ),
    "lung": (
        "lung_involvement", "pulmonary_fibrosis", "nsip", "uip", "organising_pneumonia", "pleuritis",
        "pulmonary_hypertension", "alveolar_haemorrhage", "oxygen_use", "respiratory_failure",
        "mechanical_ventilation", "ecmo",
    ),
    "heart": (
        "heart_involvement", "cardiac_disease", "pericarditis", "conduction_involvement", "myocardial_fibrosis",
        "atrial_fibrillation", "ventricular_arrhythmia", "heart_failure", "coronary_disease",
    ),
    "kidney": (
        "kidney_involvement", "proteinuria", "glomerulonephritis", "dialysis", "renal_failure",
        "acute_kidney_injury", "chronic_kidney_disease",
    ),
    "gut": ("gi_involvement", "dysphagia", "autoimmune_hepatopathy_of_lupus"),
    "blood": ("immune_cytopenia",),
}  # fmt: skip
"""An organ stands first by which its signs, and what they stand for, are found; the rest is general."""
_ASKED = ("neurology", "muscle", "skin", "lung", "heart", "kidney", "gut")
"""The organs that a centre asks about: one without a sign says so."""


def organ_of(telling: LetterTelling, episode: Episode) -> str:
    """Return the organ of a sign or diagnosis, "" for a diagnosis of none."""
    catalogue = telling.scope.catalogue
    for organ, roots in ORGANS.items():
        if any(episode.concept in catalogue.concepts_of(root) for root in roots):
            return organ
    concept = catalogue.concept(episode.concept)
    if concept is None or concept.section not in _SECTIONS:
        return ""
    return "neurology" if concept.section == "neurology" else _REST


def _write(writing: Writing) -> Iterator[Block]:
    telling = writing.telling
    by_organ: dict[str, list[str]] = {organ: [] for organ in (*ORGANS, _REST)}
    for each in telling.episodes((*_SECTIONS, "diagnoses"), ()):
        organ = organ_of(telling, each)
        if organ:
            parts = (telling.episode_name(each), telling.episode_details(each), _since(telling, each))
            by_organ[organ].append(", ".join(part for part in parts if part))
    complete = telling.complete("diagnoses")
    hidden = {organ_of(telling, each) for each in telling.withheld_episodes()}
    none = telling.say("letter-none-on-record") if complete else telling.say("letter-block-not-recorded")
    apart = telling.say("letter-organ-separately")
    rows = tuple(
        (
            telling.say(f"letter-organ-{organ}"),
            Lines(tuple(signs)) if signs else muted(apart if organ in hidden else none),
        )
        for organ, signs in by_organ.items()
        if signs or organ in _ASKED
    )
    caption = telling.say(BLOCK.phrase)
    yield Table(
        (Column(telling.say("letter-column-organ"), 1.4), Column(telling.say("letter-column-signs"), 6)), rows, caption
    )
    if complete and any(not by_organ[organ] for organ in _ASKED):
        yield Paragraph(muted(complete))
    yield from findings_table(telling, telling.latest(_SECTIONS), caption)
    never = "; ".join(telling.say("letter-never", what=what, day=day) for what, day in telling.nevers(_SECTIONS))
    if never:
        yield Paragraph(muted(never))


def _since(telling: LetterTelling, episode: Episode) -> str:
    if episode.end is not None:
        return telling.episode_span(episode)
    return "" if episode.onset is None else telling.say("letter-from-day", day=telling.day(episode.onset.text))


BLOCK = LetterBlock("manifestations", 40, _write, sections=_SECTIONS)
