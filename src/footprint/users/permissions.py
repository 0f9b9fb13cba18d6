"""
Who may do what: the whole table, readable by a governor.

`GRANTS` says what a role may do; `MATTERS` says which classes of matter it may see at all. A new
role, permission or class fails the tests until it has been placed here. The reference page
`docs/reference/permissions.md` is generated from these tables.
"""

from collections.abc import Mapping
from enum import StrEnum

from footprint.rulebook.terms import Matter, Role


class Permission(StrEnum):
    """One thing that a page or a command lets somebody do."""

    TODAY_READ = "today.read"
    POLICIES_READ = "policies.read"
    POLICIES_DRAFT = "policies.draft"
    POLICIES_ADOPT = "policies.adopt"
    TRUST_POLICIES = "policies.trust"
    GUIDANCE_CHANGE = "guidance.change"
    LISTENING_READ = "listening.read"
    LISTENING_CHANGE = "listening.change"
    SIGHTINGS_WRITE = "sightings.write"
    INBOX_READ = "inbox.read"
    INBOX_DECIDE = "inbox.decide"
    INCIDENTS_READ = "incidents.read"
    INCIDENTS_CHANGE = "incidents.change"
    INCIDENTS_CLOSE = "incidents.close"
    REPORTS_READ = "reports.read"
    AUDIT_READ = "audit.read"


SENTENCES: Mapping[Permission, str] = {
    Permission.TODAY_READ: "see what waits for them",
    Permission.POLICIES_READ: "read the adopted policy and what it says about a case",
    Permission.POLICIES_DRAFT: "upload a policy and review its clauses",
    Permission.POLICIES_ADOPT: "adopt a version of the policy",
    Permission.TRUST_POLICIES: "compare the policies of a trust's schools and propose a change",
    Permission.GUIDANCE_CHANGE: "put the school's own value beside a dated fact",
    Permission.LISTENING_READ: "see sources and watched names, and how they are doing",
    Permission.LISTENING_CHANGE: "change sources and watched names",
    Permission.SIGHTINGS_WRITE: "report something seen online",
    Permission.INBOX_READ: "read mentions of the classes open to them",
    Permission.INBOX_DECIDE: "confirm, answer, pass on or set aside a mention",
    Permission.INCIDENTS_READ: "read incidents of the classes open to them",
    Permission.INCIDENTS_CHANGE: "open an incident and take its steps",
    Permission.INCIDENTS_CLOSE: "close an incident",
    Permission.REPORTS_READ: "read the governors' report: counts, never cases",
    Permission.AUDIT_READ: "read the audit trail",
}

P = Permission
_EVERYBODY = frozenset({P.TODAY_READ, P.POLICIES_READ, P.SIGHTINGS_WRITE})
_DESK = _EVERYBODY | {P.POLICIES_DRAFT, P.LISTENING_READ, P.INBOX_READ, P.INBOX_DECIDE}
_CASES = _DESK | {
    P.LISTENING_CHANGE,
    P.INCIDENTS_READ,
    P.INCIDENTS_CHANGE,
    P.INCIDENTS_CLOSE,
    P.REPORTS_READ,
}

GRANTS: Mapping[Role, frozenset[Permission]] = {
    Role.HEADTEACHER: _CASES | {P.POLICIES_ADOPT, P.AUDIT_READ, P.GUIDANCE_CHANGE},
    Role.DSL: _CASES | {P.AUDIT_READ, P.GUIDANCE_CHANGE},
    Role.DEPUTY_DSL: _CASES,
    Role.OFFICE: _DESK | {P.INCIDENTS_READ, P.INCIDENTS_CHANGE},
    Role.SOCIAL_MEDIA_MANAGER: _DESK,
    Role.TEACHER: _EVERYBODY,
    Role.GOVERNOR: _EVERYBODY | {P.REPORTS_READ},
    Role.CHAIR: _EVERYBODY
    | {
        P.POLICIES_ADOPT,
        P.REPORTS_READ,
        P.INBOX_READ,
        P.INBOX_DECIDE,
        P.INCIDENTS_READ,
        P.INCIDENTS_CHANGE,
        P.INCIDENTS_CLOSE,
    },
    Role.TRUST_LEAD: _CASES | {P.POLICIES_ADOPT, P.TRUST_POLICIES, P.GUIDANCE_CHANGE},
    Role.DATA_PROTECTION_OFFICER: _EVERYBODY | {P.REPORTS_READ, P.AUDIT_READ},
    Role.OPERATOR: frozenset({P.TODAY_READ, P.LISTENING_READ}),
}

M = Matter
_PUBLIC = frozenset({M.REPUTATION})
_SAFEGUARDING = frozenset({M.REPUTATION, M.CONDUCT, M.PUPIL_CONDUCT, M.SAFEGUARDING})

MATTERS: Mapping[Role, frozenset[Matter]] = {
    Role.HEADTEACHER: _SAFEGUARDING | {M.ALLEGATION},
    Role.DSL: _SAFEGUARDING,
    Role.DEPUTY_DSL: _SAFEGUARDING,
    Role.OFFICE: _PUBLIC | {M.CONDUCT},
    Role.SOCIAL_MEDIA_MANAGER: _PUBLIC,
    Role.TEACHER: frozenset(),
    Role.GOVERNOR: frozenset(),
    Role.CHAIR: frozenset({M.ALLEGATION_HEAD}),
    Role.TRUST_LEAD: frozenset({M.REPUTATION, M.CONDUCT, M.PUPIL_CONDUCT, M.ALLEGATION_HEAD}),
    Role.DATA_PROTECTION_OFFICER: frozenset(),
    Role.OPERATOR: frozenset(),
}

ROLE_WORDS: Mapping[Role, str] = {
    Role.HEADTEACHER: "Headteacher",
    Role.DSL: "Designated safeguarding lead",
    Role.DEPUTY_DSL: "Deputy safeguarding lead",
    Role.OFFICE: "School office",
    Role.SOCIAL_MEDIA_MANAGER: "Keeper of the official accounts",
    Role.TEACHER: "Teacher",
    Role.GOVERNOR: "Governor",
    Role.CHAIR: "Chair of governors",
    Role.TRUST_LEAD: "Trust safeguarding lead",
    Role.DATA_PROTECTION_OFFICER: "Data protection officer",
    Role.OPERATOR: "System operator",
}

# Reading matters needs the second factor; writing a report never does.
NEEDS_SECOND_FACTOR = frozenset({P.INBOX_READ, P.INCIDENTS_READ, P.AUDIT_READ, P.POLICIES_ADOPT})
