"""Tests of what other libraries see."""
