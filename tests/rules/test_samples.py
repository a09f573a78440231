"""The sample patients read without a word, show every conclusion, and are concluded as the golden table says.

After a wanted change: ``python -m tests.rules.test_samples`` writes the table anew; read the difference.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from core.catalogue.reading import load_catalogue
from core.discovery import resource_path, yaml_files
from core.screening.conclusions import Conclusion, Word
from core.screening.screening import CohortScreening, Screening
from core.use_cases.load_rules import load_rules, rule_paths, shipped_places
from core.use_cases.screen_patients import ScreenedPatient, screen_patients

SAMPLES = yaml_files(resource_path("samples"))
ON = date(2026, 11, 22)
GOLDEN = Path(__file__).parent.parent / "golden" / "sample_conclusions.txt"
HEADLINE = ("consent", "screening")


@cache
def screened() -> tuple[ScreenedPatient, ...]:
    """Screen every sample by every shipped file, once."""
    catalogue = load_catalogue()
    return screen_patients(SAMPLES, load_rules(rule_paths(shipped_places()), catalogue).files, catalogue, ON)


def parts(screening: Screening) -> tuple[CohortScreening, ...]:
    return screening.cohorts or (screening.best,)


def conclusions() -> Iterator[tuple[Screening, Conclusion]]:
    """Return every conclusion of every sample, those of cohorts and of points among them."""
    for patient in screened():
        for screening in patient.screenings:
            for part in parts(screening):
                yield screening, part.headline
                yield from ((screening, conclusion) for conclusion in part.points.values())


def in_words(conclusion: Conclusion) -> str:
    day = "" if conclusion.not_before is None else f", not before {conclusion.not_before}"
    later = " (later)" if conclusion.is_later else ""
    return f"{conclusion.word.value}{day}{later}"


def lines_of(screening: Screening) -> Iterator[str]:
    """Return a line for the file, and one for each cohort and each later point that says something else."""
    name = screening.rule_file.id
    yield f"  {name}: {in_words(screening.conclusion)}"
    for part in parts(screening):
        if part.id:
            yield f"    {part.id}: {in_words(part.headline)}"
        later = {point: said for point, said in part.points.items() if point not in HEADLINE}
        differing = {point: said for point, said in later.items() if in_words(said) != in_words(part.headline)}
        yield from (f"    {part.id or 'all'} at {point}: {in_words(said)}" for point, said in differing.items())


def table() -> str:
    """Return sample by sample what every file concludes, files in the order of their ids."""
    lines = [f"Judged on {ON}"]
    for patient in screened():
        lines += ["", Path(patient.file).stem]
        others = sorted(each.rule_file.id for each in patient.screenings if each.is_other_disease)
        for screening in sorted(patient.shown, key=lambda each: each.rule_file.id):
            lines += lines_of(screening)
        lines += [f"  other disease: {', '.join(others)}"] if others else []
    return "\n".join(lines) + "\n"


def test_there_are_enough() -> None:
    """Adults and children of four diseases, an overlap patient, and one of whom next to nothing is known."""
    assert len(SAMPLES) >= 10


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_reads_without_a_word(path: Path) -> None:
    """No error and no warning; marked as synthetic in the data and in the name."""
    patient = next(each for each in screened() if each.file == str(path))
    assert [f"{each.span.line}:{each.span.column} {each.message}" for each in patient.problems] == []
    assert patient.chart is not None
    assert patient.chart.is_synthetic
    assert patient.chart.id == f"sample-{path.stem[:2]}"
    assert patient.chart.name == f"Sample patient {path.stem[:2]}"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_nothing_of_a_sample_lies_after_the_day_it_is_judged_on(path: Path) -> None:
    """A sample is complete on its day, so no paper of it speaks of later entries."""
    patient = next(each for each in screened() if each.file == str(path))
    assert patient.chart is not None
    assert patient.chart.later_than(ON) == 0


def test_every_conclusion_is_shown() -> None:
    """The samples together show every word a conclusion can be."""
    assert {conclusion.word for _, conclusion in conclusions()} == set(Word)


def test_eligible_only_by_a_fictional_file() -> None:
    """No real trial is published fully enough to call anybody eligible."""
    found = {screening.rule_file.is_fictional for screening, each in conclusions() if each.word is Word.ELIGIBLE}
    assert found == {True}


def test_the_conclusions_are_what_they_were() -> None:
    assert table() == GOLDEN.read_text(encoding="utf-8")


if __name__ == "__main__":
    GOLDEN.write_text(table(), encoding="utf-8")
