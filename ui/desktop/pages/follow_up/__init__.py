"""What became of the plan after the infusion."""
