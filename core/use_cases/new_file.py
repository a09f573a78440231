"""The skeleton of a rule file: from the record of a registry each line of its criteria as a text that is to be written.

A line that nobody wrote as a condition yet is not public to the program: it is never passed and never failed. Nothing
but ages and sex is taken for a condition, since these are fields of the record and not words.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Kind
from core.errors import WorldError
from core.language.languages import ENGLISH
from core.language.phrases import Phrases, spoken

_AGE = re.compile(r"(\d{1,3})\s+(year|month)s?", re.IGNORECASE)
_HEAD = re.compile(r"\W*(?:key\s+)?(inclusion|exclusion)\s+criteria\W*", re.IGNORECASE)
_BULLET = re.compile(r"\s*(?:[*•·-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ESCAPED = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": " ", "\t": " "})
_MOST_SIGNS = 600
_ENGLISH = spoken(ENGLISH)
_SPELLED = {"systemic lupus erythematosus": "sle", "lupus nephritis": "lupus_nephritis", "systemic sclerosis": "ssc",
    "scleroderma": "ssc", "myositis": "iim", "dermatomyositis": "iim", "lupus": "sle"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RegistryRecord:
    """What a registry says of a trial, as it is written there; "" and () for what it does not say."""

    number: str = ""
    title: str = ""
    status: str = ""
    sponsor: str = ""
    phase: str = ""
    product: str = ""
    changed: str = ""
    countries: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    sex: str = ""
    youngest: str = ""
    oldest: str = ""
    inclusion: tuple[str, ...] = ()
    exclusion: tuple[str, ...] = ()


# --- what a registry wrote


def read_record(content: bytes, number: str) -> RegistryRecord:
    """Return the record of a trial: a ClinicalTrials.gov v2 JSON record, or the row of a CSV table with its number.

    Of several JSON records (a list, a download of a search) it is the one with the number. Raises WorldError where it
    is neither, or where there is no such row or record.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise WorldError("new-no-text", byte=error.start) from None
    if text.lstrip().startswith(("{", "[")):
        return _of_json(text, number)
    return _of_table(text, number)


def _of_json(text: str, number: str) -> RegistryRecord:
    try:
        found: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise WorldError("new-no-json", reason=str(error)) from None
    studies = _Part(found).items("studies") or (cast("list[object]", found) if isinstance(found, list) else [found])
    protocols = [_Part(each).inside("protocolSection") for each in studies]
    named = [each for each in protocols if each.inside("identificationModule").text("nctId")]
    if not named:
        raise WorldError("new-no-record")
    whole = next((each for each in named if _number_of(each) == number.casefold()), named[0])
    if len(named) > 1 and _number_of(whole) != number.casefold():
        raise WorldError("new-no-row", number=number.upper())
    identity, eligibility = whole.inside("identificationModule"), whole.inside("eligibilityModule")
    places = whole.inside("contactsLocationsModule").parts("locations")
    inclusion, exclusion = split_criteria(eligibility.text("eligibilityCriteria"))
    return RegistryRecord(
        number=identity.text("nctId"),
        title=identity.text("briefTitle") or identity.text("officialTitle"),
        status=whole.inside("statusModule").text("overallStatus"),
        sponsor=whole.inside("sponsorCollaboratorsModule").inside("leadSponsor").text("name"),
        phase="/".join(whole.inside("designModule").texts("phases")),
        product=", ".join(each.text("name") for each in whole.inside("armsInterventionsModule").parts("interventions")),
        changed=whole.inside("statusModule").inside("lastUpdatePostDateStruct").text("date"),
        countries=tuple(dict.fromkeys(each.text("country") for each in places if each.text("country"))),
        conditions=whole.inside("conditionsModule").texts("conditions"),
        sex=eligibility.text("sex"),
        youngest=eligibility.text("minimumAge"),
        oldest=eligibility.text("maximumAge"),
        inclusion=inclusion,
        exclusion=exclusion,
    )


def _number_of(protocol: _Part) -> str:
    return protocol.inside("identificationModule").text("nctId").casefold()


class _Part:
    """A piece of JSON from elsewhere: what is not there, or is something else than expected, is nothing."""

    def __init__(self, found: object) -> None:
        known: Mapping[str, object] = cast("Mapping[str, object]", found) if isinstance(found, dict) else {}
        self._found = known

    def inside(self, key: str) -> _Part:
        return _Part(self._found.get(key))

    def text(self, key: str) -> str:
        value = self._found.get(key)
        return value.strip() if isinstance(value, str) else ""

    def items(self, key: str) -> list[object]:
        value = self._found.get(key)
        return cast("list[object]", value) if isinstance(value, list) else []

    def texts(self, key: str) -> tuple[str, ...]:
        return tuple(each.strip() for each in self.items(key) if isinstance(each, str))

    def parts(self, key: str) -> tuple[_Part, ...]:
        return tuple(map(_Part, self.items(key)))


_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "number": ("nctid", "nct number"),
    "title": ("brieftitle", "study title", "title"),
    "status": ("overallstatus", "study status", "status"),
    "sponsor": ("leadsponsor", "sponsor"),
    "phase": ("phase", "phases"),
    "product": ("productname", "interventions"),
    "changed": ("lastupdatepostdate", "last update posted"),
    "countries": ("countries",),
    "conditions": ("conditions",),
    "sex": ("sex", "gender"),
    "youngest": ("minage", "minimumage"),
    "oldest": ("maxage", "maximumage"),
    "criteria": ("eligibilitycriteria", "eligibility criteria", "criteria"),
}
"""What registry tables call their columns, small letters."""


def _of_table(text: str, number: str) -> RegistryRecord:
    rows = csv.DictReader(io.StringIO(text))
    for row in rows:
        named = {(key or "").strip().lower(): (value or "") for key, value in row.items() if isinstance(value, str)}
        known = {key: _first(named, names) for key, names in _COLUMNS.items()}
        if known["number"].lower() == number.lower():
            inclusion, exclusion = split_criteria(known.pop("criteria"))
            countries, conditions = (_split(known.pop(key)) for key in ("countries", "conditions"))
            return RegistryRecord(
                **known, countries=countries, conditions=conditions, inclusion=inclusion, exclusion=exclusion
            )
    raise WorldError("new-no-row", number=number.upper())


def _first(row: Mapping[str, str], names: Sequence[str]) -> str:
    return next((row[name].strip() for name in names if row.get(name, "").strip()), "")


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in re.split(r"[|;]", text) if part.strip())


def split_criteria(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines below "Inclusion Criteria" and below "Exclusion Criteria"; lines before both are inclusions."""
    found: dict[str, list[str]] = {"inclusion": [], "exclusion": []}
    side = "inclusion"
    for line in text.splitlines():
        head = _HEAD.fullmatch(line)
        if head is not None:
            side = head[1].lower()
        elif line.strip():
            bare = _BULLET.sub("", line, count=1).strip()
            if bare:
                found[side].append(bare[:_MOST_SIGNS])
    return tuple(found["inclusion"]), tuple(found["exclusion"])


# --- the skeleton


def diseases_of(record: RegistryRecord, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the diseases of the catalogue that a record names, in its order."""
    found: dict[str, None] = {}
    for text in record.conditions:
        named = _SPELLED.get(text.lower()) or catalogue.id_called(text) or _within(text)
        concept = catalogue.concept(named or "")
        if concept is not None and concept.kind is Kind.CONDITION:
            found.setdefault(concept.id)
    return tuple(found)


def _within(text: str) -> str:
    return next((name for spelled, name in _SPELLED.items() if spelled in text.lower()), "")


def skeleton(
    rule_id: str, record: RegistryRecord, diseases: Sequence[str], today: date, phrases: Phrases = _ENGLISH
) -> str:
    """Return the text of a rule file that reads without errors, with everything that is still to be written marked.

    What the program says in it stands in English and in the language of ``phrases``, what the registry says as it does.
    """
    own = _Own(phrases)
    lines = (*_head(rule_id, record, diseases, today, own), *_criteria(record, own), *_examples(today, record, own))
    return "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True)
class _Own:
    """Words of the program's own, as a file has them: in English, and in the language asked for."""

    phrases: Phrases

    def say(self, phrase: str, **arguments: str | int) -> str:
        english = _quoted(_ENGLISH.say(phrase, **arguments).strip())
        if self.phrases.language == ENGLISH:
            return english
        return f"{{en: {english}, {self.phrases.language}: {_quoted(self.phrases.say(phrase, **arguments).strip())}}}"


def _quoted(text: str) -> str:
    return f'"{text.translate(_ESCAPED)}"'


def _head(rule_id: str, record: RegistryRecord, diseases: Sequence[str], today: date, own: _Own) -> Iterator[str]:
    yield "format: 1"
    yield f"id: {rule_id}"
    yield "kind: protocol"
    yield "version: 0.1.0"
    yield "state: draft"
    yield "completeness: partial"
    yield "missing:"
    yield f"  - {own.say('new-missing')}"
    yield f"diseases: [{', '.join(diseases)}]"
    yield f"title: {_quoted(record.title or rule_id)}"
    told = {
        "nct": record.number,
        "sponsor": record.sponsor,
        "phase": record.phase,
        "product": record.product,
        "countries": ", ".join(record.countries),
        "changed": record.changed,
    }
    if any(told.values()):
        yield "registry:"
        yield from (f"  {key}: {_quoted(value)}" for key, value in told.items() if value)
    yield "reviewed: not reviewed by a physician"
    yield "sources:"
    yield "  registry:"
    yield f"    title: {own.say('new-source', number=record.number)}"
    if record.number.upper().startswith("NCT"):
        yield f"    url: {_quoted(f'https://clinicaltrials.gov/study/{record.number}')}"
    yield f"    date: {record.changed if _DAY.fullmatch(record.changed) else 'unknown'}"
    yield f"    read: {today.isoformat()}"
    yield ""


def _criteria(record: RegistryRecord, own: _Own) -> Iterator[str]:
    yield "inclusion:"
    yield from _age(record, own)
    if record.sex.upper() in ("FEMALE", "MALE"):
        sex = record.sex.lower()
        yield from _criterion("sex", own.say(f"new-sex-{sex}"), f"require: sex is {sex}", "registry sex")
    lines = record.inclusion or (() if record.youngest or record.oldest or record.sex else ("",))
    for number, text in enumerate(lines, start=1):
        yield from _stub("inclusion", number, text, own)
    if not record.exclusion:
        yield "exclusion: not_public"
        return
    yield ""
    yield "exclusion:"
    for number, text in enumerate(record.exclusion, start=1):
        yield from _stub("exclusion", number, text, own)


def _stub(side: str, number: int, text: str, own: _Own) -> Iterator[str]:
    line = f"not_public: {own.say(f'new-not-written-{side}', number=number)}"
    written = _quoted(text) if text else own.say("new-to-write")
    yield from _criterion(f"{side}_{number}", written, line, f"registry {side} {number}")


def _criterion(name: str, text: str, line: str, source: str) -> Iterator[str]:
    yield f"  - id: {name}"
    yield f"    text: {text}"
    yield f"    {line}"
    yield f"    source: {source}"


def _age(record: RegistryRecord, own: _Own) -> Iterator[str]:
    low, high = (_AGE.fullmatch(text.strip()) for text in (record.youngest, record.oldest))
    first, last = (None if each is None else f"{each[1]} {each[2].lower()}s" for each in (low, high))
    told = {f"{end}_{key}": value for end, each in (("low", low), ("high", high)) for key, value in _age_said(each)}
    if first and last:
        condition, phrase = f"age between {first} and {last}", "new-age-between"
    elif first:
        condition, phrase = f"age >= {first}", "new-age-from"
    elif last:
        condition, phrase = f"age <= {last}", "new-age-to"
    else:
        return
    require = f"require: {condition}" if _is_in_years(record) else f"not_public: {own.say('new-not-written-age')}"
    yield from _criterion("age", own.say(phrase, **told), require, "registry age")


def _is_in_years(record: RegistryRecord) -> bool:
    """True if every age of the record is one in years: conditions count an age in completed years alone."""
    ages = [age for age in map(_AGE.fullmatch, (record.youngest.strip(), record.oldest.strip())) if age is not None]
    return bool(ages) and all(age[2].lower() == "year" for age in ages)


def _age_said(age: re.Match[str] | None) -> Iterator[tuple[str, str | int]]:
    """Yield the number and the unit of an age, as phrases take them."""
    if age is not None:
        yield from (("count", int(age[1])), ("unit", age[2].lower()))


def _examples(today: date, record: RegistryRecord, own: _Own) -> Iterator[str]:
    yield ""
    yield "examples:"
    yield f"  - name: {_quoted(own.phrases.say('new-example'))}"
    yield f"    on: {today.isoformat()}"
    yield "    patient: {sex: unknown}"
    asked = ["age"] if _is_in_years(record) else []
    asked += ["sex"] if record.sex.upper() in ("FEMALE", "MALE") else []
    yield f"    expect: {{screening: {{fails: [], unknown: [{', '.join(asked)}]}}}}"
