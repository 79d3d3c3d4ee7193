"""Cli room."""
