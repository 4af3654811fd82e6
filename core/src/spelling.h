#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

/// Forgives one slip of the pen (a letter too many, too few, wrong, or two swapped) in the few
/// words on which a request hangs. Only words of five letters and more, only where the first letter
/// is right, and never a word that is known.
namespace handoff {

/// Build first, then share: const functions are thread-safe.
class Spelling {
 public:
  static constexpr std::size_t kMinLetters = 5;

  void add_known(std::string_view folded_word);
  /// REQUIRES: ASCII letters. Shorter words are ignored.
  void add_target(std::string_view folded_word);

  /// The word that was meant, or empty. The view stays valid as long as this object.
  std::string_view correct(std::string_view folded_word) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const {
      return std::hash<std::string_view>{}(word);
    }
  };
  struct Equal {
    using is_transparent = void;
    bool operator()(std::string_view a, std::string_view b) const { return a == b; }
  };

  std::unordered_set<std::string, Hash, Equal> known_ = {};
  std::array<std::vector<std::string>, 26> targets_ = {};  ///< by first letter
};

/// True when one insertion, deletion, replacement or swap of neighbours turns `a` into `b`.
bool one_slip_apart(std::string_view a, std::string_view b);

}  // namespace handoff
