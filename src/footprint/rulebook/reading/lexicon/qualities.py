"""How, how often, what sort: words that decide a value."""

WORDS = {
    "strict": """
        can not be seen; not be seen; only people they know; strict; strictest; strictly;
        strong; strongest; high; higher; highest; tight; tighter; tightest; tightly;
        maximum; robust; private; secure; restrictive; lock~; locked; stringent;
        restricted; friends only; only friends; only their friends; fullest; safest;
        nothing; closed; most careful; toughest; most cautious; limit~; limited; as far
        as; as they go; as they will go; not be visible; hidden; not visible; non public;
        nobody except; strangers; only people you know
    """,
    "fair": """
        fair; fairly; fairness; responsible; responsibly; calm; calmly; courteous;
        courteously; courtesy; polite; politely; measured; professional; professionally;
        even handed; proportionate; balanced; respectful; respectfully; constructive;
        constructively; civil; civilly; brief and civil; honest; honestly; openly;
        factual; good humour; with care; promptly and politely; same way; as readily; just
        as; considered; temperate; dignified; in good faith; impartial; gracious;
        graciously; kindly; thoughtful; thoughtfully
    """,
    "in_private": """
        contact the office; contact office; with the office; directly; direct; in private;
        privately; in person; face to face; in confidence; confidentially; straight to;
        with us; with the school; to the school; to us; to the staff; with the staff; to
        their pupil staff; to your pupil staff; pupil staff; your pupil staff; to staff;
        with staff; to the headteacher; with the headteacher; form tutor; head of year;
        tutor; pupil key person; key person; key worker; to the office; by telephone; come
        in; by phone; to see us; see the headteacher; housemaster; come to us;
        appointment; talk to us; speak to us; contact us; tell us; quiet room; pupil
        progress tutor; us first; here first; to see the; a conversation with; to your
        pupil; with your pupil staff; speak to the school; in touch with us; in touch with
        the school; door is open; to us first; contact the school; phone the school; ring
        the school; email the school; telephone the school; meet the; meeting with
    """,
    "not_public": """
        not on social media; rather than; instead of; before; not facebook; not online;
        never online; not post; not write; never to
    """,
    "young": """
        under 13; under 13s; below 13; under the age; below the age; underage; under age;
        not suitable; too young; younger; not old enough; old enough; minimum age; age
        limit; age limits; age rating; age restriction; age restrictions; age ratings;
        that age; this age; before that; before they are; early; 13; such an account; such
        accounts; such apps; these apps; minimum ages; before their time; years too soon;
        before the age; of an age; before it is time; are not yet; not yet; my pupil is;
        until they are; reach the age; reached the age; young for
    """,
    "regularly": """
        regularly; often; frequently; increasingly; routinely; commonly; many times;
        regular; every week; each week; every term; each term; every month; most weeks;
        time and again; repeatedly; again and again; every half term; each half term;
        weekly; a good deal of; constantly; all the time; week after week; every year;
        more and more; most terms; most days; continually
    """,
    "sometimes": """
        sometimes; occasionally; from time to time; on occasion; on occasions; now and
        then; every so often; once in a while; at times; now and again; there are times; a
        few times; once or twice; occasional
    """,
    "implied": """
        balance; reality; recognise~; acknowledge~; aware that; know that; know perfectly
        well; accept that; realise~; understand that; realistic; we know; we see; find
        ourselves
    """,
    "family_tie": """
        family; relative; relatives; related; relation; relations; sibling; siblings; mum;
        son; daughter; niece; nephew; aunt; uncle; cousin; cousins; brother; brothers;
        sister; sisters; godparent; grandparent; grandparents; family life; parent who
        teaches; staff who is a parent; parent works here; parent works; next of kin; kin;
        near relations; close relations; own pupil; own relatives; family links; family
        link; is a parent of; married to; partner; same family; family member; pupil of
        their own; whose own pupil
    """,
    "exception": """
        exception; exceptions; exempt; exempted; exemption; exemptions; pre existing;
        existing; related; relative; relatives; relations; family tie; family life; family
        link; family links; dispensation; dispense; dispensed; special case; unless;
        except; does not apply; need not apply; not apply; other than; save; apart from;
        allowance; waive; waived; where a staff is; already friends; already know; knew
        each other; own pupil; own relatives; family; niece; nephew; godparent;
        grandparent; is a parent; who is a parent; works here; related to a pupil; near
        relations; same family; also the parent; same place of worship; same club;
        brother; sister; cousin; aunt; uncle
    """,
    "on_entry": """
        when staff start; when staff join; when staff starts; when staff joins; when pupil
        start; when pupil starts; when pupil join; when pupil joins; when pupil joined; at
        the start; take up your post; take up a post; taking up your post; on entry; point
        of entry; appointed; time of joining; upon entry; joins; joined; on joining; on
        appointment; upon appointment; time of appointment; induction; is admitted;
        admission; admitted; starts; start at; when they start; when you start; when
        starting; enrol~; enrolment; on arrival; begin work; begins work; commencement;
        take up post; taking up post; take up their post; offer of employment; when you
        join; when they join; when they begin; when he begins; before starting; on
        starting; upon joining; at the start of employment; arrives; arrival; new to the
        school; when they arrive; takes up; first day; as soon as they join; at the
        outset; before they start; when appointed; joining
    """,
    "yearly": """
        every year; annually; each year; yearly; annual; each september; every september;
        every autumn; each autumn; once a year; start of each year; start of every year;
        start of the year; each academic year; every academic year; start of each school
        year
    """,
    "equal": """
        as much as; no differently; no different; just as; appl~; applies; apply; cover~;
        covers; covered; covering; count~; counts; goes for; include~; includes;
        including; both; whether; does not matter; extend~; wherever; no difference;
        equally; hold~ good; same way; same manner; no matter; regardless; alike; as well
        as; the same; no defence; no excuse; makes no; just as much; no exception; even
        in; even if; too; or in a; or in private; is not an excuse; not an excuse; however
    """,
    "private_place": """
        private; privately; closed group; closed groups; closed; chats; group chat; group
        chats; whatsapp group; whatsapp groups; messaging group; messaging groups; direct
        message; direct messages; anonymous; behind settings; restricted; disappearing;
        private group; private groups; private message; among friends; locked
    """,
    "public_place": """
        public; publicly; open page; open pages; open to all; openly; open; by all; seen
        by everyone; anyone to see; on a page; everyone can see; anyone can see
    """,
    "negated": """
        not; never; nothing; nobody; no one; no; none; neither; nor; without; avoid~;
        refrain~; forbidden; prohibited; unacceptable; discourage~; rather than; instead
        of; decline~; zero tolerance; must not; may not; cease; banned; ruled out;
        tolerate~; out of; have no place; has no place; stop~; keep~ from; leave out
    """,
    "carries_on": """
        continue; continue to apply; continue to hold; same caution; same care; is owed
        to; the same holds; holds; hold; applies until; extends to; remains; also applies;
        applies also; applies equally; applies to; continues; still applies; same goes
        for; same applies; same is true; holds for; holds good for; same rule; this rule;
        treated as pupil; treated in the same; treated like; treated as if; go on; goes
        on; lasts; last until; equally to; as for; includes; include; including; the rule;
        counts as; counted as; for this purpose
    """,
    "unless_general": "general; routine; simple; straightforward; ordinary; everyday; factual",
    "unofficial": """
        not to us; belong to the parent; belongs to the parent; belong to parent; belongs
        to parent; not ours; not official; unofficial; not run; not set up; not endorsed;
        not managed; not monitored; not moderated; not controlled; no responsibility; not
        responsible; no control; independent of; nothing to do with; set up by parent; run
        by parent; created by parent; started by parent; organised by parent; parent run;
        is theirs; are theirs; not to the school; not belong to the school; not belong to
        us; does not run; do not run; school does not; neither runs; neither run; nor
        monitors; not a school; not school groups; not the school; yours and not; yours
        not ours; not part of the school; private to parent; are private; not
        administered; parent form; parent set up; parent have set up; parent create;
        parent own; takes no part; outside our control; outside the school; not overseen;
        not supervised
    """,
    "official_channel": """
        official; officially; main; preferred; approved; primary; normal; proper; usual;
        sole; only; takes place by; by school email; by college email; by email; through
        email; only way; how we; the way; always by; first choice; principal means;
        recognised
    """,
    "overshare": """
        share so much; give too much; oversharing; overshare; over share; over sharing;
        share too much; shares too much; sharing too much; inappropriate sharing; more
        than they should; too much of their; too much about; too much of your; too much
        personal; excessive personal; careful about what they share; careful what they
        share; careful about what they post; careful what they post; think before they
        post; share more than; share less; giving too much; give too much away; giving
        away too much
    """,
    "only_school": """
        not your own; not their own; not our own; never our own; never their own; never
        your own; nothing else; alone; none but; only; solely; exclusively; always;
        nothing but; instead; use the
    """,
    "confidential": "confidential; confidentiality",
    "school_matters": """
        to pupil; to parent; with parent; school business; school matters; for work; for
        school; work purposes; school purposes; contact parent; ring parent; telephone
        parent; contact pupil; in the presence of; with pupil; around pupil; where there
        are pupil; teaching; lessons; work; communicate with; in classrooms; professional
        purposes; school use; exchanged; given to; in rooms
    """,
    "directs": """
        use; used; follow~; through; under; appl~; applies; apply; can make; explain~;
        via; taken; next step; set out; sets out; refer; invoke; make; make use of; open
        to; using; raised; available; by; in our; is on; are in; stages; details; see;
        there is; is there; tells you; says; after that; if; then; turn to; still; not
        satisfied; not resolved; put it in writing; write to; takes over; comes next;
        reviewed
    """,
    "listing": """
        read with; read alongside; read in conjunction; linked; related policies; other
        policies; in conjunction with; does not replace; not part of; alongside; staff
        grievance; see also
    """,
    "online_place": """
        online; social media; internet; web; facebook; mumsnet; google; parent view;
        website; footprint; instagram; reviews; page
    """,
    "see": "see; sees; look~ at; look; search; find; read; check; judge; view; consult; look up",
    "communication": """
        communicat~; communication; communicate; channel; correspond~; correspondence;
        means; way; write; contact; route; messages
    """,
    "email": "email",
    "instead": "instead; please; should; are asked to; use; write; telephone; phone; ring; email",
    "official_place": "our behalf; behalf of the school; school behalf; in the name of the school",
    "social": "social media; online; apps; app; platform; platforms; services; sites; networks",
    "online_behaviour": """
        kindness online; being kind; courtesy online; respect online; online behaviour;
        behaviour online; behaviour on; behave online; behaving online; conduct
        themselves; behave well online; how to behave; how people behave; behave on;
        behaviour in social media; digital citizen; digital citizens; digital citizenship;
        conduct on social media; conduct online; good manners online; act online; treat
        others online; treat each other online; treat one another online; kind online;
        respectful online; use social media responsibly; use social media well;
        responsible use; respectful use; behave towards; behave in; online conduct;
        digital behaviour; netiquette; use social media kindly; use social media safely
        and; use it well; responsible online; considerate online
    """,
    "good_friend": """
        friendship online; good friend; good friends; kind friend; friend online; be kind
        online; online friendship; online friendships; healthy friendships; friendships
        online; friendly online; friend on a screen; healthy relationships online; good
        friendship
    """,
    "report_it": """
        tell~ an adult; tell~ a trusted; tell~ somebody; tell~ someone; speak~ up;
        report~; reporting; reports; get help; seek help; tell someone; whom to tell; who
        to tell; tell an adult; tell a trusted adult; speak up; what to do; ask for help;
        block and report; go for help; how to get help; to tell; raise the alarm; turn to
    """,
    "of_bullying": "bullying; bullied; cyberbullying; bully; bullies; online bullying",
    "of_misuse": "misuse; misused; misusing",
    "of_intimidation": "intimidation; intimidate; intimidated; intimidating",
    "of_abuse": "abuse; abusive; abused",
    "about_apps": """
        apps; which platforms; what platforms; which sites; what they use; games; sites;
        what they are playing; playing; what they play; what they do online; which
        accounts; what they are on; app; which services; platforms; where they go online;
        what they watch; what they like
    """,
    "about_with_whom": """
        with whom; who they talk; who with; people they meet; who they play; who they
        meet; who they chat; whom they; who they are; who they speak; people they talk;
        who is on the other end; who they know; who else; who they message; who their; to
        whom; people they; friends they make; who they follow; whom their; who is there;
        whom pupil; who pupil; company they keep; whom
    """,
    "about_how_long": """
        how long; how much time; time limits; screen time; long for; hours they; for how
        long; time they spend; time spent; time limit; amount of time; hours; how many
        hours; limits on time
    """,
    "about_when": """
        when phones; at what time; at what times; what time; time of day; when they use;
        when they go; when they play; bedtime; at night; when it goes off; when devices;
        when screens; times of day; and when; after bedtime; overnight
    """,
    "uphold_age": """
        uphold|respect|respects|observe|honour|support|follow|enforce ...
        age|ages|limit|limits|rating|ratings|restrictions; stick|keep|adhere to ...
        age|ages|limit|limits|rating|ratings; abide by ... age|ages|limits; uphold this;
        uphold ... age; respect ... age; stick to ... age; keep~ to ... age; observe ...
        age; abide by ... age; support ... age; check ... age; follow ... age; check ...
        old enough; wait until; hold off; respect ... limits; respect ... limit; keep to
        ... limits; stick to ... limits; support ... limits; observe ... limits; keep to
        the age; not before; enforce ... age; wait for; to wait
    """,
    "exempting": """
        exception; exceptions; exempt~; exemption; exemptions; dispensation;
        dispensations; dispense~; special case; waive~; allowance; waiver; waived
    """,
    "staff_word": "staff; employee",
    "keep_to_it": """
        sticking to them; stick to them; keep to them; keeping to them; respect them;
        uphold them; observe them; keep to this; uphold this; respect this; follow them;
        support this; abide by them; abide by this
    """,
    "them": "them; these; it; any",
    "conduct_noun": """
        conduct; behaviour; posts; content; language; what you write; what we write;
        material; comments
    """,
    "tag_word": """
        bullying; bullies; bully; harass; harasses; harassment; offensive; insulting;
        insults; insult; rude; aggressive; illegal; unlawful; abusive; abuse; disrepute;
        threatening; threatens; unkind; defamatory; obscene; cruel; hurtful;
        inappropriate; humiliates; through the mud; nasty; libellous; against the law
    """,
}
