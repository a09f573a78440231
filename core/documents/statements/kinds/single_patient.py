"""United States: the fields of Form FDA 3926, individual patient expanded access (21 CFR 312.305 and 312.310).

Numbers as in the form of August 2022 (OMB 0910-0814; omb.report, ICR 202309-0910-005), of which a public copy was read
up to field 6; a first submission needs 5 to 8, 10 and 11, a follow-up 9 to 11. There the physician moved from field 8
to field 1, so what the form of June 2019 had as 6, 7 and 9 to 11 follows as 7, 8 and 9 to 11:

- 7 letter of authorization, attached or not; 8 qualification: medical school, year, specialty, licence (copy of the
  form of 2019); employment, post and curriculum vitae instead (memory).
- 9 eight kinds of follow-up, of which FDA's talk on follow-ups (September 2019) names the first (written safety report)
  and the notice of OMB names annual report and summary; the other five are memory.
- 10 requests (instructions of March 2016, guidance of October 2017); 11 what the physician certifies: 30 days, informed
  consent, review board, reports (21 CFR 312.305 to 312.310, parts 50 and 56). Days of an emergency: FDA's page
  "Emergency IND Timeline". The form carries initials, never the name.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block, Checklist, ChecklistItem, Heading, KeyValues, Paragraph, muted
from core.documents.referral_letter.block import Writing
from core.documents.referral_letter.telling import LetterTelling
from core.documents.referral_letter.typed import TO_FILL, TypedField, typed_pairs
from core.documents.statements.parts import diagnoses_pair, of_the_letter
from core.documents.statements.statement import Statement

_PHYSICIAN = (TypedField("physician"), TypedField("physician-contact"))
_SUBMISSION = (TypedField("ind-number"), TypedField("emergency-authorised"))
_CLINICAL = (
    TypedField("race-ethnicity"),
    TypedField("indication"),
    TypedField("request-reason", is_long=True),
    TypedField("risk-weighed", is_long=True),
)
_TREATMENT = (
    TypedField("investigational-drug"),
    TypedField("supplier"),
    TypedField("review-division"),
    TypedField("monitoring", is_long=True),
)
_AUTHORISATION = (TypedField("letter-of-authorisation"),)
_QUALIFICATION = (
    TypedField("medical-school"),
    TypedField("graduation"),
    TypedField("specialty"),
    TypedField("licence"),
    TypedField("employment"),
    TypedField("post"),
)
_BOARD = (TypedField("irb"),)
_KINDS = ("initial", "follow-up")
_FOLLOW_UPS = (
    "safety-report", "safety-follow-up", "annual-report", "plan-change",
    "correspondence", "information", "hold", "summary",
)  # fmt: skip
_REQUESTS = ("form", "alternative-irb")
_CERTIFIED = ("thirty-days", "consent", "board", "reports")


def _write(writing: Writing) -> Iterator[Block]:
    telling = writing.telling
    yield _field(telling, "1")
    yield _pairs(writing, _PHYSICIAN)
    yield _field(telling, "2-3")
    initials, day = telling.say("statement-initials"), telling.say("statement-submitted")
    yield KeyValues(((initials, _initials(telling.chart.name)), (day, TO_FILL)), 2)
    yield _field(telling, "4")
    yield _ticks(telling, _KINDS)
    yield _pairs(writing, _SUBMISSION)
    yield from _clinical(writing)
    yield _field(telling, "6")
    yield _pairs(writing, _TREATMENT)
    yield _field(telling, "7")
    yield _ticks(telling, ("attached",))
    yield _pairs(writing, _AUTHORISATION)
    yield _field(telling, "8")
    yield _pairs(writing, _QUALIFICATION, columns=2)
    yield _ticks(telling, ("curriculum",))
    yield from _follow_up(telling)
    yield _field(telling, "10")
    yield _ticks(telling, _REQUESTS)
    yield _field(telling, "11")
    yield _ticks(telling, _CERTIFIED)
    yield _pairs(writing, _BOARD)
    yield Paragraph(telling.say("statement-single-patient-timing"))


def _clinical(writing: Writing) -> Iterator[Block]:
    telling = writing.telling
    yield _field(telling, "5")
    who = (telling.say("statement-who"), telling.who() or TO_FILL)
    yield KeyValues((who, _weight(telling)), 2)
    yield KeyValues((diagnoses_pair(telling),))
    yield _pairs(writing, _CLINICAL)
    yield from of_the_letter(writing, "infusion", "reactions", "therapies")


def _follow_up(telling: LetterTelling) -> Iterator[Block]:
    """Field 9 is filled when there is an application already; before the cells it is the first."""
    yield _field(telling, "9")
    if telling.is_infused:
        yield _ticks(telling, _FOLLOW_UPS)
    else:
        yield Paragraph(muted(telling.say("statement-fda-9-empty")))


def _field(telling: LetterTelling, numbers: str) -> Heading:
    return Heading(telling.say(f"statement-fda-{numbers}"))


def _pairs(writing: Writing, fields: tuple[TypedField, ...], columns: int = 1) -> KeyValues:
    return KeyValues(tuple(typed_pairs(fields, writing.telling, writing.options)), columns)


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


STATEMENT = Statement(
    "single-patient",
    30,
    _write,
    (*_PHYSICIAN, *_SUBMISSION, *_CLINICAL, *_TREATMENT, *_AUTHORISATION, *_QUALIFICATION, *_BOARD),
)
