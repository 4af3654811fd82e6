#pragma once

#include "lang/language.h"

/// Romanian: how words feel. Weights in [-40, 40]; 10 is mild, 30 is strong.
namespace handoff::romanian {

inline constexpr PhraseEntry kSentiment[] = {
    {Slot::kValence, -36,
     "oribil*; groaznic*; îngrozitor*; jalnic*; mizerabil*; lamentabil*; dezastru*; "
     "execrabil*; inacceptabil*; inadmisibil*; urăsc; ură; scârbos*; scârbă; dezgustător*; "
     "nesimțit*; nesimțiți*; țeapă; țepari; hoți; hoție; escroci; escrocherie; furios; "
     "furioasă; bătaie de joc; rușine; rușinos; penibil*; m am săturat; ne am săturat; sătul; "
     "sătulă; cel mai prost; cea mai proastă; cele mai proaste; idiot*; idioți; cretin*; "
     "tâmpit*; imbecil*; dracu*; dracului; pula; pulă; mă-sa; căcat; cacat; rahat; mizerie; "
     "mizerii; duceți vă; du te dracului; la naiba; naiba; incompetenți; incompetent*; "
     "strigător la cer; revoltător*; catastrofă; catastrofal*; coșmar; criminal; bagamias; "
     "plm; futu*; fut"},
    {Slot::kValence, -28,
     "inutil*; inutili; prost; proastă; proști; proaste; prostie; prostii; prostească; "
     "nervos; nervoasă; nervi; enervant*; enervat*; enervează; enervezi; frustrant*; "
     "frustrat*; frustrare; dezamăgit; dezamăgită; dezamăgitor*; dezamăgire; dezamăgiți; "
     "neprofesionist*; neprofesional*; nepoliticos*; obraznic*; neserios; neserioși; "
     "neseriozitate; minciuni; mincinoși; mințit; mințiți; ridicol*; absurd*; supărat; "
     "supărată; aiurea; aberant*; porcărie; porcării; gunoi; nasol; nașpa; naspa; degeaba; "
     "pierdere de (vreme|timp); pierd (vremea|timpul); ignorat; ignorați; înșelat*; "
     "înșelătorie; păcălit*; regret; indignat*; revoltat*; nemulțumit*; nemulțumiți; nu mai "
     "suport; îmi bateți joc; bateți joc; jenant*; batjocură; vai de (voi|capul); disperat*; "
     "disper*; deplorabil*; bună de nimic; bun de nimic; nu mai pot; mi am pierdut răbdarea; "
     "îmi pierd răbdarea; scandalos; halal; ce glumă"},
    {Slot::kValence, -20,
     "rău; rea; rele; slab; slabă; slabe; slăbuț; urât; urâtă; greșit; greșită; problemă; "
     "problema; probleme; problemele; defect; defectă; stricat; stricată; spart; trist; "
     "tristă; nefericit; întârzie*; întârziere; întârziat*; lent; lentă; eșuat; eșec; "
     "imposibil; plâng; plângere; reclamație; nimeni nu (răspunde|mă|mi|știe|a|m a|mi "
     "a|ajută|rezolvă); nu "
     "(merge|funcționează|ajută|răspunde|răspundeți|recomand|rezolvă|înțelegi|înțelegeți|mă "
     "înțelegi|mă ajută|mă ajuți|mă ajutați|îmi place|mi place|sunt mulțumit|sunt "
     "mulțumită|sunt fericit|e bine|este bine|e ok|e corect|mai merge|îmi răspunde|mă "
     "ascultați|sunteți|ești|e normal|este normal|este corect|merită); tot nu; nici acum; "
     "îngrijorat*; îngrijorare; aștept de (zile|săptămâni|ore|o săptămână|o lună|două); "
     "pierdut; pierdută; furat; confuz*; deteriorat*; incorect*; nedrept; nu am primit; n am "
     "primit; bătut; plictisit*; neplăcut*; neplăceri; complicat; dificil; chinuit*; chin; "
     "supără; ciudat"},
    {Slot::kValence, -10,
     "eroare; erori; din păcate; greu; grea; scump; scumpă; lipsă; lipsește; nu pot; blocat; "
     "blocată; nimic; niciodată; nimeni; nu înțeleg; nelămurit*; aștept; încurcat; vai; of; "
     "nu știu; greșeală; greșeli; pur și simplu"},
    {Slot::kValence, 12,
     "mulțumesc; mersi; mulțam; util; utilă; rezolvat; merge acum; apreciez; nicio problemă; nici "
     "o problemă; fără probleme; în regulă; am înțeles; s a rezolvat"},
    {Slot::kValence, 24,
     "bun; bună treabă; bune; buni; frumos; frumoasă; drăguț; drăguță; fericit*; bucur*; "
     "mulțumit; mulțumită; ajutat mult; de ajutor; recomand; amabil*; politicos; prietenos; "
     "plăcut; plăcută; mulțumesc (frumos|mult|foarte mult); mersi mult; îmi place; mi a "
     "plăcut; bravo; felicitări; calitate; promptitudine; prompt*; foarte bine; mișto; fain*; "
     "tare"},
    {Slot::kValence, 34,
     "excelent*; perfect*; minunat*; extraordinar*; fantastic*; grozav*; superb*; super; "
     "genial*; ador; iubesc; cel mai bun; cea mai bună; cei mai buni; impecabil*; încântat*; "
     "senzațional*; excepțional*"},
    {Slot::kValence, 0, "nu (mulțumesc|mersi)"},
    {Slot::kNegator, 0, "nu; n; nici; niciodată; fără; nicio; niciun; deloc; nimic"},
    {Slot::kIntensifier, 140,
     "foarte; extrem de; atât de; prea; total; complet; absolut; incredibil de; așa de; tare; "
     "chiar; teribil de; super; al naibii de; cu adevărat; profund; enorm; cumplit de"},
    {Slot::kIntensifier, 60, "puțin; un pic; oarecum; cam; destul de; relativ; poate; mai puțin"},
};

}  // namespace handoff::romanian
