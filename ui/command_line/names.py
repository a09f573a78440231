"""``rules names``: the printed dictionary; a word that is no name gets the nearest ones."""

from __future__ import annotations

import argparse
import json
import sys

from core.catalogue.reading import load_catalogue
from core.language.languages import ENGLISH, languages
from core.language.phrases import Phrases
from core.wording.dictionary import DictionaryEntry, entry_of, nearest_to
from ui.command_line.arguments import Parser

BAD_INPUT = 2


def fill(parser: Parser) -> None:
    """Enter the options."""
    parser.add_argument(
        "words", nargs="+", metavar="WORD", help="a concept, drug, class or decision point, or its label"
    )
    parser.add_argument("--language", choices=languages(), default=ENGLISH, help="the language of the labels")
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output")
    parser.set_defaults(run=_names)


def _names(chosen: argparse.Namespace) -> int:
    catalogue, phrases = load_catalogue(), Phrases(chosen.language)
    found = {word: entry_of(word, catalogue, phrases) for word in chosen.words}
    unknown = {word: nearest_to(word, catalogue) for word, entry in found.items() if entry is None}
    entries = [entry for entry in found.values() if entry is not None]
    if chosen.json:
        unknown_answer = [{"word": word, "nearest": list(names)} for word, names in unknown.items()]
        document = {"format": 1, "names": [_answer(each) for each in entries], "unknown": unknown_answer}
        print(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        for entry in entries:
            print(f"{entry.id}: {entry.label} ({phrases.say(f'dictionary-what-{entry.what}')})")
            for _, word, values in entry.lines:
                print(f"    {word}: {', '.join(values)}")
    for word, names in unknown.items():
        told = phrases.say("dictionary-meant", word=word, names=", ".join(names)) if names else ""
        print(told or phrases.say("dictionary-unknown", word=word), file=sys.stderr)
    return BAD_INPUT if unknown else 0


def _answer(entry: DictionaryEntry) -> dict[str, object]:
    known = {key: list(values) for key, _, values in entry.lines}
    return {"id": entry.id, "is": entry.what, "label": entry.label, **known}
