"""Consent and promises as one sentence instead of keys."""

from __future__ import annotations

import re

from core.rule_files.rewriting.edits import Edit, Group, criteria_of, end_of, start_of, taken_out
from core.source_text.lines import Lines
from core.source_text.tree import Mapping, Scalar

_SIGNER = re.compile(r"(?:patient|guardian)(?: or (?:patient|guardian))*")


def consents(lines: Lines, tree: Mapping) -> list[Group]:
    """Return ``formality: consent by patient`` in the place of ``formality: consent`` with ``given_by: patient``."""
    found: list[Group] = []
    for criterion in criteria_of(tree):
        form, signer = criterion.get("formality"), criterion.get("given_by")
        out = taken_out(lines, criterion, "given_by")
        if not isinstance(form, Scalar) or not isinstance(signer, Scalar) or out is None or form.text != "consent":
            continue
        end = end_of(lines, form)
        if end is not None and _SIGNER.fullmatch(signer.text):
            found.append((Edit(start_of(lines, form), end, f"consent by {signer.text}"), out))
    return found


def commitments(lines: Lines, tree: Mapping) -> list[Group]:
    """Return ``commitment: … from screening until infusion + 12 months`` in the place of three keys."""
    found: list[Group] = []
    for criterion in criteria_of(tree):
        promise, first, last = (criterion.get(key) for key in ("commitment", "from", "until"))
        outs = [taken_out(lines, criterion, key) for key in ("from", "until")]
        if not isinstance(promise, Scalar) or not isinstance(first, Scalar) or not isinstance(last, Scalar):
            continue
        edits = [each for each in outs if each is not None]
        if promise.is_on_one_line and end_of(lines, promise) is not None and len(edits) == len(outs):
            end = lines.offset(promise.places[-1])
            found.append((Edit(end, end, f" from {first.text} until {last.text}"), *edits))
    return found
