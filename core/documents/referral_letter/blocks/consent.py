"""Who agreed; of a minor each guardian and the assent. What is not known is a line to fill in."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block, KeyValues, Paragraph
from core.documents.referral_letter.block import LetterBlock, Writing
from core.documents.referral_letter.typed import TO_FILL


def _write(writing: Writing) -> Iterator[Block]:
    telling, consent = writing.telling, writing.options.consent
    pairs = [("letter-consent-participant", consent.participant)]
    if telling.is_minor:
        guardians = (*consent.guardians, "", "")[: max(len(consent.guardians), 2)]
        pairs = [("letter-consent-guardian", each) for each in guardians]
        pairs.append(("letter-consent-assent", consent.assent))
    pairs += [
        ("letter-consent-language", consent.language),
        ("letter-consent-date", consent.on),
        ("letter-consent-informed-by", consent.informed_by),
    ]
    yield KeyValues(tuple((telling.say(phrase), value or TO_FILL) for phrase, value in pairs), 2)
    if telling.is_minor:
        yield Paragraph(telling.say("letter-consent-majority"))


BLOCK = LetterBlock("consent", 160, _write)
