"""Weigh an update: what it changes in a file, and what it does to patients, before anything is stored."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from core import clock
from core.catalogue.catalogue import Catalogue
from core.chart.birth import AgeOn
from core.chart.chart import Chart
from core.errors import WorldError
from core.progress import Report, told, unwatched
from core.regular_files import read_named
from core.rule_files.comparison.comparing import Comparison, Written, compare
from core.rule_files.compiling import CompiledRuleFile
from core.screening.impact import Impact, PatientImpact
from core.store.records import PatientLine, Records, ScreeningLine
from core.use_cases.keep_library import LibraryFile, TakenIn
from core.use_cases.read_patients import read_to_judge
from core.use_cases.work_on_patient import Setting, desk_of


@dataclass(frozen=True, slots=True)
class Candidate:
    """A patient to be judged by both versions, on a day. ``birth`` is as a patient file writes it."""

    id: str
    name: str
    birth: str
    age: AgeOn | None
    chart: Chart
    on: date
    printed: tuple[ScreeningLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A patient who moves or would be asked something new. ``printed`` is the last report by the file, if any."""

    patient: Candidate
    impact: PatientImpact
    printed: ScreeningLine | None = None


@dataclass(frozen=True)
class Weighed:
    """What an update does to patients. Those who are neither moved nor of another disease stay."""

    new: CompiledRuleFile
    old: CompiledRuleFile | None
    moved: tuple[Found, ...] = ()
    asked: tuple[Found, ...] = ()
    count: int = 0
    others: int = 0
    unread: tuple[str, ...] = ()
    is_needless: bool = False  # nothing that is judged differs, so nobody was judged

    @property
    def stay(self) -> int:
        """How many keep their conclusion."""
        return self.count - len(self.moved) - len(self.unread)

    @property
    def with_disease(self) -> int:
        """How many have a disease of the file."""
        return self.count - self.others - len(self.unread)

    @property
    def staying(self) -> int:
        """How many with a disease of the file keep their conclusion."""
        return self.stay - self.others


Ready = Callable[[], Candidate]
"""Reads one patient; WorldError where that cannot be done."""


def comparison_of(old: LibraryFile | None, new: LibraryFile) -> Comparison | None:
    """Return what differs between two files of a library; None where one of them is not there or has errors."""
    was, now = (None if each is None else written_of(each) for each in (old, new))
    return None if was is None or now is None else compare(was, now)


def written_of(file: LibraryFile) -> Written | None:
    """Return a file as it is compared, None where it has errors."""
    return None if file.compiled is None else Written(file.compiled.checked, file.text.encode())


def weigh_taken(taken: TakenIn, patients: Collection[tuple[str, Ready]], report: Report = unwatched) -> Weighed | None:
    """Return what a file would do to patients if it were accepted; None for one with errors."""
    old, new = taken.replaces, taken.file.compiled
    if new is None:
        return None
    return weigh(None if old is None else old.compiled, new, comparison_of(old, taken.file), patients, report)


def weigh(
    old: CompiledRuleFile | None,
    new: CompiledRuleFile,
    comparison: Comparison | None,
    patients: Collection[tuple[str, Ready]],
    report: Report = unwatched,
) -> Weighed:
    """Judge each patient by both versions; ``patients`` are read one after the other, by their names."""
    if comparison is not None and not comparison.can_move_patients:
        return Weighed(new, old, count=len(patients), is_needless=True)
    impact = Impact(old, new, comparison)
    moved: list[Found] = []
    asked: list[Found] = []
    unread: list[str] = []
    others = 0
    for name, read in told(patients, report):
        try:
            patient = read()
        except WorldError:
            unread.append(name)
            continue
        found = impact.of(patient.chart, patient.on)
        others += found.is_other_disease
        if found.is_moved or found.asked:
            printed = (each for each in patient.printed if each.rule_id == new.checked.rule_file.id)
            entry = Found(patient, found, max(printed, key=_at, default=None))
            moved += [entry] if found.is_moved else []
            asked += [entry] if found.asked else []
    return Weighed(new, old, tuple(moved), tuple(asked), len(patients), others, tuple(unread))


def _at(line: ScreeningLine) -> str:
    return line.at.isoformat()


def stored_patients(records: Records, catalogue: Catalogue, language: str, on: date) -> tuple[tuple[str, Ready], ...]:
    """Return every patient on record, ready to be read; one with a day of its own is judged on it."""
    return tuple((each.name, stored_patient(records, each, catalogue, language, on)) for each in records.patients())


def stored_patient(records: Records, line: PatientLine, catalogue: Catalogue, language: str, on: date) -> Ready:
    """Return a patient on record, ready to be read."""
    setting = Setting(catalogue, language, "", on, on.isoformat(), clock.now_utc)

    def read() -> Candidate:
        desk = desk_of(records, line.id, setting)
        printed = records.screenings(line.id)
        return Candidate(line.id, line.name, line.birth, line.age, desk.charting.chart, desk.evaluation_on, printed)

    return read


def patients_of_files(
    paths: Iterable[Path], catalogue: Catalogue, on: date | None, today: date
) -> Iterator[tuple[str, Ready]]:
    """Yield the patients of files, ready to be read."""

    def ready(path: Path) -> Ready:
        def read() -> Candidate:
            try:
                content = read_named(path)
            except OSError as error:
                raise WorldError("error-file-unreadable", name=path.name) from error
            found = read_to_judge(content, str(path), catalogue, on, today)
            if found.chart is None:
                raise WorldError("error-file-unreadable", name=path.name)
            birth = "" if found.chart.birth is None else found.chart.birth.text
            return Candidate(found.chart.id, found.chart.name or found.chart.id, birth, None, found.chart, found.on)

        return read

    return ((str(path), ready(path)) for path in paths)
