"""The small shapes of catalogue files: texts per language, exact numbers, ranges, lengths of time, units, codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from core.catalogue.concept import Code, Converted, Range, Unit, UsualExclusion
from core.catalogue.names import check_words
from core.language.languages import ENGLISH, languages
from core.language.said import said
from core.source_text.fields import Fields
from core.source_text.tree import Mapping as MappingTree
from core.source_text.tree import Scalar
from core.values.duration import Duration, parse_duration

PERMANENT = "permanent"
_LOINC = re.compile(r"([0-9]{1,7})-([0-9])")
_SHARE = re.compile(r"([0-9]{1,4}) of ([0-9]{1,4})")
_EXACT = re.compile(r"-?\d{1,15}(?:\.\d{1,15})?")


def read_labels(fields: Fields, key: str, *, is_required: bool = True) -> Mapping[str, str]:
    """Return the texts at ``key`` by language; English is needed where the key is, any other may be."""
    if not is_required and fields.tree(key) is None:
        return {}
    found = fields.required_mapping(key)
    if found is None:
        return {}
    texts = Fields(found, fields.file, fields.problems)
    labels = {ENGLISH: texts.required_text(ENGLISH) or ""}
    labels |= {language: text for language in languages() if (text := texts.text(language))}
    texts.finish()
    return labels


def exact(fields: Fields, written: Scalar) -> Decimal | None:
    """Return the decimal number that stands there, to its last digit, or None after a problem."""
    if _EXACT.fullmatch(written.text) is None:
        message = said("'{text}' is not a plain decimal number", text=written.text)
        fields.report(written.span, "number", message, "write digits with a point")
        return None
    return Decimal(written.text)


def read_number(fields: Fields, key: str) -> Decimal | None:
    """Return the number at ``key``, or None where it is not written."""
    written = fields.scalar(key)
    return None if written is None else exact(fields, written)


def read_range(fields: Fields, key: str) -> Range | None:
    """Return the range written as ``[low, high]``, or None."""
    listed = fields.texts(key)
    if not listed:
        return None
    numbers = [exact(fields, written) for written in listed]
    if len(numbers) != len(("low", "high")):
        fields.report(fields.span_of(key), "range", said("'{key}' needs two numbers", key=key), "write [low, high]")
        return None
    low, high = numbers
    if low is not None and high is not None and low > high:
        fields.report(fields.span_of(key), "range", said("'{key}' ends before it begins", key=key))
        return None
    return Range(low, high)


def read_duration(fields: Fields, key: str) -> Duration | None:
    """Return the length of time at ``key`` (``28 days``), or None where it is not written."""
    written = fields.scalar(key)
    if written is None:
        return None
    length = parse_duration(written.text)
    if length is None:
        fields.report(
            written.span, "duration", said("'{text}' is no length of time", text=written.text), "write 28 days"
        )
    return length


def read_freshness(fields: Fields) -> Duration | None:
    """Return how long a value stands; None where ``permanent`` is written."""
    written = fields.required_scalar("freshness")
    return None if written is None or written.text == PERMANENT else read_duration(fields, "freshness")


def read_units(fields: Fields) -> tuple[Unit, ...]:
    """Return the units; a unit is a factor, or a mapping of factor, family and other spellings."""
    found = fields.mapping("units")
    if found is None:
        return ()
    units = tuple(unit for entry in found if (unit := _unit(fields, entry.key, found)) is not None)
    _check_units(fields, units)
    return units


def _unit(fields: Fields, name: Scalar, units: MappingTree) -> Unit | None:
    written = units.get(name.text)
    if isinstance(written, Scalar):
        factor = exact(fields, written)
        return None if factor is None else Unit(name.text, factor)
    if not isinstance(written, MappingTree):
        fields.report(name.span, "kind", said("the unit '{text}' needs a factor", text=name.text), "write g/L: 0.1")
        return None
    inner = Fields(written, fields.file, fields.problems)
    factor = read_number(inner, "factor")
    also = read_spellings(inner)
    family = inner.text("family") or ""
    inner.finish()
    return None if factor is None else Unit(name.text, factor, also, family)


def read_converted(fields: Fields) -> tuple[Converted, ...]:
    """Return the units that are converted to the first one, each with its factor and where that is from."""
    found = fields.fields("converted")
    if found is None:
        return ()
    units: list[Converted] = []
    for entry in found.written:
        inner = found.fields(entry.key.text)
        if inner is None:
            continue
        factor, source = read_number(inner, "factor"), inner.required_text("source")
        inner.finish()
        if factor is None or factor <= 0:
            message = said("the factor of '{name}' is not above zero", name=entry.key.text)
            fields.report(entry.key.span, "unit", message)
        elif source is not None:
            units.append(Converted(entry.key.text, factor, source))
    return tuple(units)


def _check_units(fields: Fields, units: tuple[Unit, ...]) -> None:
    """Each family starts with the unit that its factors lead to; factors are above zero; spellings are unique."""
    span = fields.span_of("units")
    families: set[str] = set()
    spellings: set[str] = set()
    for unit in units:
        if unit.family not in families and unit.factor != 1:
            fields.report(
                span, "unit", said("the first unit of a family has the factor 1, not '{name}'", name=unit.name)
            )
        if unit.factor <= 0:
            fields.report(span, "unit", said("the factor of '{name}' is not above zero", name=unit.name))
        if not spellings.isdisjoint((unit.name, *unit.also)):
            fields.report(span, "duplicate-name", said("the unit '{name}' stands here twice", name=unit.name))
        families.add(unit.family)
        spellings.update((unit.name, *unit.also))


def read_codes(fields: Fields, key: str, *, with_kinds: bool = False) -> tuple[Code, ...]:
    """Return the codes, qualifiers or domains listed at ``key``; only codes may be kinds of one another."""
    entries = fields.each(key)
    check_words(fields, entries)
    codes = tuple(code for entry in entries if (code := _code(entry, with_kinds=with_kinds)) is not None)
    _check_kinds(entries, codes)
    return codes


def _code(entry: Fields, *, with_kinds: bool) -> Code | None:
    name = entry.required_text("id")
    label = read_labels(entry, "label")
    also = read_spellings(entry)
    kind_of = (entry.text("kind_of") or "") if with_kinds else ""
    printed = tuple(each.text for each in entry.texts("printed"))
    entry.finish()
    return None if name is None else Code(name, label, also, kind_of, printed)


def _check_kinds(entries: Iterable[Fields], codes: tuple[Code, ...]) -> None:
    """Each wider code is listed beside its kinds, and none is a kind of itself."""
    wider = {code.id: code.kind_of for code in codes if code.kind_of}
    known = {code.id for code in codes}
    for entry in entries:
        name = entry.text("id") or ""
        if name not in wider:
            continue
        if wider[name] not in known:
            message = said("there is no code '{name}'", name=wider[name])
            entry.report(entry.span_of("kind_of"), "unknown-name", message, "write a code of the same concept")
        elif _leads_back(name, wider):
            entry.report(entry.span_of("kind_of"), "circle", said("'{name}' is a kind of itself", name=name))


def _leads_back(name: str, wider: Mapping[str, str]) -> bool:
    above = wider.get(name, "")
    for _ in wider:
        if above == name:
            return True
        above = wider.get(above, "")
    return False


def read_usual_exclusion(fields: Fields) -> UsualExclusion | None:
    """Return the mark ``{share: 3 of 20, source: …}``, with ``look_back`` where the records give one; None without."""
    mark = fields.fields("usually_excludes")
    if mark is None:
        return None
    share = mark.required_scalar("share")
    sources = _sources(mark)
    look_back = read_duration(mark, "look_back")
    mark.finish()
    if share is None:
        return None
    match = _SHARE.fullmatch(share.text)
    if match is None or not 0 < int(match[1]) <= int(match[2]):
        message = said("'{text}' is no share of records", text=share.text)
        fields.report(share.span, "number", message, "write how many of how many: 3 of 20")
        return None
    return UsualExclusion(int(match[1]), int(match[2]), sources, look_back)


def _sources(mark: Fields) -> Mapping[str, str]:
    """Return a source as one text or per language; English is always there."""
    if not isinstance(mark.tree("source"), MappingTree):
        return {ENGLISH: mark.required_text("source") or ""}
    return read_labels(mark, "source") or {ENGLISH: ""}


def read_spellings(fields: Fields) -> tuple[str, ...]:
    """Return the other spellings of a thing."""
    return tuple(name.text for name in fields.texts("also"))


def read_loinc(fields: Fields) -> str:
    """Return the LOINC code, "" where none is written; a code whose check digit is wrong is a problem."""
    written = fields.scalar("loinc")
    if written is None:
        return ""
    if not is_loinc(written.text):
        message = said("'{text}' is no LOINC code: its check digit or its form is wrong", text=written.text)
        fields.report(written.span, "loinc", message, "write digits, a hyphen and the check digit, or leave it out")
    return written.text


def is_loinc(text: str) -> bool:
    """True if the last digit is the Luhn check digit of those before the hyphen (LOINC Users' Guide; memory)."""
    match = _LOINC.fullmatch(text)
    if match is None:
        return False
    doubled = [str(int(digit) * (2 if place % 2 == 0 else 1)) for place, digit in enumerate(reversed(match[1]))]
    total = sum(int(digit) for number in doubled for digit in number)
    return (total + int(match[2])) % 10 == 0
