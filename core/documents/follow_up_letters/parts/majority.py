"""Coming of age: when it is, and that consent is asked anew."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block, Heading, KeyValues, Lines, Paragraph
from core.documents.follow_up_letters.letter import Telling
from core.documents.follow_up_letters.parts.visits import stands
from core.documents.referral_letter.typed import TypedField, typed_pairs
from core.language.dates import format_partial
from core.values.duration import Duration, TimeUnit, completed_years

_MAJORITY = 18
CONSENT = (TypedField("consent-day"), TypedField("consent-by"))
_OWN_CONSENT = "own_consent"


def was_minor(telling: Telling) -> bool:
    """True if the patient was under 18 at the infusion, or may have been."""
    birth = telling.letter.chart.birth
    return birth is None or completed_years(birth.last, telling.following.plan.day0) < _MAJORITY


def comes_of_age(telling: Telling) -> Iterator[Block]:
    """Yield when the patient comes or came of age."""
    birth = telling.letter.chart.birth
    if birth is None or not was_minor(telling):
        return
    day = Duration(_MAJORITY, TimeUnit.YEAR).after(birth.first)
    words = telling.day(day) if birth.is_exact else format_partial(str(day.year), telling.letter.phrases.language)
    phrase = "is-of-age" if day <= telling.on else "comes-of-age"
    yield Paragraph(telling.say(phrase, day=words))


def consent(telling: Telling) -> Iterator[Block]:
    """Yield that consent is asked again, what the plan knows of it, and lines to fill."""
    letter = telling.letter
    yield Heading(telling.say("heading-consent"))
    yield Paragraph(telling.say("consent-anew"))
    asked = [each for each in telling.following.items if _OWN_CONSENT in each.slot.item.family]
    lines = tuple(f"{telling.words.label(each)}: {stands(each, telling)}" for each in asked)
    if lines:
        yield Lines(lines)
    yield KeyValues(tuple(typed_pairs(CONSENT, letter, telling.writing.options)))
