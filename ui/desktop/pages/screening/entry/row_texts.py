"""The rows of a list as the table shows them, and the words its cells complete."""

from __future__ import annotations

from collections.abc import Sequence

from core.catalogue.catalogue import Catalogue
from core.entry.desk.desk import Desk
from core.entry.desk.field import Field
from core.entry.desk.rows import COLUMNS, cells_of
from core.entry.desk.showing import problem_words
from core.entry.typed import Refused, TwoReadings, Typed
from core.entry.typed.cells import find_names, read_row
from core.entry.typed.choices import CHOICES, ENDS, choice_label, find_choices
from core.language.phrases import Phrases
from ui.desktop.pages.screening.entry.rows.model import Row

_ENDING = ("to", "until")


def rows_of(section: str, desk: Desk, phrases: Phrases) -> list[Row]:
    """Return the rows on record, those being typed, and a blank one in which the next begins."""
    fields = [Field(section, row=str(each.id)) for each in desk.all_of(section)]
    fields += [where for where in desk.drafts if where.section == section and where.row.startswith("new")]
    numbers = [int(where.row.removeprefix("new")) for where in fields if where.row.startswith("new")]
    fields.append(Field(section, row=f"new{max(numbers, default=0) + 1}"))
    return [_row(where, desk, phrases) for where in fields]


def search_names(section: str, catalogue: Catalogue, language: str, name: str, text: str) -> Sequence[str]:
    """Return the words a cell may become."""
    if name in CHOICES:
        return [choice_label(word, language) for word in (find_choices(text, CHOICES[name]) if text else CHOICES[name])]
    if name == COLUMNS[section][0]:
        return [match.label for match in find_names(section, text, catalogue, language)]
    return [choice_label(word, language) for word in find_choices(text, ENDS)] if name in _ENDING and text else []


def _row(where: Field, desk: Desk, phrases: Phrases) -> Row:
    cells = cells_of(desk.text(where))
    draft = desk.draft(where)
    if draft is None:
        return Row(where, cells)
    read = read_row(where.section, cells, desk.catalogue, desk.typing)
    warnings = {name: _words(typed, phrases) for name, typed in read.cells.items()}
    whole = problem_words(draft.typed, phrases)
    if whole and not any(warnings.values()):
        warnings[COLUMNS[where.section][0]] = whole
    return Row(where, cells, {name: words for name, words in warnings.items() if words}, is_draft=True)


def _words(typed: Typed, phrases: Phrases) -> str:
    words = problem_words(typed, phrases)
    if isinstance(typed, Refused | TwoReadings) and typed.offers:
        return f"{words} {' · '.join(offer.text for offer in typed.offers)}"
    return words
