"""People, places, things and papers."""

WORDS = {
    "pupil": "pupil",
    "formerpupil": """
        pupil leaves; after a pupil leaves; pupil ... leaves the school; after leaving the
        school; pupil leave; formerpupil; past pupil; former; leavers; school leavers;
        past or present; present or past; has left; have left; had left; left school; left
        us; left the school; leaves us; leaves the school; leave the school; no longer a
        pupil; no longer at the school; after ... left; who left; moved on; on leaving;
        after leaving
    """,
    "until_age": """
        until they turn; until they are; until you are; until he or she; until the age of;
        until ... 18; until ... 19; until ... 21; under the age of 18; under 18; below 18;
        under the age of eighteen
    """,
    "staff": """
        staff; adults; adult; employee; headteacher; dsl; deputyhead; slt; housemaster;
        housemistress; tutor; tutors; anyone on the payroll; our team; the team; grown
        ups; professionals; none of us; any of us; one of us
    """,
    "governor": "governor",
    "volunteer": "volunteer",
    "contractor": "contractor",
    "parent": "at home; parent; mother; father; mums; dads; grandparent; grandparents",
    "you": "you; your; yours",
    "head": "headteacher; headmaster; deputyhead; slt",
    "headteacher": "headteacher",
    "dsl": "dsl; deputydsl",
    "office": """
        office; reception; front desk; school secretary; secretary; the school by
        telephone; admin team; administrator; administrators
    """,
    "line_manager": """
        line manager; your manager; their manager; whoever manages you; manager;
        supervisor; team leader
    """,
    "school": """
        school; schools; academy; college; nursery; trust; federation; we; us; our;
        centre; setting; headteacher; slt; office; dsl; deputyhead; communications team;
        communications officer; marketing; director; manager; officer; lead; governor;
        business manager; team
    """,
    "us": """
        us; we; our; the school; school; academy; nursery; college; trust; headteacher;
        federation; centre; the setting
    """,
    "the_school": "school; academy; college; nursery; federation; schools; our work; the setting",
    "trust": "trust; federation trust; academy trust",
    "local_authority": "local authority; the authority",
    "diocese": "diocese",
    "colleagues": """
        staff; colleagues; each other; one another; workmates; fellow workers; job; work;
        working day; workplace; school life; school matters; school business
    """,
    "everybody": """
        nobody; no one; everyone; everybody; anyone; anybody; all members; whole
        community; member of the community; no member; members of the community; none of
        us; person
    """,
    "police": "police",
    "posh": """
        posh; helpline for professionals; helpline for schools; helpline for staff with
        pupil; professionals helpline; online safety helpline; helpline for staff;
        helpline for people who work
    """,
    "helpline": "helpline; helplines",
    "prevent": "prevent duty; prevent strategy; prevent; counter terrorism",
    "host": """
        platform; platforms; host; hosts; hosted; provider; service provider; site; sites;
        website; social media company; company; companies; app; apps; operator; network;
        networks; facebook; instagram; tiktok; snapchat; whatsapp; reporting tools;
        reporting tool; reporting button; page administrator; group administrator;
        administrator of the group; service; moderators; whoever runs
    """,
    "outsider": """
        third party; third parties; outside the school; outside our school; from outside;
        outsider; outsiders; stranger; strangers; unknown; anonymous; anonymously; not
        known; do not know; does not know; can not tell; can not be traced; can not be
        found; can not be identified; not part of; no connection; unconnected; not
        connected; member of the public; somebody else; someone else; external; nobody
        knows; not traceable; untraceable; no link; not a member; who wrote it; who posted
        it; persons; does not belong to; beyond our community; outside the community;
        outside our community; no relationship; not one of us; fake account; unidentified;
        not ours
    """,
    "refusal": """
        not delete; does not comply; do not comply; refuse~; not removed; does not happen;
        do not; does not; is not done; choose~ not; if not; ignored; still there; has not;
        fails; fail; will not; not obtained; not forthcoming; no answer; stays up;
        unwilling
    """,
    "friendship": """
        friend; friends; friended; befriend~; friendship; friendships; connected with;
        connected to; be connected; is connected; are connected; connect~ with; connect~
        to; connecting; connection; connections; link~ with; linked to; linked; contacts;
        a contact; or contact; as contact; social media contact; buddy; buddies; add~;
        added; followers or friends; mutual; accept~ ... request; accept~ ... requests; on
        your list; in contact on; online relationship; online relationships; social media
        relationships; accept them; accept you
    """,
    "request": """
        friend request; friend requests; request; requests; if a pupil asks; if pupil ask;
        invitation; invitations; ask~ to be friends; ask to follow; asks to follow; asked
        to follow; asked to be friends; ask ... as a friend; agree~ to be friends; tr~ to
        connect; asks to connect; asked to connect; ask to connect; invitations to
        connect; approach; approaches; approached; request ... contact; agree to be
        friends; offer of friendship; offers of friendship
    """,
    "messaging": """
        message~; messages; messaging; dm~; dms; direct message; direct messages; chat~
        with; chats with; communicat~; communicate~; communication; correspond~;
        correspondence; in touch; write to; writes to; writing to; contact pupil; contact
        a pupil; contact them; contact any pupil; contact with pupil; have contact with;
        any contact with; talk~ to ... online; answer one; reply to; replies to; respond
        to; text~; interact~; exchange~ messages; private conversation; private
        conversations; converse~; chat; contact via; contact through; contact by; make
        contact; private contact; contact on social media
    """,
    "following": "follow; follows; following; followed; follower; followers; subscribe~ to",
    "attempt": """
        attempt; attempts; attempted; attempting; tries to; try to; tried to; trying to;
        makes contact; makes such; made such; make contact; request; requests; requested;
        contacts; contacted; messages; messaged; approaches; approached; asks; ask; asked;
        gets in touch; adds; friend request; friend requests; invitation; follows; has
        broken; breaks this; has broken this; breach of this; sends; receives; reaches
        out; reach out; initiates; has been in contact; in contact with; such contact;
        contact by; contact from; comes from; approach; connects; behaving; behaves
    """,
    "parent_group": """
        whatsapp group; whatsapp groups; class whatsapp; chat group; chat groups; group
        chat; group chats; class group; class groups; parent group; parent groups;
        messaging group; messaging groups; facebook group; facebook groups; class chat;
        class chats; parent chat; parent chats; parent whatsapp; year group chat; class
        group chat; groups that parent; groups which parent; groups run by parent; group;
        groups; such groups; these groups; those groups; community group
    """,
    "complaint": """
        bothering; bothers; troubling; something is wrong; put out; concern; concerns;
        concerned; complain~; complaint; complaints; worry; worries; worried; worrying;
        unhappy; not happy; grievance; grievances; dissatisfied; dissatisfaction; cross;
        angry; upset with; issue; issues; problem; problems; bothering you; bothers you;
        disagree~; disagreement; fed up; displeased; gone wrong; not right; something
        wrong; anxious; trouble; troubled; moan~; grumble~; air; airing; vent~;
        difficulty; difficulties; unsatisfied; matter
    """,
    "own_account": """
        own account; own accounts; personal account; personal accounts; personal profile;
        profile; profiles; account; accounts
    """,
    "settings": """
        can not be seen; not be seen; account|accounts|profile|profiles ...
        private|hidden|locked|closed; privacy settings; security settings; settings;
        privacy setting; setting; level of privacy; privacy; privacy controls; security;
        set to private; accounts private; account private; on private; as private;
        profiles private; lock~; locked down; locked up; who can see; visible to; can see;
        hidden from; kept private; closed to
    """,
    "device": """
        own phone; own phones; own telephone; own telephones; personal phone; personal
        phones; personal telephone; personal telephones; own mobile; own mobiles; personal
        mobile; personal mobiles; own device; own devices; personal device; personal
        devices; own camera; own cameras; personal camera; personal cameras; own
        equipment; personal equipment; own tablet; own tablets; personal tablet; own
        smartphone; own phone or camera; own phones or tablets; personal mobile phone;
        personal mobile phones; own mobile phone; own mobile phones; private phone;
        private phones; private mobile; personally owned; own numbers; personal number;
        personal numbers; personal mobile telephone; their phone; your phone; smart
        watches; in their phone
    """,
    "school_device": """
        cameras belonging to the school; camera belonging to the school; belongs to the
        school; belong to the school; cameras belonging; school device; school devices;
        school equipment; school camera; school cameras; school tablet; school tablets;
        school phone; school phones; school mobile; academy devices; academy equipment;
        nursery cameras; nursery tablets; nursery camera; college equipment; trust
        equipment; trust devices; equipment belonging to the school; school owned; owned
        by the school; provided by the school; school ipad; school ipads; school issued;
        school provided; college devices; academy phone; academy camera; a work phone;
        work phone; work devices; equipment that belongs to the school; devices that
        belong to the school
    """,
    "picture": "photo; video; recording; livestream; shown in",
    "event": """
        event; events; school events; performance; performances; sports day; assembly;
        assemblies; concert; concerts; play; plays; nativity; mass; shows; show; school
        shows; production; productions; fixture; fixtures; match; matches; trip; trips;
        picnic; fair; fete; celebration; celebrations; eisteddfod; school functions;
        function; carol service; prize giving; open day; speech day; harvest festival;
        fayre; disco; prom; leavers assembly
    """,
    "others": """
        other people; others; other pupil; another pupil; somebody else pupil; other
        parent pupil; other parent; others pupil; anyone else; anybody else; someone else;
        somebody else; not yours; not your own; other than their own; other than your own;
        people pupil; whose parent; more than your own; more than their own; other than;
        if other pupil
    """,
    "own_use": """
        own use; private use; personal use; own album; own pleasure; family album; parent
        album; in the parent; keep~ them; keep ... private; for yourself; for yourselves;
        for themselves; for their own; keep ... to yourselves; own enjoyment; own
        memories; own private; domestic use; keepsake
    """,
    "information": """
        other information; information about; personal information; personal details;
        details of; details about; anything else that tells; personal data; private
        information; identify~; anything else about; or information
    """,
    "consent": """
        ask~ ... before; without ... agreement; parent agreement; with ... agreement;
        permission; permissions; consent; consents; consented; agreed to it; have agreed;
        has agreed; must have agreed; agreement of; said yes; say yes; ask~ ... whether;
        ask~ you ... whether; say no; ask them first; ask first; ask whether; check~ with;
        asking them; asking first; approval of the person; authorisation; happy for; tick;
        tick box; without asking; given leave; consent list; have not agreed; has not
        agreed; ask before; asking before; asked before; ask the person; ask anyone; ask
        everybody; ask everyone
    """,
    "comment": """
        comment; comments; review; reviews; remark; remarks; feedback; praise; compliment;
        compliments; criticism; complaint; complaints; negative; positive; favourable;
        thanks; censure; critical; kind words; unkind words; complimentary; bouquets;
        brickbats
    """,
    "post_noun": """
        post; posts; posting; content; material; comment; comments; message; remark;
        remarks; anything; something; it; items; item; publication; words; what you write;
        photo; video; upload; matter; statement
    """,
    "aup": """
        aup; ict agreement; it agreement; computer agreement; internet agreement; digital
        agreement
    """,
    "behaviour_policy": """
        behaviour policy; behaviour and discipline policy; behaviour for learning policy;
        behaviour and rewards policy; behaviour and relationships policy; policy on
        behaviour; relationships and behaviour policy; pupil behaviour policy; positive
        behaviour policy; behaviour and anti bullying policy; behaviour, and anti bullying
        policies; rewards and sanctions policy; behaviour and sanctions policy; behaviour
        code; behaviour policies; behaviour ... policy
    """,
    "code": "code of conduct; staff code; code for staff; conduct code",
    "handbook": "handbook",
    "disciplinary": """
        disciplinary procedure; disciplinary procedures; disciplinary policy; disciplinary
        action; disciplinary process; disciplinary matter; disciplinary policies;
        disciplinary rules; disciplinary proceedings; disciplinary policy and procedure;
        disciplinary route; disciplinary
    """,
    "complaints_policy": """
        complaints procedure; complaints policy; complaint procedure; complaint policy;
        complaints process; formal complaint; formal complaints; complaints leaflet;
        policy on complaints; procedure for complaints; complaints and concerns policy;
        concerns and complaints policy; complaints route; formally complain; complain
        formally; concerns and complaints procedure; complaints page; complaints form
    """,
    "account_noun": """
        account; accounts; page; pages; channel; channels; feed; feeds; profile; presence;
        group; pages of our own; site
    """,
    "inbox": """
        messaging; direct messaging; conversations; private messages; message; messages;
        inbox; direct messages; comments; there; comment; enquiry; enquiries; questions;
        message button; dms; queries; these means; by these means; correspondence; them;
        those accounts; these accounts; these pages; the page
    """,
    "question": """
        want to know more; know more; find out more; need advice; wonder; question;
        questions; query; queries; unsure; not sure; in doubt; if in doubt; advice;
        guidance; puzzles you; any doubt; clarification; further information; more
        information; further help; who to ask; whom to ask; who can i ask; uncertain; not
        certain; not clear; unclear; help; contacts; something here puzzles; anything in
        this; does not understand; do not understand; ask about
    """,
    "inspectors": "inspector; inspectors; ofsted; estyn; inspectorate; hmi; inspection; isi",
}
