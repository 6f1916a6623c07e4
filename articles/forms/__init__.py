"""What people type at the desk: the story itself, and what each move needs to be told."""
