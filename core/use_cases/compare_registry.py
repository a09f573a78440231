"""Look at the state of a registry of trials: which fit coarsely, which have a rule file, what changed since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.errors import WorldError
from core.regular_files import read_named
from core.rule_files.compiling import CompiledRuleFile
from core.trials.fitting import Asked, fits
from core.trials.reading import MOST_BYTES, Read, read_registry
from core.trials.trial import Place, Site, State, Trial
from core.values.truth import Truth


@dataclass(frozen=True, slots=True)
class Listed:
    """A trial of the list. ``fits`` is coarse, by the registry's fields alone; ``rule_file`` "" where it has none.

    ``is_newer``: the registry's record was updated after the day on which the rule file's state was read.
    """

    trial: Trial
    fits: Truth
    nearest: tuple[Site, float] | None
    rule_file: str
    is_newer: bool


def read_state(paths: Sequence[Path]) -> Read:
    """Read the files of one state of the registry; WorldError where one cannot be read or is none of the kinds."""
    contents: list[tuple[str, bytes]] = []
    for path in paths:
        try:
            contents.append((path.name, read_named(path, MOST_BYTES)))
        except OSError as error:
            raise WorldError("error-file-unreadable", name=path.name) from error
    return read_registry(contents)


def listed(
    state: State, files: Iterable[CompiledRuleFile], asked: Asked, home: Place | None = None
) -> tuple[Listed, ...]:
    """Return the trials that fit or may fit: those that certainly do first, then the nearest, then by number."""
    by_number = {each.checked.rule_file.id: each.checked.rule_file for each in files}
    found: list[Listed] = []
    for trial in state.trials.values():
        fit = fits(trial, asked)
        if fit is Truth.FALSE:
            continue
        rule_file = by_number.get(trial.number.casefold())
        seen = "" if rule_file is None else rule_file.recruitment.get("seen", "")
        nearest = None if home is None else trial.nearest(home)
        found.append(
            Listed(
                trial, fit, nearest, "" if rule_file is None else rule_file.version, bool(seen) and trial.updated > seen
            )
        )
    return tuple(sorted(found, key=_order))


def _order(each: Listed) -> tuple[bool, float, str]:
    return each.fits is not Truth.TRUE, each.nearest[1] if each.nearest is not None else float("inf"), each.trial.number
