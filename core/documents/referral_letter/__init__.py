"""The referral letter: blocks the user ticks, a text with checked macros, outcome words from the courses."""

from __future__ import annotations

from core.documents.referral_letter.blocks import every_block
from core.documents.referral_letter.options import Consent, Letterhead, LetterOptions
from core.documents.referral_letter.paper import letter_document

__all__ = ["Consent", "LetterOptions", "Letterhead", "every_block", "letter_document"]
