"""A registry export: what leaves is looked at first, then written; the record keeps the keys and that it left.

The preview and the files are one object. Keys of patients who had none are made for the preview and recorded before
anything is written, so that nothing leaves under a pseudonym that nobody could trace back.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import cast

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.chart.sections.pseudonym import PSEUDONYM
from core.entry.statement import Statement
from core.errors import WorldError
from core.exchange.registry_csv import dictionary_table, rows_table
from core.exchange.registry_fhir import registry_bundle
from core.follow_up.schedule import Schedule
from core.language.phrases import Phrases
from core.progress import Report, told, unwatched
from core.registry import Dataset, Pseudonym, SmallCell, Source, Time, build, new_pseudonym, small_cells
from core.store.records import Recorded, Records
from core.use_cases.follow_patient import follow_patient
from core.use_cases.plan_follow_up import Compiled
from core.use_cases.work_on_patient import Setting, desk_of
from core.writing import make_folder, write_atomically

_INFUSED = "infusion"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to leave: how days are told, and whether the invented patients instead of the real ones."""

    time: Time
    are_synthetic: bool = False


@dataclass(frozen=True)
class Person:
    """A patient who was infused, as on record on a day."""

    id: str
    chart: Chart
    on: date


@dataclass(frozen=True)
class Export:
    """All that leaves. ``made`` are keys that are not in the record yet; ``unread`` counts records that do not open."""

    data: Dataset
    people: tuple[str, ...]
    made: Mapping[str, Pseudonym]
    unread: int = 0

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """The files by the end of their names."""
        return {
            "data.csv": rows_table(self.data).encode(),
            "dictionary.csv": dictionary_table(self.data).encode(),
            "fhir.json": registry_bundle(self.data),
        }

    @cached_property
    def small(self) -> tuple[SmallCell, ...]:
        """The groups that are so small that somebody could be recognised."""
        return small_cells(self.data)

    @property
    def sha256(self) -> str:
        """The hash of all files, each behind its name."""
        whole = hashlib.sha256()
        for name, content in self.files.items():
            whole.update(name.encode() + b"\n" + content)
        return whole.hexdigest()


@dataclass(frozen=True)
class Maker:
    """What exports are made with."""

    catalogue: Catalogue
    schedules: Sequence[Schedule]
    phrases: Phrases

    @cached_property
    def diseases(self) -> frozenset[str]:
        """The diagnoses that are told: those that a schedule of follow-up is for."""
        named = (disease for each in self.schedules for disease in each.diseases)
        return frozenset[str]().union(*(self.catalogue.concepts_of(each) for each in named))

    def make(
        self,
        people: Sequence[Person],
        keys: Mapping[str, Pseudonym],
        wish: Wish,
        unread: int = 0,
        report: Report = unwatched,
    ) -> Export:
        """Return what would leave of these people. WorldError where nobody of them was infused."""
        taken = {each.code for each in keys.values()}
        compiled: Compiled = {}
        sources: dict[str, Source] = {}
        made: dict[str, Pseudonym] = {}
        for each in told(people, report):
            if each.chart.is_synthetic != wish.are_synthetic:
                continue
            following = follow_patient(each.chart, self.schedules, self.catalogue, each.on, compiled=compiled)
            if following is None:
                continue
            key = keys.get(each.id)
            if key is None:
                key = made[each.id] = new_pseudonym(taken)
                taken.add(key.code)
            sources[each.id] = Source(each.chart, following, key)
        if not sources:
            has_invented = not wish.are_synthetic and any(each.chart.is_synthetic for each in people)
            raise WorldError("registry-nobody-real" if has_invented else "registry-nobody")
        data = build(sources.values(), self.catalogue, self.diseases, wish.time, self.phrases)
        return Export(data, tuple(sources), made, unread)


def preview(records: Records, maker: Maker, setting: Setting, wish: Wish, report: Report = unwatched) -> Export:
    """Return what would leave of everybody on record who was infused; nothing is recorded or written."""
    people: list[Person] = []
    keys: dict[str, Pseudonym] = {}
    unread = 0
    for patient_id in told(sorted(records.with_section(_INFUSED)), report):
        try:
            desk = desk_of(records, patient_id, setting)
            key = kept_key(records.statements(patient_id))
        except WorldError:
            unread += 1
            continue
        people.append(Person(patient_id, desk.recorded.chart, desk.evaluation_on))
        if key is not None:
            keys[patient_id] = key
    return maker.make(people, keys, wish, unread, report)


def kept_key(statements: Iterable[Recorded]) -> Pseudonym | None:
    """Return the key on record, None where there is none."""
    found = [each.statement.plain for each in statements if each.statement.section == PSEUDONYM and not each.retraction]
    words = cast("dict[str, str]", found[-1]) if found and isinstance(found[-1], dict) else {}
    shift = words.get("shift", "")
    return Pseudonym(words["code"], int(shift)) if words.get("code") and shift.isdecimal() else None


def save(records: Records, export: Export, folder: Path, by: str, on: date) -> tuple[Path, ...]:
    """Record the keys, write the files, note that they left; return where they are."""
    for patient_id, key in export.made.items():
        records.record(patient_id, Statement.of(PSEUDONYM, {"code": key.code, "shift": str(key.shift)}), by).result()
    paths = write(export, folder, on)
    records.note_export(export.people, f"{len(export.people)}/{export.data.visits} {export.sha256}", by).result()
    return paths


def write(export: Export, folder: Path, on: date) -> tuple[Path, ...]:
    """Write the files into a folder; each whole or not at all."""
    make_folder(folder)
    paths = {folder / f"registry-{on.isoformat()}-{name}": content for name, content in export.files.items()}
    for path, content in paths.items():
        write_atomically(path, content)
    return tuple(paths)
