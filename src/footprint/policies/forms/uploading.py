"""A document to read."""

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Form


class UploadForm(Form):
    """A document, and on a second try the person's word that it is their policy."""

    document = forms.FileField(
        label=_("Your social media policy"),
        help_text=_("PDF, Word (DOCX), OpenDocument, a saved web page, or plain text; up to 10 MB"),
        allow_empty_file=True,  # our own sentence says more about an empty file
        error_messages={"required": _("Choose the file of your social media policy")},
    )
    insist = forms.BooleanField(
        label=_("This is our social media policy. Read it anyway"), required=False
    )
