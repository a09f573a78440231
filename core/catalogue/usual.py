"""The values that are measured at nearly every visit for a disease: they stand open on the form, asked for or not."""

from __future__ import annotations

from dataclasses import dataclass

from core.catalogue.names import Among, Names
from core.source_text.fields import Fields


@dataclass(frozen=True, slots=True)
class Usual:
    """The concepts ``values`` for the conditions ``of`` and what they stand for; it means nothing to any criterion."""

    of: tuple[str, ...]
    values: tuple[str, ...]


def read_usual(fields: Fields, names: Names) -> Usual:
    """Return one entry."""
    found = Usual(*(names.use(fields, key, Among.CONCEPTS) for key in ("of", "values")))
    fields.finish()
    return found
