"""The next question worth asking: the one missing item that decides most."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.engine.judgement.outcome import NOT_BEGUN, About, Gap
from core.screening.conclusions import Word
from core.screening.screening import Screening

_OPEN = frozenset({Word.UNDECIDED, Word.POSSIBLE})


@dataclass(frozen=True, slots=True)
class Asking:
    """Something nobody has recorded. ``decides`` files have no other open item, ``open_in`` files ask it, of ``of``."""

    subject: str
    about: About
    decides: int
    open_in: int
    of: int


def next_questions(screenings: Iterable[Screening]) -> tuple[Asking, ...]:
    """Return what is open in the undecided files: what settles a file alone first, then what most files ask.

    A file that takes no patients asks for nothing.
    """
    undecided = [each for each in screenings if each.conclusion.word in _OPEN and each.takes_patients and _gaps(each)]
    asked: dict[tuple[str, About], list[bool]] = {}
    for screening in undecided:
        gaps = _gaps(screening)
        for gap in gaps:
            asked.setdefault(gap, []).append(len(gaps) == 1)
    found = [
        Asking(subject, about, sum(alone), len(alone), len(undecided)) for (subject, about), alone in asked.items()
    ]
    return tuple(sorted(found, key=lambda each: (-each.decides, -each.open_in, each.subject)))


def _gaps(screening: Screening) -> frozenset[tuple[str, About]]:
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
