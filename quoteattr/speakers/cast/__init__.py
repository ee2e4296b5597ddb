"""The cast: who is named in a text, what stands beside the names, and what the words of a source are."""
