"""Print the page of the scores (``docs/scores.md``) from what is declared: ``python -m tests.spec.print_scores``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from core.scores.answering import Told, answered
from core.scores.definition import LETTERS, Definition, Family, Input
from core.scores.shipped import definition_of, shipped_scores

PAGE = Path(__file__).resolve().parents[2] / "docs" / "scores.md"
_WIDE = 16
"""Items above which a checklist is told by its number."""
_TITLES: Mapping[Family, str] = {
    Family.ACTIVITY: "Activity",
    Family.DAMAGE: "Damage and function",
    Family.CLASSIFICATION: "Classification",
    Family.RESPONSE: "Response and state",
    Family.GRADING: "Gradings",
    Family.FORMULA: "Formulas",
    Family.SETTING: "Days and checks that a centre sets",
    Family.HELP: "Facts alone",
}
_HEAD = """# Scores, classifications, gradings and formulas

Printed from `rules/scores/instruments` and the formulas of `core/scores/formulas` by
`python -m tests.spec.print_scores`; do not edit. Every score is answered on the command line too:

```sh
python main.py score --list
python main.py score ckd_epi_2021 --explain
python main.py score ckd_epi_2021 --input '{"scr": 42, "unit": "µmol/L", "age": 30, "sex": "F"}' --json
python main.py score --batch FILE.jsonl
```

**What was not told.** `present: [...]` is a finished checklist; `unanswered` and `not_examined` name what it leaves
open. A map of items is finished by `others: 0` (or `none`). What is open is never 0: a number gets a range
(`total_min`, `total_max`), a class or grade is told only where every completion agrees.

**Units** stand beside a value (`"scr": 42, "unit": "µmol/L"`), in it (`"42 µmol/L"`), or in the name (`scr_umol_L`). A
number outside of what is possible, or of what the score was made for, is refused with what to write instead; where a
score says `valid`, it says no.

**How sure a table is**, by a letter that is printed with every result where it is M or C:
"""
_COMPARED = """## Compared by hand

Lung function: `pyspiro` 1.0.0 was compared with the published tables of splines (GLI-2012, GLI Global 2022, GLI-2017
in its corrected form) for both sexes, three heights and all groups at every quarter-year and at three ages between two
quarter-years, 114,222 points. GLI Global and GLI-2017 are the same to 1e-14; GLI-2012 differs by at most 0.0007 in z
and 0.07 % in the predicted value, since the table compared with has four digits. Between two quarter-years the splines
are interpolated.

Growth: the percentiles printed by CDC (3rd to 97th, 11,790 values of height, weight and body mass index) come back
from our L, M and S within 0.000005 of a percentile. WHO 2006 is kept by the day in the first month and by the week
after it; interpolated it differs from the daily table by at most 0.009 in z. Between the rows all tables are
interpolated.
"""


def page() -> str:
    """Return the page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield _HEAD
    for letter, meaning in LETTERS.items():
        yield f"- **{letter}** {meaning}"
    definitions = [definition_of(name) for name in shipped_scores()]
    for family, title in _TITLES.items():
        yield from ("", f"## {title}")
        for definition in definitions:
            if definition.family is family:
                yield from _score(definition)
    yield from ("", _COMPARED.rstrip())


def _score(definition: Definition) -> Iterator[str]:
    yield from ("", f"### {definition.label['en']} (`{definition.id}`)", "", definition.about["en"], "")
    yield f"- Version: {definition.version}"
    yield f"- Formula: {definition.formula}"
    yield from (f"- Source: {source}" for source in definition.sources)
    yield f"- Status: {definition.status}"
    yield from (f"- {mark.letter}: {mark.about['en']}" for mark in definition.marks)
    asked = [each for each in definition.inputs.values() if not each.is_item]
    if asked:
        yield f"- Asks for: {'; '.join(_input(each) for each in asked)}"
    if definition.items:
        yield f"- Items: {_items(definition.items)}"
    if definition.outputs:
        yield f"- Gives: {', '.join(_output(*each) for each in definition.outputs.items())}"
    if definition.example:
        yield from ("", "```json", definition.example, "```", "", f"gives {_worked(definition)}.")


def _output(name: str, unit: str) -> str:
    return f"`{name}` in {unit}" if unit else f"`{name}`"


def _input(asked: Input) -> str:
    parts = [f"`{asked.id}`"]
    if asked.units:
        parts.append(f"({', '.join(asked.units)})" if len(asked.units) > 1 else f"({asked.unit})")
    if asked.options:
        parts.append(f"({', '.join(asked.options)})")
    if asked.default is not None:
        parts.append(f"default {asked.default}")
    return " ".join(parts)


def _items(items: Sequence[Input]) -> str:
    if len(items) <= _WIDE:
        return ", ".join(f"`{each.id}`{_weight(each)}" for each in items)
    shown = ", ".join(f"`{each.id}`{_weight(each)}" for each in items[:3])
    return f"{len(items)}, as {shown}; `score ID --explain` lists them"


def _weight(item: Input) -> str:
    if item.possible is not None:
        return f" 0 to {float(item.highest):g}"
    return "" if item.weight in (0, 1) else f" {float(item.weight):g}"


def _worked(definition: Definition) -> str:
    written = json.loads(definition.example, parse_float=Decimal, parse_int=Decimal)
    output = answered(definition.id, written).output
    return ", ".join(f"`{name}` {_word(value)}" for name, value in output.items() if value is not None)


def _word(value: Told) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, Mapping):
        return f"({', '.join(f'{name} {_word(each)}' for name, each in value.items())})"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"({', '.join(_word(each) for each in value)})"
    return "unknown" if value is None else str(value)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
