#pragma once

#include <string>
#include <string_view>

#include "handoff/result.h"

/// Addresses as they stand in a mail's headers and in its envelope. Pure.
namespace handoff {

struct Mailbox {
  std::string name = {};  ///< empty: none
  std::string local;      ///< before the @
  std::string domain;     ///< ASCII, small letters: `xn--bcher-kva.example` for `bücher.example`

  std::string address() const { return local + "@" + domain; }
  /// As `From:` and `To:` hold it: `Acme <support@acme.example>`, the name quoted or encoded where
  /// it must be.
  std::string header() const;
};

/// Reads `support@acme.example`, `Acme <support@acme.example>` or `"Acme" <…>`. kInvalid: control
/// characters (a line break would begin a header of its own), no address, letters beyond ASCII
/// before the @ (not every server on the way takes them). The message repeats nothing of `text`.
Result<Mailbox> parse_mailbox(std::string_view text);

}  // namespace handoff
