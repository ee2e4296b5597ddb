"""The text floor: characters only."""
