from collections.abc import Iterable

from cyclonedx.model.component import Component

class BomMetaData:
    component: Component | None

class Bom:
    metadata: BomMetaData
    components: set[Component]
    def register_dependency(self, target: Component, depends_on: Iterable[Component] | None = ...) -> None: ...
