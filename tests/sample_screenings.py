"""The sample patients by every rule file that ships, on the day the samples are made for; found out once a run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

from core.assurance.examples import ExampleRun, run_examples
from core.catalogue.catalogue import Catalogue
from core.catalogue.reading import load_catalogue
from core.discovery import resource_path, yaml_files
from core.rule_files.checking import check_rule_file
from core.rule_files.compiling import CompiledRuleFile, compile_rule_file
from core.screening.screening import Screening
from core.use_cases.load_rules import LoadedRules, load_rules, rule_paths, shipped_places
from core.use_cases.screen_patients import ScreenedPatient, screen_patients
from tests.drawn import IS_WHOLE

ON = date(2026, 11, 22)


@cache
def catalogue() -> Catalogue:
    """Return the catalogue."""
    return load_catalogue()


@cache
def rules() -> LoadedRules:
    """Return the protocols and programmes that ship."""
    return load_rules(rule_paths(shipped_places()), catalogue())


@cache
def patients() -> tuple[ScreenedPatient, ...]:
    """Return every sample patient, screened by every file."""
    return screen_patients(sample_paths(), rules().files, catalogue(), ON)


def sample_paths() -> tuple[Path, ...]:
    """Return the files of the sample patients."""
    return tuple(yaml_files(resource_path("samples")))


def pairs(*, other_diseases: bool = False) -> Iterator[tuple[Screening, CompiledRuleFile]]:
    """Yield every screening with its file; those of other diseases on request."""
    for patient in patients():
        for screening in patient.screenings if other_diseases else patient.shown:
            yield screening, compiled(screening.rule_file.id)


def drawn_pairs(*, other_diseases: bool = False) -> Iterator[tuple[Screening, CompiledRuleFile]]:
    """Yield a draw of the screenings with their files, every sample and every file at least once.

    The same in every run; with ``KRITERION_WHOLE`` it is all of them.
    """
    every = list(pairs(other_diseases=other_diseases))
    order = list(range(len(every)))
    Random("samples by files").shuffle(order)
    seen: set[str] = set()
    kept: set[int] = set()
    for at in order:
        screening = every[at][0]
        names = {screening.chart.id, screening.rule_file.id}
        if IS_WHOLE or not names <= seen:
            kept.add(at)
            seen |= names
    yield from (every[at] for at in sorted(kept))


@cache
def examples(rule_id: str) -> tuple[ExampleRun, ...]:
    """Return the worked examples of a file, run; files that are loaded to be judged have none."""
    file = compiled(rule_id).checked.rule_file.file
    check = check_rule_file(Path(file).read_bytes(), file, catalogue())
    assert check.checked is not None
    assert check.checked.rule_file.examples
    return run_examples(compile_rule_file(check.checked), catalogue())


def compiled(rule_id: str) -> CompiledRuleFile:
    """Return a file by its id."""
    found = rules().by_id(rule_id)
    assert found is not None
    return found


def screening_of(sample: str, rule_id: str) -> tuple[Screening, CompiledRuleFile]:
    """Return the screening of one sample patient (``sample-03``) by one file."""
    for screening, file in pairs(other_diseases=True):
        if (screening.chart.id, screening.rule_file.id) == (sample, rule_id):
            return screening, file
    raise AssertionError((sample, rule_id))
