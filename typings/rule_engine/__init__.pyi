from collections.abc import Mapping

from rule_engine import errors as errors

class Context:
    def __init__(self, *, default_value: object = ...) -> None: ...

class Rule:
    def __init__(self, text: str, context: Context | None = ...) -> None: ...
    def matches(self, thing: Mapping[str, object]) -> bool: ...
