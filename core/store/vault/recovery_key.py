"""The recovery key: printed once, typed back when the passphrase is lost.

Eight groups of four signs and a check sign. The weights of the check are odd and the signs are 32, so that every
single wrong sign changes it, and the group with the slip can be named.
"""

from __future__ import annotations

import secrets

from core.errors import WorldError

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U: read aloud and written by hand they are mistaken
_MEANT = str.maketrans("ILOilo", "110110")
GROUPS = 8
_IN_GROUP = 4
_WEIGHTS = (1, 3, 5, 7)


class MistypedKeyError(WorldError):
    """The recovery key has a slip; ``group`` counts from 1 (0: its length is wrong)."""

    def __init__(self, phrase: str, group: int = 0, **arguments: str | int) -> None:
        super().__init__(phrase, group=group, **arguments)
        self.group = group


def new_recovery_key() -> str:
    """Return a new key of 160 random bits, as it is printed."""
    groups = ["".join(secrets.choice(_SIGNS) for _ in range(_IN_GROUP)) for _ in range(GROUPS)]
    return "-".join(group + _check(group) for group in groups)


def secret_of(text: str) -> bytes:
    """Return the secret a typed key holds; MistypedKeyError names the group with a slip."""
    signs = [sign for sign in text.translate(_MEANT).upper() if sign.isalnum()]
    width = _IN_GROUP + 1
    if len(signs) != GROUPS * width:
        raise MistypedKeyError("error-key-length", needed=GROUPS * width, typed=len(signs))
    kept = ""
    for number in range(GROUPS):
        group = "".join(signs[number * width : number * width + _IN_GROUP])
        if any(sign not in _SIGNS for sign in group) or _check(group) != signs[number * width + _IN_GROUP]:
            raise MistypedKeyError("error-key-slip", number + 1)
        kept += group
    return kept.encode()


def _check(group: str) -> str:
    total = sum(weight * _SIGNS.index(sign) for weight, sign in zip(_WEIGHTS, group, strict=True))
    return _SIGNS[total % len(_SIGNS)]
