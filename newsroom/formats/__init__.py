"""How dates and times are written on the desk, by language."""
