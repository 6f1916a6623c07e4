"""Which keys a moderator decides with in the queue. Each can be another, and all can be switched off."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

#: What a key does, with the key that does it unless somebody wants another. Digits choose the reason.
USUAL = {"show": "s", "remove": "r", "mark_spam": "x", "undo": "u", "next": "n", "previous": "p"}


class ModeratorKeys(models.Model):
    """Success criterion 2.1.4 of WCAG 2.2: keys of one character can be switched off, or be others."""

    moderator = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="+"
    )
    is_on = models.BooleanField("decide by key", default=True)
    show = models.CharField(max_length=1, default=USUAL["show"])
    remove = models.CharField(max_length=1, default=USUAL["remove"])
    mark_spam = models.CharField("mark as spam", max_length=1, default=USUAL["mark_spam"])
    undo = models.CharField(max_length=1, default=USUAL["undo"])
    next = models.CharField("next comment", max_length=1, default=USUAL["next"])
    previous = models.CharField("previous comment", max_length=1, default=USUAL["previous"])

    def __str__(self) -> str:
        return f"Keys of {self.moderator}"

    @property
    def chosen(self) -> dict[str, str]:
        """From what it does to the key; {} where keys are switched off."""
        return {action: getattr(self, action) for action in USUAL} if self.is_on else {}

    @property
    def named(self) -> list[tuple[str, str]]:
        """Each key with what it does."""
        return [(key, str(self._meta.get_field(action).verbose_name)) for action, key in self.chosen.items()]

    def clean(self) -> None:
        taken: dict[str, str] = {}
        for action in USUAL:
            key = getattr(self, action).lower()
            setattr(self, action, key)
            name = str(self._meta.get_field(action).verbose_name)
            # In lower case “İ” is two characters.
            if len(key) > 1 or not key.isprintable() or key.isspace() or key.isdigit():
                raise ValidationError(
                    {action: "Choose a letter or a sign: digits choose the reason."}, code="no-key"
                )
            if key in taken:
                raise ValidationError(
                    {action: f"“{key}” is the key for “{taken[key]}” already."}, code="taken"
                )
            taken[key] = name
