"""A survey: many patients by many files, each screening boiled down to what a table of a clinic asks.

The page and the command call it the cohort; here a cohort is a part of a rule file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from core.rule_files.compiling import CompiledRuleFile
from core.screening.asking import Item, gaps_of
from core.screening.conclusions import Word
from core.screening.judgements import Judgement
from core.screening.ranking import LISTED
from core.screening.screening import Screening

Key = tuple[str, str]
"""A criterion of a file: its cohort ("" for the common ones) and its id."""


@dataclass(frozen=True, slots=True)
class Found:
    """What one file says of one patient, at the point of its headline.

    ``takes_patients`` is False where the file's state or registry says so. ``open`` are criteria that somebody at the
    patient's side can settle, ``deferred`` those that only the site or the source can; ``items`` are what is missing.
    """

    word: Word
    takes_patients: bool
    not_before: date | None = None
    cohort: str = ""
    fails: frozenset[Key] = frozenset()
    open: frozenset[Key] = frozenset()
    deferred: frozenset[Key] = frozenset()
    items: frozenset[Item] = frozenset()

    @property
    def is_open_door(self) -> bool:
        """True if the patient has a disease of the file, and the file takes patients."""
        return self.takes_patients and self.word is not Word.OTHER_DISEASE

    @property
    def is_one_item_away(self) -> bool:
        """True if the file takes patients, nothing stands against this one, and one single answer is missing."""
        return self.takes_patients and self.word is Word.UNDECIDED and not self.fails and len(self.items) == 1


def found_of(screening: Screening) -> Found:
    """Boil a screening down; nothing is judged anew."""
    best = screening.best
    headline = best.headline
    return Found(
        headline.word,
        screening.takes_patients,
        headline.not_before,
        best.id,
        _keys(headline.fails),
        _keys(headline.open),
        _keys(headline.deferred),
        frozenset() if screening.is_other_disease else gaps_of(screening),
    )


def _keys(judgements: Iterable[Judgement]) -> frozenset[Key]:
    return frozenset((each.cohort, each.criterion.id) for each in judgements)


class StepKind(Enum):
    """What patients are lost at."""

    DISEASE = "disease"
    COHORT = "cohort"
    CRITERION = "criterion"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a file, in its order: how many of those who came to it fail, how many are not known, who is left.

    Whoever is not known is left: missing is not failing. ``key`` is the criterion, of a step that is one.
    """

    kind: StepKind
    fails: int
    open: int
    deferred: int
    left: int
    key: Key | None = None


@dataclass(frozen=True, slots=True)
class Attrition:
    """Who is lost where. ``pass_all`` of those left have nothing open, ``lack`` an answer, ``wait_for_site`` others."""

    everybody: int
    steps: tuple[Step, ...]
    pass_all: int
    lack: int
    wait_for_site: int

    @property
    def left(self) -> int:
        """How many fail nothing."""
        return self.steps[-1].left if self.steps else self.everybody


def attrition(compiled: CompiledRuleFile, patients: Sequence[Found]) -> Attrition:
    """Return where patients are lost, criterion by criterion; each is lost once, at the first step that fails.

    In a file with cohorts each patient goes through the common criteria and those of the cohort that speaks for it.
    """
    left = [each for each in patients if each.word is not Word.OTHER_DISEASE]
    steps = [Step(StepKind.DISEASE, len(patients) - len(left), 0, 0, len(left))]
    if compiled.checked.rule_file.cohorts:
        members = [each for each in left if each.word is not Word.NOT_THIS_COHORT]
        steps.append(Step(StepKind.COHORT, len(left) - len(members), 0, 0, len(members)))
        left = members
    for key in compiled.criteria:
        stay = [each for each in left if key not in each.fails]
        is_open, deferred = sum(key in each.open for each in stay), sum(key in each.deferred for each in stay)
        steps.append(Step(StepKind.CRITERION, len(left) - len(stay), is_open, deferred, len(stay), key))
        left = stay
    lack = sum(bool(each.open) for each in left)
    waits = sum(not each.open and bool(each.deferred) for each in left)
    return Attrition(len(patients), tuple(steps), len(left) - lack - waits, lack, waits)


@dataclass(frozen=True, slots=True)
class Awaited:
    """One answer that alone would settle files of patients: the places of the patients, and the ids of the files."""

    item: Item
    patients: tuple[int, ...]
    files: tuple[str, ...]


def awaited(files: Sequence[str], rows: Sequence[Sequence[Found]]) -> tuple[Awaited, ...]:
    """Return what one more answer would bring, what settles most patients first.

    ``rows`` are patients, each with what every file of ``files`` says, in their order.
    """
    seen: dict[Item, tuple[dict[int, None], dict[str, None]]] = {}
    for at, row in enumerate(rows):
        for file, found in zip(files, row, strict=True):
            if found.is_one_item_away:
                patients, of = seen.setdefault(next(iter(found.items)), ({}, {}))
                patients[at] = of[file] = None
    told = (Awaited(item, tuple(patients), tuple(of)) for item, (patients, of) in seen.items())
    return tuple(sorted(told, key=lambda each: (-len(each.patients), each.item[0], each.item[1].value)))


def counted(founds: Iterable[Found]) -> Iterator[tuple[Word, int]]:
    """Count patients by the word of a file that takes patients, in the order of the list, but other diseases."""
    words = Counter(each.word for each in founds if each.takes_patients)
    for word in LISTED:
        if word is not Word.OTHER_DISEASE and words[word]:
            yield word, words[word]
