#include "notify/visitor_words.h"

#include "notify/clean_text.h"
#include "notify/team_language.h"

namespace handoff {
namespace {

constexpr std::size_t kLongestSiteName = 100;

constexpr VisitorWords kEnglish{
    .language = "en",
    .answered = "{site} has answered you",
    .confirm_subject = "{site} has an answer for you: please confirm your address",
    .confirm_headline = "Somebody at {site} has answered you.",
    .confirm_request = "Confirm that this is your address, and the answer comes by e-mail.",
    .confirm_button = "Confirm my address",
    .confirm_once = "The link works once, within 7 days.",
    .confirm_stranger =
        "You never wrote to {site}? Then somebody gave your address by mistake. Open the same link "
        "and press “This was not me”: you will get no mail from this site again.",
    .person = "The team",
    .go_on = "Go on with the conversation:",
    .no_reply = "A reply to this mail does not reach the conversation.",
    .stop = "No more mails about this conversation:"};

constexpr VisitorWords kRomanian{
    .language = "ro",
    .answered = "{site} v-a răspuns",
    .confirm_subject = "{site} are un răspuns pentru dumneavoastră: confirmați adresa",
    .confirm_headline = "Cineva de la {site} v-a răspuns.",
    .confirm_request =
        "Confirmați că aceasta este adresa dumneavoastră și răspunsul vine prin "
        "e-mail.",
    .confirm_button = "Confirm adresa",
    .confirm_once = "Linkul funcționează o singură dată, timp de 7 zile.",
    .confirm_stranger =
        "Nu ați scris niciodată la {site}? Atunci cineva a dat adresa dumneavoastră din greșeală. "
        "Deschideți același link și apăsați „Nu am fost eu”: nu veți mai primi niciun e-mail de la "
        "acest site.",
    .person = "Echipa",
    .go_on = "Continuați conversația:",
    .no_reply = "Un răspuns la acest e-mail nu ajunge în conversație.",
    .stop = "Fără alte e-mailuri despre această conversație:"};

}  // namespace

const VisitorWords& visitor_words(std::string_view locale) {
  return reads_romanian(locale) ? kRomanian : kEnglish;
}

std::string with_site(std::string_view text, const std::string& site_name) {
  constexpr std::string_view kSite = "{site}";
  const std::string name = one_line(site_name, kLongestSiteName);
  std::string out(text);
  for (auto at = out.find(kSite); at != std::string::npos; at = out.find(kSite, at + name.size()))
    out.replace(at, kSite.size(), name);
  return out;
}

}  // namespace handoff
