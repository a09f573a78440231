"""What a field shows: its text, what was understood, doubts and offers, in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OfferedText:
    """Words of an offer and the text the field takes when it is accepted."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class FieldState:
    """One field as it stands. ``note`` says the other unit, day and age; ``unit`` is that of the text.

    ``text`` is what is typed in; ``brief`` is what stands there while nobody types: without the unit that the box
    beside the field shows and without what the note says. ``warning`` says a doubt, a refusal or a choice.
    ``is_stale``: a rule file wants a newer one.

    ``is_waiting`` is true while the text is not a value yet: nothing is recorded on leaving.
    """

    text: str
    note: str = ""
    unit: str = ""
    warning: str = ""
    offers: tuple[OfferedText, ...] = ()
    is_draft: bool = False
    is_waiting: bool = False
    is_recorded: bool = False
    brief: str = ""
    is_stale: bool = False
