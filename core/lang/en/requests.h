#pragma once

#include "lang/language.h"

/// English: asking for a person, a callback, or for no machine.
namespace handoff::english {

inline constexpr PhraseEntry kRequests[] = {
    {Slot::kWant, 0,
     "(i|we) (just|really|still|only|) (want|need|wanna|wish|demand|require|prefer); want to; "
     "need to; have to; wanna; (id|i would|we would|wed|would) (like|love|prefer|rather); "
     "(trying|try|tring|hoping|like) to; (can|could|may|might|should|shall) "
     "(i|we|you|u|someone|somebody|anyone|anybody); cani; canu; why (cant|can "
     "not|cannot|wont|dont) (i|you|u); (how|where) (can|do|could|would|should|may) (i|we); "
     "how to; (is it|would it be) possible; "
     "(let|help|give|get|gimme|find|send|bring|put|connect|transfer) me; lemme; gimme; "
     "please; pls; plz; pleas; want help; want assistance; need help; need assistance; i "
     "(insist|request|demand); looking (for|to); (cannot|cant|unable to|can not) "
     "(talk|speak|contact|reach|get); what (do|should) i; are you (able|going) to; "
     "(will|would) (you|u); must; rather; do to; time to"},
    {Slot::kGive, 0,
     "want; need; wanna; require; demand; prefer; "
     "(give|get|find|bring|send|fetch|gimme|show|assign|provide) me; gimme; (can|could|may) i "
     "(have|get|see); (can|could|will|would) (you|u) (please|) "
     "(get|send|bring|find|call|fetch|have); (id|would) (like|love|prefer|rather); looking "
     "for; (switch|change|transfer|move) (me|) to; let me have; please "
     "(send|get|find|call|bring|provide|assign|give); how (do|can) i (get|reach|find); put "
     "(on|me on with); i (request|choose|insist on); waiting for; bring (in|on)"},
    {Slot::kExists, 0,
     "(is|are) there; (do|does|dont) (you|u|ya|your company) have; isnt there; have you got; "
     "(can|could|will) (a|an|any|some); "
     "any (chance of|way to get|way to reach)"},
    {Slot::kContact, 0,
     "(talk|speak|chat|tlak|spek|speek|talk directly|speak directly|chat live) (to|with|w|t); "
     "(talking|speaking|chatting|chattin|talkin) (to|with|directly to|directly with); talkto; "
     "totalk (to|with); "
     "(connect|transfer|put|pass|hand|forward|switch|refer|route|redirect|patch|direct|send|"
     "move|link|get|escalate|connecting|transferring) me (on|over|back|through|in "
     "touch|across|directly|straight|now|please|up|) (to|with); put me (on|through) "
     "(to|with); (be|get|been) (connected|transferred|forwarded|put "
     "through|routed|redirected|passed) (through|over|) (to|with); (get|put|be|stay) (me|) "
     "(through|in touch|in contact|hold|ahold) (to|with|of); in (touch|contact) with; hear "
     "from; (reach|reaching) out to; (a|the|quick|phone|have) "
     "(chat|word|conversation|call|session|meeting|talk) with; contact; contacting; "
     "(help|assistance|support|answer|reply|response|advice) (from|by); escalate (this|it|my "
     "case|my issue|) to; (hand|pass|forward|transfer|escalate|route) (this|it|the "
     "conversation|a conversation|the chat|conversation|my case|my request|my message) "
     "(over|on|) to; (deal|dealing) with; (assisted|helped|served) by; talk to (a|an|the)"},
    {Slot::kRoute, 0,
     "reach; (transfer|forward|redirect|switch|escalate|connect|hand over|handover|move) "
     "(over|me|) (to|with); talk; speak; chat; took; page; summon; put (a|an|the); call "
     "(a|an|the|in|in a|your)"},
    {Slot::kTargetStrong, 0,
     "human; human being; human "
     "(support|help|assistance|agent|operator|service|handoff|handover|advisor|assistant|"
     "rep); (real|live|actual|proper|physical|living|breathing|genuine|competent) "
     "(person|human|agent|people|employee|someone|somebody|operator|representative|rep|"
     "support|advisor|adviser|guy|man|woman|humans|one|staff|technician|consultant|"
     "assistant); live (chat|help); (someone|somebody|anyone|anybody|person) "
     "(real|human|alive|who is human|who is real|who is not a bot|who isnt a bot|not a "
     "bot|with a brain|with a pulse); agent; operator; representative; rep; reps; "
     "(support|service|customer service|customer support|customer care|call center|call "
     "centre|helpdesk) "
     "(agent|person|rep|representative|specialist|staff|advisor|employee|executive|operator|"
     "consultant|people); (staff|team) member; member of (staff|your staff|the staff|your "
     "team|the team); manual customer service; flesh and blood; actual service"},
    {Slot::kTargetPerson, 0,
     "person; manager; supervisor; staff; employee; officer; specialist; consultant; advisor; "
     "adviser; technician; assistant; support engineer; (someone|somebody|anyone) else; "
     "another (person|human|agent|representative|operator|employee); team leader; team lead; "
     "(someone|somebody|person) (smarter|competent|in charge|responsible|senior|higher "
     "up|more qualified); salesperson; salesman; next person; boss; superior"},
    {Slot::kTargetWeak, 0,
     "someone; somebody; anyone; anybody; people; humans; agents; operators; representatives; "
     "employees; colleague; expert; professional; owner; founder; founders; director; ceo; "
     "engineer; developer; guy; lady; one of (you|your)"},
    {Slot::kDepartment, 65,
     "customer (service|support|care|services|relations|help); (support|service|technical "
     "support|tech support) (team|department|dept|desk|line); (speak|talk) to (support|sales)"},
    {Slot::kDepartment, 45,
     ""
     "(sales|billing|technical|tech|accounts|accounting|finance|complaints|complaint|returns|"
     "shipping|marketing|legal|it|warranty|claims|fraud|delivery|logistics|orders|refunds|"
     "payments|collections|dispatch|booking|reservations) "
     "(department|dept|team|staff|desk|guy|people|person|specialist|office|rep|representative|"
     "division); (tech|technical) support; sales; billing; support; help desk; helpdesk; your "
     "team; the team; management; head office; headquarters; accounting; the "
     "(right|relevant|other) (department|team); another department; your office; "
     "(sales|account) (manager|rep|representative|agent|person|guy|team)"},
    {Slot::kCallback, 90,
     "(call|ring|phone|ringing|calling) me (right|straight|) (back|up); give me a (quick|) "
     "(call|ring|buzz|callback|shout); (give|drop) us a (call|ring); "
     "(request|requesting|schedule|arrange|book|want|need|like|have|get) (a|the|) "
     "(callback|call back|phone call|telephone call|return call); "
     "(request|schedule|arrange|book|want|need|like|have) a (sales|support|quick|short|) "
     "call; callback; call back (please|request|requested); "
     "(someone|somebody|anyone|anybody|agent|person|representative|human|manager|operator|u|"
     "team) (to|can|could|please|) (call|phone|ring) me; (someone|somebody|anyone) "
     "(to|can|please|) (call|phone) us; you (to|please) (call|phone|ring) me; you call me "
     "(today|tomorrow|now|back|please|at|on|when|after|later); (have|ask) (your "
     "team|them|him|her) (to|) (call|phone|contact) me; (someone|agent|manager|human|person) "
     "(to|) contact us; (have|ask|get|let) (someone|somebody|an agent|a human) (to|) "
     "(contact|reach) me; (gimme|just give me) a call; phone (me|us) "
     "(please|back|at|on|when|tomorrow|today|later|now|asap); (call|phone|ring) us back; "
     "(someone|somebody|anyone|an agent|agent|team|human|person|manager) "
     "(to|can|could|please|) (contact|reach|get back to) me; (contact|reach|text) me (back|by "
     "phone|on my phone|on my mobile|via phone|on whatsapp|at|on); get back to me by "
     "(phone|telephone|call); (speak|talk|reached|contacted|called) (over|on|by|via) the "
     "phone; (my|here is my) (phone|number|mobile) so you can call; (can|could|will|would) "
     "(you|u) (please|) (call|phone|ring) (us|me back|me at|me on|me please|me today|me "
     "now|me tomorrow|me later); request call; need the call"},
    {Slot::kCallMe, 0, "(call|ring|phone|telephone) me; (call|ring|phone) us"},
    {Slot::kCallTail, 0,
     "back; at; on; when; when*; tomorrow; today; tonight; later; now; asap; please; pls; "
     "plz; about; regarding; in; after; before; between; this; next; as; if; once; right; "
     "immediately; urgently; directly; from; instead; and; or; to; for; first; soon; monday; "
     "tuesday; wednesday; thursday; friday; saturday; sunday; morning; anytime; thanks; so; "
     "because"},
    {Slot::kBot, 0,
     "bot; bots; robot; robots; robo; chatbot; chatbots; chat bot; (an|the|this|your|to|with) "
     "ai; ai (bot|chat|assistant|agent|robot); virtual assistant; automated "
     "(system|response*|answer*|message*|repl*|assistant|thing); auto "
     "(reply|replies|response); artificial intelligence; canned (answers|responses|replies); "
     "chatgpt"},
    {Slot::kMachine, 0,
     "machine; computer; recording; algorithm; wall; program; script; software; automat*; "
     "machines"},
    {Slot::kRefuse, 0,
     "stop; hate; (sick|tired) of; fed up with; enough (of|with); no more; rather than; "
     "instead of; (cant|cannot) stand; refuse to; not another; (dont|do not) "
     "(like|trust|wanna|care for|speak to|talk to); anything but; not to; get rid of; done "
     "with; not talking to; (skip|bypass)"},
    {Slot::kRefusal, 85,
     "(no|not|non) (bot|bots|robot|robots|chatbot|chatbots|ai|machines); (human|person|agent) "
     "not (a|the|) (bot|robot|machine|ai|computer|chatbot); (dont|do not) want "
     "(a|an|the|this|your|) (bot|robot|machine|chatbot|computer|ai|automated answers); stop "
     "(this|the|) bot; (turn|switch) (off|the) (the|) (bot|robot|ai); (shut|kill) "
     "(the|this|up) (bot|robot)"},
    {Slot::kRefusal, 60,
     "(talking|speaking|chatting) (to|with) a (bot|robot|machine|computer|chatbot); "
     "(bots|robots|machines|chatbots) (cant|cannot|dont|never) "
     "(help|useless|solve|understand|stupid|annoying)"},
};

}  // namespace handoff::english
