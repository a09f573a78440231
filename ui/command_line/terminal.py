"""Screenings on the terminal: a table of all patients, a line a file, and a file in full."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.chart.sex import sex_of
from core.documents.wrapping import columns_of, hung, wrapped
from core.language.dates import format_date
from core.language.languages import in_language
from core.language.phrases import Phrases
from core.rule_files.compiling import CompiledRuleFile
from core.screening.screening import Screening
from core.source_text.caret import visible
from core.use_cases.screen_patients import ScreenedPatient
from core.wording.births import birth_words
from core.wording.conclusions import in_the_way, shortly_in_the_way
from core.wording.headline import headline_line, headline_tone
from core.wording.listing import CriterionRow, CriterionRows, cohorts_line
from core.wording.recruitment import age_of_status
from core.wording.usual_exclusions import usual_facts, usual_line

Pair = tuple[Screening, CompiledRuleFile]

WIDTH = 100
"""The columns of what is no terminal."""
_NARROWEST = 40
_DATE = re.compile(r"\d{1,2}\.? \w+\.? \d{4}")
_BETWEEN = " · "
_TITLE = 30
"""The columns a title asks for behind what stands in the way."""
_LEAST = 12
"""Fewer columns say nothing."""


def print_text(text: str) -> None:
    """Print a text line by line; no sign of it steers the terminal."""
    for line in text.splitlines():
        print(visible(line))


def terminal_width() -> int:
    """Return the columns of the terminal, 100 where the lines go to a file or another program."""
    return max(shutil.get_terminal_size((WIDTH, 0)).columns, _NARROWEST)


@dataclass(frozen=True, slots=True)
class Terminal:
    """How lines are written: in which language, how wide, and whether each file is explained."""

    phrases: Phrases
    width: int
    is_detailed: bool = False
    is_day_told: bool = True  # that a patient is judged on its own day, where nobody named another

    def patient_lines(self, patient: ScreenedPatient, pairs: Sequence[Pair]) -> Iterator[str]:
        """Yield the patient and one line per rule file: its conclusion, what stands in the way, its title.

        Files that take nobody are a group below the others; those of other diseases are one line.
        """
        yield from wrapped(self._head(patient), self.width)
        if self.is_day_told and patient.is_on_its_own_day:
            day = format_date(patient.evaluation_on, self.phrases.language)
            yield from _hung("   ", self.phrases.say("judged-own-day", date=day), self.width)
        longest = max((columns_of(screening.rule_file.id) for screening, _ in pairs), default=0)
        is_open = True
        for screening, compiled in pairs:
            if is_open and not screening.takes_patients:
                yield f"  {self.phrases.say('terminal-nobody')}:"
            is_open = screening.takes_patients
            if self.is_detailed:
                yield from self._details(screening, compiled)
            else:
                yield from self._file(screening, compiled, longest)
        others = [each for each in patient.screenings if each.is_other_disease]
        if others and len(pairs) < len(patient.screenings):
            ids = ", ".join(sorted(each.rule_file.id for each in others))
            yield from _hung("  –", f"{self.phrases.say('conclusion-other-disease')}: {ids}", self.width)
        yield ""

    def _head(self, patient: ScreenedPatient) -> str:
        chart = patient.chart
        if chart is None:
            return patient.file
        parts = [chart.name or chart.id]
        if chart.birth is not None:
            born = birth_words(chart.birth, self.phrases)
            parts.append(self.phrases.say("report-born", date=born))
        marks = f" ({self.phrases.say(f'letter-mark-synthetic-{sex_of(chart)}')})" if chart.is_synthetic else ""
        return f"{', '.join(parts)}{marks}"

    def _file(self, screening: Screening, compiled: CompiledRuleFile, longest: int) -> Iterator[str]:
        """Yield one line: the conclusion, then of what stands in the way and of the title what fits.

        What is on record and usually excludes stands on a line of its own below.

        Only a conclusion too long for the line goes on below it: nothing of it is cut off.
        """
        best = screening.best
        scope = compiled.scopes[best.id]
        _, sign = headline_tone(screening)
        mark = f"  {sign} {screening.rule_file.id:<{longest}} "
        room = self.width - columns_of(mark) - 1
        line = headline_line(screening, scope, self.phrases)
        title = in_language(screening.rule_file.title, self.phrases.language)
        is_reason = bool(best.headline.fails) or best.headline.holds_too_little
        for way in shortly_in_the_way(best, screening.rule_file, scope, self.phrases):
            kept = 0 if is_reason else min(columns_of(title), _TITLE)  # the first reason may take the title's place
            if columns_of(line) + columns_of(way) + len("; ") > room - kept:
                break
            line, is_reason = f"{line}; {way}", False
        yield from _hung(mark, _with_title(line, title, room), self.width)
        usual = usual_line(usual_facts(screening, scope, self.phrases), self.phrases)
        yield from _hung(" " * columns_of(mark), usual, self.width) if usual else ()

    def _details(self, screening: Screening, compiled: CompiledRuleFile) -> Iterator[str]:
        """Yield a file with its title, what stands in the way and every criterion with its evidence."""
        best, rule_file = screening.best, screening.rule_file
        scope = compiled.scopes[best.id]
        _, sign = headline_tone(screening)
        title = in_language(rule_file.title, self.phrases.language)
        yield from _hung(f"  {sign}", headline_line(screening, scope, self.phrases), self.width)
        below = (
            usual_line(usual_facts(screening, scope, self.phrases), self.phrases),
            f"{title} [{rule_file.id} {rule_file.version}]",
            cohorts_line(screening, self.phrases),
            "; ".join(in_the_way(best, rule_file, scope, self.phrases)),
            age_of_status(screening.recruitment, screening.rule_file.scope, self.phrases),
        )
        for text in below:
            yield from _hung("     ", text, self.width) if text else ()
        for row in CriterionRows(compiled, self.phrases).of(screening):
            yield from self._criterion(row)

    def _criterion(self, row: CriterionRow) -> Iterator[str]:
        yield from _hung(f"      {row.sign}", f"{row.below}: {row.text}: {row.verdict}", self.width)
        for text in (*row.evidence, row.ending):
            yield from _hung("         ", text, self.width) if text else ()


def _hung(mark: str, text: str, width: int) -> Iterator[str]:
    """Yield text behind a mark, lines below set in; a date stays on one line."""
    glued = _DATE.sub(lambda date: date.group().replace(" ", "\u00a0"), text)
    yield from (line.replace("\u00a0", " ") for line in hung(mark, glued, width))


def _with_title(line: str, title: str, room: int) -> str:
    """Return a line with as much of the title behind it as fits, cut at a word with a mark."""
    left = room - columns_of(line) - len(_BETWEEN)
    if columns_of(title) <= left:
        return f"{line}{_BETWEEN}{title}"
    return f"{line}{_BETWEEN}{wrapped(title, left - 2)[0]} …" if left >= _LEAST else line
