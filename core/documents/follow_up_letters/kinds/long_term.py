"""The long-term follow-up letter of year n: what the year asks, what was done of it, and who was lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from core.documents.blocks import Block
from core.documents.follow_up_letters.letter import FollowUpLetter, Telling
from core.documents.follow_up_letters.parts import calling, lost, outcome, toxicity, treatments, visits, watching
from core.documents.referral_letter.typed import TypedField
from core.documents.statements.parts import of_the_letter

_CONTACT = (TypedField("contact-by"), TypedField("contact-on"))
_TYPED = (TypedField("year-n", is_asked=False), *_CONTACT, *calling.CENTRE, *calling.ASKED)


def _write(telling: Telling) -> Iterator[Block]:
    telling = replace(telling, since=telling.found.anniversary(telling.year - 1))
    yield from lost.lost(telling, (*_CONTACT, *calling.CENTRE))
    yield from calling.asked(telling, "asked-follow-up", "asked-malignancy", "asked-lost")
    yield from of_the_letter(telling.writing, "infusion")
    yield from visits.of_year(telling)
    yield from watching.table(telling, "heading-malignancy", watching.malignancy(telling))
    yield from watching.footnotes(telling)
    yield from toxicity.happened(telling)
    yield from outcome.outcome(telling, with_visits=False)
    yield from treatments.current(telling)
    yield from visits.due(telling)


LETTER = FollowUpLetter("long-term", 40, _write, _TYPED)
"""``year-n`` is the year it tells; without it, the one whose visit came last."""
