"""Texts made by machines: what holds of every text, and what is known of texts built from the grammar."""
