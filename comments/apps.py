"""The discussion: what readers say under a story. Imports the paper, never the other way round."""

from django.apps import AppConfig


class CommentsConfig(AppConfig):
    name = "comments"
    verbose_name = "The discussion"
