"""Register room."""
