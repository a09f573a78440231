"""A pasted print on its way: taken apart, understood, asked about; each choice makes another one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property

from core.catalogue.spelling import folded
from core.entry.desk.desk import Desk
from core.entry.desk.fields import Change, Field, Kept
from core.entry.desk.reading import BIRTHS
from core.entry.laboratories import Laboratories
from core.entry.paste.around import Around
from core.entry.paste.line import Choices, PastedLine, Place, State
from core.entry.paste.names import PrintedNames, printed_names
from core.entry.paste.records import Whose
from core.entry.paste.sheet import Sheet
from core.entry.paste.taking_apart import take_apart
from core.entry.paste.understanding import day_of, settled, understood
from core.entry.statement import Statement
from core.entry.typed import TwoReadings, Understood, read_birth_date
from core.values.partial_date import PartialDate, parse_partial_date

_BEFORE = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Pasting:
    """``day`` is of lines without a day, where somebody chose one; the print's own counts else, and where it says none
    the lines wait for it. ``source`` is the name of the file it came in, "" for what was pasted.
    """

    text: str
    desk: Desk
    remembered: Laboratories = field(default_factory=Laboratories)
    day: str = ""
    choices: Choices = field(default_factory=Choices)
    source: str = ""

    @cached_property
    def names(self) -> PrintedNames:
        """The names that laboratories print."""
        return printed_names(self.desk.catalogue)

    @cached_property
    def sheet(self) -> Sheet:
        """The text taken apart."""
        return take_apart(self.text, lambda name: self.names.call(name) is not None, _whose(self.desk))

    @cached_property
    def lines(self) -> tuple[PastedLine, ...]:
        """Every line with what it is, in the order of the print."""
        return tuple(settled(understood(row, self._around) for row in self.sheet.rows))

    @cached_property
    def _around(self) -> Around:
        head, bare = self.sheet.head, _bare(self.desk)
        around = Around(
            self.desk, bare, self.names, self.remembered, self.choices, head, self.day, self.sheet.decimal, self.source
        )
        return around if self.day else replace(around, day=head.day)

    @property
    def head_day(self) -> str:
        """The day of lines without one, as a patient file has it; "" while it is not known."""
        found = day_of(self._around.day, self._around)
        return found if isinstance(found, str) else ""

    @cached_property
    def born_otherwise(self) -> str:
        """The birth date on the print, where it cannot be the patient's: then the print is of somebody else."""
        born, birth = self._born, self.desk.birth
        if born is None or birth is None or (born.first <= birth.last and birth.first <= born.last):
            return ""
        return self.sheet.head.born

    @property
    def _born(self) -> PartialDate | None:
        written, typing = self.sheet.head.born, self.desk.typing
        read = read_birth_date(written, typing) if written else None
        readings = [read] if read is not None else []
        if isinstance(read, TwoReadings):
            readings = [read_birth_date(each.text, typing) for each in read.offers]
        found = [str(each.content) for each in readings if isinstance(each, Understood)]
        days = [day for each in found if (day := parse_partial_date(each)) is not None]
        birth = self.desk.birth
        agreeing = [day for day in days if birth is not None and day.first <= birth.last and birth.first <= day.last]
        return next(iter((*agreeing, *days)), None)

    # --- what would be recorded

    def is_ticked(self, line: PastedLine) -> bool:
        """True if the line is recorded with the others; of somebody else's print none is by itself."""
        by_itself = line.state is State.UNDERSTOOD and not self.born_otherwise
        return line.is_recordable and self.choices.boxes.get(line.place, by_itself)

    @property
    def ticked(self) -> tuple[PastedLine, ...]:
        """The lines that would be recorded."""
        return tuple(line for line in self.lines if self.is_ticked(line))

    @property
    def not_recorded(self) -> tuple[PastedLine, ...]:
        """The lines that would stay as they were pasted."""
        return tuple(line for line in self.lines if not self.is_ticked(line))

    @cached_property
    def changes(self) -> tuple[tuple[Field, Change], ...]:
        """What recording asks of the record, in the order of the print."""
        return tuple(_changes(self.ticked))

    @cached_property
    def desk_with(self) -> Desk:
        """The desk as it would be with the ticked lines: what is judged before anything is recorded."""
        desk = self.desk
        for number, (_, change) in enumerate(self.changes, start=1):
            if change.statement is not None:
                desk = desk.keeping(Kept(-number, change.statement, desk.author, _BEFORE), change.replaces)
        return desk

    @property
    def to_remember(self) -> Laboratories:
        """What is known of laboratories once this print is recorded."""
        known, laboratory = self.remembered, self.sheet.head.laboratory
        for name, concept in self.choices.concepts.items():
            known = known.with_name(laboratory, name, concept)
        for concept, unit in self.choices.units.items():
            known = known.with_unit(laboratory, concept, unit)
        return known

    # --- choosing

    def with_concept(self, key: str, concept: str) -> Pasting:
        """Return the print after somebody said what a printed name means ("" to take that back)."""
        return self._with(replace(self.choices, concepts={**self.choices.concepts, folded(key): concept}))

    def with_unit(self, concept: str, unit: str) -> Pasting:
        """Return the print after somebody said in which unit its bare numbers of a concept are."""
        return self._with(replace(self.choices, units={**self.choices.units, concept: unit}))

    def with_day(self, written: str, day: str) -> Pasting:
        """Return the print after somebody said which day is meant by a date that can be two."""
        return self._with(replace(self.choices, days={**self.choices.days, written: day}))

    def with_value(self, place: Place, text: str) -> Pasting:
        """Return the print after somebody said which value a line means."""
        return self._with(replace(self.choices, values={**self.choices.values, place: text}))

    def with_box(self, place: Place, *, is_ticked: bool) -> Pasting:
        """Return the print with the box of a line ticked, or not."""
        return self._with(replace(self.choices, boxes={**self.choices.boxes, place: is_ticked}))

    def of_day(self, day: str) -> Pasting:
        """Return the print with a day for its lines without one."""
        return replace(self, day=day)

    def _with(self, choices: Choices) -> Pasting:
        return replace(self, choices=choices)


def _whose(desk: Desk) -> Whose:
    """Return who the patient of a desk is, as far as that is on record."""
    birth = desk.birth
    born = birth.text if birth is not None and birth.is_exact else ""
    return Whose(_text_at(desk, "number"), _text_at(desk, "name"), born)


def _text_at(desk: Desk, section: str) -> str:
    stands = desk.standing(Field(section))
    content = "" if stands is None else stands.statement.plain
    return content if isinstance(content, str) else ""


def _changes(lines: Iterable[PastedLine]) -> Iterator[tuple[Field, Change]]:
    for line in lines:
        section = line.section or ("" if line.concept is None else line.concept.id)
        if section and line.content is not None:
            yield Field(section), Change(Statement.of(section, line.content), line.replaces)


def _bare(desk: Desk) -> Desk:
    """Return the desk with nothing but the birth on it, so that no unit is taken from what stands in a field,
    or from the numbers that are typed here: a print is of another laboratory.
    """
    return replace(desk, kept=tuple(_births(desk.kept)), drafts={}, entry_on="", usual_units={})


def _births(kept: Iterable[Kept]) -> Iterable[Kept]:
    return (each for each in kept if each.statement.section in BIRTHS)
