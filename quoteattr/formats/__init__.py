"""The formats floor: claims as something that can be written down."""
