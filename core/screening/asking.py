"""The next question worth asking: the one missing item that decides most."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Kind
from core.chart.entries import Episode
from core.chart.sections import every_section
from core.engine.judgement.outcome import NOT_BEGUN, About, Gap
from core.screening.conclusions import Word
from core.screening.screening import Screening

_OPEN = frozenset({Word.UNDECIDED, Word.POSSIBLE})


Item = tuple[str, About]
"""What is missing: the name of a concept or question, and what of it."""
_DIAGNOSES = next(each.id for each in every_section() if Kind.CONDITION in each.kinds)


@dataclass(frozen=True, slots=True)
class Asking:
    """Something nobody has recorded. ``decides`` files have no other open item, ``open_in`` files ask it, of ``of``.

    ``panel`` is the section of the catalogue that is asked for as a whole, "" for what is asked alone.
    """

    subject: str
    about: About
    decides: int
    open_in: int
    of: int
    panel: str = ""


def next_questions(screenings: Iterable[Screening], catalogue: Catalogue) -> tuple[Asking, ...]:
    """Return what is open in the undecided files, in the order in which a clinician asks.

    Who it is comes first, then the disease, since without it nothing else can be weighed: before a diagnosis no panel
    and no list is asked for. Then the panels, each as a whole; then what settles a file alone, then what most files
    ask. A file that takes no patients asks for nothing.
    """
    undecided = [each for each in screenings if each.conclusion.word in _OPEN and each.takes_patients and gaps_of(each)]
    asked: dict[tuple[str, About], list[bool]] = {}
    for screening in undecided:
        gaps = gaps_of(screening)
        for gap in gaps:
            asked.setdefault(gap, []).append(len(gaps) == 1)
    panels = {subject: _panel(subject, catalogue) for subject, _ in asked}
    found = [
        Asking(subject, about, sum(alone), len(alone), len(undecided), panels[subject])
        for (subject, about), alone in asked.items()
    ]
    if not undecided:
        return ()
    chart, count = undecided[0].chart, len(undecided)
    first = [each for each in found if _is_of_person(each, catalogue)]
    sex = catalogue.by_role["sex"].id
    if not any(finding.concept == sex for finding in chart.findings):
        first.append(Asking(sex, About.VALUE, 0, count, count))
    rest = sorted((each for each in found if not _is_of_person(each, catalogue)), key=_rank)
    if not any(_is_diagnosis(each) for each in chart.episodes):
        first.append(Asking(_DIAGNOSES, About.LIST, 0, count, count))
        rest = [each for each in rest if not each.panel and each.about is not About.LIST]
    return (*first, *rest)


def _rank(asking: Asking) -> tuple[bool, int, int, str]:
    return (not asking.panel, -asking.decides, -asking.open_in, asking.subject)


def _panel(subject: str, catalogue: Catalogue) -> str:
    concept = catalogue.concept(subject)
    section = None if concept is None else catalogue.sections.get(concept.section)
    return section.id if section is not None and section.is_panel else ""


def _is_of_person(asking: Asking, catalogue: Catalogue) -> bool:
    concept = catalogue.concept(asking.subject)
    return concept is not None and concept.kind is Kind.AGE


def _is_diagnosis(episode: Episode) -> bool:
    return episode.ref.startswith(f"{_DIAGNOSES}/")


def gaps_of(screening: Screening) -> frozenset[Item]:
    """What the headline's criteria wait for, as far as somebody at the patient's side can close it."""
    return frozenset(
        (gap.subject, gap.about)
        for judgement in screening.best.judgements
        if not judgement.is_due_later
        for gap in judgement.open_gaps
        if _can_be_asked(gap)
    )


def _can_be_asked(gap: Gap) -> bool:
    return not gap.cause.is_deferred and gap.about is not About.TEXT and gap.detail != NOT_BEGUN
