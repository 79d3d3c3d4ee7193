"""Rasid reads Arabic reports into sourced, located, dated claims."""
