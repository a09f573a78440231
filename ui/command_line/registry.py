"""``registry``: the state of a registry of trials: which fit coarsely, which have a rule file, what changed."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from core.errors import WorldError
from core.language.languages import ENGLISH, languages
from core.language.phrases import Phrases
from core.source_text.caret import visible
from core.store.vault.place import chosen_folder
from core.trials.comparing import changes
from core.trials.fitting import PATTERNS, Asked, diseases_of
from core.trials.listing import Listed, asked_for
from core.trials.places import read_place
from core.trials.reading import Read
from core.trials.trial import Place
from core.use_cases.compare_registry import listed, read_contents, read_state
from core.use_cases.keep_registry import registry_in
from core.use_cases.keep_settings import read_settings
from core.use_cases.load_rules import shipped_places
from core.use_cases.named_files import named_files
from core.use_cases.remember import remembered
from core.values.truth import Truth
from core.wording.trials import TrialWords
from ui.command_line.arguments import Parser

_BAD_INPUT = 2
_TITLE = 90


def fill(parser: Parser) -> None:
    """Enter the options of ``registry``."""
    told = "one state of the registry: ClinicalTrials.gov as JSON or CSV, or tables of trials and of sites"
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help=f"{told}; none: the newest that is kept")
    parser.add_argument(
        "--before", nargs="+", type=Path, default=[], metavar="FILE", help="an older state: what changed"
    )
    kept = "keep the state where the window keeps its own, and show it there"
    parser.add_argument("--keep", action="store_true", help=kept)
    parser.add_argument(
        "--disease", choices=tuple(PATTERNS), default="", help="only trials that name it, or may hold it"
    )
    parser.add_argument("--age", type=int, metavar="YEARS", help="only trials for this age in completed years")
    parser.add_argument("--sex", choices=("female", "male"), default="", help="only trials for this sex")
    parser.add_argument("--country", default="", metavar="NAME", help="only trials there, as the registry writes it")
    parser.add_argument("--taking", action="store_true", help="only trials that take patients now")
    parser.add_argument(
        "--near", metavar="NORTH,EAST", help="the nearest site of each, from these degrees: 52.52,13.40"
    )
    parser.add_argument("--rules", type=Path, metavar="DIR", help="rule files; default: those that ship")
    parser.add_argument("--language", choices=languages(), default=ENGLISH, help="the language of the terminal")
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """List trials, and what changed; nothing is fetched."""
    phrases = Phrases(chosen.language)
    words = TrialWords(phrases)
    is_kept = chosen.keep or not chosen.files
    home = _own_place() if is_kept and chosen.near is None else _home(chosen.near)
    rules = named_files((chosen.rules,) if chosen.rules is not None else shipped_places())
    files = remembered().load_rules(rules.paths).files
    looked_at = _kept(chosen, words, phrases) if is_kept else _named(chosen)
    if looked_at is None:
        print(phrases.say("trials-kept-none"), file=sys.stderr)
        return _BAD_INPUT
    read, older = looked_at
    asked = Asked(chosen.disease, chosen.age, chosen.sex.upper(), chosen.country, only_taking=chosen.taking)
    found = asked_for(listed(read.state, files, home), asked)
    if chosen.json:
        print(json.dumps(_answer(read, found, older), ensure_ascii=False, indent=2))
        return 0
    for line in _lines(read, found, older, words, phrases):
        print(visible(line))
    for line in words.skipped(read.skipped):
        print(visible(line), file=sys.stderr)
    return 0


def _named(chosen: argparse.Namespace) -> tuple[Read, Read | None]:
    return read_state(chosen.files), read_state(chosen.before) if chosen.before else None


def _kept(chosen: argparse.Namespace, words: TrialWords, phrases: Phrases) -> tuple[Read, Read | None] | None:
    """Keep what is named, and return the newest state that is kept with the one before it; None where none is."""
    registry = registry_in(chosen_folder())
    taken = registry.keep(read_contents(chosen.files)) if chosen.files else None
    kept = registry.kept()
    newest, before = kept.newest, kept.before
    if newest is None:
        return None
    said = [phrases.say("trials-unreadable", count=kept.unreadable)] if kept.unreadable else []
    if taken is not None:
        said.append(phrases.say("trials-kept-already" if taken.is_known else "trials-kept"))
        said += [phrases.say("trials-kept-older", day=words.day(newest.day))] if taken.is_older else []
    for line in said:
        print(line, file=sys.stderr)
    if chosen.before:
        return newest.read, read_state(chosen.before)
    return newest.read, None if before is None else before.read


def _own_place() -> Place | None:
    """Return where the clinic is by the settings of the window."""
    here = read_place(read_settings(chosen_folder()).place)
    return None if here is None else here.place


def _home(text: str | None) -> Place | None:
    if text is None:
        return None
    named = read_place(text)
    if named is None or named.name:
        raise WorldError("trials-bad-place", text=text)
    return named.place


def _lines(
    read: Read, found: tuple[Listed, ...], older: Read | None, words: TrialWords, phrases: Phrases
) -> Iterator[str]:
    yield words.state(read.state)
    perhaps = sum(each.fits is not Truth.TRUE for each in found)
    yield phrases.say("trials-fit", fit=len(found) - perhaps, perhaps=perhaps)
    yield ""
    for each in found:
        yield from _trial_lines(each, words, phrases)
    if older is None:
        return
    yield ""
    day = words.day(older.state.as_of) if older.state.as_of else phrases.say("trials-changed-unknown-day")
    yield phrases.say("trials-changed", day=day)
    changed = changes(older.state, read.state)
    if not changed:
        yield phrases.say("trials-no-change")
    for kind, what in words.changes(changed):
        yield f"  {kind}: {what}"


def _trial_lines(each: Listed, words: TrialWords, phrases: Phrases) -> Iterator[str]:
    trial = each.trial
    title = trial.title if len(trial.title) <= _TITLE else f"{trial.title[:_TITLE].rstrip()}…"
    yield f"{trial.number} {title}"
    file = (
        phrases.say("trials-rule-file", version=each.rule_file)
        if each.rule_file
        else phrases.say("trials-no-rule-file")
    )
    where = ""
    if each.nearest is not None:
        site, km = each.nearest
        where = f"{site.city or site.facility}, {words.km(km)}"
    parts = (
        phrases.say("trials-perhaps") if each.fits is not Truth.TRUE else "",
        words.status(trial.status),
        words.ages(trial),
        trial.sponsor,
        where,
        file,
        phrases.say("trials-record-newer") if each.is_newer else "",
    )
    yield f"    {' · '.join(filter(None, parts))}"


def _answer(read: Read, found: tuple[Listed, ...], older: Read | None) -> dict[str, object]:
    return {
        "as_of": read.state.as_of,
        "trials": len(read.state.trials),
        "sites": read.state.sites,
        "skipped": [{"why": each.why.value, "record": each.record, "said": each.said} for each in read.skipped],
        "listed": [
            {
                "number": each.trial.number,
                "title": each.trial.title,
                "fits": each.fits.value,
                "status": each.trial.status,
                "diseases": list(diseases_of(each.trial)),
                "youngest": None if each.trial.youngest is None else str(each.trial.youngest),
                "oldest": None if each.trial.oldest is None else str(each.trial.oldest),
                "countries": list(each.trial.countries),
                "rule_file": each.rule_file or None,
                "record_is_newer": each.is_newer,
                "nearest_km": None if each.nearest is None else round(each.nearest[1]),
            }
            for each in found
        ],
        "changes": None
        if older is None
        else [
            {"kind": each.kind.value, "number": each.trial.number, "gone": list(each.gone), "come": list(each.come)}
            for each in changes(older.state, read.state)
        ],
    }
