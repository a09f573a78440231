"""What the author of a sentence probably meant where it cannot be read on."""

from __future__ import annotations

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
    "in": "write 'within 28 days' for a window",
    "during": "write 'within 28 days'",
    "since": "write 'for 8 weeks before screening', or 'time since … >= 8 weeks'",
    "for": "a period stands behind on, off, stable and failed; for values write 'every … within 28 days'",
    "but": "write 'and'",
    "unless": "'unless:' is a key of the criterion, on a line of its own",
    "except": "write 'other than (…)', or the key 'unless:' of the criterion",
    "if": "write the form 'when:' with 'then:'",
    "when": "write the form 'when:' with 'then:'",
    "before": "write 'within 28 days before …'",
    "after": "write 'within 28 days after …'",
    ")": "there is a bracket too many",
    ",": "join two conditions with 'and' or 'or'; several names stand in brackets: 'any of (a, b)'",
    "/": "join two conditions with 'and' or 'or'",
}
_JOINING = ("and", "or", "within", "before", "after", "from", "for", "over", "without", "with", "relative", "points")
AGAIN = "write the name again: 'x >= 3 and x <= 5', or 'x between 3 and 5'"
LIST = "several names at once: 'any of (…)' or 'each of (…)'"


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
    near = nearest(token.text, _JOINING)
    if near is not None:
        return said("did you mean '{near}'?", near=near)
    if token.kind == "name":
        return "join two conditions with 'and' or 'or'"
    return "each sentence is one condition"
