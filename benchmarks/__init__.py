"""Measurements beside the peers; run by hand, never timed in tests."""
