"""What a patient file states about itself: complete lists, never, contraindications, answers, the site's facts."""

from __future__ import annotations

from datetime import date

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Kind
from core.chart.entries import Answer, Completeness, Contraindication, Never, SiteStatement
from core.chart.reading.findings import FindingReader
from core.chart.reading.moments import UNKNOWN, one_written, read_moment
from core.chart.sections.section import Section
from core.language.said import said
from core.source_text.fields import Fields
from core.source_text.tree import Mapping, Scalar, Sequence, Tree
from core.values.partial_date import PartialDate
from core.values.truth import Truth

_NOTES = ("by", "note")
_ANSWERS = {"yes": Truth.TRUE, "no": Truth.FALSE, "true": Truth.TRUE, "false": Truth.FALSE, "unknown": Truth.UNKNOWN}


def read_completeness(section: Section, reader: FindingReader) -> tuple[Completeness, ...]:
    """Return from when to when a list is complete; where one of both days is unknown, nothing is."""
    found = _completeness(reader.outer, section.id, section.is_of, reader.birth)
    return () if found is None else (found,)


def _completeness(fields: Fields, key: str, name: str, birth: PartialDate | None) -> Completeness | None:
    """A partial start counts from its last day, a partial end from its first; no start is since birth."""
    tree = fields.tree(key)
    if tree is None or (isinstance(tree, Scalar) and tree.text == UNKNOWN):
        return None
    if not isinstance(tree, Mapping):
        hint = said("write {key}: {{since: 2012-10-15, as_of: 2026-11-20}}", key=key)
        fields.report(tree.span, "kind", said("'{key}' does not say from when until when", key=key), hint)
        return None
    inner = Fields(tree, fields.file, fields.problems)
    since, as_of = read_moment(inner, "since"), read_moment(inner, "as_of")
    is_start_unknown = since is None and tree.get("since") is not None
    inner.finish(_NOTES)
    _require_end(inner, f"'{key}'")
    if as_of is None or is_start_unknown:
        return None
    start = since.last if since is not None else birth.first if birth is not None else date.min
    if as_of.first < start:
        inner.report(
            inner.span_of("as_of"), "date-order", said("'{key}' ends before it begins", key=key), "check both dates"
        )
        return None
    return Completeness(key, name, start, as_of.first)


def _require_end(fields: Fields, what: str) -> None:
    if fields.written.get("as_of") is None:
        hint = "write as_of: 2026-11-20, the day on which it was confirmed"
        fields.report(fields.written.span, "missing-key", said("{what} does not say until when", what=what), hint)


def read_never(section: Section, reader: FindingReader) -> tuple[Never, ...]:
    """Return what has never been there, and until when that is known."""
    found: list[Never] = []
    for number, entry in enumerate(reader.outer.each(section.id), start=1):
        name = _name(entry, "of", reader.catalogue)
        as_of = read_moment(entry, "as_of")
        entry.finish(_NOTES)
        _require_end(entry, f"'{section.id}'")
        if as_of is not None and name is not None:
            found.append(Never(f"{section.id}/{number}", name, as_of.first))
    return tuple(found)


def _name(fields: Fields, key: str, catalogue: Catalogue, *, is_drug: bool = False) -> str | None:
    """Return the drug, class, event or diagnosis at ``key``: what can have been there or not."""
    scalar = fields.required_scalar(key)
    if scalar is None:
        return None
    found = catalogue.id_called(scalar.text)
    if found is not None and _can_be_absent(found, catalogue, is_drug=is_drug):
        return found
    what = "a drug or class" if is_drug else "a drug, class, event or diagnosis"
    default_hint = said("write {what} of the catalogue", what=what)
    hint = catalogue.hint_for(scalar.text, lambda name: _can_be_absent(name, catalogue, is_drug=is_drug), default_hint)
    fields.report(scalar.span, "unknown-name", said("'{text}' is not {what}", text=scalar.text, what=what), hint)
    return None


def _can_be_absent(name: str, catalogue: Catalogue, *, is_drug: bool) -> bool:
    concept = catalogue.concept(name)
    is_episode = concept is not None and concept.kind in (Kind.CONDITION, Kind.EVENT)
    return bool(catalogue.drugs_of(name)) or (is_episode and not is_drug)


def read_contraindications(section: Section, reader: FindingReader) -> tuple[Contraindication, ...]:
    """Return which drugs must not be given, why, and who says so."""
    found: list[Contraindication] = []
    for number, entry in enumerate(reader.outer.each(section.id), start=1):
        name = _name(entry, one_written(entry, ("to", "drug")) or "to", reader.catalogue, is_drug=True)
        reason = one_written(entry, ("why", "reason"))
        why = "" if reason is None else entry.text(reason) or ""
        by, on = entry.text("by") or "", read_moment(entry, "date")
        entry.finish(("note",))
        if name is not None:
            found.append(Contraindication(f"{section.id}/{number}", name, why, by, on))
    return tuple(found)


def read_answers(section: Section, reader: FindingReader) -> tuple[Answer, ...]:
    """Return the signed answers by question."""
    mapping = reader.outer.mapping(section.id)
    found: list[Answer] = []
    for entry in mapping or ():
        for number, tree in enumerate(_listed(entry.value), start=1):
            question = entry.key.text
            answer = _answer(reader.outer, question, tree, f"{section.id}/{question}/{number}")
            if answer is not None:
                found.append(answer)
    return tuple(found)


def _answer(fields: Fields, question: str, tree: Tree, ref: str) -> Answer | None:
    if isinstance(tree, Scalar):
        truth = _truth(fields, tree)
        return None if truth is None else Answer(ref, question, truth, "", None)
    if not isinstance(tree, Mapping):
        _report_shape(fields, tree, question, "{answer: yes, by: …, date: …}")
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
        message = said("an answer is yes, no or unknown, not '{text}'", text=scalar.text)
        fields.report(scalar.span, "unknown-value", message, "write yes, no or unknown")
    return truth


def read_site(section: Section, reader: FindingReader) -> tuple[SiteStatement, ...]:
    """Return what the site said of its own facts."""
    fields = reader.outer
    mapping = fields.mapping(section.id)
    found: list[SiteStatement] = []
    for entry in mapping or ():
        for number, tree in enumerate(_listed(entry.value), start=1):
            ref = f"{section.id}/{entry.key.text}/{number}"
            if isinstance(tree, Scalar):
                found.append(SiteStatement(ref, entry.key.text, _said(tree.text), None))
            elif isinstance(tree, Mapping):
                inner = Fields(tree, fields.file, fields.problems)
                value, on = inner.required_text("value"), read_moment(inner, "date")
                inner.text("by")
                inner.finish()
                if value is not None:
                    found.append(SiteStatement(ref, entry.key.text, _said(value), on))
            else:
                _report_shape(fields, tree, entry.key.text, "{value: …, date: …}")
    return tuple(found)


def _said(text: str) -> str:
    """Return what the site said; the words of JSON are those of YAML."""
    return {"true": "yes", "false": "no"}.get(text, text)


def _report_shape(fields: Fields, tree: Tree, name: str, wanted: str) -> None:
    fields.report(
        tree.span,
        "kind",
        said("'{name}' is not written like this", name=name),
        said("write {name}: {wanted}", name=name, wanted=wanted),
    )


def _listed(tree: Tree) -> tuple[Tree, ...]:
    return tree.items if isinstance(tree, Sequence) else (tree,)
