"""Where a person is sent with a question, in a few fixed words."""

import re

from footprint.rulebook.reading.matching import any_of, has
from footprint.rulebook.reading.names import EMAIL_ADDRESS
from footprint.rulebook.reading.sentences import Sentence

_OFFICE = any_of("office", "reception", "front desk", "school secretary")
_EMAIL = any_of("email")
_PHONE = any_of("telephone", "phone", "ring", "call")
_PLACES = (
    ("Headteacher", any_of("headteacher")),
    ("class teacher", any_of("staff", "form tutor", "tutor", "head of year", "class staff")),
    ("designated safeguarding lead", any_of("dsl")),
    ("website", any_of("website", "contact form")),
)
_OFFICE_BOX = re.compile(r"^(?:office|admin|enquiries|info|reception)[.@]")


def contact_in(sentence: Sentence) -> str | None:
    """
    "office e-mail", "school office", "e-mail", "telephone", "Headteacher", "class teacher",
    "designated safeguarding lead" or "website"; None where the sentence sends nobody anywhere.
    """
    said = sentence.said
    if has(said, _OFFICE):
        by_email = re.search(
            r"\bemail (?:to )?(?:the |our )?(?:school )?office\b|\boffice (?:by )?email\b", said
        )
        return "office e-mail" if by_email else "school office"
    if address := EMAIL_ADDRESS.search(sentence.text):
        return "office e-mail" if _OFFICE_BOX.match(address.group().lower()) else "e-mail"
    if _PHONE.search(said):
        return "telephone"
    if _EMAIL.search(said):
        return "e-mail"
    return next((name for name, words in _PLACES if words.search(said)), None)
