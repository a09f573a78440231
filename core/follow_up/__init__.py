"""Schedules of activities, and the plan that hangs them on a real day 0."""
