"""Other libraries' conventions. Each module imports its library when it is used, and names the extra that brings it."""
