"""How the text of a field becomes a statement and back, by what the field is for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept
from core.chart.sections import Shape, section_of
from core.chart.sections.section import Cell
from core.entry.ages import birth_statement
from core.entry.charting import chart_of
from core.entry.desk.field import Field
from core.entry.desk.rows import cells_of, text_of
from core.entry.statement import Plain, Statement
from core.entry.typed import (
    Empty,
    Phrase,
    Refused,
    Typed,
    Typing,
    Understood,
    read_birth_date,
    read_typed,
    read_typed_date,
    typed_text,
)
from core.entry.typed.cells import read_row, row_cells
from core.entry.typed.dates import shown_date
from core.entry.typed.units import shown_unit
from core.source_text.problem import Problem

_DATES: Mapping[str, Callable[[str, Typing], Typed]] = {"birth_date": read_birth_date, "planned": read_typed_date}
_UNSHOWN: tuple[str, ...] = ("laboratory", "note", "assessor")


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the fields of one patient. ``stands`` is what the field shows from the record, if anything."""

    catalogue: Catalogue
    typing: Typing
    stands: Statement | None = None

    def read(self, where: Field, text: str) -> Typed:
        """Return what the text of a field says."""
        section = section_of(where.section)
        if section.is_typed_as is Cell.TEXT:
            return Understood(" ".join(text.split())) if text.strip() else Empty()
        if where.section in _DATES:
            return _DATES[where.section](text, self.typing)
        if section.is_row:
            row = read_row(where.section, cells_of(text), self.catalogue, self.typing)
            if not text:
                return Empty()
            return self._checked(where, Understood(row.content)) if row.content is not None else _first_wrong(row.cells)
        if section.shape is Shape.VERSIONS:
            content: Plain = dict(cells_of(text))
            return Understood(content) if content else Empty()
        concept = self._concept(where)
        if concept is None:
            return Refused(Phrase("entry-not-typed-here"))
        typed = read_typed(text, concept, self._typing_for(concept))
        if where.section == "sex":
            return replace(typed, content=_value_of(typed.content)) if isinstance(typed, Understood) else typed
        return self._checked(where, self._with_rest(typed)) if isinstance(typed, Understood) else typed

    def statement(self, where: Field, typed: Typed) -> Statement | None:
        """Return the statement an understood text makes."""
        return Statement.of(where.section, typed.content, where.key) if isinstance(typed, Understood) else None

    def text_of(self, where: Field, statement: Statement) -> str:
        """Return the text a field shows of a statement."""
        section = section_of(where.section)
        content = statement.plain
        if section.is_row:
            return text_of(row_cells(where.section, content, self.catalogue, self.typing.language))
        if section.shape is Shape.VERSIONS:
            return text_of(_texts(content))
        if where.section in _DATES:
            return shown_date(content, self.typing.language) if isinstance(content, str) else ""
        concept = self._concept(where)
        if concept is None:
            return content if isinstance(content, str) else ""
        return typed_text(content, concept, self.typing.language)

    def _concept(self, where: Field) -> Concept | None:
        if where.section == "sex":
            return self.catalogue.by_role.get("sex")
        return self.catalogue.concept(where.section)

    def _typing_for(self, concept: Concept) -> Typing:
        """The unit beside the field is the one of what stands there: it is shown, so nothing is guessed."""
        if self.typing.unit or self.stands is None:
            return self.typing
        shown = typed_text(self.stands.plain, concept, self.typing.language)
        unit = next((each.name for each in concept.units if shown_unit(each.name) in shown), "")
        return replace(self.typing, unit=unit)

    def _with_rest(self, typed: Understood) -> Understood:
        """What the text cannot show (the laboratory's name, who assessed it) stays with a corrected value."""
        if self.stands is None or not isinstance(self.stands.plain, dict) or not isinstance(typed.content, dict):
            return typed
        old = self.stands.plain
        if old.get("date") != typed.content.get("date"):
            return typed
        kept: dict[str, Plain] = {key: old[key] for key in _UNSHOWN if key in old}
        return replace(typed, content={**kept, **typed.content})

    def _checked(self, where: Field, typed: Understood) -> Typed:
        """The reader of patient files has the last word: what it refuses is no statement."""
        statement = Statement.of(where.section, typed.content, where.key)
        stated = [("birth", birth_statement(self.typing.birth))] if self.typing.birth else []
        found = chart_of("", [*stated, ("this", statement)], self.catalogue).problems.get("this", ())
        errors = [problem for problem in found if problem.is_error]
        return Refused(_in_words(errors[0])) if errors else typed


def _in_words(problem: Problem) -> Phrase:
    return Phrase("entry-file-problem", sentences={"message": problem.message, "hint": problem.hint})


def _value_of(content: Plain) -> Plain:
    return content.get("value", "") if isinstance(content, dict) else content


def _first_wrong(cells: Mapping[str, Typed]) -> Typed:
    return next((typed for typed in cells.values() if not isinstance(typed, Understood | Empty)), Empty())


def _texts(content: Plain) -> dict[str, str]:
    """The short form of an answer is its answer alone."""
    if isinstance(content, dict):
        return {key: value for key, value in content.items() if isinstance(value, str)}
    return {"answer": content} if isinstance(content, str) else {}
