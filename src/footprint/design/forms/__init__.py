"""
The forms of every app: ``Form`` instead of Django's, and fields that Django does not have.

Error sentences tell the person what to do ("Enter the name of the school"), never "this field".
"""

from footprint.design.forms.base import Checkboxes, Form, Radios, YesNoField
from footprint.design.forms.dates import DateField, DateInput

__all__ = ["Checkboxes", "DateField", "DateInput", "Form", "Radios", "YesNoField"]
