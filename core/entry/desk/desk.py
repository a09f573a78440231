"""The desk of one patient: the statements that stand, the drafts over them, and the chart both make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from core.catalogue.catalogue import Catalogue
from core.chart.birth import AGE, BIRTH_DATE, born
from core.chart.sections import Shape, section_of
from core.entry.charting import Charting, Trees, chart_of
from core.entry.desk.fields import Change, Draft, Field, Kept
from core.entry.desk.reading import BIRTHS, Reader
from core.entry.statement import Plain, Statement
from core.entry.typed import Empty, TwoReadings, Typing
from core.entry.typed.ages import age_written
from core.source_text.tree import Tree
from core.values.partial_date import PartialDate, parse_partial_date

Tag = int | Field
"""Whose an entry of the chart is: the number of a statement of the record, or the field of a draft."""


_OF_THE_RECORD = ("recorded", "birth", "_by_place", "_texts")
"""What drafts do not change."""


@dataclass(frozen=True)
class Desk:
    """Frozen: typing, leaving a field and recording each return the next desk.

    ``entry_on`` is the day that values typed now are of, as a patient file writes it ("" for no day). ``today`` is the
    last day of which something can be recorded; None: the day of evaluation. ``author`` signs what is signed.
    ``usual_units`` are those of bare numbers, by concept, as they were answered before.
    """

    patient_id: str
    catalogue: Catalogue
    language: str
    evaluation_on: date
    entry_on: str
    kept: tuple[Kept, ...] = ()
    drafts: Mapping[Field, Draft] = field(default_factory=dict[Field, Draft])
    today: date | None = None
    author: str = ""
    usual_units: Mapping[str, str] = field(default_factory=dict[str, str])
    trees: Trees = field(default_factory=dict[tuple[Statement, int], Tree], repr=False, compare=False)

    # --- what there is

    @cached_property
    def recorded(self) -> Charting[Tag]:
        """The chart of the record alone: what papers are made of."""
        return chart_of(self.patient_id, [(each.id, each.statement) for each in self.kept], self.catalogue, self.trees)

    @cached_property
    def charting(self) -> Charting[Tag]:
        """The chart of the record and the drafts together: what is judged while typing."""
        if not self.drafts:
            return self.recorded
        replaced = {draft.replaces for draft in self.drafts.values() if draft.statement is not None}
        stated: list[tuple[Tag, Statement]] = [
            (each.id, each.statement) for each in self.kept if each.id not in replaced
        ]
        stated += [(where, draft.statement) for where, draft in self.drafts.items() if draft.statement is not None]
        return chart_of(self.patient_id, stated, self.catalogue, self.trees)

    @cached_property
    def birth(self) -> PartialDate | None:
        """The birth date on record, narrowed by an age on record, else the days that the age allows."""
        written, stands = self._date_at(BIRTH_DATE), self.standing(Field(AGE))
        return born(written, None if stands is None else age_written(stands.statement.plain)) or written

    @property
    def own_day(self) -> date | None:
        """The day on which the patient is to be judged, where the record says so: of a sample."""
        moment = self._date_at("judge_on")
        return moment.first if moment is not None and moment.is_exact else None

    def _date_at(self, section: str) -> PartialDate | None:
        stands = self.standing(Field(section))
        content = "" if stands is None else stands.statement.plain
        return parse_partial_date(content) if isinstance(content, str) else None

    @cached_property
    def _by_place(self) -> Mapping[tuple[str, str], tuple[Kept, ...]]:
        grouped: dict[tuple[str, str], list[Kept]] = {}
        for each in self.kept:
            grouped.setdefault((each.statement.section, each.statement.key), []).append(each)
        return {place: tuple(found) for place, found in grouped.items()}

    def all_of(self, section: str, key: str = "") -> tuple[Kept, ...]:
        """Return the statements of a section that stand, in the order of the record."""
        return self._by_place.get((section, key), ())

    def standing(self, where: Field) -> Kept | None:
        """Return the statement a field shows: of its row, else the latest by its day, then by the record.

        A panel shows none: what it asks is asked anew.
        """
        found = self.all_of(where.section, where.key)
        if where.row:
            return next((each for each in found if str(each.id) == where.row), None)
        return max(found, key=lambda each: (_day_of(each.statement), _age(each.id)), default=None)

    def text(self, where: Field) -> str:
        """Return the text of a field: the draft's, else that of what is on record."""
        draft = self.drafts.get(where)
        if draft is not None:
            return draft.text
        return self.recorded_text(where)

    def recorded_text(self, where: Field) -> str:
        """Return the text of what is on record in a field, "" where nothing is."""
        text = self._texts.get(where)
        if text is None:
            stands = self.standing(where)
            text = "" if stands is None else self._reader(where).text_of(where, stands.statement)
            self._texts[where] = text
        return text

    @cached_property
    def _texts(self) -> dict[Field, str]:
        return {}

    def said(self, where: Field, statement: Statement) -> str:
        """Return what a statement says in the words of its field, of a row cell by cell; for the history."""
        return self._reader(where).said(where, statement)

    def draft(self, where: Field) -> Draft | None:
        """Return the draft of a field."""
        return self.drafts.get(where)

    # --- typing

    def typed(self, where: Field, text: str) -> Desk:
        """Return the desk after a field's text became ``text``; a text as on record is no draft."""
        rest = {each: draft for each, draft in self.drafts.items() if each != where}
        stands = self.standing(where)
        reader = self._reader(where)
        if text.strip() == ("" if stands is None else reader.text_of(where, stands.statement)).strip():
            return self._with_drafts(rest)
        typed = reader.read(where, text)
        statement = reader.statement(where, typed)
        if where.is_panel and statement is not None:
            stands = self.of_same_day(where.section, statement)
        replaces = (
            None if stands is None or statement is None or not _corrects(stands.statement, statement) else stands.id
        )
        return self._with_drafts(rest | {where: Draft(text, typed, statement, replaces)})

    def of_same_day(self, section: str, statement: Statement) -> Kept | None:
        """Return what is on record of the day of a statement, the latest of several."""
        found = (each for each in self.all_of(section) if _corrects(each.statement, statement))
        return max(found, key=lambda each: _age(each.id), default=None)

    def left(self, where: Field) -> Change | None:
        """Return what leaving a field records; None where there is nothing to record yet."""
        draft = self.drafts.get(where)
        if draft is None or not draft.is_understood:
            return None
        return Change(draft.statement, draft.replaces)

    def answered(self, where: Field, answer: str, note: str) -> Change:
        """Return what an answer records: signed by who is at the desk, with the date of evaluation.

        One of the same day is corrected, one of another stands beside it.
        """
        content: dict[str, Plain] = {"answer": answer, "by": self.author, "date": self.evaluation_on.isoformat()}
        if note.strip():
            content["note"] = note.strip()
        statement, stands = Statement.of(where.section, content, where.key), self.standing(where)
        is_corrected = stands is not None and _corrects(stands.statement, statement)
        return Change(statement, stands.id if stands is not None and is_corrected else None)

    def without_draft(self, where: Field) -> Desk:
        """Return the desk with the field as on record; so leaves an emptied field."""
        return self._with_drafts({each: draft for each, draft in self.drafts.items() if each != where})

    def is_emptied(self, where: Field) -> bool:
        """True if a field that had a value was emptied: taking a value back asks for its reason."""
        draft = self.drafts.get(where)
        return draft is not None and isinstance(draft.typed, Empty) and self.standing(where) is not None

    @property
    def open_drafts(self) -> tuple[Field, ...]:
        """The fields with something typed that is not recorded: papers refuse them."""
        return tuple(self.drafts)

    def answers_of_unit(self, where: Field) -> Mapping[str, str]:
        """Return the texts that answer in which unit the bare number of a draft is, with the units; of others none.

        The question is asked anew also where it was answered before: the answer can be another one now.
        """
        draft = self.draft(where)
        reader = replace(self._reader(where), typing=replace(self.typing, usual_units={}))
        asked = None if draft is None else reader.read(where, draft.text)
        offers = asked.offers if isinstance(asked, TwoReadings) else ()
        return {offer.text: offer.unit for offer in offers if offer.unit}

    # --- the record answered

    def keeping(self, added: Kept | None, removed: int | None = None) -> Desk:
        """Return the desk with a statement added, in the place of the one that no longer stands."""
        kept = [each for each in self.kept if each.id != removed]
        if added is not None:
            at = next((at for at, each in enumerate(self.kept) if each.id == removed), len(kept))
            kept.insert(at, added)
        return replace(self, kept=tuple(kept))

    def renumbered(self, old: int, new: int) -> Desk:
        """Return the desk with a statement under the number the record gave it."""
        kept = tuple(replace(each, id=new) if each.id == old else each for each in self.kept)
        rows = {str(old): str(new)}
        drafts = {
            replace(where, row=rows.get(where.row, where.row)): (
                replace(draft, replaces=new) if draft.replaces == old else draft
            )
            for where, draft in self.drafts.items()
        }
        return replace(self, kept=kept, drafts=drafts)

    def _with_drafts(self, drafts: Mapping[Field, Draft]) -> Desk:
        """Return the desk with other drafts; what follows from the record alone is not found out again for a key."""
        desk = replace(self, drafts=drafts)
        desk.__dict__.update({name: self.__dict__[name] for name in _OF_THE_RECORD if name in self.__dict__})
        return desk

    def _reader(self, where: Field) -> Reader:
        stands = self.standing(where)
        return Reader(self.catalogue, self.typing, None if stands is None else stands.statement, self._told(where))

    def _told(self, where: Field) -> tuple[Statement, ...]:
        """Return what must agree with a text; what was at odds with the record before is no reason to refuse it."""
        if where.section in BIRTHS:
            return tuple(each.statement for each in self.kept if each.id not in self.recorded.problems)
        rest = [each.statement for name in section_of(where.section).rests_on for each in self.all_of(name)]
        births = (each.statement for name in BIRTHS if (each := self.standing(Field(name))) is not None)
        return (*rest, *births)

    @property
    def typing(self) -> Typing:
        """What a text typed now is read with."""
        return Typing(
            self.language,
            self.evaluation_on,
            self.birth,
            self.entry_on,
            today=self.today,
            author=self.author,
            usual_units=self.usual_units,
        )


def _day_of(statement: Statement) -> date:
    content = statement.plain
    written = content.get("date") if isinstance(content, dict) else None
    moment = parse_partial_date(written) if isinstance(written, str) else None
    return date.min if moment is None else moment.last


def _age(number: int) -> tuple[bool, int]:
    """Statements the store has not answered for yet carry falling numbers below 0 and are the newest."""
    return (number < 0, abs(number))


def _corrects(old: Statement, new: Statement) -> bool:
    """True if the new statement takes the place of the old: a finding or an answer of another day stands beside it."""
    section = section_of(old.section)
    return not (section.is_dated or section.shape is Shape.VERSIONS) or _day_of(old) == _day_of(new)
