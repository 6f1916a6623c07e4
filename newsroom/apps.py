"""The wiring as Django sees it: the project's own app, the one admin site, and what some rooms are called."""

from allauth.account.apps import AccountConfig
from allauth.mfa.apps import MFAConfig
from django.apps import AppConfig
from django.contrib.admin import apps as admin
from django.contrib.auth.apps import AuthConfig


class NewsroomConfig(AppConfig):
    name = "newsroom"
    verbose_name = "Newsroom"
    default = True

    def ready(self) -> None:
        from newsroom import checks  # noqa: F401  (registers itself)


class DeskConfig(admin.AdminConfig):
    default = False
    default_site = "newsroom.desk_site.DeskSite"


class PeopleConfig(AuthConfig):
    default = False
    verbose_name = "People"


class SignInConfig(AccountConfig):
    default = False
    verbose_name = "Sign-in"


class SecondFactorConfig(MFAConfig):
    default = False
    verbose_name = "Second factors"
