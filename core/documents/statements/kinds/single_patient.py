"""United States: the fields of Form FDA 3926, individual patient expanded access (21 CFR 312.305 and 312.310).

Numbers and fields as in the form of August 2022 (OMB 0910-0814), of which a public copy was read up to field 6
(omb.report, ICR 202309-0910-005): 1 physician, 2 initials, 3 date, 4 kind of submission, 5 clinical information,
6 treatment; an initial submission needs 5 to 8, 10 and 11, a follow-up 9 to 11. That 7 is the letter of authorization,
8 the qualification, 9 the contents of a follow-up, 10 the requests, 11 the certification follows from the instructions
of 2016, where 6 to 11 had this order. The form carries initials, never the name.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block, Checklist, ChecklistItem, Heading, KeyValues, Paragraph
from core.documents.referral_letter.block import Writing
from core.documents.referral_letter.telling import LetterTelling
from core.documents.referral_letter.typed import TO_FILL, TypedField, typed_pairs
from core.documents.statements.parts import diagnoses_pair, of_the_letter
from core.documents.statements.statement import Statement

_PHYSICIAN = (TypedField("physician"), TypedField("physician-contact"), TypedField("ind-number", is_asked=False))
_CLINICAL = (TypedField("indication"), TypedField("request-reason", is_long=True))
_TREATMENT = (
    TypedField("investigational-drug"),
    TypedField("supplier"),
    TypedField("review-division"),
    TypedField("monitoring", is_long=True),
)
_REST = (TypedField("letter-of-authorisation"), TypedField("qualification", is_long=True), TypedField("irb"))
_TICKS = ("initial", "emergency", "form", "alternative-irb", "certified")


def _write(writing: Writing) -> Iterator[Block]:
    telling = writing.telling
    yield _field(telling, "1")
    yield _pairs(writing, _PHYSICIAN)
    yield _field(telling, "2-3")
    initials, day = telling.say("statement-initials"), telling.say("statement-submitted")
    yield KeyValues(((initials, _initials(telling.chart.name)), (day, TO_FILL)), 2)
    yield _field(telling, "4")
    yield _ticks(telling, _TICKS[:2])
    yield _field(telling, "5")
    who = (telling.say("statement-who"), telling.who() or TO_FILL)
    yield KeyValues((who, _weight(telling)), 2)
    yield KeyValues((diagnoses_pair(telling),))
    yield _pairs(writing, _CLINICAL)
    yield from of_the_letter(writing, "reactions", "therapies")
    yield _field(telling, "6")
    yield _pairs(writing, _TREATMENT)
    yield _field(telling, "7-8")
    yield _pairs(writing, _REST)
    yield _field(telling, "10-11")
    yield _ticks(telling, _TICKS[2:])
    yield Paragraph(telling.say("statement-single-patient-timing"))


def _field(telling: LetterTelling, numbers: str) -> Heading:
    return Heading(telling.say(f"statement-fda-{numbers}"))


def _pairs(writing: Writing, fields: tuple[TypedField, ...]) -> KeyValues:
    return KeyValues(tuple(typed_pairs(fields, writing.telling, writing.options)))


def _ticks(telling: LetterTelling, names: tuple[str, ...]) -> Checklist:
    return Checklist(tuple(ChecklistItem(telling.say(f"statement-tick-{name}")) for name in names))


def _initials(name: str) -> str:
    return "".join(f"{part[0].upper()}." for part in name.replace("-", " ").split() if part[0].isalpha()) or TO_FILL


def _weight(telling: LetterTelling) -> tuple[str, str]:
    concept = telling.scope.catalogue.by_role["weight"]
    found = telling.latest_of(concept.id)
    if found is None:
        return telling.label(concept), TO_FILL
    value, day = telling.value_words(found)
    return telling.label(concept), telling.say("letter-of", value=value, day=day)


STATEMENT = Statement("single-patient", 30, _write, (*_PHYSICIAN, *_CLINICAL, *_TREATMENT, *_REST))
