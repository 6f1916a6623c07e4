"""What a browser sends for a passkey or a security key. What else is sent is refused in a sentence."""

import struct
from typing import Any

from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.core.exceptions import ValidationError
from fido2.webauthn import AuthenticationResponse, RegistrationResponse


class AnswerField(forms.JSONField):
    """The answer of a key to what it was asked; `kind` says which parts it has."""

    default_error_messages = {
        "required": "No key has answered. Have it at hand, press the button, and follow your browser. "
        "This needs JavaScript.",
        "invalid": "That was no answer of a key. Try again.",
    }

    def __init__(self, kind: Any) -> None:
        super().__init__(widget=forms.HiddenInput)
        self.kind = kind

    def to_python(self, value: Any) -> Any:
        try:
            answer = super().to_python(value)
            if answer is not None:
                self.kind.from_dict(answer)
        except (LookupError, TypeError, ValueError, RecursionError, struct.error) as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error
        return answer

    def bound_data(self, data: Any, initial: Any) -> None:
        """Nothing: an answer is good once, so what was sent is not drawn again."""


class AddForm(AddWebAuthnForm):
    credential = AnswerField(RegistrationResponse)


class SignInForm(LoginWebAuthnForm):
    credential = AnswerField(AuthenticationResponse)


class SecondFactorForm(AuthenticateWebAuthnForm):
    credential = AnswerField(AuthenticationResponse)


class OnceMoreForm(ReauthenticateWebAuthnForm):
    credential = AnswerField(AuthenticationResponse)
