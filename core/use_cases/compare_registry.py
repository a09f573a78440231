"""Look at the state of a registry of trials: which fit coarsely, which have a rule file, what changed since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.errors import WorldError
from core.regular_files import read_named
from core.rule_files.compiling import CompiledRuleFile
from core.trials.comparing import TrialChanges, by_trial, changes
from core.trials.listing import HeldFile, KnownTrials, Listed, known_for, listing
from core.trials.person import person_of
from core.trials.places import NamedPlace
from core.trials.reading import MOST_BYTES, Read, read_registry
from core.trials.trial import Place, State
from core.use_cases.keep_registry import Kept, KeptRegistry
from core.use_cases.papers import PaperJob


def read_contents(paths: Sequence[Path]) -> tuple[tuple[str, bytes], ...]:
    """Return the files of one state; WorldError where one cannot be read, or all together are too large."""
    contents: list[tuple[str, bytes]] = []
    left = MOST_BYTES
    for path in paths:
        try:
            contents.append((path.name, read_named(path, left)))
        except OSError as error:
            raise WorldError("error-file-unreadable", name=path.name) from error
        left -= len(contents[-1][1])
    return tuple(contents)


def read_state(paths: Sequence[Path]) -> Read:
    """Read the files of one state of the registry; WorldError where one cannot be read or is none of the kinds."""
    return read_registry(read_contents(paths))


def held_files(files: Iterable[CompiledRuleFile]) -> Mapping[str, HeldFile]:
    """Return the rule files by the number of their trial in capitals: the one they name, else what they are called."""
    found: dict[str, HeldFile] = {}
    for each in files:
        rule_file = each.checked.rule_file
        held = HeldFile(rule_file.id, rule_file.version, rule_file.recruitment.get("seen", ""), rule_file.short_title)
        found.setdefault((rule_file.registry.get("nct") or rule_file.id).upper(), held)
    return found


def listed(state: State, files: Iterable[CompiledRuleFile], home: Place | None = None) -> tuple[Listed, ...]:
    """Return every trial of a state, the nearest first, then by number."""
    return listing(state, held_files(files), home)


@dataclass(frozen=True)
class Overview:
    """The newest state as a list, and what changed since the one before it (or another that was chosen)."""

    kept: Kept
    listed: tuple[Listed, ...] = ()
    changed: tuple[TrialChanges, ...] = ()
    since: str = ""


def overview(
    kept: Kept, files: Iterable[CompiledRuleFile], home: NamedPlace | None = None, since: str = ""
) -> Overview:
    """Return what the newest state holds; ``since`` is the day of the state it is compared with, "" the one before."""
    newest = kept.newest
    if newest is None:
        return Overview(kept)
    older = next((each for each in kept.states[:-1] if each.day == since), kept.before)
    changed = () if older is None else by_trial(changes(older.read.state, newest.read.state))
    found = listing(newest.read.state, held_files(files), None if home is None else home.place, changed)
    return Overview(kept, found, changed, "" if older is None else older.day)


def known_trials(
    kept: Kept,
    files: Iterable[CompiledRuleFile],
    chart: Chart,
    on: date,
    catalogue: Catalogue,
    home: NamedPlace | None = None,
) -> KnownTrials | None:
    """Return what the report of a patient says of trials without a rule file.

    None where no state is kept, or no disease is on record that trials are looked for by.
    """
    newest, person = kept.newest, person_of(chart, on, catalogue)
    if newest is None or not person.diseases:
        return None
    try:
        state = newest.read.state
    except WorldError:  # somebody took the file away this moment: the report of a patient does not wait for it
        return None
    whole = listing(state, held_files(files), None if home is None else home.place)
    found, more = known_for(whole, person)
    name = "" if home is None else home.name or home.text
    return KnownTrials(newest.day, newest.imported_on, found, more, name)


def with_known_trials(
    job: PaperJob, registry: KeptRegistry, files: Iterable[CompiledRuleFile], home: NamedPlace | None
) -> PaperJob:
    """Return the job of a paper with the trials that a report ends with; any other paper as it is."""
    if job.judged is None or not job.kind.tells_known_trials:
        return job
    screening, _ = job.judged
    known = known_trials(registry.kept(), files, screening.chart, screening.evaluation_on, job.catalogue, home)
    return replace(job, known=known)
