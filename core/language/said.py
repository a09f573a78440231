"""Sentences of the program about files: written in English, said in any language that has them."""

from __future__ import annotations


class Said(str):
    """An English sentence that remembers how it was made, so that it can be made in another language.

    ``template`` has its ``arguments`` in braces; an argument may be a sentence itself.
    """

    __slots__ = ("arguments", "template")

    template: str
    arguments: dict[str, object]


def said(template: str, /, **arguments: object) -> str:
    """Return a sentence with its arguments in their places."""
    made = Said(template.format(**arguments))
    made.template = template
    made.arguments = arguments
    return made
