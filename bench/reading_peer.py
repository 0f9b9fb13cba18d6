"""The peer: one list of keywords for each clause says stated or not. No values, no context."""

from footprint.rulebook.terms import ClauseName

_KEYWORDS: dict[ClauseName, tuple[str, ...]] = {
    ClauseName.REPUTATION: ("reputation", "said about the school", "mentions of"),
    ClauseName.CHANNEL_KEEPERS: ("managed by", "responsible for", "looks after", "run by"),
    ClauseName.CONDUCT: ("disrepute", "bullying", "offensive", "abusive"),
    ClauseName.PRIVATE_CONCERNS: ("concern", "in private", "speak to the"),
    ClauseName.COMPLAINTS_PROCEDURE: ("complaints procedure", "complaints policy"),
    ClauseName.MINIMUM_AGE: ("minimum age", "13"),
    ClauseName.UNDERAGE_SUPPORT: ("underage", "under 13", "too young"),
    ClauseName.ONLINE_SAFETY_LESSONS: ("lessons", "curriculum", "taught", "pshe"),
    ClauseName.PARENT_SUPPORT: ("family agreement", "talk to your child", "top tips"),
    ClauseName.OFFICIAL_ACCOUNTS: ("school account", "facebook page", "instagram", "official"),
    ClauseName.EMAIL_OFFICIAL: ("e-mail", "email"),
    ClauseName.REMOTE_LEARNING_CHANNELS: ("remote learning", "google classroom", "teams"),
    ClauseName.NO_FRIENDING: ("friend", "friends"),
    ClauseName.NO_FOLLOWING: ("follow", "following"),
    ClauseName.EXCEPTIONS: ("exception", "family member", "relative"),
    ClauseName.BREACH_NOTICE: ("must be reported to", "must tell", "inform the"),
    ClauseName.STAFF_CONDUCT: ("privacy settings", "personal account"),
    ClauseName.IMAGE_PERMISSION: ("consent", "permission", "photograph"),
    ClauseName.ACCEPTABLE_USE: ("acceptable use",),
    ClauseName.DATA_PROTECTION: ("data protection", "gdpr"),
    ClauseName.BREACH_ROUTE: ("behaviour policy", "disciplinary", "code of conduct"),
    ClauseName.DELETION_REQUEST: ("delete", "remove", "take down", "taken down"),
    ClauseName.THIRD_PARTY_REPORT: ("report it to", "third party", "helpline"),
    ClauseName.POLICE: ("police",),
    ClauseName.EXTREMISM: ("prevent duty", "extremis", "radicalis"),
    ClauseName.QUESTIONS: ("questions", "further advice", "first instance"),
}


def keyword_clauses(text: str) -> frozenset[ClauseName]:
    """The clauses of which any keyword occurs."""
    lower = text.lower()
    return frozenset(name for name, words in _KEYWORDS.items() if any(w in lower for w in words))
