"""
The invented schools and people of the demonstration.

A file of its own so that who is who can be read at a glance; `story.py` makes them act.
"""

from dataclasses import dataclass

from footprint.rulebook.terms import Role


@dataclass(frozen=True)
class SampleSchool:
    """
    One invented school.

    Args:
        trust: the trust it belongs to, or "".
        document: the file in `data/` that is its policy.
        domain: of its people's e-mail addresses; nobody can own it.
        governors_word: what the school calls its governors.
    """

    name: str
    town: str
    trust: str
    names: tuple[str, ...]
    must_not_include: tuple[str, ...]
    document: str
    domain: str
    governors_word: str = "governors"


TRUST = "Larkhill Learning Trust"
TRUST_DOMAIN = "larkhill-trust.example"
OAKFIELD = SampleSchool(
    name="Oakfield Primary School",
    town="Puddleford",
    trust="",
    names=("Oakfield Primary School", "Oakfield Primary", "#OakfieldPrimary"),
    must_not_include=("Yorkshire",),
    document="oakfield_policy.txt",
    domain="oakfield.example",
)
SCHOOLS = (
    OAKFIELD,
    SampleSchool(
        name="Larkhill Academy",
        town="Larkhill",
        trust=TRUST,
        names=("Larkhill Academy", "#LarkhillAcademy"),
        must_not_include=(),
        document="larkhill_policy.txt",
        domain="larkhill.example",
        governors_word="local committee members",
    ),
    SampleSchool(
        name="Millbrook Infant School",
        town="Millbrook",
        trust=TRUST,
        names=("Millbrook Infant School", "Millbrook Infants"),
        must_not_include=(),
        document="larkhill_policy.txt",
        domain="millbrook.example",
        governors_word="LCMs",
    ),
    SampleSchool(
        name="Thornbury Road Junior School",
        town="Larkhill",
        trust=TRUST,
        names=("Thornbury Road Junior School", "Thornbury Road Juniors"),
        must_not_include=(),
        document="larkhill_policy.txt",
        domain="thornbury-road.example",
    ),
    *(
        SampleSchool(
            name=name,
            town=town,
            trust=TRUST,
            names=(name,),
            must_not_include=(),
            document="larkhill_policy.txt",
            domain=domain,
        )
        for name, town, domain in (
            ("Brackenfold Primary School", "Brackenfold", "brackenfold.example"),
            ("Cinderford Lane Infant School", "Larkhill", "cinderford-lane.example"),
            ("Dappleshaw Junior School", "Dappleshaw", "dappleshaw.example"),
            ("Elderbourne Primary School", "Elderbourne", "elderbourne.example"),
            ("Gorsecombe Academy", "Gorsecombe", "gorsecombe.example"),
            ("Linnethurst Primary School", "Millbrook", "linnethurst.example"),
            ("Osiercroft School", "Osiercroft", "osiercroft.example"),
            ("Plovermere High School", "Larkhill", "plovermere.example"),
            ("Yarrowthwaite Primary School", "Yarrowthwaite", "yarrowthwaite.example"),
        )
    ),
)

# (the part of the address before the @, the person's role); names are given out below
PEOPLE: tuple[tuple[str, Role], ...] = (
    ("head", Role.HEADTEACHER),
    ("dsl", Role.DSL),
    ("deputy-dsl", Role.DEPUTY_DSL),
    ("office", Role.OFFICE),
    ("accounts", Role.SOCIAL_MEDIA_MANAGER),
    ("teacher", Role.TEACHER),
    ("governor", Role.GOVERNOR),
    ("chair", Role.CHAIR),
    ("dpo", Role.DATA_PROTECTION_OFFICER),
    ("operator", Role.OPERATOR),
)
NAMES: dict[str, tuple[str, ...]] = {
    "Oakfield Primary School": (
        "Honor Tealby",
        "Dilys Marchbank",
        "Ravi Penhallow",
        "Bess Quillfeather",
        "Rowan Ashdown",
        "Milo Farthingale",
        "Odette Brambleby",
        "Jonah Wexcombe",
        "Petra Lindqvale",
        "Sol Cartwright-Moss",
    ),
    "Larkhill Academy": (
        "Imran Holloway-Vane",
        "Greta Sandhurst-Pell",
        "Tam Underbridge",
        "Nell Copperwheat",
        "Fitz Arkwell",
        "Bryony Stallworth",
        "Cato Merrihew",
        "Wanda Osgathorpe",
        "Lev Tattersby",
        "Una Brackenthwaite",
    ),
}
TRUST_LEAD = "Safiya Thorncastle"
EVERYBODY_ELSEWHERE = ("head", "dsl", "office")  # the smaller schools of the trust
SMALL_SCHOOL_NAMES: dict[str, tuple[str, ...]] = {
    "Millbrook Infant School": ("Agnes Pomfretling", "Kofi Wetherlam", "Maisie Dunthorpe"),
    "Thornbury Road Junior School": ("Leif Harrowmere", "Priya Castlebury", "Gwil Rhosfair"),
    "Brackenfold Primary School": ("Ottoline Farrowby", "Jem Wickstead", "Sunita Marlbrook"),
    "Cinderford Lane Infant School": ("Hal Quennerford", "Bea Trowsdale", "Idris Fenmoor"),
    "Dappleshaw Junior School": ("Mirela Stanhaven", "Col Weatherby-Ash", "Tess Orchardine"),
    "Elderbourne Primary School": ("Ruben Saltmarsh", "Effie Thornleigh", "Dai Pellingham"),
    "Gorsecombe Academy": ("Nadia Bridgemere", "Ewan Coldridge", "Pia Lavenhurst"),
    "Linnethurst Primary School": ("Basil Hartsmoor", "Anouk Greystone-Lee", "Finn Wolverley"),
    "Osiercroft School": ("Thea Millerdale", "Kwame Ashgrove-Hill", "Lottie Brankholme"),
    "Plovermere High School": ("Gareth Silverlock", "Nour Easterby", "Mabel Crowhurst-Day"),
    "Yarrowthwaite Primary School": ("Sorcha Mossvale", "Theo Lanternwood", "Ines Farthinghoe"),
}
