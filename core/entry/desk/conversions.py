"""Units toggled to and fro: the way back shows the text as it was, not a number rounded twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from core.catalogue.concept import Concept
from core.catalogue.units import shown_unit
from core.entry.desk.desk import Desk
from core.entry.desk.fields import Field
from core.entry.statement import Plain
from core.entry.typed import Typing, Understood
from core.entry.typed.amounts import in_unit
from core.entry.typed.showing import beside_text


@dataclass(frozen=True, slots=True)
class Conversions:
    """The texts of a field that say one amount, by unit; a text that somebody typed begins anew."""

    known: Mapping[Field, Mapping[str, str]] = field(default_factory=dict[Field, Mapping[str, str]])

    def converted(self, desk: Desk, where: Field, unit: str) -> tuple[Conversions, str | None]:
        """Return the text of a field in another unit, None where it has none, and what is known from now on.

        Only the number changes: method, sample, the laboratory's limits and the day stay as they are.
        """
        answers = {shown_unit(name): text for text, name in desk.answers_of_unit(where).items()}
        if unit in answers:  # of a bare number the unit is said, not changed
            return self, answers[unit]
        concept, content = desk.catalogue.concept(where.section), _content(desk, where)
        value = None if content is None else content.get("value")
        if concept is None or content is None or not isinstance(value, str):
            return self, None
        text, now = desk.text(where), _unit_of(value, concept)
        texts = self.known.get(where, {})
        if texts.get(now) != text:
            texts = {now: text}
        number = in_unit(value, unit, concept, Typing(desk.language, desk.evaluation_on))
        if number is None:
            return self, None
        is_dated = content.get("date", "") != desk.entry_on
        rest = beside_text(content, concept, desk.language, is_dated=is_dated)
        wanted = texts.get(unit) or " ".join((number, *rest))
        return replace(self, known={**self.known, where: {**texts, unit: wanted}}), wanted


def _content(desk: Desk, where: Field) -> dict[str, Plain] | None:
    """What is typed, as far as it is understood, else what is on record."""
    draft, stands = desk.draft(where), desk.standing(where)
    content = None if stands is None else stands.statement.plain
    if draft is not None:
        content = draft.typed.content if isinstance(draft.typed, Understood) else None
    return content if isinstance(content, dict) else None


def _unit_of(value: str, concept: Concept) -> str:
    known = concept.unit(value.partition(" ")[2])
    return "" if known is None else shown_unit(known.name)
