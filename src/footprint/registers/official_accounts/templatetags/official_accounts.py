"""Words about official accounts in templates: `{{ account|account_name }}`."""

from django import template

from footprint.registers.official_accounts.models import OfficialAccount
from footprint.registers.official_accounts.wording import name_of

register = template.Library()


@register.filter
def account_name(account: OfficialAccount) -> str:
    """What tells it from the school's others: "Instagram @oakfieldprimary"."""
    return name_of(account)
