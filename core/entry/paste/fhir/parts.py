"""Parts of a resource, read without trust: what is not of the shape it should have is not there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

Resource = Mapping[str, object]
DAY = re.compile(r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:T(\d{2}:\d{2}))?")


@dataclass(frozen=True, slots=True)
class Coding:
    """One code: its system as a URI, and what it is called."""

    system: str
    code: str
    display: str = ""


def text_of(of: Resource, key: str) -> str:
    """Return a text with its blanks as one, "" where there is none."""
    found = of.get(key)
    return " ".join(found.split()) if isinstance(found, str) else ""


def object_of(of: Resource, key: str) -> Resource:
    """Return an object, an empty one where there is none."""
    found = of.get(key)
    return cast("Resource", found) if isinstance(found, dict) else {}


def objects_of(of: Resource, key: str) -> Sequence[Resource]:
    """Return the objects of a list."""
    found = of.get(key)
    listed: list[object] = cast("list[object]", found) if isinstance(found, list) else []
    return [cast("Resource", each) for each in listed if isinstance(each, dict)]


def concepts_of(of: Resource, key: str) -> Sequence[Resource]:
    """Return coded concepts, where one stands or a list of them."""
    return objects_of(of, key) or ([object_of(of, key)] if object_of(of, key) else [])


def codings_of(concept: Resource) -> tuple[Coding, ...]:
    """Return the codes of a coded concept; one that is marked absent has none."""
    found = (
        Coding(text_of(each, "system"), text_of(each, "code"), text_of(each, "display"))
        for each in objects_of(concept, "coding")
    )
    return tuple(each for each in found if each.code or each.display)


def codes_of(of: Resource, key: str) -> tuple[str, ...]:
    """Return the bare codes of one coded concept, or of several."""
    return tuple(coding.code for each in concepts_of(of, key) for coding in codings_of(each) if coding.code)


def names_of(concept: Resource) -> tuple[str, ...]:
    """Return what a coded concept is called: its text first, then what its codes are called, each once."""
    names = (text_of(concept, "text"), *(each.display for each in codings_of(concept)))
    return tuple(dict.fromkeys(name for name in names if name))


def called(concept: Resource) -> str:
    """Return what a coded concept is called first, else its first code."""
    return next(iter((*names_of(concept), *(each.code for each in codings_of(concept) if each.code))), "")


def reference_of(of: Resource, key: str) -> str:
    """Return what a reference leads to, as it is written."""
    return text_of(object_of(of, key), "reference")


def display_of(of: Resource, key: str) -> str:
    """Return what a reference is called, of several where they are called alike."""
    references = objects_of(of, key) or [object_of(of, key)]
    named = {text_of(each, "display") for each in references} - {""}
    return named.pop() if len(named) == 1 else ""


def day_written(text: str) -> str:
    """Return the day, month or year of a written moment, never shifted to another zone; "" where it is none."""
    found = DAY.match(text)
    return "" if found is None else found[1]


def day_at(of: Resource, *keys: str) -> str:
    """Return the first day that one of several keys writes."""
    return next((day for key in keys if (day := day_written(text_of(of, key)))), "")


def unread(of: Resource, known: Iterable[str]) -> tuple[str, ...]:
    """Return the parts of a resource that say something and were not read, by their names."""
    return tuple(
        sorted(key for key in of if key not in _ADMINISTRATIVE and not key.startswith("_") and key not in known)
    )


_ADMINISTRATIVE = frozenset(
    {
        "resourceType", "id", "meta", "implicitRules", "language", "text", "contained", "extension", "identifier",
        "subject", "patient", "encounter", "context", "recorder", "asserter", "informationSource", "partOf", "basedOn",
        "instantiatesCanonical", "instantiatesUri", "derivedFrom", "requester", "performer", "performerType",
        "groupIdentifier", "priority", "reportedBoolean", "reportedReference", "insurance", "dispenseRequest",
        "substitution", "supportingInformation", "lotNumber", "expirationDate", "manufacturer", "location",
        "primarySource", "reportOrigin", "fundingSource", "eventHistory", "category", "recorded", "device",
        "usedReference", "usedCode",
    }
)  # fmt: skip
"""Parts that say who, where and under which number, and nothing of the patient that is recorded."""
