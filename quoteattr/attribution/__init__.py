"""The attribution floor: what is claimed."""
