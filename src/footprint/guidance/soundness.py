"""
What makes a fact whole, and when two facts contradict each other.

A file of its own because these are the rules that a reviewer of the facts must know.
"""

from footprint.guidance.fact import Fact, Kind


def fault_of(fact: Fact) -> str:
    """What is wrong with the fact by itself; empty where nothing is."""
    rules = (_of_dates, _of_unit, _of_standing, _of_checking)
    return next(filter(None, (rule(fact) for rule in rules)), "")


def quarrel_of(one: Fact, other: Fact) -> str:
    """What is wrong with two facts of one key side by side; empty where nothing is."""
    if one.key != other.key:
        return ""
    if (one.theme, one.kind, one.unit) != (other.theme, other.kind, other.unit):
        return "the same key has another theme, kind or unit elsewhere"
    if one.overlaps(other):
        return "two facts of this key hold on the same day"
    if one.is_announced and other.is_announced and set(one.nations) & set(other.nations):
        return "announced twice"
    return ""


def _of_dates(fact: Fact) -> str:
    if fact.valid_from and fact.valid_to and fact.valid_to.last < fact.valid_from.first:
        return "valid_to is before valid_from"
    return ""


def _of_unit(fact: Fact) -> str:
    if (fact.unit is not None) != (fact.kind is Kind.DURATION):
        return "a duration needs a unit, and nothing else has one"
    return ""


def _of_standing(fact: Fact) -> str:
    told = (fact.expected, fact.look_again_on)
    if fact.is_announced and not all(told):
        return "what is announced needs expected (in words) and look_again_on (a date)"
    if fact.is_announced and (fact.valid_from or fact.valid_to):
        return "what is announced has no dates yet: use expected"
    if not fact.is_announced and any(told):
        return "expected and look_again_on are only for what is announced"
    return ""


def _of_checking(fact: Fact) -> str:
    who = (fact.checked_on, fact.checked_by)
    if fact.is_checked and not (all(who) and fact.sources):
        return "what is checked needs sources, checked_on and checked_by"
    if not fact.is_checked and any(who):
        return "what is unchecked has no checked_on and no checked_by"
    if fact.checked_by and not fact.checked_by.startswith("project "):
        return "checked_by says which part of the project, never a person's name"
    return ""
