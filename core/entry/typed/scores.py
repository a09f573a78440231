"""Scores as they are typed: ``16; Haematuria: yes; others: no``, or a grade for each domain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from core.catalogue.concept import Concept
from core.entry.statement import Plain
from core.entry.typed.outcome import Offer, Phrase, Refused
from core.entry.typed.segments import OTHERS, Segments, part_ids, part_label, spellings
from core.entry.typed.words import meant_by, word_shown
from core.scores.recording import NOT_EXAMINED, OPEN, UNANSWERED
from core.vocabulary.asking import spelled
from core.vocabulary.vocabulary import Matter


@dataclass(frozen=True, slots=True)
class Answered:
    """What the answered items add up to: ``least`` with every open item absent, ``most`` with every one present."""

    least: Decimal
    most: Decimal
    open_count: int

    @property
    def is_whole(self) -> bool:
        """True if every item is answered."""
        return self.open_count == 0


def has_parts(concept: Concept) -> bool:
    """True for a score that is entered item by item or domain by domain."""
    return bool(concept.items or concept.domains)


def read_score_parts(segments: Segments, concept: Concept, language: str) -> dict[str, Plain] | Refused:
    """Return the items or grades as a patient file writes them."""
    known = spellings(concept)
    found: dict[str, Plain] = {}
    for name, written in segments.named:
        part = known.get(name.casefold())
        if part is None:
            return Refused(Phrase("entry-no-item", {"text": name}))
        answer = _answer(written, concept, language)
        if answer is None:
            wanted = ", ".join(code.id for code in concept.codes) if concept.domains else "yes, no, ?"
            return Refused(Phrase("entry-no-answer", {"text": written, "name": name, "wanted": wanted}))
        found[part] = answer
    return found


def check_total(total: str, items: Mapping[str, Plain], segments: Segments, concept: Concept) -> Refused | None:
    """Refuse a total that its own items contradict; offer their sum where all are answered."""
    summed = added_up(items, concept)
    try:
        number = Decimal(total)
    except InvalidOperation:  # "<10" and the like: nothing to compare
        return None
    if summed.least <= number <= summed.most:
        return None
    numbers = {"least": str(summed.least), "most": str(summed.most), "total": total}
    if summed.is_whole:
        offered = Segments(str(summed.least), segments.named, segments.day)
        return Refused(Phrase("entry-other-sum", numbers), (Offer(offered.text),))
    return Refused(Phrase("entry-other-range", numbers))


def added_up(items: Mapping[str, Plain], concept: Concept) -> Answered:
    """Add the weights up; ``items`` as a patient file writes them."""
    others = items.get(OTHERS, UNANSWERED)
    answers = {item.id: items.get(item.id, others) for item in concept.items}
    least = sum((item.weight for item in concept.items if answers[item.id] == "yes"), Decimal(0))
    still_open = [item.weight for item in concept.items if answers[item.id] in OPEN]
    return Answered(least, least + sum(still_open, Decimal(0)), len(still_open))


def score_text(content: Mapping[str, Plain], total: str, concept: Concept, language: str) -> str:
    """Return the text of a score: its total, then the parts in the order of the instrument, then the others."""
    return Segments(total, tuple(_named(content, concept, language))).text


def _named(content: Mapping[str, Plain], concept: Concept, language: str) -> Iterator[tuple[str, str]]:
    for key in ("items", "domains"):
        written = content.get(key)
        answers = written if isinstance(written, dict) else {}
        known = spellings(concept)
        by_part = {known.get(name.casefold(), name): answer for name, answer in answers.items()}
        for part in (*part_ids(concept), OTHERS):
            answer = by_part.get(part)
            if isinstance(answer, str):
                shown = "?" if answer == UNANSWERED else word_shown(answer, language)
                yield part_label(concept, part, language), shown


def _answer(written: str, concept: Concept, language: str) -> str | None:
    text = written.casefold()
    if text in spelled(Matter.TYPED, "unknown", "examined"):
        return NOT_EXAMINED
    if concept.domains:
        return next((code.id for code in concept.codes if text in (code.id.casefold(), *_labels(code.label))), None)
    if text in spelled(Matter.TYPED, "unknown", "answer"):
        return UNANSWERED
    meant = meant_by(text, "yes_no", language)
    return meant[0] if len(meant) == 1 else None


def _labels(label: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(word.casefold() for word in label.values())
