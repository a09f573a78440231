"""``score``: one score of named values, or many, a line each; what is declared of a score."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from core.documents.wrapping import hung, wrapped
from core.language.languages import ENGLISH
from core.regular_files import read_named
from core.scores.answering import Answer, Told, answered
from core.scores.definition import LETTERS, Definition, Input
from core.scores.given import Json, Refusal, RefusedError
from core.scores.shipped import definition_of, shipped_scores
from core.source_text.suggestion import nearest
from ui.command_line.arguments import Parser
from ui.command_line.terminal import terminal_width

_BAD_INPUT = 2
_KEYS = ("score", "input")
"""The keys of a line of a batch."""
_MOST_BATCH = 64 * 1024 * 1024
"""Bytes of a batch: some hundred thousand lines."""
_JSON_HINT = 'write {"scr": 0.8, "age": 25, "sex": "M"}'


def fill(parser: Parser) -> None:
    """Enter the options of ``score``."""
    parser.add_argument("id", nargs="?", metavar="ID", help="which score; --list names all")
    parser.add_argument("--input", metavar="JSON|FILE|-", help="named values: JSON itself, a file, or standard input")
    parser.add_argument("--batch", type=Path, metavar="FILE", help='lines of {"score": ..., "input": {...}}, or - ')
    parser.add_argument("--list", action="store_true", help="the scores with their versions")
    parser.add_argument("--explain", action="store_true", help="what the score asks, gives, and after whom")
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Answer, list or explain; 2 where an input could not be used."""
    if chosen.list:
        return _list(is_json=chosen.json)
    if chosen.batch is not None:
        return _batch(chosen.batch)
    written: str | None = chosen.input
    if chosen.id is None or (written is None and not chosen.explain):
        print("Write a score and its --input, --batch FILE, or --list.", file=sys.stderr)
        return _BAD_INPUT
    if chosen.id not in shipped_scores():
        return _refuse(chosen.id, (_unknown(chosen.id),), is_json=chosen.json)
    if written is None or chosen.explain:
        return _explain(definition_of(chosen.id), is_json=chosen.json)
    try:
        answer = answered(chosen.id, _mapping(_text(written)))
    except RefusedError as error:
        where = chosen.id if _is_json_text(written) else f"{chosen.id}: {written}"
        return _refuse(chosen.id, error.refusals, is_json=chosen.json, where=where)
    if chosen.json:
        print(json.dumps(answer.told(), ensure_ascii=False, indent=2))
    else:
        _print(_answer_lines(answer))
    return 0


# --- what is read


def _text(written: str) -> str:
    """Return the JSON text of ``--input``: what begins with a brace is the text itself, anything else names a file."""
    if _is_json_text(written):
        return written
    try:
        return read_named(Path(written)).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RefusedError(Refusal("input", "this is no text in UTF-8", "save it as UTF-8")) from error


def _is_json_text(written: str) -> bool:
    return written.lstrip().startswith(("{", "["))


def _mapping(text: str) -> Mapping[str, Json]:
    """Return the named values of a JSON text, numbers exact. Raises RefusedError for anything else."""
    try:
        read: Json = json.loads(
            text,
            parse_float=Decimal,
            parse_int=Decimal,
            parse_constant=_no_number,
            object_pairs_hook=_unique,
        )
    except (ValueError, RecursionError, ArithmeticError) as error:
        where = f"line {error.lineno}, column {error.colno}" if isinstance(error, json.JSONDecodeError) else "input"
        raise RefusedError(Refusal(where, "this is no JSON", _JSON_HINT)) from error
    if not isinstance(read, dict):
        raise RefusedError(Refusal("input", "here stand no named values", _JSON_HINT))
    return read


def _no_number(word: str) -> Json:
    raise RefusedError(Refusal("input", f"'{word}' is no number", "write digits with a point, or leave it out"))


def _unique(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found: dict[str, Json] = {}
    for key, value in pairs:
        if key in found:
            raise RefusedError(Refusal(key, f"'{key}' is told twice", "write it once"))
        found[key] = value
    return found


# --- many


def _batch(file: Path) -> int:
    """Answer each line by a line; the lines that were refused do not stop the others."""
    lines = read_named(file, _MOST_BATCH).decode("utf-8-sig", "replace").splitlines()
    refused = 0
    for line in lines:
        if line.strip():
            answer = _line(line)
            refused += "problems" in answer
            print(json.dumps(answer, ensure_ascii=False))
    if refused:
        print(f"{file}: {refused} lines refused", file=sys.stderr)
    return _BAD_INPUT if refused else 0


def _line(line: str) -> Mapping[str, Told]:
    name = ""
    try:
        told = _mapping(line)
        named = told.get("score")
        name = named if isinstance(named, str) else ""
        if name not in shipped_scores():
            raise RefusedError(_unknown(name))
        written = told.get("input", {})
        if not isinstance(written, dict) or not set(told) <= set(_KEYS):
            raise RefusedError(Refusal("input", "a line holds a score and its input", _JSON_HINT))
        return answered(name, written).told()
    except RefusedError as error:
        return {"score": name, "problems": [_problem(each) for each in error.refusals]}


def _unknown(name: str) -> Refusal:
    near = nearest(name, tuple(shipped_scores()))
    return Refusal(
        "score", f"there is no score '{name}'", f"did you mean '{near}'?" if near else "--list names all scores"
    )


def _problem(refusal: Refusal) -> Mapping[str, Told]:
    return {"where": refusal.where, "message": refusal.message, "hint": refusal.hint}


def _refuse(name: str, refusals: Sequence[Refusal], *, is_json: bool, where: str = "") -> int:
    if is_json:
        told: dict[str, Told] = {"score": name, "problems": [_problem(each) for each in refusals]}
        print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        for each in refusals:
            hint = f"; {each.hint}" if each.hint else ""
            print(f"{where or name}: {each.where}: {each.message}{hint}", file=sys.stderr)
    return _BAD_INPUT


# --- what is printed


def _print(lines: Iterator[str]) -> None:
    for line in lines:
        print(line)


def _list(*, is_json: bool) -> int:
    definitions = [definition_of(name) for name in shipped_scores()]
    if is_json:
        rows: list[Told] = [
            {"score": each.id, "version": each.version, "family": each.family.value, "name": each.label[ENGLISH]}
            for each in definitions
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    longest = max(len(each.id) for each in definitions)
    for family in dict.fromkeys(each.family for each in definitions):
        print(family.value)
        for each in definitions:
            if each.family is family:
                print(f"  {each.id:<{longest}}  {each.label[ENGLISH]} [{each.version}]")
    return 0


def _explain(definition: Definition, *, is_json: bool) -> int:
    if is_json:
        print(json.dumps(_declared(definition), ensure_ascii=False, indent=2))
    else:
        _print(_explained(definition))
    return 0


def _declared(definition: Definition) -> Mapping[str, Told]:
    return {
        "score": definition.id,
        "version": definition.version,
        "family": definition.family.value,
        "name": definition.label,
        "about": definition.about,
        "formula": definition.formula,
        "sources": definition.sources,
        "status": definition.status,
        "inputs": [_input(each) for each in definition.inputs.values()],
        "outputs": definition.outputs,
        "example": definition.example,
    }


def _input(asked: Input) -> Mapping[str, Told]:
    told: dict[str, Told] = {"id": asked.id, "kind": asked.kind.value, "label": asked.label}
    if asked.unit:
        told["unit"], told["units"] = asked.unit, list(asked.units)
    if asked.possible is not None:
        told["range"] = [float(each) for each in asked.possible]
    if asked.options:
        told["options"] = asked.options
    if asked.default is not None:
        told["default"] = asked.default
    return {**told, "optional": asked.is_optional, "item": asked.is_item}


def _explained(definition: Definition) -> Iterator[str]:
    width = terminal_width()
    yield f"{definition.id}: {definition.label[ENGLISH]} [{definition.version}]"
    yield from wrapped(definition.about[ENGLISH], width)
    yield from hung("formula:", definition.formula, width)
    for source in definition.sources:
        yield from hung("source:", source, width)
    yield from hung("status:", f"{definition.status}, {LETTERS[definition.status]}", width)
    for mark in definition.marks:
        yield from hung(f"  {mark.letter}:", mark.about[ENGLISH], width)
    if definition.inputs:
        yield "asks for:"
    for each in definition.inputs.values():
        yield from hung(f"  {each.id}:", f"{each.label[ENGLISH]}{_kind_of(each)}", width)
    if definition.outputs:
        yield from hung("gives:", ", ".join(_output(*each) for each in definition.outputs.items()), width)
    if definition.example:
        yield from hung("example:", definition.example, width)


def _output(name: str, unit: str) -> str:
    return f"{name} ({unit})" if unit else name


def _kind_of(asked: Input) -> str:
    parts = [" or ".join(asked.options)] if asked.options else []
    parts += [" or ".join(asked.units)] if asked.units else []
    if asked.possible is not None:
        low, high = (f"{float(each):g}" for each in asked.possible)
        parts.append(f"{low} to {high}")
    parts += [f"default {asked.default}"] if asked.default is not None else []
    parts += ["need not be told"] if asked.is_optional else []
    return f" ({'; '.join(parts)})" if parts else ""


def _answer_lines(answer: Answer) -> Iterator[str]:
    width = terminal_width()
    definition = answer.definition
    yield f"{definition.label[ENGLISH]} [{definition.version}]"
    for name, value in answer.output.items():
        if name.endswith(("_min", "_max")):
            continue
        unit = definition.outputs.get(name, "")
        yield from hung(" ", f"{name}: {_value(name, value, answer)} {unit}".rstrip(), width)
    if answer.missing:
        yield from hung("  not told:", ", ".join(answer.missing), width)
    if answer.not_examined:
        yield from hung("  not examined:", ", ".join(answer.not_examined), width)
    for name, setting in answer.settings.items():
        yield f"  setting {name}: {setting}"
    yield from hung("  formula:", definition.formula, width)
    for source in definition.sources:
        yield from hung("  source:", source, width)
    if definition.status in "MC":
        yield from hung(f"  {definition.status}:", LETTERS[definition.status], width)
    for mark in definition.marks:
        yield from hung(f"  {mark.letter}:", mark.about[ENGLISH], width)


def _value(name: str, value: Told, answer: Answer) -> str:
    if name in answer.ranges:
        low, high = answer.ranges[name]
        return f"at least {_word(low)}, at most {_word(high)}"
    if value is None and name in answer.possible:
        return f"unknown: {' or '.join(_word(each) for each in answer.possible[name])}"
    return _word(value)


def _word(value: Told) -> str:
    if value is None:
        return "unknown"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.6g}"
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {_word(each)}" for name, each in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(_word(each) for each in value) or "none"
    return str(value)
