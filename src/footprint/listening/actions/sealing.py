"""Seal the words of a mention that turned out to be about something sensitive."""

from django.db import transaction

from footprint.listening.models import Mention
from footprint.vault.fields import sealed_values
from footprint.vault.keys import make_key


@transaction.atomic
def seal_mention(mention: Mention, *, key: str = "") -> str:
    """
    Seal title, author and words under the matter's key. Twice is once.

    Args:
        key: of the matter that it belongs to; "" makes one.

    Returns:
        the name of the key that it is sealed under.
    """
    if mention.seal_key:
        return mention.seal_key
    words = {name: getattr(mention, name) for name in ("title", "author", "text")}
    mention.seal_key = key or make_key(mention.school_id)
    sealed = sealed_values(mention, words)
    Mention.objects.filter(pk=mention.pk).update(seal_key=mention.seal_key, **sealed)
    return mention.seal_key
