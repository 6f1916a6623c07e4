"""The accounts of the newsroom on its desk, in place of the stock ones."""

from newsroom.sign_in_admin import AddressAdmin, SecondFactorAdmin
from newsroom.staff_admin import RoleAdmin, StaffAdmin

__all__ = ["AddressAdmin", "RoleAdmin", "SecondFactorAdmin", "StaffAdmin"]
