#include "ai/builtin_texts.h"

namespace handoff {
namespace {

constexpr BuiltinTexts kEnglish = {
    .greeting = "Hello! I am the AI assistant here. What would you like to know?",
    .thanks = "You are welcome. If there is anything else, just ask.",
    .goodbye = "Goodbye, and thank you for writing to us.",
    .about =
        "I am an AI assistant, not a human. I answer from our help articles; I cannot see orders, "
        "payments or accounts. If you would like to talk to a person, just say so.",
    .cannot =
        "I cannot see or change orders, bookings, payments or accounts. A person in our team can.",
    .unsure = "I do not know that. A person in our team does.",
};

constexpr BuiltinTexts kRomanian = {
    .greeting = "Bună ziua! Sunt asistentul AI de aici. Ce ați dori să aflați?",
    .thanks = "Cu plăcere. Dacă mai aveți o întrebare, scrieți-mi.",
    .goodbye = "La revedere și vă mulțumim că ne-ați scris.",
    .about =
        "Sunt un asistent AI, nu un om. Răspund din articolele noastre de ajutor; nu pot vedea "
        "comenzi, plăți sau conturi. Dacă doriți să vorbiți cu un coleg, este de ajuns să spuneți.",
    .cannot =
        "Nu pot vedea și nu pot modifica comenzi, programări, plăți sau conturi. Un coleg din "
        "echipă poate.",
    .unsure = "Nu știu acest lucru. Un coleg din echipă știe.",
};

std::string name_of(std::string_view locale, Language in) {
  const bool romanian = in == Language::kRomanian;
  if (locale == "en") return romanian ? "engleză" : "English";
  if (locale == "ro") return romanian ? "română" : "Romanian";
  return (romanian ? "altă limbă (" : "another language (") + std::string(locale) + ")";
}

}  // namespace

const BuiltinTexts& builtin_texts(Language language) {
  return language == Language::kRomanian ? kRomanian : kEnglish;
}

std::string after_human_text(Language language, std::string_view agent_name) {
  if (language == Language::kRomanian) {
    const std::string who = agent_name.empty() ? "Colegul nostru" : std::string(agent_name);
    return who + " a ieșit din conversație; vă răspunde din nou asistentul AI.";
  }
  const std::string who = agent_name.empty() ? "Our colleague" : std::string(agent_name);
  return who + " has left; the AI assistant answers again.";
}

std::string other_language_text(Language language, std::string_view article_locale) {
  const std::string name = name_of(article_locale, language);
  if (language == Language::kRomanian) return "Avem acest articol doar în " + name + ":";
  return "We have this article only in " + name + ":";
}

}  // namespace handoff
