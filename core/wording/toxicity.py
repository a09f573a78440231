"""The toxicity log in words: the same on the screen and on the terminal. A record; no alarm, no dose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept
from core.chart.chart import Chart
from core.chart.entries import Course, Episode
from core.criteria.scope import Scope
from core.follow_up.grading import DEATH, Graded
from core.follow_up.marks import Mark
from core.follow_up.strip import Cell, Stated, Strip, StripRow
from core.follow_up.toxicity_rows import CTCAE, IGG, INFECTION, RowKind
from core.language.dates import format_date
from core.language.languages import in_language
from core.language.numbers import format_number, with_decimal_sign
from core.language.phrases import Phrases
from core.language.translating import translated
from core.scores.definition import Definition
from core.scores.shipped import definition_of
from core.values.interval import Interval
from core.wording.entries import told
from core.wording.names import name_of
from core.wording.telling import Telling

_MINUS = "\N{MINUS SIGN}"
_DASH = "\N{EN DASH}"
_THERE = "\N{BULLET}"
"""Recorded of the day, without a grade."""


@dataclass(frozen=True)
class ToxicityWords:
    """Says one strip in one language."""

    strip: Strip
    chart: Chart
    catalogue: Catalogue
    phrases: Phrases

    def say(self, phrase: str, **arguments: str | int) -> str:
        """Return a phrase of the log by its name without ``toxicity-``."""
        return self.phrases.say(f"toxicity-{phrase}", **arguments)

    def name(self, kind: RowKind) -> str:
        """Return what a row is called."""
        return self.say(f"row-{kind.id}")

    def number(self, day: int) -> str:
        """Return the number of a day."""
        return f"{_MINUS}{-day}" if day < 0 else str(day)

    def day(self, day: int) -> str:
        """Return a day with its date."""
        date = format_date(self.strip.date_of(day), self.phrases.language)
        return f"{self.say('day', day=self.number(day))}, {date}"

    # --- a cell

    def shortly(self, cell: Cell) -> str:
        """Return what stands in a cell of the strip: a number, a range, a question mark; "" for a gap."""
        if cell.amount is not None:
            return f"{self._amount(cell.amount)}{_THERE if cell.there else ''}"
        graded = cell.graded
        if graded is not None and graded.low is not None and graded.high is not None:
            return str(graded.low) if graded.is_known else f"{graded.low}{_DASH}{graded.high}"
        if graded is not None:
            return "?"
        comparable = [each.grade for each in cell.stated if each.is_comparable]
        return f"({max(comparable)})" if comparable else "*" if cell.stated else _THERE if cell.there else ""

    def value(self, cell: Cell) -> str:
        """Return the value of a day, "" where there is none."""
        return "" if cell.amount is None else self._amount(cell.amount)

    def cell(self, row: StripRow, cell: Cell) -> str:
        """Return a cell in words with its trace."""
        if cell.is_gap:
            is_to_come = cell.day > self.strip.today
            return f"{self.name(row.kind)}: {self.say('to-come' if is_to_come else 'gap')}"
        return f"{self.name(row.kind)}: {'; '.join(part for part in self._parts(row, cell) if part)}"

    def _parts(self, row: StripRow, cell: Cell) -> Iterator[str]:
        if cell.amount is not None:
            yield self._amount(cell.amount)
            yield self.say("values", count=cell.count) if cell.count > 1 else ""
            yield self.say("low-igg") if row.kind.id == IGG and cell.level else ""
        if cell.graded is not None:
            if row.kind.is_of_many:
                names = dict.fromkeys(self._entry_name(ref) for ref in cell.graded.refs)
                yield ", ".join(name for name in names if name)
            yield from self._graded(cell.graded, definition_of(row.kind.grading))
        for each in cell.stated:
            words = self._stated(each, is_differing=each in (*cell.differing, *row.in_all.differing))
            yield f"{self._entry_name(each.ref)}, {words}" if row.kind.is_of_many else words
        for ref in cell.there:
            yield self._there(ref)

    def _entry_name(self, ref: str) -> str:
        entry = self.chart.by_ref.get(ref)
        name = getattr(entry, "concept", "") or getattr(entry, "drug", "")
        return name_of(name, Scope(self.catalogue), self.phrases) if name else ""

    def _there(self, ref: str) -> str:
        """Return what was recorded of a day without a grade: a course, a suspicion, an event."""
        entry, name = self.chart.by_ref.get(ref), self._entry_name(ref)
        if isinstance(entry, Course):
            return self.say("there-given", name=name)
        is_suspected = isinstance(entry, Episode) and entry.is_suspected
        return self.say("there-suspected" if is_suspected else "there", name=name)

    def _graded(self, graded: Graded, definition: Definition) -> Iterator[str]:
        yield self._grade(graded)
        if graded.refusal is not None:
            reason = translated(graded.refusal.hint or graded.refusal.message, self.phrases.language)
            yield self.say("refused", why=reason)
        if graded.is_typed:
            yield self.say("typed")
        made = tuple(self._made(graded, definition))
        if made:
            yield self.say("from", what=", ".join(made))
        if graded.missing:
            yield self.say("missing", names=self._inputs(graded.missing, definition))
        if graded.against:
            yield self.say("against", names=self._inputs(graded.against, definition))

    def _grade(self, graded: Graded) -> str:
        if graded.absence is not None:
            return self.phrases.say(f"absence-{graded.absence.value.replace(' ', '-')}")
        if graded.low is None or graded.high is None:
            return "" if graded.refusal is not None else self.say("open")
        return self.say("grade", grade=self.range((graded.low, graded.high)))

    def _made(self, graded: Graded, definition: Definition) -> Iterator[str]:
        """Yield what made a grade; of the checklist what is there, and in one word that the rest is not."""
        for name, word in graded.answers.items():
            label = self._input(name, definition)
            is_found_out = name == DEATH and name in graded.taken
            alive = f" ({self.say('alive')})" if is_found_out else ""
            yield f"{label}: {self._word(word, definition, name)}{alive}"

    def _input(self, name: str, definition: Definition) -> str:
        """Return what an input is called, or the field of an entry that a grade was made of."""
        asked, field = definition.inputs.get(name), self._field(name)
        if asked is not None:
            return in_language(asked.label, self.phrases.language)
        return self.say("others") if field is None else in_language(field.label, self.phrases.language)

    def _field(self, name: str) -> Concept | None:
        infection = self.catalogue.concept(INFECTION)
        return None if infection is None else infection.fields.get(name)

    def _word(self, word: str, definition: Definition, name: str) -> str:
        field = None if name in definition.inputs else self._field(name)
        code = None if field is None else field.code(word)
        if code is not None:
            return in_language(code.label, self.phrases.language)
        known = definition.words.get(word)
        if known is not None:
            return in_language(known, self.phrases.language)
        if word in ("yes", "no"):
            return self.phrases.say(f"evidence-{word}")
        if word == "not_examined":
            return self.phrases.say("absence-not-done")
        return with_decimal_sign(word, self.phrases.language)

    def _inputs(self, names: Iterable[str], definition: Definition) -> str:
        return ", ".join(self._input(name, definition) for name in names)

    def _stated(self, stated: Stated, *, is_differing: bool) -> str:
        if not stated.is_comparable:
            system = self._field_word(stated, "grading_system", stated.system)
            return self.say("stated-other", system=system, grade=str(stated.grade))
        words = self.say("stated", grade=str(stated.grade))
        if not is_differing:
            return words
        reason = self._field_word(stated, "grade_reason", stated.reason) if stated.reason else ""
        why = self.say("reason", reason=reason) if reason else self.say("no-reason")
        return f"{words} ({self.say('differs')}; {why})"

    def _field_word(self, stated: Stated, name: str, word: str) -> str:
        episode = next((each for each in self.chart.episodes if each.ref == stated.ref), None)
        concept = None if episode is None else self.catalogue.concept(episode.concept)
        field = None if concept is None else concept.fields.get(name)
        code = None if field is None else field.code(word)
        return word.replace("_", " ") if code is None else in_language(code.label, self.phrases.language)

    def _amount(self, amount: Interval) -> str:
        if amount.is_exact and amount.low is not None:
            return format_number(amount.low, self.phrases.language)
        if amount.low is None and amount.high is not None:
            return f"{'<' if amount.is_high_open else '≤'}{format_number(amount.high, self.phrases.language)}"
        if amount.low is not None and amount.high is None:
            return f"{'>' if amount.is_low_open else '≥'}{format_number(amount.low, self.phrases.language)}"
        ends = (amount.low, amount.high)
        return _DASH.join(format_number(end, self.phrases.language) for end in ends if end is not None)

    def range(self, ends: tuple[int, int]) -> str:
        """Return a grade, or between what it lies."""
        return str(ends[0]) if ends[0] == ends[1] else self.say("range", low=str(ends[0]), high=str(ends[1]))

    # --- a row, a day

    def in_all(self, row: StripRow) -> str:
        """Return what a row comes to; "" for nothing."""
        found = row.in_all
        if found.blood is not None:
            name = "ICAHT" if row.kind.id == "anc" else "T-ICAHT"
            parts = [self.say(f"{word}", grade=self.range(ends))
                     for word, ends in (("early", found.blood.early), ("late", found.blood.late))
                     if ends is not None]  # fmt: skip
            if found.blood.episode is not None:
                first, last = (self.number(each) for each in found.blood.episode)
                parts.append(self.say("episode", count=found.blood.days, first=first, last=last))
            return f"{name} {', '.join(parts)}" if parts else ""
        if found.furthest is not None and found.furthest.amount is not None:
            return f"{self._amount(found.furthest.amount)} ({self.say('day', day=self.number(found.furthest.day))})"
        if found.highest is None:
            return ""
        highest = self.say("highest", grade=self.range(found.highest))
        days = f" ({self.say('on-days', days=self._days(found.days))})" if found.highest[0] or found.highest[1] else ""
        return f"{highest}{days}, {self.say('graded-days', count=found.graded_days)}"

    def differing(self, row: StripRow) -> tuple[str, ...]:
        """Return the grades of clinicians that are none the findings give, each with its reason."""
        found = dict.fromkeys((*(each for cell in row.cells for each in cell.differing), *row.in_all.differing))
        return tuple(self._stated(each, is_differing=True) for each in found)

    def _days(self, days: Iterable[int]) -> str:
        """Return days in a row, those next to each other as a span."""
        spans: list[list[int]] = []
        for day in days:
            if spans and day == spans[-1][1] + 1:
                spans[-1][1] = day
            else:
                spans.append([day, day])
        return ", ".join(
            self.number(first) if first == last else self.say("range", low=self.number(first), high=self.number(last))
            for first, last in spans
        )

    def of_day(self, day: int) -> tuple[str, ...]:
        """Return a day in words, row by row: what was found, with its trace; gaps only of rows that grade."""
        found = [(row, row.on(day)) for row in self.strip.rows]
        lines = tuple(self.cell(row, cell) for row, cell in found if not cell.is_gap)
        marks = tuple(self.mark(each) for each in self.strip.marks_on(day))
        given = (self.say("given", names=", ".join(marks)),) if marks else ()
        return (*lines, *given) or (self.say("to-come" if day > self.strip.today else "gap"),)

    def mark(self, mark: Mark) -> str:
        """Return a course or an event with its days."""
        name = name_of(mark.name, Scope(self.catalogue), self.phrases)
        first = self.number(mark.first)
        if mark.is_ongoing:
            return self.say("mark-on", name=name, first=first)
        if mark.last is None or mark.last == mark.first:
            return self.say("mark", name=name, first=first)
        return self.say("mark-span", name=name, first=first, last=self.number(mark.last))

    def entries(self, cell: Cell) -> tuple[str, ...]:
        """Return the entries a cell rests on, in words."""
        telling = Telling(Scope(self.catalogue), self.phrases)
        return tuple(told(self.chart.by_ref[ref], "", telling).text for ref in cell.refs if ref in self.chart.by_ref)

    def lines(self) -> Iterator[str]:
        """Yield the whole log in words: each row in all, each day with entries, what was given, what has no day."""
        yield self.say("title")
        yield self.say("about")
        if not self.strip.has_entries:
            yield self.say("nothing")
        for row in self.strip.rows:
            words = self.in_all(row)
            if words:
                yield f"  {self.name(row.kind)}: {words}"
        for day in self.strip.days:
            found = [(row, row.on(day)) for row in self.strip.rows]
            if any(not cell.is_gap for _, cell in found):
                yield self.day(day)
                yield from (f"  {self.cell(row, cell)}" for row, cell in found if not cell.is_gap)
        if self.strip.marks:
            yield self.say("given", names="; ".join(map(self.mark, self.strip.marks)))
        if self.strip.undated:
            yield self.say("undated", count=len(self.strip.undated))
        if self.open_rows:
            yield self.open_rows

    @property
    def open_rows(self) -> str:
        """Which gradings are no row since no day is certainly above 0, and what they lack; "" for none."""
        rows = self.strip.open_rows
        if not rows:
            return ""
        missing = dict.fromkeys(
            name for row in rows for cell in row.cells if cell.graded is not None for name in cell.graded.missing
        )
        names = ", ".join(map(self.name, (row.kind for row in rows)))
        return self.say("open-rows", names=names, missing=self._inputs(missing, definition_of(CTCAE)))
