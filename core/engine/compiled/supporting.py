"""``without X in the N days before``: what disqualifies a result, counted back from its sample."""

from __future__ import annotations

from datetime import date

from core.chart.entries import Finding
from core.criteria.scope import Scope
from core.criteria.values import Clean
from core.engine.compiled.admitting import Support
from core.engine.compiled.courses import compile_received
from core.engine.compiled.judged import TRUE, UNKNOWN, Judged, one_gap, together
from core.engine.compiled.lists import joined
from core.engine.compiled.windows import EVER, Bounds
from core.engine.judgement.outcome import Cause
from core.engine.judgement.situation import Situation


def compile_support(clean: Clean | None, scope: Scope) -> Support | None:
    """Make the question whether something was given shortly before a sample."""
    if clean is None:
        return None
    received = compile_received(clean.names, (), 1, scope)
    subject = joined(scope.expanded(clean.names))

    def before(situation: Situation, sample: date) -> Judged:
        return received(situation, Bounds(clean.duration.before(sample), sample))

    def support(situation: Situation, finding: Finding) -> Judged:
        if finding.on is None:
            judged = received(situation, Bounds(EVER, situation.measured.decision_on))
            return judged._replace(truth=UNKNOWN) if judged.truth is TRUE else judged
        answers = [before(situation, day) for day in {finding.on.first, finding.on.last}]
        truths = {answer.truth for answer in answers}
        if len(truths) == 1:
            return together(truths.pop(), answers)
        # by its first and by its last possible day the sample was taken under something else
        return together(UNKNOWN, answers)._replace(gaps=one_gap(Cause.IMPRECISE, subject))

    return support
