"""The meaning of conditions twice: the reference engine defines it, the compiled engine runs it."""
