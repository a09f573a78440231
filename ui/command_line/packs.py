"""``rules key``, ``rules pack``, ``rules verify``: keys, signed packs, and whether a pack is whole.

The record of a vault is not opened here: whether a key is the one known of a signer is said in the window.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from getpass import getpass
from pathlib import Path

from core import clock
from core.catalogue.reading import load_catalogue
from core.errors import WorldError
from core.exchange.answer import problem_answer
from core.exchange.pack_answer import pack_answer
from core.language.languages import ENGLISH, languages
from core.language.phrases import Phrases
from core.rule_files.packs.fingerprint import fingerprint
from core.rule_files.packs.keys import KEY_SUFFIX, make_key, needs_passphrase, read_key
from core.rule_files.packs.limits import SUFFIX
from core.rule_files.packs.manifest import is_pack_name
from core.use_cases.make_pack import Packing, make_pack
from core.use_cases.open_packs import files_of_pack, pack_at
from core.wording.errors import error_words
from ui.command_line.arguments import Parser, day
from ui.command_line.problems import print_problems

BAD_INPUT = 2
HELPS: Mapping[str, str] = {
    "key": "make a key to sign packs with, and say its fingerprint in words",
    "pack": "a signed pack of the rule files of a folder",
    "verify": "whether a pack is whole and signed, by whom, and what is in it",
}


def fill(kinds: Mapping[str, Parser]) -> None:
    """Enter the options of the three commands."""
    key, pack, verify = (kinds[name] for name in HELPS)
    key.add_argument("name", metavar="NAME", help="who signs, as those who take in the packs know you")
    key.add_argument("-o", "--output", type=Path, metavar="FILE", help=f"default: NAME{KEY_SUFFIX} in this folder")
    key.add_argument("--protect", action="store_true", help="keep it under a passphrase, which is asked for")
    told = "the key file so far: it signs that the new key follows, and packs of the new key carry that"
    key.add_argument("--hand-over", type=Path, metavar="KEYFILE", help=told)
    key.set_defaults(run=_key)
    pack.add_argument("places", nargs="+", type=Path, metavar="FOLDER", help="rule files, or folders of them")
    pack.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help=f"ends with {SUFFIX}")
    pack.add_argument("--key", type=Path, required=True, metavar="KEYFILE", help="a file made with 'rules key'")
    pack.add_argument("--name", default="", metavar="NAME", help="of the pack; default: the file's")
    pack.add_argument("--version", default="", metavar="VERSION", help="of the pack; default: the day, as 2026.11.29")
    pack.add_argument("--on", type=day, default=None, metavar="DAY", help="the day it is made; default: today")
    pack.set_defaults(run=_pack)
    verify.add_argument("file", type=Path, metavar="FILE", help="a pack")
    verify.set_defaults(run=_verify)
    for parser in (key, pack, verify):
        parser.add_argument("--language", choices=languages(), default=ENGLISH, help="the language of the sentences")
        parser.add_argument("--json", action="store_true", help="one JSON document on standard output")


def _key(chosen: argparse.Namespace) -> int:
    phrases = Phrases(chosen.language)
    path = chosen.output or Path(f"{_plain(chosen.name)}{KEY_SUFFIX}")
    try:
        before = chosen.hand_over
        old = None if before is None else read_key(before, getpass() if needs_passphrase(before) else "")
        made = make_key(chosen.name, path, _new_passphrase() if chosen.protect else "", old)
    except WorldError as error:
        return _refused(error, phrases, is_json=chosen.json)
    words = fingerprint(made.public)
    if chosen.json:
        _print_json({"format": 1, "file": str(path), "name": made.name, "key": made.public, "words": list(words)})
    else:
        print(phrases.say("packs-key-made", place=str(path), words=" ".join(words)))
    return 0


def _pack(chosen: argparse.Namespace) -> int:
    phrases = Phrases(chosen.language)
    made_on = chosen.on or clock.today()
    name = chosen.name or chosen.output.name.removesuffix(SUFFIX)
    version = chosen.version or f"{made_on.year}.{made_on.month}.{made_on.day}"
    try:
        if not is_pack_name(name):
            raise WorldError("pack-name", name=ascii(name))
        key = read_key(chosen.key, getpass() if needs_passphrase(chosen.key) else "")
        packing = Packing(tuple(chosen.places), name, version, made_on)
        pack, problems = make_pack(packing, chosen.output, key, load_catalogue())
    except WorldError as error:
        return _refused(error, phrases, is_json=chosen.json)
    errors = [each for each in problems if each.is_error]
    if chosen.json:
        told = None if pack is None else pack_answer(pack)
        _print_json({"format": 1, "pack": told, "problems": [problem_answer(each) for each in errors]})
    else:
        print_problems(errors)
    if pack is None:
        return BAD_INPUT
    if not chosen.json:
        count, place = len(pack.manifest.files), str(chosen.output)
        print(phrases.say("packs-written", place=place, count=count, signer=pack.manifest.signer))
    return 0


def _verify(chosen: argparse.Namespace) -> int:
    phrases = Phrases(chosen.language)
    try:
        pack = pack_at(chosen.file)
        files_of_pack(pack, load_catalogue())
    except WorldError as error:
        return _refused(error, phrases, is_json=chosen.json)
    if chosen.json:
        _print_json({"format": 1, "pack": pack_answer(pack), "refused": None})
        return 0
    told = pack.manifest
    print(phrases.say("packs-verified", name=told.name, version=told.version, signer=told.signer))
    print(phrases.say("packs-words", words=" ".join(fingerprint(told.key))))
    for each in told.files:
        print(f"  {each.id} {each.version}{f' ← {each.previous}' if each.previous else ''}")
    return 0


def _refused(error: WorldError, phrases: Phrases, *, is_json: bool) -> int:
    words = error_words(error, phrases)
    if is_json:
        _print_json({"format": 1, "pack": None, "refused": {"reason": error.phrase, "words": words}})
    else:
        print(words, file=sys.stderr)
    return BAD_INPUT


def _new_passphrase() -> str:
    first = getpass("passphrase: ")
    if not first or first != getpass("once more: "):
        raise WorldError("key-passphrases-differ")
    return first


def _plain(name: str) -> str:
    """Return a name that every file system takes."""
    return "".join(sign if sign.isalnum() or sign in "-_" else "_" for sign in name) or "signer"


def _print_json(document: dict[str, object]) -> None:
    print(json.dumps(document, ensure_ascii=False, indent=2))
