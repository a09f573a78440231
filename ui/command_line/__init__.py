"""The command line: screen, plan, rules, score. Imports no Qt."""
