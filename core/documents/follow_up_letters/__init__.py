"""Letters after the infusion: what was done and found since a day, what is due, what to watch, who does it."""

from __future__ import annotations

from core.documents.follow_up_letters.kinds import every_letter
from core.documents.follow_up_letters.letter import AfterInfusion, FollowUpLetter, Telling
from core.documents.follow_up_letters.paper import follow_up_letter

__all__ = ["AfterInfusion", "FollowUpLetter", "Telling", "every_letter", "follow_up_letter"]
