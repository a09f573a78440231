"""The log: who was screened when by which version and with which conclusion, what was printed, and every other act."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import cast

from core.criteria.printing.told import told
from core.entry.typed.searching import plain
from core.exchange.tables import table_text
from core.language.dates import format_date
from core.language.languages import in_language
from core.language.phrases import Phrases
from core.rule_files.compiling import CompiledRuleFile
from core.screening.conclusions import Word
from core.screening.judgements import Verdict
from core.store.records import ActLine, PatientLine, Records, ScreeningLine
from core.use_cases.papers import every_kind
from core.wording.conclusions import conclusion_alone

MOST = 2000
"""So many acts are looked at; older ones are asked for."""
_PARTS = " · "
_HASH_SHOWN = 12


class Kind(Enum):
    """What an act was about."""

    SCREENING = "screening"
    PAPER = "paper"
    EXPORT = "export"  # a data set for a registry
    RECORD = "record"  # a patient added, an entry taken back, somebody erased
    PROGRAM = "program"  # rule files, keys, packs, copies, what was noticed


_KINDS: Mapping[str, Kind] = {
    "screened": Kind.SCREENING,
    "paper": Kind.PAPER,
    "exported": Kind.EXPORT,
    "patient added": Kind.RECORD,
    "retracted": Kind.RECORD,
    "erased": Kind.RECORD,
}


@dataclass(frozen=True, slots=True)
class LogLine:
    """One act in words: ``what`` was done, ``detail`` what came of it; ``file`` and ``version`` of a screening."""

    at: datetime
    by: str
    kind: Kind
    patient: str
    number: str
    what: str
    file: str = ""
    version: str = ""
    detail: str = ""

    @property
    def spelled(self) -> str:
        """Everything a search looks at."""
        return plain(_PARTS.join((self.patient, self.number, self.what, self.file, self.version, self.detail, self.by)))


@dataclass(frozen=True, slots=True)
class Log:
    """The newest acts, the last one first; ``has_older``: there are more than were asked for."""

    lines: tuple[LogLine, ...]
    has_older: bool


def read_log(records: Records, files: Iterable[CompiledRuleFile], phrases: Phrases, most: int = MOST) -> Log:
    """Return the newest ``most`` acts in words; what was stated is told by the history of each field instead."""
    found = records.acts(most + 1)
    telling = _Telling(
        {each.checked.rule_file.id: each for each in files}, {each.id: each for each in records.patients()}, phrases
    )
    return Log(tuple(telling.line(each) for each in found[:most]), len(found) > most)


def narrowed(lines: Sequence[LogLine], search: str, kind: Kind | None) -> tuple[LogLine, ...]:
    """Return the lines of a kind (None: any) that hold every word of a search."""
    words = plain(search).split()
    of_kind = (line for line in lines if kind is None or line.kind is kind)
    return tuple(line for line in of_kind if all(word in line.spelled for word in words))


def log_table(lines: Iterable[LogLine], phrases: Phrases) -> str:
    """Return lines as a table for a spreadsheet; times as they are kept (UTC), no cell is a formula."""
    names = ("at", "by", "kind", "patient", "number", "what", "file", "version", "detail")
    head = tuple(phrases.say(f"log-{name}") for name in names)
    rows = (
        (
            line.at.isoformat(timespec="seconds"),
            line.by,
            phrases.say(f"log-kind-{line.kind.value}"),
            line.patient,
            line.number,
            line.what,
            line.file,
            line.version,
            line.detail,
        )
        for line in lines
    )
    return table_text(head, rows)


@dataclass(frozen=True, slots=True)
class _Telling:
    files: Mapping[str, CompiledRuleFile]
    patients: Mapping[str, PatientLine]
    phrases: Phrases

    def line(self, act: ActLine) -> LogLine:
        say, patient = self.phrases.say, self.patients.get(act.patient_id)
        name = "" if not act.patient_id else say("log-erased-patient") if patient is None else patient.name
        number = "" if patient is None else patient.number
        kind = _KINDS.get(act.act, Kind.PROGRAM)
        if kind is Kind.SCREENING:
            what = say("log-screened")
            file, version, detail = self._screened(act.screening)
            return LogLine(act.at, act.by, kind, name, number, what, file, version, detail)
        if kind is Kind.PAPER:
            paper = next((each for each in every_kind() if each.id == act.subject), None)
            return LogLine(act.at, act.by, kind, name, number, act.subject if paper is None else say(paper.phrase))
        if kind is Kind.EXPORT:
            return LogLine(act.at, act.by, kind, name, number, say("log-exported"), detail=self._exported(act.reason))
        known = f"log-act-{act.act.replace(' ', '-')}"
        what = say(known) if self.phrases.can_say(known) else act.act
        detail = say(act.reason) if self.phrases.can_say(act.reason) else act.reason
        return LogLine(act.at, act.by, kind, name, number, what, detail=detail)

    def _exported(self, reason: str) -> str:
        """Return how many patients and visits left, and the beginning of the hash of the files."""
        counts, _, sha256 = reason.partition(" ")
        patients, _, visits = counts.partition("/")
        if not (patients.isdecimal() and visits.isdecimal()):
            return reason
        say = self.phrases.say
        return say("log-export-counts", patients=int(patients), visits=int(visits), hash=sha256[:_HASH_SHOWN])

    def _screened(self, line: ScreeningLine | None) -> tuple[str, str, str]:
        """Return the file, its version, and the conclusion with the criteria that fail, in the words they have now."""
        if line is None:
            return "", "", ""
        file = self.files.get(line.rule_id)
        title = line.rule_id if file is None else in_language(file.checked.rule_file.short_title, self.phrases.language)
        answer = cast("dict[str, object]", json.loads(line.answer))
        parts = [self._conclusion(answer)]
        failing = list(dict.fromkeys(_failing(answer)))
        if failing:
            parts.append(self.phrases.say("log-failing", what="; ".join(self._called(file, each) for each in failing)))
        return title, line.version, _PARTS.join(part for part in parts if part)

    def _conclusion(self, answer: Mapping[str, object]) -> str:
        word = next((each for each in Word if each.value == answer.get("conclusion")), None)
        if word is None:
            return ""
        said, day = conclusion_alone(word, self.phrases), answer.get("not_before")
        if not isinstance(day, str):
            return said
        return self.phrases.say(
            "line-not-before", line=said, date=format_date(date.fromisoformat(day), self.phrases.language)
        )

    def _called(self, file: CompiledRuleFile | None, criterion: str) -> str:
        found = () if file is None else file.checked.rule_file.all_criteria
        text = next((each.text for each in found if each.id == criterion), "")
        plain_id = criterion.replace("_", " ")
        return plain_id if file is None or not text else told(text, file.checked.scope, self.phrases)


def _failing(answer: Mapping[str, object]) -> Iterable[str]:
    for each in cast("Sequence[Mapping[str, str]]", answer.get("criteria", ())):
        if each["verdict"] == Verdict.FAILS.value:
            yield each["id"]
