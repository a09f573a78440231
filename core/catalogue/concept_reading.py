"""Concepts, their fields and their sections, read from the files of the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from core.catalogue.concept import MAJORITY, Aspect, Change, Code, Concept, Item, Kind
from core.catalogue.names import Among, Names, check_word, check_words
from core.catalogue.section import Section
from core.catalogue.shapes import (
    read_codes,
    read_converted,
    read_duration,
    read_freshness,
    read_labels,
    read_loinc,
    read_number,
    read_range,
    read_spellings,
    read_units,
    read_usual_exclusion,
)
from core.language.said import said
from core.source_text.fields import Fields
from core.source_text.suggestion import nearest
from core.source_text.tree import Scalar, Sequence
from core.values.duration import Duration

_KINDS = tuple(kind.value for kind in Kind)
_CHANGES = tuple(change.value for change in Change)
_ASPECTS = tuple(aspect.value for aspect in Aspect)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a concept may lean on: the sections, the fields of examinations and events, the drugs as codes."""

    sections: Mapping[str, Section] = field(default_factory=dict[str, Section])
    fields: Mapping[str, Concept] = field(default_factory=dict[str, Concept])
    drugs: tuple[Code, ...] = ()


def read_section(fields: Fields) -> Section | None:
    """Return one section, or None where it has no id."""
    name = fields.required_text("id")
    section = Section(
        id=name or "",
        label=read_labels(fields, "label"),
        freshness=read_freshness(fields),
        freshness_source=fields.required_text("freshness_source") or "",
        obtained_by=read_labels(fields, "obtained_by"),
        changes=_change(fields) or Change.BY_REPEATING,
        page=fields.text("page") or "",
        is_panel=bool(fields.yes_no("panel")),
    )
    fields.finish()
    return None if name is None else section


def read_field(fields: Fields, drugs: tuple[Code, ...]) -> Concept | None:
    """Return one field of examinations or events; its name counts only inside their brackets."""
    written = fields.required_scalar("id")
    if written is None:
        return None
    check_word(written, fields)
    return _concept(fields, written.text, _section_of_fields(), Surroundings(drugs=drugs))


def read_concept(fields: Fields, section: str, names: Names, around: Surroundings) -> Concept | None:
    """Return one concept of ``section``, or None where it has no id or its section is not there."""
    name = names.declare(fields)
    own = fields.text("section") or section
    home = around.sections.get(own)
    if home is None:
        fields.report(fields.span_of("section"), "unknown-name", said("there is no section '{own}'", own=own))
    if name is None or home is None:
        return None
    names.use(fields, "members", Among.CONCEPTS)
    names.use(fields, "dose_of", Among.DRUGS)
    for key in ("raised_by", "childhood_form_of", "first_symptom", "items_of", "diseases"):
        names.use(fields, key, Among.CONCEPTS)
    names.use_keys(fields, "follows", Among.CONCEPTS)
    return _concept(fields, name, home, around)


def _section_of_fields() -> Section:
    """Return the section of a field: it is as old as the examination or event that holds it."""
    return Section("fields", {}, None, "as old as what holds it", {}, Change.BY_REPEATING)


def _concept(fields: Fields, name: str, home: Section, around: Surroundings) -> Concept | None:
    kind = fields.required_choice("kind", _KINDS)
    aspect = fields.choice("aspect", _ASPECTS)
    freshness, freshness_source = _freshness(fields, home)
    concept = Concept(
        id=name,
        kind=Kind(kind or Kind.YES_NO.value),
        section=home.id,
        label=read_labels(fields, "label"),
        help=read_labels(fields, "help"),
        also=read_spellings(fields),
        units=read_units(fields),
        unit_source=fields.text("unit_source") or "",
        unit_words=tuple(word.text for word in fields.texts("unit_words")),
        converted=read_converted(fields),
        plausible=read_range(fields, "plausible"),
        possible=read_range(fields, "possible"),
        step=read_number(fields, "step"),
        diseases=tuple(name.text for name in fields.texts("diseases")),
        range_source=fields.text("range_source") or "",
        freshness=freshness,
        freshness_source=freshness_source,
        qualifiers=read_codes(fields, "qualifiers"),
        interchangeable=_interchangeable(fields),
        codes=(*read_codes(fields, "codes", with_kinds=True), *_more_codes(fields, around)),
        follows=_follows(fields),
        fields=_fields(fields, around),
        items=_items(fields),
        items_of=fields.text("items_of") or "",
        domains=read_codes(fields, "domains"),
        members=tuple(member.text for member in fields.texts("members")),
        is_part=fields.yes_no("is_part") or False,
        is_point=fields.yes_no("is_point") or False,
        is_given=fields.yes_no("is_given") or False,
        is_confidential=fields.yes_no("is_confidential") or False,
        dose_of=fields.text("dose_of") or "",
        aspect=None if aspect is None else Aspect(aspect),
        changes=_change(fields) or home.changes,
        loinc=read_loinc(fields),
        obtained_by=read_labels(fields, "obtained_by", is_required=False) or home.obtained_by,
        source=fields.text("source") or "",
        role=fields.text("role") or "",
        usually_excludes=read_usual_exclusion(fields),
        raised_by=tuple(name.text for name in fields.texts("raised_by")),
        childhood_form_of=fields.text("childhood_form_of") or "",
        began_before=read_duration(fields, "began_before") or MAJORITY,
        first_symptom=fields.text("first_symptom") or "",
        behind=_behind(fields),
    )
    _check_shape(concept, fields)
    fields.finish()
    return None if kind is None else concept


def _freshness(fields: Fields, home: Section) -> tuple[Duration | None, str]:
    if fields.tree("freshness") is None:
        return home.freshness, home.freshness_source
    return read_freshness(fields), fields.required_text("freshness_source") or ""


def _change(fields: Fields) -> Change | None:
    written = fields.choice("changes", _CHANGES)
    return None if written is None else Change(written)


def _interchangeable(fields: Fields) -> tuple[frozenset[str], ...]:
    """Return the sets of qualifiers that may stand for one another, written as lists in a list."""
    known = {entry.text("id") for entry in fields.each("qualifiers")}
    sets: list[frozenset[str]] = []
    for listed in fields.sequence("interchangeable") or ():
        words = tuple(listed) if isinstance(listed, Sequence) else (listed,)
        sets.append(frozenset(word.text for word in words if isinstance(word, Scalar)))
    if any(not words <= known for words in sets):
        message = "a word here is no qualifier of this concept"
        fields.report(fields.span_of("interchangeable"), "unknown-name", message)
    return tuple(sets)


def _follows(fields: Fields) -> Mapping[str, str]:
    """Return the code that each diagnosis settles, from ``{diagnosis: code}``; each is a code of this concept."""
    pairs = fields.mapping("follows")
    if pairs is None:
        return {}
    inner = Fields(pairs, fields.file, fields.problems)
    found = {entry.key.text: inner.scalar(entry.key.text) for entry in pairs}
    settled = {diagnosis: code for diagnosis, code in found.items() if code is not None}
    known = {entry.text("id") for entry in fields.each("codes")}
    for code in settled.values():
        if code.text not in known:
            message = said("there is no code '{name}'", name=code.text)
            fields.report(code.span, "unknown-name", message, "write a code of the same concept")
    return {diagnosis: code.text for diagnosis, code in settled.items()}


def _behind(fields: Fields) -> Mapping[str, frozenset[str]]:
    """Return which codes of which other field this one may stand behind, from ``{field: [code, …]}``."""
    pairs = fields.fields("behind")
    entries = () if pairs is None else pairs.written
    names = [entry.key.text for entry in entries]
    return {} if pairs is None else {name: frozenset(code.text for code in pairs.texts(name)) for name in names}


def _more_codes(fields: Fields, around: Surroundings) -> tuple[Code, ...]:
    """Return the drugs as codes where the file says ``codes_from: drugs``."""
    return around.drugs if fields.choice("codes_from", ("drugs",)) is not None else ()


def _fields(fields: Fields, around: Surroundings) -> Mapping[str, Concept]:
    """Return the fields of a record, diagnosis or event by their names, called as the concept calls them."""
    found: dict[str, Concept] = {}
    called = fields.fields("field_labels")
    for written in fields.texts("fields"):
        if written.text in around.fields:
            part = around.fields[written.text]
            own = None if called is None else read_labels(called, written.text, is_required=False)
            found[written.text] = replace(part, label=own) if own else part
        else:
            near = nearest(written.text, around.fields)
            hint = said("did you mean '{near}'?", near=near) if near else "declare it among the fields"
            fields.report(written.span, "unknown-name", said("there is no field '{text}'", text=written.text), hint)
    if called is not None:
        called.finish()
    return found


def _items(fields: Fields) -> tuple[Item, ...]:
    entries = fields.each("items")
    if entries and fields.tree("items_of") is not None:
        message = "a score lists its items or names another's, not both"
        fields.report(fields.span_of("items_of"), "items", message, "leave one of them out")
    check_words(fields, entries)
    return tuple(item for entry in entries if (item := _item(entry)) is not None)


def _item(entry: Fields) -> Item | None:
    name = entry.required_text("id")
    entry.required_scalar("weight")
    weight = read_number(entry, "weight")
    groups = frozenset(group.text for group in entry.texts("groups"))
    also = tuple(other.text for other in entry.texts("also"))
    label = read_labels(entry, "label")
    entry.finish()
    return None if name is None or weight is None else Item(name, weight, groups, label, also)


_NEEDED: Mapping[Kind, str] = {
    Kind.CODE: "codes",
    Kind.CODES: "codes",
    Kind.CLASSIFICATION: "codes",
    Kind.RECORD: "fields",
    Kind.DOSE: "dose_of",
    Kind.AGE: "units",
}


def _check_shape(concept: Concept, fields: Fields) -> None:
    """Name what does not go together within one concept."""
    needed = _NEEDED.get(concept.kind)
    if needed is not None and not getattr(concept, needed):
        message = said("a concept of kind {value} needs '{needed}'", value=concept.kind.value, needed=needed)
        fields.report(fields.span_of("kind"), "missing-key", message, said("write {needed}: ...", needed=needed))
    for part in concept.fields.values():
        for name, codes in part.behind.items():
            known = {code.id for code in concept.fields[name].codes} if name in concept.fields else codes
            for code in sorted(codes - known):
                message = said("there is no code '{name}'", name=code)
                fields.report(fields.span_of("fields"), "unknown-name", message, "write a code of the field before it")
    if (concept.is_point or concept.is_given) and concept.kind is not Kind.EVENT:
        fields.report(fields.span_of("kind"), "kind", "only an event is of one day or given")
    if (concept.plausible or concept.possible) and not concept.range_source:
        message = "a range needs its source"
        fields.report(fields.span_of("id"), "missing-key", message, "write range_source: local default, if it is ours")
    if concept.converted and not concept.units:
        fields.report(fields.span_of("converted"), "kind", "only what has a unit is converted to it")
    if any(unit.factor != 1 for unit in concept.units) and _has_molar(concept) and not concept.unit_source:
        message = "molar and mass units need the source of the molar mass"
        fields.report(fields.span_of("units"), "missing-key", message, "write unit_source: ...")


def _has_molar(concept: Concept) -> bool:
    """True if one family holds units with and without moles, so that the molar mass decides the factor."""
    families: dict[str, set[bool]] = {}
    for unit in concept.units:
        families.setdefault(unit.family, set()).add("mol" in unit.name)
    return any(len(kinds) > 1 for kinds in families.values())
