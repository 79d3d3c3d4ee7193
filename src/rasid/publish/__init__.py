"""Publish room."""
