"""Tests of what claims look like."""
