"""
The paths of signing in: allauth's views one by one, with our forms.

A list of our own, not allauth's include, so that nothing comes in that a school has not switched
on: no sign-up, no addresses of one's own, no sign-in by others. The names are allauth's, because
its code looks them up; `not_here` answers for those that it needs but a school does not.
"""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from django.urls import include, path, re_path

from footprint.users import forms, views

password = [
    path(
        "change/",
        account.PasswordChangeView.as_view(form_class=forms.ChangePasswordForm),
        name="account_change_password",
    ),
    path(
        "set/",
        account.PasswordSetView.as_view(form_class=forms.SetPasswordForm),
        name="account_set_password",
    ),
    path(
        "reset/",
        account.PasswordResetView.as_view(form_class=forms.ResetPasswordForm),
        name="account_reset_password",
    ),
    path("reset/done/", account.password_reset_done, name="account_reset_password_done"),
    path(
        "reset/key/done/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.PasswordResetFromKeyView.as_view(form_class=forms.ChooseNewPasswordForm),
        name="account_reset_password_from_key",
    ),
]
second_factor = [
    path("", mfa.index, name="mfa_index"),
    path(
        "code/",
        mfa.AuthenticateView.as_view(form_class=forms.CodeForm),
        name="mfa_authenticate",
    ),
    path(
        "confirm/",
        mfa.ReauthenticateView.as_view(form_class=forms.ConfirmCodeForm),
        name="mfa_reauthenticate",
    ),
    path(
        "app/set-up/",
        totp.ActivateTOTPView.as_view(form_class=forms.SetUpAppForm),
        name="mfa_activate_totp",
    ),
    path(
        "app/remove/",
        totp.DeactivateTOTPView.as_view(form_class=forms.RemoveAppForm),
        name="mfa_deactivate_totp",
    ),
    path("recovery-codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "recovery-codes/new/",
        codes.GenerateRecoveryCodesView.as_view(form_class=forms.NewRecoveryCodesForm),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "recovery-codes/download/",
        codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
]
urlpatterns = [
    path("sign-in/", views.SignIn.as_view(), name="account_login"),
    path("sign-out/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path(
        "confirm/",
        account.ReauthenticateView.as_view(form_class=forms.ConfirmPasswordForm),
        name="account_reauthenticate",
    ),
    path("password/", include(password)),
    path("second-factor/", include(second_factor)),
    path("sign-up/", views.not_here, name="account_signup"),
    path("email/", views.not_here, name="account_email"),
    path("email/sent/", views.not_here, name="account_email_verification_sent"),
]
