"""What a field is called wherever it is spoken of: beside it, in a notice, on a page that cannot go on without it."""

from __future__ import annotations

from core.catalogue.catalogue import Catalogue
from core.chart.sections import is_section, section_of
from core.entry.desk.fields import Field
from core.entry.form.form import field_phrase
from core.language.phrases import Phrases
from core.wording.names import in_language


def field_name(where: Field, catalogue: Catalogue, phrases: Phrases) -> str:
    """Return the name of a field, of a row the name of its list; where neither has one, its own."""
    section = section_of(where.section).is_of or where.section
    phrase, concept = field_phrase(Field(section, where.key)), catalogue.concept(where.key or section)
    if is_section(section) and phrase in phrases.ids:
        return phrases.say(phrase)
    return where.key or section if concept is None else in_language(concept.label, phrases.language)


def field_names(fields: tuple[Field, ...], catalogue: Catalogue, phrases: Phrases) -> str:
    """Return the names of several fields, each once, in their order."""
    return ", ".join(dict.fromkeys(field_name(each, catalogue, phrases) for each in fields))
