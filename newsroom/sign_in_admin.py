"""What people sign in with, for administrators above all roles: to be looked at, and taken away when lost.

A second factor's secret is nobody's business but its owner's, so it is not shown.
"""

from typing import Any

from allauth.account.admin import EmailAddressAdmin
from allauth.account.models import EmailAddress
from allauth.mfa.admin import AuthenticatorAdmin
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.http import HttpRequest

from articles.admin.desk_table import DeskTable

admin.site.unregister([EmailAddress, Authenticator])


@admin.register(EmailAddress)
class AddressAdmin(DeskTable, EmailAddressAdmin):
    pass


@admin.register(Authenticator)
class SecondFactorAdmin(DeskTable, AuthenticatorAdmin):
    list_filter = ("type",)
    fields = ("user", "type", "created_at", "last_used_at")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
