"""The screening page: entry on the left, what comes of it on the right."""
