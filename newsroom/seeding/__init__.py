"""A made-up newsroom: stories, people and comments for judging layouts and for measuring. Never real news."""
