"""Tests of the comparison of a text with its source."""
