"""
The closed lists of the field. Every other room speaks in these words.

A new member fails the complete tables in the tests until somebody decides where it belongs.
"""

from enum import StrEnum


class Stance(StrEnum):
    """What a policy says of an act. Silence is an answer of its own."""

    FORBIDDEN = "forbidden"
    DISCOURAGED = "discouraged"
    ALLOWED = "allowed"
    NOT_STATED = "not_stated"


class Stated(StrEnum):
    """Whether a document says something about a clause."""

    STATED = "stated"
    NOT_STATED = "not_stated"
    UNCLEAR = "unclear"


class Audience(StrEnum):
    """The kinds of people a policy speaks of."""

    PUPIL = "pupil"
    PARENT = "parent"
    STAFF = "staff"
    GOVERNOR = "governor"
    VOLUNTEER = "volunteer"
    CONTRACTOR = "contractor"


class AgreementAudience(StrEnum):
    """Whom an acceptable use agreement is written for: pupils of three ages, each kind of adult."""

    INFANTS = "infants"
    JUNIORS = "juniors"
    SECONDARY = "secondary"
    PARENTS = "parents"
    STAFF = "staff"
    GOVERNORS = "governors"
    VOLUNTEERS = "volunteers"
    CONTRACTORS = "contractors"


class Role(StrEnum):
    """What a person is trusted with. `users.permissions` says what each may do."""

    HEADTEACHER = "headteacher"
    DSL = "dsl"
    DEPUTY_DSL = "deputy_dsl"
    OFFICE = "office"
    SOCIAL_MEDIA_MANAGER = "social_media_manager"
    TEACHER = "teacher"
    GOVERNOR = "governor"
    CHAIR = "chair"
    TRUST_LEAD = "trust_lead"
    DATA_PROTECTION_OFFICER = "data_protection_officer"
    OPERATOR = "operator"


class Platform(StrEnum):
    """Where a post stands."""

    INSTAGRAM = "instagram"
    FACEBOOK = "facebook"
    X = "x"
    TIKTOK = "tiktok"
    SNAPCHAT = "snapchat"
    WHATSAPP = "whatsapp"
    YOUTUBE = "youtube"
    MUMSNET = "mumsnet"
    REDDIT = "reddit"
    BLUESKY = "bluesky"
    MASTODON = "mastodon"
    GOOGLE_REVIEWS = "google_reviews"
    NEWS = "news"
    WEB = "web"
    EMAIL = "email"
    OTHER = "other"


class ChannelKind(StrEnum):
    """A channel of the school's own that is not social media, but that its policy may name."""

    CLASSROOM = "classroom"
    TEAMS = "teams"
    EMAIL = "email"
    WEBSITE = "website"
    NEWSLETTER = "newsletter"
    OTHER = "other"


class AnswersMode(StrEnum):
    """What is answered on an official account; the first three are what policies say."""

    NEVER = "never"
    GENERAL_ENQUIRIES = "general_enquiries"
    EVERYTHING = "always"
    MESSAGES_ONLY = "messages_only"
    COMMENTS_ONLY = "comments_only"


class ConnectionKind(StrEnum):
    """How two people may be connected on social media."""

    FRIEND = "friend"
    FRIEND_REQUEST = "friend_request"
    FOLLOW = "follow"
    MESSAGE = "message"
    GROUP = "group"  # both are in one chat group


class Party(StrEnum):
    """Who may stand at either end of a connection: the audiences, and those who were pupils."""

    PUPIL = "pupil"
    FORMER_PUPIL = "former_pupil"
    PARENT = "parent"
    STAFF = "staff"
    GOVERNOR = "governor"
    VOLUNTEER = "volunteer"
    CONTRACTOR = "contractor"


class PictureUse(StrEnum):
    """Where a school may use a picture of somebody; permission is given for each by itself."""

    INSIDE_SCHOOL = "inside_school"
    WEBSITE = "website"
    OFFICIAL_ACCOUNT = "official_account"
    PRESS = "press"
    TRUST = "trust"


class PostKind(StrEnum):
    """What a post mainly is; exactly one."""

    PRAISE = "praise"
    CRITICISM = "criticism"
    CONCERN = "concern"
    ENQUIRY = "enquiry"
    NEUTRAL = "neutral"


class Flag(StrEnum):
    """What a post contains or reports; any number."""

    INSULT = "insult"
    BULLYING = "bullying"
    THREAT = "threat"
    HATE = "hate"
    EXTREMISM = "extremism"
    SELF_HARM = "self_harm"
    SEXUAL = "sexual"
    STAFF_CONTACT = "staff_contact"
    ALLEGATION = "allegation"
    PRIVACY = "privacy"
    UNDERAGE = "underage"


class SafetyQuestion(StrEnum):
    """The four questions that come before everything else. A yes leaves the reputation track."""

    DANGER_NOW = "danger_now"
    NUDE_IMAGE = "nude_image"
    ADULT_ACCUSED = "adult_accused"
    EXTREMISM = "extremism"


class Matter(StrEnum):
    """The class of a matter; it decides who may see it."""

    REPUTATION = "reputation"
    CONDUCT = "conduct"
    PUPIL_CONDUCT = "pupil_conduct"
    SAFEGUARDING = "safeguarding"
    ALLEGATION = "allegation"
    ALLEGATION_HEAD = "allegation_head"
    LOW_LEVEL = "low_level"  # a concern about an adult, below the harm threshold


# Their narratives, statements and evidence are sealed: a stolen database must not tell them.
SEALED_MATTERS = frozenset(
    {Matter.SAFEGUARDING, Matter.ALLEGATION, Matter.ALLEGATION_HEAD, Matter.LOW_LEVEL}
)


class Poster(StrEnum):
    """Who wrote a post, as far as the school knows. It decides the route."""

    PUPIL = "pupil"
    PARENT = "parent"
    STAFF = "staff"
    COMMUNITY = "community"  # another member of the school community: governor, volunteer, ...
    THIRD_PARTY = "third_party"
    NOT_KNOWN = "not_known"


class ConductTag(StrEnum):
    """What a post must not be, in the words that policies use."""

    BULLYING = "bullying"
    AGGRESSIVE = "aggressive"
    RUDE = "rude"
    INSULTING = "insulting"
    ILLEGAL = "illegal"
    INAPPROPRIATE = "inappropriate"
    DISREPUTE = "disrepute"


class Act(StrEnum):
    """What a school could do about a post. `rulebook.decisions.opinion` says what it is offered."""

    REPLY = "reply"
    INVITE_IN = "invite_in"
    PASS_ON_FEEDBACK = "pass_on_feedback"  # noqa: S105 (no password)
    PASS_ON_PRAISE = "pass_on_praise"  # noqa: S105 (no password)
    LEAVE = "leave"
    OPEN_INCIDENT = "open_incident"
    REQUEST_DELETION = "request_deletion"
    PLATFORM_REPORT = "platform_report"
    POLICE = "police"
    BAN = "ban"
    SOLICITOR = "solicitor"


class Step(StrEnum):
    """Where an incident stands. `rulebook.decisions.incident_steps` says what may follow what."""

    OPENED = "opened"
    ASSESSED = "assessed"
    DELETION_REQUESTED = "deletion_requested"
    FOLLOWED_UP = "followed_up"
    PLATFORM_REPORTED = "platform_reported"
    REFERRED = "referred"
    RESOLVED = "resolved"
    CLOSED = "closed"


class Outcome(StrEnum):
    """How an incident ended."""

    DELETED = "deleted"
    REMOVED_BY_PLATFORM = "removed_by_platform"
    STILL_VISIBLE = "still_visible"
    RESOLVED_IN_PERSON = "resolved_in_person"
    REFERRED_ON = "referred_on"
    NOT_A_BREACH = "not_a_breach"


class Strand(StrEnum):
    """The eight strands of Education for a Connected World (UK Council for Internet Safety)."""

    SELF_IMAGE = "self_image"
    RELATIONSHIPS = "relationships"
    REPUTATION = "reputation"
    BULLYING = "bullying"
    INFORMATION = "information"
    WELL_BEING = "well_being"
    PRIVACY = "privacy"
    COPYRIGHT = "copyright"


class ClauseName(StrEnum):
    """The parts of a social media policy that are looked for in every document."""

    REPUTATION = "reputation"
    CHANNEL_KEEPERS = "channel_keepers"
    CONDUCT = "conduct"
    PRIVATE_CONCERNS = "private_concerns"
    COMPLAINTS_PROCEDURE = "complaints_procedure"
    MINIMUM_AGE = "minimum_age"
    UNDERAGE_SUPPORT = "underage_support"
    ONLINE_SAFETY_LESSONS = "online_safety_lessons"
    PARENT_SUPPORT = "parent_support"
    OFFICIAL_ACCOUNTS = "official_accounts"
    EMAIL_OFFICIAL = "email_official"
    REMOTE_LEARNING_CHANNELS = "remote_learning_channels"
    NO_FRIENDING = "no_friending"
    NO_FOLLOWING = "no_following"
    EXCEPTIONS = "exceptions"
    BREACH_NOTICE = "breach_notice"
    STAFF_CONDUCT = "staff_conduct"
    IMAGE_PERMISSION = "image_permission"
    ACCEPTABLE_USE = "acceptable_use"
    DATA_PROTECTION = "data_protection"
    BREACH_ROUTE = "breach_route"
    DELETION_REQUEST = "deletion_request"
    THIRD_PARTY_REPORT = "third_party_report"
    POLICE = "police"
    EXTREMISM = "extremism"
    QUESTIONS = "questions"
