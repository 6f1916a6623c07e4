"""The accounts of the newsroom on its desk, in place of the stock ones."""

from newsroom.staff_admin import RoleAdmin, StaffAdmin

__all__ = ["RoleAdmin", "StaffAdmin"]
