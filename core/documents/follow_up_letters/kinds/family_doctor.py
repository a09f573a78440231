"""The yearly summary for the family doctor: plain, one or two pages, no dose, no promise that anybody is alarmed."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block
from core.documents.follow_up_letters.letter import FollowUpLetter, Telling
from core.documents.follow_up_letters.parts import calling, visits, watching
from core.documents.follow_up_letters.parts.given import in_short

_CONTACTS = calling.CENTRE


def _write(telling: Telling) -> Iterator[Block]:
    yield from in_short(telling, _CONTACTS)
    yield from calling.call(telling)
    yield from watching.table(telling, "heading-watch", watching.watched(telling))
    yield from watching.vaccines(telling)
    yield from watching.footnotes(telling)
    yield from visits.due_of(telling, "primary_care")
    yield from calling.asked(telling, "asked-fever", "asked-transfusion", "asked-malignancy")


LETTER = FollowUpLetter("family-doctor", 30, _write, (*_CONTACTS, *calling.ASKED))
