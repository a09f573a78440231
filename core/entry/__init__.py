"""From what a clinician types to what the record states: statements, the form, typed text, the chart they make."""
