"""What if, on the command line: texts as they are typed in the form, supposed of a patient file; nothing is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from core.catalogue.catalogue import Catalogue
from core.chart.sections import Section, Shape, every_section, is_section, section_of
from core.chart.sections.section import Cell
from core.entry.charting import chart_of
from core.entry.desk.fields import Field, text_of
from core.entry.desk.reading import BIRTHS, Reader
from core.entry.desk.showing import offered_texts, problem_words, say
from core.entry.patient_file import statements_of
from core.entry.statement import Statement
from core.entry.typed import Phrase, Refused, Typed, Typing, Understood
from core.entry.typed.cells import row_cells
from core.language.languages import in_language
from core.language.phrases import Phrases
from core.regular_files import read_named
from core.rule_files.compiling import CompiledRuleFile
from core.screening.flips import Flip, flips
from core.screening.screening import Screening, screen_all
from core.source_text.reading import read_text
from core.source_text.tree import Mapping
from core.use_cases.screen_patients import ScreenedPatient
from core.values.partial_date import parse_partial_date


@dataclass(frozen=True, slots=True)
class SupposedText:
    """One text as it was typed: of what, what it says in words, what speaks against it, what it could be instead.

    ``is_understood`` False: it is supposed of nobody.
    """

    written: str
    name: str
    said: str = ""
    warning: str = ""
    offers: tuple[str, ...] = ()
    is_understood: bool = True


@dataclass(frozen=True, slots=True)
class Supposition:
    """What was supposed of one patient, and the files that would conclude otherwise."""

    file: str
    texts: tuple[SupposedText, ...]
    flips: tuple[Flip, ...]

    @property
    def is_understood(self) -> bool:
        """True if every text was understood: else nothing is supposed at all."""
        return all(each.is_understood for each in self.texts)


def suppose_typed(
    patient: ScreenedPatient,
    texts: Sequence[str],
    rules: Sequence[CompiledRuleFile],
    catalogue: Catalogue,
    phrases: Phrases,
) -> Supposition | None:
    """Judge a copy of a patient with what is supposed; None for a patient that could not be read.

    A text is ``NAME = TEXT``: NAME a finding, a fact of the person, or a drug that ended; TEXT as in the form
    (``9 g/dL``, ``positive @ 2026-05-01``). A value without a day is of the day of evaluation.
    """
    if patient.chart is None:
        return None
    tree, _ = read_text(read_named(Path(patient.file)), patient.file)
    stated = list(statements_of(tree)) if isinstance(tree, Mapping) else []
    on = patient.evaluation_on
    typing = Typing(phrases.language, on, patient.chart.birth, on.isoformat())
    told: list[SupposedText] = []
    for written in texts:
        text, stated = _supposed(written, stated, Reader(catalogue, typing, told=tuple(stated)), phrases)
        told.append(text)
    found = Supposition(patient.file, tuple(told), ())
    if not found.is_understood:
        return found
    chart = chart_of(patient.chart.id, list(enumerate(stated)), catalogue).chart
    after = {each.rule_file.id: each for each in screen_all(rules, chart, on)}
    ordered = [after[each.rule_file.id] for each in patient.screenings]
    return replace(found, flips=flips(patient.screenings, ordered))


def moved_by(flip: Flip) -> tuple[str, ...]:
    """Return the criteria of a flip, by id, that are judged otherwise in what is supposed."""
    was = dict(_verdicts(flip.was))
    return tuple(dict.fromkeys(key[1] for key, verdict in _verdicts(flip.now) if was.get(key) is not verdict))


def _verdicts(screening: Screening) -> Iterator[tuple[tuple[str, str, str], object]]:
    for part in screening.cohorts or (screening.best,):
        for each in part.judgements:
            yield (part.id, each.criterion.id, each.point), each.verdict


def _supposed(
    written: str, stated: list[Statement], reader: Reader, phrases: Phrases
) -> tuple[SupposedText, list[Statement]]:
    """Return what became of a text, and the statements with it."""
    name, _, text = (part.strip() for part in written.partition("="))
    catalogue = reader.catalogue
    id_ = catalogue.id_called(name) or name
    if id_ in catalogue.drugs:
        return _ended(SupposedText(written, _label(id_, reader)), id_, text, stated, reader, phrases)
    is_person = is_section(id_) and section_of(id_).is_typed_as is not None
    if not text or not (is_person or catalogue.concept(id_) is not None):
        refused = Refused(Phrase("suppose-no-name", {"text": written}))
        return _told(SupposedText(written, name), refused, phrases), stated
    where = Field(id_)
    of_one = is_person or (is_section(id_) and section_of(id_).shape is Shape.ONE)
    typed = reader.read(where, text)
    told = _told(SupposedText(written, _label(id_, reader)), typed, phrases)
    statement = reader.statement(where, typed)
    if statement is None:
        return told, stated
    gone = [each for each in stated if _is_replaced(each, statement, is_one=of_one)]
    kept = [each for each in stated if each not in gone]
    return replace(told, said=reader.said(where, statement)), [*kept, statement]


def _is_replaced(old: Statement, new: Statement, *, is_one: bool) -> bool:
    """True for what a statement corrects: the same fact of the person, a birth told otherwise, a value of its day."""
    if new.section in BIRTHS:
        return old.section in BIRTHS
    if old.section != new.section:
        return False
    return is_one or _day(old) == _day(new)


def _day(statement: Statement) -> object:
    content = statement.plain
    written = content.get("date") if isinstance(content, dict) else None
    return parse_partial_date(written) if isinstance(written, str) else None


def _ended(
    told: SupposedText, drug: str, text: str, stated: list[Statement], reader: Reader, phrases: Phrases
) -> tuple[SupposedText, list[Statement]]:
    """Suppose that the last course of a drug ended on a day."""
    courses = [each for each in stated if _names(each, drug)]
    if not courses or not text:
        refused = Refused(Phrase("suppose-no-course", {"text": told.written}))
        return _told(told, refused, phrases), stated
    course = courses[-1]
    section = section_of(course.section)
    end = next(column.name for column in section.columns if column.cell is Cell.END)
    cells = row_cells(section.id, course.plain, reader.catalogue, reader.typing.language)
    typed = replace(reader, stands=course).read(Field(section.id, "", "0"), text_of({**cells, end: text}))
    told = _told(told, typed, phrases)
    statement = reader.statement(Field(section.id), typed)
    if statement is None:
        return told, stated
    said = reader.said(Field(section.id), statement)
    return replace(told, said=said), [statement if each is course else each for each in stated]


def _names(statement: Statement, drug: str) -> bool:
    """True for a row of a list with an end that names the drug."""
    section = _with_an_end(statement.section)
    content = statement.plain
    naming = None if section is None else section.naming
    return naming is not None and isinstance(content, dict) and content.get(naming.written) == drug


def _with_an_end(name: str) -> Section | None:
    found = (each for each in every_section() if each.id == name and each.holds_drugs and each.is_row)
    return next((each for each in found if any(column.cell is Cell.END for column in each.columns)), None)


def _label(id_: str, reader: Reader) -> str:
    catalogue = reader.catalogue
    known = catalogue.concept(id_) or catalogue.drugs.get(id_) or catalogue.by_role.get(id_)
    return id_ if known is None else in_language(known.label, reader.typing.language)


def _told(text: SupposedText, typed: Typed, phrases: Phrases) -> SupposedText:
    """Return a text with what is to be said of it."""
    is_understood = isinstance(typed, Understood)
    warning = problem_words(typed, phrases)
    if not is_understood and not warning:
        warning = say(Phrase("suppose-no-name", {"text": text.written}), phrases)
    offers = tuple(each.text for each in offered_texts(typed))
    return replace(text, warning=warning, offers=offers, is_understood=is_understood)


def refusals(found: Iterable[Supposition]) -> Iterator[SupposedText]:
    """Yield every text that was not understood, each once."""
    seen: set[str] = set()
    for supposition in found:
        for text in supposition.texts:
            if not text.is_understood and text.written not in seen:
                seen.add(text.written)
                yield text
