"""A picture inside the file itself: nothing is loaded."""

from __future__ import annotations

from base64 import b64encode

from core.documents.html.markup import escaped
from core.documents.logo import Logo

_HEIGHT = 57
"""15 mm in pixels of a style sheet."""


def logo_markup(logo: Logo) -> str:
    """Return the logo with the words that are read in its place."""
    content = b64encode(logo.png).decode()
    return f'<img alt="{escaped(logo.words)}" height="{_HEIGHT}" src="data:image/png;base64,{content}"/>'
