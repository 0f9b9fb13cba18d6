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
    BREAK_GLASS = "incidents.break_glass"
    LOW_LEVEL_READ = "incidents.low_level"
    REPORTS_READ = "reports.read"
    AUDIT_READ = "audit.read"
    PEOPLE_NAME = "people.name"
    PEOPLE_READ = "people.read"
    PEOPLE_CHANGE = "people.change"
    AGREEMENTS_SIGN = "agreements.sign"
    AGREEMENTS_READ = "agreements.read"
    AGREEMENTS_CHANGE = "agreements.change"
    IMAGES_ASK = "images.ask"
    IMAGES_READ = "images.read"
    IMAGES_CHANGE = "images.change"
    PROTECTION_CHANGE = "protection.change"
    PUBLISHING_DRAFT = "publishing.draft"
    PUBLISHING_APPROVE = "publishing.approve"
    CONNECTIONS_DECLARE = "connections.declare"
    CONNECTIONS_READ = "connections.read"
    CONNECTIONS_DECIDE = "connections.decide"
    CONNECTIONS_DECIDE_HEAD = "connections.decide_head"
    ACCOUNTS_READ = "accounts.read"
    ACCOUNTS_CHANGE = "accounts.change"
    ACCOUNTS_APPROVE = "accounts.approve"
    CHECKS_READ = "checks.read"
    CHECKS_PLAN = "checks.plan"
    LESSONS_READ = "lessons.read"
    LESSONS_CHANGE = "lessons.change"


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
    Permission.LOW_LEVEL_READ: "read low-level concerns about adults, side by side",
    Permission.BREAK_GLASS: "open one matter beyond their circle in an emergency, for an hour",
    Permission.REPORTS_READ: "read the governors' report: counts, never cases",
    Permission.AUDIT_READ: "read the audit trail",
    Permission.PEOPLE_NAME: "pick a person of the school by name and class",
    Permission.PEOPLE_READ: "read the register of people",
    Permission.PEOPLE_CHANGE: "import and change the register of people",
    Permission.AGREEMENTS_SIGN: "sign their own agreement, and record a class signing with them",
    Permission.AGREEMENTS_READ: "see who signed which agreement",
    Permission.AGREEMENTS_CHANGE: "write agreements and record signatures on paper",
    Permission.IMAGES_ASK: "ask whether a picture of somebody may be used: yes or no",
    Permission.IMAGES_READ: "read the register of permissions for pictures",
    Permission.IMAGES_CHANGE: "ask for and record permissions for pictures",
    Permission.PROTECTION_CHANGE: "protect a person from being published, and see why",
    Permission.PUBLISHING_DRAFT: "draft something for the official accounts",
    Permission.PUBLISHING_APPROVE: "approve somebody else's draft, where the account names them",
    Permission.CONNECTIONS_DECLARE: "declare a link of their own and report an attempt",
    Permission.CONNECTIONS_READ: "read the register of declared links",
    Permission.CONNECTIONS_DECIDE: "decide about a declared link, never their own",
    Permission.CONNECTIONS_DECIDE_HEAD: "decide about a link that the headteacher declared",
    Permission.ACCOUNTS_READ: "see the official accounts and who keeps them",
    Permission.ACCOUNTS_CHANGE: "keep the register of official accounts",
    Permission.ACCOUNTS_APPROVE: "approve the opening and closing of an official account",
    Permission.CHECKS_READ: "see which checks of channels are due and were done",
    Permission.CHECKS_PLAN: "plan who checks which channel, and cover for absence",
    Permission.LESSONS_READ: "see what is taught about life online",
    Permission.LESSONS_CHANGE: "record lessons and what families were offered",
}

P = Permission
_EVERYBODY = frozenset(
    {
        P.TODAY_READ,
        P.POLICIES_READ,
        P.SIGHTINGS_WRITE,
        P.AGREEMENTS_SIGN,
        P.CONNECTIONS_DECLARE,
        P.ACCOUNTS_READ,
        P.LESSONS_READ,
    }
)
# whoever works with pupils, and so with pictures of them and with the channels
_STAFF = _EVERYBODY | {P.PEOPLE_NAME, P.IMAGES_ASK, P.PUBLISHING_DRAFT, P.CHECKS_READ}
_DESK = _STAFF | {
    P.POLICIES_DRAFT,
    P.LISTENING_READ,
    P.INBOX_READ,
    P.INBOX_DECIDE,
    P.IMAGES_READ,
    P.ACCOUNTS_CHANGE,
}
_REGISTERS = frozenset(
    {
        P.PEOPLE_READ,
        P.PEOPLE_CHANGE,
        P.AGREEMENTS_READ,
        P.AGREEMENTS_CHANGE,
        P.IMAGES_CHANGE,
        P.CONNECTIONS_READ,
        P.CHECKS_PLAN,
        P.LESSONS_CHANGE,
    }
)
_SAFEGUARDERS = _REGISTERS | {P.PROTECTION_CHANGE, P.PUBLISHING_APPROVE}
_CASES = _DESK | {
    P.LISTENING_CHANGE,
    P.INCIDENTS_READ,
    P.INCIDENTS_CHANGE,
    P.INCIDENTS_CLOSE,
    P.REPORTS_READ,
}

GRANTS: Mapping[Role, frozenset[Permission]] = {
    Role.HEADTEACHER: _CASES
    | _SAFEGUARDERS
    | {
        P.POLICIES_ADOPT,
        P.AUDIT_READ,
        P.GUIDANCE_CHANGE,
        P.CONNECTIONS_DECIDE,
        P.ACCOUNTS_APPROVE,
        P.LOW_LEVEL_READ,
    },
    Role.DSL: _CASES | _SAFEGUARDERS | {P.AUDIT_READ, P.GUIDANCE_CHANGE, P.BREAK_GLASS},
    Role.DEPUTY_DSL: _CASES | _SAFEGUARDERS | {P.BREAK_GLASS},
    Role.OFFICE: _DESK | _REGISTERS | {P.INCIDENTS_READ, P.INCIDENTS_CHANGE},
    Role.SOCIAL_MEDIA_MANAGER: _DESK | {P.PUBLISHING_APPROVE, P.CHECKS_PLAN},
    Role.TEACHER: _STAFF | {P.LESSONS_CHANGE},
    Role.GOVERNOR: _EVERYBODY | {P.REPORTS_READ},
    Role.CHAIR: _EVERYBODY
    | {
        P.CONNECTIONS_DECIDE_HEAD,
        P.PEOPLE_NAME,  # to say who is named in a matter about the head
        P.POLICIES_ADOPT,
        P.REPORTS_READ,
        P.INBOX_READ,
        P.INBOX_DECIDE,
        P.INCIDENTS_READ,
        P.INCIDENTS_CHANGE,
        P.INCIDENTS_CLOSE,
    },
    Role.TRUST_LEAD: _CASES
    | {P.POLICIES_ADOPT, P.TRUST_POLICIES, P.GUIDANCE_CHANGE, P.ACCOUNTS_APPROVE, P.BREAK_GLASS},
    Role.DATA_PROTECTION_OFFICER: _EVERYBODY | {P.REPORTS_READ, P.AUDIT_READ},
    Role.OPERATOR: frozenset({P.TODAY_READ, P.LISTENING_READ}),
}

M = Matter
_PUBLIC = frozenset({M.REPUTATION})
_SAFEGUARDING = frozenset({M.REPUTATION, M.CONDUCT, M.PUPIL_CONDUCT, M.SAFEGUARDING})

MATTERS: Mapping[Role, frozenset[Matter]] = {
    Role.HEADTEACHER: _SAFEGUARDING | {M.ALLEGATION, M.LOW_LEVEL},
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

# Break-glass: what a role may open in an emergency, one matter for one hour, with a reason that
# others are told of. Never the allegation about a head by anybody else: its circle is two people.
BREAK_GLASS: Mapping[Role, frozenset[Matter]] = {
    Role.HEADTEACHER: frozenset(),
    Role.DSL: frozenset({M.ALLEGATION}),
    Role.DEPUTY_DSL: frozenset({M.ALLEGATION}),
    Role.OFFICE: frozenset(),
    Role.SOCIAL_MEDIA_MANAGER: frozenset(),
    Role.TEACHER: frozenset(),
    Role.GOVERNOR: frozenset(),
    Role.CHAIR: frozenset(),
    Role.TRUST_LEAD: frozenset({M.SAFEGUARDING, M.ALLEGATION}),
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
NEEDS_SECOND_FACTOR = frozenset(
    {
        P.INBOX_READ,
        P.INCIDENTS_READ,
        P.AUDIT_READ,
        P.POLICIES_ADOPT,
        P.PEOPLE_READ,
        P.PEOPLE_CHANGE,
        P.PROTECTION_CHANGE,
        P.CONNECTIONS_READ,
        P.CONNECTIONS_DECIDE,
        P.CONNECTIONS_DECIDE_HEAD,
        P.BREAK_GLASS,
        P.LOW_LEVEL_READ,
    }
)
