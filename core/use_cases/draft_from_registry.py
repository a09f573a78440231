"""The draft of a rule file from a kept record of a registry: the skeleton that ``rules new`` writes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import astuple
from datetime import date

from core.catalogue.catalogue import Catalogue
from core.errors import WorldError
from core.language.dates import format_partial
from core.language.phrases import Phrases
from core.use_cases.keep_drafts import Draft
from core.use_cases.keep_registry import KeptState
from core.use_cases.new_file import RegistryRecord, diseases_of, read_record, skeleton


def draft_of(
    state: KeptState, number: str, otherwise: Sequence[str], catalogue: Catalogue, today: date, phrases: Phrases
) -> Draft:
    """Return the draft of a trial: it holds ages and sex, and of criteria the text alone, as far as a record has one.

    ``otherwise`` are diseases of the catalogue for a record that names none. WorldError where there is no disease, and
    where the state has gone.
    """
    record = _record(state, number)
    diseases = diseases_of(record, catalogue) or tuple(otherwise)
    if not diseases:
        raise WorldError("trials-draft-no-disease", number=number)
    origin = phrases.say("trials-draft-origin", number=number, day=format_partial(state.day, phrases.language))
    return Draft(number.casefold(), skeleton(number.casefold(), record, diseases, today, phrases), origin)


def _record(state: KeptState, number: str) -> RegistryRecord:
    """Return the record that tells most: a table of sites has rows of the number too."""
    found = tuple(_records(state, number))
    if not found:
        raise WorldError("new-no-row", number=number)
    return max(found, key=lambda record: sum(bool(each) for each in astuple(record)))


def _records(state: KeptState, number: str) -> Iterator[RegistryRecord]:
    for _, content in state.contents:
        try:
            record = read_record(content, number)
        except WorldError:  # it is of other trials
            continue
        if record.number.casefold() == number.casefold():
            yield record
