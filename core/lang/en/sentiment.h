#pragma once

#include "lang/language.h"

/// English: how words feel. Weights in [-40, 40]; 10 is mild, 30 is strong.
namespace handoff::english {

inline constexpr PhraseEntry kSentiment[] = {
    {Slot::kValence, -36,
     "worst; terrible; horrible; awful; appalling; disgusting; atrocious; abysmal; dreadful; "
     "outrageous; hate; despise; fuck*; fck; fucking; wtf; bullshit; horrendous; scam; "
     "scammers; unacceptable; disgrace; disgraceful; pathetic; furious; ripoff; rip off; "
     "thieves; incompetent; fed up; piece of (shit|crap|junk|garbage); sick (of|and tired); "
     "fuming; stfu; idiot*; moron*; shut up; go to hell; screw you; nightmare; crook*; fraud; "
     "vile; criminal; loathe; shitty; shit; (waste|wasting|wasted) (of|my) (time|money); i am "
     "done; im done with"},
    {Slot::kValence, -28,
     "useless; stupid; ridiculous; angry; crap; crappy; garbage; rubbish; trash; dumb; sucks; "
     "suck; sucked; annoying; frustrated; frustrating; frustration; unhelpful; "
     "unprofessional; rude; mad; disappointed; disappointing; disappointment; joke; shame; "
     "shameful; ashamed; damn; goddamn; bloody hell; hopeless; infuriating; pissed*; liar*; "
     "lying; lied; lies; worthless; wasted; nonsense; ruined; ridiculously; bs; had enough; "
     "enough of this; tired of; unbelievable; cheated; ignored; ignoring; screwed; regret; "
     "poor service; never again; (no|not) use at all; hell; ffs; omfg; insulting; offensive; "
     "disrespectful; lame; ass; kidding me; losing my (patience|mind|temper); lost my "
     "patience; run out of patience; beyond a joke"},
    {Slot::kValence, -20,
     "bad; worse; poor; poorly; annoyed; upset; unhappy; slow; broken; fail; fails; failed; "
     "failing; failure; wrong; problem*; ugly; sad; confusing; disaster; lousy; dissatisfied; "
     "boring; painful; mess; messed; worried; impossible; delay; delays; delayed; unreliable; "
     "misleading; overcharged; complain*; complaint*; nobody "
     "(answers|helps|cares|replies|responds); no (one|reply|response|answer); nothing works; "
     "still waiting; waiting for (hours|days|weeks|ages); disconnected; defective; faulty; "
     "damaged; not (working|helpful|helping|happy|acceptable|impressed|satisfied|pleased|good "
     "enough|fair|ok|okay|good|funny|amused|great|useful); doesnt work; does not work; dont "
     "work; didnt work; cant believe; inconvenience; unfair; stolen; tired; terribly; lost; "
     "makes no sense; again and again; over and over; what is wrong with you; unresolved; "
     "hopelessly; hurt; cry; crying; miss*ed; dislike; dont like; do not like; ugh; argh; "
     "grr; ignorant; lazy; rip; doesnt help; does not help; dont (understand|get it|care); "
     "didnt understand; you cant even; cancel my (account|order|subscription)"},
    {Slot::kValence, -10,
     "error; errors; issue; issues; late; unfortunately; sorry; difficult; hard; missing; "
     "stuck; crash*; cant; cannot; confused; expensive; weird; strange; concerned; concern; "
     "lack; refuse*; unclear; unable; boo; meh; long wait; trouble; lose; wait; waiting; "
     "nothing; never; nobody; no idea; another excuse; pointless; fault; doubt"},
    {Slot::kValence, 12,
     "thanks; thank you; thx; ty; cool; useful; working now; works now; worked; solved; fixed; "
     "fair; alright; understood; appreciate; no (problem|problems|worries|issue|issues); not bad"},
    {Slot::kValence, 24,
     "good; nice; happy; glad; helpful; great job; well done; satisfied; pleased; enjoy*; "
     "recommend; polite; friendly; pleasant; appreciated; thanks a lot; many thanks; thank "
     "you (so|very) much; like it; that helps; that helped; smart; fun; thankful; grateful; "
     "super; beautiful; impressed; lovely; pleasure; problem solved; that works"},
    {Slot::kValence, 34,
     "great; excellent; perfect; perfectly; amazing; awesome; fantastic; wonderful; love; "
     "loved; brilliant; best; outstanding; superb; incredible; delighted; exceptional; life "
     "saver; lifesaver; you rock; exactly what i needed"},
    {Slot::kValence, 0, "no (thanks|thank you|thx); not (sure|yet|really|necessary)"},
    {Slot::kNegator, 0,
     "not; no; never; dont; doesnt; didnt; isnt; wasnt; arent; cant; cannot; wont; wouldnt; "
     "couldnt; hardly; without; nothing; neither; nor; havent; hasnt; aint; far from; stop; "
     "shouldnt; werent; nobody"},
    {Slot::kIntensifier, 140,
     "very; really; so; extremely; absolutely; totally; completely; utterly; incredibly; "
     "such; truly; freaking; fucking; damn; too; insanely; super; highly; ever; deeply; "
     "bloody; seriously; beyond; even"},
    {Slot::kIntensifier, 60,
     "a bit; a little; slightly; somewhat; kind of; kinda; sort of; fairly; quite; rather; a "
     "tad; mildly; maybe"},
};

}  // namespace handoff::english
