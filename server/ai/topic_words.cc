#include "ai/topic_words.h"

namespace handoff {
namespace {

constexpr TopicWords kWords[] = {
    {.code = "en",
     .small = " a about all also am an and any are as at back be because been but by "
              "can could did do does dont for from get give go got had has have how i "
              "id if im in into is ive just know let like may more much must need no "
              "not now of ok on one or our out please so some tell than thanks the "
              "their then there to too up very want was we well were until what whats "
              "when where which who why will with would you your ",
     .waiting = " actually after again ago agent agents already any anybody anyone "
                "answer answers answering done ever happen anything bot chat check "
                "coming colleague come else first hello help here hey hi human hurry "
                "last later long manager minute minutes month moment monday more new "
                "news next operator people person please progress quick quickly reply "
                "response see since someone something soon status still support take "
                "takes team there think time today tomorrow tuesday understand update "
                "updates wait waiting week wrong yes yesterday yet question talk speak ",
     .pointing = " my mine this that these those our ours ",
     .pronouns = " it its them they he she him her that this one ",
     .common = " order product item account deliver ship return pay card bik bicycl "
               "shop ",
     .same = " order packag parcel shipment deliver / refund money reimburs / pay charg "
             "card bill / broke damag defect crack faulty / bike bicycl / cancel annul "
             "/ repair fix servic / appointment booking reserv "},
    {.code = "ro",
     .small = " a acum ai al ale celei celui locul am ar are as asta ati au avea aveti "
              "ca cand care cat cata ce cel cine cu cum da daca dar de deci despre din "
              "doar e el este eu face fi fost ii il imi in isi iti la le lui mai ma mi "
              "ne noi nu o ori pe pentru poate pot poti prin puteti s sa sau se si sunt "
              "te ti toate tot tu un una unde unei unui va vi voi vreau vreo alta alt "
              "mi s ",
     .waiting = " facut fac gata rezolvat intampla putea sti reusit agent agentul aici "
                "alo altceva asteapta astept azi buna caut cauta cineva coleg colegul "
                "curand durata dureaza inca ieri informatii intrebare la maine mult "
                "minut minute multumesc nimeni nou noutate noutati om operator "
                "operatorul ora persoana primesc primit raspuns raspunde raspundeti "
                "repede rog salut saptamana schimbare stadiu stadiul stire stiti stiu "
                "timp urgent veste vesti vine vorbesc vreo ajutor ajuta ajutati ajunge "
                "ajuns ",
     .pointing = " mea meu mei mele asta acesta aceasta aceste nostru noastra ",
     .pronouns = " acesta aceasta asta ",
     .common = " comand produs cont livr retur plat card biciclet magazin ",
     .same = " comand colet pachet livr / bani ramburs suma / plat card incas / rupt "
             "strica spart defect deterior crap / biciclet bicicl / anul renunt / repar "
             "servic / program rezerv "},
    {.code = "es",
     .small = " a al algo con cual cuando cuanto de del donde el ella en es esta este "
              "esto estan hay ha he la las le lo los me mi muy no nos o para pero por "
              "puedo que se si sin son su te tiene tienen tu un una y ya como que ",
     .waiting = " agente aun alguien alli ahora ayer espera esperando esperar falta "
                "hola hoy manana minutos momento novedad novedades noticia noticias "
                "persona queda respuesta responde siguen sabe tarda tiempo tarde "
                "todavia viene ",
     .pointing = " mi mis mio mia este esta esto ese eso ",
     .pronouns = " ello eso esto ",
     .common = " pedido product cuenta envi devol pag tarjet biciclet tiend ",
     .same = " pedid paquet envi / reembols diner devol / pag cobr tarjet / rot danad "
             "defect averiad / cancel anul "},
    {.code = "fr",
     .small = " a ai au aux avec avez ce ces cest combien comment dans de des du elle "
              "en est et il ils je jai la le les leur mais me moi ne nous on ou par pas "
              "pour quand que quel quelle qui sa se si son sur te tu un une vos votre "
              "vous y ",
     .waiting = " hecho listo pasa pasado listos lista nuevo nueva fait pret passe "
                "passer regle agent attends attendre attente aujourdhui alors bonjour "
                "demain encore hier longtemps minutes moment nouveau nouvelle nouvelles "
                "personne quelquun reponse repond temps toujours tard bientot la ",
     .pointing = " ma mon mes ce cet cette ces ",
     .pronouns = " elle ca cela ",
     .common = " command produit compte livr retour pai carte velo magasin ",
     .same = " command colis paquet / rembours argent / pai debit carte factur / cass "
             "abim defect endommag / annul "},
    {.code = "de",
     .small = " ab aber an auch auf aus bei bin bis da das dass dem den der des die "
              "doch du ein eine einen einer er es fur haben hat ich ihr im in ist ja "
              "kann man mir mit nach nicht noch nun nur oder sie sind so um und uns von "
              "vor wann war warum was wer wie wird wo wurde zu zum zur los gibt kommt "
              "kam ",
     .waiting = " neu neue neuen neuer fertig passiert geht sieht aus antwort bald "
                "dauert denn da gestern hallo heute immer jemand jetzt lange mensch "
                "minuten mitarbeiter moment morgen neues neuigkeiten noch schon stand "
                "warte warten weiter zeit ",
     .pointing = " mein meine meiner meinem meinen diese dieser dieses unsere ",
     .pronouns = " es dies ",
     .common = " bestell produkt konto liefer ruckgabe zahl karte fahrrad rad laden ",
     .same = " bestell paket sendung liefer / erstatt geld ruckzahl / zahl abgebucht "
             "karte rechnung / kaputt beschadigt defekt zerbroch / stornier absag "},
    {.code = "it",
     .small = " a ai al alla anche che chi ci come con cosa da dal del della di dove e "
              "ed era fa ho ha i il in io la le lo ma mi ne no non o per piu quale "
              "quando quanto qui se si sono su ti tu un una vi vuole e ",
     .waiting = " fatto pronto succede successo nuovo nuova adesso agente ancora "
                "aspettare aspetto attesa ciao domani ieri minuti momento notizie "
                "novita oggi ora operatore persona presto qualcuno risponde risposta "
                "sempre tanto tempo viene arriva ",
     .pointing = " mio mia miei mie questo questa quello quella ",
     .pronouns = " esso questo quello ",
     .common = " ordin prodott conto consegn reso pag cart bici negozi ",
     .same = " ordin pacc spedizion / rimbors sold / pag addebit cart / rott danneg "
             "difett / annull cancell "},
    {.code = "pt",
     .small = " a ao as com como da das de do dos e ela ele em essa esse esta este eu "
              "foi ha isso ja la mais mas me na nao no nos o onde os ou para pela pelo "
              "por posso qual quando quanto que quem se sem ser seu sua so te tem um "
              "uma voces voce ",
     .waiting = " agora ainda alguem amanha atendente demora demorar espera esperando "
                "esperar falta hoje minutos momento noticia noticias novidade novidades "
                "ola ontem pessoa resposta responde tempo vem ",
     .pointing = " meu minha meus minhas este esta esse essa isto isso ",
     .pronouns = " ele ela isso isto ",
     .common = " pedid encomend produt conta entreg devol pag cart biciclet loj ",
     .same = " pedid encomend pacot entreg / reembols dinheir / pag cobr cart / partid "
             "quebrad danific defeit / cancel anul "},
    {.code = "nl",
     .small = " aan al als bij ben dan dat de deze die dit door een en er het hij hoe "
              "ik in is ja je jullie kan kwam maar me met mij na naar niet nog nu of om "
              "ook op over te tot u uit van voor waar wanneer waarom was wat we wel wie "
              "wordt zal ze zijn zo ",
     .waiting = " antwoord al duurt gisteren hallo iemand lang langer medewerker mens "
                "minuten moment morgen nieuws nog reactie straks tijd vandaag wacht "
                "wachten ",
     .pointing = " mijn deze dit die dat onze ",
     .pronouns = " hij die dat ",
     .common = " bestel product account lever retour betal kaart fiets winkel ",
     .same = " bestel pakket lever zending / terugbetal geld / betal afgeschreven kaart "
             "factuur / kapot beschadigd defect stuk / annuleer geannuleer afzegg "},
    {.code = "pl",
     .small = " a ale bo by byc byl co czy dla do gdzie go i ich ile ja jak jaka jaki "
              "jest juz kiedy kto ktory ma mam mi mnie moge mozna na nie o od on po "
              "przez sa sie ta tak tam te ten to tu u w we wy z za ze ",
     .waiting = " dostane bedzie gotowe zrobione stalo nowy nowa nowe otrzymam klaar "
                "gebeurt gedaan nieuw nieuwe feito pronto acontece aconteceu novo nova "
                "chwile czekac czekam czas czlowiek ciagle dlugo dzien dobry dzis "
                "dzisiaj jeszcze jutro konsultant ktos minut nadal nowego nowosci "
                "odpowiedz potrwa teraz wczoraj wiadomo wiadomosci wiesci dalej ",
     .pointing = " moj moja moje mojego mojej ten ta to te nasze ",
     .pronouns = " on ona ono to ",
     .common = " zamowien produkt konto dostaw plac kart rower sklep ",
     .same = " zamowien paczk przesylk dostaw / zwrot pieniadz / plac obciaz kart / "
             "uszkodz zepsut zniszcz polaman / anulow odwol "},
    {.code = "hu",
     .small = " a az be csak de egy el en es ez ha hany hogy hogyan hol is itt ki kell "
              "lehet ma mar me meg mert mi mikor mit miert nem o ok on s se tud vagy "
              "van vannak volt ",
     .waiting = " kesz sikerult megvan kapom tortenik lesz fel hallo hirek hir ideje "
                "ido jon mar mennyi meddig meg most munkatars perc segit sokaig tart "
                "tegnap uj ujsag valaki valasz valaszol varok varni meddig holnap ",
     .pointing = " enyem ez ezt azt ",
     .pronouns = " ez azt ezt ",
     .common = " termek fiok uzlet ",
     .same = " rendel csomag kuldemeny szallit / visszaterit penz / fizet terhel kartya "
             "szamla / torott hibas serult / lemond torol "},
};

}  // namespace

std::span<const TopicWords> topic_words() { return kWords; }

}  // namespace handoff
