"""
Sixty situations that a school meets online, and what must and must not be offered in each.

A file of its own because it is a table, to be read and doubted by people who keep children safe.
Taken from the domain: the six kinds that the helpline sorts by, the three sorts of author, the
seven words of conduct, the four safety questions, and cases that were decided wrongly elsewhere.
"""

from dataclasses import dataclass, field

from footprint.rulebook.decisions.ways import Case, Way
from footprint.rulebook.facts import Signal
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ConductTag, Flag, Matter, Poster, PostKind
from footprint.rulebook.tests.factories import LARKHILL, OAKFIELD, SILENT

W, K, P, F, C, M = Way, PostKind, Poster, Flag, ConductTag, Matter

GENTLE = frozenset({W.REPLY, W.INVITE_IN, W.PASS_ON, W.LEAVE})
REMOVAL = frozenset({W.DELETION_REQUEST, W.PLATFORM_REPORT})
SANCTIONS = frozenset({W.BEHAVIOUR_POLICY, W.CODE_OF_CONDUCT})
HEAVY = REMOVAL | SANCTIONS | {W.POLICE, W.PREVENT, W.HELPLINE}
ASK, REPORT, HELP, POLICE, PREVENT = (
    frozenset({each})
    for each in (W.DELETION_REQUEST, W.PLATFORM_REPORT, W.HELPLINE, W.POLICE, W.PREVENT)
)
BEHAVIOUR, CODE, LADO = (
    frozenset({each}) for each in (W.BEHAVIOUR_POLICY, W.CODE_OF_CONDUCT, W.LADO)
)
NOTHING: frozenset[Way] = frozenset()


@dataclass(frozen=True)
class Situation:
    """
    One row.

    Args:
        must, must_not: what is offered, and what is not; a ban or a solicitor never is.
    """

    what: str
    kind: PostKind
    poster: Poster
    matter: Matter
    must: frozenset[Way]
    must_not: frozenset[Way]
    flags: frozenset[Flag] = frozenset()
    conduct: frozenset[ConductTag] = frozenset()
    illegal: bool = False
    dangerous: bool = False
    fake: bool = False
    agreed: bool = False
    policy: Policy = field(default=OAKFIELD, repr=False)

    @property
    def case(self) -> Case:
        return Case(
            signal=Signal(self.kind, self.flags),
            poster=self.poster,
            matter=self.matter,
            conduct=self.conduct,
            potentially_illegal=self.illegal,
            dangerous=self.dangerous,
            impersonates=self.fake,
            removal_agreed=self.agreed,
        )


def _row(
    what: str,
    kind: PostKind,
    poster: Poster,
    matter: Matter,
    *said: Flag | ConductTag,
    must: frozenset[Way],
    must_not: frozenset[Way] = NOTHING,
    policy: Policy = OAKFIELD,
    **more: bool,
) -> Situation:
    flags = frozenset(each for each in said if isinstance(each, Flag))
    tags = frozenset(each for each in said if isinstance(each, ConductTag))
    return Situation(what, kind, poster, matter, must, must_not, flags, tags, policy=policy, **more)


# fmt: off
FAIR = (
    _row("A parent calls the new lunch menu poor", K.CRITICISM, P.PARENT, M.REPUTATION,
         must=GENTLE, must_not=HEAVY),
    _row("A parent writes that the head does not listen", K.CRITICISM, P.PARENT, M.REPUTATION,
         C.DISREPUTE, must=GENTLE, must_not=HEAVY),
    _row("A parent lists dates on which a plan was not followed", K.CRITICISM, P.PARENT,
         M.CONDUCT, C.DISREPUTE, must=GENTLE, must_not=HEAVY),
    _row("A pupil writes that homework is pointless", K.CRITICISM, P.PUPIL, M.REPUTATION,
         must=GENTLE, must_not=HEAVY),
    _row("A pupil's petition against the uniform", K.CRITICISM, P.PUPIL, M.PUPIL_CONDUCT,
         C.DISREPUTE, must=GENTLE, must_not=HEAVY),
    _row("A teacher shares an article against testing", K.CRITICISM, P.STAFF, M.REPUTATION,
         must=GENTLE, must_not=HEAVY),
    _row("A governor doubts the new timetable in public", K.CRITICISM, P.COMMUNITY, M.REPUTATION,
         must=GENTLE, must_not=HEAVY),
    _row("A former parent reviews the school badly", K.CRITICISM, P.THIRD_PARTY, M.REPUTATION,
         must=GENTLE, must_not=HEAVY),
    _row("Nobody knows who wrote that the phones are never answered", K.CRITICISM, P.NOT_KNOWN,
         M.REPUTATION, must=GENTLE, must_not=HEAVY),
    _row("A newspaper reports a poor inspection", K.CRITICISM, P.THIRD_PARTY, M.REPUTATION,
         C.DISREPUTE, must=GENTLE, must_not=HEAVY),
    _row("A parent was told to think of the school's name", K.CRITICISM, P.PARENT, M.REPUTATION,
         C.DISREPUTE, policy=SILENT, must=GENTLE, must_not=HEAVY),
    _row("A parent is rude where the policy does not use that word", K.CRITICISM, P.PARENT,
         M.CONDUCT, C.RUDE, policy=LARKHILL, must=GENTLE, must_not=HEAVY),
    _row("A parent is inappropriate where the policy has no rule at all", K.CRITICISM, P.PARENT,
         M.CONDUCT, C.INAPPROPRIATE, policy=SILENT, must=GENTLE, must_not=HEAVY),
    _row("A parent praises the choir", K.PRAISE, P.PARENT, M.REPUTATION,
         must=frozenset({W.REPLY, W.PASS_ON, W.LEAVE}), must_not=HEAVY),
    _row("A stranger thanks a teacher", K.PRAISE, P.THIRD_PARTY, M.REPUTATION,
         must=frozenset({W.REPLY, W.PASS_ON, W.LEAVE}), must_not=HEAVY),
    _row("Somebody asks when the gates open", K.ENQUIRY, P.NOT_KNOWN, M.REPUTATION,
         must=frozenset({W.REPLY, W.PASS_ON, W.LEAVE}), must_not=HEAVY),
    _row("A shop names the school in an advertisement", K.NEUTRAL, P.THIRD_PARTY, M.REPUTATION,
         must=frozenset({W.REPLY, W.LEAVE}), must_not=HEAVY),
    _row("A parent worries about traffic at the gate", K.CONCERN, P.PARENT, M.CONDUCT,
         must=GENTLE | LADO, must_not=HEAVY),
    _row("A child of nine has an account", K.NEUTRAL, P.PUPIL, M.PUPIL_CONDUCT, F.UNDERAGE,
         must=frozenset({W.REPLY, W.LEAVE}), must_not=HEAVY),
    _row("Two people agreed, with a reason, to remove an opinion", K.CRITICISM, P.PARENT,
         M.CONDUCT, agreed=True, must=GENTLE | REMOVAL | HELP, must_not=POLICE | SANCTIONS),
)
BREACHES = (
    _row("A parent is rude about the office", K.CRITICISM, P.PARENT, M.CONDUCT, C.RUDE,
         must=GENTLE | REMOVAL, must_not=POLICE | SANCTIONS),
    _row("A pupil is rude about a lesson", K.CRITICISM, P.PUPIL, M.PUPIL_CONDUCT, C.RUDE,
         must=BEHAVIOUR | ASK, must_not=POLICE | CODE),
    _row("A stranger is rude", K.NEUTRAL, P.THIRD_PARTY, M.CONDUCT, C.RUDE,
         must=REPORT | HELP, must_not=POLICE | ASK | SANCTIONS),
    _row("A member of staff is rude about a colleague", K.NEUTRAL, P.STAFF, M.CONDUCT, C.RUDE,
         must=CODE | ASK, must_not=POLICE | BEHAVIOUR),
    _row("A parent insults a teacher in a group", K.CRITICISM, P.PARENT, M.CONDUCT, F.INSULT,
         C.INSULTING, must=ASK | REPORT, must_not=POLICE | SANCTIONS),
    _row("An insult where the policy is silent", K.CRITICISM, P.PARENT, M.CONDUCT, F.INSULT,
         policy=SILENT, must=ASK | REPORT, must_not=POLICE),
    _row("Parents gang up on a teaching assistant", K.CRITICISM, P.PARENT, M.CONDUCT, F.BULLYING,
         C.BULLYING, must=ASK | REPORT | HELP, must_not=POLICE | SANCTIONS),
    _row("A pupil bullies a pupil in a chat", K.NEUTRAL, P.PUPIL, M.PUPIL_CONDUCT, F.BULLYING,
         C.BULLYING, must=BEHAVIOUR | ASK | HELP, must_not=POLICE | CODE),
    _row("A pupil calls names where no behaviour policy is named", K.NEUTRAL, P.PUPIL,
         M.PUPIL_CONDUCT, F.INSULT, policy=LARKHILL, must=BEHAVIOUR | ASK, must_not=POLICE),
    _row("A parent writes in rage at a governor", K.CRITICISM, P.PARENT, M.CONDUCT, C.AGGRESSIVE,
         must=ASK | REPORT, must_not=POLICE | SANCTIONS),
    _row("A coarse joke of a coach about the school", K.NEUTRAL, P.COMMUNITY, M.CONDUCT,
         C.INAPPROPRIATE, must=ASK, must_not=POLICE | SANCTIONS),
    _row("A teacher overshares after a party", K.NEUTRAL, P.STAFF, M.CONDUCT, C.DISREPUTE,
         must=CODE | ASK, must_not=POLICE | BEHAVIOUR),
    _row("A teacher posts what is said of a colleague", K.NEUTRAL, P.STAFF, M.CONDUCT, F.PRIVACY,
         C.INAPPROPRIATE, must=CODE | ASK | REPORT, must_not=POLICE),
    _row("A parent puts a teacher's home address online", K.CRITICISM, P.PARENT, M.CONDUCT,
         F.PRIVACY, must=ASK | REPORT | HELP, must_not=POLICE),
    _row("A parent posts a class photograph without leave", K.PRAISE, P.PARENT, M.CONDUCT,
         F.PRIVACY, must=ASK | REPORT, must_not=POLICE | SANCTIONS),
    _row("A pupil films a teacher and shares it with mockery", K.NEUTRAL, P.PUPIL,
         M.PUPIL_CONDUCT, F.PRIVACY, F.INSULT, C.INSULTING, must=BEHAVIOUR | ASK | REPORT,
         must_not=POLICE | CODE),
    _row("A stranger spreads a video of pupils fighting", K.NEUTRAL, P.THIRD_PARTY,
         M.PUPIL_CONDUCT, F.PRIVACY, must=REPORT | HELP, must_not=ASK | POLICE | SANCTIONS),
    _row("A ranking of girls in year 9", K.NEUTRAL, P.NOT_KNOWN, M.PUPIL_CONDUCT, F.BULLYING,
         F.INSULT, must=REPORT | HELP, must_not=ASK | POLICE | SANCTIONS),
    _row("Racist abuse of a pupil by a parent", K.NEUTRAL, P.PARENT, M.CONDUCT, F.HATE,
         illegal=True, must=ASK | REPORT | POLICE, must_not=SANCTIONS),
    _row("A hateful word, not said to be illegal", K.NEUTRAL, P.PARENT, M.CONDUCT, F.HATE,
         must=ASK | REPORT, must_not=POLICE | SANCTIONS),
    _row("The law was broken and the policy is silent", K.NEUTRAL, P.PARENT, M.CONDUCT,
         C.ILLEGAL, policy=SILENT, must=POLICE | REPORT, must_not=SANCTIONS),
    _row("A parent lies to the police's cost: said to be illegal", K.CRITICISM, P.PARENT,
         M.CONDUCT, illegal=True, must=POLICE | ASK, must_not=SANCTIONS),
)
FAKES = (
    _row("A fake account of the school", K.NEUTRAL, P.NOT_KNOWN, M.CONDUCT, fake=True,
         must=REPORT | HELP, must_not=ASK | POLICE | GENTLE),
    _row("A stranger's account in a teacher's name", K.NEUTRAL, P.THIRD_PARTY, M.CONDUCT,
         fake=True, must=REPORT | HELP, must_not=ASK | POLICE | SANCTIONS),
    _row("A pupil's account in the head's name, kindly worded", K.PRAISE, P.PUPIL,
         M.PUPIL_CONDUCT, fake=True, must=REPORT | HELP | ASK | BEHAVIOUR,
         must_not=POLICE | CODE | GENTLE),
    _row("An account in a pupil's name, to mock them", K.NEUTRAL, P.NOT_KNOWN, M.PUPIL_CONDUCT,
         F.BULLYING, fake=True, must=REPORT | HELP, must_not=ASK | POLICE),
    _row("A fake account that asks pupils for pictures", K.NEUTRAL, P.NOT_KNOWN, M.SAFEGUARDING,
         F.SEXUAL, fake=True, dangerous=True, must=REPORT | HELP | POLICE,
         must_not=ASK | GENTLE),
)
SAFETY = (
    _row("A parent threatens to wait for a teacher", K.CRITICISM, P.PARENT, M.SAFEGUARDING,
         F.THREAT, dangerous=True, must=POLICE | REPORT | LADO, must_not=GENTLE | SANCTIONS),
    _row("A threat to the school by nobody knows whom", K.NEUTRAL, P.NOT_KNOWN, M.SAFEGUARDING,
         F.THREAT, dangerous=True, must=POLICE | REPORT, must_not=GENTLE | ASK),
    _row("A pupil writes of self-harm", K.CONCERN, P.PUPIL, M.SAFEGUARDING, F.SELF_HARM,
         must=HELP | POLICE | LADO, must_not=REMOVAL | GENTLE),
    _row("A parent writes, rudely, that her child was hurt", K.CONCERN, P.PARENT, M.SAFEGUARDING,
         F.ALLEGATION, C.RUDE, must=LADO | POLICE, must_not=ASK | GENTLE),
    _row("A parent insults the coach whom she accuses", K.CRITICISM, P.PARENT, M.ALLEGATION,
         F.ALLEGATION, F.INSULT, C.INSULTING, must=LADO | POLICE, must_not=ASK | GENTLE),
    _row("A doubt about a coach, no flag was ticked", K.CRITICISM, P.PARENT, M.LOW_LEVEL,
         C.DISREPUTE, must=LADO | POLICE, must_not=REMOVAL | GENTLE),
    _row("A pupil tells of a teacher's messages", K.CONCERN, P.PUPIL, M.ALLEGATION,
         F.STAFF_CONTACT, F.ALLEGATION, must=LADO | POLICE, must_not=REMOVAL | GENTLE),
    _row("The head is accused", K.CONCERN, P.PARENT, M.ALLEGATION_HEAD, F.ALLEGATION,
         agreed=True, must=LADO | POLICE, must_not=ASK | GENTLE),
    _row("An accused teacher is named to all the town", K.CONCERN, P.PARENT, M.ALLEGATION,
         F.ALLEGATION, F.PRIVACY, illegal=True, must=LADO | POLICE | REPORT, must_not=ASK),
    _row("A nude picture of a pupil goes round", K.NEUTRAL, P.PUPIL, M.SAFEGUARDING, F.SEXUAL,
         must=POLICE | HELP | LADO, must_not=ASK | GENTLE | CODE),
    _row("A sexual remark of a parent about a teacher", K.NEUTRAL, P.PARENT, M.CONDUCT,
         F.SEXUAL, must=ASK | REPORT | POLICE, must_not=GENTLE | SANCTIONS),
    _row("A pupil shares extremist songs", K.NEUTRAL, P.PUPIL, M.SAFEGUARDING, F.EXTREMISM,
         must=PREVENT | POLICE | BEHAVIOUR, must_not=GENTLE | CODE),
    _row("A stranger recruits for a violent group", K.NEUTRAL, P.THIRD_PARTY, M.SAFEGUARDING,
         F.EXTREMISM, illegal=True, must=PREVENT | POLICE | REPORT, must_not=GENTLE | ASK),
)
# fmt: on
SITUATIONS = (*FAIR, *BREACHES, *FAKES, *SAFETY)
