"""Two rule files side by side for the open patient."""
