"""Free texts of the record and the field beside each, in which somebody says what it counts as."""

from __future__ import annotations

from collections.abc import Mapping

from core.entry.desk.desk import Desk
from core.entry.desk.field import Field
from core.entry.desk.rows import cells_of, text_of
from core.entry.typed.cells import free_words
from core.entry.typed.marks import COUNTS_AS


def free_texts(desk: Desk, section: str) -> Mapping[Field, str]:
    """Return the rows of a list that are free texts, with their words, in the order of the list."""
    fields = [Field(section, row=str(each.id)) for each in desk.all_of(section)]
    fields += [where for where in desk.drafts if where.section == section and where not in fields]
    words = {where: free_words(section, cells_of(desk.text(where))) for where in fields}
    return {where: text for where, text in words.items() if text is not None}


def with_mark(desk: Desk, where: Field, text: str) -> str:
    """Return the text of a row after somebody typed what its free text counts as."""
    return text_of({**cells_of(desk.text(where)), COUNTS_AS: text})
