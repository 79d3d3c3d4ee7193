"""Tests of what words stand for."""
