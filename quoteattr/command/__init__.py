"""What the command line is made of: arguments, documents, work, writing."""
