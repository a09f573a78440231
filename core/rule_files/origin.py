"""Where a rule file comes from, as far as that is proved: by the program, by a signature, or by nothing."""

from __future__ import annotations

from dataclasses import replace

from core.rule_files.checking import Check
from core.rule_files.rule_file import Origin, OriginKind

FROM_PROGRAM = Origin(OriginKind.SHIPPED)
FROM_ANYWHERE = Origin()


def with_origin(check: Check, origin: Origin) -> Check:
    """Return a check whose file says where it comes from."""
    checked = check.checked
    if checked is None or checked.rule_file.origin == origin:
        return check
    return replace(check, checked=replace(checked, rule_file=replace(checked.rule_file, origin=origin)))
