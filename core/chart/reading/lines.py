"""Whether the number of lines of therapy fits the list of treatments, where that is said to hold everything."""

from __future__ import annotations

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.chart.values import Measured
from core.chart.words import TREATMENTS
from core.language.said import said
from core.source_text.fields import Fields
from core.source_text.problem import Problem, Severity


def warn_of_lines(
    fields: Fields,
    catalogue: Catalogue,
    chart: Chart,
) -> None:
    """Warn where more lines are told than a list that is said to be complete holds courses: one of both is a slip,
    or one course went on through several lines. The list decides; nothing is changed.
    """
    concept = catalogue.by_role.get("lines_of_therapy")
    if concept is None or not any(each.of == TREATMENTS for each in chart.complete):
        return
    told = [
        each.value.quantity
        for each in chart.findings
        if each.concept == concept.id and isinstance(each.value, Measured)
    ]
    most = max((each.amount.low for each in told if each.amount.low is not None), default=None)
    if most is None or most <= len(chart.courses):
        return
    message = said(
        "the list of treatments is said to be complete; its courses ({count}) are fewer than the lines told ({most})",
        count=len(chart.courses),
        most=most,
    )
    hint = "write the missing courses, with the class where the drug is not known, or leave treatments_complete out"
    span = fields.span_of(f"{TREATMENTS}_complete")
    fields.problems.append(Problem(fields.file, span, "lines-missing", message, hint, Severity.WARNING))
