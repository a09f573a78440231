"""What a free text counts as, and who says so: a mark is signed."""

from __future__ import annotations

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept, Kind
from core.chart.entries import Mark
from core.chart.reading.moments import read_moment
from core.chart.words import NOTHING_LISTED
from core.language.said import said
from core.source_text.fields import Fields
from core.source_text.tree import Scalar

COUNTS_AS, MARKED_ON, BY = "counts_as", "marked_on", "by"
EPISODES = (Kind.CONDITION, Kind.EVENT)
"""What can have been there from a day to a day."""


def read_mark(fields: Fields, catalogue: Catalogue, *, is_free_text: bool) -> Mark | None:
    """Return the mark of a free text, None where nobody has said yet what it counts as."""
    if fields.written.get(COUNTS_AS) is None:
        if fields.written.get(MARKED_ON) is not None:
            hint = said("write counts_as: {nothing}, or the diagnoses it counts as", nothing=NOTHING_LISTED)
            fields.report(fields.span_of(MARKED_ON), "missing-key", "'marked_on' marks nothing", hint)
            fields.tree(MARKED_ON)
        return None
    names = fields.texts(COUNTS_AS)
    if not is_free_text:
        hint = "leave counts_as out, or write is: other with text: …"
        fields.report(fields.span_of(COUNTS_AS), "kind", "only a free text counts as something else", hint)
    counted = tuple(name for name in (_counted(fields, scalar, catalogue) for scalar in names) if name)
    _check_alone(fields, names)
    by, on = fields.required_text(BY) or "", None
    if fields.required_tree(MARKED_ON) is not None:
        on = read_moment(fields, MARKED_ON)
        if fields.text(MARKED_ON) == "unknown":
            hint = "write marked_on: 2026-11-20, as far as it is known"
            fields.report(fields.span_of(MARKED_ON), "date", "a mark is signed with its day", hint)
    return Mark(tuple(dict.fromkeys(counted)), by, on)


def _check_alone(fields: Fields, names: tuple[Scalar, ...]) -> None:
    """Nothing listed stands alone, and a list of nothing says it in that word."""
    is_nothing = any(scalar.text == NOTHING_LISTED for scalar in names)
    if not names or (is_nothing and len(names) > 1):
        hint = said("write counts_as: {nothing}, or only the diagnoses it counts as", nothing=NOTHING_LISTED)
        fields.report(fields.span_of(COUNTS_AS), "unknown-value", "it is not said what the text counts as", hint)


def _counted(fields: Fields, scalar: Scalar, catalogue: Catalogue) -> str:
    """Return the concept a name stands for; "" for nothing listed, and after a problem."""
    concept = catalogue.concept(catalogue.id_called(scalar.text) or "")
    if scalar.text == NOTHING_LISTED or (concept is not None and concept.kind in EPISODES):
        return "" if concept is None else concept.id
    default_hint = said("write a diagnosis or event of the catalogue, or {nothing}", nothing=NOTHING_LISTED)
    hint = catalogue.hint_for(scalar.text, lambda name: is_episode(name, catalogue), default_hint, (NOTHING_LISTED,))
    message = said("unknown diagnosis or event '{text}'", text=scalar.text)
    fields.report(scalar.span, "unknown-name", message, hint)
    return ""


def is_episode(name: str, catalogue: Catalogue) -> bool:
    """True for a name of a diagnosis, sign or event."""
    concept: Concept | None = catalogue.concept(catalogue.id_called(name) or "")
    return concept is not None and concept.kind in EPISODES
