"""What a sentence of everyday English is here: ``no malignancy``, ``hiv negative``, ``on prednisone >= 10 mg``.

Hints only, and never another thing, value or length than the one that was written: what is not said is left as "…".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from core.catalogue.concept import Concept, Kind
from core.criteria.nodes import Between, Compare, Condition, Had, Off, On, Received, Stable, State
from core.criteria.parsing.scanner import RESERVED, Scanner, Token
from core.criteria.scope import Scope
from core.criteria.values import Term
from core.language.said import said

NEGATION = re.compile("no|never|none|absence|denies|lacks", re.IGNORECASE)
"""Words that begin what patients must not have, and that are no words of the language."""

_PAST = re.compile("history|previous|prior|ever|never|had")
_PERIOD = re.compile("within|past|last|since|in")
_FILLING = re.compile(
    "active|an?|any|current|diagnosed|diagnosis|history|known|of|on|patients?|prior|previous|received|taking|the|with"
)
"""Words that may stand before what a sentence names and change nothing of what it says."""
_BEGUN = frozenset({"either", "both", "is", "must", "patient", "patients", "should", "the", "they", "who"})
_VERBS = frozenset({"has", "had", "received", "failed", "on", "off", "stable", "have"})
_MOST_WORDS = 10
_LONGEST_NAME = 5
_RANGE = re.compile(
    r"(?P<low>[0-9]+(?:\.[0-9]+)?)\s*(?:-|–|to|…|\.\.)\s*(?P<high>[0-9]+(?:\.[0-9]+)?)\s*(?P<unit>[^\s,()]*)"
)
_NEXT = re.compile(r"(?P<low>[0-9]+)\s*(?:or|/)\s*(?P<high>[0-9]+)(?P<unit>)(?![\w.])")
"""Two whole numbers, the second one more than the first: ``0 or 1``."""
_LENGTH = re.compile(r"[^\d,;]*?(?P<more>>=?\s*|more than )?(?P<length>[0-9]+\s+(?:day|week|month|year)s?)\b")
_IN_ALL = re.compile(r"(?:at\s+least\s+|>=?\s*)?(?P<count>[0-9]+)\s*(?:of\s+|x\s+)?(?P<name>[A-Za-z_]\w*)?")
_LEVELS: Mapping[str, str] = {
    "low": "< LLN",
    "reduced": "< LLN",
    "decreased": "< LLN",
    "raised": "> ULN",
    "high": "> ULN",
    "elevated": "> ULN",
    "increased": "> ULN",
}


def negation_hint(scanner: Scanner, scope: Scope) -> str:
    """Return what a sentence that begins with an everyday negation is here; the negation is the next sign."""
    words = list(_words(scanner, 1))
    found = _named(words, scope)
    if found is None:
        return said("write 'not' before a condition: 'not has …', 'not had … within …', 'off …'")
    name, concept, used = found
    around = {scanner.peek().text, *words[: used[0]], *words[used[1] :]}
    if concept is None:
        return said("write 'off {name} for …', or 'not received {name} within …'", name=name)
    if concept.kind in (Kind.CONDITION, Kind.EVENT):
        if any(map(_PERIOD.fullmatch, around)) or (
            concept.kind is Kind.EVENT and not any(map(_PAST.fullmatch, around))
        ):
            return said("write 'not had {name} within …'", name=name)
        return said(
            "write 'not has {name}'" if not any(map(_PAST.fullmatch, around)) else "write 'not ever had {name}'",
            name=name,
        )
    if concept.kind is Kind.TEST:
        return said("write '{name} is negative'", name=name)
    return (
        said("write '{name} is no'", name=name) if concept.kind is Kind.YES_NO else said("write '{name} …'", name=name)
    )


def naming_hint(start: Token, scanner: Scanner, scope: Scope) -> str:
    """Return the verb that belongs before what a sentence names first, "" where it is measured or not known."""
    words = [start.text, *_words(scanner, 0)]
    if start.text == "NOT":
        return said("did you mean '{near}'?", near="not")
    if start.text in _BEGUN and len(words) > 1 and words[1] in _VERBS:
        return said("leave '{text}' out", text=start.text)
    found = _named(words, scope)
    if found is None or not all(map(_FILLING.fullmatch, words[: found[2][0]])):
        return ""
    name, concept, _ = found
    if concept is None:
        return said("write 'on {name}', 'off {name} for …' or 'received {name} within …'", name=name)
    if concept.kind is Kind.CONDITION:
        return said("write 'has {name}'", name=name)
    return said("write 'had {name} within …'", name=name) if concept.kind is Kind.EVENT else ""


def comparison_hint(start: Token, scanner: Scanner, words: tuple[str, ...]) -> str:
    """Return the comparison that stands behind a name without its operator: a word, or a range of numbers."""
    token = scanner.peek()
    if token.text in words:
        return said("write '{name} is {word}'", name=start.text, word=token.text)
    span = _RANGE.match(scanner.text, token.start) or _NEXT.match(scanner.text, token.start)
    if span is None or (span.re is _NEXT and int(span["high"]) != int(span["low"]) + 1):
        return ""
    unit = f" {span['unit']}" if span["unit"] and span["unit"] not in RESERVED else ""
    return said(
        "write '{text} between {low} and {high}'", text=start.text, low=span["low"] + unit, high=span["high"] + unit
    )


def level_hint(name: str, word: str) -> str:
    """Return the limit of the laboratory that a word for a level means of a number, "" for any other word."""
    if word == "normal":
        return said("compare it: '{name} between LLN and ULN'", name=name)
    return said("compare it: '{name} {limit}'", name=name, limit=_LEVELS[word]) if word in _LEVELS else ""


def several_hint(scanner: Scanner) -> str:
    """Return the form that counts drugs where a verb is followed by a number of them, "" where none is."""
    counted = _IN_ALL.match(scanner.text, scanner.peek().start)
    if counted is None:
        return ""
    return said(
        "write the form 'therapy:' with 'at_least: {count}' and 'of: [{names}]'",
        count=counted["count"],
        names=counted["name"] or "…",
    )


def count_hint(verb: str, scanner: Scanner) -> str:
    """Return the form that counts what a verb is followed by a number of."""
    counted = _IN_ALL.match(scanner.text, scanner.peek().start)
    count = "…" if counted is None else counted["count"]
    if verb == "received":
        return said("how often stands behind the name: 'received … at least {count} times'", count=count)
    return said("write the form 'at_least: {count}' with 'of:' and a condition for each", count=count)


def behind_hint(node: Condition, scanner: Scanner, scope: Scope) -> str:
    """Return where what stands behind a whole sentence belongs, "" where that is not known."""
    token = scanner.peek()
    if isinstance(node, On) and token.kind in ("op", "wrong_op"):
        return said("a dose stands behind 'at': 'on {names} at {op} …'", names=node.which.names[0], op=token.text)
    length, is_time = _length(scanner), _is_time(scanner)
    if isinstance(node, On | Off | Stable) and is_time:
        return period_hint(type(node).__name__.casefold(), scanner)
    if isinstance(node, Had | Received) and (is_time or token.text == "for") and length.startswith("more than "):
        return ""
    if isinstance(node, Had | Received) and is_time and token.text != "since":
        return said("a look back is written 'within {length}'", length=length or "…")
    if isinstance(node, Received) and scanner.peek(1).text == "times":
        return said("write 'at least {count} times'", count=token.text)
    if isinstance(node, Compare | Between) and _is_word_of_unit(token, node, scope):
        return said("leave '{text}' out", text=token.text)
    if isinstance(node, Compare | Between | State) and isinstance(node.subject, Term):
        concept = scope.catalogue.concept(node.subject.name)
        rest = scanner.text[token.start :].casefold()
        for code in () if concept is None else concept.qualifiers:
            spelled = (*(each.replace("_", " ") for each in (code.id, *code.also)), *code.printed, *code.label.values())
            if any(re.match(rf"(?:by |on |in )?{re.escape(word.casefold())}\b", rest) for word in spelled):
                return said("write '{name} ({word}) …'", name=node.subject.name, word=code.id)
    return ""


def _length(scanner: Scanner) -> str:
    """Return the length of time that is typed next, as a window has it; "" where none is."""
    found = _LENGTH.match(scanner.text, scanner.peek().start)
    return (
        "" if found is None else ("more than " if found["more"] and "=" not in found["more"] else "") + found["length"]
    )


def period_hint(verb: str, scanner: Scanner) -> str:
    """Return how a period behind ``off``, ``on`` and ``stable`` is written, "" where none is typed."""
    length = _length(scanner) or "…"
    known = said("a period stands behind 'for': '{verb} … for {length}'", verb=verb, length=length)
    return known if _is_time(scanner) else ""


def _is_time(scanner: Scanner) -> bool:
    token = scanner.peek()
    is_said = token.text in ("within", "since", "in", "during", "over", "the")
    return is_said or bool(_length(scanner) and _begins_length(token))


def _begins_length(token: Token) -> bool:
    return token.kind in ("number", "op", "wrong_op") or token.text in ("more", "at", "last", "past")


def _is_word_of_unit(token: Token, node: Compare | Between, scope: Scope) -> bool:
    concept = scope.catalogue.concept(node.subject.name) if isinstance(node.subject, Term) else None
    return concept is not None and token.text.casefold() in concept.unit_words


def _words(scanner: Scanner, ahead: int) -> Iterator[str]:
    """Yield the words that follow, up to the next sign or joining word."""
    for index in range(ahead, ahead + _MOST_WORDS):
        token = scanner.peek(index)
        if token.kind not in ("name", "number") or token.text in ("and", "or"):
            return
        yield token.text


def _named(words: list[str], scope: Scope) -> tuple[str, Concept | None, tuple[int, int]] | None:
    """Return the first thing that words name, its concept (None: a drug) and which words; the longest name counts."""
    for first in range(len(words)):
        for last in range(min(len(words), first + _LONGEST_NAME), first, -1):
            name = scope.catalogue.id_of("_".join(words[first:last])) or scope.catalogue.id_of(
                " ".join(words[first:last])
            )
            concept = None if name is None else scope.catalogue.concept(name)
            if name is not None and (concept is not None or scope.catalogue.drugs_of(name)):
                return name, concept, (first, last)
    return None
