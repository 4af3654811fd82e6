#pragma once

#include <string_view>

namespace handoff {

/// `+40700000000` (E.164): a plus, the country, 7 to 15 digits in all. Pure.
bool is_phone(std::string_view text);

}  // namespace handoff
