#include "notify/event_words.h"

#include <array>

#include "notify/team_language.h"

namespace handoff {
namespace {

struct Words {
  std::string_view type;
  std::string_view english;
  std::string_view romanian;
};

constexpr std::array<Words, 14> kWords{{
    {"message", "New message", "Mesaj nou"},
    {"note", "New note", "Notă nouă"},
    {"handoff.offered", "A person was offered", "A fost propus un om"},
    {"handoff.cancelled", "Nobody waits any more", "Nu mai așteaptă nimeni"},
    {"taken_over", "Taken over", "Preluată"},
    {"transferred", "Transferred", "Transferată"},
    {"returned_to_ai", "Returned to the AI", "Dată înapoi AI-ului"},
    {"callback.promised", "An answer was promised", "A fost promis un răspuns"},
    {"contact.given", "Contact details were left", "Au fost lăsate date de contact"},
    {"wait.updated", "The wait has changed", "Așteptarea s-a schimbat"},
    {"agent.lost", "The visitor waits again", "Vizitatorul așteaptă din nou"},
    {"closed", "Closed", "Închisă"},
    {"reopened", "Reopened", "Redeschisă"},
    {"rated", "Rated", "Evaluată"},
}};

}  // namespace

std::string event_words(std::string_view type, std::string_view locale) {
  for (const auto& words : kWords) {
    if (words.type == type)
      return std::string(reads_romanian(locale) ? words.romanian : words.english);
  }
  return std::string(type);
}

}  // namespace handoff
