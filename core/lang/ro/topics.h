#pragma once

#include "lang/language.h"

/// Romanian: failed answers, complaints, technical trouble, leads.
namespace handoff::romanian {

inline constexpr PhraseEntry kTopics[] = {
    {Slot::kNotUnderstood, 80,
     "nu (mă|ma|m) (înțelegi|înțelegeți|înțelege|ai înțeles|ați înțeles|asculți|ascultați); "
     "nu (ai|ați|a) (înțeles|priceput|citit|răspuns|ascultat); nu "
     "(înțelegi|înțelegeți|pricepi|pricepeți); nu (asta|aceasta|ăsta|acesta) (am întrebat|e "
     "întrebarea|este întrebarea|vreau|voiam|am cerut|era|e|este|am vrut|doream|e "
     "răspunsul|căutam); nu despre asta; nu (ce|asta) (am întrebat|am cerut|vreau|voiam); nu "
     "e ce (am întrebat|am cerut|vreau|voiam|căutam); nu este ce (am întrebat|am "
     "cerut|vreau|voiam|căutam); (răspuns|răspunsul) (greșit|incorect|eronat|aiurea|e "
     "greșit|este greșit|nu are legătură); (am|ți am|v am|am mai) "
     "(spus|zis|întrebat|explicat|răspuns|încercat|făcut) (deja|asta|o dată|de două ori|de "
     "trei ori); (deja|tocmai) (am|ți am|v am) "
     "(spus|zis|întrebat|explicat|răspuns|încercat|făcut); (te|vă) (repeți|repetați|tot "
     "repeți); (repeți|repetați|spui|spuneți|scrii) (același|aceleași|aceeași|mereu|la "
     "nesfârșit); același (răspuns|lucru|mesaj); citește (din nou|ce|întrebarea|mai atent); "
     "citiți (din nou|ce|întrebarea|mai atent); altceva (am întrebat|am cerut|voiam|vreau|te "
     "am întrebat|v am întrebat); nu are (nicio|nici o|) (legătură|sens); nu (mi ai|mi "
     "ați|îmi|mi) (răspuns|răspunzi|răspundeți); ce (tot|) (vorbești|spui) acolo; nu (la|pe) "
     "asta; te întreb altceva; de câte ori (să|trebuie); nu (m am|am) referit la; nu la asta "
     "m; alta e întrebarea; nu pricepe nimic",
     "not_understood"},
    {Slot::kNotUnderstood, 70,
     "nu (mă|ma|m|îmi|mi) (ajută|ajuți|ajutați|ajuta|a ajutat|ai ajutat|ați "
     "ajutat|folosește|poți ajuta|puteți ajuta|poate ajuta); nu (poți|puteți|știi|sunteți în "
     "stare|ești în stare) să (mă|) (ajuți|ajutați|răspunzi|răspundeți|rezolvi|rezolvați); nu "
     "(ești|sunteți) (de|util|utili|de niciun); (ești|sunteți|e|este) "
     "(inutil|inutilă|inutili|degeaba|de nimic); nu (rezolvă|rezolvi|rezolvați); tot nu "
     "(merge|funcționează|e rezolvat|am primit răspuns|înțeleg|mi ai răspuns|s a rezolvat); "
     "pierdere de (vreme|timp); pierd (vremea|timpul); mă (învârt|învârți) în cerc; vorbesc "
     "(singur|singură|la pereți|cu pereții); renunț; las o baltă; n are rost; nu are rost; la "
     "nimic nu; fără folos; nu e de ajutor; nu este de ajutor; nu m ajută; nu ajută; mă "
     "plimbi; mă plimbați",
     "no_help"},
    {Slot::kHedge, 20,
     "nu (știu|dețin|cunosc|am (informații|un răspuns|acces|date|suficiente)); nu am "
     "(informații|un răspuns|acces|date|suficiente|detalii|răspuns|această informație); nu "
     "(pot|am putut|am reușit) (să|) "
     "(răspunde|răspund|găsi|găsesc|găsit|ajuta|ajut|identifica|accesa|accesez|verifica|oferi|"
     "ofer|înțeleg|înțelege|vă ajut|te ajut|vă ajuta); nu am (înțeles|găsit); îmi pare rău "
     "(dar|) nu; (puteți|poți|vă rog să|te rog să|ai putea să|ați putea să) (să|) "
     "(reformula|reformulați|reformulezi|clarifica|detaliați); reformulați; (depășește|în "
     "afara) (cunoștințele|competențele|atribuțiile|capacitățile|ariei); nu vă pot "
     "(ajuta|oferi|răspunde|spune); nu te pot (ajuta|oferi)",
     "cannot_answer"},
    {Slot::kHedge, 45,
     "nu sunt (sigur|sigură|convins|convinsă|foarte sigur); (cred|presupun|bănuiesc|mi se "
     "pare) că; s ar putea; (este|e) posibil (să|ca); din câte știu; (probabil|poate "
     "că|posibil|eventual); depinde; greu de spus; dacă am înțeles (bine|corect)",
     "unsure"},
    {Slot::kComplaint, 85,
     ""
     "(fac|face|depun|depune|înregistrez|înregistra|trimit|trimite|deschid|deschide|formulez|"
     "formula|adresez|adresa|scriu|scrie|las|am|inițiez) (o|) "
     "(plângere|reclamație|sesizare|reclamatie|contestație|reclamația|plângeri|reclamații); "
     "plângere (la|către|împotriva|oficială); reclamație "
     "(la|către|împotriva|oficială|pentru|privind|referitor); (vreau|doresc|aș vrea|aș "
     "dori|trebuie|vin|o) să (reclam|mă plâng|vă reclam|contest|sesizez); mă plâng "
     "(de|că|la); vă (reclam|dau în judecată|dau la|raportez|fac plângere|sesizez); (dau|dăm) "
     "în judecată; acțiune în instanță; (ne vedem|ajungem) (la tribunal|în instanță|la "
     "judecată); (contactez|sun|vorbesc cu|angajez) (avocatul|un avocat); avocatul meu; "
     "protecția consumatorului; protecția consumatorilor; anpc; o p c; opc; reclam la; vă "
     "reclam; vă voi (reclama|raporta|da în judecată)",
     "formal"},
    {Slot::kComplaint, 70,
     "(cel mai prost|cele mai proaste|cea mai proastă|cea mai slabă|cele mai slabe) "
     "(serviciu|servicii|firmă|magazin|experiență|suport|serviciul|curier|curierat|site|"
     "companie); "
     "(servicii|serviciu|experiență|comunicare|suport|calitate|firmă|magazin|livrare) "
     "(oribil|oribile|oribilă|groaznic|groaznice|groaznică|jalnic|jalnice|jalnică|prost|"
     "proaste|proastă|mizerabil|mizerabile|mizerabilă|lamentabil|lamentabile|dezastruos|"
     "dezastruoase|execrabil|execrabile|inacceptabil|slabă|slabe|foarte slabe|foarte "
     "slabă|foarte proastă); inacceptabil; inadmisibil; strigător la cer; bătaie de joc; "
     "(vă|va|ne|își|îți) (bateți|bat|bate|bați) joc; e o (rușine|glumă|bătaie de "
     "joc|țeapă|mizerie); este o (rușine|glumă|bătaie de joc|țeapă|mizerie); (ce|să vă "
     "fie|mare) rușine; "
     "(țeapă|țepari|țeparilor|hoți|hoților|escroci|escrocherie|înșelătorie|înșelăciune|"
     "șarlatani); (am fost|m ați|m au|ne ați|mă simt) "
     "(înșelat|înșelată|țepuit|mințit|mințită|păcălit|păcălită|ignorat|ignorată|jignit|"
     "jignită|furat); (a fost|e|este|era|foarte|extrem de) "
     "(nepoliticos|nepoliticoasă|obraznic|obraznică|neprofesionist|nesimțit|nesimțită|"
     "needucat|neserioși|neserios|agresiv|arogant); (neserioși|neseriozitate|lipsă de "
     "respect|lipsă de profesionalism|nesimțire); "
     "(luat|taxat|încasat|debitat|retras|facturat) (banii|suma|) (de două "
     "ori|dublu|degeaba|în plus|fără acordul|aiurea|fără motiv); plătit de două ori; "
     "(produs|produsul|colet|coletul|comanda|comandă|mărime|mărimea|culoarea|telefonul|marfa|"
     "produse) "
     "(greșit|greșită|deteriorat|spart|defect|stricat|folosit|greșite|defecte|fals|expirat|"
     "incomplet|incompletă|rupt|murdar|uzat); (am primit|ați trimis|mi ați trimis) "
     "(alt|altă|alte|altceva|greșit); (a ajuns|au ajuns|a venit|a sosit|este|e|era|sunt|au "
     "venit|au sosit) "
     "(deteriorat|deteriorată|spart|spartă|defect|defectă|stricat|stricată|rupt|ruptă|"
     "incomplet|desfăcut|distrus|zgâriat|crăpat|deteriorate|defecte|sparte|stricate|expirat); "
     "(nu|n) am (mai|) primit (încă|nici|) "
     "(banii|rambursarea|comanda|coletul|produsul|returul|suma|nimic|niciun "
     "răspuns|răspuns|marfa); nu mi (ați|a|au|s au|s a) "
     "(returnat|trimis|rambursat|restituit|livrat|dat) "
     "(banii|comanda|coletul|produsul|nimic); (nu|n) (a|au) (ajuns|venit|sosit) "
     "(coletul|comanda|produsul|nici acum|încă|curierul|nimic); "
     "(coletul|comanda|curierul|produsul|rambursarea|pachetul) (nu|n|tot nu) (a|au|mi a) "
     "(ajuns|venit|sosit|fost livrat|fost livrată|mai ajuns|mai venit); nu (îmi|mi|ne|vă|) "
     "(răspunde|răspundeți|mai răspunde|mai răspundeți) (nimeni|la telefon|la mesaje|la "
     "mailuri|la email|la emailuri|nimeni la telefon); nimeni nu "
     "(răspunde|mă|mi|îmi|face|ajută|rezolvă|știe|a|m a|mi a|se); (vreau|doresc|cer|dați "
     "mi|vreau să mi dați|returnați mi|pretind) (banii|rambursarea|banii "
     "mei|despăgubiri|despăgubire); banii înapoi; (foarte|extrem "
     "de|profund|total|complet|atât de|sunt|sincer|cam) "
     "(dezamăgit|dezamăgită|nemulțumit|nemulțumită|supărat|supărată|revoltat|revoltată|"
     "indignat|indignată|deranjat|deranjată); (dezamăgit|dezamăgită|nemulțumit|nemulțumită) "
     "(de|că); nu (mai|) (comand|cumpăr|comandăm|recomand) (niciodată|de la "
     "voi|nimănui|aici|vreodată); (produsul|produs|este|e|produse) "
     "(defect|defectă|stricat|fals|defecte); (minciuni|mințiți|m ați mințit|mincinoși); "
     "publicitate (falsă|mincinoasă|înșelătoare); de (zile|săptămâni|luni|o lună|o "
     "săptămână|două săptămâni|trei săptămâni) (aștept|tot aștept|vă tot|sun)",
     "grievance"},
    {Slot::kTechnical, 75,
     "(cod|codul|coduri) (de|) (eroare|erori|eroarea); mesaj (de|) eroare; mesajul de eroare; "
     "(eroare|eroarea|error|cod|codul|http|returnează|dă|primesc|întoarce|afișează) "
     "(400|401|403|404|405|408|409|413|422|429|500|501|502|503|504); "
     "(404|500|502|503|403|401) (eroare|pe|la|când|internal|not found); eroare "
     "(de|la|în|când|server|ssl|certificat|internă|necunoscută|fatală|neașteptată|javascript|"
     "php|baza|conexiune|rețea|autentificare|plată); (dă|îmi dă|primesc|apare|afișează|am|mi "
     "apare|văd|scoate|îmi apare|aruncă) (o|mereu|mereu o|tot o|mereu|următoarea|) "
     "(eroare|eroarea|erori|excepție|error); ecran (albastru|negru|alb); ecranul "
     "(albastru|negru|alb); conexiune (refuzată|întreruptă|expirată|eșuată); stack trace; "
     "excepție (netratată|la|în)",
     "error"},
    {Slot::kTechnical, 65,
     ""
     "(api|webhook|webhookul|oauth|sdk|endpoint|endpointul|plugin|pluginul|integrarea|"
     "integrare|sso|ssl|smtp|dns|token|tokenul|certificatul|certificat|json|xml|vpn|api "
     "ul|driverul|firmware) (nu|nu mai|returnează|dă|răspunde|invalid|expirat|ul|eșuează|s "
     "a|e|este|pică|întoarce|cu|către|prin|ssl|al|nu se|refuză); "
     "(prin|cu|de|la|folosind|via|documentația) (api|webhook|sdk|oauth|apiul|api ul|rest "
     "api); (integra|integrez|integrăm|integrarea|integrare) "
     "(cu|în|prin|între|api|a|platforma|magazinul); cheie api; cheia api; token "
     "(invalid|expirat); (am găsit un|un|este un|e un|raportez un) bug; (serverul|site "
     "ul|siteul|sistemul|platforma|aplicația|serverele|pagina) (e|este|a|sunt|au|nu) "
     "(picat|picată|jos|căzut|căzută|inaccesibil|inaccesibilă|offline|picate|răspunde|mai "
     "răspunde|se deschide|se încarcă); nu se (sincronizează|conectează|mai sincronizează|mai "
     "conectează|încarcă|deschide|mai deschide|mai încarcă|actualizează|instalează); (se "
     "blochează|se închide singură|se închide singur|crapă|dă crash|îngheață|dă rateuri|se "
     "restartează|mă deconectează|mă scoate din cont); timeout; eșuează; autentificarea "
     "(eșuează|nu|cu|dă|în doi)",
     "system"},
    {Slot::kThing, 0,
     "aplicația; aplicatia; aplicație; site; site ul; siteul; pagina; pagină; contul; cont; "
     "parola; parolă; login; logare; loghez; loga; autentificare; autentific; autentifica; "
     "autentificarea; conectez; conecta; coșul; formularul; formular; butonul; buton; linkul; "
     "link ul; link; plata; checkout; programul; softul; sistemul; serverul; server; baza de "
     "date; încărcarea; descărcarea; fișierul; fișiere; fișier; importul; exportul; "
     "sincronizarea; pluginul; plugin; integrarea; browserul; chrome; android; iphone; "
     "windows; laptopul; laptop; calculatorul; telefonul; tableta; imprimanta; imprimantă; "
     "routerul; router; wifi; internetul; internet; conexiunea; rețeaua; emailul; email; "
     "mail; mailul; notificările; notificări; actualizarea; actualizare; update; instalarea; "
     "ecranul; codul; cod; sms; dispozitivul; licența; activarea; jocul; raportul; sesiunea; "
     "domeniul; hosting; backup; webcam; microfonul; camera; sunetul; api; webhook; token; "
     "certificatul; platforma; meniul; căutarea; harta; descărca; descarc; încarc; instalez; "
     "instala; bluetooth; imaginile; pozele; videoclipul; contului; cardul de memorie"},
    {Slot::kBroken, 0,
     "nu (mai|îmi|se|mi se|se mai|mi) "
     "(merge|funcționează|deschide|încarcă|pornește|răspunde|conectează|instalează|"
     "actualizează|salvează|descarcă|sincronizează|afișează|apare|trimite|activează|vede|aude|"
     "găsește); nu (pot|mai pot|pot să|mă pot|pot să mă|reușesc să|reușesc să mă|mă lasă să) "
     "(deschid|conectez|loghez|loga|autentific|autentifica|instalez|instala|actualiza|salva|"
     "descărca|descarc|încarc|accesa|accesez|conecta|intra|intru|plăti|plătesc); nu "
     "(merge|funcționează|răspunde|pornește|apare|găsește|recunoaște|primesc); crapă; se "
     "blochează; blocat; blocată; se închide; îngheață; înghețat; eroare; erori; eroarea; "
     "bug; buguri; defect; se deconectează; deconectează; lent; lentă; foarte lent; foarte "
     "greu; merge greu; se mișcă greu; timeout; eșuează; eșuat; eșuată; picat; picată; "
     "invalid; corupt; virus; ecran negru; ecran alb; probleme (cu|la); problemă (cu|la|de); "
     "o problemă (cu|la); se restartează; se oprește; (a|s a) (picat|blocat|stricat|oprit); "
     "stricat"},
    {Slot::kLead, 80,
     ""
     "(plan|planul|pachet|pachetul|abonament|abonamentul|licență|licențe|ofertă|oferta|"
     "versiunea|soluția|soluție|contract|planurile|preț|prețuri|prețul) "
     "(enterprise|corporate|companie|companii|firme|firmă|pentru companii|pentru firme|pentru "
     "companie|pentru firmă|pentru firma|pentru echipa|pentru firma noastră|pentru compania); "
     "(vreau|doresc|aș vrea|aș "
     "dori|programez|programa|programăm|solicit|vrem|dorim|solicităm|am nevoie "
     "de|pentru|cer|faceți) (un|o|să văd un|să programez un|să programăm un|) "
     "(demo|demonstrație|prezentare a produsului); (ofertă|oferta|cotație|deviz|ofertă de "
     "preț|ofertă personalizată) (de preț|personalizată|comercială|pentru|detaliată|fermă); "
     "cerere de ofertă; "
     "(trimiteți|trimiteti|faceți|vreau|doresc|solicit|dorim|solicităm|primi|dați) (mi|ne|o|) "
     "(o|) (ofertă|cotație|deviz|propunere comercială); preț (la|pentru) "
     "(cantitate|cantități|en gros|volum|bax|palet); prețuri (la|pentru|de) "
     "(cantitate|cantități|en gros|volum|revânzători|distribuitori|gros); en gros; engros; "
     "angro; cantități mari; comandă (mare|în cantitate|de volum); discount (de|la|pentru) "
     "(volum|cantitate|cantități); reducere (de|la|pentru) (volum|cantitate|cantități); "
     "revânzător; revânzători; reseller; distribuitor; distribuitori; parteneriat; franciză; "
     "dealer; white label; revindem; distribuim; colabora cu voi; colaborare "
     "(comercială|b2b|pe termen lung|cu voi); (partener|parteneri) "
     "(comercial|comerciali|oficial|oficiali|autorizat|autorizați); program de "
     "(revânzător|revânzători|parteneriat|afiliere|parteneri|reseller); "
     "(devin|deveni|devenim) "
     "(partener|revânzător|distribuitor|reseller|parteneri|distribuitori|client); "
     "(suntem|reprezint|din partea unei) (o|un|) "
     "(companie|firmă|agenție|școală|bancă|spital|hotel|organizație|universitate|corporație|"
     "distribuitor|startup); companie interesată; firmă interesată; "
     "(vorbesc|discut|vorbi|discuta|vorbim|discutăm) cu (vânzări|vânzările|cineva de la "
     "vânzări|echipa de vânzări|departamentul de vânzări|departamentul vânzări|departamentul "
     "comercial); (abonament|licențe|licență|cont|conturi|abonamente|pachet) "
     "(anual|anuală|anuale|) pentru (firmă|firma|companie|compania|echipă|echipa|toată "
     "firma|toată echipa|birou|școală|angajați); achiziție (publică|de|pentru); achiziționa "
     "(pentru|licențe|abonamente); (vrem|dorim|vreau) să "
     "(cumpărăm|achiziționăm|achiziționez|implementăm|contractăm); pentru toată "
     "(firma|compania|echipa|organizația)",
     "commercial"},
    {Slot::kLead, 65,
     "cât (costă|e|este|ar costa) (planul|abonamentul|pachetul|licența|versiunea|varianta) "
     "(business|enterprise|pro|premium|team|pentru|corporate|de|anual|anuală|profesional|"
     "companie); (planul|pachetul|abonamentul|licența) "
     "(business|pro|premium|team|profesional); (listă|lista) de prețuri; "
     "(prețuri|preț|oferte|discount|reduceri|condiții|tarife) pentru "
     "(firme|companii|agenții|echipe|școli|persoane "
     "juridice|revânzători|distribuitori|hoteluri|organizații|ong "
     "uri|clinici|restaurante|magazine); (firma|compania|echipa|organizația|agenția) "
     "(noastră|mea) (vrea|are|dorește|caută|este interesată|are "
     "nevoie|analizează|plănuiește|are peste); (buget|bugetul) "
     "(de|pentru|aprobat|este|alocat|nostru); (evaluăm|comparăm|analizăm|căutăm) (mai multe|o "
     "soluție|un furnizor|soluții|furnizori|oferte|un partener); "
     "(soluție|contract|pachet|abonament|ofertă) (personalizată|personalizat|la comandă|pe "
     "termen lung|anual); facturare pe firmă; pe persoană juridică; b2b; colaborare pe termen "
     "lung; mai multe licențe",
     "buying"},
    {Slot::kLead, 45,
     "cât (costă|e|este|ar costa|vine|sunt); ce preț (are|au|aveți|e|este); (care|ce) "
     "(e|este|sunt) (prețul|prețurile|tariful|tarifele|costul|costurile); "
     "(prețul|prețuri|prețurile|tarife|preț); ce (prețuri|tarife|oferte) aveți; aveți "
     "(reduceri|discount|oferte|promoții)",
     "price"},
    {Slot::kLeadUnit, 0,
     "utilizatori; licențe; angajați; useri; locuri; posturi de lucru; stații; calculatoare; "
     "dispozitive; magazine; locații; bucăți; buc; unități; sucursale; elevi; studenți; "
     "membri; abonamente; conturi; operatori; agenți; exemplare; conversații; birouri; "
     "hoteluri; școli; clinici; camere; paleți; tone; baxuri; cutii; tricouri; laptopuri; "
     "vehicule; mașini; puncte de lucru; seturi"},
};

}  // namespace handoff::romanian
