"""Responses and states of the disease by published instruments, from what is on record of one or of two visits."""
