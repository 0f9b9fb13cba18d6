"""allauth's forms in our words and our look; what they check is allauth's alone."""

from collections.abc import Mapping
from typing import Any, ClassVar

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.recovery_codes.forms import GenerateRecoveryCodesForm
from allauth.mfa.totp import forms as totp
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Form

EMAIL = _("Email address")
PASSWORD = _("Password")
NEW_PASSWORD = _("New password")
NEW_AGAIN = _("New password again")
CODE = _("Code from the app")
NEW_PASSWORD_HINT = _(
    "At least 12 characters. Three or four unrelated words are good and easy to remember."
)
WRONG_CODE = _("The code is not right. Codes work once: wait for the next one")
CODE_HINT = _("6 numbers. A recovery code works too.")


class _Words:
    """Between our form and allauth's: labels and hints are set before our sentences are made."""

    fields: dict[str, forms.Field]
    labels: ClassVar[Mapping[str, Any]] = {}
    hints: ClassVar[Mapping[str, Any]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = self.labels.get(name, field.label)
            field.help_text = self.hints.get(name, "")
            field.widget.attrs.pop("placeholder", None)  # it vanishes when one begins to type
            field.widget.attrs["class"] = "govuk-input--width-20"
            if name == "code":
                field.widget.attrs |= {"inputmode": "numeric", "class": "govuk-input--width-10"}


class SignInForm(Form, _Words, account.LoginForm):  # type: ignore[misc]
    """Address and password. A shared school computer never remembers anybody."""

    labels = {"login": EMAIL, "password": PASSWORD}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["remember"]

    def clean(self) -> dict[str, Any]:
        """allauth's checks; the session ends with the browser."""
        cleaned = super().clean() or {}
        cleaned["remember"] = False
        return cleaned


class ResetPasswordForm(Form, _Words, account.ResetPasswordForm):  # type: ignore[misc]
    """The address to which a link is sent."""

    labels = {"email": EMAIL}


class ChooseNewPasswordForm(Form, _Words, account.ResetPasswordKeyForm):  # type: ignore[misc]
    """A new password, after following the link."""

    labels = {"password1": NEW_PASSWORD, "password2": NEW_AGAIN}
    hints = {"password1": NEW_PASSWORD_HINT}


class ChangePasswordForm(Form, _Words, account.ChangePasswordForm):  # type: ignore[misc]
    """The old password and a new one."""

    labels = {"oldpassword": _("Your password now"), **ChooseNewPasswordForm.labels}
    hints = ChooseNewPasswordForm.hints


class SetPasswordForm(Form, _Words, account.SetPasswordForm):  # type: ignore[misc]
    """A first password."""

    labels = ChooseNewPasswordForm.labels
    hints = ChooseNewPasswordForm.hints


class ConfirmPasswordForm(Form, _Words, account.ReauthenticateForm):  # type: ignore[misc]
    """The password once more, before something that matters."""

    labels = {"password": PASSWORD}


class _Codes(_Words):
    """Says of a refused code what to do; allauth says only that it is wrong."""

    def clean_code(self) -> str:
        try:
            return str(super().clean_code())  # type: ignore[misc]  # the form behind this one
        except ValidationError as error:
            if error.code == "incorrect_code":
                raise ValidationError(WRONG_CODE, code=error.code) from error
            raise


class CodeForm(Form, _Codes, mfa.AuthenticateForm):  # type: ignore[misc]
    """The second factor at sign-in."""

    labels = {"code": CODE}
    hints = {"code": CODE_HINT}


class ConfirmCodeForm(Form, _Codes, mfa.ReauthenticateForm):  # type: ignore[misc]
    """The second factor once more, before something that matters."""

    labels = {"code": CODE}
    hints = {"code": CODE_HINT}


class SetUpAppForm(Form, _Codes, totp.ActivateTOTPForm):  # type: ignore[misc]
    """The first code of a new authenticator app."""

    labels = {"code": CODE}
    hints = {"code": _("6 numbers. The app shows a new code every 30 seconds.")}


class RemoveAppForm(Form, _Words, totp.DeactivateTOTPForm):  # type: ignore[misc]
    """Nothing to fill in: only the button."""


class NewRecoveryCodesForm(Form, _Words, GenerateRecoveryCodesForm):  # type: ignore[misc]
    """Nothing to fill in: only the button."""
