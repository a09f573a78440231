"""What a patient file states about itself: complete lists, never, contraindications, answers, the site's facts."""

from __future__ import annotations

from datetime import date

from core.catalogue.catalogue import Catalogue
from core.chart.entries import Answer, Completeness, Contraindication, Never, SiteStatement
from core.chart.reading.moments import read_moment
from core.source_text.fields import Fields
from core.source_text.suggestion import nearest
from core.source_text.tree import Mapping, Scalar, Sequence, Tree
from core.values.partial_date import PartialDate
from core.values.truth import Truth

LISTS = ("treatments", "events", "diagnoses", "results")
_ANSWERS = {"yes": Truth.TRUE, "no": Truth.FALSE, "true": Truth.TRUE, "false": Truth.FALSE, "unknown": Truth.UNKNOWN}


def read_completeness(fields: Fields, birth: PartialDate | None) -> tuple[Completeness, ...]:
    """Return which lists are complete from when to when: a partial start counts from its last day."""
    found: list[Completeness] = []
    for name in LISTS:
        key = f"{name}_complete"
        tree = fields.tree(key)
        if tree is None or (isinstance(tree, Scalar) and tree.text == "unknown"):
            continue
        inner = fields.fields(key)
        if inner is None:
            continue
        since, as_of = read_moment(inner, "since"), read_moment(inner, "as_of")
        inner.finish()
        start = since.last if since is not None else birth.first if birth is not None else date.min
        if as_of is None:
            hint = "write as_of: 2026-11-20, the day on which the list was confirmed"
            inner.report(inner.written.span, "missing-key", f"'{key}' does not say until when", hint)
        elif as_of.first < start:
            inner.report(inner.written.span, "date-order", f"'{key}' ends before it begins", "check both dates")
        else:
            found.append(Completeness(key, name, start, as_of.first))
    return tuple(found)


def read_never(fields: Fields, catalogue: Catalogue) -> tuple[Never, ...]:
    """Return what has never been there, and until when that is known."""
    found: list[Never] = []
    for number, entry in enumerate(fields.each("never"), start=1):
        name = _name(entry, "of", catalogue)
        as_of = read_moment(entry, "as_of")
        entry.text("by")
        entry.finish()
        if as_of is None:
            entry.report(
                entry.written.span, "missing-key", "'never' does not say until when", "write as_of: 2026-11-20"
            )
        elif name is not None:
            found.append(Never(f"never/{number}", name, as_of.first))
    return tuple(found)


def _name(fields: Fields, key: str, catalogue: Catalogue) -> str | None:
    scalar = fields.required_scalar(key)
    found = None if scalar is None else catalogue.id_of(scalar.text)
    if scalar is not None and found is None:
        near = nearest(scalar.text, catalogue.names)
        hint = f"did you mean '{near}'?" if near else "use a name of the catalogue"
        fields.report(scalar.span, "unknown-name", f"unknown name '{scalar.text}'", hint)
    return found


def read_contraindications(fields: Fields, catalogue: Catalogue) -> tuple[Contraindication, ...]:
    """Return which drugs must not be given, why, and who says so."""
    found: list[Contraindication] = []
    for number, entry in enumerate(fields.each("contraindications"), start=1):
        key = "drug" if entry.written.get("drug") is not None else "to"
        name = _name(entry, key, catalogue)
        why = entry.text("reason") or entry.text("why") or ""
        statement = Contraindication(
            f"contraindications/{number}", name or "", why, entry.text("by") or "", read_moment(entry, "date")
        )
        entry.finish()
        if name is not None:
            found.append(statement)
    return tuple(found)


def read_answers(fields: Fields) -> tuple[Answer, ...]:
    """Return the signed answers by question."""
    mapping = fields.mapping("answers")
    found: list[Answer] = []
    for entry in mapping or ():
        for number, tree in enumerate(_listed(entry.value), start=1):
            answer = _answer(fields, entry.key.text, tree, number)
            if answer is not None:
                found.append(answer)
    return tuple(found)


def _answer(fields: Fields, question: str, tree: Tree, number: int) -> Answer | None:
    ref = f"answers/{question}/{number}"
    if isinstance(tree, Scalar):
        truth = _truth(fields, tree)
        return None if truth is None else Answer(ref, question, truth, "", None)
    if not isinstance(tree, Mapping):
        return None
    inner = Fields(tree, fields.file, fields.problems)
    scalar = inner.required_scalar("answer")
    truth = None if scalar is None else _truth(inner, scalar)
    by, on, text = inner.text("by") or "", read_moment(inner, "date"), inner.text("note") or ""
    inner.finish()
    return None if truth is None else Answer(ref, question, truth, by, on, text)


def _truth(fields: Fields, scalar: Scalar) -> Truth | None:
    truth = _ANSWERS.get(scalar.text)
    if truth is None:
        fields.report(
            scalar.span, "unknown-value", f"an answer is yes, no or unknown, not '{scalar.text}'", "write yes"
        )
    return truth


def read_site(fields: Fields) -> tuple[SiteStatement, ...]:
    """Return what the site said of its own facts."""
    mapping = fields.mapping("site")
    found: list[SiteStatement] = []
    for entry in mapping or ():
        for number, tree in enumerate(_listed(entry.value), start=1):
            ref = f"site/{entry.key.text}/{number}"
            if isinstance(tree, Scalar):
                found.append(SiteStatement(ref, entry.key.text, tree.text, None))
            elif isinstance(tree, Mapping):
                inner = Fields(tree, fields.file, fields.problems)
                value, on = inner.required_text("value"), read_moment(inner, "date")
                inner.text("by")
                inner.finish()
                if value is not None:
                    found.append(SiteStatement(ref, entry.key.text, value, on))
    return tuple(found)


def _listed(tree: Tree) -> tuple[Tree, ...]:
    return tree.items if isinstance(tree, Sequence) else (tree,)
