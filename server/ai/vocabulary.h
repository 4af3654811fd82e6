#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace handoff {

/// Which stems occur in how many passages of one language, and so how much each of them says.
/// Filled once, then const.
class Vocabulary {
 public:
  /// Counts the stems of one passage.
  void add(const std::set<std::string>& stems);

  /// How much a stem tells apart: high for a rare one, highest for one that no passage has.
  double weight(const std::string& stem) const;

  /// The known stems that a visitor may have meant: the stem itself; else longer forms of it, or it
  /// cut short; else, for five letters and more, those one typing mistake away. At most eight.
  std::vector<std::string> meant_by(const std::string& stem) const;

 private:
  void add_forms(const std::string& stem, std::vector<std::string>& found) const;
  void add_misspelt(const std::string& stem, std::vector<std::string>& found) const;

  std::map<std::string, int> passages_with_;
  int passages_ = 0;
};

/// One letter inserted, lost, wrong, or two neighbours swapped.
bool is_one_mistake_away(std::string_view a, std::string_view b);

}  // namespace handoff
