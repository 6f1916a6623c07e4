"""The wiring as Django sees it: the project's own app and the one admin site."""

from django.apps import AppConfig
from django.contrib.admin import apps as admin


class NewsroomConfig(AppConfig):
    name = "newsroom"
    verbose_name = "Newsroom"
    default = True

    def ready(self) -> None:
        from newsroom import checks  # noqa: F401  (registers itself)


class DeskConfig(admin.AdminConfig):
    default = False
    default_site = "newsroom.desk_site.DeskSite"
