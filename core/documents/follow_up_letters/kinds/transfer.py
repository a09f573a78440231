"""Transfer to adult care: everything an adult clinic needs to go on until year 15, and the consent to be asked anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from core.documents.blocks import Block, Callout, Tone
from core.documents.follow_up_letters.letter import FollowUpLetter, Telling
from core.documents.follow_up_letters.parts import calling, majority, outcome, toxicity, treatments, trends, visits
from core.documents.follow_up_letters.parts.watching import footnotes, vaccines
from core.documents.referral_letter.typed import TypedField
from core.documents.statements.parts import of_the_letter

_CONTACTS = (
    TypedField("adult-clinic", is_long=True),
    TypedField("paediatric-clinic"),
    *calling.CENTRE,
    TypedField("family-doctor"),
    TypedField("product-maker"),
)
_TYPED = (*_CONTACTS, *majority.CONSENT, TypedField("fertility"), *calling.ASKED)


def _write(telling: Telling) -> Iterator[Block]:
    telling = replace(telling, since=telling.following.plan.day0)
    if not majority.was_minor(telling):
        yield Callout(telling.say("transfer-of-age"), (telling.say("transfer-of-age-why"),), Tone.OPEN)
    yield from majority.comes_of_age(telling)
    yield from majority.consent(telling)
    yield from calling.asked(telling, "asked-follow-up", "asked-registry", "asked-malignancy")
    yield from calling.contacts(telling, _CONTACTS)
    yield from calling.call(telling)
    yield from of_the_letter(telling.writing, "infusion", "diagnosis", "manifestations")
    yield from of_the_letter(telling.writing, "therapies", "reactions")
    yield from toxicity.toxicity(telling)
    yield from toxicity.happened(telling)
    yield from outcome.outcome(telling)
    yield from trends.trends(telling)
    yield from treatments.current(telling, with_ended=False)
    yield from vaccines(telling)
    yield from footnotes(telling)
    yield from of_the_letter(telling.writing, "pregnancy")
    yield from visits.due(telling, with_next=False)
    yield from visits.to_come(telling)


LETTER = FollowUpLetter("transfer", 20, _write, _TYPED)
