"""Forms of the ways in, of the answers, and of what becomes of a concern."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.concerns.actions import Told
from footprint.concerns.models import Way
from footprint.concerns.receipts import digest_of_typed
from footprint.concerns.wording import ASKED, HINTS, NOT_TO, NOT_TO_HINTS
from footprint.design.forms import Checkboxes, Form, YesNoField
from footprint.incidents.circle import Member
from footprint.incidents.forms.naming import NamesField
from footprint.incidents.forms.parts import named_field
from footprint.people.models import PersonQuerySet
from footprint.rulebook.terms import Role, SafetyQuestion

LONGEST = 5000


def _box(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class _TellForm(Form):
    """The four safety questions in the words of one way in, and what happened."""

    way: Way

    words = forms.CharField(label=_("What happened?"), max_length=LONGEST, widget=_box(6))
    not_to = forms.TypedMultipleChoiceField(
        label=_("Is there somebody who must not read this?"),
        choices=list(NOT_TO.items()),
        coerce=Role,
        widget=Checkboxes(hints={role.value: str(hint) for role, hint in NOT_TO_HINTS.items()}),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in SafetyQuestion:
            self.fields[question.value] = YesNoField(
                label=ASKED[self.way][question], help_text=HINTS[self.way].get(question, "")
            )
        self.order_fields([*(question.value for question in SafetyQuestion), *self.after()])

    def after(self) -> tuple[str, ...]:
        """The other fields, in their order."""
        return ("about", "words", "wish", "reach", "not_to")

    def told(self) -> Told:
        data = self.cleaned_data
        return Told(
            way=self.way,
            answers={each: bool(data[each.value]) for each in SafetyQuestion},
            words=data["words"],
            about=data.get("about", ""),
            wish=data.get("wish", ""),
            reach=data.get("reach", ""),
            not_to=frozenset(data["not_to"]),
        )


class StaffForm(_TellForm):
    """Told by staff, in under a minute."""

    way = Way.STAFF
    about = forms.CharField(
        label=_("Who is it about?"),
        max_length=300,
        help_text=_("Names as you know them, and the class"),
    )


class OutsideForm(_TellForm):
    """
    From outside: `ticket` is what the receipt is made from; `website` is for machines, which fill
    in every box. People neither see it nor reach it.
    """

    ticket = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
    website = forms.CharField(
        label=_("Leave this box empty"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    @property
    def looks_like_a_machine(self) -> bool:
        return bool(self.cleaned_data.get("website"))


class ParentForm(OutsideForm):
    """A parent's concern."""

    way = Way.PARENT
    about = forms.CharField(
        label=_("Who is it about?"),
        required=False,
        max_length=300,
        help_text=_("For example: my son in Year 4, or the crossing in front of the school"),
    )
    wish = forms.CharField(
        label=_("What would you like us to do?"), required=False, max_length=1000, widget=_box(3)
    )
    reach = forms.CharField(
        label=_("How may we reach you?"),
        required=False,
        max_length=200,
        help_text=_("A telephone number or an e-mail address, and your name if you like"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class AnonymousForm(OutsideForm):
    """A report without a name."""

    way = Way.ANONYMOUS
    about = forms.CharField(label=_("Who is it about?"), required=False, max_length=300)


class ChildForm(OutsideForm):
    """The same in a child's words: few and short questions."""

    way = Way.CHILD
    mark_optional = False
    words = forms.CharField(
        label=_("What is wrong?"),
        max_length=LONGEST,
        help_text=_("Write it in your own words. Spelling does not matter."),
        widget=_box(6),
    )


class ReceiptForm(Form):
    """The eight words."""

    receipt = forms.CharField(
        label=_("Your eight words"),
        max_length=200,
        help_text=_("With spaces between them. Capital letters do not matter."),
        widget=forms.Textarea(
            attrs={"rows": 2, "autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"}
        ),
    )

    @property
    def digest(self) -> str:
        return digest_of_typed(self.cleaned_data["receipt"])


class ReplyForm(Form):
    """What the reporter writes back; the eight words travel along."""

    text = forms.CharField(label=_("Write to us"), max_length=LONGEST, widget=_box(5))


class AnswerForm(Form):
    """Words to the reporter."""

    text = forms.CharField(
        label=_("What do you want to say?"),
        max_length=LONGEST,
        help_text=_(
            "They read it with their receipt. Name nobody, and do not ask who they are: they "
            "decide whether to say it."
        ),
        widget=_box(5),
    )
    is_outcome = forms.BooleanField(
        label=_("This says what became of it"),
        required=False,
        help_text=_("Only what is safe to share: nothing about other people"),
    )


class CloseForm(Form):
    """Why it is closed."""

    reason = forms.CharField(
        label=_("Why is it closed?"),
        max_length=1000,
        help_text=_("The reporter does not read this"),
        widget=_box(3),
    )


class NameForm(Form):
    """Who is named in it, and sees nothing of it from now on."""

    names = NamesField()
    users = named_field()

    def __init__(
        self, *args: Any, members: Iterable[Member], people: PersonQuerySet, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["users"].offer(members)  # type: ignore[attr-defined]
        self.fields["names"].offer(people)  # type: ignore[attr-defined]
