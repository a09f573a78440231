"""What happened: thrombosis, seizures, transfusions, surgery, stays in hospital and everything else on the list."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block
from core.documents.referral_letter.block import LetterBlock, Writing
from core.documents.referral_letter.tables import episodes_table, findings, remarks

_SECTIONS = ("history", "toxicity")
_LIST = "events"


def _write(writing: Writing) -> Iterator[Block]:
    telling = writing.telling
    caption = telling.say(BLOCK.phrase)
    yield from episodes_table(telling, _SECTIONS, (_LIST,), caption)
    yield from findings(telling, telling.latest(_SECTIONS))
    asked = [
        telling.label(telling.scope.catalogue.concepts[name])
        for name, *_ in BLOCK.wants
        if telling.is_known(name) and not telling.has(name)
    ]
    none = telling.say("letter-none-of", what=", ".join(asked)) if asked else ""
    never = "; ".join(telling.say("letter-never", what=what, day=day) for what, day in telling.nevers(_SECTIONS))
    yield from remarks(none, never, telling.complete(_LIST))


BLOCK = LetterBlock(
    "history",
    80,
    _write,
    sections=_SECTIONS,
    lists=(_LIST, "events_complete"),
    wants=(("thromboembolism",), ("seizure",), ("transfusion",), ("surgery",)),
)
