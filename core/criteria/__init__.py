"""The rule language: nodes that are valid by construction, the parser, types, printing."""
