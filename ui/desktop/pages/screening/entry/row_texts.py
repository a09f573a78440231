"""The rows of a list as the table shows them."""

from __future__ import annotations

from core.chart.sections import Shape, section_of
from core.entry.desk.desk import Desk
from core.entry.desk.fields import Field, cells_of
from core.entry.desk.showing import problem_words, warning_on_record
from core.entry.typed import Refused, TwoReadings, Typed
from core.entry.typed.cells import read_row
from core.language.phrases import Phrases
from ui.desktop.pages.screening.entry.rows.model import Row

_NEW = "new"


def rows_of(section: str, desk: Desk, phrases: Phrases) -> list[Row]:
    """Return the rows on record, those being typed, and a blank one in which the next begins; of one text its row.

    A row keeps its name while the one before it is recorded: who stands in it stays in it.
    """
    if section_of(section).shape is Shape.ONE:
        return [_row(Field(section), desk, phrases)]
    fields = [Field(section, row=str(each.id)) for each in desk.all_of(section)]
    new = [where for where in desk.drafts if where.section == section and where.row.startswith(_NEW)]
    numbers = [int(where.row.removeprefix(_NEW)) for where in new]
    fields += [*new, Field(section, row=f"{_NEW}{max(len(fields) + len(new), *numbers, 0) + 1}")]
    return [_row(where, desk, phrases) for where in fields]


def _row(where: Field, desk: Desk, phrases: Phrases) -> Row:
    cells = cells_of(desk.text(where))
    draft = desk.draft(where)
    if draft is None:
        warning = warning_on_record(desk, where, phrases)
        return Row(where, cells, {section_of(where.section).cells[0]: warning} if warning else {})
    read = read_row(where.section, cells, desk.catalogue, desk.typing)
    warnings = {name: _words(typed, phrases) for name, typed in read.cells.items()}
    whole = problem_words(draft.typed, phrases)
    if whole and not any(warnings.values()):
        warnings[section_of(where.section).cells[0]] = whole
    return Row(where, cells, {name: words for name, words in warnings.items() if words}, phrases.say("entry-draft"))


def _words(typed: Typed, phrases: Phrases) -> str:
    words = problem_words(typed, phrases)
    if isinstance(typed, Refused | TwoReadings) and typed.offers:
        return f"{words} {' · '.join(offer.text for offer in typed.offers)}"
    return words
