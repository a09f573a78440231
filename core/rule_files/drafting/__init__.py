"""A rule file while it is written: its colours, what can be written where, its beginnings, its criteria as fields."""
