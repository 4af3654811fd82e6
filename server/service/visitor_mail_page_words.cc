#include "service/visitor_mail_page_words.h"

#include "notify/team_language.h"

namespace handoff {
namespace {

constexpr LinkWords kEnglish{
    .language = "en",
    .pages = {{{"Is this your address?",
                "Somebody at {site} has answered you. Confirm that the mail with this link went to "
                "your address, and the answer comes there."},
               {"No more mails about this conversation?",
                "Answers of {site} then reach you only where you asked, on the website."},
               {"Thank you. The answer is on its way.",
                "It comes to the same inbox in a moment. Later answers in this conversation come "
                "there too, when you are not on the website. You can close this page."},
               {"Thank you. Your address is confirmed.",
                "When {site} answers you and you are not on the website, the answer comes by "
                "e-mail. You can close this page."},
               {"You will get no more mails about this conversation.",
                "On the website of {site} the conversation goes on as before."},
               {"You will get no mail from {site} any more.",
                "We have noted that this address wants none. You need not do anything else."},
               {"This link was used already.",
                "Each link works once. If an answer is still missing, write to {site} on its "
                "website, where the conversation was."},
               {"This link is too old.",
                "Links work for 7 days, and only for the address that was given last. Go back to "
                "the conversation on the website of {site}; after the next answer a new link "
                "comes."},
               {"We do not know this link.",
                "Perhaps it was cut off. Open it again from the mail, or copy all of it. Nothing "
                "was changed."}}},
    .confirm_button = "Confirm my address",
    .stop_button = "No more mails about it",
    .stranger = "You never wrote to {site}, or want no mail from it at all?",
    .refuse_button = "This was not me: never mail me again"};

constexpr LinkWords kRomanian{
    .language = "ro",
    .pages =
        {{{"Este adresa dumneavoastră?",
           "Cineva de la {site} v-a răspuns. Confirmați că e-mailul cu acest link a ajuns la "
           "adresa "
           "dumneavoastră, iar răspunsul vine acolo."},
          {"Fără alte e-mailuri despre această conversație?",
           "Răspunsurile de la {site} vor ajunge la dumneavoastră doar acolo unde ați întrebat, pe "
           "site."},
          {"Vă mulțumim. Răspunsul este pe drum.",
           "Ajunge imediat în aceeași căsuță. Și răspunsurile următoare din această conversație "
           "vin "
           "acolo, când nu sunteți pe site. Puteți închide această pagină."},
          {"Vă mulțumim. Adresa este confirmată.",
           "Când {site} vă răspunde și nu sunteți pe site, răspunsul vine prin e-mail. Puteți "
           "închide această pagină."},
          {"Nu veți mai primi e-mailuri despre această conversație.",
           "Pe site-ul {site}, conversația continuă ca până acum."},
          {"Nu veți mai primi niciun e-mail de la {site}.",
           "Am notat că această adresă nu dorește e-mailuri. Nu mai trebuie să faceți nimic."},
          {"Acest link a fost deja folosit.",
           "Fiecare link funcționează o singură dată. Dacă încă lipsește un răspuns, scrieți la "
           "{site} pe site, acolo unde a fost conversația."},
          {"Acest link este prea vechi.",
           "Linkurile funcționează 7 zile și doar pentru ultima adresă dată. Reveniți la "
           "conversația de pe site-ul {site}; după următorul răspuns vine un link nou."},
          {"Nu cunoaștem acest link.",
           "Poate a fost tăiat. Deschideți-l din nou din e-mail sau copiați-l în întregime. Nu s-a "
           "schimbat nimic."}}},
    .confirm_button = "Confirm adresa",
    .stop_button = "Fără alte e-mailuri despre ea",
    .stranger = "Nu ați scris niciodată la {site} sau nu doriți deloc e-mailuri de acolo?",
    .refuse_button = "Nu am fost eu: nu-mi mai scrieți niciodată"};

}  // namespace

const LinkWords& link_words(std::string_view locale) {
  return reads_romanian(locale) ? kRomanian : kEnglish;
}

}  // namespace handoff
