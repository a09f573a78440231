"""What the author probably meant where a sentence goes on after its end."""

from __future__ import annotations

from core.criteria.parsing.scanner import Token

_MEANT = {
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


def ending_hint(token: Token, following: Token) -> str:
    """Return a hint for a sign behind the end of a sentence."""
    if token.text in _MEANT:
        return _MEANT[token.text]
    if token.kind == "number":
        return f"write 'within {token.text} {following.text or 'days'}' for a window"
    if token.kind == "op":
        return "write the name again: 'x >= 3 and x <= 5', or 'x between 3 and 5'"
    if token.kind == "name":
        return "join two conditions with 'and' or 'or'"
    return "each sentence is one condition"
