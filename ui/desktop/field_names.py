"""What a field is called wherever it is spoken of: beside it, in a notice, on a page that cannot go on without it."""

from __future__ import annotations

from core.catalogue.catalogue import Catalogue
from core.chart.sections import is_section, section_of
from core.entry.desk.fields import Field
from core.entry.form.form import PERSON
from core.language.phrases import Phrases
from core.wording.names import in_language


def field_name(where: Field, catalogue: Catalogue, phrases: Phrases) -> str:
    """Return the name of a field, of a row the name of its list; where neither has one, its own."""
    section = where.section.removesuffix("_complete")
    phrase = f"form-{(where.key or section).replace('_', '-')}"
    concept = catalogue.concept(where.key or section)
    if concept is not None:
        return in_language(concept.label, phrases.language)
    is_ours = section in PERSON or where.section == "planned" or (is_section(section) and section_of(section).is_row)
    return phrases.say(phrase) if is_ours and phrase in phrases.ids else where.key or section


def field_names(fields: tuple[Field, ...], catalogue: Catalogue, phrases: Phrases) -> str:
    """Return the names of several fields, each once, in their order."""
    return ", ".join(dict.fromkeys(field_name(each, catalogue, phrases) for each in fields))
