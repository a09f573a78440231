"""Where a rule file comes from and who reviewed it, as short marks: the same on screen, on paper, in the library."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from core.language.dates import format_date
from core.language.phrases import Phrases
from core.rule_files.rule_file import OriginKind, RuleFile


def unproved_marks(rule_file: RuleFile, phrases: Phrases) -> Iterator[str]:
    """Yield what has to be seen of a file that did not come with the program: local, or by whom it was signed."""
    origin, review = rule_file.origin, rule_file.review
    if origin.kind is OriginKind.SIGNED:
        yield phrases.say("origin-signed", signer=origin.signer)
    elif origin.kind is OriginKind.LOCAL:
        signed = origin.review
        if signed is not None and signed.by:
            yield phrases.say("origin-local-reviewed", by=signed.by, on=_day(signed.on, phrases))
            return
        yield phrases.say("origin-local")
        if review.by:
            yield phrases.say("origin-claims-review", by=review.by, on=_day(review.on, phrases))


def is_review_proved(rule_file: RuleFile) -> bool:
    """True if a review that the file names is more than what the file says of itself."""
    return bool(rule_file.review.by) and rule_file.origin.kind is not OriginKind.LOCAL


def care_marks(rule_file: RuleFile, phrases: Phrases, on: date) -> Iterator[str]:
    """Yield who changed a file last, and when its next review is or was due; ``on`` is the day it is asked."""
    by = next((line["by"] for line in rule_file.changelog if line.get("by")), "")
    if by:
        yield phrases.say("origin-by", by=by)
    if rule_file.origin.holds_from and not rule_file.effective.get("from"):
        yield phrases.say("origin-holds-from", on=_day(rule_file.origin.holds_from, phrases))
    due = rule_file.review.next_due
    if due:
        phrase = "origin-review-overdue" if _is_past(due, on) else "origin-review-due"
        yield phrases.say(phrase, on=_day(due, phrases))


def _is_past(written: str, on: date) -> bool:
    try:
        return date.fromisoformat(written) < on
    except ValueError:
        return False


def _day(written: str, phrases: Phrases) -> str:
    """Return a day in the language's way; what is none stands as it was written."""
    try:
        return format_date(date.fromisoformat(written), phrases.language)
    except ValueError:
        return written
