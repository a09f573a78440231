"""Everything that is true without a screen: no Qt, fully typed."""
