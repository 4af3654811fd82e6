#include "handoff/settings.h"

namespace handoff {

const std::string& LocalizedText::in(const std::string& locale) const {
  static const std::string none;
  for (const auto& key :
       {locale, locale.substr(0, locale.find_first_of("-_")), std::string("en")}) {
    const auto found = by_locale.find(key);
    if (found != by_locale.end()) return found->second;
  }
  return by_locale.empty() ? none : by_locale.begin()->second;
}

}  // namespace handoff
