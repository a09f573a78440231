"""Everything a person touches: the command line now, the window later."""
