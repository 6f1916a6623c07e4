"""Accounts: made and put into roles by administrators, deactivated and never deleted.

Deactivating ends a person's sessions with their next request: Django's back end no longer finds them.
"""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import UserCreationForm
from django.contrib.auth.models import Group, User
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest

from articles.admin.desk_table import DeskTable

#: What gives rights beyond the roles. Only somebody who has them all may give them.
SUPREME = ("is_superuser", "user_permissions")

#: What a newsroom says where Django speaks of groups and sites: the label, and the help.
WORDS = {
    "username": ("Username", "Letters, digits and @ . + - _ only."),
    "is_active": ("Active", "Untick when somebody leaves."),
    "is_staff": ("May sign in to the desk", ""),
    "groups": ("Roles", "What the person may do."),
}

admin.site.unregister([User, Group])


class RoleFilter(admin.RelatedFieldListFilter):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.title = "role"


@admin.register(User)
class StaffAdmin(DeskTable, UserAdmin):
    add_form = UserCreationForm
    list_display = ("username", "person", "email", "roles", "account", "last_sign_in")
    list_filter = ("is_active", ("groups", RoleFilter))
    #: On a phone: a block of lines for each row, by the desk's style sheet.
    shown_as_blocks = True
    filter_horizontal = ()
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Person", {"fields": ("first_name", "last_name", "email")}),
        (
            "Roles",
            {
                "fields": ("is_active", "is_staff", "groups"),
                "description": "Somebody who leaves is deactivated, never deleted: the log still names them.",
            },
        ),
        ("Beyond the roles", {"fields": SUPREME, "classes": ("collapse",)}),
        ("Dates", {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = (
        (
            None,
            {
                "classes": ("wide",),
                "fields": (
                    "username",
                    "first_name",
                    "last_name",
                    "email",
                    "is_staff",
                    "groups",
                    "password1",
                    "password2",
                ),
            },
        ),
    )
    readonly_fields = ("last_login", "date_joined")

    @admin.display(description="name", ordering="last_name")
    def person(self, person: User) -> str:
        return person.get_full_name()

    @admin.display(description="account", ordering="is_active")
    def account(self, person: User) -> str:
        return "Active" if person.is_active else "Deactivated"

    @admin.display(description="last sign-in", ordering="last_login", empty_value="Never")
    def last_sign_in(self, person: User) -> Any:
        return person.last_login

    @admin.display(description="roles")
    def roles(self, person: User) -> str:
        return ", ".join(group.name for group in person.groups.all())

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("groups")

    def get_search_fields(self, request: HttpRequest) -> Any:
        """Who only looks for a colleague's name can't find out whose an e-mail address is."""
        fields = super().get_search_fields(request)
        if request.user.has_perm("auth.view_user"):
            return fields
        return tuple(field for field in fields if field != "email")

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and db_field.name in WORDS:
            field.label, field.help_text = WORDS[db_field.name]
        return field

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Roles are few: a box to tick for each."""
        if db_field.name == "groups":
            kwargs["widget"] = CheckboxSelectMultiple
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        fixed = super().get_readonly_fields(request, obj)
        return fixed if request.user.is_superuser else (*fixed, *SUPREME)

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        if obj is not None and obj.is_superuser and not request.user.is_superuser:
            return False
        return super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return False


@admin.register(Group)
class RoleAdmin(DeskTable, GroupAdmin):
    """Roles are made by migrations; here they can be read."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Group | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Group | None = None) -> bool:
        return False
