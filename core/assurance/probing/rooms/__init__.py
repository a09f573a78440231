"""One room for each kind of sentence: ``probes`` yields what may be put on record to stand at its edges."""
