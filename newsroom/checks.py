"""What can be checked about a configuration before it serves anyone."""
