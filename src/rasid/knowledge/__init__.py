"""Knowledge room."""
