"""Lengths, windows and periods by chance: of every kind, from every kind of day, half-lives where drugs are named."""

from __future__ import annotations

from core.criteria.nodes import Pick
from core.criteria.values import (
    ExtremeSpan,
    HalfLives,
    Lasting,
    NamedWindow,
    OnDay,
    Side,
    SinceStart,
    Span,
    Stretch,
    Window,
    Within,
)
from core.values.duration import Duration, TimeUnit
from core.values.interval import Op
from tests.generative.chance import Chance

OPS: tuple[Op, ...] = ("<", "<=", ">", ">=", "=", "!=")
PICKS: tuple[Pick, ...] = ("latest", "first", "highest", "lowest", "any", "every", "ever")
RECORD_PICKS: tuple[Pick, ...] = ("", "latest", "first", "any", "every", "ever")
SIDES: tuple[Side, ...] = ("before", "after", "of")
LANDMARK = "first_sign"
ANCHORS = ("screening", "leukapheresis", "infusion", LANDMARK, LANDMARK)
DURATIONS = (
    Duration(7, TimeUnit.DAY),
    Duration(14, TimeUnit.DAY),
    Duration(4, TimeUnit.WEEK),
    Duration(3, TimeUnit.MONTH),
    Duration(6, TimeUnit.MONTH),
    Duration(1, TimeUnit.YEAR),
    Duration(48, TimeUnit.HOUR),
)


STARTED = ("pill", "steroids", "syrup", "remedies")


def duration(chance: Chance) -> Duration:
    """Return a length of time."""
    return chance.one(DURATIONS)


def span(chance: Chance, *, has_drugs: bool = False) -> Span:
    """Return a span; half-lives only where a sentence speaks of drugs."""
    kind = chance.random.random()
    if has_drugs and kind < 0.25:
        return HalfLives(chance.one((1, 2, 5)))
    if kind < 0.65:
        return duration(chance)
    if kind < 0.8:
        return NamedWindow("laboratory")
    one, other = span(chance, has_drugs=has_drugs), span(chance, has_drugs=has_drugs)
    return ExtremeSpan(chance.one(("longer", "shorter")), one, other)


def window(chance: Chance, *, has_drugs: bool = False, share: float = 0.6) -> Window | None:
    """Return a window, or none."""
    if not chance.chance(share):
        return None
    kind = chance.random.random()
    if kind < 0.55:
        return within(chance, has_drugs=has_drugs)
    if kind < 0.68:
        return since_start(chance)
    if kind < 0.86:
        near, far = sorted((duration(chance), duration(chance)), key=lambda each: each.days)
        if chance.chance(0.5):
            return Stretch(far, near, "before", chance.one(ANCHORS))
        return Stretch(near, far, "after", chance.one(ANCHORS))
    return OnDay(chance.one(ANCHORS), duration(chance) if chance.chance(0.6) else None)


def since_start(chance: Chance) -> SinceStart:
    """Return the days since a drug, a class or a group of the file was started."""
    return SinceStart(chance.one(STARTED))


def within(chance: Chance, *, has_drugs: bool = False) -> Within:
    """Return a window of one span, from the decision day or from a day that is named."""
    if chance.chance(0.4):
        return Within(span(chance, has_drugs=has_drugs))
    return Within(span(chance, has_drugs=has_drugs), chance.one(SIDES), chance.one(ANCHORS))


def own_day(chance: Chance) -> Window | None:
    """Return the only window of what is as of the decision day: another day."""
    return OnDay(chance.one(ANCHORS)) if chance.chance(0.3) else None


def lasting(chance: Chance, *, has_drugs: bool = True, has_anchor: bool = True) -> Lasting:
    """Return a period."""
    anchor = chance.one(ANCHORS) if has_anchor and chance.chance(0.4) else ""
    return Lasting(span(chance, has_drugs=has_drugs), chance.chance(0.3), anchor)


def plain_lasting(chance: Chance) -> Lasting:
    """Return a period that is a length of time."""
    return Lasting(duration(chance), chance.chance(0.3))


def op(chance: Chance) -> Op:
    """Return an operator."""
    return chance.one(OPS)


def pick(chance: Chance) -> Pick:
    """Return which results are asked."""
    return chance.one(PICKS) if chance.chance(0.6) else ""
