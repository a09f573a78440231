"""Treatment courses of a patient file."""

from __future__ import annotations

from collections.abc import Mapping

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Kind
from core.catalogue.drug import ROUTES
from core.chart.entries import Course
from core.chart.reading.doses import Span, read_doses
from core.chart.reading.findings import FindingReader
from core.chart.reading.moments import UNKNOWN, check_birth, check_order, errors_in, not_after, not_before, read_moment
from core.chart.sections.section import Section
from core.chart.words import (
    FAILED,
    FAILED_SPELLINGS,
    OUTCOMES,
    PLACEBO,
    PURPOSES,
    REASONS_FOR_STOPPING,
    UNKNOWN_PRODUCT,
)
from core.language.said import said
from core.source_text.fields import Fields
from core.source_text.tree import Scalar
from core.values.partial_date import PartialDate
from core.values.truth import Truth, truth_of

_OWN = ("note", "text", "ongoing_on")
_END_HINT = "write to: ongoing, to: unknown, or the day of the last dose"
_ENDS_ELSEWHERE = ("end", "until", "stop", "stopped", "end_date", "stop_date")
_ELSEWHERE: Mapping[str, str] = {
    **dict.fromkeys(("start", "begin", "since", "started", "start_date"), "from"),
    **dict.fromkeys(_ENDS_ELSEWHERE, "to"),
    "dose": "doses",
    "name": "drug",
    "medication": "drug",
}
"""What the keys of a course are called in other files."""


def read_courses(section: Section, reader: FindingReader) -> tuple[Course, ...]:
    """Return the courses of a list."""
    found = [
        _course(entry, f"{section.id}/{number}", reader.catalogue, reader.birth)
        for number, entry in enumerate(reader.outer.each(section.id), start=1)
    ]
    return tuple(course for course in found if course is not None)


def _course(fields: Fields, ref: str, catalogue: Catalogue, birth: PartialDate | None) -> Course | None:
    before = errors_in(fields)
    drug = _drug(fields, catalogue)
    start = read_moment(fields, "from") if fields.required_tree("from") is not None else None
    check_birth(fields, "from", start, birth)
    end, is_ongoing = _end(fields)
    check_order(fields, "from", start, "to", end)
    start = not_after(not_before(start, birth), end)
    end = not_before(end, start)
    course = Course(
        ref=ref,
        drug=drug or "",
        start=start,
        end=end,
        is_ongoing=is_ongoing,
        route=fields.choice("route", ROUTES) or "",
        doses=read_doses(fields, Span(start, end)),
        outcome=_outcome(fields),
        stopped_for=fields.choice("stopped_for", REASONS_FOR_STOPPING) or "",
        purpose=fields.choice("purpose", PURPOSES) or "",
        is_dose_adequate=_mark(fields, "dose_adequate"),
        is_adherence_documented=_mark(fields, "adherence"),
        line=_line(fields),
        text=fields.text("note") or "",
        may_be=_may_be(fields, drug, catalogue),
    )
    fields.finish(_OWN, _ELSEWHERE)
    return course if errors_in(fields) == before else None


def _outcome(fields: Fields) -> str:
    if fields.text("outcome") in FAILED_SPELLINGS:
        return FAILED
    return fields.choice("outcome", OUTCOMES) or ""


def _may_be(fields: Fields, drug: str | None, catalogue: Catalogue) -> frozenset[str]:
    """Return the drugs that a product of unknown substance can be; placebo is one of them and stands for none."""
    written = fields.texts("may_be")
    if fields.written.get("may_be") is None:
        return frozenset()
    if drug is not None and drug != UNKNOWN_PRODUCT:
        message = said("'{drug}' is known; 'may_be' belongs to a product whose substance is not", drug=drug)
        hint = said("write drug: {product}, or leave may_be out", product=UNKNOWN_PRODUCT)
        fields.report(fields.span_of("may_be"), "kind", message, hint)
        return frozenset()
    if not written:
        hint = said("write may_be: [anifrolumab, {placebo}], or leave it out: it may be any drug", placebo=PLACEBO)
        fields.report(fields.span_of("may_be"), "missing-key", "'may_be' names no drug", hint)
    return frozenset(name for scalar in written for name in _drugs_named(fields, scalar, catalogue))


def _drugs_named(fields: Fields, scalar: Scalar, catalogue: Catalogue) -> frozenset[str]:
    drugs = catalogue.drugs_of(catalogue.id_called(scalar.text) or "")
    if not drugs:
        _report_unknown(fields, scalar, catalogue)
    return drugs


def _mark(fields: Fields, key: str) -> Truth:
    answer = fields.yes_no(key)
    return Truth.UNKNOWN if answer is None else truth_of(answer)


def _line(fields: Fields) -> int | None:
    scalar = fields.scalar("line")
    if scalar is None:
        return None
    if scalar.text.isdecimal() and int(scalar.text) > 0:
        return int(scalar.text)
    fields.report(
        scalar.span, "number", said("'line' is '{text}'", text=scalar.text), "write the number of the line of therapy"
    )
    return None


def _drug(fields: Fields, catalogue: Catalogue) -> str | None:
    scalar = fields.required_scalar("drug")
    if scalar is None:
        return None
    drug = catalogue.id_called(scalar.text) or ""
    if catalogue.drugs_of(drug):
        return drug
    _report_unknown(fields, scalar, catalogue)
    return None


def _report_unknown(fields: Fields, scalar: Scalar, catalogue: Catalogue) -> None:
    concept = catalogue.concept(catalogue.id_called(scalar.text) or "")
    if concept is not None and concept.kind is Kind.EVENT:
        hint = said("write events: [{{event: {name}, date: …}}]", name=concept.id)
        message = said("'{text}' is an event, not a drug", text=scalar.text)
        fields.report(scalar.span, "kind", message, hint)
        return
    default_hint = "write the INN of the drug, or its class"
    hint = catalogue.hint_for(scalar.text, lambda name: bool(catalogue.drugs_of(name)), default_hint)
    fields.report(scalar.span, "unknown-name", said("unknown drug '{text}'", text=scalar.text), hint)


def _end(fields: Fields) -> tuple[PartialDate | None, bool]:
    """Return the last dose, or that the course goes on; leaving both out is an error."""
    scalar = fields.scalar("to")
    if scalar is None:
        if fields.text("ongoing_on") is not None:
            return None, read_moment(fields, "ongoing_on") is not None
        is_misnamed = any(entry.key.text.casefold() in _ENDS_ELSEWHERE for entry in fields.written)
        if fields.written.get("to") is None and not is_misnamed:
            fields.report(fields.written.span, "missing-key", "a course has no end", _END_HINT)
        return None, False
    if scalar.text == "ongoing":
        return None, True
    if scalar.text != UNKNOWN and not any(sign.isdecimal() for sign in scalar.text):
        fields.report(
            scalar.span, "date", said("'{key}' is '{text}', not a date", key="to", text=scalar.text), _END_HINT
        )
        return None, False
    return read_moment(fields, "to"), False
