"""The meaning of conditions, slow and plain: every rule of ``docs/meaning.md`` in the order of that page."""
