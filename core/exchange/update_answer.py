"""A comparison of two versions of a rule file, and what an update does to patients, as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from core.language.phrases import Phrases
from core.rule_files.comparison.comparing import Comparison
from core.rule_files.compiling import CompiledRuleFile
from core.rule_files.rule_file import RuleFile
from core.screening.impact import PatientImpact
from core.screening.screening import Screening
from core.wording.changes import PartRow, change_rows, head_rows
from core.wording.impacts import ImpactRow, asked_words, impact_row


def comparison_answer(comparison: Comparison, phrases: Phrases) -> dict[str, object]:
    """Return what differs between two versions, criterion by criterion, and the hashes of what does not."""
    rows = zip(comparison.criteria, change_rows(comparison, phrases), strict=True)
    examples = comparison.examples
    return {
        "old": version_answer(comparison.old),
        "new": version_answer(comparison.new),
        "same_content": comparison.is_empty,
        "criteria": [
            {
                "id": row.id,
                "cohort": row.cohort,
                "change": change.change.value,
                "parts": list(change.parts),
                "judged_otherwise": change.is_judged_otherwise,
                "in_words": [_part(part) for part in row.parts],
                "source": row.source,
            }
            for change, row in rows
        ],
        "same": [{"cohort": each.key[0], "id": each.key[1], "hash": each.hash} for each in comparison.same],
        "head": [_part(part) for part in head_rows(comparison, phrases)],
        "examples": {
            "added": list(examples.added),
            "removed": list(examples.removed),
            "changed": list(examples.changed),
            "same": examples.same,
        },
    }


def version_answer(rule_file: RuleFile | None) -> dict[str, object] | None:
    """Return by what a version is known."""
    if rule_file is None:
        return None
    return {"id": rule_file.id, "version": rule_file.version, "hash": rule_file.hash}


def patients_answer(
    patients: Iterable[tuple[str, PatientImpact]],
    old: CompiledRuleFile | None,
    new: CompiledRuleFile,
    phrases: Phrases,
) -> list[dict[str, object]]:
    """Return patients, each by id with from what to what and by which criteria, and what would be asked anew."""
    return [_patient(name, impact, old, new, phrases) for name, impact in patients]


def _patient(
    name: str, impact: PatientImpact, old: CompiledRuleFile | None, new: CompiledRuleFile, phrases: Phrases
) -> dict[str, object]:
    row: ImpactRow = impact_row(impact, old, new, phrases)
    return {
        "id": name,
        "moved": impact.is_moved,
        "from": _stand(impact.old, row.was.line),
        "to": _stand(impact.new, row.now.line),
        "by": [{"cohort": cohort, "id": criterion} for cohort, criterion in impact.by],
        "reason": row.reason,
        "asked": asked_words(impact, new, phrases),
    }


def _stand(screening: Screening | None, words: str) -> Mapping[str, object] | None:
    if screening is None:
        return None
    conclusion = screening.conclusion
    day = None if conclusion.not_before is None else conclusion.not_before.isoformat()
    return {"conclusion": conclusion.word.value, "not_before": day, "in_words": words}


def _part(part: PartRow) -> dict[str, object]:
    return {"part": part.name, "was": part.was_text, "is": part.now_text}
