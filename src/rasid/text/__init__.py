"""Text room."""
