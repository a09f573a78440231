"""The state of a registry of trials, as it was downloaded: which there are, where, for whom. Nothing is judged."""
