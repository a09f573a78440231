"""A definition from its file: strict keys, every problem at its place."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import product

from core.catalogue.shapes import read_labels, read_number, read_range, read_spellings
from core.language.said import said
from core.scores.definition import HIGHEST, LETTERS, LOWEST, AsFinding, Definition, Family, Input, Kind, Mark, OnRecord
from core.scores.units import QUANTITIES
from core.source_text.fields import Fields, fields_of
from core.source_text.problem import Problem
from core.source_text.reading import read_text
from core.source_text.tree import Scalar

_KINDS = tuple(kind.value for kind in Kind)
_FAMILIES = tuple(family.value for family in Family)

_SIGNS: Mapping[str, str] = {"above": ">", "below": "<", "at_least": ">=", "at_most": "<="}

Items = Mapping[str, Sequence[Fields]]
"""The item lists of the catalogue's scores by their concepts, for ``items_of``."""


def read_definition(content: bytes, name: str, items: Items) -> tuple[Definition | None, tuple[Problem, ...]]:
    """Return the definition in a file, or None, with everything that is wrong with it."""
    tree, found = read_text(content, name)
    problems = list(found)
    fields = None if tree is None else fields_of(tree, name, problems)
    definition = None if fields is None else _definition(fields, items)
    return (None if any(each.is_error for each in problems) else definition), tuple(problems)


def _definition(fields: Fields, items: Items) -> Definition:
    family = fields.required_choice("family", _FAMILIES)
    helps = _labelled(fields, "definitions")
    borrowed = (replace(each, help=helps.pop(each.id, each.help)) for each in _borrowed(fields, items))
    inputs = [*_inputs(fields), *_items(fields, "items"), *_grid(fields), *borrowed]
    definition = Definition(
        id=fields.required_text("id") or "",
        version=fields.required_text("version") or "",
        family=Family(family or Family.HELP.value),
        status=fields.required_choice("status", LETTERS) or "M",
        label=read_labels(fields, "label"),
        about=read_labels(fields, "about"),
        formula=fields.required_text("formula") or "",
        sources=tuple(each.text for each in fields.required_texts("sources")),
        inputs={each.id: each for each in inputs},
        outputs=_outputs(fields),
        marks=tuple(_mark(each) for each in fields.each("marks")),
        example=fields.text("example") or "",
        limits=_limits(fields),
        finding=_finding(fields),
        groups=_labelled(fields, "groups"),
        parts=tuple(each.text for each in fields.texts("parts")),
        words=_labelled(fields, "words"),
        record=_record(fields),
    )
    _known(fields, "definitions", helps, ())
    _known(fields, "record", definition.record, definition.inputs)
    _known(fields, "parts", definition.parts, definition.outputs)
    if definition.finding is not None:
        finding = definition.finding
        told = (finding.value, finding.number, *finding.fields.values(), *finding.beside.values())
        _known(fields, "finding", filter(None, told), definition.outputs)
    if len(inputs) != len(definition.inputs):
        fields.report(fields.span_of("inputs"), "duplicate-name", "two inputs here have one id")
    fields.finish()
    return definition


def _known(fields: Fields, key: str, names: Iterable[str], known: Container[str]) -> None:
    """Report each name that nothing here has."""
    for name in names:
        if name not in known:
            message = said("'{name}' is neither an input nor an output here", name=name)
            fields.report(fields.span_of(key), "unknown-name", message, "write the id of one")


def _labelled(fields: Fields, key: str) -> dict[str, Mapping[str, str]]:
    """Return words by name, each in every language."""
    written = fields.fields(key)
    if written is None:
        return {}
    return {entry.key.text: read_labels(written, entry.key.text) for entry in written.written}


def _finding(fields: Fields) -> AsFinding | None:
    written = fields.fields("finding")
    if written is None:
        return None
    found = AsFinding(
        concept=written.text("concept") or fields.text("id") or "",
        value=written.required_text("value") or "",
        number=written.text("number") or "",
        method=written.text("method") or "",
        has_rest=written.yes_no("rest") or False,
        codes=_texts(written, "codes"),
        fields=_texts(written, "fields"),
        beside=_texts(written, "beside"),
    )
    written.finish()
    return found


def _texts(fields: Fields, key: str) -> Mapping[str, str]:
    written = fields.fields(key)
    return {} if written is None else {each.key.text: written.text(each.key.text) or "" for each in written.written}


def _record(fields: Fields) -> Mapping[str, OnRecord]:
    written = fields.fields("record")
    if written is None:
        return {}
    found: dict[str, OnRecord] = {}
    for entry in written.written:
        inner = written.fields(entry.key.text)
        if inner is None:
            continue
        sign = next((key for key in _SIGNS if inner.written.get(key) is not None), "")
        found[entry.key.text] = OnRecord(
            of=tuple(each.text for each in inner.required_texts("of")),
            sign=_SIGNS.get(sign, ""),
            limit=inner.text(sign) or "" if sign else "",
            is_once=inner.yes_no("once") or False,
            is_age=inner.yes_no("age") or False,
            but=tuple(each.text for each in inner.texts("but")),
            of_day=inner.choice("of_day", (HIGHEST, LOWEST)) or "",
            field=inner.text("field") or "",
        )
        inner.finish()
    return found


def _limits(fields: Fields) -> Mapping[str, Fraction]:
    """Return the numbers that the formula compares with, by name."""
    written = fields.fields("limits")
    if written is None:
        return {}
    found = {entry.key.text: read_number(written, entry.key.text) for entry in written.written}
    return {name: Fraction(number) for name, number in found.items() if number is not None}


def _outputs(fields: Fields) -> Mapping[str, str]:
    """Return the outputs with their units, ``-`` for none."""
    written = fields.fields("outputs")
    if written is None:
        return {}
    return {entry.key.text: (written.text(entry.key.text) or "").strip("-") for entry in written.written}


def _mark(entry: Fields) -> Mark:
    letter = entry.required_choice("letter", LETTERS) or "M"
    mark = Mark(letter, read_labels(entry, "about"))
    entry.finish()
    return mark


def _inputs(fields: Fields) -> Iterator[Input]:
    for entry in fields.each("inputs"):
        quantity = entry.choice("quantity", QUANTITIES) or ""
        kind = entry.choice("kind", _KINDS) or (Kind.NUMBER.value if quantity else Kind.YES_NO.value)
        unit = entry.text("unit") or next(iter(QUANTITIES.get(quantity, {"": 1})))
        bands = [Fraction(each.text) for each in entry.texts("bands") if _is_number(entry, each)]
        yield _finished(
            entry,
            Input(
                id=entry.required_text("id") or "",
                kind=Kind(kind),
                label=read_labels(entry, "label"),
                quantity=quantity,
                unit=unit,
                also=read_spellings(entry),
                possible=_range(entry, "possible"),
                valid=_range(entry, "valid"),
                bands=tuple(bands),
                options=tuple(each.text for each in entry.texts("options")),
                default=entry.text("default"),
                is_optional=entry.yes_no("optional") or False,
                is_item=entry.yes_no("item") or False,
                is_asked=entry.yes_no("asked") is not False,
                rising=entry.yes_no("rising") or False,
                group=entry.text("group") or "",
                help=read_labels(entry, "help", is_required=False),
            ),
        )


def _is_number(fields: Fields, written: Scalar) -> bool:
    try:
        Fraction(written.text)
    except ValueError:
        message = said("'{text}' is not a plain decimal number", text=written.text)
        fields.report(written.span, "number", message, "write digits with a point")
        return False
    return True


def _items(fields: Fields, key: str) -> Iterator[Input]:
    for entry in fields.each(key):
        yield _item(entry)


def _grid(fields: Fields) -> Iterator[Input]:
    """Yield an item for each sign at each site, where ``grid`` lists both."""
    grid = fields.fields("grid")
    if grid is None:
        return
    sites, signs = list(_items(grid, "sites")), list(_items(grid, "signs"))
    grid.finish()
    for site, sign in product(sites, signs):
        label = {language: f"{words}: {sign.label.get(language, '')}" for language, words in site.label.items()}
        yield replace(sign, id=f"{site.id}_{sign.id}", label=label, also=())


def _borrowed(fields: Fields, items: Items) -> Iterator[Input]:
    """Yield the items of a concept of the catalogue, where ``items_of`` names one."""
    written = fields.scalar("items_of")
    if written is None:
        return
    if written.text not in items:
        message = said("there is no concept '{name}' with items", name=written.text)
        fields.report(written.span, "unknown-name", message, "write a score of rules/scores that lists items")
    for entry in items.get(written.text, ()):
        yield _item(entry)


def _item(entry: Fields) -> Input:
    """Return one item of a checklist: yes or no with a weight, or levels from 0 to ``max``."""
    highest = read_number(entry, "max")
    weight = read_number(entry, "weight")
    return _finished(
        entry,
        Input(
            id=entry.required_text("id") or "",
            kind=Kind.YES_NO if highest is None else Kind.WHOLE,
            label=read_labels(entry, "label"),
            also=read_spellings(entry),
            possible=None if highest is None else (Fraction(0), Fraction(highest)),
            is_item=True,
            rising=entry.yes_no("rising") is not False,
            weight=Fraction(1 if weight is None else weight),
            group=entry.text("group") or "",
            groups=frozenset(each.text for each in entry.texts("groups")),
            help=read_labels(entry, "help", is_required=False),
        ),
    )


def _finished(entry: Fields, found: Input) -> Input:
    entry.finish()
    return found


def _range(entry: Fields, key: str) -> tuple[Fraction, Fraction] | None:
    found = read_range(entry, key)
    if found is None or found.low is None or found.high is None:
        return None
    return (Fraction(found.low), Fraction(found.high))
