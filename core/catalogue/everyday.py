"""Names that are typed and never printed: trade names, abbreviations, names of laboratories, codes of the ICD-10."""

from __future__ import annotations

from collections.abc import Mapping

from core.catalogue.names import Among, Names
from core.source_text.fields import Fields

_COUNTRIES = ("de", "gb", "us")


def read_trade_names(fields: Fields, names: Names) -> Mapping[str, str]:
    """Return the trade names of one drug, each with the drug; they are sold so in one of three countries."""
    return _names_of(fields, "drug", _COUNTRIES, Among.DRUGS, names)


def read_abbreviations(fields: Fields, names: Names) -> Mapping[str, str]:
    """Return the abbreviations and names of salts of one drug or class, each with it."""
    return _names_of(fields, "drug", ("names",), Among.DRUGS, names)


def read_printed_names(fields: Fields, names: Names) -> Mapping[str, str]:
    """Return the names under which laboratories print one concept, each with the concept."""
    return _names_of(fields, "concept", ("names",), Among.CONCEPTS, names)


def read_icd10(fields: Fields, names: Names) -> Mapping[str, str]:
    """Return the codes of one diagnosis, each with the diagnosis."""
    owner = names.use(fields, "is", Among.CONCEPTS)
    codes = [code.text for code in fields.required_texts("codes")]
    fields.finish()
    return {code: name for name in owner for code in codes}


def _names_of(fields: Fields, key: str, lists: tuple[str, ...], among: Among, names: Names) -> Mapping[str, str]:
    owner = next(iter(names.use(fields, key, among)), "")
    written = [name for each in lists for name in fields.texts(each)]
    fields.text("source")
    fields.finish()
    for name in written:
        names.declare_everyday(name, owner, fields)
    return {name.text: owner for name in written}
