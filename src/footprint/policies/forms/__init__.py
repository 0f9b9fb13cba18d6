"""Upload, the fields of a clause (built from the catalogue), adoption, and what to compare."""

from footprint.policies.forms.adopting import AdoptForm
from footprint.policies.forms.clauses import ClauseForm
from footprint.policies.forms.comparing import CompareForm, ReferenceForm, TakeForm
from footprint.policies.forms.uploading import UploadForm

__all__ = [
    "AdoptForm",
    "ClauseForm",
    "CompareForm",
    "ReferenceForm",
    "TakeForm",
    "UploadForm",
]
