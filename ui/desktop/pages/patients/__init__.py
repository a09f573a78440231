"""The list of patients: search, recent first, a new one."""
