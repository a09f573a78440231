"""The page of the trials a registry knows."""
