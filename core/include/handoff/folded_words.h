#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace handoff {

/// The words and numbers of a text in lower case without accents, in order: `Ce preț are livrarea?`
/// gives `ce pret are livrarea`. Ideographs and emoji stand alone. Any bytes are accepted; linear.
/// Pure, thread-safe.
std::vector<std::string> folded_words(std::string_view text);

}  // namespace handoff
