#pragma once

#include <array>
#include <string>
#include <string_view>

/// Our own words for system events: data, one block a language, in the order of `handoff::Phrase`.
/// Adding a language: copy a block, translate it, put it into `kLanguages`.
namespace handoff::texts {

inline constexpr std::size_t kPhraseCount = 20;

struct Language {
  std::string_view code;
  std::array<std::string_view, kPhraseCount> phrases;
  std::string_view next_in_line;
  std::string (*place_in_line)(int position);
  std::array<std::string_view, 7> weekdays;  ///< Monday first
  std::array<std::string_view, 12> months;
};

inline std::string english_place(int position) {
  const int tens = position % 100;
  const int ones = position % 10;
  const bool teen = tens >= 11 && tens <= 13;
  const char* ending = teen ? "th" : ones == 1 ? "st" : ones == 2 ? "nd" : ones == 3 ? "rd" : "th";
  return "You are " + std::to_string(position) + ending + " in line.";
}

inline std::string romanian_place(int position) {
  return "Sunteți al " + std::to_string(position) + "-lea la rând.";
}

inline constexpr std::array<Language, 2> kLanguages{{
    {"en",
     {
         "We are fetching someone for you.",
         "",  // kPosition is made by place_in_line
         "{agent} joined",
         "{agent} joined",
         "{agent} has left. The AI assistant answers again.",
         "The AI assistant answers again.",
         "The connection to {agent} broke. You are first in line again.",
         "{agent} could not answer in time. We are fetching someone else for you.",
         "You stopped waiting. The AI assistant answers again.",
         "You took the request back. The AI assistant answers again.",
         "Nobody could come in time, and we are sorry for that. The AI assistant answers again.",
         "Would you rather talk to a person?",
         "We are back. Would you like to talk to a person now?",
         "Our team is currently offline. Leave your contact info and we'll get back to you!",
         "Back {time}.",
         "We will answer you by {time}.",
         "We will answer you by {time} your time ({time_there} ours).",
         "We are late, and we are sorry for that. We will answer you by {time}.",
         "This conversation is closed. Write again whenever you like.",
         "Welcome back. The AI assistant answers.",
     },
     "You are next.",
     &english_place,
     {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"},
     {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}},
    {"ro",
     {
         "Chemăm un coleg.",
         "",
         "{agent} a intrat în conversație",
         "{agent} a intrat în conversație",
         "{agent} a ieșit. Răspunde din nou asistentul AI.",
         "Răspunde din nou asistentul AI.",
         "Legătura cu {agent} s-a întrerupt. Sunteți din nou primul la rând.",
         "{agent} nu a putut răspunde la timp. Chemăm alt coleg.",
         "Nu mai așteptați. Răspunde din nou asistentul AI.",
         "Ați retras cererea. Răspunde din nou asistentul AI.",
         "Nu a putut veni nimeni la timp și ne pare rău. Răspunde din nou asistentul AI.",
         "Preferați să vorbiți cu un coleg?",
         "Am revenit. Doriți să vorbiți acum cu un coleg?",
         "Echipa noastră nu este disponibilă acum. Lăsați-ne datele de contact și revenim noi!",
         "Revenim {time}.",
         "Vă răspundem până {time}.",
         "Vă răspundem până {time}, ora dumneavoastră ({time_there} la noi).",
         "Am întârziat și ne pare rău. Vă răspundem până {time}.",
         "Conversația este închisă. Ne puteți scrie din nou oricând.",
         "Bine ați revenit. Răspunde asistentul AI.",
     },
     "Urmați dumneavoastră.",
     &romanian_place,
     {"luni", "marți", "miercuri", "joi", "vineri", "sâmbătă", "duminică"},
     {"ian.", "feb.", "mar.", "apr.", "mai", "iun.", "iul.", "aug.", "sept.", "oct.", "nov.",
      "dec."}},
}};

}  // namespace handoff::texts
