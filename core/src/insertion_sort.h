#pragma once

#include <utility>
#include <vector>

namespace handoff {

/// Stable. For a few dozen items: std::sort brings kilobytes of code for each type it sorts, which
/// every visitor would load.
template <class T, class Before>
void insertion_sort(std::vector<T>& items, Before before) {
  for (std::size_t i = 1; i < items.size(); ++i) {
    T item = std::move(items[i]);
    std::size_t at = i;
    for (; at > 0 && before(item, items[at - 1]); --at) items[at] = std::move(items[at - 1]);
    items[at] = std::move(item);
  }
}

}  // namespace handoff
