#include "spelling.h"

#include <algorithm>

#include "hash.h"

namespace handoff {
namespace {

std::uint32_t hash_without(std::string_view word, std::size_t left_out) {
  return hash_of(word.substr(left_out + 1), hash_of(word.substr(0, left_out)));
}

}  // namespace

bool one_slip_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1 || a == b) return false;
  const auto same =
      static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
  if (a.size() < b.size()) return a.substr(same) == b.substr(same + 1);
  if (a.substr(same + 1) == b.substr(same + 1)) return true;
  return same + 1 < a.size() && a[same] == b[same + 1] && a[same + 1] == b[same] &&
         a.substr(same + 2) == b.substr(same + 2);
}

void Spelling::add_target(std::string_view folded_word, std::uint8_t language) {
  if (folded_word.size() < kMinLetters || folded_word.size() > kMaxLetters) return;
  const std::uint32_t bit = 1u << language;
  for (Target& target : targets_) {
    if (target.word == folded_word) {
      target.languages |= bit;
      return;
    }
  }
  targets_.push_back({std::string(folded_word), bit});
  const auto target = static_cast<std::uint32_t>(targets_.size());
  insert(hash_of(folded_word), target);
  for (std::size_t i = 1; i < folded_word.size(); ++i) insert(hash_without(folded_word, i), target);
}

void Spelling::insert(std::uint32_t hash, std::uint32_t target) {
  if (++count_ * 2 > table_.size()) {
    const std::vector<Entry> old = std::move(table_);
    table_ = std::vector<Entry>(old.size() * 2);
    for (const Entry& entry : old) {
      if (entry.target != 0) place(entry);
    }
  }
  place({hash, target});
}

void Spelling::place(Entry entry) {
  const std::size_t mask = table_.size() - 1;
  std::size_t at = (entry.hash ^ (entry.hash >> 15)) & mask;
  while (table_[at].target != 0) at = (at + 1) & mask;
  table_[at] = entry;
}

std::string_view Spelling::meant(std::uint32_t hash, std::string_view word,
                                 std::uint32_t spoken) const {
  const std::size_t mask = table_.size() - 1;
  for (std::size_t at = (hash ^ (hash >> 15)) & mask; table_[at].target != 0;
       at = (at + 1) & mask) {
    const Target& target = targets_[table_[at].target - 1];
    if (table_[at].hash == hash && (target.languages & spoken) != 0 && target.word[0] == word[0] &&
        one_slip_apart(word, target.word))
      return target.word;
  }
  return {};
}

std::string_view Spelling::correct(std::string_view folded_word, std::uint32_t spoken) const {
  if (folded_word.size() + 1 < kMinLetters || folded_word.size() > kMaxLetters + 1) return {};
  std::string_view found = meant(hash_of(folded_word), folded_word, spoken);
  std::uint32_t before = hash_char(kHashStart, folded_word[0]);
  for (std::size_t i = 1; found.empty() && i < folded_word.size(); ++i) {
    found = meant(hash_of(folded_word.substr(i + 1), before), folded_word, spoken);
    before = hash_char(before, folded_word[i]);
  }
  return found;
}

}  // namespace handoff
