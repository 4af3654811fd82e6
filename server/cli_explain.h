#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "handoff/detection.h"
#include "handoff/settings.h"

namespace handoff {

/// `handoff detect --explain`: for each line of `in` a trace to read instead of a verdict to parse:
/// what each signal scored, what it needs to fire, its rule, and the words it rests on. A blank
/// line ends each trace. A bad line yields its error and the run goes on. Always 0.
int run_explain(const Settings& settings, std::istream& in, std::ostream& out);

/// Two lines: the part of `text` around `span`, and `^` below the span, both indented by `indent`.
/// A code point counts as one column. Long texts are cut around the span, with `…` where; control
/// characters become spaces, so that a visitor's text can neither break nor steer a terminal.
std::string marked_words(std::string_view text, const Evidence& span, std::string_view indent);

}  // namespace handoff
