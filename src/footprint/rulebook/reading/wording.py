"""
One word for one thing, so that rules are written once.

A school says children, students or learners; colleagues or employees; Principal or Head of School.
`canonical` brings a sentence to the words of `terms`, in lower case, without quotes and brackets'
decoration. It is for matching only: what a person sees is always the school's own sentence.
"""

import re
from functools import lru_cache

_QUOTES = str.maketrans("’‘“”–—\xa0", "''\"\"-- ")

# (words, what they become). Longer ones come first; all are whole words, in lower case.
_SAME = (
    (
        r"student teachers?|trainee teachers?|teacher trainees?|(?:students|trainees) on placement",
        "staff",
    ),
    (
        r"(?:the )?(?:parents?|carers?|families)(?: (?:and|or) (?:carers?|"
        r"guardians?))? (?:whose|with|who "
        r"have) (?:a )?(?:children|child|pupils?)(?: (?:attends?|comes?|goes?|is|are|"
        r"who attend|at))?"
        r"(?: to| at)?(?: here| (?:the|our) (?:school|nursery|academy))?",
        "parent",
    ),
    (
        r"(?:the )?(?:parents?|carers?|families)(?: (?:and|or) (?:carers?|guardians?))? of "
        r"(?:(?:current|our|the|other) )?(?:pupils?|students?|child|children|learners?)",
        "parent",
    ),
    (r"(?:former|ex|past|old) (?:pupil|student|child|learner)(?:s|ren)?", "formerpupil"),
    (
        r"(?:pupils|students) who (?:have )?left(?: (?:us|(?:the|our) school))?|alumni|"
        r"old [a-z]+ians",
        "formerpupil",
    ),
    (
        r"(?:pupil|student|child|young person|learner) (?:has )?left(?: us| (?:the|our) school)?",
        "formerpupil",
    ),
    (r"own (?:child|children)(?: or relat(?:ion|ive)s)?", "relatives"),
    (r"young (?:people|person|persons)|little ones", "pupil"),
    (r"service users?", "pupil"),
    (
        r"(?:people|persons?|those|everybody|everyone|anybody|anyone|somebody|someone|adults?|"
        r"grown ups?|all|who|any(?: other)? adult) (?:who|that|which) (?:works?|"
        r"is employed|are employed|serves?)"
        r"(?:,? (?:or|and) (?:who )?(?:volunteers?|helps?))+",
        "staff and volunteer",
    ),
    (
        r"(?:people|persons?|those|everybody|everyone|anybody|anyone|somebody|someone|adults?|"
        r"grown ups?|all|any(?: other)? adult) (?:(?:who|that) (?:works?|is employed|"
        r"are employed|serves?)|"
        r"(?:working|employed))",
        "staff",
    ),
    (
        r"pupils?|students?|child|children|childrens|learners?|youngsters|boarders?|"
        r"(?:boys|girls) and (?:boys|girls)|sixth formers?|undergraduates|apprentices",
        "pupil",
    ),
    (
        r"(?:member|members) of (?:the )?(?:local )?govern(?:ing|ance) (?:board|body|committee)",
        "governor",
    ),
    (r"(?:member|members) of (?:the )?local (?:school )?committees?", "governor"),
    (r"(?:member|members) of (?:the )?(?:teaching |school |support )?staff", "staff"),
    (r"staff members?|(?:teaching|support|supply|school) staff|(?:school )?employees?", "staff"),
    (
        r"(?:deputy|assistant) head ?(?:teacher|master|mistress)?s?|"
        r"(?:deputy|vice|assistant) principals?",
        "deputyhead",
    ),
    (r"(?:executive )?head ?(?:teacher|master|mistress)'?s? pa", "office"),
    (r"(?:class |form )?teachers?", "staff"),
    (
        r"colleagues?|teaching assistants?|adults working|practitioners?|"
        r"key (?:persons?|people|workers?)",
        "staff",
    ),
    (
        r"room leaders?|class leads?|masters and mistresses|therapists?|transport escorts?|"
        r"the workforce|workforce|personnel|workers|lunchtime supervisors?|midday supervisors?|"
        r"(?:learning )?support assistants?|(?:personal|progress|sessional|subject|"
        r"visiting) tutors?|"
        r"technicians?|chaplains?|matrons?|house ?parents?|house staff|lecturers?|coaches|"
        r"peripatetic staff|instructors?|assessors?|caretakers?|those we employ",
        "staff",
    ),
    (r"(?:executive )?head ?(?:teacher|master|mistress)s?|principals?", "headteacher"),
    (r"heads? of (?:school|the school|academy)|executive head", "headteacher"),
    (r"(?:the|our|acting|your) head(?! of| start| lice| office)", "headteacher"),
    (r"executive principals?|heads of centre|rector|headmistress|warden", "headteacher"),
    (r"(?:nursery|pre school|setting|centre) manager|the manager", "headteacher"),
    (
        r"deputy (?:dsls?|designated safeguarding leads?|designated (?:safeguarding )?persons?)",
        "deputydsl",
    ),
    (
        r"(?:the )?designated (?:(?:safeguarding|senior|child protection|lead) )?"
        r"(?:leads?|leader|officer|persons?|practitioner|teacher)"
        r"(?: for (?:child protection|safeguarding)(?: and (?:child protection|safeguarding))?)?",
        "dsl",
    ),
    (
        r"ds[lp]s?|dcpos?|(?:our )?safeguarding (?:leads?|officers?|team|person)|child protection "
        r"(?:lead|officer|coordinator|team)|"
        r"(?:(?:staff|adult|person|colleague) )?(?:in charge of|responsible for|who leads (?:on )?|"
        r"with responsibility for|lead for|leading on) safeguarding(?: and child protection)?",
        "dsl",
    ),
    (r"(?:local )?governing (?:board|body) members?|local committee members?|lcms?", "governor"),
    (r"local governing (?:board|body)s?|local governors?|governors?|trustees?", "governor"),
    (r"academy (?:council members|councillors)", "governor"),
    (r"(?:parish |parent )?volunteers?|(?:parent )?helpers?", "volunteer"),
    (r"contractors?|agency (?:workers?|staff)|self employed \w+", "contractor"),
    (
        r"corporation members?|members? of the corporation|directors of the trust|"
        r"governing bod(?:y|ies)|governing boards?|academy council members?|"
        r"members? of academy councils?",
        "governor",
    ),
    (r"mums?(?: (?:or|and) dads?)?|parents?|carers?|guardians?|families", "parent"),
    (r"(?:the )?senior leadership(?: team)?|slt|senior (?:leaders?|management team)|smt", "slt"),
    (r"social network(?:s|ing)?(?: (?:sites?|services?|platforms?|websites?))?", "social media"),
    (r"social (?:platforms?|sites?)|social media (?:sites?|platforms?|services?)", "social media"),
    (r"acceptable use (?:policy|policies|agreements?)|acceptable use|aups?|auas?", "aup"),
    (
        r"(?:take|took|taken|taking|pull|pulled) (?:the|any|that|this|these|those|our|"
        r"your|their|such) "
        r"(?:\w+ )?(?:posts?|comments?|content|material|messages?|remarks?)? ?(?:\w+ )?down",
        "delete post",
    ),
    (
        r"(?:take|takes|took|taken|taking|pull|brought|bring) (?:it |them |this |that |"
        r"what \w+ (?:has|have) \w+ )?"
        r"(?:back )?down|taken down|taking down|removed?|removes|removal|removing",
        "delete",
    ),
    (r"deleted|deletes|deleting|deletion|(?:be|is|are) withdrawn", "delete"),
    (r"e mails?|e mailed|emails|emailed|emailing", "email"),
    (r"professionals? online safety helpline", "posh"),
    (r"photos?|photograph(?:s|ed|ing|y)?|pictures?|images?|imagery", "photo"),
    (r"videos?|films?|filming|filmed|footage|recordings?|clips?", "video"),
    (r"(?<=them )to come down|(?<=it )comes down", "delete"),
    (r"grown ups", "adults"),
    (r"grown up", "adult"),
    (r"thirteen", "13"),
    (r"sixteen", "16"),
    (r"eighteen", "18"),
    (r"cannot|can't|cant", "can not"),
    (r"won't", "will not"),
    (r"shan't", "shall not"),
    (
        r"la|county council|borough council|(?<=the )county(?! school| primary)|"
        r"(?<!school )(?<!student )(?<!pupil )(?<!parent )council",
        "local authority",
    ),
    (
        r"(?:the|our) (?:college|nursery|setting|pre school)(?! (?:class|children|rhyme|manager))",
        "the school",
    ),
)
_ALL = re.compile(
    "|".join(rf"(?P<w{number}>\b(?:{words})\b)" for number, (words, _) in enumerate(_SAME))
)
_STARS = re.compile(r"\*+")
_POSSESSIVE = re.compile(r"(?<=\w)'s\b|(?<=s)'(?=\s|$)")
_LOOSE_QUOTE = re.compile(r"\"|(?<!\w)'|'(?!\w)")
_HYPHEN = re.compile(r"(?<=[a-z])-(?=[a-z0-9])")
_CONTRACTED = re.compile(r"n't\b|'(?:ll|ve|re|d|m)\b")
_IN_FULL = {
    "n't": " not",
    "'ll": " will",
    "'ve": " have",
    "'re": " are",
    "'d": " would",
    "'m": " am",
}
_SPACES = re.compile(r"\s+")
_TWICE = re.compile(r"\b(\w+)((?: or| and|,)? \(?\1\b\)?)+")


@lru_cache(maxsize=4096)
def canonical(text: str) -> str:
    """The text in lower case and in one vocabulary; for matching only."""
    said = _STARS.sub("", text.translate(_QUOTES).lower())
    said = said.replace("on-line", "online").replace("/", " or ")
    said = _HYPHEN.sub(" ", said)
    said = _POSSESSIVE.sub("", said)
    said = _LOOSE_QUOTE.sub("", said)
    said = _SPACES.sub(" ", said)
    said = _ALL.sub(_same, said)
    said = _CONTRACTED.sub(_in_full, said)
    return _TWICE.sub(r"\1", said).strip()


def _in_full(match: re.Match[str]) -> str:
    return _IN_FULL[match.group()]


def _same(match: re.Match[str]) -> str:
    return _SAME[int((match.lastgroup or "w0")[1:])][1]


def fold(text: str) -> str:
    """White space folded; quotes are compared in this form."""
    return _SPACES.sub(" ", text).strip()
