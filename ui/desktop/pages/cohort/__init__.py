"""The cohort: everybody on record by every rule file."""
