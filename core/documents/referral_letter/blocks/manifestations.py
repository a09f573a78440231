"""Which organs the disease has reached: signs by organ, and what is known of an organ without any."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from core.chart.entries import Episode
from core.documents.blocks import Block, KeyValues, Lines, Paragraph, muted
from core.documents.referral_letter.block import LetterBlock, Writing
from core.documents.referral_letter.tables import findings, remarks
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
    pairs = tuple(
        (telling.say(f"letter-organ-{organ}"), Lines(tuple(signs))) for organ, signs in by_organ.items() if signs
    )
    if pairs:
        yield KeyValues(pairs)
    yield from _without_signs(telling, [organ for organ in _ASKED if not by_organ[organ]])
    yield from findings(telling, telling.latest(_SECTIONS))
    never = "; ".join(telling.say("letter-never", what=what, day=day) for what, day in telling.nevers(_SECTIONS))
    yield from remarks(never)


def _without_signs(telling: LetterTelling, organs: Sequence[str]) -> Iterator[Block]:
    """Say of the organs that are asked about and have no sign why: none, not recorded, or discussed separately."""
    hidden = {organ_of(telling, each) for each in telling.withheld_episodes()}
    complete = telling.complete("diagnoses")
    for phrase, named in (
        ("letter-organs-none" if complete else "letter-missing", [each for each in organs if each not in hidden]),
        ("letter-discussed-separately", [each for each in organs if each in hidden]),
    ):
        if named:
            words = telling.say(phrase, what=", ".join(telling.say(f"letter-organ-{each}") for each in named))
            is_listed = bool(complete) and phrase == "letter-organs-none"
            yield Paragraph(muted(f"{words} {complete}" if is_listed else words))


def _since(telling: LetterTelling, episode: Episode) -> str:
    if episode.end is not None:
        return telling.episode_span(episode)
    return "" if episode.onset is None else telling.say("letter-from-day", day=telling.day(episode.onset.text))


BLOCK = LetterBlock("manifestations", 40, _write, sections=_SECTIONS)
