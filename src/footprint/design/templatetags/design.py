"""
The components that carry words of their own: ``{% load design %}``.

README.md in this app shows each with an example. What has only values is a tag with arguments;
what holds other markup is a block (``{% inset %} ... {% endinset %}``).
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from django import template
from django.forms import BaseForm, BoundField, Textarea
from django.forms.utils import flatatt
from django.template.loader import get_template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_block_tag
def capture(content: str) -> SafeString:
    """Render once, use twice: ``{% capture as h1 %}...{% endcapture %}``, then ``{{ h1 }}``."""
    return SafeString(content.strip())


# --- forms ---


@register.simple_tag
def widget_attrs(widget: Mapping[str, Any], component: str, also: str = "") -> SafeString:
    """
    The widget's attributes, with the component's class and, where the value is wrong, its error.

    ``maxlength`` is left out: a browser cuts a pasted text off at it without a word.
    """
    attrs = dict(widget["attrs"])
    counted = attrs.pop("maxlength", None) and component == "govuk-textarea"
    if counted and "id" in attrs:  # field.html adds the line that counts, under this id
        also = f"{also} govuk-js-character-count".strip()
        described = f"{attrs.get('aria-describedby', '')} {attrs['id']}-info".strip()
        attrs["aria-describedby"] = described
    error = f"{component}--error" if attrs.get("aria-invalid") else ""
    classes = " ".join(filter(None, [component, error, also, attrs.pop("class", "")]))
    return flatatt({"class": classes, **attrs})


@register.simple_tag
def option_attrs(widget: Mapping[str, Any], component: str) -> SafeString:
    """
    The attributes of one radio or box.

    The widget's class belongs to the whole group, and ARIA 1.2 has no ``aria-invalid`` on radios.
    """
    attrs = {name: value for name, value in widget["attrs"].items() if name != "class"}
    if widget["type"] == "radio":
        attrs.pop("aria-invalid", None)
    return flatatt({"class": component, **attrs})


@register.filter
def counts(field: BoundField) -> bool:
    """True where the page counts the characters while somebody writes."""
    return isinstance(field.field.widget, Textarea) and bool(
        getattr(field.field, "max_length", None)
    )


@register.inclusion_tag("design/error_summary.html")
def error_summary(*forms: object) -> dict[str, Any]:
    """What is wrong in these forms, each with a link to the first box it is about."""
    errors = [error for form in forms if isinstance(form, BaseForm) for error in _errors(form)]
    return {"errors": errors}


def _errors(form: BaseForm) -> Iterator[dict[str, str]]:
    for name, messages in form.errors.items():
        target = _first_input(form[name]) if name in form.fields else ""
        for message in messages:
            yield {"text": str(message), "target": target}


def _first_input(field: BoundField) -> str:
    """Radios and boxes have no id for their label: the first of them is ``<id>_0``."""
    if field.is_hidden or not field.auto_id:
        return ""
    return field.id_for_label or f"{field.auto_id}_0"


# --- components that hold markup ---


@register.simple_block_tag
def inset(content: str) -> SafeString:
    """Words set apart from those around them."""
    return format_html('<div class="govuk-inset-text">{}</div>', SafeString(content))


@register.simple_block_tag
def warning(content: str) -> SafeString:
    """What somebody must know before going on."""
    return format_html(
        '<div class="govuk-warning-text">'
        '<span class="govuk-warning-text__icon" aria-hidden="true">!</span>'
        '<strong class="govuk-warning-text__text">'
        '<span class="govuk-visually-hidden">Warning</span> {}</strong></div>',
        SafeString(content),
    )


@register.simple_block_tag
def details(content: str, summary: str) -> SafeString:
    """More for those who want it; open and close without a script."""
    return format_html(
        '<details class="govuk-details"><summary class="govuk-details__summary">'
        '<span class="govuk-details__summary-text">{}</span></summary>'
        '<div class="govuk-details__text">{}</div></details>',
        summary,
        SafeString(content),
    )


@register.simple_block_tag
def covered(content: str, why: str) -> SafeString:
    """Something that may upset, covered until a person chooses to look; ``why`` says what it is."""
    return format_html(
        '<details class="fp-covered"><summary>Covered: {}. Show it</summary>'
        "<div>{}</div></details>",
        why,
        SafeString(content),
    )


@register.simple_block_tag
def row(content: str, key: str, change_url: str = "", change: str = "Change") -> SafeString:
    """One row inside ``<dl class="govuk-summary-list">``, with a link to change it or without."""
    link = format_html(
        '<dd class="govuk-summary-list__actions"><a class="govuk-link" href="{}">{}'
        '<span class="govuk-visually-hidden"> ({})</span></a></dd>',
        change_url,
        change,
        key,
    )
    return format_html(
        '<div class="govuk-summary-list__row{}"><dt class="govuk-summary-list__key">{}</dt>'
        '<dd class="govuk-summary-list__value">{}</dd>{}</div>',
        "" if change_url else " govuk-summary-list__row--no-actions",
        key,
        SafeString(content),
        link if change_url else "",
    )


@register.simple_block_tag
def panel(content: str, title: str) -> SafeString:
    """Something is done; the page's own h1 stays above it, so the title is an h2."""
    return format_html(
        '<div class="govuk-panel govuk-panel--confirmation">'
        '<h2 class="govuk-panel__title">{}</h2><div class="govuk-panel__body">{}</div></div>',
        title,
        SafeString(content),
    )


@register.simple_block_tag
def empty(content: str, title: str = "Nothing here yet") -> SafeString:
    """A list without rows; the content says what to do about it."""
    return format_html(
        '<div class="fp-empty"><h2 class="govuk-heading-m">{}</h2>{}</div>',
        title,
        SafeString(content),
    )


@register.simple_block_tag
def entry(content: str, title: str, at: datetime | None = None, by: object = "") -> SafeString:
    """One entry inside ``<ol class="fp-timeline">``: what, who, when (an aware datetime)."""
    context = {"title": title, "body": SafeString(content.strip()), "by": by, "at": at}
    return SafeString(get_template("design/timeline_entry.html").render(context))


# --- components that are values ---


@register.simple_tag
def tag(text: str, colour: str = "") -> SafeString:
    """
    A word about a state. Colour never says it alone.

    Args:
        colour: grey, green, teal, blue, purple, magenta, red, orange or yellow.
    """
    colour_class = f" govuk-tag--{colour}" if colour else ""
    return format_html('<strong class="govuk-tag{}">{}</strong>', colour_class, text)


@register.simple_tag
def key(letter: str) -> SafeString:
    """A key of the keyboard."""
    return format_html('<kbd class="fp-key">{}</kbd>', letter)


@register.inclusion_tag("design/stat.html")
def stat(
    label: str, value: object, note: str = "", url: str = "", tone: str = ""
) -> dict[str, object]:
    """A number inside ``<ul class="fp-stats">``; ``tone="urgent"`` marks one that cannot wait."""
    return {"label": label, "value": value, "note": note, "url": url, "tone": tone}


@register.inclusion_tag("design/policy_sentence.html")
def policy_sentence(quote: str = "", clause: str = "", url: str = "") -> dict[str, str]:
    """
    The sentence of the school's own policy behind something, or that the policy does not say.

    Args:
        quote: the sentence, word for word; empty where the policy is silent.
        clause: the title of the clause it stands in.
        url: where the clause can be read in full.
    """
    return {"quote": quote, "clause": clause, "url": url}


@register.filter
def highlight(text: str, quote: str) -> SafeString:
    """The text, escaped, with the first occurrence of the quote marked."""
    before, found, after = text.partition(quote) if quote else (text, "", "")
    if not found:
        return format_html("{}", text)
    return format_html('{}<mark class="fp-mark">{}</mark>{}', before, found, after)
