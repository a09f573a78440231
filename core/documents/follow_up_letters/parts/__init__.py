"""What several letters after the infusion tell: one function each, so that no two letters tell it in two ways."""
