"""The bill of materials of a bundle as CycloneDX: the parts that run, Python, and libraries of the building system."""

from __future__ import annotations

import hashlib
import platform
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from bundling.contents import plain, runtime_parts
from core.program import VERSION
from core.use_cases.parts import PARTS, Part

_LICENCES = LicenseFactory()
_SYSTEM_LIBRARY = re.compile(r"^lib[^/]*\.so(\.\d+)*$")


@dataclass(frozen=True, slots=True)
class SystemLibrary:
    """A library that the building system brought, with the package that owns it there, "" where none is known."""

    path: Path
    package: str = ""
    version: str = ""


def system_libraries(folder: Path) -> tuple[SystemLibrary, ...]:
    """Return the libraries in a bundle that come from the building system, by their names."""
    inside = folder / "_internal"
    paths = (path for path in sorted(inside.iterdir()) if path.is_file() and not path.is_symlink())
    return tuple(_owned(path) for path in paths if _SYSTEM_LIBRARY.match(path.name))


def _owned(path: Path) -> SystemLibrary:
    """Ask Debian's list of files which package a library is of."""
    if shutil.which("dpkg-query") is None:
        return SystemLibrary(path)
    found = _said("dpkg-query", "--search", f"*/{path.name}").partition(":")[0].strip()
    version = _said("dpkg-query", "--show", "-f=${Version}\n", found) if found else ""
    return SystemLibrary(path, found, version)


def _said(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    return done.stdout.partition("\n")[0].strip()


def bill_of(folder: Path) -> str:
    """Return the bill of materials of a bundle, as JSON."""
    bill = Bom()
    program = Component(name="Kriterion", version=VERSION, type=ComponentType.APPLICATION, bom_ref="kriterion")
    parts = [component for part in PARTS for component in _components(part)]
    parts += map(_component_of, system_libraries(folder))
    bill.metadata.component = program
    bill.components.update(parts)
    bill.register_dependency(program, parts)
    return JsonV1Dot6(bill).output_as_string(indent=1)


def _components(part: Part) -> Iterator[Component]:
    """Yield a component for each package of a part, or one for a part that is no package of Python."""
    licences = [_LICENCES.make_from_string(part.licence)]
    if not part.distributions:
        version = platform.python_version() if part.name == "Python" else None
        kind = ComponentType.LIBRARY
        yield Component(name=part.name, version=version, type=kind, licenses=licences, bom_ref=part.name)
    ours = frozenset(runtime_parts())
    for found in part.installed():
        name = plain(found.name)
        if name not in ours:  # here for building alone
            continue
        yield Component(
            name=name,
            version=found.version,
            type=ComponentType.LIBRARY,
            licenses=licences,
            bom_ref=f"{part.name}: {name}",
            purl=PackageURL("pypi", None, name, found.version),
        )


def _component_of(library: SystemLibrary) -> Component:
    digest = hashlib.sha256(library.path.read_bytes()).hexdigest()
    return Component(
        name=library.path.name,
        version=library.version or None,
        type=ComponentType.FILE,
        bom_ref=library.path.name,
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest)],
        purl=PackageURL("deb", "debian", library.package, library.version) if library.package else None,
    )
