"""The worked examples of a file: each patient merged with the one it is like."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.language.said import said
from core.rule_files.rule_file import Example, Expected
from core.source_text.fields import Fields
from core.source_text.suggestion import nearest
from core.source_text.tree import Entry, Mapping, Scalar, Sequence, Tree

CONCLUSIONS = (
    "eligible",
    "possible",
    "undecided",
    "not yet",
    "not eligible",
    "not this cohort",
    "other disease",
    "for the board: within usual limits",
    "for the board: outside usual limits",
)


@dataclass(frozen=True, slots=True)
class _Raw:
    fields: Fields
    name: Scalar
    patient: Mapping


def read_examples(fields: Fields, targets: frozenset[str], criteria: frozenset[str]) -> tuple[Example, ...]:
    """Return the examples; ``targets`` are the points and cohorts an expectation may name."""
    raws: dict[str, _Raw] = {}
    for entry in fields.each("examples"):
        name, patient = entry.required_scalar("name"), entry.required_mapping("patient")
        if name is not None and patient is not None:
            raws[name.text] = _Raw(entry, name, patient)
    found = [_example(raw, raws, targets, criteria) for raw in raws.values()]
    return tuple(example for example in found if example is not None)


def _example(raw: _Raw, raws: dict[str, _Raw], targets: frozenset[str], criteria: frozenset[str]) -> Example | None:
    fields = raw.fields
    on = read_day(fields, "on")
    patient = _merged(raw, raws, ())
    expect = fields.required_mapping("expect")
    fields.text("note")
    fields.finish()
    if on is None or patient is None or expect is None:
        return None
    inner = Fields(expect, fields.file, fields.problems)
    due_later = inner.texts("due_later") if expect.get("due_later") is not None else None
    expected: list[Expected] = []
    for entry in expect:
        if entry.key.text == "due_later":
            continue
        if entry.key.text not in targets:
            near = nearest(entry.key.text, targets)
            hint = (
                said("did you mean '{near}'?", near=near)
                if near
                else said("write one of: {names}", names=", ".join(sorted(targets)))
            )
            fields.report(
                entry.key.span,
                "unknown-name",
                said("'{text}' is no decision point or cohort", text=entry.key.text),
                hint,
            )
        elif isinstance(entry.value, Mapping):
            expected.append(_expected(entry.key, Fields(entry.value, fields.file, fields.problems), criteria))
    names = None if due_later is None else tuple(scalar.text for scalar in due_later)
    return Example(raw.name.text, on, patient, tuple(expected), names, raw.name.span)


def _expected(target: Scalar, fields: Fields, criteria: frozenset[str]) -> Expected:
    names: dict[str, tuple[str, ...] | None] = {}
    for key in ("fails", "unknown", "deferred"):
        scalars = fields.texts(key)
        names[key] = tuple(scalar.text for scalar in scalars) if fields.written.get(key) is not None else None
        for scalar in scalars:
            if scalar.text not in criteria:
                near = nearest(scalar.text, criteria)
                hint = said("did you mean '{near}'?", near=near) if near else "use the id of a criterion of this file"
                fields.report(scalar.span, "unknown-name", said("unknown criterion '{text}'", text=scalar.text), hint)
    stop = tuple(scalar.text for scalar in fields.texts("stop")) if fields.written.get("stop") is not None else None
    expected = Expected(
        target=target.text,
        conclusion=fields.choice("conclusion", CONCLUSIONS) or "",
        fails=names["fails"],
        unknown=names["unknown"],
        deferred=names["deferred"],
        assumed=tuple(scalar.text for scalar in fields.texts("assumed")),
        stop=stop,
        not_before=read_day(fields, "not_before") if fields.written.get("not_before") is not None else None,
        span=target.span,
    )
    fields.finish()
    return expected


def read_day(fields: Fields, key: str) -> date | None:
    """Return the day at ``key``; anything else is a problem."""
    scalar = fields.required_scalar(key)
    if scalar is None:
        return None
    try:
        return date.fromisoformat(scalar.text)
    except ValueError:
        fields.report(scalar.span, "date", said("'{text}' is no day", text=scalar.text), "write 2026-06-01")
        return None


def _merged(raw: _Raw, raws: dict[str, _Raw], seen: tuple[str, ...]) -> Mapping | None:
    like = raw.patient.get("like")
    if like is None:
        return raw.patient
    if not isinstance(like, Scalar) or like.text not in raws or like.text in (*seen, raw.name.text):
        near = nearest(like.text, raws) if isinstance(like, Scalar) else None
        hint = said("did you mean '{near}'?", near=near) if near else "name another example of this file"
        raw.fields.report(like.span, "unknown-name", "'like' names no other example", hint)
        return None
    base = _merged(raws[like.text], raws, (*seen, raw.name.text))
    return None if base is None else _changed(base, raw.patient)


def _changed(base: Mapping, changes: Mapping) -> Mapping:
    entries = {entry.key.text: entry for entry in base}
    for change in changes:
        name = change.key.text
        if name == "like":
            continue
        if name.endswith("+"):
            key = name.removesuffix("+")
            entries[key] = Entry(change.key, _appended(entries.get(key), change.value))
        else:
            entries[name] = change
    return Mapping(tuple(_renamed(name, entry) for name, entry in entries.items()), changes.span, is_flow=False)


def _renamed(name: str, entry: Entry) -> Entry:
    key = entry.key
    if key.text == name:
        return entry
    places = key.places[: len(name) + 1]
    return Entry(Scalar(name, key.span, key.is_quoted, places), entry.value)


def _appended(before: Entry | None, more: Tree) -> Tree:
    """Add to a list, or lay keys over the keys of a mapping."""
    if isinstance(more, Mapping):
        base = before.value if before is not None and isinstance(before.value, Mapping) else None
        return more if base is None else _changed(base, more)
    added = more.items if isinstance(more, Sequence) else (more,)
    kept = before.value.items if before is not None and isinstance(before.value, Sequence) else ()
    return Sequence((*kept, *added), more.span, is_flow=False)
