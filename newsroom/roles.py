"""The four roles of a newsroom, by the names of their groups. Migrations give them their permissions."""

from enum import StrEnum


class Role(StrEnum):
    ADMINISTRATOR = "administrator"
    REPORTER = "reporter"
    EDITOR = "editor"
    MODERATOR = "moderator"
