# What the tests use; the package's own functions are untyped.
from collections.abc import Mapping

def calculate(name: str, values: Mapping[str, str | float]) -> Mapping[str, object]: ...
