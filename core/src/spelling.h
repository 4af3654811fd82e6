#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Forgives one slip of the pen (a letter too many, too few, wrong, or two swapped) in the few
/// words on which a request hangs. Only words of five letters and more, and only where the first
/// letter is right. The caller asks about words that nobody knows.
namespace handoff {

/// Build first, then share: const functions are thread-safe and do not allocate.
class Spelling {
 public:
  static constexpr std::size_t kMinLetters = 5;
  static constexpr std::size_t kMaxLetters = 24;

  /// Shorter words are ignored.
  void add_target(std::string_view folded_word, std::uint8_t language);

  /// The word that was meant, in one of the languages of `spoken` (a bit each), or empty. The view
  /// stays valid as long as this object.
  std::string_view correct(std::string_view folded_word, std::uint32_t spoken) const;

 private:
  struct Entry {
    std::uint32_t hash = 0;
    std::uint32_t target = 0;  ///< one more than its place in `targets_`; 0: free
  };

  /// Two words are one slip apart only if they are equal, or equal after losing one letter each.
  void insert(std::uint32_t hash, std::uint32_t target);
  void place(Entry entry);
  std::string_view meant(std::uint32_t hash, std::string_view word, std::uint32_t spoken) const;

  struct Target {
    std::string word;
    std::uint32_t languages = 0;
  };
  std::vector<Target> targets_ = {};
  std::vector<Entry> table_ = std::vector<Entry>(1024);
  std::size_t count_ = 0;
};

/// True when one insertion, deletion, replacement or swap of neighbours turns `a` into `b`.
bool one_slip_apart(std::string_view a, std::string_view b);

}  // namespace handoff
