"""What the record keeps of a paper that left the program: its hash, and the screening it says."""

from __future__ import annotations

import hashlib
import json

from core import clock
from core.rule_files.compiling import CompiledRuleFile
from core.screening.screening import Screening
from core.store.records import Records, ScreeningLine
from core.use_cases.make_paper import Paper


def keep_paper(records: Records, paper: Paper, by: str, file: bytes = b"") -> None:
    """Keep that a paper was saved or printed; a report or letter keeps its screening too, as it was then.

    ``file`` is what left in its place for other programs: then its hash is kept.
    """
    job = paper.job
    if job.judged is not None:
        records.keep_screening(job.patient_id, screening_line(*job.judged, by))
    sha256 = hashlib.sha256(file).hexdigest() if file else paper.sha256
    records.keep_paper(job.patient_id, job.kind.id, sha256, by)


def screening_line(screening: Screening, compiled: CompiledRuleFile, by: str) -> ScreeningLine:
    """Return a screening as it is kept: file, version, hash, date, conclusion, and the verdict of every criterion."""
    rule_file, conclusion = compiled.checked.rule_file, screening.conclusion
    answer = {
        "conclusion": conclusion.word.value,
        "cohort": screening.best.id,
        "not_before": None if conclusion.not_before is None else conclusion.not_before.isoformat(),
        "criteria": [
            {
                "id": each.criterion.id,
                "cohort": each.cohort,
                "point": each.point,
                "verdict": each.verdict.value,
                "open": sorted(f"{gap.subject}: {gap.cause.value}" for gap in each.outcome.gaps),
            }
            for each in screening.best.judgements
        ],
    }
    written = json.dumps(answer, ensure_ascii=False, sort_keys=True)
    on = screening.evaluation_on
    return ScreeningLine(rule_file.id, rule_file.version, rule_file.hash, on, written, by, clock.now_utc())
