"""How comments are taken, for the whole paper and for its sections."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from articles.admin.desk_table import DeskTable
from comments import talks
from comments.models import SectionRules
from comments.states import Mode

AS_ABOVE = "As the section above it, or else the paper, has it"


class DaysField(forms.MultipleChoiceField):
    """Days of the week, kept as their digits."""

    widget = forms.CheckboxSelectMultiple

    def prepare_value(self, value: Any) -> list[str]:
        return list(value or "")

    def clean(self, value: Any) -> str:
        return "".join(sorted(super().clean(value)))


class SectionRulesForm(forms.ModelForm):
    unattended_days = DaysField(choices=SectionRules.WEEKDAYS, required=False, label="Unattended all day on")


@admin.register(SectionRules)
class SectionRulesAdmin(DeskTable):
    form = SectionRulesForm
    list_display = ("__str__", "taking", "slow", "closing", "unattended")
    list_select_related = ("section",)
    ordering = ("section__path",)
    shown_as_blocks = True
    empty_value_display = ""
    #: The browser's own, where a phone has room for no clock beside it.
    formfield_overrides = {
        models.TimeField: {"widget": forms.TimeInput(attrs={"type": "time"}, format="%H:%M")}
    }
    fieldsets = (
        (None, {"fields": ("section", "mode", "slow_minutes", "closes_after_days")}),
        (
            "When nobody reads comments",
            {
                "fields": ("unattended_from", "unattended_until", "unattended_days"),
                "description": "All comments wait then, and the form says so. In the newsroom’s time.",
            },
        ),
    )

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "mode":
            kwargs |= {"choices": [("", AS_ABOVE), *Mode.choices], "help_text": ""}
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    @admin.display(description="mode", ordering="mode")
    def taking(self, rules: SectionRules) -> str:
        return rules.get_mode_display() or AS_ABOVE

    @admin.display(description="between comments", ordering="slow_minutes")
    def slow(self, rules: SectionRules) -> str:
        return "" if rules.slow_minutes is None else f"{rules.slow_minutes} minutes between comments"

    @admin.display(description="closing", ordering="closes_after_days")
    def closing(self, rules: SectionRules) -> str:
        if rules.closes_after_days is None:
            return ""
        return f"Closes after {rules.closes_after_days} days" if rules.closes_after_days else "Never closes"

    @admin.display(description="unattended")
    def unattended(self, rules: SectionRules) -> str:
        hours = rules.hours
        if hours is None:
            return ""
        days = ", ".join(dict(SectionRules.WEEKDAYS)[str(day)] for day in sorted(hours.days))
        daily = "" if hours.since == hours.until else f"{hours.since:%H:%M} to {hours.until:%H:%M}"
        said = "; ".join(part for part in (daily, days) if part)
        return f"Unattended {said}" if said else "Never unattended"

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        talks.forget()

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        super().delete_model(request, obj)
        talks.forget()
