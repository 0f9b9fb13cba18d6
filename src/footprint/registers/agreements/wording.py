"""
The agreements' closed lists in words.

A file of its own because pages, exports, messages and the reports above use the same words.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from footprint.registers.agreements.standing import Standing
from footprint.rulebook.terms import AgreementAudience
from footprint.schools.models import School

A = AgreementAudience
AUDIENCES: Mapping[AgreementAudience, Promise] = {
    A.INFANTS: _("Early years and infants"),
    A.JUNIORS: _("Juniors"),
    A.SECONDARY: _("Secondary pupils"),
    A.PARENTS: _("Parents and carers"),
    A.STAFF: _("Staff"),
    A.GOVERNORS: _("Governors"),
    A.VOLUNTEERS: _("Volunteers"),
    A.CONTRACTORS: _("Contractors"),
}


def names_at(school: School) -> Mapping[AgreementAudience, str]:
    """The audiences by the school's own word for its governors."""
    names = {audience: str(name) for audience, name in AUDIENCES.items()}
    word = school.governors_word
    return {**names, A.GOVERNORS: word[:1].upper() + word[1:]}


WHO_THEY_ARE: Mapping[AgreementAudience, Promise] = {
    A.INFANTS: _("Pupils from nursery to Year 2"),
    A.JUNIORS: _("Pupils in Years 3 to 6"),
    A.SECONDARY: _("Pupils from Year 7"),
    A.PARENTS: _("Parents and carers of pupils"),
    A.STAFF: _("Everybody who works at the school"),
    A.GOVERNORS: _("Members of the governing body"),
    A.VOLUNTEERS: _("People who help without pay"),
    A.CONTRACTORS: _("People of other firms who work at the school"),
}
# Of these nobody can be required to sign; of those who work here, the school's own rules decide.
SIGN_FREELY = frozenset({A.INFANTS, A.JUNIORS, A.SECONDARY, A.PARENTS})
STANDINGS: Mapping[Standing, Promise] = {
    Standing.SIGNED: _("Signed"),
    Standing.DECLINED: _("Declined: the policy still applies"),
    Standing.NOT_YET: _("Asked, no answer yet"),
    Standing.NEVER_ASKED: _("Never asked"),
}
SHORT_STANDINGS: Mapping[Standing, Promise] = {
    Standing.SIGNED: _("Signed"),
    Standing.DECLINED: _("Declined"),
    Standing.NOT_YET: _("Not yet"),
    Standing.NEVER_ASKED: _("Never asked"),
}
COLOURS: Mapping[Standing, str] = {
    Standing.SIGNED: "green",
    Standing.DECLINED: "purple",
    Standing.NOT_YET: "yellow",
    Standing.NEVER_ASKED: "grey",
}
