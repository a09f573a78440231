"""Windows that were assumed alike are said once; nothing that was assumed is lost."""

from __future__ import annotations

from core.engine.judgement.outcome import Assumption, AssumptionKind
from core.language.phrases import Phrases
from core.wording.causes import assumed_together, assumption_sentence
from tests.core.wording.small_file import judged

WINDOW, ANCHOR = AssumptionKind.DEFAULT_WINDOW, AssumptionKind.ANCHOR


def test_one_sentence_for_one_length_and_source() -> None:
    """Two laboratory values of 28 days are one sentence, one of 3 months is another."""
    scope = judged("require: age >= 18 years").scope
    assumed = [
        Assumption(WINDOW, "alt", "28 days"),
        Assumption(WINDOW, "ast", "28 days"),
        Assumption(WINDOW, "alt", "28 days"),
        Assumption(WINDOW, "lvef", "3 months"),
        Assumption(ANCHOR, "infusion", "2026-12-10"),
    ]
    said = [assumption_sentence(each, scope, Phrases("en")) for each in assumed_together(assumed, scope)]
    assert len(said) == 3
    assert said[0] == "infusion on 10 Dec 2026"
    assert said[1].startswith("ALT, AST: window not published, 28 days assumed (")
    assert said[2].startswith("Left ventricular ejection fraction: window not published, 3 months assumed (")
