"""What a printed line is understood as: it is read as a typed text is, and asked about where that leaves a question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from core.catalogue.concept import Concept, Kind
from core.catalogue.spelling import folded
from core.entry.desk.fields import Draft, Field
from core.entry.paste.around import Around
from core.entry.paste.line import PastedLine, State
from core.entry.paste.pieces import limits_of
from core.entry.paste.same import contradicts_flag, is_same_value, usual_units
from core.entry.paste.sheet import Printed, Remark, Row, Stated
from core.entry.paste.standing import are_one, says_more
from core.entry.paste.stating import understood_statement
from core.entry.statement import Plain
from core.entry.typed import Phrase, Refused, TwoReadings, Understood
from core.entry.typed.dates import clock_pattern, read_past_date
from core.entry.typed.numbers import read_number_text
from core.values.partial_date import parse_partial_date

_WHICH_UNIT = "entry-which-unit"
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


def understood(row: Row, around: Around) -> PastedLine:
    """Return what a line is."""
    if isinstance(row, Remark):
        why = Phrase(row.why) if row.why else None
        return PastedLine((row.line, 0), row.raw, State.NO_VALUE, reason=why, is_heading=row.is_heading)
    if isinstance(row, Stated):
        return understood_statement(row, around)
    line = _named(row, around)
    if line.concept is None:
        return line
    value = around.choices.values.get(line.place, row.value)
    if row.others and line.place not in around.choices.values:
        options = tuple(dict.fromkeys(each for each in (row.value, *row.others) if each))
        return replace(line, state=State.WHICH_VALUE, options=options, reason=Phrase("paste-two-values"))
    if not value and not row.rest:
        return replace(line, state=State.REFUSED, reason=Phrase("paste-no-value"))
    day = day_of(row.day or around.day, around)
    if not isinstance(day, str):
        return replace(
            line, state=State.WHICH_DAY, key=row.day or around.day, options=day, reason=Phrase("paste-which-day")
        )
    return _valued(replace(row, value=value), day, line, line.concept, around)


def day_of(written: str, around: Around) -> str | tuple[str, ...]:
    """Return the day that a print writes as a patient file has it, or the days it can be; none where there is none."""
    chosen = around.choices.days.get(written)
    if chosen:
        return chosen
    read = read_past_date(_time().sub("", written.strip()), around.bare.typing)
    if isinstance(read, Understood) and isinstance(read.content, str):
        return read.content
    offered = (
        [read_past_date(each.text, around.bare.typing) for each in read.offers] if isinstance(read, TwoReadings) else []
    )
    days = tuple(each.content for each in offered if isinstance(each, Understood) and isinstance(each.content, str))
    return days[0] if len(days) == 1 else days


# --- names


def _named(row: Printed, around: Around) -> PastedLine:
    """Return the line with the concept its name means: as said for this print, as said before, or by itself."""
    key = f"{row.specimen}: {row.name}" if row.specimen else row.name
    line = PastedLine((row.line, row.part), row.raw, State.NOT_KNOWN, row.name, key)
    chosen = around.choices.concepts.get(folded(key), "")
    said = chosen or around.remembered.concept(around.head.laboratory, key)
    concept = around.desk.catalogue.concept(said) if said else None
    if concept is not None:
        return replace(line, concept=concept, is_remembered=not chosen)
    return replace(line, concept=_of_titre(around.names.call(row.name, row.specimen), row, around))


def _of_titre(concept: Concept | None, row: Printed, around: Around) -> Concept | None:
    """A titre of an antibody that has a concept for its titre is that one."""
    titre = None if concept is None or ":" not in row.value else around.desk.catalogue.concept(f"{concept.id}_titre")
    return titre if titre is not None and titre.kind is Kind.TITRE else concept


# --- values


def _valued(row: Printed, day: str, line: PastedLine, concept: Concept, around: Around) -> PastedLine:
    """Return the line read as a typed text: with its limits where they are limits, without them where they are none."""
    if _units_differ(row, concept):
        reason = Phrase("paste-units-differ", {"unit": row.unit, "code": row.unit_code})
        return replace(line, state=State.REFUSED, reason=reason)
    unit, is_remembered = _unit(row, concept, around)
    number, limits = (_in_style(each, around.decimal) for each in (row.value.rstrip("."), limits_of(row.limits)))
    text, draft = _first_understood(_texts(row, f"{number} {unit}".strip(), limits, day, line, around), concept, around)
    line = replace(line, text=text, is_remembered=line.is_remembered or is_remembered)
    if isinstance(draft.typed, Understood):
        return _against_the_record(row, replace(line, content=_told_by(draft.typed.content, around)), draft, around)
    if isinstance(draft.typed, Refused | TwoReadings) and draft.typed.reason.id == _WHICH_UNIT:
        return _which_unit(number, limits, line, draft.typed, concept, around)
    if isinstance(draft.typed, TwoReadings):
        options = tuple(each.text.split(" @ ")[0].removesuffix(unit).strip() for each in draft.typed.offers)
        return replace(line, state=State.WHICH_VALUE, options=options, reason=draft.typed.reason)
    reason = draft.typed.reason if isinstance(draft.typed, Refused) else Phrase("paste-no-value")
    return replace(line, state=State.REFUSED, reason=reason)


def _texts(row: Printed, amount: str, limits: str, day: str, line: PastedLine, around: Around) -> Iterator[str]:
    """Yield what a line says as it would be typed: the plainest first, then with what else is printed."""
    if row.value:
        yield f"{amount} @ {day}"
        if limits:
            yield f"{amount} {limits} @ {day}"
    if row.rest and line.place not in around.choices.values:
        yield f"{_in_style(row.rest, around.decimal)} @ {day}"


def _first_understood(texts: Iterable[str], concept: Concept, around: Around) -> tuple[str, Draft]:
    """Return the fullest text that is understood, where the value alone is; else the first text with its question."""
    drafts = [(text, _read(text, concept, around)) for text in texts]
    understood_ones = [each for each in drafts if isinstance(each[1].typed, Understood)]
    if not understood_ones:
        return drafts[0]
    with_limits = [each for each in understood_ones[:2] if "ULN" in each[0] or "LLN" in each[0]]
    return with_limits[0] if with_limits else understood_ones[0]


def _unit(row: Printed, concept: Concept, around: Around) -> tuple[str, bool]:
    """Return the unit of a line: as printed, else as chosen here, else as said before of this laboratory."""
    if row.unit or not concept.units or not any(sign.isdecimal() for sign in row.value):
        return row.unit, False
    chosen = around.choices.units.get(concept.id, "")
    said = chosen or around.remembered.unit(around.head.laboratory, concept.id)
    return (said, not chosen) if concept.unit(said) is not None else ("", False)


def _units_differ(row: Printed, concept: Concept) -> bool:
    """True if a unit and its code are two units of the concept: one of them is wrong, and nobody knows which."""
    written, coded = concept.unit(row.unit), concept.unit(row.unit_code)
    if written is None or coded is None:
        return False
    return (written.family, written.factor) != (coded.family, coded.factor)


def _in_style(text: str, decimal: str) -> str:
    """Return a text with its thousands joined, where all numbers of the print show which sign is that of decimals."""
    if not decimal:
        return text
    other = "." if decimal == "," else ","
    return _GROUPED.sub(lambda found: found[0].replace(other, "") if decimal not in found[0] else found[0], text)


def _read(text: str, concept: Concept, around: Around) -> Draft:
    where = Field(concept.id)
    draft = around.bare.typed(where, text).draft(where)
    return Draft(text, Refused(Phrase("paste-no-value"))) if draft is None else draft


def _told_by(content: Plain, around: Around) -> Plain:
    """A finding keeps which laboratory reported it, and which file it came in."""
    if not isinstance(content, dict):
        return content
    laboratory, source = around.head.laboratory, around.source
    told: dict[str, Plain] = {"laboratory": laboratory} if laboratory else {}
    return {**content, **told, **({"note": source} if source and "note" not in content else {})}


def _which_unit(
    number: str, limits: str, line: PastedLine, typed: Refused | TwoReadings, concept: Concept, around: Around
) -> PastedLine:
    """Ask for the unit; where value and limit are usual in one unit alone that is said, and not taken."""
    units: list[str] = []
    for offer in typed.offers:
        read = _read(offer.text, concept, around).typed
        value = read.content.get("value") if isinstance(read, Understood) and isinstance(read.content, dict) else None
        if isinstance(value, str):
            units.append(value.partition(" ")[2])
    limit = re.findall(r"ULN ([\d.,]+)", limits) or re.findall(r"LLN ([\d.,]+)", limits)
    plain = [read_number_text(each) for each in (number.lstrip("<>=≤≥ "), limit[0] if limit else "")]
    value, bound = ("" if each is None or each.other else each.text for each in plain)
    usual = usual_units(value, bound, concept)
    fits = usual[0].name if len(usual) == 1 and usual[0].name in units else ""
    return replace(
        line,
        state=State.WHICH_UNIT,
        key=concept.id,
        options=tuple(dict.fromkeys(units)),
        fits=fits,
        reason=typed.reason,
    )


# --- what is there already


def _against_the_record(row: Printed, line: PastedLine, draft: Draft, around: Around) -> PastedLine:
    """Return an understood line as it stands against the record: there already, otherwise there, older than what is."""
    concept = line.concept
    content = line.content
    if concept is None or content is None or not isinstance(draft.typed, Understood):
        return line
    kept = [each for each in around.desk.all_of(concept.id) if isinstance(each.statement.plain, dict)]
    same_day = [each for each in kept if _day_of(each.statement.plain) == line.day]
    if any(is_same_value(each.statement.plain, content, concept) for each in same_day):
        return replace(line, state=State.ON_RECORD)
    if same_day:
        line = replace(line, replaces=same_day[-1].id)
        return replace(line, state=State.OTHER, reason=Phrase("paste-other-value"))
    if contradicts_flag(content, row.flag, concept):
        return replace(line, state=State.UNUSUAL, reason=Phrase("paste-flag", {"flag": row.flag}))
    if draft.typed.doubts:
        return replace(line, state=State.UNUSUAL, reason=draft.typed.doubts[0].reason)
    newer = [each for each in kept if _is_after(_day_of(each.statement.plain), line.day)]
    return replace(line, state=State.OLDER if newer else State.UNDERSTOOD)


def _day_of(content: Plain) -> str:
    written = content.get("date", "") if isinstance(content, dict) else ""
    return written if isinstance(written, str) else ""


def _is_after(one: str, other: str) -> bool:
    later, earlier = parse_partial_date(one), parse_partial_date(other)
    return later is not None and earlier is not None and later.first > earlier.last


def settled(lines: Iterable[PastedLine]) -> Iterator[PastedLine]:
    """Yield the lines; of two with one concept and day the second is there already, or both are asked about."""
    listed = list(lines)
    alike: dict[tuple[str, str, str], list[int]] = {}
    for at, line in enumerate(listed):
        if line.is_recordable:
            alike.setdefault(_likeness(line), []).append(at)
    for at, line in enumerate(listed):
        places = [each for each in alike.get(_likeness(line), ()) if each != at and line.is_recordable]
        twins = [listed[each] for each in places]
        earlier = [listed[each] for each in places if each < at]
        if not line.is_recordable or not twins or line.content is None:
            yield line
        elif line.section:
            yield _settled_row(line, twins, earlier)
        elif line.concept is None:
            yield line
        elif any(not is_same_value(each.content or "", line.content, line.concept) for each in twins):
            yield replace(line, state=State.OTHER, reason=Phrase("paste-twice"))
        else:
            yield replace(line, state=State.ON_RECORD, reason=Phrase("paste-again-line")) if earlier else line


def _settled_row(line: PastedLine, twins: list[PastedLine], earlier: list[PastedLine]) -> PastedLine:
    """Return a diagnosis, event or course as it stands to others of the print: what another says too is not needed."""
    if any(says_more(each, line) and (each in earlier or not says_more(line, each)) for each in twins):
        return replace(line, state=State.ON_RECORD, reason=Phrase("paste-again-row"))
    if any(are_one(each, line) and not says_more(line, each) for each in twins):
        return replace(line, state=State.OTHER, reason=Phrase("paste-twice"))
    return line


def _likeness(line: PastedLine) -> tuple[str, str, str]:
    """Return what two lines share that must be held against each other: a value its day, anything else its thing."""
    if line.section:
        return line.section, line.thing, ""
    return "", "" if line.concept is None else line.concept.id, line.day


@cache
def _time() -> re.Pattern[str]:
    return re.compile(rf",?[\sT]+\d{{1,2}}:\d{{2}}(?::\d{{2}})?Z?(?:\s*{clock_pattern()})?$", re.IGNORECASE)
