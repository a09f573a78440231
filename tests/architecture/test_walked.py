"""What is found by walking a folder is found in a bundle too, and the check of the program itself names it."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from core.use_cases.self_check import WALKED, self_check
from tests.architecture.program_sources import PROGRAM, ROOT, Source, dotted_names, source_of, sources

WALKS = {
    "core/assurance/mutation/changing.py": "mutators",
    "core/assurance/probing/asking.py": "rooms of probes",
    "core/chart/sections/__init__.py": "sections of the record",
    "core/documents/follow_up_letters/kinds/__init__.py": "letters after the infusion",
    "core/documents/referral_letter/blocks/__init__.py": "blocks of the letter",
    "core/documents/safety/kinds/__init__.py": "safety reports",
    "core/documents/statements/kinds/__init__.py": "statements",
    "core/rule_files/linting.py": "lints",
    "core/scores/answering.py": "formulas",
    "core/store/records/stepping.py": "migrations",
    "core/use_cases/papers/kinds/__init__.py": "papers",
}
"""Every file that loads modules by names it does not write down, with what the check calls what it finds."""
READ_BESIDE = {"core/scores/lung.py": "lung function"}
"""What reads files of a library by their names."""
BY_NAME = frozenset({"importlib.import_module", "pkgutil.iter_modules"})
KNOWS_ITS_KINDS = {
    "core/remembering/notation.py": "reads names of classes that it wrote itself",
    "core/use_cases/self_check.py": "the check",
}
SOURCE_FILES = re.compile(r"""glob\(\s*f?["'][^"']*\.py["']|\binspect\.getsource\b|\.\{path\.stem\}""")


def loads_by_name(source: Source) -> bool:
    return any(name in BY_NAME for name in dotted_names(source))


def looking_for_source_files(places: Iterable[Source]) -> list[str]:
    return [source.path for source in places if SOURCE_FILES.search(source.text)]


def test_every_folder_that_is_walked_is_checked() -> None:
    found = {source.path for source in sources(*PROGRAM) if loads_by_name(source)}
    assert found - set(KNOWS_ITS_KINDS) == set(WALKS)
    assert {*WALKS.values(), *READ_BESIDE.values()} <= set(WALKED)


def test_nothing_looks_for_files_of_source() -> None:
    """There are none in a bundle: the stepper of migrations once found nothing there, and the window waited."""
    assert looking_for_source_files(sources(*PROGRAM)) == []


@pytest.mark.parametrize("line", ['folder.glob("v*.py")', "inspect.getsource(module)", "f'{package}.{path.stem}'"])
def test_a_search_for_source_files_is_noticed(line: str) -> None:
    assert looking_for_source_files([source_of(line)])


def test_it_finds_every_module_and_file_of_the_checkout() -> None:
    found = self_check()
    modules = {
        source.path.removesuffix(".py").replace("/", ".").removesuffix(".__init__") for source in sources("core", "ui")
    }
    assert set(found.modules) == modules - {"core", "ui"}
    assert all((ROOT / path).is_file() for path in found.files)
    assert [kind for kind, names in found.walked.items() if not names] == []
