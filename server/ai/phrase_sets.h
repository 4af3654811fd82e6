#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace handoff {

/// Phrases in sets, and where in a row of words one of a set stands. Fill first, then share.
class PhraseSets {
 public:
  struct Hit {
    std::uint32_t set = 0;
    std::uint32_t first = 0;  ///< words [first, last)
    std::uint32_t last = 0;

    friend bool operator<(const Hit& a, const Hit& b) {
      return a.set != b.set       ? a.set < b.set
             : a.first != b.first ? a.first < b.first
                                  : a.last < b.last;
    }
  };

  /// The set of these phrases, the same number for the same phrases. A `*` at the end or the
  /// beginning of a word stands for any letters.
  std::uint32_t add(const std::vector<std::vector<std::string>>& phrases);
  std::uint32_t size() const { return next_set_; }

  /// All hits, sorted by set and place.
  std::vector<Hit> find(const std::vector<std::string>& words) const;

 private:
  struct Node {
    std::map<std::string, std::uint32_t, std::less<>> words = {};
    std::map<std::string, std::uint32_t, std::less<>> prefixes = {};
    std::map<std::string, std::uint32_t, std::less<>> suffixes = {};
    std::vector<std::uint32_t> sets = {};  ///< of which a phrase ends here
  };

  void insert(const std::vector<std::string>& phrase, std::uint32_t set);
  void follow(std::uint32_t node, const std::string& word, std::vector<std::uint32_t>& to) const;

  std::vector<Node> nodes_ = std::vector<Node>(1);
  std::map<std::vector<std::vector<std::string>>, std::uint32_t> known_ = {};
  std::uint32_t next_set_ = 0;
};

}  // namespace handoff
