"""Which rule files conclude otherwise after something changed for a patient."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.screening.screening import Screening


@dataclass(frozen=True, slots=True)
class Flip:
    """A rule file whose conclusion is another one than before."""

    was: Screening
    now: Screening


def flips(before: Sequence[Screening], after: Sequence[Screening]) -> tuple[Flip, ...]:
    """Return the files that were judged before and conclude otherwise, in the order of ``after``."""
    known = {each.rule_file.id: each for each in before}
    pairs = ((known[each.rule_file.id], each) for each in after if each.rule_file.id in known)
    return tuple(Flip(was, now) for was, now in pairs if was.conclusion.word is not now.conclusion.word)
