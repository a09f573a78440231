"""How long scores take: every example, and a keystroke in an item of a checklist that is half answered.

All scores of a full chart are asked for (reach: 5 ms together; lung function brings its tables along once and is timed
apart), and an answer after a keystroke (reach: 10 ms with everything that follows; here the score alone).

python -m benchmarks.scores
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from functools import partial

from benchmarks.measuring import milliseconds, side_by_side
from core.scores.answering import answered
from core.scores.definition import Input, Kind
from core.scores.given import Json
from core.scores.shipped import definition_of, shipped_scores

REACH_MILLISECONDS = 5
ROUNDS = 9
LUNG = "gli_lung"
KEY_MILLISECONDS = 10
_WORDS = {Kind.YES_NO: "no", Kind.WHOLE: "0"}


def main() -> None:
    """Time each score's example, all of them together, and the slowest half-answered checklist."""
    examples = {name: _example(name) for name in shipped_scores() if definition_of(name).example}
    answered(LUNG, examples[LUNG])
    took = side_by_side({name: partial(answered, name, examples[name]) for name in examples}, rounds=ROUNDS, repeats=3)
    together = sum(each for name, each in took.items() if name != LUNG)
    print(f"{len(took) - 1} examples together: {milliseconds(together)} (reach {REACH_MILLISECONDS} ms)")
    print(f"{LUNG}: {milliseconds(took[LUNG])} once its tables are there")
    without = [name for name in examples if name != LUNG]
    nothing_told = side_by_side({name: partial(answered, name, {}) for name in without}, rounds=ROUNDS, repeats=1)
    for name, each in sorted(nothing_told.items(), key=lambda pair: -pair[1])[:5]:
        print(f"nothing told, {name}: {milliseconds(each)}")
    for name in (name for name in shipped_scores() if definition_of(name).finding is not None):
        took_by = [_answering(name, count) for count in range(len(definition_of(name).asked) + 1)]
        print(f"an item answered, {name}: at most {milliseconds(max(took_by))} (reach {KEY_MILLISECONDS} ms)")


def _answering(name: str, count: int) -> float:
    """Return the seconds of an answer with so many inputs told, the rest open: what a key in a panel asks for."""
    definition = definition_of(name)
    told = {each.id: _word(each) for each in definition.asked[:count]}
    written: dict[str, Json] = {**dict.fromkeys((each.id for each in definition.asked), "unanswered"), **told}
    return side_by_side({name: partial(answered, name, written)}, rounds=3, repeats=1)[name]


def _word(asked: Input) -> str:
    """Return an answer that an input takes."""
    if asked.possible is not None and asked.kind is Kind.NUMBER:
        return str(float(sum(asked.possible) / 2))
    return _WORDS.get(asked.kind) or next(iter(asked.options), "")


def _example(name: str) -> Mapping[str, Json]:
    written: Mapping[str, Json] = json.loads(definition_of(name).example, parse_float=Decimal, parse_int=Decimal)
    return written


if __name__ == "__main__":
    main()
