#pragma once

#include "lang/language.h"

/// Romanian: what takes a request back, and the small words around one.
namespace handoff::romanian {

inline constexpr PhraseEntry kContexts[] = {
    {Slot::kNegation, 0,
     "(nu|n) (mai|) (vreau|doresc|am nevoie|îmi trebuie|mi trebuie|aș vrea|aș dori|e "
     "nevoie|este nevoie|este cazul|trebuie|prefer|am cerut|am vrut|intenționez|țin); fără; "
     "nu (mă|vă) "
     "(transferați|transfera|conectați|conecta|puneți|sunați|suna|suni|sună|contactați|"
     "contacta|contactează|apelați|da|dați|trimite|trimiteți|trece); nu cu; nu (un|o); să nu "
     "(mă|mai); nici nu vreau; nu (chema|chemați|sunați|trimiteți); nu e; nu este; decât"},
    {Slot::kIdentity, 0,
     "ești; tu ești; sunteți "
     "(un|o|om|oameni|robot|roboți|bot|real|reali|persoană|umani|operator); cu cine "
     "(vorbesc|discut|am onoarea|stau de vorbă); (este|e) (un|) (robot|bot|om) aici; crezi că "
     "ești; (asta|aici) (e|este) (un|) (om|robot|bot); pari; vorbești ca; dacă "
     "(ești|sunteți); îmi răspunde (un|o); mi răspunde (un|o); răspunde (un|o)"},
    {Slot::kPast, 0,
     "ieri; alaltăieri; aseară; (săptămâna|luna|noaptea|vara|data|dată) trecută; anul trecut; "
     "acum (o|un|două|doi|câteva|trei|cinci) "
     "(zi|zile|ore|oră|săptămâni|săptămână|luni|lună|ani|an|minute); (am|a|ați|au|m am|ai|v "
     "am) (mai|și|tot|) (vorbit|discutat|sunat|contactat|fost|luat|vrut|încercat); deja; mi "
     "(a|ați|au) (spus|zis|promis|răspuns); m (a|ați|au) "
     "(ajutat|sunat|contactat|transferat|apelat); mi s a (spus|promis|zis); vorbisem; "
     "vorbeam; azi dimineață; mai devreme; înainte am"},
    {Slot::kFeature, 1,
     "cum "
     "(adaug|adăugăm|șterg|schimb|invit|configurez|creez|angajez|devin|setez|instalez|evaluez|"
     "pot adăuga|pot șterge|pot schimba|pot deveni|pot invita|pot crea|pot să adaug|pot să "
     "devin|se adaugă|funcționează|aleg|modific|înlocuiesc); "
     "(adaug|adăuga|adaugă|ștergem|șterg|creez|invit|angajez|angajăm) (un|o|alt|mai|încă); ce "
     "(face|fac|este|e|înseamnă|sunt|salariu|program|fel|tip|rol|rolul|atribuții); cât "
     "(costă|câștigă|e|este|durează|ia); cât de; câți; câte; cine (este|e|sunt|a|v a|te a); "
     "angajare; angajări; mă angajez; job; joburi; loc de muncă; locuri de muncă; posturi; "
     "post de; postul de; salariu; salariul; carieră; cariere; preț (pentru|per|pe); prețul "
     "(pentru|unui|unei); per (agent|operator|utilizator|persoană|om); să devin; lucrez ca; "
     "lucra ca; cv; recrutare; recrutați; interviu; angajați (și|operatori|agenți|oameni|un); "
     "definiția; diferența dintre; unde (este|e|sunt|găsesc); loc pentru; masă pentru; bilet "
     "pentru; meserie; meseria; vreau să fiu; curs de; cursuri"},
    {Slot::kFeature, 2,
     "clienții (mei|noștri|pot|vor|să|care); clienților; utilizatorii; vizitatorii; "
     "vizitatorilor; utilizatorilor; ce se întâmplă (dacă|când|după); "
     "(poate|știe|are|permite) "
     "(botul|chatbotul|robotul|aplicația|platforma|softul|asistentul|widgetul); "
     "(botul|chatbotul|aplicația|platforma|softul|widgetul) (vostru|poate|permite|știe|dvs); "
     "când un (client|vizitator|utilizator); un (client|vizitator|utilizator) "
     "(vrea|poate|cere)"},
    {Slot::kMask, 0,
     "(agent|agentul|agentului|agenți|agenții) "
     "(imobiliar|imobiliari|imobiliară|de|economic|termic|termică|frigorific|sub|vamal|secret|"
     "patogen|comercial|meu|software|ai|virtual|activ); agentul (nostru|lui|ei); agenție*; "
     "(operator|operatorul|operatorului|operatori|operatorii) "
     "(economic|economici|de|meu|calculator|cnc|logic|portuar|telefonic|introducere|ghișeu|"
     "radio|nostru|pc|mobil); resurse umane; resurselor umane; corpul uman; eroare umană; "
     "drepturile omului; umanitar*; natura umană; fond uman; persoană (fizică|juridică|de); "
     "persoana (fizică|juridică|de|care a|mea); persoană (care a|fizica autorizată); "
     "(per|pe|pentru|pentru o|de|câte o|fiecare|prima|singură) persoană; "
     "(șeful|managerul|colegul|directorul|șefa|colega|consultantul|reprezentantul|angajatul|"
     "coleg|patronul|responsabilul|inginerul) (meu|mea|lui|ei|nostru|de proiect); manager "
     "de*; robot de*; robotul (de|aspirator|meu|culinar); robot "
     "(aspirator|culinar|industrial|de bucătărie); aspirator robot; "
     "(om|omul|cineva|agent|agentul|operator|operatorul|reprezentantul|reprezentant|"
     "consultantul|coleg|o persoană|persoana|un coleg) (mi a|m a|mi au|mi|a furat|a folosit|a "
     "spus|a zis|a promis|a sunat|a zis|a intrat|folosește|a luat|a făcut|ne a|a retras|a "
     "plătit|a închis|a răspuns|mi s a); nu sunt (un|) (robot|bot|om|agent); sunt (un|o|) "
     "(om|agent|operator|manager|persoană|consultant|angajat|robot); ca om; om de zăpadă; "
     "niciun (om|agent|operator|coleg); nici un (om|agent|operator|coleg); date de contact; "
     "asistent virtual; asistentul virtual; asistent (medical|social|personal|vocal); număr "
     "de contact; suport (pentru|de|auto|laptop|tv|perete|telefon|bicicletă|monitor); om "
     "(bun|de|mare|simplu); bun om; botul (meu|nostru); robotul nostru; casă de vânzări; "
     "punct de vânzări; vânzări (de|auto|case); angajați de; personal (de|calificat|al|meu); "
     "date personale; personalizat*; expert în; specialist în; om (care|ce) (lucrează|are); "
     "(telefon|număr) de (suport|contact); echipa (mea|națională|de fotbal|noastră); program "
     "de*; sunat deja; masina de*"},
    {Slot::kPolite, 0,
     "vă rog; va rog frumos; te rog; rog; frumos; bună; bună ziua; bună seara; bună "
     "dimineața; salut; salutare; ziua; seara; un; o; cu; acum; urgent; mulțumesc; mersi; da; "
     "nu; doar; imediat; alo; hei; și; mai; repede; hai; haideți; pls; plz; vr; la; pe; live; "
     "eu; pentru mine; multumesc frumos; domnule; doamnă; mie; în română; îmi; vreun; vă; te; "
     "zi; de la; din partea; ok; real; reală; dau; direct; uman; sau; măcar; bine; odată"},
    {Slot::kYes, 0,
     "da; sigur; sigur că da; bineînțeles; desigur; vă rog; te rog; ok; vreau; doresc; aș "
     "vrea; perfect; bine; haide; hai; clar; exact; de acord; categoric; normal; cum să nu; "
     "vă rog frumos; mulțumesc; ar fi bine; ar fi perfect; da da; evident"},
    {Slot::kBreak, 0, "dar; însă; ci; totuși; deși; decât"},
    {Slot::kFunction, 2,
     "și; să; nu; cu; pe; din; este; sunt; eu; va; vă; îmi; mi; mă; ce; cum; când; unde; "
     "vreau; rog; pentru; mai; dar; dacă; foarte; bună; mulțumesc; mersi; fără; asta; acest; "
     "această; aș; ați; aveți; pot; poate; poți; puteți; ca; că; imi; comandă; comanda; nici; "
     "prea; cât; doar; după; până; cineva; nimeni; nimic; am nevoie; salut; ziua; trebuie; "
     "nevoie; mea; meu; voi; deja; încă; acum; ajută; ajuta; bun; rău; esti; sunteți; doresc; "
     "lei; nostru; vostru; dumneavoastră; dvs; ieri; azi; mâine; făcut; face; fac; iar; tot; "
     "toate; însă; decât; într; ori; sau; cred; știu; spus; merge; n am; nu am; aici; acolo; "
     "produs; produsul; coletul; livrare; factura; bani; banii; cont; contul; fost; ajutor; "
     "de; la; un; te; am; vr; vb; pt"},
    {Slot::kFunction, 1, "o; se; e; au; ai; în; al; ale; cei; cea; le; ne; ni; li; lui; ei; mai"},
    {Slot::kKnown, 0,
     "personală; personale; personali; persoane; persoanei; personaj; persoanele; operația; "
     "operație; operațiune; operare; operați; operatorii; agenda; agende; agenție; urgent; "
     "argent; client; clienți; contract; contracte; contactul; contactele; manevra; consultă; "
     "consultații; consult; coleget; colete; coletul; colet; colegiu; college; suportă; "
     "suporturi; suportat; sport; raport; support; transport; suma; suna; sume; discuri; "
     "discount; discutat; vorbit; vorba; vorbe; vorbești; vorbește; transferul; transferat; "
     "transferuri; speciali; specială; special; responsabili; tehnică; tehnic; tehnice; "
     "angajate; angajare; angajament; director; directoare; directiv; directe; directă; "
     "expertiză; exporturi; export; echipe; echipat; echipament; vânzare; vânzător; "
     "facturare; facturat; facturi; factura; livrare; livrat; livrari; retur; returnat; "
     "returnare; marketingul; uman; umane; umani; toman; roman; romană; română; reclamație; "
     "reclama; reclame; reclamă; treceri; trecere; trece; trecut; puncte; pune; lasare; "
     "legătură; leagă; lega; legat; legate; conectat; conectare; conectează; trimis; trimit; "
     "cheamă; cheia; superb; superioară; altceva; altundeva; altele; domnul; doamna; domeniu; "
     "carte; careva; asistent; asistență; asistentă; cinema; cineva; agentură; contate; "
     "contează; contact; reală; realizat; conduce; conducte; condus; șefi; inginerie; "
     "personajul"},
};

}  // namespace handoff::romanian
