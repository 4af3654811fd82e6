#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "handoff/time.h"

/// The forms in which text travels by e-mail. Pure.
namespace handoff {

/// RFC 2045, 6.7. Lines of `text` end in `\n` and come out ending in CRLF; none is longer than 76.
/// A dot at the beginning of a line and a leading "From " are encoded too, for the servers that
/// take them for something else.
std::string quoted_printable(std::string_view text);

/// RFC 2047, encoding Q, in words of at most 75 characters, cut between characters only and folded
/// onto lines of their own; good for subjects and for the names of addresses. Plain ASCII that
/// needs no encoding comes back as it is. `column`: how much of the first line is taken already.
std::string encoded_words(std::string_view text, std::size_t column);

/// `Tue, 24 Nov 2026 09:30:00 +0000` (RFC 5322, 3.3).
std::string mail_date(Instant at);

/// `id` as part of the left side of a Message-ID (RFC 5322, dot-atom): what may not stand there as
/// `=XX`. Two ids never become the same.
std::string id_atom(std::string_view id);

}  // namespace handoff
