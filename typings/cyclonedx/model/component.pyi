from collections.abc import Iterable
from enum import Enum

from cyclonedx.model import HashType
from cyclonedx.model.license import License
from packageurl import PackageURL

class ComponentType(Enum):
    APPLICATION = "application"
    FILE = "file"
    LIBRARY = "library"

class Component:
    def __init__(
        self,
        *,
        name: str,
        version: str | None = ...,
        type: ComponentType = ...,
        licenses: Iterable[License] | None = ...,
        hashes: Iterable[HashType] | None = ...,
        bom_ref: str | None = ...,
        purl: PackageURL | None = ...,
    ) -> None: ...
