"""The field of a concept of the catalogue, made the same wherever values are typed."""

from __future__ import annotations

from core.catalogue.concept import Concept
from core.catalogue.units import shown_unit
from core.entry.desk.fields import Field
from core.entry.desk.parts import has_panel
from core.entry.typed.words import words_for
from core.language.languages import in_language
from core.language.phrases import Phrases
from ui.desktop.widgets.value_field import ValueField


def concept_field(concept: Concept, phrases: Phrases) -> ValueField:
    """Return a field with the words, units and parts that the catalogue gives the concept."""
    name = in_language(concept.label, phrases.language)
    field = ValueField(Field(concept.id), name)
    field.label.setToolTip(in_language(concept.help, phrases.language))
    words = words_for(concept, phrases.language)
    if words:
        field.offer_words(words)
    if concept.units:
        field.offer_units([shown_unit(unit.name) for unit in concept.units], phrases.say("form-unit-of", name=name))
    if has_panel(concept):
        field.offer_parts(phrases.say("parts-button"), phrases.say("parts-button-of", name=name))
    return field
