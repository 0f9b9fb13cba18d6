"""
How sign-in differs here: accounts are made by the school, so nobody signs themselves up.

A file of its own because allauth asks for a class by its path.
"""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class StaffOnly(DefaultAccountAdapter):  # type: ignore[misc]  # allauth publishes no types
    """No sign-up. Everything else as allauth does it."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
