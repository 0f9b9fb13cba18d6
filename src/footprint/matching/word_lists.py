"""
Word lists for telling the name of a school from the name of a person.

The first names are those common in the United Kingdom, without accents. The list is short on
purpose: it is there to notice "Emma Poole" as a person, not to know every name. Plants and
places that schools are called after (Hazel, Holly, Rose, Willow) are left out.
"""


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


# A term with one of these speaks of a school, so a first name in it is part of the school's.
SCHOOL_WORDS = _listed(
    """
    school schools academy academies primary secondary infant infants junior juniors nursery
    college high grammar prep preparatory preschool kindergarten sixth federation trust mat
    pta ptfa ysgol gynradd uwchradd campus cofe catholic first middle comprehensive centre
    unit foundation utc pru education cp ce rc lycee
    """
)

# Words that every school shares: a term of nothing else would bring in the whole country.
COMMON_WORDS = SCHOOL_WORDS | _listed(
    """
    a an and at by for from in is it my of on or our the their to with your you all new old
    church england c e ce rc st head heads headteacher headmaster headmistress teacher
    teachers teaching staff pupil pupils parent parents child children kids class classes
    year years day uniform lunch lunches exam exams results ofsted governor governors gate
    gates news local village council community education uk wales scotland
    facebook instagram twitter tiktok youtube mumsnet reddit snapchat whatsapp google www
    http https com co org net sch gov special lower upper
    """
)

# After a first name these make a place: "Florence Road".
PLACE_WORDS = _listed(
    """
    road street avenue drive crescent terrace gardens park house hall square estate village
    town church chapel centre library
    """
)

# Before a name these make a person, in a school's own name too.
PLAIN_TITLES = _listed(
    """
    mr mrs miss ms mx
    """
)

# Schools are called after a Sir or a Dr; elsewhere these make a person as well.
TITLES = PLAIN_TITLES | _listed(
    """
    dr prof professor sir madam dame rev revd reverend fr father sister
    """
)

# After one of these a first name is a saint's or a king's.
HOLY_OR_ROYAL = _listed(
    """
    st our lady king queen prince princess bishop archbishop cardinal pope blessed lord
    """
)

# First names.
GIVEN_NAMES = _listed(
    """
    aaron abbie abby abdul abdullah abigail adam adrian agnieszka ahmed aidan aisha alan
    albert alex alexander alexandra alfie ali alice alison allison amanda amara amber amelia
    amelie amina amir amy andrea andrew angela angus anna annabel anne annie anthony antonia
    archie arthur asha ashley asif ava ayesha barbara barry beatrice becky ben benjamin
    bernard beth bethan bethany beverley billy bradley brandon brenda brian bronwen bruce
    callum cameron carl carol caroline carolyn catherine cathy ceri charles charlie
    charlotte chelsea cheryl chloe chris christina christine christopher claire clare colin
    connor craig daniel danielle darren dave david dawn dean debbie deborah denise dennis
    derek diana diane dominic donald donna dorothy douglas duncan dylan edward eileen elaine
    eleanor elena elijah elizabeth ella ellen ellie elliot elsie emily emma emmanuel eric
    erin ethan eva evan eve evelyn evie faisal fatima felix fiona florence frances francesca
    francis frank fred freddie freya gareth gary gavin gemma geoffrey george georgia
    georgina geraint gerald gillian glen glenn gordon grace graham greg gregory gwen hamza
    hannah harriet harry hassan heidi helen helena henry hilary hugh hugo hussain ian
    ibrahim imogen imran irene iris isaac isabel isabella isla ismail jack jackie jacob
    jacqueline jade jake james jamie jan jane janet janice jason javed jayden jean jeff
    jeffrey jennifer jenny jeremy jess jessica jill jim joan joanna joanne joe joel john
    jonathan jordan joseph josephine josh joshua joyce judith julia julian julie june justin
    kaitlyn karen karl kate katherine kathleen kathryn katie kayleigh keith kelly ken
    kenneth kevin khadija kieran kim kimberley kirsty krzysztof kyle lara laura lauren leah
    lee leo leon leonard lesley lewis liam lily linda lisa logan lola lorraine louis louise
    lucas lucy luke lydia lynn lynne maddie madeleine maisie malcolm malik marcus margaret
    maria marian marie marion mark martha martin mary maryam mason matilda matt matthew
    maureen max megan mehmet melanie melissa mia michael michelle miguel mike millie mohamed
    mohammad mohammed molly morgan muhammad musa nadia naomi natalie natasha nathan neil
    niamh nicholas nick nicola nicole nigel noah noor norman oliver olivia omar oscar owen
    paige pamela patricia patrick paul paula pauline penelope penny peter philip phoebe
    phyllis piotr poppy priya rachel raj ralph raymond rebecca reece rhiannon rhys richard
    riley rita robert robin roger ronald rory rosemary rosie ross roy ruby russell ruth ryan
    sabrina sally sam samantha samira samuel sandra sara sarah scarlett scott sean sebastian
    sharon shaun sheila shirley sian sienna simon siobhan sofia sonia sophia sophie stacey
    stanley stella stephanie stephen steve steven stewart stuart sue susan suzanne
    sylvia tahir tamara tanya tara tariq terence teresa terry thea theo theodore theresa
    thomas tim timothy tina toby tom tomasz tony tracey tracy trevor tyler usman valerie
    vanessa vera veronica vicky victor victoria vincent violet vivien walter wayne wendy
    william yasmin yusuf yvonne zac zachary zahra zainab zara zoe
    """
)
