"""The answer of a screening as one JSON document (``resources/schemas/answer.schema.json``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from core.engine.judgement.outcome import Assumption, AssumptionKind
from core.language.languages import in_language
from core.language.phrases import Phrases
from core.rule_files.compiling import CompiledRuleFile
from core.rule_files.rule_file import NOT_REVIEWED, RuleFile
from core.screening.asking import Asking, next_questions
from core.screening.changing import Change, smallest_change
from core.screening.conclusions import Conclusion, Word
from core.screening.judgements import Judgement
from core.screening.recruitment import Recruitment
from core.screening.screening import CohortScreening, Screening, work_up_holds
from core.source_text.problem import Problem
from core.wording.aloud import days_of, needed_words
from core.wording.conclusions import conclusion_line
from core.wording.evidence import evidence_of
from core.wording.headline import headline_line, part_line
from core.wording.reasons import reasons_of
from core.wording.usual_exclusions import UsualFact, usual_facts

FORMAT = 1


def answer(
    patients: Iterable[Mapping[str, object]], *, program: str, evaluation_date: date, problems: Sequence[Problem]
) -> dict[str, object]:
    """Return the whole document."""
    return {
        "format": FORMAT,
        "program": program,
        "evaluation_date": evaluation_date.isoformat(),
        "patients": list(patients),
        "problems": [problem_answer(problem) for problem in problems],
    }


def patient_answer(
    file: str,
    identity: str,
    screenings: Sequence[tuple[Screening, CompiledRuleFile]],
    problems: Sequence[Problem],
    phrases: Phrases,
    evaluation_on: date,
) -> dict[str, object]:
    """Return one patient's part, its words in the language of ``phrases``; a patient may have a day of its own."""
    return {
        "file": file,
        "id": identity,
        "evaluation_date": evaluation_on.isoformat(),
        "screenings": [screening_answer(screening, compiled, phrases) for screening, compiled in screenings],
        "ask_next": [_asking(each) for each in _next(screenings)],
        "problems": [problem_answer(problem) for problem in problems],
    }


def _next(screenings: Sequence[tuple[Screening, CompiledRuleFile]]) -> tuple[Asking, ...]:
    """Return what is worth asking next over all files, first things first."""
    if not screenings:
        return ()
    return next_questions((screening for screening, _ in screenings), screenings[0][1].checked.scope.catalogue)


def problem_answer(problem: Problem) -> dict[str, object]:
    """Return a problem with its place."""
    return {
        "file": problem.file,
        "line": problem.span.line,
        "column": problem.span.column,
        "end": problem.span.end,
        "severity": problem.severity.value,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
    }


def screening_answer(screening: Screening, compiled: CompiledRuleFile, phrases: Phrases) -> dict[str, object]:
    """Return one screening: its conclusion, those of points and cohorts, and every criterion."""
    rule_file = screening.rule_file
    teller = _Teller(compiled, screening, phrases)
    best = screening.best
    parts = screening.cohorts or (best,)
    return {
        "id": rule_file.id,
        "version": rule_file.version,
        "hash": rule_file.hash,
        "kind": rule_file.kind.value,
        "title": in_language(rule_file.title, phrases.language),
        "fictional": rule_file.is_fictional,
        "state": rule_file.state,
        "reviewed": rule_file.review.by or NOT_REVIEWED,
        "origin": rule_file.origin.kind.value,
        "completeness": _completeness(rule_file),
        "conclusion": told_as(screening),
        "by_criteria": best.headline.word.value,
        "in_words": headline_line(screening, compiled.scopes[best.id], phrases),
        "recruitment": _recruitment(screening.recruitment),
        "point": best.headline_point,
        "not_before": _day(best.headline.not_before),
        "stop": list(best.headline.stop),
        "later_in_the_way": list(best.later_in_the_way),
        "changes": _change(smallest_change(best)),
        "valid_until": _valid_until(compiled, screening),
        "points": {point: teller.conclusion(each, point, best.id) for point, each in best.points.items()},
        "cohorts": [teller.cohort(each) for each in screening.cohorts],
        "assumed": assumed_texts(best.headline.assumed),
        "later_entries": screening.later_entries,
        "usually_excluding": [_usual(each) for each in usual_facts(screening, compiled.scopes[best.id], phrases)],
        "criteria": [
            teller.criterion(each, part) for part in parts for each in part.judgements if _owns(each, part, best)
        ],
    }


def _usual(fact: UsualFact) -> dict[str, object]:
    mark = fact.mark
    return {"fact": fact.text, "named_by": mark.named_by, "records": mark.records, "source": mark.source}


def _change(change: Change) -> dict[str, object]:
    return {
        "possible": change.is_possible,
        "until": _day(change.until),
        "stop": list(change.stop),
        "do": [
            {"criterion": each.criterion.id, "remedy": "" if each.remedy is None else each.remedy.value}
            for each in change.do
        ],
        "ask": _ids(change.ask),
        "against": _ids(change.against),
    }


def _valid_until(compiled: CompiledRuleFile, screening: Screening) -> dict[str, object]:
    """Return until when what passes today still does if nothing is added, and what ends it; null: no end in sight."""
    held = work_up_holds(compiled, screening, screening.best)
    return {"day": _day(held.until), "ended_by": _ids(held.first_to_end)}


def _asking(asking: Asking) -> dict[str, object]:
    return {
        "subject": asking.subject,
        "about": asking.about.value,
        "decides": asking.decides,
        "open_in": asking.open_in,
        "of": asking.of,
    }


_HOPEFUL = (Word.ELIGIBLE, Word.POSSIBLE, Word.WITHIN_LIMITS)


def told_as(screening: Screening) -> str:
    """Return the word of the conclusion, or of the file's state where that word would send somebody in vain.

    A file that is closed or withdrawn is told by its state whatever its criteria say; one that only does not recruit
    keeps its conclusion unless that would be eligible, possible or within limits.
    """
    word, taking = screening.conclusion.word, screening.recruitment.taking
    if not screening.takes_patients and (taking.is_final or word in _HOPEFUL):
        return taking.value
    return word.value


def _recruitment(recruitment: Recruitment) -> dict[str, object]:
    return {
        "taking": recruitment.taking.value,
        "status": recruitment.status,
        "seen": recruitment.seen,
        "is_old": recruitment.is_old,
    }


def _owns(judgement: Judgement, part: CohortScreening, best: CohortScreening) -> bool:
    """Common criteria are told once, with the cohort that speaks for the file."""
    return bool(judgement.cohort) or part.id == best.id


def _completeness(rule_file: RuleFile) -> dict[str, object]:
    return {
        "is": "full" if rule_file.is_full else "partial",
        "missing": list(rule_file.missing),
        "inclusion": "public" if rule_file.is_inclusion_public else "not public",
        "exclusion": "public" if rule_file.is_exclusion_public else "not public",
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def assumed_texts(assumed: Iterable[Assumption]) -> list[str]:
    """Return assumptions in their short form, an undated anchor as ``leukapheresis on 2026-06-01``."""
    texts = (
        f"{each.subject} on {each.detail}"
        if each.kind is AssumptionKind.ANCHOR
        else f"{each.kind.value}: {each.subject}{f' ({each.detail})' if each.detail else ''}"
        for each in assumed
    )
    return sorted(set(texts))


class _Teller:
    """Turns judgements of one screening into plain data."""

    def __init__(self, compiled: CompiledRuleFile, screening: Screening, phrases: Phrases) -> None:
        self._compiled = compiled
        self._screening = screening
        self._phrases = phrases

    def line(self, conclusion: Conclusion, point: str, cohort: str) -> str:
        """Return a conclusion in words."""
        return conclusion_line(conclusion, point, self._compiled.scopes[cohort], self._phrases)

    def conclusion(self, conclusion: Conclusion, point: str, cohort: str) -> dict[str, object]:
        """Return the conclusion at one point."""
        return {
            "conclusion": conclusion.word.value,
            "in_words": self.line(conclusion, point, cohort),
            "day": self._screening.anchors[point].day.isoformat(),
            "not_before": _day(conclusion.not_before),
            "stop": list(conclusion.stop),
            "fails": _ids(conclusion.fails),
            "unknown": _ids(conclusion.open),
            "deferred": _ids(conclusion.deferred),
            "due_later": _ids(conclusion.due_later),
            "assumed": assumed_texts(conclusion.assumed),
        }

    def cohort(self, part: CohortScreening) -> dict[str, object]:
        """Return one cohort."""
        return {
            "id": part.id,
            "title": in_language(part.title, self._phrases.language),
            "conclusion": part.headline.word.value,
            "in_words": part_line(part, self._screening.chart, self._compiled.scopes[part.id], self._phrases),
            "points": {point: self.conclusion(each, point, part.id) for point, each in part.points.items()},
        }

    def criterion(self, judgement: Judgement, part: CohortScreening) -> dict[str, object]:
        """Return one judged criterion."""
        scope = self._compiled.scopes[judgement.cohort]
        criterion = judgement.criterion
        return {
            "id": criterion.id,
            "kind": criterion.polarity.value,
            "form": criterion.form.value,
            "cohort": judgement.cohort or (part.id if self._screening.cohorts else ""),
            "point": judgement.point,
            "text": criterion.text,
            "verdict": judgement.verdict.value,
            "due_later": judgement.is_due_later,
            "remedy": None if judgement.remedy is None else judgement.remedy.value,
            "not_before": _day(judgement.not_before),
            "stop": list(judgement.stop),
            "causes": [
                {
                    "cause": reason.gap.cause.value,
                    "about": reason.gap.about.value,
                    "subject": reason.gap.subject,
                    "detail": reason.gap.detail,
                    "in_words": reason.text,
                }
                for reason in reasons_of(judgement, self._screening, scope, self._phrases)
            ],
            "evidence": [
                {
                    "ref": each.ref,
                    "what": each.label,
                    "value": each.value,
                    "date": each.written,
                    "note": each.note,
                    "in_words": each.text,
                }
                for each in evidence_of(judgement, self._screening.chart, scope, self._phrases)
            ],
            "needed": needed_words(criterion, scope, self._phrases, days_of(judgement, self._screening)),
            "assumed": assumed_texts(judgement.assumed),
            "wording": criterion.wording,
            "reading": criterion.reading,
            "sources": [self._source(each.source, each.section) for each in criterion.citations],
        }

    def _source(self, key: str, section: str) -> dict[str, object]:
        source = self._screening.rule_file.sources[key]
        return {
            "key": key,
            "section": section,
            "title": source.title,
            "place": source.place,
            "version": source.version,
            "date": source.date,
            "read": source.read,
        }


def _ids(judgements: Sequence[Judgement]) -> list[str]:
    return sorted({each.criterion.id for each in judgements})
