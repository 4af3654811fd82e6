#include "notify/reason_words.h"

#include <array>

#include "handoff/detection.h"
#include "notify/team_language.h"

namespace handoff {
namespace {

/// In the order of `Reason`.
constexpr std::array<std::string_view, 10> kEnglish{
    "Asked for a person", "AI was unsure",   "Unhappy",         "Keyword",  "Failed attempts",
    "Complaint",          "Technical issue", "High-value lead", "AI error", "By hand"};
constexpr std::array<std::string_view, 10> kRomanian{
    "A cerut un om", "AI nesigur",       "Nemulțumit",       "Cuvânt-cheie", "Încercări eșuate",
    "Reclamație",    "Problemă tehnică", "Client important", "Eroare AI",    "Manual"};

}  // namespace

std::string reason_words(std::string_view name, std::string_view locale) {
  const auto reason = reason_from(name);
  if (!reason) return {};
  const auto& words = reads_romanian(locale) ? kRomanian : kEnglish;
  return std::string(words[static_cast<std::size_t>(*reason)]);
}

}  // namespace handoff
