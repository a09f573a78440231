"""What the author of a sentence probably meant where it cannot be read on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.criteria.parsing.scanner import RESERVED, Token
from core.language.said import said
from core.source_text.suggestion import nearest

_OPERATORS = {
    "=>": ">=",
    "=<": "<=",
    "==": "=",
    "<>": "!=",
    "≥": ">=",
    "≤": "<=",
    "≠": "!=",
    "at least": ">=",
    "at most": "<=",
    "no more": "<=",
    "no less": ">=",
    "not more": "<=",
    "more than": ">",
    "greater than": ">",
    "higher than": ">",
    "less than": "<",
    "lower than": "<",
    "above": ">",
    "over": ">",
    "below": "<",
    "under": "<",
    "equals": "=",
}
_BEHIND = {
    "in": "write 'within …' and a length of time for a window",
    "during": "write 'within …' and a length of time",
    "since": "write 'for …' and how long, or 'time since … >= …'",
    "for": "a period stands behind on, off, stable and failed; for values write 'every … within …'",
    "but": "write 'and'",
    "unless": "'unless:' is a key of the criterion, on a line of its own",
    "except": "write 'other than (…)', or the key 'unless:' of the criterion",
    "if": "write the form 'when:' with 'then:'",
    "when": "write the form 'when:' with 'then:'",
    "before": "write 'within …', a length of time and 'before …'",
    "after": "write 'within …', a length of time and 'after …'",
    "points": "leave 'points' out: a score has no unit",
    ")": "there is a bracket too many",
    ",": "join two conditions with 'and' or 'or'; several names stand in brackets: 'any of (a, b)', 'each of (a, b)'",
    "&": "join two conditions with 'and'",
    "/": "join two conditions with 'and' or 'or'",
}
_JOINING = ("and", "or", "within", "before", "after", "from", "for", "over", "without", "with", "relative", "points")
_NUMBER = r"(?P<number>[0-9]+(?:\.[0-9]+)?)"
_TIMES = r"(?:[x×*·]|times\b)"
_MULTIPLE = re.compile(rf"{_NUMBER}\s*{_TIMES}?\s*(?:the\s+)?(?P<of>ULN|LLN)\b", re.IGNORECASE)
_MULTIPLE_HERE = re.compile(r"[0-9.]+\s*x\s+(?:ULN|LLN)")
_TITRE = re.compile(r"1\s*/\s*(?P<of>[0-9]+)(?![\w.])")
_NO_PLAIN_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+\b|\s*/\s*(?P<whole>[0-9]+)(?![\w./]))")
"""1e5, 1/2: nobody writes amounts so, and the first figures alone would be another one."""
_POWER = re.compile(rf"{_NUMBER}\s*{_TIMES}\s*(?P<unit>10[^\s,()]*)")
AGAIN = "write the name again: 'x >= 3 and x <= 5', or 'x between 3 and 5'"
LIST = "several names at once: 'any of (…)' or 'each of (…)'"


@dataclass(frozen=True, slots=True)
class PrintedAmount:
    """An amount as papers print it, up to ``end``: ``text`` as rule files have it, or the ``unit`` of its number.

    With neither it is a number that has to be written in figures, of a scale that ends at ``of_whole`` ("": no such).
    """

    end: int
    text: str = ""
    unit: str = ""
    of_whole: str = ""


def meant_amount(sentence: str, start: int, *, is_titre: bool) -> PrintedAmount | None:
    """Return the multiple of a limit, titre or power of ten printed at ``start``; None where it is written as here."""
    multiple = _MULTIPLE.match(sentence, start)
    if multiple is not None:
        if _MULTIPLE_HERE.fullmatch(multiple[0]):
            return None
        return PrintedAmount(multiple.end(), f"{multiple['number']} x {multiple['of'].upper()}")
    titre = _TITRE.match(sentence, start)
    if titre is not None and is_titre:
        return PrintedAmount(titre.end(), f"1:{titre['of']}")
    power = _POWER.match(sentence, start)
    if power is not None:
        return PrintedAmount(power.end(), unit=power["unit"])
    other = _NO_PLAIN_NUMBER.match(sentence, start)
    return None if other is None else PrintedAmount(other.end(), of_whole=other["whole"] or "")


def meant_operator(token: Token, following: Token) -> str:
    """Return the operator that a sign or a word stands for, "" for none."""
    return _OPERATORS.get(token.text) or _OPERATORS.get(f"{token.text} {following.text}", "")


def name_hint(token: Token) -> str:
    """Return a hint where a name should stand."""
    if token.kind == "end":
        return "write what comes next, or leave the last word out"
    if token.text == "(":
        return LIST
    if token.kind in ("op", "wrong_op"):
        return AGAIN
    if token.text in RESERVED:
        return said("'{text}' is a word of the language and cannot be a name", text=token.text)
    return "write a name of the catalogue or of this file"


def ending_hint(token: Token, following: Token) -> str:
    """Return a hint for a sign behind the end of a sentence."""
    if token.text in _BEHIND:
        return _BEHIND[token.text]
    if token.kind == "number":
        return said("write 'within {text} {text2}' for a window", text=token.text, text2=following.text or "days")
    if token.kind == "op":
        return AGAIN
    if token.text.isupper() and token.text.casefold() in RESERVED:
        return said("did you mean '{near}'?", near=token.text.casefold())
    near = None if token.text in RESERVED else nearest(token.text, _JOINING)
    if near is not None:
        return said("did you mean '{near}'?", near=near)
    if token.kind == "name":
        return "join two conditions with 'and' or 'or'"
    return "each sentence is one condition"
