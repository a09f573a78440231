"""How the text of a field becomes a statement and back, by what the field is for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept
from core.chart.reading.births import CONTRADICTION
from core.chart.reading.moments import BEFORE_BIRTH
from core.chart.sections import Section, Shape, every_section, section_of
from core.chart.sections.section import Cell
from core.entry.charting import chart_of
from core.entry.desk.fields import Field, cells_of, text_of
from core.entry.scoring.stating import read_answers_text
from core.entry.statement import Plain, Statement
from core.entry.typed import (
    Doubt,
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
from core.entry.typed.ages import age_text, read_age
from core.entry.typed.amounts import digits_of
from core.entry.typed.cells import read_row, row_cells
from core.entry.typed.dates import shown_date
from core.entry.typed.marks import SIGNED, signed
from core.entry.typed.planned import complete_planned_drugs, planned_drugs_text, read_planned_drugs
from core.language.languages import in_language
from core.source_text.problem import Problem
from core.values.quantity import parse_quantity

BIRTHS = tuple(each.id for each in every_section() if each.is_typed_as in (Cell.BIRTH, Cell.AGE))
"""What tells when somebody was born: both must agree."""

CONTRADICTS = "entry-birth-contradicts"
"""The phrase for a birth that something on record contradicts."""

_MOMENTS: Mapping[Cell | None, Callable[[str, Typing], Typed]] = {
    Cell.BIRTH: read_birth_date,
    Cell.AGE: read_age,
    Cell.PLANNED: read_typed_date,
}
_BETWEEN = " · "
_LISTED, _MOST_NAMED = "; ", 5
_AMOUNTS = ("value", "uln", "lln")
_UNSHOWN: tuple[str, ...] = ("laboratory", "note", "assessor", "inputs")


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the fields of one patient.

    ``stands`` is what the field shows from the record, if anything; ``told`` is what is on record that must agree:
    of everything when the patient was born, and for a birth everything else.
    """

    catalogue: Catalogue
    typing: Typing
    stands: Statement | None = None
    told: tuple[Statement, ...] = ()

    def read(self, where: Field, text: str) -> Typed:
        """Return what the text of a field says."""
        section = section_of(where.section)
        typed_as = section.typed_as(where.key)
        if typed_as is Cell.TEXT:
            return Understood(" ".join(text.split())) if text.strip() else Empty()
        if typed_as is Cell.PLANNED_DRUGS:
            return read_planned_drugs(where.section, text, self.catalogue, self.typing)
        if typed_as in _MOMENTS:
            moment = _MOMENTS[typed_as](text, self.typing)
            is_birth = where.section in BIRTHS
            return self._checked(where, moment) if is_birth and isinstance(moment, Understood) else moment
        if section.is_row:
            return self._row(where, text) if text else Empty()
        if section.shape is Shape.VERSIONS:
            content: Plain = dict(cells_of(text))
            return Understood(content) if content else Empty()
        concept = self._concept(where)
        if concept is None:
            return Refused(Phrase("entry-not-typed-here"))
        typed = read_answers_text(text, concept, self.typing) if where.is_panel else self.read_value(concept, text)
        if section.is_typed_as is Cell.CONCEPT:
            return replace(typed, content=_value_of(typed.content)) if isinstance(typed, Understood) else typed
        return self._checked(where, self._with_rest(typed)) if isinstance(typed, Understood) else typed

    def statement(self, where: Field, typed: Typed) -> Statement | None:
        """Return the statement an understood text makes."""
        return Statement.of(where.section, typed.content, where.key) if isinstance(typed, Understood) else None

    def text_of(self, where: Field, statement: Statement) -> str:
        """Return the text a field shows of a statement."""
        content, section = statement.plain, section_of(where.section)
        if section.is_row:
            return text_of(row_cells(where.section, content, self.catalogue, self.typing.language))
        if section.shape is Shape.VERSIONS:
            return text_of(_texts(content))
        if section.is_typed_as is Cell.AGE:
            return age_text(content, self.typing.language)
        if section.typed_as(where.key) is Cell.PLANNED_DRUGS:
            return planned_drugs_text(content, self.catalogue, self.typing.language)
        if section.typed_as(where.key) in _MOMENTS:
            return shown_date(content, self.typing.language) if isinstance(content, str) else ""
        concept = self._concept(where)
        if concept is None:
            return content if isinstance(content, str) else ""
        return typed_text(content, concept, self.typing.language)

    def said(self, where: Field, statement: Statement) -> str:
        """Return what a statement says with its day, in words alone: of several cells one after another."""
        content, concept, section = statement.plain, self._concept(where), section_of(where.section)
        if section.is_row:
            return _BETWEEN.join(self._cells(section, content))
        if section.shape is Shape.VERSIONS:
            return _BETWEEN.join(_texts(content).values())
        if section.typed_as(where.key) in _MOMENTS or concept is None:
            return self.text_of(where, statement)
        return typed_text(content, concept, self.typing.language, is_dated=True)

    def _cells(self, section: Section, content: Plain) -> Iterator[str]:
        """Yield the cells of a row as the list has them, then what stands in no column."""
        cells = row_cells(section.id, content, self.catalogue, self.typing.language)
        yield from (cells.pop(name) for name in (*section.cells, *SIGNED) if name in cells)
        yield from cells.values()

    def _row(self, where: Field, text: str) -> Typed:
        """Return what a row says; what a free text counts as is signed."""
        row = read_row(where.section, cells_of(text), self.catalogue, self.typing)
        if not isinstance(row.content, dict):
            return _first_wrong(row.cells)
        stands = "" if self.stands is None else self.stands.plain
        typed = signed(where.section, row.content, stands, self.typing)
        return self._checked(where, replace(typed, doubts=(*typed.doubts, *row.doubts)))

    def _concept(self, where: Field) -> Concept | None:
        if section_of(where.section).is_typed_as is Cell.CONCEPT:
            return self.catalogue.by_role.get(where.section)
        return self.catalogue.concept(where.section)

    def read_value(self, concept: Concept, text: str) -> Typed:
        """Return what a text says of a concept, before the reader of patient files is asked."""
        return read_typed(text, concept, self._typing_for(concept))

    def _typing_for(self, concept: Concept) -> Typing:
        """What is corrected keeps its unit, and its numbers are the ones on record: nothing of them is asked again."""
        content = {} if self.stands is None else self.stands.plain
        written = [content.get(key, "") for key in _AMOUNTS] if isinstance(content, dict) else [content]
        known = [each for each in map(parse_quantity, (text for text in written if isinstance(text, str))) if each]
        unit = next((unit.name for each in known if (unit := concept.unit(each.unit)) is not None), "")
        digits = frozenset(digits_of(each) for each in known)
        return replace(self.typing, unit=self.typing.unit or unit, digits=digits)

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
        stated = [statement, *(each for each in self.told if each.section != where.section)]
        found = chart_of("", list(enumerate(stated)), self.catalogue).problems
        is_birth = where.section in BIRTHS
        wrong = [(at, problem) for at in sorted(found) for problem in found[at] if problem.is_error]
        earlier = [at for at, problem in wrong if at and problem.code == BEFORE_BIRTH]
        final = [(at, problem) for at, problem in wrong if at not in earlier and (is_birth or not at)]
        if final:
            return self._refused(where, stated[final[0][0]], final[0][1], stated)
        return self._born_after(typed, [stated[at] for at in earlier]) if is_birth and earlier else typed

    def _born_after(self, typed: Understood, earlier: list[Statement]) -> Understood:
        """A birth date is corrected to any day; what is on record before it is named and stays."""
        named = _LISTED.join(self._named(each) for each in earlier[:_MOST_NAMED])
        rest = len(earlier) - min(len(earlier), _MOST_NAMED)
        doubt = Doubt(Phrase("entry-events-before-birth", {"others": named, "rest": rest}))
        return replace(typed, doubts=(*typed.doubts, doubt))

    def _named(self, statement: Statement) -> str:
        """Return what a statement says, with the name of what it says it of."""
        said = self.said(Field(statement.section, statement.key), statement)
        concept = self.catalogue.concept(statement.section)
        return said if concept is None else f"{in_language(concept.label, self.typing.language)}: {said}"

    def _refused(self, where: Field, wrong: Statement, problem: Problem, stated: list[Statement]) -> Refused:
        """Return what stands against a text: the text itself, or an entry that a birth of that day contradicts."""
        told = {each.section: each for each in stated}
        if problem.code == CONTRADICTION and all(name in told for name in BIRTHS):
            wrong = next(told[name] for name in BIRTHS if name != where.section)
        elif wrong.section == where.section:
            return Refused(_in_words(problem))
        return Refused(Phrase(CONTRADICTS, {"other": self._named(wrong)}))


def completion_of(where: Field, catalogue: Catalogue, language: str) -> Callable[[str], tuple[str, ...]] | None:
    """Return what completes the text of a field that takes no finding, None where nothing does."""
    if section_of(where.section).typed_as(where.key) is not Cell.PLANNED_DRUGS:
        return None
    return lambda text: complete_planned_drugs(where.section, text, catalogue, language)


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
