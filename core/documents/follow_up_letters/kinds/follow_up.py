"""The follow-up letter: what came of the last visit, to whoever treats the patient besides."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block
from core.documents.follow_up_letters.letter import FollowUpLetter, Telling
from core.documents.follow_up_letters.parts import calling, outcome, toxicity, treatments, trends, visits
from core.documents.referral_letter.typed import TypedField
from core.documents.statements.parts import of_the_letter

_TYPED = (TypedField("since-day", is_asked=False), *calling.ASKED)


def _write(telling: Telling) -> Iterator[Block]:
    yield from calling.asked(telling, "asked-results", "asked-infections", "asked-changes")
    yield from calling.call(telling)
    yield from of_the_letter(telling.writing, "infusion", "diagnosis")
    yield from visits.done(telling)
    yield from visits.undone(telling)
    yield from toxicity.toxicity(telling)
    yield from toxicity.happened(telling)
    yield from outcome.outcome(telling)
    yield from trends.trends(telling)
    yield from treatments.current(telling)
    yield from visits.due(telling)


LETTER = FollowUpLetter("follow-up-letter", 10, _write, _TYPED)
"""What came after ``since-day`` is told; without it, what came after the visit before the last."""
