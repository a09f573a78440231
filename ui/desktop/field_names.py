"""What a field is called wherever it is spoken of: beside it, in a notice, on a page that cannot go on without it."""

from __future__ import annotations

from dataclasses import replace

from core.catalogue.catalogue import Catalogue
from core.chart.sections import Shape, is_section, section_of
from core.entry.desk.fields import Field
from core.entry.form.form import PERSON, field_phrase
from core.language.languages import in_language
from core.language.phrases import Phrases


def field_name(where: Field, catalogue: Catalogue, phrases: Phrases) -> str:
    """Return the name of a field, of a row the name of its list; where neither has one, its own."""
    bare = replace(where, section=where.section.removesuffix("_complete"))
    concept = catalogue.concept(bare.key or bare.section)
    if is_section(bare.section):
        declared, phrase = section_of(bare.section), field_phrase(bare)
        is_ours = bare.section in PERSON or declared.is_row or declared.shape is Shape.BY_KEY
        if is_ours and phrases.can_say(phrase):
            return phrases.say(phrase)
    return bare.key or bare.section if concept is None else in_language(concept.label, phrases.language)


def field_names(fields: tuple[Field, ...], catalogue: Catalogue, phrases: Phrases) -> str:
    """Return the names of several fields, each once, in their order."""
    return ", ".join(dict.fromkeys(field_name(each, catalogue, phrases) for each in fields))
