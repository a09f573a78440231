"""Amounts as print carries them: the signs of units, the decimal sign and the words of time of the paper's language.

Digits stay as they were recorded. A text that holds no amount stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import partial

from core.language.numbers import format_number
from core.language.phrases import Phrases

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_Found = re.Match[str]

_SIGNS: tuple[tuple[re.Pattern[str], str | Callable[[_Found], str]], ...] = (
    (re.compile(r"(?<=\d)\s?\bratio\b"), ""),  # a ratio has no unit
    (re.compile(r"(?:(?<=\d )|(?<=\d)|(?<=/))u(?=(?:mol|g|l|L|kat|U)\b)"), "µ"),
    (re.compile(r"(?<=\d) 10\^(\d+)"), lambda found: f" × 10{found[1].translate(_SUPERSCRIPTS)}"),
    (re.compile(r"10\^(\d+)"), lambda found: f"10{found[1].translate(_SUPERSCRIPTS)}"),
    (re.compile(r"1\.73\s?m2\b"), "1.73 m²"),
    (re.compile(r"(?<=[\d/ ])m2\b"), "m²"),
    (re.compile(r"(?<=\d )Cel\b"), "°C"),
    (re.compile(r"(?<=\d)-(?=\d)"), "–"),
)
"""What every language prints alike."""
_WORDS: tuple[tuple[re.Pattern[str], Callable[[Phrases, _Found], str]], ...] = (
    (
        re.compile(r"(?<![\w.])(\d+)\.(\d+)(?![\w]|\.\d)"),
        lambda phrases, found: format_number(Decimal(found[0]), phrases.language),
    ),
    (re.compile(r"(?<=[/\d ])([mdµ]?)L\b"), lambda phrases, found: found[1] + phrases.say("print-litre")),
    (re.compile(r"(?<=\d )IU\b"), lambda phrases, _: phrases.say("print-international-units")),
    (
        re.compile(r"\bper (\d+) (h|day|week|month)s?\b"),
        lambda phrases, found: phrases.say(f"print-every-{found[2]}", count=found[1]),
    ),
    (re.compile(r"\bper (day|week|month)\b"), lambda phrases, found: phrases.say(f"print-per-{found[1]}")),
    (re.compile(r"/(day|week|month)\b"), lambda phrases, found: phrases.say(f"print-slash-{found[1]}")),
    (re.compile(r"(?<=\d )(day|week|month)s\b"), lambda phrases, found: phrases.say(f"print-{found[1]}s")),
)
"""What each language writes in its own way."""


def in_print(text: str, phrases: Phrases) -> str:
    """Return a recorded amount, or words that hold some, as print carries them."""
    for pattern, replaced in _SIGNS:
        text = pattern.sub(replaced, text)
    for pattern, said in _WORDS:
        text = pattern.sub(partial(said, phrases), text)
    return text
