"""From bytes to a rule file with all problems at their places."""
