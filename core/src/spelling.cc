#include "spelling.h"

#include <algorithm>

namespace handoff {

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

void Spelling::add_known(std::string_view folded_word) {
  if (folded_word.size() + 1 >= kMinLetters) known_.emplace(folded_word);
}

void Spelling::add_target(std::string_view folded_word) {
  if (folded_word.size() < kMinLetters || folded_word[0] < 'a' || folded_word[0] > 'z') return;
  auto& bucket = targets_[static_cast<std::size_t>(folded_word[0] - 'a')];
  if (std::find(bucket.begin(), bucket.end(), folded_word) == bucket.end())
    bucket.emplace_back(folded_word);
}

std::string_view Spelling::correct(std::string_view folded_word) const {
  if (folded_word.size() + 1 < kMinLetters || folded_word[0] < 'a' || folded_word[0] > 'z')
    return {};
  for (const std::string& target : targets_[static_cast<std::size_t>(folded_word[0] - 'a')]) {
    if (one_slip_apart(folded_word, target))
      return known_.contains(folded_word) ? std::string_view() : target;
  }
  return {};
}

}  // namespace handoff
