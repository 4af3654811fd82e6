#include "notify/email_words.h"

#include "notify/clean_text.h"
#include "notify/team_language.h"

namespace handoff {
namespace {

constexpr std::size_t kLongestSiteName = 100;

constexpr CountedText always(std::string_view text) { return {text, text, text}; }

constexpr EmailWords kEnglish{
    .language = "en",
    .subjects = {always("🙋 Human Handoff Requested"),
                 {"🙋 A visitor asked for a human", "", "🙋 {n} visitors asked for a human"},
                 always("⏰ A promised answer is due soon"),
                 always("⏰ A promised answer is late"),
                 {"👋 The team is back: one open promise", "",
                  "👋 The team is back: {n} open promises"},
                 always("✅ Test: e-mail from Handoff arrives")},
    .headlines = {always("A visitor has requested to speak with a human."),
                  {"A visitor has requested to speak with a human.", "",
                   "{n} visitors have requested to speak with a human."},
                  always("An answer that we promised a visitor is due soon."),
                  always("An answer that we promised a visitor is late."),
                  {"The team is back. A visitor waits for the answer we promised.", "",
                   "The team is back. {n} visitors wait for the answer we promised, the earliest "
                   "deadline first."},
                  always("This is a test: notifications by e-mail arrive here.")},
    .visitor = "Visitor:",
    .reason = "Reason:",
    .conversation = "Conversation:",
    .due = "Answer by:",
    .last_messages = "Last 3 messages:",
    .open = "Open the conversation",
    .authors = {"User", "AI", "Agent", "System"},
    .opening_quote = "“",
    .closing_quote = "”",
    .footer =
        "You get this because your address is in the settings of {site} "
        "(Settings → Human Handoff)."};

constexpr EmailWords kRomanian{
    .language = "ro",
    .subjects = {always("🙋 Human Handoff Requested"),
                 {"🙋 Un vizitator a cerut un om", "🙋 {n} vizitatori au cerut un om",
                  "🙋 {n} de vizitatori au cerut un om"},
                 always("⏰ Un răspuns promis trebuie dat în curând"),
                 always("⏰ Un răspuns promis întârzie"),
                 {"👋 Echipa a revenit: o promisiune deschisă",
                  "👋 Echipa a revenit: {n} promisiuni deschise",
                  "👋 Echipa a revenit: {n} de promisiuni deschise"},
                 always("✅ Test: e-mailul de la Handoff ajunge")},
    .headlines = {always("Un vizitator a cerut să vorbească cu un om."),
                  {"Un vizitator a cerut să vorbească cu un om.",
                   "{n} vizitatori au cerut să vorbească cu un om.",
                   "{n} de vizitatori au cerut să vorbească cu un om."},
                  always("Un răspuns promis unui vizitator trebuie dat în curând."),
                  always("Un răspuns promis unui vizitator întârzie."),
                  {"Echipa a revenit. Un vizitator așteaptă răspunsul promis.",
                   "Echipa a revenit. {n} vizitatori așteaptă răspunsul promis, cel mai apropiat "
                   "termen primul.",
                   "Echipa a revenit. {n} de vizitatori așteaptă răspunsul promis, cel mai "
                   "apropiat termen primul."},
                  always("Acesta este un test: notificările prin e-mail ajung aici.")},
    .visitor = "Vizitator:",
    .reason = "Motiv:",
    .conversation = "Conversație:",
    .due = "Termen:",
    .last_messages = "Ultimele 3 mesaje:",
    .open = "Deschideți conversația",
    .authors = {"Utilizator", "AI", "Agent", "Sistem"},
    .opening_quote = "„",
    .closing_quote = "”",
    .footer =
        "Primiți acest mesaj pentru că adresa dumneavoastră este în setările site-ului {site} "
        "(Setări → Human Handoff)."};

std::string_view form_of(const CountedText& text, std::size_t count, bool romanian) {
  if (count == 1) return text.one;
  const std::size_t rest = count % 100;
  const bool few = romanian && (count == 0 || (rest > 0 && rest < 20));
  return few ? text.few : text.many;
}

std::string filled(std::string_view text, std::string_view variable, const std::string& value) {
  std::string out(text);
  const auto at = out.find(variable);
  return at == std::string::npos ? out : out.replace(at, variable.size(), value);
}

std::string counted(const std::array<CountedText, 6>& texts, const Notice& notice) {
  const std::size_t count = notice.items.size();
  const auto& text = texts[static_cast<std::size_t>(notice.kind)];
  return filled(form_of(text, count, reads_romanian(notice.locale)), "{n}", std::to_string(count));
}

}  // namespace

const EmailWords& email_words(std::string_view locale) {
  return reads_romanian(locale) ? kRomanian : kEnglish;
}

std::string email_subject(const Notice& notice) {
  return counted(email_words(notice.locale).subjects, notice);
}

std::string email_headline(const Notice& notice) {
  return counted(email_words(notice.locale).headlines, notice);
}

std::string email_footer(const Notice& notice) {
  return filled(email_words(notice.locale).footer, "{site}",
                one_line(notice.site_name, kLongestSiteName));
}

}  // namespace handoff
