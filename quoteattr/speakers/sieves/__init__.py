"""The sieves: whom a source means."""
