"""The sections that several safety reports share: patient, event, product, other products, log, reporter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.chart.entries import Course
from core.chart.words import TREATMENTS
from core.documents.blocks import (
    Block,
    Cell,
    Checklist,
    ChecklistItem,
    Column,
    Heading,
    KeyValues,
    Lines,
    Paragraph,
    Table,
    muted,
)
from core.documents.referral_letter.telling import LetterTelling
from core.documents.referral_letter.typed import TO_FILL, TypedField, typed_pairs
from core.documents.safety.paper import SafetyWriting
from core.safety import SafetyCase, Serious

CASE = (TypedField("own-case-number"), TypedField("aware-on"))
REPORTER = (TypedField("reporter-qualification"), TypedField("reporter-country"))
JUDGED = (
    TypedField("serious-criteria"),
    TypedField("event-narrative", is_long=True),
    TypedField("event-relatedness"),
)
USED_FOR = (TypedField("indication"),)

Pair = tuple[str, Cell]


def heading(writing: SafetyWriting, name: str) -> Heading:
    """Return a heading by its name without ``safety-``."""
    return Heading(writing.telling.say(f"safety-{name}"))


def typed(writing: SafetyWriting, fields: Iterable[TypedField]) -> KeyValues:
    """Return fields that are typed; an empty one is a line to fill."""
    return KeyValues(tuple(typed_pairs(fields, writing.telling, writing.options)))


def patient(writing: SafetyWriting) -> Iterator[Block]:
    """Yield who it is, without a name: initials, age, sex, weight, the number in the record."""
    telling, case = writing.telling, writing.case
    say = telling.say
    age = TO_FILL if case.age is None else say("letter-years", years=case.age)
    sexes = [telling.value_words(each)[0] for each in case.chart.of("sex")[-1:]]
    died = () if case.died_on is None else ((say("safety-died-on"), telling.day(case.died_on.text)),)
    yield KeyValues(
        (
            (say("statement-initials"), case.initials or TO_FILL),
            (say("safety-age"), age),
            (say("safety-sex"), "".join(sexes) or TO_FILL),
            _weight(telling, case),
            (say("safety-number"), case.chart.shown_number),
            *died,
        ),
        2,
    )


def _weight(telling: LetterTelling, case: SafetyCase) -> Pair:
    concept, found = case.catalogue.by_role["weight"], case.weight
    if found is None:
        return telling.label(concept), TO_FILL
    value, day = telling.value_words(found)
    return telling.label(concept), telling.say("letter-of", value=value, day=day)


def event(writing: SafetyWriting) -> Iterator[Block]:
    """Yield what happened, from when to when, how grave it was, how it went; lines to fill where nothing is chosen."""
    case, words = writing.case, writing.words
    say = writing.telling.say
    if case.reported is None:
        names = ("event", "onset", "end", "outcome")
        yield KeyValues(tuple((say(f"safety-{name}"), TO_FILL) for name in names))
        return
    name = words.reaction()
    pairs: tuple[Pair, ...] = (
        (say("safety-event"), Lines((name, muted(say("safety-verbatim"))))),
        (say("safety-onset"), words.onset() or TO_FILL),
        (say("safety-end"), words.end() or TO_FILL),
        (say("safety-outcome"), say(f"safety-outcome-{case.outcome.value}")),
    )
    yield KeyValues((*pairs, *words.gravity()))


def seriousness(writing: SafetyWriting) -> Iterator[Block]:
    """Yield the criteria, ticked where the record shows one or somebody typed its letter."""
    say, serious = writing.telling.say, writing.case.serious
    yield Paragraph(say("safety-serious"), leads=True)
    yield Checklist(tuple(ChecklistItem(say(f"safety-serious-{each.value}"), each in serious) for each in Serious))
    yield Paragraph(muted(say("safety-serious-grade")))


def product(writing: SafetyWriting) -> Iterator[Block]:
    """Yield the infused product as on record; what is not is a line to fill."""
    telling, infusion = writing.telling, writing.case.infusion
    say = telling.say
    if infusion is None:
        yield KeyValues(((say("safety-product"), TO_FILL), (say("letter-infusion-day"), TO_FILL)))
        return
    kind = say(f"documents-product-{infusion.product}") if infusion.product else TO_FILL
    ground = say(f"safety-ground-{infusion.indication}") if infusion.indication else TO_FILL
    told: list[Pair] = [
        (say("safety-product"), infusion.product_name or TO_FILL),
        (say("letter-infusion-product"), kind),
        (say("letter-infusion-vector"), infusion.vector or TO_FILL),
        (say("safety-batch"), infusion.batch or TO_FILL),
        (say("letter-infusion-cells"), str(infusion.cells).replace(" x ", " × ") if infusion.cells else TO_FILL),
        (say("letter-infusion-day"), telling.shown_day(infusion.on)),
        (say("safety-ground"), ground),
        (say("safety-permit"), infusion.permit or TO_FILL),
    ]
    yield KeyValues(tuple(told), 2)
    depletion = "; ".join(_course(each, writing) for each in writing.case.lymphodepletion)
    wide: list[Pair] = [(say("letter-infusion-lymphodepletion"), depletion or _no_depletion(writing))]
    if infusion.bridging:
        wide.append((say("safety-bridging"), infusion.bridging))
    yield KeyValues((*wide, *typed_pairs(USED_FOR, telling, writing.options)))
    if len(writing.case.chart.infusions) > 1:
        days = ", ".join(telling.shown_day(each.on) for each in writing.case.chart.infusions)
        yield Paragraph(say("safety-several-infusions", days=days))


def _no_depletion(writing: SafetyWriting) -> str:
    infusion = writing.case.infusion
    is_left_out = infusion is not None and infusion.lymphodepletion == ()
    return writing.telling.say("letter-none-given") if is_left_out else TO_FILL


def _course(course: Course, writing: SafetyWriting) -> str:
    telling, words = writing.telling, writing.words
    first = telling.say("letter-day-unknown") if course.start is None else telling.day(course.start.text)
    last = "" if course.end is None or course.end == course.start else f" \N{EN DASH} {telling.day(course.end.text)}"
    return ", ".join(part for part in (words.drug(course), words.doses(course), f"{first}{last}") if part)


def others(writing: SafetyWriting, above: str = "others") -> Iterator[Block]:
    """Yield the other products that may have run when it began, below the heading ``above``."""
    telling, courses = writing.telling, writing.case.others
    say = telling.say
    if not courses:
        told = telling.complete(TREATMENTS)
        yield Paragraph(say("safety-no-others", complete=told) if told else say("safety-no-others-known"))
        return
    columns = tuple(Column(say(f"letter-column-{name}"), width) for name, width in _OTHERS)
    yield Table(columns, tuple(_row(each, writing) for each in courses), say(f"safety-{above}"))


_OTHERS = (("drug", 2.6), ("from", 1.4), ("to", 1.4), ("dose", 3.6))


def _row(course: Course, writing: SafetyWriting) -> tuple[Cell, ...]:
    telling, words = writing.telling, writing.words
    unknown = telling.say("letter-day-unknown")
    end = telling.say("letter-ongoing") if course.is_ongoing else unknown
    return (
        words.drug(course),
        unknown if course.start is None else telling.day(course.start.text),
        end if course.end is None else telling.day(course.end.text),
        Lines(tuple(words.dose_lines(course)) or (telling.say("letter-dose-not-recorded"),)),
    )


def tests(writing: SafetyWriting) -> Iterator[Block]:
    """Yield what was measured, as the log has it."""
    pairs = writing.words.tests()
    if pairs:
        yield Paragraph(muted(writing.telling.say("safety-log")), leads=True)
        yield KeyValues(pairs, 2)
    else:
        yield Paragraph(writing.telling.say("safety-no-log"))


def history(writing: SafetyWriting) -> Iterator[Block]:
    """Yield the diagnoses that go on, but the one that is reported."""
    lines = writing.words.history()
    yield KeyValues(((writing.telling.say("statement-diagnoses"), Lines(lines) if lines else TO_FILL),))


def reporter(writing: SafetyWriting) -> Iterator[Block]:
    """Yield who reports."""
    say, who = writing.telling.say, writing.case.reporter
    address = (
        Lines(tuple(filter(None, (who.organisation, *who.address)))) if who.organisation or who.address else TO_FILL
    )
    told: list[Pair] = [
        (say("safety-reporter-name"), who.name or TO_FILL),
        (say("safety-reporter-place"), address),
        (say("safety-reporter-telephone"), who.telephone or TO_FILL),
    ]
    yield KeyValues((*told, *typed_pairs((*REPORTER, *CASE), writing.telling, writing.options)))


def judgement(writing: SafetyWriting) -> Iterator[Block]:
    """Yield what only the reporter can say."""
    yield typed(writing, JUDGED[1:])  # the letters typed for seriousness are its ticks


def ticks(writing: SafetyWriting, names: Iterable[str]) -> Checklist:
    """Return boxes to tick."""
    return Checklist(tuple(ChecklistItem(writing.telling.say(f"safety-tick-{name}")) for name in names))
