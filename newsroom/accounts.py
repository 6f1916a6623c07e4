"""Who may have an account: staff, made by an administrator. Nobody signs up by themselves."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class StaffAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_safe_url(self, url: str | None) -> bool:
        """Whether to go on there after signing in; what is no address at all, as `http://[`, is not safe."""
        try:
            return super().is_safe_url(url)
        except ValueError:
            return False
