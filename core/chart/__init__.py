"""All that is known of one patient, frozen: findings, episodes, treatment courses, completeness, answers."""
