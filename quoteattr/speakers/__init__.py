"""The speakers floor: who it is."""
