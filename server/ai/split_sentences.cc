#include <algorithm>
#include <array>
#include <cctype>

#include "ai/markdown_sections.h"

namespace handoff {
namespace {

constexpr std::array<std::string_view, 18> kAbbreviations = {
    "e.g", "i.e", "etc", "nr", "no", "str", "ex", "dl", "dna",
    "mr",  "mrs", "dr",  "vs", "ca", "art", "al", "st", "bd"};

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

/// The word that ends just before `dot`.
bool is_abbreviation(std::string_view text, std::size_t dot) {
  const auto space = text.substr(0, dot).find_last_of(" (");
  const auto from = space == std::string_view::npos ? 0 : space + 1;
  const std::string word = lower(text.substr(from, dot - from));
  return word.size() == 1 ||
         std::find(kAbbreviations.begin(), kAbbreviations.end(), word) != kAbbreviations.end();
}

bool ends_here(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c != '.' && c != '!' && c != '?') return false;
  if (at + 1 == text.size()) return true;
  if (text[at + 1] != ' ') return false;
  const auto next = text.find_first_not_of(' ', at + 1);
  if (next == std::string_view::npos) return true;
  if (std::islower(static_cast<unsigned char>(text[next])) != 0) return false;
  return c != '.' || !is_abbreviation(text, at);
}

}  // namespace

std::vector<std::string> split_sentences(std::string_view paragraph) {
  std::vector<std::string> sentences;
  std::size_t from = paragraph.find_first_not_of(' ');
  for (std::size_t at = 0; at < paragraph.size() && from != std::string_view::npos; ++at) {
    if (at < from || !ends_here(paragraph, at)) continue;
    sentences.emplace_back(paragraph.substr(from, at + 1 - from));
    from = paragraph.find_first_not_of(' ', at + 1);
  }
  if (from != std::string_view::npos && from < paragraph.size()) {
    sentences.emplace_back(paragraph.substr(from));
  }
  return sentences;
}

}  // namespace handoff
