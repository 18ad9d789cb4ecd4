"""Under what conditions: whether it happened, who says so, when, and how sure that is."""
