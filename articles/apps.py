"""The paper: stories, what readers got of them, and where they stand. Imports nothing of ours."""

from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = "The paper"
