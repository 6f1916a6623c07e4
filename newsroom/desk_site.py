"""The one admin site, in which both apps register: its names and its sign-in."""

from allauth.account.decorators import secure_admin_login
from django.conf import settings
from django.contrib.admin import AdminSite


class DeskSite(AdminSite):
    site_header = f"{settings.SITE_NAME} desk"
    site_title = f"{settings.SITE_NAME} desk"
    index_title = "The desk"
    enable_nav_sidebar = True

    def login(self, request, extra_context=None):
        """Sign in through allauth, so that limits and second factors hold here too."""
        return secure_admin_login(super().login)(request, extra_context)
