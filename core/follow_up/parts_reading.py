"""Reading the parts that several places of a schedule share: texts, names, sources, remarks."""

from __future__ import annotations

import re
from collections.abc import Mapping

from core.follow_up.schedule import PRODUCTS, REGIONS, Named, Provenance, Remark, Strength, Text
from core.language.said import said
from core.rule_files.reading.header import texts_by_language
from core.rule_files.rule_file import Source
from core.source_text.fields import Fields
from core.source_text.suggestion import nearest
from core.source_text.tree import Mapping as TreeMapping
from core.source_text.tree import Scalar

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_REF = re.compile(r"[A-Z]\d\d[A-Z]?")


def optional_texts(fields: Fields, key: str) -> Text:
    """Return the texts per language at ``key``, or none where the key is not written."""
    if fields.tree(key) is None:
        return {}
    return texts_by_language(fields, key)


def is_name(fields: Fields, scalar: Scalar) -> bool:
    """Tell whether an id is a name that ``when`` sentences and other files can use; if not, note it."""
    if _NAME.fullmatch(scalar.text):
        return True
    fields.report(
        scalar.span, "syntax", said("'{text}' is no name", text=scalar.text), "write lower-case letters, digits and _"
    )
    return False


def read_ids(fields: Fields, key: str) -> Mapping[str, Fields]:
    """Return a reader for each entry of the mapping at ``key``, by its name."""
    found: dict[str, Fields] = {}
    for entry in fields.mapping(key) or ():
        if not is_name(fields, entry.key):
            continue
        if isinstance(entry.value, TreeMapping):
            found[entry.key.text] = Fields(entry.value, fields.file, fields.problems)
        else:
            fields.report(
                entry.value.span, "kind", said("'{text}' has no keys", text=entry.key.text), "write {en: …, de: …}"
            )
    return found


def read_sources(fields: Fields, sources: Mapping[str, Source]) -> tuple[Source, ...]:
    """Return the sources named at ``source``; every rule has one, if only ``local_default``."""
    found: list[Source] = []
    for scalar in fields.required_texts("source"):
        if scalar.text in sources:
            found.append(sources[scalar.text])
            continue
        near = nearest(scalar.text, sources)
        hint = said("did you mean '{near}'?", near=near) if near else "list it under 'sources:'"
        fields.report(scalar.span, "source", said("unknown source '{text}'", text=scalar.text), hint)
    return tuple(found)


def read_standing(fields: Fields) -> tuple[Strength, Provenance]:
    """Return how much stands behind a statement and whether its source was read."""
    strength = fields.required_choice("strength", tuple(each.value for each in Strength))
    provenance = fields.required_choice("provenance", tuple(each.value for each in Provenance))
    return Strength(strength or "expert"), Provenance(provenance or "memory")


def read_choices(fields: Fields, key: str, known: tuple[str, ...]) -> frozenset[str]:
    """Return the words listed at ``key``, each one of ``known``."""
    return frozenset(read_order(fields, key, known))


def read_order(fields: Fields, key: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words listed at ``key``, each one of ``known``, in their order."""
    found: dict[str, None] = {}
    for scalar in fields.texts(key):
        if scalar.text in known:
            found[scalar.text] = None
            continue
        near = nearest(scalar.text, known)
        hint = (
            said("did you mean '{near}'?", near=near) if near else said("write one of: {names}", names=", ".join(known))
        )
        fields.report(scalar.span, "unknown-value", said("'{key}' cannot be '{text}'", key=key, text=scalar.text), hint)
    return tuple(found)


def read_condition(fields: Fields, conditions: Mapping[str, Named]) -> Named | None:
    """Return the condition named at ``applies_when``, none where the key is not written."""
    scalar = fields.scalar("applies_when")
    if scalar is None or scalar.text in conditions:
        return None if scalar is None else conditions[scalar.text]
    near = nearest(scalar.text, conditions)
    hint = said("did you mean '{near}'?", near=near) if near else "declare it under 'conditions:'"
    fields.report(scalar.span, "unknown-name", said("unknown condition '{text}'", text=scalar.text), hint)
    return None


def read_remarks(
    fields: Fields, key: str, sources: Mapping[str, Source], conditions: Mapping[str, Named]
) -> tuple[Remark, ...]:
    """Return the remarks listed at ``key``: what to report, what else to know."""
    found: list[Remark] = []
    for entry in fields.each(key):
        strength, provenance = read_standing(entry)
        remark = Remark(
            id=entry.required_text("id") or "",
            text=texts_by_language(entry, "text"),
            sources=read_sources(entry, sources),
            strength=strength,
            provenance=provenance,
            regions=read_choices(entry, "region", REGIONS),
            refs=read_refs(entry),
            plain=optional_texts(entry, "plain"),
            is_symptom=entry.yes_no("symptom") is not False,
            claim=optional_texts(entry, "claim"),
            products=read_choices(entry, "product", PRODUCTS),
            applies_when=read_condition(entry, conditions),
        )
        entry.finish()
        found.append(remark)
    return tuple(found)


def read_refs(fields: Fields) -> tuple[str, ...]:
    """Return the items of the evidence table at ``ref``: a letter, two digits, at times a letter more (``Y03A``)."""
    found: list[str] = []
    for scalar in fields.texts("ref"):
        if _REF.fullmatch(scalar.text):
            found.append(scalar.text)
        else:
            fields.report(
                scalar.span, "syntax", said("'{text}' is no item", text=scalar.text), "write it as in Y03 or Y03A"
            )
    return tuple(found)
