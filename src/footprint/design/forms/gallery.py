"""One field of every kind, for the gallery and for the tests of the markup."""

from django import forms

from footprint.design.forms.base import Checkboxes, Form, Radios, YesNoField
from footprint.design.forms.dates import DateField

WHO = [("parent", "A parent or carer"), ("pupil", "A pupil"), ("unknown", "Not known")]
FLAGS = [("threat", "A threat"), ("private", "Private details"), ("names", "Names a pupil")]


class GalleryForm(Form):
    """Every kind of field that Footprint's forms use."""

    name = forms.CharField(label="Name of the channel", max_length=40)
    link = forms.URLField(
        label="Address of the post",
        required=False,
        assume_scheme="https",
        help_text="Copy it from your browser",
    )
    email = forms.EmailField(
        label="Email address", widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
    days = forms.IntegerField(
        label="Working days to answer",
        min_value=1,
        max_value=30,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
    )
    password = forms.CharField(
        label="Password", widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )
    words = forms.CharField(
        label="What was said",
        max_length=500,
        help_text="In your own words. Leave out names of pupils",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    desk = forms.ChoiceField(
        label="Desk", choices=[("", "Choose a desk"), ("dsl", "Safeguarding"), ("office", "Office")]
    )
    who = forms.ChoiceField(
        label="Who posted it?",
        choices=WHO,
        help_text="As far as you know",
        widget=Radios(hints={"unknown": "You can say who later"}),
    )
    flags = forms.MultipleChoiceField(
        label="What is in it?",
        choices=FLAGS,
        required=False,
        widget=Checkboxes(hints={"private": "An address, a phone number, a timetable"}),
    )
    safe = YesNoField(label="Is anybody in danger now?")
    seen = DateField(
        label="When did you see it?", what="the day you saw it", help_text="For example, 27 3 2026"
    )
    picture = forms.FileField(label="Screenshot", help_text="PNG or JPEG, 10 MB at most")
    sure = forms.BooleanField(
        label="I have told the safeguarding lead", help_text="In person or by telephone"
    )
    token = forms.CharField(widget=forms.HiddenInput, required=False)
