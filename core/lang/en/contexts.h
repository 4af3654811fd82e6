#pragma once

#include "lang/language.h"

/// English: what takes a request back, and the small words around one.
namespace handoff::english {

inline constexpr PhraseEntry kContexts[] = {
    {Slot::kNegation, 0,
     "(do not|dont|dnt|didnt|did not|never|dont really|wouldnt|would not|wont) "
     "(want|need|wish|wanna|require|like|have|ask|asked|wanted|mean); no (need|desire|wish); do i "
     "(need|have) to; "
     "not (need|want|needed|wanted|looking|asking|interested); without; rather not; (dont|do "
     "not|never|please dont) "
     "(transfer|connect|send|call|put|pass|get|forward|escalate|contact|ring|phone|hand|bring|"
     "give); not (a|an|the); (no longer|not) (have to|want to|need to); anything but; stop "
     "calling; instead of; dont bother"},
    {Slot::kIdentity, 0,
     "(are|r|ar|is|were) (you|u|ya|this|it|that|he|she); (am|was) i "
     "(really|actually|currently|) (talking|speaking|chatting|talkin) (to|with); (im|i am) "
     "(talking|speaking|chatting) (to|with); (you|u) (are|r); youre; you sound like; you "
     "(a|an); you (bot|robot|human|real); who am i (talking|speaking|chatting) (to|with); "
     "(whether|if) (you are|youre|this is|i am|im); ok so you are; thought you were; "
     "pretend*; do i (talk|speak|chat) (to|with); is this; is that; is it"},
    {Slot::kPast, 0,
     "yesterday; last (week|month|year|night|time|monday|tuesday|wednesday|thursday|friday); "
     "(days|weeks|months|hours|minutes|day|week|month|hour|year) ago; earlier; previously; "
     "(i|we) (already|just|) (spoke|talked|chatted|did|had); (have|ive|has|had|having) "
     "(already|just|) (spoken|talked|been|contacted|chatted|reached); was "
     "(able|told|connected|transferred|allowed); used to; told (me|us); (wanted|managed|had) "
     "to; (i will|ill) (contact|call|reach); (said|promised) (he|she|they|someone|you) would; "
     "(spoke|talked|chatted|speaking|contacted) (to|with) your"},
    {Slot::kFeature, 1,
     "how (do i|can i|to|do we|can we|do you|could i) "
     "(add|invite|remove|delete|create|assign|set "
     "up|setup|configure|hire|become|register|edit|change|train|disable|enable|rename|use|"
     "install|integrate|build|make|reset|manage|update|list|block|rate|pay|replace|name|"
     "choose); "
     "(add|invite|remove|delete|create|hire|train|register|deactivate|edit|rename|promote|"
     "become|buy|build|develop|program|code) "
     "(a|an|new|another|more|the|my|our|some|extra|other); how "
     "(many|much|old|tall|big|often|long); (what|which) "
     "(is|are|does|do|did|kind|type|hours|time); whats (a|an|the|your); who "
     "(is|are|was|were|made|built|created); (price|prices|cost|costs|fee|fees) (of|for|per); "
     "per (agent|operator|seat|user|person|employee|head|month); job; jobs; career; careers; "
     "vacanc*; hiring; hire; hires; salary; salaries; apply; position; positions; resume; "
     "recruit*; interview; commission; internship; work as (a|an); working as (a|an); "
     "(difference|differences|distinguish) between; definition of; meaning of; documentation; "
     "where (is|are); license for; with permissions; room for; table for; tickets for; seat "
     "for"},
    {Slot::kFeature, 2,
     "(my|our) (customers|clients|users|visitors|employees|customer|client); what happens "
     "(if|when|after|once); (can|could|does|do|will|would) (your|the|this|a|our|my) "
     "(bot|chatbot|product|software|system|ai|platform|widget|plugin); (can|does|will) it; "
     "should i (contact|call|speak|talk); (customers|users|visitors|people|everyone) "
     "(to|can|could|who|want|wants|ask|asks|need); when (a|the) "
     "(customer|user|visitor|client|bot); (a|the) (customer|user|visitor|client) "
     "(wants|asks|can|needs); how does (the|a|your|human|live)"},
    {Slot::kMask, 0,
     "(travel|estate|real "
     "estate|insurance|letting|booking|shipping|secret|fbi|free|double|cleaning|bleaching|"
     "foaming|user|mail|sports|talent|chemical|forwarding|customs|ticket|transfer|relay|ai|"
     "virtual|listing|purchasing|special|undercover|field|ground|literary|press|patent|buying|"
     "monitoring|build|ssh|software|autonomous|intelligent|conversational|my|his|her|their|"
     "our|that|which|every|each) (agent|agents); "
     "(tour|crane|machine|forklift|mobile|network|logical|boolean|ternary|comparison|telecom|"
     "phone|search|train|bus|camera|drone|radio|economic|switchboard|call "
     "center|my|every|each) operator; agent "
     "(based|provocateur|orange|smith|id|ids|name|names|fee|fees|portal|dashboard|login|code|"
     "version|number|commission|seats|seat|licence|license|status|role|roles|account|accounts|"
     "settings|training|service fee|software|workflow*|framework*|mode|install*); operator "
     "(precedence|overloading|manual|error|account|accounts|seat|login|license|licence|"
     "settings|status|id|name|code|symbol|menu); human "
     "(resources|resource|error|rights|body|hair|readable|nature|review|skin|size|trafficking|"
     "consumption|race|history|like|health); (my|his|her|their|our) "
     "(manager|supervisor|boss|colleague|operator|representative|employee|staff|director|"
     "engineer|developer|team|owner|consultant|advisor|adviser|officer|expert|agents|"
     "employees|sales team|lawyer); "
     "(per|first|third|second|one|two|three|each|every|another|for "
     "one|single|missing|contact|in) person; person (count|years|who "
     "(stole|used|took|sent|received|made|bought)); "
     "(password|file|task|window|package|boot|project|account|product|device|download|content|"
     "store|key|wallet|credential|database|tag|asset|property|general|case|line) manager; "
     "(agent|human|operator|person|representative|manager|someone|somebody|rep) "
     "(told|said|called|helped|promised|hung|was|were|did|didnt|has|had|already|stole|used|is "
     "using|took|made|withdrew|hacked|sent|may|might|must have|could "
     "have|answered|spoke|explained|resolved); no "
     "(human|humans|agent|agents|person|operator|operators|staff|representative|one); (im|i "
     "am|am) (not|) (a|an|) (bot|robot|human|agent|operator|representative|person|real "
     "person|manager|machine); robot (vacuum*|lawn*|mower*|cleaner*|kit*|arm*|toy*|process*); "
     "(trading|discord|telegram|slack|twitter|instagram|my|our|build a|create a|make "
     "a|own|new) (bot|bots|chatbot|chatbots|robot); (kitchen|vacuum|toy|industrial) robot; "
     "robots (txt|file); captcha; not a robot; support "
     "(for|ticket|tickets|hours|page|plan|plans|of|email|documentation|policy|fee|level|the|"
     "this|it|multiple); sales "
     "(tax|report|figures|receipt|order|price|this|on|season|data|channel*|pipeline|funnel|"
     "forecast|history|page|number*|volume*|target*); on sales; billing "
     "(address|cycle|date|period|information|info|details|history|page|email|issue|error|"
     "statement|method|settings|portal|question); contact "
     "(number|details|info|information|form|page|list|lists|us|lens*|lenses|card|email|name|"
     "person|hours|data|book); contactless; contact (my|the) "
     "(bank|seller|card|merchant|police|courier|vendor|supplier); call "
     "(center|centre|centers) (software|job|jobs|operator|solution|agent job|hours); reach "
     "(the|my|that) (limit|goal|target|maximum|page); text message; error message; message "
     "(history|limit|template|templates|board|queue); callback in; "
     "(virtual|voice|google|ai|personal|shop|legal|my) assistant; live (chat|agent|support) "
     "(software|widget|plugin|integration|feature|app|tool|api|hours); speak "
     "(english|french|spanish|german|romanian|slowly|louder); talk about; "
     "(someone|somebody|anyone) elses; (did|who|why did) (you|someone|somebody|anyone) call "
     "me; (people|everyone|friends|colleagues|they|everybody|some|you can|can|just) call me; "
     "dont have a (phone|call); a (call|callback) (function|url|api|handler|option); callback "
     "(url|function|uri|hell|handler|endpoint|api|address); management "
     "(system|software|fee|tool|plan|console|api|page); nobody (called|has called|ever "
     "called) me; staff (only|discount|member discount|picks|list|account|accounts)"},
    {Slot::kPolite, 0,
     "please; pls; plz; pleas; now; hi; hello; hey; good (morning|afternoon|evening|day); "
     "thanks; thank you; thx; ok; okay; yes; yeah; yep; no; nope; a; an; the; just; only; "
     "right now; asap; immediately; urgent; urgently; to; i; me; sir; madam; there; today; "
     "and; quick; quickly; for me; kindly; again; another; someone from; somebody from; from; "
     "your; in romanian; in english; bye; live; help; real; request; fucking; damn; goddamn; "
     "bloody; freaking; instead; um; uh; so; nevermind; wrong; dear; ma am; maam; or; anyone; "
     "it; with; us; of; service"},
    {Slot::kYes, 0,
     "yes; yeah; yep; yup; yea; ya; sure; ok; okay; please do; of course; certainly; "
     "definitely; absolutely; go ahead; yes please; please; i do; i would; that would be "
     "(great|nice|good|helpful|perfect); sounds good; do it; why not; i guess; id like that; "
     "correct; exactly; alright; fine; ok please; that works"},
    {Slot::kBreak, 0, "but; however; although; though; instead i; otherwise; nevertheless; yet"},
    {Slot::kFunction, 2,
     "the; is; you; my; and; to; of; it; that; this; with; have; what; how; can; not; please; "
     "hello; thanks; your; was; be; there; when; from; would; about; need; want; could; "
     "should; why; where; which; who; will; dont; im; ive; id; its; does; did; get; got; "
     "thank; just; yes; hi; hey; they; we; been; has; had; but; if; some; any; one; out; up"},
    {Slot::kFunction, 1,
     "i; for; on; at; do; so; all; like; help; order; my; as; by; or; good; bad; very; too"},
    {Slot::kKnown, 0,
     "manage; manages; managed; managers; persona; persons; prison; contract; contracts; "
     "contacts; contacted; correct; connects; connection; connected; humane; humanity; "
     "speaks; speaker; spear; operate; operates; operation; operations; support; supports; "
     "supported; supporter; supporting; reaches; reached; reaching; breach; teach; beach; "
     "agency; agenda; urgent; stuff; stiff; stage; transfers; transferred; forwards; boots; "
     "stock; staffs; cancel; talked; chatting; people; employ; employer; employed; expect; "
     "expert; experts; export; except; office; offices; offer; offers; special; specialty; "
     "advise; advises; advised; consult; consulting; consultants; engineers; represent; "
     "represents; senior; service; services; serving; owners; tower; lower; power; direct; "
     "directed; directly; direction; founded; bound; found; sound; round; profession; "
     "professional; sales; sale; scales; false; saves; takes; tales; sends; switch; switched; "
     "switches; route; routes; routed; refers; refer; prefer; passed; passes; moved; moves; "
     "billing; filling; killing; building; willing; getting; letting; setting; hearing; "
     "hearts; heard; years; reply; replay; teams; steam; talks; walking; taking; making; "
     "breaking; speaking; shopping; shipping; returns; return; orders; order; border; claim; "
     "claims; legal; regal; frauds; marking; market; assistant; assistance; assist; assists; "
     "living; giving; liking; driver; physical; physically; competed; normally; normals; "
     "genuine; actually; factual; operative; humanly; patch; match; watch; catch; batch; "
     "batched; hands; paced; links; messages; messaged; massage; passage"},
};

}  // namespace handoff::english
