"""``screen --suppose``: which rule files would conclude otherwise. Nothing of it is written anywhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from core.exchange.answer import told_as
from core.language.languages import in_language
from core.language.phrases import Phrases
from core.source_text.caret import visible
from core.use_cases.suppose_typed import Supposition, moved_by, refusals
from core.wording.supposed import flip_lines

_MOST = 1000


def supposition_lines(found: Supposition, phrases: Phrases) -> Iterator[str]:
    """Yield what was supposed of a patient and every file that would conclude otherwise, with what moves it."""
    yield f"{found.file}: {phrases.say('suppose-title')}"
    for text in found.texts:
        yield f"    {text.name}: {text.said}" + (f" ({text.warning})" if text.warning else "")
    for line in flip_lines(found.flips, phrases, _MOST):
        yield f"  {line}"
    yield ""


def supposition_answer(found: Supposition, phrases: Phrases) -> dict[str, object]:
    """Return the same for JSON."""
    return {
        "texts": [
            {"written": each.written, "name": each.name, "said": each.said, "warning": each.warning}
            for each in found.texts
        ],
        "flips": [
            {
                "id": each.now.rule_file.id,
                "title": in_language(each.now.rule_file.title, phrases.language),
                "was": told_as(each.was),
                "now": told_as(each.now),
                "by_criteria": [each.was.conclusion.word.value, each.now.conclusion.word.value],
                "criteria": list(moved_by(each)),
            }
            for each in found.flips
        ],
    }


def print_refusals(found: Sequence[Supposition], phrases: Phrases) -> bool:
    """Say of each text that is not understood why, and what it could be; return whether there was one."""
    refused = list(refusals(found))
    for text in refused:
        print(visible(f"--suppose '{text.written}': {text.warning}"), file=sys.stderr)
        for offer in text.offers:
            print(visible(f"    {phrases.say('suppose-offer', text=f'{text.name} = {offer}')}"), file=sys.stderr)
    return bool(refused)
