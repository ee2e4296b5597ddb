"""Compiled: which build runs, the pure one or one whose engine was compiled to machine code."""

COMPILED = __file__.endswith((".so", ".pyd"))
"""Whether this module, and with it the engine, was compiled."""
