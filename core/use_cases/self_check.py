"""What the program found of itself: every kind that is found by walking, every shipped file.

A bundle must find what its source finds; ``tests/bundle`` holds the one against the other.
"""

from __future__ import annotations

import hashlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from importlib import import_module
from pathlib import Path

from core.assurance.mutation import changing
from core.assurance.probing import asking
from core.chart.sections import every_section
from core.discovery import program_path
from core.documents.follow_up_letters import every_letter
from core.documents.pdf.typeface import fallbacks
from core.documents.referral_letter import every_block
from core.documents.safety import every_safety_paper
from core.documents.statements import every_statement
from core.language.phrases import LANGUAGES, phrase_ids
from core.program import VERSION
from core.rule_files.drafting.author_pages import author_pages
from core.rule_files.linting import known_lints
from core.scores.answering import answered, formula_names
from core.scores.given import Json
from core.scores.shipped import shipped_scores
from core.store.records.stepping import all_migrations
from core.use_cases.load_rules import rule_paths, shipped_places
from core.use_cases.papers import every_kind
from core.use_cases.read_manual import manual_paths

CODE = ("core", "ui")
DATA = ("rules", "resources")
_LUNG: Mapping[str, Json] = {"sex": "F", "age": Decimal(12), "height_cm": Decimal(150), "FEV1": Decimal("2.4")}
WALKED: Mapping[str, Callable[[], Iterable[object]]] = {
    "sections of the record": lambda: (each.id for each in every_section()),
    "papers": lambda: (each.id for each in every_kind()),
    "blocks of the letter": lambda: (each.id for each in every_block()),
    "letters after the infusion": lambda: (each.id for each in every_letter()),
    "statements": lambda: (each.id for each in every_statement()),
    "safety reports": lambda: (each.id for each in every_safety_paper()),
    "lints": lambda: (name for name, _ in known_lints()),
    "mutators": lambda: (name for name, _ in changing.rooms()),
    "rooms of probes": lambda: (probes.__module__ for probes in asking.known_rooms()),
    "migrations": lambda: (f"{each.version}: {len(each.statements)} statements" for each in all_migrations()),
    "formulas": lambda: sorted(formula_names()),
    "scores": lambda: sorted(shipped_scores()),
    "rule files": lambda: sorted(path.name for path in rule_paths(shipped_places())),
    "languages": lambda: LANGUAGES,
    "phrases": lambda: (f"{each}: {len(phrase_ids(each))}" for each in LANGUAGES),
    "pages for authors": lambda: (f"{each}: {len(author_pages(each))}" for each in LANGUAGES),
    "pages of the manual": lambda: (f"{each}: {path.name}" for each in LANGUAGES for path in manual_paths(each)),
    "faces of other scripts": lambda: (each.path.name for each in fallbacks()),
    "lung function": lambda: [str(answered("gli_lung", _LUNG).output)],
}
"""Whatever the program finds by walking folders or loads by name, each as a list of names."""


@dataclass(frozen=True, slots=True)
class SelfCheck:
    """What was found: the version, every module, each kind that is walked, the SHA-256 of every shipped file."""

    version: str
    modules: tuple[str, ...]
    walked: Mapping[str, tuple[str, ...]]
    files: Mapping[str, str]


def self_check() -> SelfCheck:
    """Look for everything; two builds of one version find the same."""
    return SelfCheck(
        VERSION,
        tuple(sorted(name for package in CODE for name in _modules(package))),
        {kind: tuple(str(each) for each in names()) for kind, names in WALKED.items()},
        dict(sorted(pair for folder in DATA for pair in _hashes(program_path() / folder))),
    )


def _modules(package: str) -> Iterator[str]:
    return (each.name for each in pkgutil.walk_packages(import_module(package).__path__, f"{package}."))


def _hashes(folder: Path) -> Iterator[tuple[str, str]]:
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix != ".pyc":
            yield path.relative_to(folder.parent).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest()
