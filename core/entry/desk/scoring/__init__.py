"""A score being asked, as a panel shows it: made of the desk, nothing of it kept."""
