"""Read room."""
