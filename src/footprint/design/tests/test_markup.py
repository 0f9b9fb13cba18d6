"""
Our markup against govuk-frontend's own fixtures: same elements, classes, roles and ARIA.

Text, names and ids are ours; so are classes we add. `front-end/build.mjs` copies the fixtures.
"""

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django import forms
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.template import engines
from django.template.loader import render_to_string

from footprint.design.forms import Checkboxes, DateField, Form, Radios

FIXTURES = json.loads((Path(__file__).parent / "govuk_fixtures.json").read_text(encoding="utf-8"))
CHOICES = [("a", "A"), ("b", "B")]
COMPARED = ("role", "type", "data-module", "aria-hidden", "inputmode", "aria-controls")


class Outline(HTMLParser):
    """Every element that carries a class of govuk-frontend's: name, classes, chosen attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, frozenset[str], frozenset[str]]] = []
        self.attributes: list[dict[str, str | None]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        classes = frozenset(c for c in (named.get("class") or "").split() if "govuk-" in c)
        kept = frozenset(name for name in COMPARED if name in named)
        self.attributes.append(named)
        if classes:
            self.elements.append((tag, classes, kept))

    def holds(self, wanted: "Outline") -> list[str]:
        """What of ``wanted`` does not follow here, in the same order."""
        rest = iter(self.elements)
        return [
            f"{tag} {sorted(classes)} {sorted(kept)}"
            for tag, classes, kept in wanted.elements
            if not any(t == tag and c >= classes and k >= kept for t, c, k in rest)
        ]


def _field(field: forms.Field, *, wrong: bool = False) -> str:
    form = type("OneField", (Form,), {"x": field})({} if wrong else None)
    return str(form["x"].as_field_group())


def _page(source: str) -> str:
    return engines["django"].from_string("{% load design %}" + source).render({})


HINT = "A hint"
FIELDS = [
    ("input", "default", forms.CharField(), False),
    ("input", "with hint text", forms.CharField(help_text=HINT), False),
    ("input", "with error message", forms.CharField(), True),
    ("input", "with error and hint", forms.CharField(help_text=HINT), True),
    ("input", "custom type", forms.EmailField(), False),
    ("textarea", "default", forms.CharField(widget=forms.Textarea), False),
    (
        "textarea",
        "with hint and error message",
        forms.CharField(widget=forms.Textarea, help_text=HINT),
        True,
    ),
    (
        "character-count",
        "with hint and error",
        forms.CharField(widget=forms.Textarea, help_text=HINT, max_length=10),
        True,
    ),
    ("select", "default", forms.ChoiceField(choices=CHOICES), False),
    (
        "select",
        "with hint text and error message",
        forms.ChoiceField(choices=CHOICES, help_text=HINT),
        True,
    ),
    (
        "radios",
        "with hint",
        forms.ChoiceField(choices=CHOICES, widget=Radios, help_text=HINT),
        False,
    ),
    (
        "radios",
        "with hints on parent and items",
        forms.ChoiceField(
            choices=CHOICES, help_text=HINT, widget=Radios(hints={"a": "x", "b": "y"})
        ),
        False,
    ),
    (
        "radios",
        "with fieldset and error message",
        forms.ChoiceField(choices=CHOICES, widget=Radios),
        True,
    ),
    (
        "radios",
        "inline",
        forms.ChoiceField(
            choices=CHOICES,
            help_text=HINT,
            widget=Radios(attrs={"class": "govuk-radios--inline"}),
        ),
        False,
    ),
    (
        "checkboxes",
        "with hint",
        forms.MultipleChoiceField(
            choices=[*CHOICES, ("c", "C")], widget=Checkboxes, help_text=HINT
        ),
        False,
    ),
    (
        "checkboxes",
        "with error message and hint",
        forms.MultipleChoiceField(
            choices=[*CHOICES, ("c", "C")], widget=Checkboxes, help_text=HINT
        ),
        True,
    ),
    ("date-input", "default", DateField(help_text=HINT), False),
    ("date-input", "with error message and hint", DateField(help_text=HINT), True),
    ("file-upload", "default", forms.FileField(), False),
    ("file-upload", "with error, describedBy and hint", forms.FileField(help_text=HINT), True),
    ("password-input", "default", forms.CharField(widget=forms.PasswordInput), False),
]


@pytest.mark.parametrize(
    ("component", "case", "field", "wrong"), FIELDS, ids=[f"{f[0]}: {f[1]}" for f in FIELDS]
)
def test_a_field_is_built_as_govuk_frontend_builds_it(
    component: str, case: str, field: forms.Field, wrong: bool
) -> None:
    ours, theirs = Outline(_field(field, wrong=wrong)), Outline(FIXTURES[component][case])

    assert ours.holds(theirs) == []


@pytest.mark.parametrize("field", [f[2] for f in FIELDS], ids=[f"{f[0]}: {f[1]}" for f in FIELDS])
@pytest.mark.parametrize("wrong", [False, True])
def test_ids_are_unique_and_every_reference_leads_somewhere(
    field: forms.Field, wrong: bool
) -> None:
    elements = Outline(_field(field, wrong=wrong)).attributes
    ids = [e["id"] for e in elements if "id" in e]
    referred = [e["for"] for e in elements if "for" in e]
    for element in elements:
        referred += (element.get("aria-describedby") or "").split()

    assert len(ids) == len(set(ids))
    assert set(referred) <= set(ids)
    assert any("_error" in (r or "") for r in referred) is wrong


@pytest.mark.parametrize(
    ("component", "case", "source"),
    [
        ("tag", "green", '{% tag "Done" "green" %}'),
        ("tag", "default", '{% tag "Open" %}'),
        ("inset-text", "default", "{% inset %}x{% endinset %}"),
        ("warning-text", "default", "{% warning %}x{% endwarning %}"),
        ("details", "default", '{% details "More" %}x{% enddetails %}'),
        ("skip-link", "default", '{% include "design/base.html" %}'),
        (
            "pagination",
            "with prev and next only",
            '{% include "design/pagination.html" with newer_url="/n" older_url="/o" %}',
        ),
        (
            "summary-list",
            "single action with anchor",
            '<dl class="govuk-summary-list">{% row "Desk" "/a" %}x{% endrow %}</dl>',
        ),
    ],
)
def test_a_component_is_built_as_govuk_frontend_builds_it(
    component: str, case: str, source: str
) -> None:
    assert Outline(_page(source)).holds(Outline(FIXTURES[component][case])) == []


def test_messages_are_notification_banners() -> None:
    said = [Message(constants.SUCCESS, "Recorded"), Message(constants.WARNING, "Look again")]
    outline = Outline(render_to_string("design/messages.html", {"messages": said}))
    roles = [e["role"] for e in outline.attributes if "role" in e]

    assert outline.holds(Outline(FIXTURES["notification-banner"]["with type as success"])) == []
    assert outline.holds(Outline(FIXTURES["notification-banner"]["default"])) == []
    assert roles == ["alert", "region"]


def test_the_menu_marks_where_we_are() -> None:
    menu = [{"label": f"Menu {n}", "url": "#", "current": n == 2} for n in range(1, 5)]
    html = render_to_string("design/navigation.html", {"navigation": menu})
    wanted = FIXTURES["service-navigation"]["with navigation with a current item"]

    assert Outline(html).holds(Outline(wanted)) == []
    assert html.count("aria-current") == 1


def test_the_error_summary_leads_to_the_first_box_of_each_field() -> None:
    class Several(Form):
        name = forms.CharField()
        who = forms.ChoiceField(choices=CHOICES, widget=Radios)
        seen = DateField()

    form = Several({"seen_day": "1", "seen_year": "2026"})
    form.add_error(None, "Already closed by somebody else")
    html = _page_with(form)
    links = [e["href"] for e in Outline(html).attributes if "href" in e]
    wanted = Outline(FIXTURES["error-summary"]["mixed with and without links"])

    assert Outline(html).holds(wanted) == []
    assert links == ["#id_name", "#id_who_0", "#id_seen_month"]
    assert "Already closed by somebody else" in html
    for link in links:
        assert f'id="{str(link)[1:]}"' in str(form)


def _page_with(form: Form) -> str:
    source = "{% load design %}{% error_summary form %}"
    return engines["django"].from_string(source).render({"form": form})


@pytest.mark.parametrize(
    "source",
    [
        "{% inset %}{{ evil }}{% endinset %}",
        "{% details evil %}x{% enddetails %}",
        "{% row evil evil %}{{ evil }}{% endrow %}",
        "{% entry evil by=evil %}{{ evil }}{% endentry %}",
        "{% policy_sentence evil evil url=evil %}",
        "{% stat evil evil note=evil url=evil tone=evil %}",
        "{% tag evil evil %}",
        '{{ evil|highlight:"onerror" }}',
        "{{ evil|highlight:evil }}",
    ],
)
def test_words_of_strangers_stay_words(source: str) -> None:
    evil = "\"><img src=x onerror=alert(1)>'"
    html = engines["django"].from_string("{% load design %}" + source).render({"evil": evil})

    assert "<img" not in html
    assert not any("onerror" in e for e in Outline(html).attributes)


def test_a_silent_policy_says_so_and_a_quote_is_marked() -> None:
    assert "Your policy does not say." in _page('{% policy_sentence "" "Messages" %}')
    assert "does not say" not in _page('{% policy_sentence "Staff do not." "Messages" %}')
    marked = _page('{{ "Before. The rule. After."|highlight:"The rule." }}')
    assert marked == 'Before. <mark class="fp-mark">The rule.</mark> After.'
