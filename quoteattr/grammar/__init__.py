"""The grammar floor: how it is said."""
