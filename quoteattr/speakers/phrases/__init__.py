"""Phrases: what the words of a language tell of names and noun phrases, before anyone asks whom they mean."""
