"""Two versions of a rule file beside each other: what changed criterion by criterion, and the proof of what did not."""
