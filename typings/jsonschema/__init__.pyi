# The part of jsonschema that the tests use; the published stubs are partly unknown.
from collections.abc import Iterator, Mapping

class ValidationError(Exception):
    message: str
    json_path: str

class SchemaError(Exception):
    message: str

class FormatChecker: ...

class Draft202012Validator:
    def __init__(self, schema: Mapping[str, object], *, format_checker: FormatChecker | None = None) -> None: ...
    @classmethod
    def check_schema(cls, schema: Mapping[str, object]) -> None: ...
    def iter_errors(self, instance: object) -> Iterator[ValidationError]: ...
    def is_valid(self, instance: object) -> bool: ...
