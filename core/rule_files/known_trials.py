"""Trials that are known and have no rule file, since their criteria are not public: a list to look at, never judged."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from core.catalogue.catalogue import Catalogue
from core.discovery import program_path, rules_path
from core.language.said import said
from core.rule_files.reading.header import texts_by_language
from core.source_text.fields import Fields, fields_of
from core.source_text.problem import Problem
from core.source_text.reading import read_text
from core.values.partial_date import parse_partial_date

_FILE = "known_trials.yaml"
_ID = re.compile(r"nct\d{8}")
_AGE = re.compile(r"(\d{1,3}) (?:to (\d{1,3})|and older)")
_COUNTRIES = "treatment_country"
"""The concept whose codes are the countries."""


@dataclass(frozen=True, slots=True)
class KnownTrial:
    """A trial without a rule file, by its number in the registry (``nct01234567``).

    ``youngest`` and ``oldest`` are completed years by the registry, ``oldest`` None where it names no upper age;
    ``phase`` is "" where it names none; ``status`` is its word, ``seen`` the day that was read, as written. ``why``
    there is no file and the ``source`` of all of it are per language; ``diseases`` and ``countries`` are ids and codes
    of the catalogue.
    """

    id: str
    acronym: str
    title: Mapping[str, str]
    diseases: tuple[str, ...]
    product: Mapping[str, str]
    sponsor: str
    phase: str
    countries: tuple[str, ...]
    youngest: int
    oldest: int | None
    status: str
    seen: str
    why: Mapping[str, str]
    source: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class KnownTrials:
    """The trials of the list that could be read, in its order, and every problem of it."""

    trials: tuple[KnownTrial, ...]
    problems: tuple[Problem, ...]


def shipped_known_trials(catalogue: Catalogue) -> KnownTrials:
    """Return the list that ships."""
    path = rules_path(_FILE)
    return read_known_trials(path.read_bytes(), path.relative_to(program_path()).as_posix(), catalogue)


def read_known_trials(content: bytes, file: str, catalogue: Catalogue) -> KnownTrials:
    """Read the list; nothing is raised for what stands in it, and a trial with a problem hides no other."""
    tree, found = read_text(content, file)
    problems = list(found)
    fields = None if tree is None else fields_of(tree, file, problems)
    if fields is None:
        return KnownTrials((), tuple(problems))
    if (form := fields.required_text("format")) not in (None, "1"):
        message = said("format '{form}' is not known", form=form)
        fields.report(fields.span_of("format"), "format", message, "write format: 1")
    named = fields.fields("sources") if fields.required_mapping("sources") is not None else None
    keys = () if named is None else tuple(entry.key.text for entry in named.written)
    sources = {} if named is None else {key: texts_by_language(named, key) for key in keys}
    trials: dict[str, KnownTrial] = {}
    fields.required_sequence("trials")
    for entry in fields.each("trials"):
        errors = len(problems)
        trial = _trial(entry, sources, catalogue)
        if trial.id in trials:
            message = said("the trial '{id}' stands twice", id=trial.id)
            entry.report(entry.span_of("id"), "duplicate-id", message, "keep one of them")
        elif len(problems) == errors:
            trials[trial.id] = trial
    fields.finish()
    return KnownTrials(tuple(trials.values()), tuple(problems))


def _trial(fields: Fields, sources: Mapping[str, Mapping[str, str]], catalogue: Catalogue) -> KnownTrial:
    youngest, oldest = _age(fields)
    trial = KnownTrial(
        id=_id(fields),
        acronym=fields.text("acronym") or "",
        title=texts_by_language(fields, "title"),
        diseases=_named(fields, "diseases", frozenset(catalogue.concepts)),
        product=texts_by_language(fields, "product"),
        sponsor=fields.required_text("sponsor") or "",
        phase=fields.text("phase") or "",
        countries=_named(fields, "countries", _countries(catalogue)),
        youngest=youngest,
        oldest=oldest,
        status=fields.required_text("status") or "",
        seen=_day(fields),
        why=texts_by_language(fields, "why"),
        source=sources.get(fields.required_choice("source", sources) or "", {}),
    )
    fields.finish()
    return trial


def _countries(catalogue: Catalogue) -> frozenset[str]:
    concept = catalogue.concept(_COUNTRIES)
    return frozenset() if concept is None else frozenset(code.id for code in concept.codes)


def country_label(code: str, catalogue: Catalogue) -> Mapping[str, str]:
    """Return what a country is called, per language. Raises KeyError for one that the catalogue does not hold."""
    concept = catalogue.concept(_COUNTRIES)
    codes = () if concept is None else concept.codes
    return {each.id: each.label for each in codes}[code]


def _named(fields: Fields, key: str, known: frozenset[str]) -> tuple[str, ...]:
    found = fields.required_texts(key)
    for scalar in found:
        if scalar.text not in known:
            message = said("'{text}' in '{key}' is not in the catalogue", text=scalar.text, key=key)
            fields.report(scalar.span, "unknown-name", message, "write an id as the catalogue has it")
    return tuple(scalar.text for scalar in found)


def _id(fields: Fields) -> str:
    scalar = fields.required_scalar("id")
    if scalar is None:
        return ""
    if _ID.fullmatch(scalar.text) is None:
        message = said("'{key}' is '{text}'", key="id", text=scalar.text)
        fields.report(scalar.span, "syntax", message, "write nct and eight digits")
    return scalar.text


def _age(fields: Fields) -> tuple[int, int | None]:
    scalar = fields.required_scalar("age")
    if scalar is None:
        return 0, None
    match = _AGE.fullmatch(scalar.text)
    if match is None:
        message = said("'{key}' is '{text}'", key="age", text=scalar.text)
        fields.report(scalar.span, "syntax", message, "write whole years: 18 to 65, or 18 and older")
        return 0, None
    youngest, oldest = int(match[1]), None if match[2] is None else int(match[2])
    if oldest is not None and oldest < youngest:
        message = said("'{key}' is '{text}'", key="age", text=scalar.text)
        fields.report(scalar.span, "range", message, "the lower age comes first")
    return youngest, oldest


def _day(fields: Fields) -> str:
    scalar = fields.required_scalar("seen")
    if scalar is None:
        return ""
    if parse_partial_date(scalar.text) is None:
        message = said("'{text}' is no date", text=scalar.text)
        fields.report(scalar.span, "date", message, "write the day it was read, such as 2026-11-30")
    return scalar.text
