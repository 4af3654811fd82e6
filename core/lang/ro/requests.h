#pragma once

#include "lang/language.h"

/// Romanian: asking for a person, a callback, or for no machine.
namespace handoff::romanian {

inline constexpr PhraseEntry kRequests[] = {
    {Slot::kWant, 0,
     "vreau; vreu; vrea; vrem; (aș|am) (vrea|dori|prefera|putea); doresc; dorim; am nevoie; "
     "avem nevoie; trebuie să; pot; putem; poți; puteți; putea; putea-ți; se poate; cum "
     "(fac|facem|aș|ajung|procedez|iau); unde pot; (e|este) posibil; "
     "(lasă|lăsați|ajută|ajutați|dă|dați|pune|puneți|treci|treceți) mă; (dă|dați|fă|faceți) "
     "mi; îmi (dai|dați|faci|faceți); (vă|va|te) rog; încerc; insist; cer; solicit; prefer; "
     "mi ar plăcea; nu (pot|reușesc); îmi doresc; mă (puteți|poți|poate); poate cineva; mi se "
     "poate; aveți pe; vrei să mă; ai putea; ați putea; aș; pls; vr"},
    {Slot::kGive, 0,
     "vreau; vreu; doresc; (am|avem) nevoie de; aș (vrea|dori|prefera); prefer; (dă|dați) "
     "(mi|mă|ne); îmi (dai|dați|trebuie); îmi puteți da; cheamă; chemați; (adu|aduceți); "
     "(trimite|trimiteți); (pune|puneți); cer; solicit; caut; aștept; să vină; "
     "(treci|treceți|trece) mă; (dă|dați|dai) (mă|) pe; vrem; dorim; să (răspundă|preia|mă "
     "ajute|mă preia|intre|intervină|îmi răspundă|mi răspundă); mă poate ajuta; insist "
     "pentru; lasă mă cu; lăsați mă cu"},
    {Slot::kExists, 0,
     "(e|este|există|sunt|aveți|ai|aveti si|nu este|nu aveți|nu există); (e|este) nimeni"},
    {Slot::kContact, 0,
     "(să|a|de|pot) "
     "(vorbesc|vorbim|vorbi|vorbești|discut|discutăm|discuta|conversez|comunic|vb|vorbesk|"
     "stau de vorbă|sta de vorbă|iau legătura|iau legatura|lua legătura|iau contact|intru în "
     "contact|intru în legătură|intra în contact|intra în legătură|fiu pus în legătură|fiu "
     "pusă în legătură|fiu pus în contact|fiu ajutat de|fiu ajutată "
     "de|dialoghez|chatuiesc|scriu|schimb o vorbă); (vorbi|discuta|lua "
     "legătura|comunica|conversa|sta de vorbă|vb) (direct|și eu|) cu; "
     "(conectează|conectați|conectezi|transferă|transferați|transferi|pune|puneți|pui|trece|"
     "treceți|treci|direcționează|direcționați|redirecționează|redirecționați|leagă|legați|dă|"
     "dați|dai|trimite|trimiteți|îndrumă|îndrumați|lasă|lăsați) mă (te rog|vă rog|) "
     "(la|cu|către|pe|spre|în legătură cu|în contact cu); mă "
     "(conectați|transferați|puneți|treceți|direcționați|redirecționați|pui|dai|dați|legați|"
     "conectezi|transferi|conecta|transfera|pune|trece|direcționa|redirecționa|lega|da|"
     "îndruma|trimite|treci) (la|cu|către|pe|spre|în legătură cu|în contact cu|direct "
     "cu|direct la); (fi|fiu) "
     "(transferat|conectat|pus|direcționat|redirecționat|transferată|conectată|pusă|"
     "direcționată|redirecționată) (la|către|cu|în legătură cu|în contact cu); "
     "(fă|faceți|face|faci|dă|dați|da) (mi|îmi|) legătura (cu|la); îmi (faci|faceți|dai|dați) "
     "legătura (cu|la); contactez; contacta; (preia|prelua|mă preia|intre pe "
     "chat|intervină|preiau); intra pe chat; "
     "(escaladează|escaladați|escalada|escaladezi|escaladat); (răspuns|ajutor|asistență) (de "
     "la|din partea); legătura cu"},
    {Slot::kRoute, 0,
     "să (mă ajute|îmi răspundă|mi răspundă|răspundă|vină|intre|mă asiste|îmi scrie); "
     "(transferă|transferați|treci|treceți); ajung la; ajunge la; dau de; da de; legătura; să "
     "vorbesc; vorbiți mi cu; mă ajută; poate ajuta; cheamă; chemați; sun; suna; ajutat de"},
    {Slot::kTalking, 0, "(vorbesc|discut|comunic|vb|vorbim|iau legătura) (direct|) cu"},
    {Slot::kTargetStrong, 0,
     "om; omul; om (real|viu|adevărat|normal); uman; umană; ființă umană; "
     "(agent|operator|suport|ajutor|asistent|consultant|reprezentant|contact) uman; asistență "
     "umană; (persoană|persoana) (reală|vie|adevărată|umană|în carne și oase); operator; "
     "operatorul; operatoare; operatorului; agent; agentul; agentului; reprezentant; "
     "reprezentantul; reprezentantă; consultant; consultantul; consultantă; cineva "
     "(real|uman|viu|adevărat); oameni (reali|vii|adevărați); "
     "(om|cineva|persoană|operator|agent) (de la|din) (suport|echipă|firmă|magazin|call "
     "center|relații clienți); carne și oase; chat live; live chat"},
    {Slot::kTargetPerson, 0,
     "persoană; persoana; manager; managerul; managerului; supervizor; supervizorul; șef; "
     "șeful; șefa; coleg; colegul; colegă; colega; coleg de al "
     "(vostru|dvs|tău|dumneavoastră); angajat; angajatul; specialist; specialistul; "
     "responsabil; responsabilul; tehnician; tehnicianul; altcineva; alt "
     "(coleg|om|operator|agent); altă persoană; (cineva|persoana) (responsabil|competent|mai "
     "competent|care se pricepe|care știe|care mă poate ajuta|din conducere); conducere; "
     "conducerea; patron; patronul; superior; superiorul; director; directorul; inginer; "
     "asistent; asistentul"},
    {Slot::kTargetWeak, 0,
     "cineva; cnva; cnv; cn; careva; colegii; colegi; oameni; oamenii; agenți; agenții; "
     "operatori; operatorii; angajați; consultanți; expert; proprietarul; administratorul; "
     "vreun om; unul dintre voi; unul din voi; altul; băiat; doamnă; domn; echipă; echipa; "
     "echipei"},
    {Slot::kDepartment, 65,
     "(serviciul|serviciu|departamentul|departament) (de|) (relații|suport|asistență|) (cu|) "
     "(clienți|clienții); relații (cu|) (clienți|clienții|publicul); suport clienți; suportul "
     "clienți; asistență clienți"},
    {Slot::kDepartment, 45,
     "departament; departamentul; suport; suportul; suport tehnic; suportul tehnic; asistență "
     "tehnică; vânzări; vânzările; contabilitate; contabilitatea; facturare; juridic; call "
     "center; echipa (de|voastră|dvs|dumneavoastră|ta); marketing; financiar; retururi; "
     "livrări; logistică; reclamații; sediul; cei de la "
     "(suport|vânzări|livrări|retururi|facturare)"},
    {Slot::kCallback, 90,
     "(sunați|sună|apelați|apelează|telefonați|telefonează|contactați|contactează) (mă|ma); "
     "(sunați|apelați|contactați) ne; telefonați mi; telefonează mi; sunatima; sunama; sunați "
     "înapoi; sunați vă rog; să mă "
     "(sune|sunați|suni|contacteze|contactați|contactezi|apeleze|apelați|caute|căutați|sune "
     "și pe mine); mă (poate|puteți|poți|poate și|va|o să) (suna|contacta|apela|căuta|să mă "
     "sune); (puteți|poți|poate|ați putea|ai putea) să mă "
     "(sunați|suni|sune|contactați|apelați); mă (sunați|suni|sună cineva|sună și pe mine|sună "
     "un|contactează cineva|contactați|apelați); (fiu|fi) "
     "(sunat|sunată|apelat|apelată|contactat|contactată); (dați|dă|dai|da) (mi|îmi|ne|) un "
     "(telefon|apel|bip|beep|semn pe telefon|ring); îmi (dați|dai) un (telefon|apel); aștept "
     "(un|) (telefonul|apelul|apel|telefon de la|telefon vă rog|să fiu sunat|să mă sunați); "
     "(vreau|doresc|solicit|cer|aș vrea|aș dori|programați|programează|programez|as vrea) "
     "(un|o|) (callback|apel telefonic|apel|reapelare|discuție telefonică|convorbire "
     "telefonică|convorbire); (reveniți|revii|revine cineva|reveni|reveniti-mi|revină) (cu|) "
     "(un|) (telefon|apel|telefonic); callback (te|vă) rog; un callback; "
     "(discuta|discut|vorbi|vorbesc|vorbim) (la|prin|pe) telefon; aștept telefon; "
     "(vorbesc|discut|vorbi|discuta) telefonic; să (sune|mă sune) cineva; reapelați mă; să mi "
     "dați un (telefon|apel); să îmi dați un (telefon|apel)"},
    {Slot::kBot, 0,
     "bot; botul; boți; robot; robotul; roboți; roboții; robotului; robotel; chatbot; "
     "chatbotul; chatboți; inteligență artificială; inteligența artificială; asistent "
     "virtual; asistentul virtual; răspuns automat; răspunsuri automate; mesaje automate; "
     "mesaj automat; botu; robotu"},
    {Slot::kMachine, 0,
     "mașină; mașinărie; calculator; computer; program; aparat; înregistrare; perete; pereți; "
     "algoritm; soft"},
    {Slot::kRefuse, 0,
     "(m am|ne am) săturat (de|să); sunt sătul (de|să); sătul de; sătulă de; urăsc; fără; nu "
     "cu; nu un; gata cu; lasă mă cu; destul cu; în loc de; nu mai vreau; opriți; oprește; nu "
     "suport; ajunge cu; scoateți; refuz să; m ai înnebunit; nu mai vorbesc; nu vorbesc; nu "
     "discut; altceva decât; stop; termină cu; terminați cu; nu îmi place; nu mi place; "
     "scutește mă de"},
    {Slot::kRefusal, 85,
     "(nu|non) (bot|boți|robot|roboți|chatbot|un robot|un bot|robotul|botul|roboțel); nu cu "
     "(robot|robotul|roboți|un robot|un bot|botul|boți|chatbotul); fără "
     "(robot|roboți|bot|boți); (om|persoană) nu (robot|bot|mașină)"},
    {Slot::kRefusal, 60,
     "(vorbesc|vorbi|discut) (iar|tot|doar|numai) cu (un|) (robot|bot|robotul|botul|roboți); "
     "(roboții|boții) nu (mă ajută|ajută|înțeleg)"},
};

}  // namespace handoff::romanian
