"""Pipeline room."""
