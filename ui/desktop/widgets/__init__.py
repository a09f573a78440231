"""Small widgets every page uses; none knows what it shows."""
