"""Resolve room."""
