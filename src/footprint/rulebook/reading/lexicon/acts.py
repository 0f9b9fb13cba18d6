"""What people do, or must not do."""

WORDS = {
    "publish": """
        post~; publish~; share~; upload~; put~; write~; comment~; send~; say~; tweet~;
        appear~; goes online; go online; used; use; broadcast~; circulate~; forward~;
        display~; make public; place~; placed; online; film or photo; language; content;
        material; message~; chat; remark; remarks; speak~; posts; words; anything; what
        you write; endorse~; link~ to; repost~; like~; reveal~
    """,
    "put_online": """
        post~; publish~; share~; upload~; put~; appear~; goes online; go online; use~;
        used; place~; go on; goes on; display~; online; website; social media; broadcast~;
        make public
    """,
    "discuss": """
        out of your posts; out of posts; off social media; out of social media; off your
        accounts; off their accounts; out of your accounts; off the internet; discuss~;
        talk~ about; comment~ on; comment~ about; comments about; comments of any kind;
        comment upon; mention~; write~ about; write anything; writes about; refer~ to;
        say~ anything; say~ nothing; say~ about; post~ about; post~ anything; speak~ of;
        speak~ about; gossip~; remarks about; reference to; references to; name~;
        identify~; share ... about; publish~ anything; anything about; nothing about;
        nothing online; nothing of; out of their posts; out of it; make~ comments;
        complain~ about; moan~ about; criticise~; disclose~; air ... about; express~ views
        on; use social media to discuss; subject of; talk shop; chat about; put~ anything;
        bring work; keep work; leave work; leave school; never about; to talk about
        school; information about; views about; opinions about; opinions on
    """,
    "opine": """
        post; opinion; opinions; view; views; speak~; speaking; what they say; says; say;
        anything; nothing; comments; voice; write; express~; posts; posting; personal
        views; thoughts
    """,
    "attributed": """
        our own; my own; attribut~; attributed to; attributable to; represent~;
        represents; not those of; on behalf of; seen as; taken as; taken for; taken to be;
        look like; looks like; look as if; look as though; reflect~; their own; his own;
        her own; your own; yours; that of the individual; of the individual; personal
        ones; belongs to; belong to; speak for; speaks for; speaking for; as the view of;
        as those of; opinion of the; opinions of the; view of the; views of the; thought
        to be; mistaken for; presented as; associated with; comes from the school; come
        from the school; in the name of; as a representative of; official view; position
        of; suggests that; gives the impression; give the impression; implied; confused
        with; read as; understood as; understood to be; the view is; personal
    """,
    "join": """
        join~; joins; belong~ to; member of; members of; membership; take part; be in; are
        in; is in; be added to; participate~; added to; in them; stay out of; keep out of;
        stay~ out; keep~ out; out of them; part of; in any; leave~ ... groups; accept
        membership; take no part; has no part; is not in
    """,
    "monitor": """
        alert for; alerts for; monitor~; watch~; check~; review~; keep~ an eye; keep~
        track; keep~ a watch; keep~ watch; track~; look~ at; look~ through; look~ for;
        look~ out for; look~ every; search~; scan~; read~; aware of; listen~; alert~;
        alerting; find~ out; keep~ up with; know~ what; keep~ informed; follow~ what;
        note~; survey~; set up alerts; google alert; google alerts; pick~ up; see what;
        sees what; notice~; observe~
    """,
    "said_of_us": """
        school name; academy name; college name; nursery name; name of the academy; said
        about; written about; posted about; published about; write about; say about;
        saying about; writing about; said online; being said; mention of; mentions of; is
        mentioned; are mentioned; mentioned; reference to the; references to; comments
        about; comments on the; reviews of; reviews and comments; comments and reviews;
        reviews about; online reputation; our reputation; its reputation; school
        reputation; academy reputation; digital footprint; online presence; posts about;
        name of the school; our name; its name; its own name; talked about; spoken of;
        appears online about; people say; others say; say of us; feedback about; what
        appears about; comment about; coverage of; conversation about; conversations
        about; tagged in; written of us
    """,
    "answer": """
        answer~; repl~; reply~; replies; replied; respond~; response; responses;
        responding; acknowledge~; deal~ with; address~; thank~; get back to; react~
    """,
    "unanswered": """
        not seen; never hold conversations; not hold conversations; never look at; never
        looked at; never seen; no one looks; not answer; not answered; not reply; not
        replied; no reply; no replies; not respond; not monitored; not read; not looked;
        never answered; unanswered; unread; neither of us looks; nobody looks; nobody
        reads; nobody answers; no one reads; no one answers; not enter into; not dealt;
        not deal with; switched off; turned off; disabled; not use the inbox; not check;
        not checked; not find answers; not able to answer; can not answer; can not reply;
        not take; one way; do not use ... messages; broadcast only; not look at; not for
        conversation; not respond to; never reply; never read; never replied; not used for
        conversation; closed to messages; do not pick up; not picked up; no answer; not
        acted upon; not a means of contacting; not a way to reach; do not accept messages;
        not accept messages; does not accept messages; no messages; not open to messages;
        do not hold conversations; does not hold conversations; does not answer; do not
        answer; will not answer; will not reply; will not be answered; will not be read;
        are not answered
    """,
    "tell": """
        tell~; report~; reports; inform~; notify~; notified; notif~; let~ ... know; let~
        know; pass~ to; passed to; pass~ on to; refer~; referred; made aware; make aware;
        alert~; aware of; speak~ to; hear~ from; hear~ about; hear of; mention~ to; matter
        for; goes to; go to; raise~ with; raised with; discuss~ with; take~ to; brought
        to; bring~ to; record~; logged; log~; pass~ it; needs to know; need to know; must
        know; told of; disclose~ to; needs to be told; show~; let know; straight to; hand~
        over to; escalate~
    """,
    "ask": """
        ask~; request~; requests; require~; requires; required; tell~; expect~; instruct~;
        insist~; invite~; demand~; write to; contact~; ring~; get in touch; order~;
        direct~; call~ on; seek~; want~; approach~; speak~ to; encourage~; urge~
    """,
    "remove": """
        delete; withdraw~; withdrawn; gone; disappear~; come down; comes down; hide~;
        edit~; retract~; delete post; take it off; taken off; erase~; off the site; be
        gone; cleared; to be gone
    """,
    "report_host": """
        report~; flag~; notify~; contact~; ask~; complain~ to; raise ... with; use~ ...
        reporting; refer~; take~ it up; write to; request~; apply~ to; approach~; tell~
    """,
    "involve": """
        involve~; go~ to; contact~; inform~; report~; refer~; reported; referred; call~;
        pass~; ring~; rung; tell~; told; notify~; bring~ in; brought in; hear~ about;
        hand~; advice of; consult~; speak to; alert~; let ... know; matter for; made
        aware; seek~ ... advice; take~ to; asked for; asked; turn~ to; send~ for; be sent
        to; know; reach; go straight to; work with; liaise~ with; informed
    """,
    "sign": """
        sign~; signed; agree~ to; agreed to; accept~; acceptance; countersign~; agree;
        signs; signature; sign up to
    """,
    "teach": """
        teach; teaches; taught; lesson; lessons; learn~; curriculum; pshe; pshee; rse;
        assembly; assemblies; programme; computing; educate~; workshop; workshops;
        tutorial; tutorials; talks on; sessions; scheme of work; course; circle time; in
        class; syllabus; study; explore~; look at; personal development; form time;
        digital leaders; relationships education; theme week
    """,
    "talk": """
        talk~; ask your pupil; ask them; ask their pupil; ask pupil; ask which; ask what;
        ask who; ask how; ask about; asks pupil; asking their pupil; discuss~; speak~;
        chat~; conversation; conversations; take an interest; be curious; know~ which;
        know~ what; agree~ when; agree~ how; agree~ with; find out; show an interest; know
        who; sit~ down; keep talking; take interest; be interested; know how; go through
    """,
    "come": """
        contact~; speak~; talk~; come~; raise~; bring~; approach~; discuss~; ring;
        telephone; phone; call; in touch; see us; ask to see; take it up; tell us; tell~;
        appointment; let us know; go to; goes to; go first; in person; start~ with;
        address~ to; addressed to; email; write to us; write to the school; to us; pop in;
        make contact; take~ to; take~ them to; visit~; knock~; hear it from you; meet; sit
        down with; door is open; directed to; refer; voice~; express~ to; go; concerns to;
        worries to; complaints to; in touch with
    """,
    "allow_account": """
        say no to; encourage~; condone~; allow~; permit~; let; lets; letting; open~; set~
        up; set ... up; sign~ up; sign ... up; register~; enable~; join~; create~; give~;
        have; help~ ... join; provide~; buy~; hold an account; have an account; make~ an
        account; use
    """,
    "uphold": """
        uphold~; respect~; stick~ to; keep~ to; observe~; abide~ by; honour~; support~;
        check~; follow~; enforce~; stand by; comply~ with; hold to; back~; wait~; hold
        off; bear in mind; make sure; ensure; insist on; old enough
    """,
    "deal": """
        deal~; dealt; help~; support~; sort~ out; handle~; respond~; manage~; helping;
        fall out; falling out; fallings out; quarrel; quarrels; upset; upsets; arguments;
        difficulties; issues; problems; incidents; unhappiness; resolve~; trouble;
        mediate~; picking up the pieces; pick~ up; tackle~; spend ... time; friction;
        squabbles; disagreements; distress; hurt
    """,
    "have_account": """
        has; have; run; runs; operate~; keep; keeps; maintain~; use; uses; publish~;
        manage~; is on; are on; find us; own; owns; post~; share~; account; can be found
        on; there is; there are; we are also on; looks after; looked after; social media
        account; communicates; belongs to the school; belong to the school
    """,
    "approve": """
        approve~; approved; approval; agree~; agreed; agreement; permission; permit~;
        authorise~; authorised; consent; allow~; allowed; discuss~; decide~; declare~;
        tell~; told; inform~; confirm~; confirmed; grant~; notify~; say yes; said yes;
        disclose~; disclosed; sanction~; note~; record~; recorded; clear~ with; dispense~;
        waive~; exempt~; know~; speak~ to; leave of; let ... know; registered with; in
        writing; mention~; put in writing; raise~ with; make known; made known
    """,
    "sanction": """
        breach; breaches; break~; broke; broken; fail~; failure; deal~ with; dealt;
        misuse; sanction~; consequences; disciplinary; discipline~; investigate~; handled;
        handle~; considered; treated; answer~ for; subject to; lead~ to; result~ in;
        liable; proceed~; action; under; apply; applies; applied; used; what happens;
        misconduct; ignore~; contravene~; not keep; does not keep; do not keep; not do
        these; goes against; not followed; not follow; non compliance; poor behaviour; not
        observe; managed; addressed; looked at; taken up; in line with; according to; set
        out; in accordance with; comes under; come under; falls under; fall under; a
        matter for
    """,
    "only": """
        only; solely; nobody else; no one else; nobody except; no one except; nobody but;
        none but; alone; restricted to; limited to; confined to; reserved for; the only;
        exclusively; no other; not without the approval; without his approval; without her
        approval; without their approval; must be approved by; approves; approved by; has
        to approve; authorised; who posts; who may post; who can post; given access;
        permission to post; may post; can post; allowed to post; sole; trusted to
    """,
    "take_picture": "photo; video; take; taken; taking; shoot~; photo pupil; record~",
}
