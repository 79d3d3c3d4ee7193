"""Tests of what the words of a sentence say."""
