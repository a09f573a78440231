"""Taking in rule files: which version may follow which, and what is judged afterwards (``found/updating.yaml``)."""

from __future__ import annotations

import hmac
import re
from pathlib import Path
from typing import Any

import pytest

from core.discovery import rules_path
from core.rule_files.checking import check_rule_file
from core.rule_files.compiling import compile_rule_file
from core.rule_files.versions import is_above, version_after, version_of
from core.use_cases.keep_library import LibraryFile, TakenIn, accept, go_back, in_force, load_library, take_in
from core.use_cases.keep_shelf import Shelf
from tests.sample_screenings import catalogue
from tests.spec.test_found import names, read

FIRST = {"nct06308978": "1.0.0", "nct06222853": "1.0.0", "example-sle-cart-01": "2.1.0"}
"""The versions of which the rows speak; what ships has gone on since."""
ROWS = read("updating.yaml")


def first_text(name: str) -> str:
    """A shipped file as if its first version were in force: its version and no later line of the changelog."""
    text = (rules_path("protocols") / f"{name}.yaml").read_text("utf-8")
    version = FIRST[name]
    text = re.sub(r"^version: .*$", f"version: {version}", text, count=1, flags=re.MULTILINE)
    head, mark, lines = text.partition("changelog:\n")
    entries = re.split(r"(?=^  - version: )", lines, flags=re.MULTILINE)
    kept = [each for each in entries if not is_above(each[len("  - version: ") :].split("\n")[0], version)]
    return head + mark + "".join(kept)


def shipped(name: str) -> LibraryFile:
    check = check_rule_file(first_text(name).encode(), f"{name}.yaml", catalogue())
    assert check.checked is not None
    return LibraryFile(
        Path(f"{name}.yaml"), first_text(name), check.problems, compile_rule_file(check.checked), is_yours=False
    )


class Bench:
    """A shelf beside one file that ships."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder = folder
        self.name = name
        self.shelf = Shelf(folder / "rules", lambda content: hmac.new(b"key", content, "sha256").hexdigest())
        self.ships = shipped(name)

    @property
    def library(self) -> tuple[LibraryFile, ...]:
        return (self.ships, *(each for each in load_library(self.shelf, catalogue()) if each.is_yours))

    def check(self, changes: list[list[str]]) -> TakenIn:
        text = first_text(self.name)
        for change in changes:
            # the rows were written when a text stood in one language only
            old, new = change if change[0] in text else (each.replace("text: ", "en: ", 1) for each in change)
            assert old in text
            text = text.replace(old, new, 1)
        path = self.folder / "taken.yaml"
        path.write_text(text, "utf-8")
        return take_in(path, self.library, catalogue(), acts=self.shelf.acts())

    def take(self, changes: list[list[str]]) -> None:
        accept(self.check(changes), self.shelf, "Dr Example")

    @property
    def judged(self) -> str:
        found = in_force(self.library, self.shelf.acts())[self.name].rule_file
        assert found is not None
        return found.version


@pytest.mark.parametrize("row", ROWS, ids=list(names(ROWS)))
def test_each_row(row: dict[str, Any], tmp_path: Path) -> None:
    bench = Bench(tmp_path, row["file"])
    for changes in row.get("held", []):
        bench.take(changes)
    checked = bench.check(row["taken"])
    if row["right"] == "refused":
        assert not checked.can_be_accepted
        (problem,) = checked.succession.problems
        assert problem.is_error
        assert problem.hint
        with pytest.raises(Exception, match="not-taken-in"):
            accept(checked, bench.shelf)
    else:
        assert checked.can_be_accepted
        assert checked.is_in_force == (row["right"] == "in force")
        if not checked.is_in_force:
            bench.take(row["taken"])
    assert bench.judged == row["judged"]


def test_a_refusal_names_the_version_that_is_needed_at_its_line(tmp_path: Path) -> None:
    bench = Bench(tmp_path, "nct06308978")
    checked = bench.check([["version: 1.0.0", "version: 0.9.0"]])
    (problem,) = checked.succession.problems
    assert "1.0.1" in problem.hint
    assert first_text("nct06308978").splitlines()[problem.span.line - 1].startswith("version: ")
    checked = bench.check([["version: 1.0.0", "version: 1.1.0"]])
    (problem,) = checked.succession.problems
    assert first_text("nct06308978").splitlines()[problem.span.line - 1] == "changelog:"


LINE = "changelog:\n  - version: {}\n    date: 2026-11-29\n    by: A\n    source: registry\n    what: W\n"


def to(version: str) -> list[list[str]]:
    return [["version: 1.0.0", f"version: {version}"], ["changelog:\n", LINE.format(version)]]


def test_every_version_stays_and_any_comes_back(tmp_path: Path) -> None:
    bench = Bench(tmp_path, "nct06308978")
    for version in ("1.1.0", "1.2.0", "2.0.0"):
        bench.take(to(version))
        assert bench.judged == version
    versions = {each.rule_file.version: each.rule_file for each in bench.library if each.rule_file is not None}
    assert set(versions) == {"1.0.0", "1.1.0", "1.2.0", "2.0.0"}
    for version in ("1.1.0", "1.0.0", "2.0.0", "1.2.0"):
        go_back(versions[version], bench.library, bench.shelf, "Dr Example")
        assert bench.judged == version
    assert len(bench.library) == 4
    acts = bench.shelf.acts()
    assert [each.version for each in acts] == ["1.1.0", "1.2.0", "2.0.0", "1.1.0", "1.0.0", "2.0.0", "1.2.0"]
    assert {each.by for each in acts} == {"Dr Example"}


def test_a_higher_version_that_comes_with_the_program_counts_again(tmp_path: Path) -> None:
    bench = Bench(tmp_path, "nct06308978")
    bench.take(to("1.1.0"))
    go_back(next(each.rule_file for each in bench.library if each.rule_file is not None), bench.library, bench.shelf)
    assert bench.judged == "1.0.0"
    later = bench.check(to("3.0.0")).file
    bench.ships = LibraryFile(later.path, later.text, later.problems, later.compiled, is_yours=False)
    assert bench.judged == "3.0.0"


def test_what_came_meanwhile_counts_when_a_file_is_accepted(tmp_path: Path) -> None:
    bench = Bench(tmp_path, "nct06308978")
    checked = bench.check(to("1.1.0"))
    text = bench.folder / "taken.yaml"
    kept = text.read_bytes()
    bench.take(to("1.2.0"))
    text.write_bytes(kept)
    with pytest.raises(Exception, match="version-held"):
        accept(checked, bench.shelf)
    assert bench.judged == "1.2.0"


def test_acts_count_only_under_the_seal(tmp_path: Path) -> None:
    bench = Bench(tmp_path, "nct06308978")
    bench.take(to("1.1.0"))
    path = bench.shelf.folder / "taken-in.json"
    sealed = path.read_text()
    for old, new in (("Dr Example", "Dr Other"), ('"highest": "1.1.0"', '"highest": "9.9.9"'), ("in_force", "were")):
        path.write_text(sealed.replace(old, new))
        assert bench.shelf.acts() == ()
        assert bench.shelf.taken_in() == frozenset()


@pytest.mark.parametrize(
    ("lower", "higher"),
    [("1.9.0", "1.10.0"), ("2", "2.0.1"), ("0.9", "1"), ("1.0.0", "1.0.0.1"), ("9" * 5000, "1" + "0" * 5000)],
)
def test_versions_are_numbers(lower: str, higher: str) -> None:
    assert is_above(higher, lower)
    assert not is_above(lower, higher)


@pytest.mark.parametrize("version", ["1", "1.2", "1.2.3", "1.2.3.4", "2.9", "0.0.0", "1.2." + "9" * 40])
def test_the_version_that_is_needed_is_above(version: str) -> None:
    assert is_above(version_after(version), version)
    assert version_of(version_after(version)) != version_of(version)
