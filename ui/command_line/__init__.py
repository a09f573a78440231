"""The command line: screen, plan, rules. Imports no Qt."""
