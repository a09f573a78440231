"""Reading right-hand sides: numbers with units, multiples of ULN, lengths, titres, lower-of, site facts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import reduce

from core.catalogue.amount_hints import bare_hint, dose_hint, length_hint, unit_hint, units_of
from core.catalogue.catalogue import RESULT_WORDS
from core.catalogue.concept import Concept, Kind
from core.criteria.parsing.meant import meant_amount, meant_operator
from core.criteria.parsing.naming import Naming, Topic
from core.criteria.parsing.scanner import RESERVED, WORD_UNITS, Scanner, Token, shown
from core.criteria.values import Amount, Extreme, Length, Limit, Multiple, SiteValue, TitreLimit
from core.language.said import said
from core.values.duration import Duration, TimeUnit
from core.values.interval import Op
from core.vocabulary.asking import meanings
from core.vocabulary.vocabulary import Matter

_DOSE = re.compile(r"(?:g|mg|ug|U|IU)(?:/kg|/m2)?(?:/(?:day|week|month))?")
_THOUSANDS = 3
_HALF_LIVES = re.compile(r"half\W?li[fv]es?\b", re.IGNORECASE)
TIME_UNITS = {f"{unit.value}{ending}": unit for unit in TimeUnit for ending in ("", "s")}
OPS: dict[str, Op] = {"<": "<", "<=": "<=", ">": ">", ">=": ">=", "=": "=", "!=": "!="}


def take_op(scanner: Scanner) -> Op:
    """Take an operator."""
    token = scanner.peek()
    op = OPS.get(token.text)
    if op is None:
        meant = meant_operator(token, scanner.peek(1)) or "one of <, <=, >, >=, =, !="
        scanner.fail(
            token,
            "syntax",
            said("expected an operator such as >=, found {shown}", shown=shown(token)),
            said("write {what}", what=meant),
        )
    scanner.take()
    return op


def take_count(scanner: Scanner, what: str) -> int:
    """Take a whole number."""
    token = scanner.peek()
    if token.kind != "number" or "." in token.text:
        scanner.fail(
            token,
            "syntax",
            said("expected {what}, found {shown}", what=what, shown=shown(token)),
            "write a whole number",
        )
    return int(scanner.take().text)


def take_duration(scanner: Scanner) -> Duration:
    """Take a length of time such as ``12 weeks``."""
    count = take_count(scanner, "a length of time")
    token = scanner.peek()
    unit = TIME_UNITS.get(token.text)
    if unit is None and _HALF_LIVES.match(scanner.text, token.start):
        hint = said("write '{count} half-lives'", count=count)
        scanner.fail(token, "syntax", said("expected a unit of time, found {shown}", shown=shown(token)), hint)
    if unit is None:
        hint = said("write '{count} days', '{count} weeks', '{count} months' or '{count} years'", count=count)
        scanner.fail(token, "syntax", said("expected a unit of time, found {shown}", shown=shown(token)), hint)
    scanner.take()
    return Duration(count, unit)


def take_limit(scanner: Scanner, naming: Naming, topics: tuple[Topic, ...]) -> Limit:
    """Take the value that ``topics`` are compared with, in a unit all of them know."""
    if scanner.accept("the"):
        return _take_extreme(scanner, naming, topics)
    token = scanner.peek()
    if token.kind == "titre":
        scanner.take()
        _check_titre(token, naming, topics)
        return TitreLimit(int(token.text.split(":")[1]))
    if token.text in ("ULN", "LLN"):
        scanner.take()
        _check_multiple(token, naming, topics)
        return Multiple(Decimal(1), "ULN" if token.text == "ULN" else "LLN")
    if token.kind == "name" and token.text not in RESERVED:
        return _take_site_fact(scanner, naming, topics)
    if token.kind != "number":
        known = _units(topics)
        hint = said("write a number with its unit, such as '… {known}'", known=known[0]) if known else "write a number"
        scanner.fail(token, "syntax", said("expected a value, found {shown}", shown=shown(token)), hint)
    _refuse_comma(scanner, token)
    return _take_number(scanner, naming, topics)


def _refuse_comma(scanner: Scanner, number: Token) -> None:
    """Refuse ``7,5`` and ``50,000``: what a comma means depends on the country."""
    comma, decimals = scanner.peek(1), scanner.peek(2)
    is_glued = comma.text == "," and comma.start == number.end and decimals.start == comma.end
    if not is_glued or decimals.kind != "number":
        return
    whole = Token("number", f"{number.text},{decimals.text}", number.start, decimals.end)
    hint = said("write {text}.{text2}", text=number.text, text2=decimals.text)
    if len(decimals.text) == _THOUSANDS:
        hint = said("write {text}{text2}, or {text}.{text2} for a decimal", text=number.text, text2=decimals.text)
    scanner.fail(
        whole, "number", said("'{text}' has two readings: a comma is no sign of a number", text=whole.text), hint
    )


def _take_extreme(scanner: Scanner, naming: Naming, topics: tuple[Topic, ...]) -> Limit:
    token = scanner.take()
    if token.text not in ("lower", "higher"):
        scanner.fail(token, "syntax", said("expected 'lower' or 'higher', found {shown}", shown=shown(token)))
    scanner.expect("of")
    first = take_limit(scanner, naming, topics)
    scanner.expect("and", "write 'the lower of 7.5 mg/day and 0.15 mg/kg/day'")
    return Extreme("lower" if token.text == "lower" else "higher", first, take_limit(scanner, naming, topics))


def _take_site_fact(scanner: Scanner, naming: Naming, topics: tuple[Topic, ...]) -> Limit:
    operator, token = scanner.last, scanner.take()
    if topics and all(_is_unknown(topic) for topic in topics):
        return SiteValue(token.text)  # the name is the problem
    if any(each.kind in (Kind.CODE, Kind.CODES) for each in _concepts(topics)):
        return SiteValue(token.text)  # what has no order is refused already
    if token.text not in naming.scope.site and any(token.text in _words_of(topic) for topic in topics):
        verb = "is not" if operator.text == "!=" else "is"
        hint = said("write '{name} {verb} {text}'", name=topics[0].name, verb=verb, text=token.text)
        naming.slip(token, "type", said("'{text}' is a word, not a number", text=token.text), hint)
    elif token.text not in naming.scope.site:
        known = ", ".join(naming.scope.site) or "this file declares none under 'site:'"
        naming.slip(
            token,
            "unknown-name",
            said("'{text}' is no number and no fact of the site", text=token.text),
            said("known: {names}", names=known),
        )
    return SiteValue(token.text)


def _take_number(scanner: Scanner, naming: Naming, topics: tuple[Topic, ...]) -> Limit:
    number = scanner.take()
    _refuse_as_printed(scanner, number, topics)
    if scanner.accept("x"):
        reference = scanner.take()
        if reference.text not in ("ULN", "LLN"):
            limit = {"upper": "ULN", "lower": "LLN"}.get(reference.text)
            hint = "only ULN and LLN have multiples; a change is written 'rise in …' or 'fall in …'"
            hint = hint if limit is None else said("write {text} x {limit}", text=number.text, limit=limit)
            message = said("expected ULN or LLN after 'x', found {shown}", shown=shown(reference))
            scanner.fail(reference, "syntax", message, hint)
        _check_multiple(reference, naming, topics)
        return Multiple(Decimal(number.text), "ULN" if reference.text == "ULN" else "LLN")
    following = scanner.peek()
    is_age = any(topic.concept is not None and topic.concept.kind is Kind.AGE for topic in topics)
    if following.text in TIME_UNITS and (is_age or not _is_unit_of(following.text, topics)):
        scanner.take()
        _check_length(number, following, naming, topics)
        return Length(Duration(int(Decimal(number.text)), TIME_UNITS[following.text]))
    return _take_amount(scanner, number, naming, topics)


def _words_of(topic: Topic) -> tuple[str, ...]:
    """Return the words that a value can be."""
    if topic.concept is None:
        return topic.words
    answers = RESULT_WORDS if topic.concept.kind is Kind.TEST else ("yes", "no")
    return (*answers, *(name for code in topic.concept.codes for name in (code.id, *code.also)))


def _refuse_as_printed(scanner: Scanner, number: Token, topics: tuple[Topic, ...]) -> None:
    """Refuse multiples, titres and powers as papers print them (2 ULN, 1/80, 2.5 x 10^9/L), with what they are here."""
    is_titre = any(each.kind is Kind.TITRE for each in _concepts(topics))
    printed = meant_amount(scanner.text, number.start, is_titre=is_titre)
    if printed is None:
        return
    whole = Token("number", scanner.text[number.start : printed.end], number.start, printed.end)
    text = printed.text
    if printed.unit:
        hint = unit_hint(number.text, printed.unit, _concepts(topics))
    else:
        hint = said("write {what}", what=text) if text else _in_figures(printed.of_whole, number, topics)
    scanner.fail(whole, "syntax", said("'{text}' is written otherwise here", text=whole.text), hint)


def _other_named(amount: str, unit: str, naming: Naming, topics: tuple[Topic, ...]) -> str:
    """Return what to write where another concept of the same name is counted so (``fvc`` in per cent); "" for none."""
    of_age = any(each.kind is Kind.AGE for each in _concepts(topics))
    if of_age and meanings(Matter.TYPED, "ages").get(unit.casefold()) == ("year",):
        return said("write {what}", what=f"{amount.removesuffix(unit)}years")
    name = topics[0].name if len(topics) == 1 else ""
    concepts = naming.scope.catalogue.concepts
    others = [each for key, each in concepts.items() if name and key.startswith(f"{name}_")]
    of_titre = amount == unit
    for other in others:
        if other.kind is Kind.TITRE if of_titre else other.unit(unit) is not None:
            return said("that is another name: write '{name} {op} {amount}'", name=other.id, op="…", amount=amount)
    return ""


def _in_figures(whole: str, number: Token, topics: tuple[Topic, ...]) -> str:
    """Return what to write instead of ``142/150``, a part of the whole scale, or of a fraction."""
    tops = [each.possible.high for each in _concepts(topics) if each.possible is not None]
    if whole and any(top is not None and str(top) == whole for top in tops):
        return said("write the score alone: {number}", number=number.text)
    return "write the number in figures, such as 100000 or 0.5"


def _take_amount(scanner: Scanner, number: Token, naming: Naming, topics: tuple[Topic, ...]) -> Limit:
    known = _units(topics)
    position = scanner.position
    unit = scanner.unit(known)
    if not topics:
        return _take_dose(number, unit, naming)
    if unit is not None and _is_name_like(unit.text) and not known:
        scanner.position = position
        unit = None
    if topics and all(_is_unknown(topic) for topic in topics):
        return Amount(Decimal(number.text), "" if unit is None else unit.text)  # the name is the problem
    if unit is not None and unit.text not in known:
        message = said("{named} is not measured in '{text}'", named=_named(topics), text=unit.text)
        hint = _other_named(f"{number.text} {unit.text}", unit.text, naming, topics)
        naming.slip(unit, "unit", message, hint or unit_hint(number.text, unit.text, _concepts(topics)))
        return Amount(Decimal(number.text), unit.text)
    if unit is None:
        _check_bare(number, naming, topics, known)
        return Amount(Decimal(number.text))
    return Amount(Decimal(number.text), _canonical(unit.text, topics))


def _take_dose(number: Token, unit: Token | None, naming: Naming) -> Limit:
    """A dose is compared without a concept: any mass, per kg or m2, per day, week or month, or a total."""
    if unit is None or _DOSE.fullmatch(unit.text) is None:
        at = number if unit is None else unit
        hint = dose_hint(number.text, "" if unit is None else unit.text)
        naming.slip(at, "unit", "a dose needs a unit of dose", hint)
    return Amount(Decimal(number.text), "" if unit is None else unit.text)


def _is_unknown(topic: Topic) -> bool:
    return topic.concept is None and not topic.words


def _is_name_like(text: str) -> bool:
    return text.isidentifier() and text not in WORD_UNITS


def _check_bare(number: Token, naming: Naming, topics: tuple[Topic, ...], known: tuple[str, ...]) -> None:
    if any(topic.concept is not None and topic.concept.kind is Kind.TITRE for topic in topics):
        naming.slip(
            number, "unit", said("{named} is a titre", named=_named(topics)), said("write 1:{text}", text=number.text)
        )
    elif any(topic.concept is not None and topic.concept.kind is Kind.AGE for topic in topics):
        naming.slip(number, "unit", "an age needs its unit", said("write {text} years", text=number.text))
    elif known:
        hint = bare_hint(number.text, _concepts(topics))
        naming.slip(number, "unit", said("{named} needs a unit", named=_named(topics)), hint)


def _check_titre(token: Token, naming: Naming, topics: tuple[Topic, ...]) -> None:
    if any(topic.concept is not None and topic.concept.kind is not Kind.TITRE for topic in topics):
        hint = _other_named(token.text, token.text, naming, topics) or "compare it with a number and its unit"
        naming.slip(token, "type", said("{named} is not a titre", named=_named(topics)), hint)


def _check_multiple(token: Token, naming: Naming, topics: tuple[Topic, ...]) -> None:
    measurable = (Kind.NUMBER, Kind.TEST)
    if any(topic.concept is not None and topic.concept.kind not in measurable for topic in topics):
        naming.slip(
            token,
            "type",
            said("{named} has no limit of the laboratory", named=_named(topics)),
            "compare it with a number",
        )


def _check_length(number: Token, unit: Token, naming: Naming, topics: tuple[Topic, ...]) -> None:
    if "." in number.text:
        naming.slip(number, "unit", "a length of time is a whole number", "write it in a smaller unit")
    length = Duration(int(Decimal(number.text)), TIME_UNITS[unit.text])
    if any(topic.concept is not None and topic.concept.kind is not Kind.AGE for topic in topics):
        known = _units(topics)
        hint = length_hint(length, known) if known else "write 'time since … <= …' for a length of time"
        naming.slip(unit, "type", said("{named} is not a length of time", named=_named(topics)), hint)
    elif unit.text not in ("year", "years"):
        naming.slip(unit, "type", "an age is counted in completed years", length_hint(length, ("years",)))


def _concepts(topics: Iterable[Topic]) -> tuple[Concept, ...]:
    return tuple(topic.concept for topic in topics if topic.concept is not None)


def _units(topics: Iterable[Topic]) -> tuple[str, ...]:
    """Return the units every one of the concepts may be written in, those of the first concept first."""
    return units_of(_concepts(topics))


def _is_unit_of(text: str, topics: tuple[Topic, ...]) -> bool:
    return text in _units(topics)


def _canonical(unit: str, topics: tuple[Topic, ...]) -> str:
    concepts = _concepts(topics)
    found = concepts[0].unit(unit) if concepts else None
    return unit if found is None else found.name


def _named(topics: tuple[Topic, ...]) -> str:
    names = [said("'{text}'", text=topic.name) for topic in topics[:3]] or ["this"]
    return reduce(lambda one, other: said("{one} and {other}", one=one, other=other), names)
